"""DEM-1 Staff congress and open management: units are listed and built up, a session is prepared, held, resolves, publishes, is filed and judged."""

from datetime import date, timedelta

from gonghui.lines.rights.democracy.models import Resolution, Session, Unit

from .office import AtDesk, employer_of, newest

TODAY = date.today()
LONG_AGO = date(2020, 6, 1)


def test_a_unit_builds_up_congress_and_openness_and_the_rates_are_recomputed(cast):
    wang, li, year = AtDesk(cast, "wang"), AtDesk(cast, "li"), TODAY.year
    factory = employer_of(cast)
    wang.refused("democracy.list_unit", "没有建会", node=cast.nodes["beside"], employer=factory, sort="private", since=LONG_AGO)
    wang.does("democracy.list_unit", node=cast.nodes["union"], employer=factory, sort="private", since=LONG_AGO)
    wang.refused("democracy.list_unit", "已在名单", node=cast.nodes["union"], employer=factory, sort="public", since=LONG_AGO)
    li.figure("democracy.congress_rate.private_pct", "CITY", year, 0).figure("democracy.congress_rate.public_pct", "CITY", year, None)
    wang.does("democracy.build_congress", newest(Unit), on=TODAY)
    li.figure("democracy.congress_rate.private_pct", "CITY", f"asof-{TODAY}", 100).figure("democracy.disclosure_rate.private_pct", "CITY", year, 0)
    wang.does("democracy.open_up", newest(Unit), on=TODAY)
    told = {"kind": "disclosure", "title": "社会保险缴纳情况", "since": TODAY, "issuer": "厂务公开栏"}
    wang.does("registers.enter", desk="disclosures", node=cast.nodes["union"], **told).sees("disclosures", "社会保险缴纳情况")
    wang.does("democracy.drop_unit", newest(Unit), on=TODAY - timedelta(days=1), why="企业注销")
    li.figure("democracy.disclosure_rate.private_pct", "CITY", f"asof-{TODAY}", None)


def test_a_session_goes_from_its_papers_to_resolutions_carried_out(cast):
    sun, wang, li = (AtDesk(cast, name) for name in ("sun", "wang", "li"))
    factory = employer_of(cast)
    sun.does("democracy.list_unit", node=cast.nodes["union"], employer=factory, sort="private", since=LONG_AGO)
    told = {"unit": newest(Unit), "year": TODAY.year, "term": 3, "number": 1, "staff": 900}
    sun.refused("democracy.plan_session", "不得少于 45", delegates=12, **told)
    sun.refused("democracy.plan_session", "不得超过代表的 20%", delegates=50, managers=20, **told)
    sun.does("democracy.plan_session", delegates=50, female=20, managers=8, **told)
    session = newest(Session)
    sun.does("democracy.send_material", session, on=TODAY - timedelta(days=10))
    sun.refused("democracy.hold", "提前 7 日", session, on=TODAY - timedelta(days=8), present=40)
    sun.refused("democracy.hold", "至少 34", session, on=TODAY, present=33)
    sun.does("democracy.hold", session, on=TODAY, present=40)
    sun.refused("democracy.resolve", "不能多于 40", session, title="工资调整方案", yes=41)
    sun.does("democracy.resolve", session, title="工资调整方案", yes=25, no=15, secret=True)
    assert not newest(Resolution).passed  # half of all is not more than half
    sun.does("democracy.resolve", session, title="集体合同草案", yes=26, no=14, secret=True)
    sun.does("democracy.carry_out", newest(Resolution), on=TODAY)
    sun.does("democracy.publish", session, on=TODAY).does("democracy.file", session)
    wang.does("democracy.evaluate", session, satisfied_pct=92).reads(session, "集体合同草案", "已评估")
    for key, value in (("sessions", 1), ("delegates", 40), ("resolutions", 1), ("resolutions_done", 1)):
        li.figure(f"democracy.{key}", "CITY", TODAY.year, value)
