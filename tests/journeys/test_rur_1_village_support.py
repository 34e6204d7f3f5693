"""RUR-1 Village support: a project at a village, paid by the county, what others gave beside it, done and evaluated."""

from datetime import date
from decimal import Decimal

from gonghui.commons.money.models import PayBatch, Source
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel import clock
from gonghui.lines.welfare.rural.words import COORDINATED, PROJECT, SPENT, VILLAGE

from .innovating import LATER, TODAY
from .office import AtDesk, newest


def test_a_project_is_paid_for_at_its_village_and_what_others_gave_stands_apart(cast):
    zhou, li, wang, hu, zheng = (AtDesk(cast, name) for name in ("zhou", "li", "wang", "hu", "zheng"))
    here, village, year = cast.nodes["district"], cast.nodes["union"], TODAY.year
    wang.does(
        "registers.enter", desk="helped_villages", node=here, kind=VILLAGE, title="柳树村", since=TODAY, in_force_from=TODAY, holder_node=village
    )
    told = {
        "node": village,
        "kind": PROJECT,
        "title": "通村道路",
        "category": "village.road",
        "since": TODAY,
        "until": TODAY + LATER,
        "budget": 300000,
    }
    wang.does("plans.propose", desk="village_projects", **told)
    item = newest(PlanItem)
    li.does("plans.approve", item)
    wang.does("plans.begin", item).does("plans.report", item, says="已开工")
    zhou.does("money.declare_source", node=here, code="ZCBF", name="驻村帮扶", since=date(2020, 1, 1))
    wang.does("money.open_batch", node=here, kind=SPENT, title="道路款", source=newest(Source), award_year=year, form="cash", plan=item)
    batch = newest(PayBatch)
    wang.does("money.add", batch=batch, amount=Decimal(150000), payee="柳树村村民委员会", account_no="622200001234")
    zheng.does("money.approve", batch)
    hu.does("money.send", batch).does("money.all_paid", batch, on=TODAY, total=Decimal(150000))
    given = {"kind": COORDINATED, "title": "交通局配套", "issuer": "交通运输局", "quantity": 80000, "unit": "元", "plan": item}
    wang.does("registers.enter", desk="coordinated_funds", node=here, since=TODAY, **given)
    for key, node, value in (
        ("investment@village", "UNION", 150000), ("investment@village", "BESIDE", 0), ("investment@payer", "UNION", 0), ("investment@payer", "DISTRICT", 150000),
        ("investment@provincial", "PROV", 0), ("coordinated_amount", "DISTRICT", 80000), ("projects", "UNION", 1),
    ):  # fmt: skip
        zhou.figure(f"rural.{key}", node, year, value)
    zhou.figure("rural.villages", "DISTRICT", f"asof-{TODAY}", 1)
    with clock.at(TODAY + LATER):
        wang.does("plans.finish", item)
        li.does("plans.evaluate", item, says="村民出行改善")
