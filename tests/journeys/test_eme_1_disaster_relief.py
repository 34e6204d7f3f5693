"""EME-1 Disaster relief: an event with its needs, money passed down, goods handed out and signed for, the result published."""

from datetime import date
from decimal import Decimal

from gonghui.commons.money.models import PayBatch, Payment, Source, Transfer
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel import clock
from gonghui.kernel.access.models import Grant
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.welfare.emergency.words import EVENT, NEEDS, PASSED, RELIEF

from .by_program import photo
from .innovating import LATER, TODAY, workers
from .office import AtDesk, newest


def test_relief_reaches_a_struck_worker_and_counts_when_handed_out(cast):
    zhou, li, wang, hu, zheng = (AtDesk(cast, name) for name in ("zhou", "li", "wang", "hu", "zheng"))
    here, root, year, (worker,) = cast.nodes["district"], cast.nodes["province"], TODAY.year, workers(cast, 1)
    told = {"kind": EVENT, "title": "洪涝灾害应对", "category": "emergency.flood", "since": TODAY, "until": TODAY + LATER}
    wang.does("plans.propose", desk="emergencies", node=here, **told)
    event = newest(PlanItem)
    li.does("plans.approve", event).does("plans.publish", event)
    wang.does("plans.begin", event)
    need = {"kind": NEEDS, "title": "东湖纺织厂受灾", "quantity": 40, "unit": "人", "since": TODAY, "plan": event}
    wang.does("registers.enter", desk="relief_needs", node=cast.nodes["union"], **need)
    zhou.does("money.declare_source", node=root, code="JZ", name="救灾资金", since=date(2020, 1, 1))
    zhou.does("money.allot", node=root, kind=PASSED, to=here, source=newest(Source), purpose="洪涝救助", year=year, amount=Decimal(50000))
    by_house("tests.second", lambda ctx: Grant(account=cast.accounts["li"], role="province_officer", node=root, since=date(2020, 1, 1)).save())
    AtDesk(cast, "li").does("money.approve_transfer", newest(Transfer))
    for kind, form, amount in ((RELIEF[0], "goods", 300), (RELIEF[1], "cash", 500)):
        batch = {"kind": kind, "title": f"救灾{form}", "source": newest(Source), "award_year": year, "form": form, "plan": event}
        wang.does("money.open_batch", desk="relief_batches", node=here, **batch)
        wang.does("money.add", batch=newest(PayBatch), amount=Decimal(amount), person=worker)
        zheng.does("money.approve", newest(PayBatch))
        wang.figure("emergency.relief.amount@cash", "DISTRICT", year, 0)
        hu.does("money.hand_over", newest(PayBatch), on=TODAY)
    for key, value in (
        ("amount", 800),
        ("amount@goods", 300),
        ("amount@cash", 500),
        ("amount@worker", 300),
        ("amount@rescuer", 500),
        ("people_struck", 40),
    ):
        wang.figure(f"emergency.relief.{key}", "DISTRICT", year, value)
    wang.does("money.note_signed", newest(Payment), proof=photo())
    with clock.at(TODAY + LATER):
        wang.does("plans.finish", event)
        li.does("plans.evaluate", event).does("plans.publish_result", event)
