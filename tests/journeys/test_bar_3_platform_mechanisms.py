"""BAR-3 Consultation mechanisms of platform firms: a focus list, guidance, mechanisms with meetings, measures carried out, best cases."""

from datetime import date, timedelta

from gonghui.commons.designations.models import Scheme
from gonghui.commons.registers.models import RegisterEntry

from .office import AtDesk, employer_of, newest

TODAY = date.today()


def test_a_platform_firm_is_put_in_focus_sets_a_mechanism_up_meets_and_is_a_best_case(cast):
    li, zhou, sun = (AtDesk(cast, name) for name in ("li", "zhou", "sun"))
    firm, year = employer_of(cast), TODAY.year
    li.does(
        "registers.enter", desk="consult_mechanisms", node=cast.nodes["city"], kind="platform_focus", title="重点平台", employer=firm, since=TODAY
    )
    held = {"kind": "bargain_guidance", "title": "上门指导", "held_on": TODAY, "at_place": "站点", "head_count": 9}
    li.does("activities.record", desk="consult_meetings", node=cast.nodes["city"], **held)
    told = {
        "kind": "consult_mechanism",
        "title": "配送站协商机制",
        "employer": firm,
        "quantity": 120,
        "unit": "人",
        "since": TODAY,
        "in_force_from": TODAY,
    }
    sun.does("registers.enter", desk="consult_mechanisms", node=cast.nodes["union"], note="每季度一次", **told)
    mechanism = newest(RegisterEntry)
    sun.does("activities.record", desk="consult_meetings", node=cast.nodes["union"], **held | {"kind": "consult_meeting", "title": "配送时限协商"})
    sun.does("tasks.open_list", node=cast.nodes["union"], kind="consult_items", title="协商议定事项", origin="meeting", on=TODAY)
    for key, value in (("mechanism.enterprises", 1), ("mechanism.workers", 120), ("platform_focus", 1), ("meetings", 1)):
        li.figure(f"bargaining.{key}", "CITY", year, value)
    scheme = {
        "kind": "bargain_case",
        "name": "十佳集体协商案例",
        "tier": "province",
        "issuer": "省总工会",
        "holders": ["work"],
        "document": "〔2024〕1号",
    }
    zhou.does("designations.declare_scheme", node=cast.nodes["province"], since=date(2020, 1, 1), **scheme)
    zhou.does("designations.record", scheme=newest(Scheme), node=cast.nodes["union"], holder="work", name="配送站案例", awarded_on=TODAY)
    li.sees("bargain_cases", "配送站案例").figure("bargaining.best_cases", "CITY", year, 1)
    sun.does("registers.end", mechanism, on=TODAY, why="站点撤并").figure(
        "bargaining.mechanism.workers", "UNION", f"asof-{TODAY + timedelta(days=1)}", 0
    )
