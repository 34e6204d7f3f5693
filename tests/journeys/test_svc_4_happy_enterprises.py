"""SVC-4 Happy enterprises: dimensions of a template, a firm's own score in each, a visit, then the title."""

from datetime import date

from gonghui.commons.designations.models import Scheme
from gonghui.lines.service.service_centres.words import DIMENSION, HAPPY, LOOK, SCORE

from .innovating import TODAY
from .office import AtDesk, newest


def test_a_firm_scores_itself_is_visited_and_named(cast):
    zhou, wang, sun = (AtDesk(cast, name) for name in ("zhou", "wang", "sun"))
    root, union = cast.nodes["province"], cast.nodes["union"]
    for title in ("文化", "成长", "保障", "环境"):
        zhou.does("registers.enter", desk="happy_scores", node=root, kind=DIMENSION, title=title, since=TODAY, in_force_from=TODAY)
        told = {"node": union, "kind": SCORE, "title": f"{title}自评", "topic": title, "quantity": 88, "since": TODAY, "holder_node": union}
        sun.does("registers.enter", desk="happy_scores", **told)
    zhou.figure("service_centres.upgrade_dimensions", "PROV", f"asof-{TODAY}", 4)
    wang.does(
        "activities.record",
        desk="happy_visits",
        node=cast.nodes["district"],
        kind=LOOK,
        title="实地走访",
        held_on=TODAY,
        at_place="东湖纺织厂",
        head_count=4,
    )
    told = {
        "kind": HAPPY,
        "name": "幸福企业",
        "tier": "province",
        "issuer": "省总",
        "holders": ["unit"],
        "since": date(2020, 1, 1),
        "document": "2号",
        "experts": 0,
    }
    zhou.does("designations.declare_scheme", node=root, **told)
    zhou.does("designations.record", scheme=newest(Scheme), node=union, holder="unit", unit=union, awarded_on=TODAY, batch="首批")
    wang.figure("service_centres.happy_enterprises", "DISTRICT", TODAY.year, 1).figure("service_centres.happy_visits", "DISTRICT", TODAY.year, 1)
