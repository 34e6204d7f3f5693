"""STU-1 Studio register and tiers: set up, named, looked at again, upgraded; one leads one; reports and leaders that are late are marked."""

from datetime import date, timedelta

from gonghui.commons.designations.models import Designation, Scheme
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel import clock
from gonghui.kernel.clocks import marks_of, strike
from gonghui.lines.production.studios.models import Studio
from gonghui.lines.production.studios.words import MODEL, NAMED, REPORT, UPGRADE

from .innovating import TODAY, workers
from .office import AtDesk, newest

YEAR = TODAY.year


def test_a_studio_is_named_twice_counts_once_and_must_have_a_leader_and_a_report(cast):
    zhou, wang, sun = (AtDesk(cast, name) for name in ("zhou", "wang", "sun"))
    one, two = workers(cast, 2)
    union, begun = cast.nodes["union"], date(YEAR - 1, 3, 1)
    sun.does("studios.found", node=union, name="王师傅创新工作室", leader=one, since=begun, field="纺织", chain="服装")
    sun.refused("studios.found", "一人只能负责一个工作室", node=union, name="第二工作室", leader=one, since=begun)
    studio = newest(Studio, "team")
    zhou.figure("studios.total", "PROV", YEAR, 0)
    for kind, tier, name in (
        (NAMED, "province", "省级创新工作室"),
        (MODEL, "province", "省级示范性创新工作室"),
        (MODEL, "national", "全国示范性创新工作室"),
    ):
        told = {"node": cast.nodes["province"], "kind": kind, "name": name, "tier": tier, "issuer": "命名单位", "holders": ["team"], "since": begun}
        zhou.does("designations.declare_scheme", **told, outer=tier == "national", document="河总〔2020〕1号", experts=0, recheck_months=24)
        scheme = newest(Scheme)
        zhou.does("designations.record", scheme=scheme, node=union, holder="team", team=studio.team, awarded_on=TODAY, batch="第一批", document="1号")
    for key, value in (("total", 1), ("provincial", 1), ("provincial_model", 1), ("national_model", 1)):
        zhou.figure(f"studios.{key}", "PROV", YEAR, value)
    sun.reads(studio, "全国示范性创新工作室", "王师傅创新工作室")
    national = newest(Designation)
    zhou.does("designations.begin_recheck", national).does("designations.let_rectify", national, why="设备陈旧")
    zhou.does("designations.pass_recheck", national, on=TODAY).does("designations.end", national, on=TODAY, why="期满")
    zhou.figure("studios.national_model", "PROV", YEAR, 0).figure("studios.total", "PROV", YEAR, 1)
    with clock.at(date(YEAR, 2, 15)):
        strike("studios.report_missing")
        assert [mark.label for mark in marks_of(studio)] == ["工作室年度报告逾期未交"]
    told = {
        "node": union,
        "kind": REPORT,
        "title": "年度报告",
        "team": studio.team,
        "since": date(YEAR, 2, 16) if date(YEAR, 2, 16) < TODAY else TODAY,
        "year": YEAR - 1,
    }
    sun.does("registers.enter", desk="studio_reports", **told)
    strike("studios.report_missing")
    assert [mark.state for mark in marks_of(studio)] == ["done"]
    sun.does("studios.lose_leader", studio, on=TODAY, why="退休")
    with clock.at(TODAY + timedelta(days=100)):
        strike("studios.leader_missing")
        assert [mark.state for mark in marks_of(studio)][0] == "open"
    sun.does("studios.name_leader", studio, leader=two).does("studios.close", studio, on=TODAY, why="企业搬迁")
    wang.sees("studio", "王师傅创新工作室", "已撤销")


def test_the_upgrade_plan_tells_its_years(cast):
    zhou, li = AtDesk(cast, "zhou"), AtDesk(cast, "li")
    told = {"node": cast.nodes["city"], "kind": UPGRADE, "title": "三年提质增效", "since": date(YEAR, 1, 1), "until": date(YEAR + 2, 12, 31)}
    li.does("plans.propose", desk="studio_plans", **told).figure("studios.plan_years", "CITY", f"{YEAR}-plan", 0)
    zhou.does("plans.approve", newest(PlanItem)).figure("studios.plan_years", "PROV", f"{YEAR}-plan", 3)
