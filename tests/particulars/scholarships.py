"""What the declarations of study aid cannot say."""

from decimal import Decimal

from gonghui.commons.money.models import PayBatch, Payment
from gonghui.commons.money.settling import settle
from gonghui.kernel import clock
from gonghui.kernel.ledger.house import by_house
from tests.particulars.enrolment import known


def asking(ground, subject):
    """Somebody known asks: the worker of the situation is in the register."""
    known(ground)
    return ground.cast.nodes["union"]


def own_list(ground, student):
    """A list for this student's kind and year."""
    return ground.made("money.open_batch", kind=student.aid, award_year=student.year)


def paid(ground, student):
    """The grant has gone out."""

    def settled(ctx):
        batch = PayBatch.objects.for_act("test").get(pk=student_line(student).batch_id)
        settle(ctx, batch, batch.payments.for_act("test").all(), clock.today())

    by_house("tests.grant", settled)


def student_line(student):
    return Payment.objects.for_act("test").get(cause_noun="welfare_scholarships.student", cause_id=student.pk)


def struck(ground, student):
    """Who was listed before is so no longer."""
    if student.state == "listed":
        ground.on(student_line(student), "money.strike")


def listed(ground):
    """A student on a list."""
    student = ground.situation("scholarships.pay").do().subject
    return type(student).objects.for_act("test").get(pk=student.pk)


BORN_BY = {"welfare_scholarships.student": "scholarships.enter"}
VALUES = {
    **{(key, "year"): lambda g, s: clock.today().year for key in ("scholarships.apply", "scholarships.enter")},
    ("scholarships.apply", "node"): asking,
    ("scholarships.pay", "batch"): own_list,
    ("scholarships.check", "amount"): lambda g, s: Decimal(2000),
}
FIRST = {"scholarships.follow_up": paid, "scholarships.pay": struck}
INTO = {"welfare_scholarships.student": (listed,)}
