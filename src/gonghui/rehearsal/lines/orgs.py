"""Unions that were named: models of a programme, model homes, towns that meet the standard."""

from datetime import date, timedelta

from gonghui.commons.activities import acts as activities
from gonghui.commons.designations import acts as titles
from gonghui.commons.designations import scheme_acts
from gonghui.commons.designations.models import Designation
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.orgs import acts as founding
from gonghui.lines.organization.orgs import words
from gonghui.rehearsal.replay import builders as b
from gonghui.rehearsal.replay.ground import days

DAY = timedelta(days=1)


def demo(b_) -> None:
    """Counties named in the programme of county unions, a working group that visits one of them, a model home."""
    on = b_.today - 80 * DAY
    for kind, name_, tier, whom, batch in (
        (words.COUNTY_MODEL, "五强示范县级工会", "province", b_.counties[:2], "第一批"),
        (words.MODEL_HOME, "省级模范职工之家", "province", [b_.union.node], "本年"),
    ):
        told = {
            "kind": kind,
            "name": name_,
            "tier": tier,
            "issuer": "省总工会",
            "holders": ["unit"],
            "since": b_.year,
            "document": "河工〔2024〕16号",
        }
        given = b_.do(scheme_acts.declare_scheme, "zhou", at=b_.year, node=b_.province, **told)
        for node in whom:
            b_.do(titles.record, "zhou", at=on, scheme=given, node=node, awarded_on=on, batch=batch, holder="unit", unit=node)
    b_.do(founding.appoint, "zhou", at=on, on=on, node=b_.province, kind="institution", name="河州省工人文化宫", code="HZ-INST")
    visit = {"kind": words.CONTACT_VISIT, "title": "对口联系走访", "held_on": on, "at_place": "东湖区总工会", "head_count": 5}
    b_.do(activities.record, "zhou", at=on, node=b_.province, host=b_.counties[0], **visit)


def named(
    ground,
    beside,
    kind: str,
    name: str,
    tier: str,
    codes: list[str],
    others: list[str],
    on: list[date],
    start: date,
    end: date,
    *,
    names: list[str],
    batch="",
) -> None:
    """Unions named on these days; and next door, the day before and after, one named by mistake, one of another batch or tier."""
    for one in (ground, beside):
        b.scheme(one, kind, name, tier, holders=("unit",), outer=tier == "national")
    b.given(ground, name, codes, on, holder="unit", names=names, batch=batch)
    b.given(ground, name, codes[-2:], [start - DAY, end + DAY], holder="unit", names=[""], batch=f"{batch}以外")
    b.given(beside, name, others[:2], [start, end], holder="unit", names=[""], batch=batch)
    b.given(ground, name, codes[-1:], [end], holder="unit", names=["误登工会"], batch="误登")
    wrong = Designation.objects.for_act("replay").get(scheme__name=name, scheme__node__path__startswith=ground.root.path, batch="误登")
    do(b.awards.correct, ground.officer, wrong, why="误登")


def shaanxi(stage, n) -> None:
    start, end = date(2023, 1, 1), date(2023, 12, 31)
    if n("SN-065"):
        mine, others = ([county.code for county in one.counties] for one in (stage.ground, stage.beside))
        names = [f"{i}县总工会" for i in range(n("SN-065"))]
        on = [date(2023, 11, 20)] * len(names)
        named(
            stage.ground, stage.beside, words.COUNTY_MODEL, "五强示范县级工会", "province", mine, others, on, start, end, batch="第一批", names=names
        )
        b.given(stage.ground, "五强示范县级工会", mine[:1], [end], holder="unit", names=[""], batch="第二批")
        b.given(stage.ground, "五强示范县级工会", mine[:1], [start - DAY], holder="unit", names=["试点县总工会"], batch="第一批")


def guizhou(stage, n) -> None:
    start, end = date(2019, 1, 1), date(2023, 12, 31)
    for claim, name, tier in (("GZ-072", "省模范职工之家", "province"), ("GZ-073", "全国模范职工之家", "national")):
        if n(claim):
            homes = [f"{name}小家{i}" for i in range(n(claim))]
            on = days(start, end, len(homes))
            named(stage.ground, stage.beside, words.MODEL_HOME, name, tier, stage.codes, stage.others, on, start, end, names=homes)


def hebei(stage, n) -> None:
    start, end = date(2023, 1, 1), date(2023, 12, 31)
    if n("HB-045"):
        mine, others = ([town.code for town in one.towns] for one in (stage.ground, stage.beside))
        names = [f"{i}街道工会" for i in range(n("HB-045"))]
        on = days(start, end, len(names))
        named(stage.ground, stage.beside, words.STANDARD, "规范化工会", "province", mine, others, on, start, end, names=names)


REPLAY = {"shaanxi": shaanxi, "guizhou": guizhou, "hebei": hebei}
MEANS = {"SN-065": "orgs.county_model@first_batch"}
