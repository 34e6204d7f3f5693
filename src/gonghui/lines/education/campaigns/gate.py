"""The gate of a batch of coupons: claims of one moment are settled in groups, under the lock and by the rules of any other claim."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from gonghui.kernel.access.models import Account
from gonghui.kernel.ledger.run import dumps
from gonghui.kernel.store import draw_ids, insert
from gonghui.kernel.tree.slots import slot_on
from gonghui.kernel.turnstile.gate import DONE, FULL, Answer, Ask, Gate, Plan, declare
from gonghui.kernel.turnstile.ticket import LASTS, Ticket

from . import coupon_reads, reads
from .coupon_models import Coupon, CouponBatch
from .coupon_words import C
from .models import Participation

KEY = "coupon"
PART = ("id", "node_id", "slot", "campaign_id", "account_id", "who", "on", "turn")
COUPON = ("id", "node_id", "slot", "batch_id", "account_id", "participation_id", "nth", "on", "valid_until", "state")


def plan(number: int) -> Plan | None:
    """When coupons are claimed, by the days of campaign and batch; None where none are given out."""
    batch = coupon_reads.offered().filter(pk=number).select_related("campaign").first()
    if batch is None:
        return None
    last = min(batch.campaign.closes_on, batch.until)
    return Plan(*(timezone.make_aware(datetime.combine(day, time.min)) for day in (batch.campaign.opens_on, last + timedelta(days=1))))


def ticket_of(batch: CouponBatch, account: Account, at: datetime) -> Ticket:
    """The ticket of somebody who may claim, as `coupon_reads.why_not` has found."""
    return Ticket(KEY, batch.pk, account.pk, account.pk, False, int((at + LASTS).timestamp()))


def settle(ctx, number: int, asks: list[Ask]) -> list[Answer]:
    """
    One group of claims. What came with an ask: `turn`, how many of this batch the claimant had claimed before it.

    The same turn sent twice is one coupon. Refused as by `campaigns.claim`, but for who may: that was decided with the ticket.
    """
    batch = coupon_reads.locked(number)
    campaign, ctx.node = batch.campaign, batch.node
    if closed := reads.closed(campaign, ctx.day, claiming=True) or coupon_reads.closed(batch, ctx.day):
        return [_no(closed)] * len(asks)
    accounts = {ask.ticket.account for ask in asks}
    theirs, turns = coupon_reads.claimed(batch, accounts), reads.turns_of(campaign, accounts, ctx.day)
    last, answers, given = coupon_reads.last_day(batch, ctx.day), [], []
    for account, asked in ((ask.ticket.account, ask.body.get("turn")) for ask in asks):
        mine, (who, today, total) = theirs[account], turns[account]
        if type(asked) is int and 0 <= asked < len(mine):
            answers.append(_has(mine[asked][3], again=True))
        elif no := reads.used_up(campaign, today, total) or coupon_reads.had(batch, mine, ctx.day):
            answers.append(_no(no))
        elif no := coupon_reads.sold_out(batch):
            answers.append(Answer(FULL, says=no.text))
        else:
            nth = coupon_reads.next_of(batch, mine)
            given.append((account, who, reads.nth_turn(ctx.day, today), nth))
            mine.append((nth, C.CLAIMED, ctx.day, last))
            turns[account] = who, today + 1, total + 1
            batch.taken += 1
            answers.append(_has(last))
    _put_in(ctx, batch, last, given)
    return answers


def _put_in(ctx, batch: CouponBatch, last, given: list[tuple]) -> None:
    """Write what a group has got; in the order of accounts, for one person may stand in two groups of a campaign at the same moment."""
    if not given:
        return
    batch.save()
    given.sort()
    campaign, day = batch.campaign, ctx.day
    parts, coupons = (list(zip(draw_ids(noun, len(given)), given, strict=True)) for noun in (Participation, Coupon))
    at = (campaign.node_id, slot_on(campaign.node, day), campaign.pk)
    insert(Participation, PART, [(pk, *at, account, who, day, turn) for pk, (account, who, turn, _nth) in parts])
    at = (batch.node_id, slot_on(batch.node, day), batch.pk)
    rows = [
        (pk, *at, account, part, nth, day, last, C.CLAIMED.value)
        for (pk, (account, _who, _turn, nth)), (part, _one) in zip(coupons, parts, strict=True)
    ]
    insert(Coupon, COUPON, rows)
    told = {"campaign_id": [None, campaign.pk], "on": [None, day.isoformat()]}
    ctx.note_many(
        Participation,
        [
            (pk, campaign.node_id, "", "", dumps(told | {"account_id": [None, account], "turn": [None, turn]}))
            for pk, (account, _who, turn, _nth) in parts
        ],
    )
    told = {"batch_id": [None, batch.pk], "on": [None, day.isoformat()], "valid_until": [None, last.isoformat()], "state": [None, C.CLAIMED.value]}
    ctx.note_many(
        Coupon, [(pk, batch.node_id, "", C.CLAIMED.value, dumps(told | {"account_id": [None, one[0]], "nth": [None, one[3]]})) for pk, one in coupons]
    )


def known(number: int) -> dict[int, Answer] | None:
    """What all who have a coupon are told again where none is left; None while one is, and where a person may have several: a second ask is another one."""
    batch = coupon_reads.offered().filter(pk=number, each=1).first()
    if batch is None or not coupon_reads.sold_out(batch):
        return None
    rows = Coupon.objects.for_act("gate").filter(batch=number).exclude(state=C.RETURNED).values_list("account", "valid_until")
    return {account: _has(last, again=True) for account, last in rows}


def _has(last, *, again: bool = False) -> Answer:
    return Answer(DONE, says=coupon_reads.good_until(last), again=again)


def _no(refused) -> Answer:
    return Answer(refused.code, says=refused.text)


GATE = declare(Gate(KEY, Coupon, settle, plan, known))
