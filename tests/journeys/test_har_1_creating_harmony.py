"""HAR-1 Harmonious labour relations: a unit applies, rises level by level, is scored, posted, named, and looked at again."""

from gonghui.commons.designations.models import Designation
from gonghui.kernel.access.models import Grant
from gonghui.kernel.ledger.house import by_house

from .office import newest
from .titles import CALLED, called, conferred, put_forward, sits


def test_a_firm_is_named_kept_on_probation_and_loses_its_title(cast):
    zhou = sits(cast, "zhou")
    round = called(cast, "harmony_firm", "省级劳动关系和谐企业", holder="unit", issuer="省协调劳动关系三方")
    row = put_forward(cast, round, "", holder="unit", unit=cast.nodes["union"], brief="连续三年无劳动争议")
    row = conferred(cast, row)
    title, year = newest(Designation), CALLED.year
    zhou.figure("harmony.provincial_units", "CITY", year, 1).figure("harmony.provincial_units", "OUTSIDE", year, 0)
    zhou.figure("harmony.national_enterprises", "PROV", year, 0).figure("harmony.provincial_units@happy_firm", "PROV", year, 0)
    zhou.does("designations.begin_recheck", title).does("designations.let_rectify", title, why="欠缴社会保险").sees("harmony_titles", "整改中")
    zhou.refused("designations.withdraw", "不能是同一人", title, on="2024-12-31", document="三方〔2024〕31号", why="整改不到位")
    by_house("tests.other", lambda ctx: Grant(account=cast.li.account, role="province_officer", node=cast.nodes["province"], since=CALLED).save())
    sits(cast, "li").does("designations.withdraw", title, on="2024-12-31", document="三方〔2024〕31号", why="整改不到位")
    zhou.figure("harmony.units_standing", "CITY", "asof-2024-12-30", 1).figure("harmony.units_standing", "CITY", "asof-2024-12-31", 0)
    zhou.figure("harmony.provincial_units", "CITY", year, 1)


def test_how_disputes_are_settled_at_the_grassroots_stands_in_the_register(cast):
    wang = sits(cast, "wang")
    told = {"node": cast.nodes["district"], "kind": "settle_local", "title": "园区先调做法", "since": CALLED}
    wang.does("registers.enter", desk="settle_modes", **told).sees("settle_modes", "园区先调做法")
