"""What the worker of the demonstration has of one's own: matters, money, a seat, and what each line adds."""

from datetime import timedelta
from decimal import Decimal

from gonghui.commons.cases import acts as cases
from gonghui.commons.cases import intake_acts
from gonghui.commons.enrolment import acts as enrolment
from gonghui.commons.enrolment.models import Offer
from gonghui.commons.money import acts as money
from gonghui.commons.money import line_acts
from gonghui.commons.money.models import Source
from gonghui.commons.parties.reads import own_person

from .builder import Builder
from .lines import modules

DAY = timedelta(days=1)


def records(b: Builder) -> None:
    """Each in a state in which it tells something: waiting, answered, paid and not yet confirmed."""
    me = own_person(b.cast["chen"])
    matters(b)
    paid(b, me)
    offer = Offer.objects.for_act("demo").filter(title="交响音乐会座席").first()
    b.do(enrolment.enrol, "chen", offer=offer)
    for line in modules().values():
        if hasattr(line, "own"):
            line.own(b, me)


def matters(b: Builder) -> None:
    """One matter that was answered and may be rated, one that is under way, one handed in today."""
    county = b.counties[0]
    for n, (title, says) in enumerate(
        (("加班费计算有误", "国庆加班只按平时工资计发。"), ("食堂高温无降温设施", "七月起多人中暑。"), ("想了解退休手续", "明年退休，想问办理流程。"))
    ):
        on = b.today - (20 - 10 * n) * DAY
        told = {"kind": "ticket", "title": title, "says": says, "node": county}
        case = b.do(intake_acts.receive, "chen", at=on, **told)
        if n == 2:
            break
        b.do(intake_acts.admit, "wang", case, at=on + DAY)
        b.do(cases.assign, "wang", case, at=on + DAY, to=b.union.node)
        b.do(cases.accept, "sun", case, at=on + 2 * DAY)
        if n == 0:
            b.do(cases.handle, "sun", case, at=on + 6 * DAY, answer="已与单位核对，差额随下月工资补发。", resolved=True)
            b.do(cases.reply, "qian", case, at=on + 7 * DAY)


def paid(b: Builder, me) -> None:
    """A gift handed over a while ago and confirmed, one that still waits for the worker's word."""
    source = Source.objects.for_act("demo").get(code="JF-1")
    for n, title in enumerate(("国庆走访慰问", "送清凉慰问")):
        on = b.today - (50 - 40 * n) * DAY
        told = {"kind": "other", "title": title, "source": source, "award_year": on.year}
        batch = b.do(money.open_batch, "wang", at=on, node=b.counties[0], **told)
        line = b.do(line_acts.add, "wang", at=on, batch=batch, person=me, amount=Decimal(500 - 200 * n))
        b.do(money.approve, "zheng", batch, at=on + DAY)
        b.do(money.hand_over, "hu", batch, at=on + 2 * DAY, on=on + 2 * DAY)
        if n == 0:
            b.do(line_acts.sign, "chen", line, at=on + 3 * DAY)
