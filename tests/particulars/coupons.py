"""Coupons whose days span those of a situation, a clerk who has one before them, redemptions that are owed."""

from datetime import timedelta

from gonghui.kernel.access.models import Account
from gonghui.kernel.clock import today
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.privacy.crypto import blind
from gonghui.lines.education.campaigns import coupon_reads, coupon_words
from gonghui.lines.education.campaigns.models import Clerk
from gonghui.lines.organization.membership.words import MERCHANT

from .campaigns import live

DAY = timedelta(days=1)


def merchant(g):
    """A merchant whose agreement lasts long."""
    n = next(g.numbers)
    return g.made("registers.enter", kind=MERCHANT, title=f"商户{n}", number=f"协议{n}", until=today() + 900 * DAY)


def batch(g, **changed):
    """Coupons that are given out."""
    made = g.made("campaigns.draft_coupons", campaign=live(g, sort="benefit", each_day=0), **changed)
    return g.on(made, "campaigns.release_coupons")


def scanned(g):
    """The merchant of a coupon that somebody shows to the worker, who is a clerk there."""
    clerk = g.worker
    g.shown = g.made("campaigns.claim")
    g.worker, shop = clerk, g.shown.batch.merchant
    by_house("tests.clerk", lambda ctx: ctx.create(Clerk, node=shop.node, merchant=shop, account=clerk, till="1号台", since=today()))
    return shop


def phone(g) -> str:
    """The phone of somebody who has signed in once."""
    number = f"198{next(g.numbers):08d}"

    def make(ctx):
        account = Account(login=f"clerk-{number}", phone_hash=blind("phone", number))
        account.set_unusable_password()
        account.save()

    by_house("tests.clerk", make)
    return number


VALUES = {
    ("campaigns.draft_coupons", "campaign"): lambda g, s: live(g, sort="benefit"),
    ("campaigns.draft_coupons", "merchant"): lambda g, s: merchant(g),
    ("campaigns.draft_coupons", "until"): lambda g, s: today() + 450 * DAY,
    ("campaigns.draft_coupons", "valid_days"): lambda g, s: 900,
    ("campaigns.claim", "batch"): lambda g, s: batch(g),
    ("campaigns.appoint_clerk", "merchant"): lambda g, s: merchant(g),
    ("campaigns.appoint_clerk", "phone"): lambda g, s: phone(g),
    ("campaigns.redeem", "merchant"): lambda g, s: scanned(g),
    ("campaigns.redeem", "code"): lambda g, s: coupon_reads.code_of(g.shown.pk),
    ("campaigns.settle", "merchant"): lambda g, s: g.made("campaigns.redeem").merchant,
    ("campaigns.list_settlement", "batch"): lambda g, s: g.made("money.open_batch", kind=coupon_words.SETTLED),
    ("campaigns.list_settlement", "account_no"): lambda g, s: "6222020000001234",
}
LATE = {"campaigns.coupons_lapse": lambda g: g.made("campaigns.claim", batch=batch(g, valid_days=1))}
