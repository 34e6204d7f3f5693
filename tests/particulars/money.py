"""What the declarations of money cannot say."""

from datetime import timedelta
from decimal import Decimal

from gonghui.commons.money.acts import declare_source
from gonghui.commons.money.models import Payment
from gonghui.commons.money.settling import settle
from gonghui.kernel import clock
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house


def worker(ground, subject):
    """Somebody with an account of their own, who can sign on a phone."""
    return ground.made("membership.apply").person


def source(ground, subject):
    """A source for everybody, declared where the tree begins."""
    code = f"F{next(ground.numbers)}"
    return do(
        declare_source, ground.cast.zhou, node=ground.cast.nodes["province"], code=code, name=code, since=clock.today() - timedelta(days=900)
    ).subject


BORN_BY = {"commons_money.payment": "money.add", "commons_money.paybatch": "money.open_batch", "commons_money.entry": "money.book_in"}
VALUES = {
    **{(key, "source"): source for key in ("money.open_batch", "money.take_in", "money.allot")},
    **{(key, name): lambda g, s: 2024 for key, name in (("money.open_batch", "award_year"), ("money.allot", "year"))},
    ("money.declare_source", "since"): lambda g, s: clock.today() - timedelta(days=900),
    ("money.allot", "to"): lambda g, s: g.cast.nodes["union"],
    ("money.add", "person"): worker,
    ("money.add", "account_no"): lambda g, s: "6222020000001234",
    ("money.reconcile", "statement"): lambda g, s: s.total,
    ("money.correct_account", "account_no"): lambda g, s: "6222020000009999",
    ("money.note_account", "account_no"): lambda g, s: f"26050000{next(g.numbers):08d}",
    ("money.all_paid", "on"): lambda g, s: clock.today(),
    ("money.all_paid", "total"): lambda g, s: s.total,
    ("money.hand_over", "on"): lambda g, s: clock.today(),
    ("money.report_use", "used"): lambda g, s: Decimal(1),
    ("money.reissue", "batch"): lambda g, s: bounced(g),
}


def with_a_line(ground, batch):
    """A list that somebody is on."""
    return ground.made("money.add", batch=batch, person=None, payee=f"张{next(ground.numbers)}").batch


def paid(ground):
    """A payment whose list has been approved and handed over."""
    payment = ground.made("money.add")
    payee = ground.worker
    ground.on(ground.on(payment.batch, "money.approve"), "money.hand_over")
    ground.worker = payee
    return Payment.objects.for_act("test").get(pk=payment.pk)


def reconciled(ground):
    """A payment whose list has been closed against the bank's own total."""
    payment = paid(ground)
    ground.on(payment.batch, "money.reconcile")
    return Payment.objects.for_act("test").get(pk=payment.pk)


def bounced(ground):
    """A list of which a payment came back."""
    return ground.situation("money.bounce").do().subject.batch


def results_in(ground, batch):
    """What the bank was sent has all gone out."""
    lines = Payment.objects.for_act("test").filter(batch=batch, state="approved")
    by_house("tests.results", lambda ctx: settle(ctx, batch, lines, clock.today()))


FIRST = {"money.approve": with_a_line, "money.reconcile": results_in}
INTO = {"commons_money.payment": (paid, reconciled)}
ROWS = {"commons_money.entry": {"credit": "income"}}
