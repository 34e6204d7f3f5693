"""What the declarations of the finance line cannot say."""

from datetime import timedelta
from decimal import Decimal

from gonghui.kernel import clock


def received(ground, subject):
    """A node somebody has paid for this year."""
    return ground.made("finance.receive_dues").node


def small(ground):
    """A month of a small payer."""
    month = ground.made("finance.receive_dues")
    ground.situation("finance.classify").do(node=month.node, year=month.year)
    return type(month).objects.for_act("test").get(pk=month.pk)


def listed(ground):
    """A month on a list to be given back."""
    month = ground.situation("finance.rebate").do().subject
    return type(month).objects.for_act("test").get(pk=month.pk)


def struck(ground, month):
    """What was listed before is so no longer."""
    from gonghui.commons.money.models import Payment

    if month.state == "listed":
        line = Payment.objects.for_act("test").get(cause_noun="treasury_finance.payermonth", cause_id=month.pk)
        ground.on(line, "money.strike")


BORN_BY = {"treasury_finance.payermonth": "finance.receive_dues", "treasury_finance.asset": "finance.ask_asset"}
VALUES = {
    ("finance.receive_dues", "month"): lambda g, s: clock.today() - timedelta(days=40),
    ("finance.receive_dues", "received"): lambda g, s: Decimal(500),
    ("finance.receive_dues", "upward"): lambda g, s: Decimal(200),
    ("finance.classify", "node"): received,
    ("finance.classify", "year"): lambda g, s: (clock.today() - timedelta(days=40)).year,
    ("finance.rebate", "batch"): lambda g, s: g.made("money.open_batch", kind="dues_rebate", award_year=s.year),
    ("finance.dispose", "on"): lambda g, s: clock.today(),
}
FIRST = {"finance.rebate": struck}
INTO = {"treasury_finance.payermonth": (small, listed)}
