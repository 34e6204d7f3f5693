"""SVC-3 Quality-of-life pilots: a plan applied for, granted, told of half way, concluded and spread; who is a pilot is a title by tier."""

from datetime import date

from gonghui.commons.designations.models import Scheme
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel import clock
from gonghui.lines.service.service_centres.words import PILOT, PILOT_CENTRE, PILOT_FIRM

from .innovating import LATER, TODAY
from .office import AtDesk, newest


def test_a_centre_and_a_firm_are_pilots_of_two_tiers(cast):
    zhou, li, wang = (AtDesk(cast, name) for name in ("zhou", "li", "wang"))
    here, root = cast.nodes["district"], cast.nodes["province"]
    wang.does("plans.propose", desk="quality_pilots", node=here, kind=PILOT, title="生活品质试点方案", since=TODAY, until=TODAY + LATER)
    item = newest(PlanItem)
    li.does("plans.approve", item).does("plans.publish", item)
    wang.does("plans.begin", item).does("plans.report", item, says="中期进展")
    for kind, tier, holder, name in ((PILOT_CENTRE, "national", "place", "服务中心"), (PILOT_FIRM, "province", "unit", "")):
        told = {
            "kind": kind,
            "name": f"试点{tier}",
            "tier": tier,
            "issuer": "授予单位",
            "holders": [holder],
            "since": date(2020, 1, 1),
            "document": "1号",
            "experts": 0,
        }
        zhou.does("designations.declare_scheme", node=root, **told)
        whom = {"unit": cast.nodes["union"]} if holder == "unit" else {"name": name}
        zhou.does("designations.record", scheme=newest(Scheme), node=here, holder=holder, awarded_on=TODAY, batch="首批", **whom)
    for key, value in (("national_centres", 1), ("national_enterprises", 0), ("provincial_centres", 0), ("provincial_enterprises", 1)):
        zhou.figure(f"service_centres.pilots.{key}", "PROV", TODAY.year, value)
    with clock.at(TODAY + LATER):
        wang.does("plans.finish", item)
        li.does("plans.evaluate", item, says="可推广").does("plans.publish_result", item)
    wang.sees("quality_titles", "服务中心", "试点national")
