"""HON-1 Labour models: unit's notice, opinions of departments, level by level, posted, named, and withdrawn when disgraced."""

from datetime import date, timedelta

from gonghui.commons.designations.models import Designation, Nomination
from gonghui.kernel import clock
from gonghui.kernel.access.models import Grant
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clocks import strike
from gonghui.kernel.ledger.house import by_house

from .office import newest
from .titles import CALLED, called, conferred, put_forward, sits


def test_a_labour_model_from_the_workshop_to_the_decision_and_back(cast, client):
    sun, wang, li, zhou = (sits(cast, name) for name in ("sun", "wang", "li", "zhou"))
    round = called(cast, "labour_model", "河州省劳动模范", unit_notice="on", opinions=["labour", "police"])
    with clock.at(CALLED):
        zhou.does("designations.set_quota", round, level=cast.nodes["city"], seats=1)
        zhou.does("designations.set_share", round, what="unit_head", percent=20).reads(round, "临江市总工会 1", "企业负责人不超过 20%")
        sun.refused("designations.nominate", "人员类别", round=round, node=cast.nodes["union"], holder="person", name="林秀", brief="纺纱")
        more = {"category": "industrial", "traits": ["female"], "minutes_on": CALLED}
        sun.does("designations.nominate", round=round, node=cast.nodes["union"], holder="person", name="林秀", brief="林秀二十年在一线", **more)
        row = newest(Nomination)
        sun.refused("designations.recommend", "还没有公示", row, opinion="同意").does("designations.post_at_unit", row, phone="12351")
        assert "林秀" in client.get("/portal/notices/").content.decode()
    with clock.at(CALLED + timedelta(days=10)):
        with trusted():
            strike("notices.end_postings")
        sun.does("designations.recommend", row, opinion="职代会通过")
        wang.does("designations.take_opinion", row, body="labour", agrees=True, on=CALLED, document="东人社函1号")
        wang.does("designations.recommend_on", row, opinion="同意")
        li.does("designations.recommend_on", row, opinion="同意")
        zhou.refused("designations.review", "公安机关", row)
        wang.does("designations.take_opinion", row, body="police", agrees=True, on=CALLED)
        zhou.reads(row, "职代会通过", "东人社函1号")
    with clock.at(CALLED + timedelta(days=12)):
        zhou.does("designations.review", row).does("designations.post", row, phone="12351")
    with clock.at(CALLED + timedelta(days=25)):
        with trusted():
            strike("notices.end_postings")
        zhou.does("designations.confer", row, document="河政发〔2024〕5号", awarded_on=date(2024, 3, 26))
    zhou.figure("honours.labour_models", "PROV", 2024, 1).figure("honours.labour_models", "DISTRICT", 2023, 0)
    title = newest(Designation)
    zhou.sees("honours", "林秀", "河政发〔2024〕5号").figure("honours.holders", "CITY", "asof-2024-12-31", 1)
    grant = Grant(account=cast.accounts["qian"], role="province_officer", node=cast.nodes["province"], since=CALLED)
    by_house("tests.another", lambda ctx: grant.save())
    zhou.refused("designations.withdraw", "不能是同一人", title, on=date(2024, 12, 1), document="河政发〔2024〕30号", why="受刑事处罚")
    sits(cast, "qian").does("designations.withdraw", newest(Designation), on=date(2024, 12, 1), document="河政发〔2024〕30号", why="受刑事处罚")
    zhou.figure("honours.holders", "CITY", "asof-2024-12-31", 0).figure("honours.labour_models", "PROV", 2024, 1)
    assert "证书已失效" in client.get(f"/portal/verify/{title.token}/").content.decode()


def test_nobody_is_conferred_a_title_whose_posting_still_runs(cast):
    round = called(cast, "labour_model", "河州省劳动模范")
    assert conferred(cast, put_forward(cast, round, "林秀")).state == "named"
