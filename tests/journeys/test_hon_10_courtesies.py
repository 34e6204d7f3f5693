"""HON-10 Courtesies: what a title entitles to is offered, used or declined, so often a year, and ends with the title."""

from datetime import date

from gonghui.commons.designations.models import Designation, Scheme
from gonghui.lines.production.honours.models import Courtesy, CourtesyUse

from .office import AtDesk, newest


def test_a_labour_model_goes_to_recuperate_once_a_year(cast):
    zhou, today = AtDesk(cast, "zhou"), date.today()
    what = {"kind": "labour_model", "tier": "province", "issuer": "河州省政府", "holders": ["person"], "since": date(2020, 1, 1)}
    zhou.does("designations.declare_scheme", node=cast.nodes["province"], name="省劳动模范", **what)
    held = {"node": cast.nodes["union"], "holder": "person", "awarded_on": date(2023, 5, 1), "scheme": newest(Scheme)}
    zhou.does("designations.record", name="林秀", **held)
    title = newest(Designation)
    courtesy = {"kind": "recuperation", "honour": "labour_model", "tier": "province", "times": 1, "since": date(2020, 1, 1)}
    zhou.does("honours.entitle", node=cast.nodes["province"], title="劳模疗休养", **courtesy)
    offer = {"courtesy": newest(Courtesy), "designation": title}
    zhou.does("honours.offer", occasion="第一期", **offer).does("honours.decline", newest(CourtesyUse))
    zhou.does("honours.offer", occasion="第二期", **offer).does("honours.use", newest(CourtesyUse), on=today)
    zhou.refused("honours.offer", "今年已安排 1 次", occasion="第三期", **offer).figure("honours.courtesies_used", "PROV", today.year, 1)
    zhou.does("honours.entitle", node=cast.nodes["province"], title="全国劳模观礼", **courtesy | {"kind": "seat", "tier": "national"})
    zhou.refused("honours.offer", "不享受", occasion="国庆", courtesy=newest(Courtesy), designation=title)
    zhou.does("designations.end", title, on=today, why="去世")
    zhou.does("honours.entitle", node=cast.nodes["province"], title="劳模体检", **courtesy | {"kind": "health", "times": 2})
    zhou.refused("honours.offer", "撤销或终止", occasion="体检", courtesy=newest(Courtesy), designation=title)
