"""Finding coupons, who may claim one, whose coupons a clerk takes, and what a code names."""

import base64
import hmac
from datetime import date, timedelta

from django.utils.translation import gettext as now_

from gonghui.commons.money.hands import on_the_way_up
from gonghui.commons.registers.words import OPEN
from gonghui.kernel.privacy.crypto import blind
from gonghui.lines.organization.membership.words import MERCHANT

from . import coupon_words as words
from . import reads
from .coupon_models import Clerk, Coupon, CouponBatch, Redemption
from .words import S


def merchants(rows, viewer):
    """Merchants an officer may name: those listed at or below one's own nodes, and above."""
    rows_above = rows.for_act("merchants of one's own node and above").filter(node__path__in=on_the_way_up(viewer))
    return (rows_above | rows.within(viewer)).filter(kind=MERCHANT, state__in=OPEN)


def offered():
    """Coupons that are given out now: everybody may know of them."""
    rows = CouponBatch.objects.for_act("coupons given out are for everybody")
    return rows.filter(state=words.B.OPEN, campaign__state=S.LIVE)


def mine(viewer):
    """A viewer's own coupons, those still good first."""
    return Coupon.objects.for_act("own coupons").filter(account=viewer.account_id).select_related("batch")


def shops(account_id: int | None):
    """Of whom an account is a clerk today."""
    return Clerk.objects.for_act("whose clerk").filter(account=account_id, until=None).select_related("merchant").order_by("pk")


def my_shops(rows, viewer):
    """The merchants a viewer may redeem for."""
    return rows.for_act("whose clerk").filter(pk__in=shops(viewer.account_id).values("merchant"))


def redeemed(account_id: int, day: date):
    """What a clerk has redeemed on a day, the last on top."""
    rows = Redemption.objects.for_act("own redemptions").filter(account=account_id, on=day)
    return rows.select_related("batch").order_by("-pk")


def claimed(batch: CouponBatch, accounts) -> dict[int, list[tuple]]:
    """By account, in the order of claiming: (nth, state, day, last day) of every coupon of a batch, given back or not."""
    rows = Coupon.objects.for_act("how many each has").filter(batch=batch, account__among=sorted(accounts)).order_by("pk")
    had: dict[int, list[tuple]] = {pk: [] for pk in accounts}
    for account, *one in rows.values_list("account", "nth", "state", "on", "valid_until"):
        had[account].append(tuple(one))
    return had


def locked(number: int) -> CouponBatch:
    """The batch, which nobody else gives out until the transaction ends."""
    rows = CouponBatch.objects.for_act("claim").select_for_update(of=("self",), no_key=True)
    return rows.select_related("node", "campaign__node", "campaign__for_node").get(pk=number)


def why_not(batch: CouponBatch, viewer, day: date):
    """Why a viewer may not claim a coupon now, or None: the refusal, not raised."""
    no = reads.why_not(batch.campaign, viewer, day, claiming=True) or closed(batch, day)
    return no or had(batch, claimed(batch, [viewer.account_id])[viewer.account_id], day) or sold_out(batch)


def closed(batch: CouponBatch, day: date):
    """Why nobody claims on a day, or None."""
    return words.NOT_RUNNING(title=batch) if batch.state != words.B.OPEN or day > batch.until else None


def had(batch: CouponBatch, theirs: list[tuple], day: date):
    """Why somebody who has these (see `claimed`) may have no other, or None. What was given back counts no more."""
    days = [on for _nth, state, on, _until in theirs if state != words.C.RETURNED]
    if len(days) >= batch.each:
        return words.HAD(title=batch, count=batch.each)
    if batch.each_day and days.count(day) >= batch.each_day:
        return words.HAD_TODAY(title=batch, count=batch.each_day)
    return None


def next_of(batch: CouponBatch, theirs: list[tuple]) -> int:
    """Which of somebody's the next one is: the lowest number they do not hold."""
    taken = {nth for nth, state, _on, _until in theirs if state != words.C.RETURNED}
    return next(n for n in range(batch.each) if n not in taken)


def sold_out(batch: CouponBatch):
    """The refusal when nothing is left, or None."""
    return words.SOLD_OUT(title=batch, count=batch.count) if batch.taken >= batch.count else None


def last_day(batch: CouponBatch, day: date) -> date:
    """Until when a coupon claimed on a day is good."""
    return min(day + timedelta(days=batch.valid_days - 1), batch.until)


def good_until(last: date) -> str:
    """What is told of a coupon claimed."""
    return now_("有效至 {day}，请到“我的电子券”出示。").format(day=last)


def code_of(number: int) -> str:
    """The code of a coupon: its number and a seal over it that only the house can make; nothing of it is stored."""
    seal = base64.b32encode(blind("coupon", str(number))[:10]).decode()
    return "-".join((str(number), *(seal[n : n + 4] for n in range(0, 16, 4))))


def coupon_of(code: str) -> int | None:
    """The number of the coupon a code was made for; None for anything else, as a code with a letter changed."""
    told = code.strip().upper().rpartition("CODE=")[2].replace(" ", "")
    number = told.partition("-")[0]
    if not (number.isascii() and number.isdecimal() and len(number) < 19):
        return None
    return int(number) if hmac.compare_digest(code_of(int(number)).encode(), told.encode(errors="replace")) else None
