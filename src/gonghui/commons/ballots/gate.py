"""The gate of a poll: ballots that come at one moment are taken in groups, by the limits of any other, and nobody is told apart in a group."""

import random
import secrets
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.models import Account
from gonghui.kernel.ledger.run import dumps
from gonghui.kernel.store import draw_ids, hold, insert
from gonghui.kernel.tree.slots import slot_on
from gonghui.kernel.turnstile.gate import DONE, Answer, Ask, Gate, Plan, declare
from gonghui.kernel.turnstile.ticket import LASTS, Ticket

from . import reads, rules, words
from .models import Ballot, Choice, Poll, Turnout

KEY = "poll"
TURNOUT = ("id", "node_id", "slot", "kind", "poll_id", "account_id", "voter", "turn", "on")
BALLOT = ("id", "node_id", "slot", "kind", "poll_id", "account_id", "on", "content", "receipt", "device", "set_aside")
GIVEN = _("您已投过这张票，回执只告知一次。")


def plan(number: int) -> Plan | None:
    """When ballots are taken; None where they are not."""
    poll = Poll.objects.for_act("gate").filter(pk=number, state=words.S.OPEN).first()
    return poll and Plan(poll.opens_at, poll.closes_at)


def ticket_of(poll: Poll, account: Account, at: datetime, device: str = "") -> Ticket:
    """The ticket of somebody who may vote, as `reads.may_vote` has found, on a device."""
    told = reads.device_of(poll.pk, device)
    facts = {"device": told.hex()} if told else {}
    return Ticket(KEY, poll.pk, account.pk, account.pk, False, int((at + LASTS).timestamp()), facts)


def settle(ctx, number: int, asks: list[Ask]) -> list[Answer]:
    """
    One group of ballots. What came with an ask: `options`, the numbers of options; `turn`, which of the day's ballots this is.

    The same turn sent twice is one ballot. Refused as by `ballots.cast`: NOT_YET, OVER, HOW_MANY, OTHER_POLL, VOTED, VOTED_TODAY,
    DEVICE_FULL.
    """
    hold(f"poll {number}", shared=True)
    poll = Poll.objects.for_act("gate").select_related("node").get(pk=number)
    ctx.node = poll.node
    if closed := rules.window(poll, ctx.at):
        return [_no(closed)] * len(asks)
    options = {option.number: option.pk for option in reads.options_of(poll)}
    voters = [reads.voter_of(number, f"account {ask.ticket.account}") for ask in asks]
    cast = _cast(number, set(voters))
    devices = [bytes.fromhex(ask.ticket.facts.get("device", "")) or None for ask in asks]
    had, most = reads.full_devices(poll, set(devices), ctx.day) if any(devices) else {}, reads.per_device(poll, ctx.day)
    answers, taken = [], []
    for ask, voter, device in zip(asks, voters, devices, strict=True):
        turn, answer = _judged(poll, options, ask, cast.setdefault(voter, set()), ctx.day)
        if answer is None and device and had.get(device, 0) >= most:
            answer = _no(words.DEVICE_FULL(count=most))
        if answer is None:
            had[device] = had.get(device, 0) + 1
            code = secrets.token_hex(8)
            cast[voter].add(turn)
            taken.append((ask, voter, turn, code, device))
            answer = Answer(DONE, says="-".join(code[i : i + 4] for i in range(0, 16, 4)))
        answers.append(answer)
    _put_in(ctx, poll, options, taken)
    return answers


def _cast(number: int, voters: set[bytes]) -> dict[bytes, set[int]]:
    """The turns these voters have had in a poll."""
    found: dict[bytes, set[int]] = {}
    for voter, turn in Turnout.objects.for_act("one ballot each").filter(poll=number, voter__in=voters).values_list("voter", "turn"):
        found.setdefault(bytes(voter), set()).add(turn)
    return found


def _judged(poll: Poll, options: dict, ask: Ask, turns: set[int], day) -> tuple[int, Answer | None]:
    """Which turn a ballot is, and why it is not taken, if it is not."""
    chosen = ask.body.get("options")
    if not isinstance(chosen, list) or not all(type(n) is int for n in chosen) or not set(chosen) <= options.keys():
        return 0, _no(words.OTHER_POLL())
    if not poll.least <= len(set(chosen)) <= poll.most:
        return 0, _no(words.HOW_MANY(least=poll.least, most=poll.most, count=len(set(chosen))))
    first = rules.turn_of(day, poll.each_day, 0)
    today = sum(1 for turn in turns if first <= turn < first + max(poll.each_day, 1))
    asked = ask.body.get("turn")
    asked = asked if type(asked) is int and 0 <= asked < today else today
    if asked < today:
        return 0, Answer(DONE, says=str(GIVEN), again=True)
    if today >= max(poll.each_day, 1):
        return 0, _no(words.VOTED_TODAY(count=poll.each_day) if poll.each_day else words.VOTED(count=1))
    return first + today, None


def _put_in(ctx, poll: Poll, options: dict, taken: list[tuple]) -> None:
    """Write turnout and ballots, each in an order of its own: which ballot is whose cannot be told from where it lies."""
    if not taken:
        return
    slot, named = slot_on(poll.node, ctx.day), poll.secrecy == words.Secrecy.NAMED
    ids = draw_ids(Turnout, len(taken))
    alike = (poll.node_id, slot, poll.kind, poll.pk)
    insert(
        Turnout, TURNOUT, [(pk, *alike, ask.ticket.account, voter, turn, ctx.day) for pk, (ask, voter, turn, *_more) in zip(ids, taken, strict=True)]
    )
    ballots = [
        (
            secrets.randbits(62),
            *alike,
            ask.ticket.account if named else None,
            ctx.day,
            rules.written(set(ask.body["options"])),
            reads.receipt_of(code),
            device,
            "",
        )
        for ask, _voter, _turn, code, device in taken
    ]
    random.SystemRandom().shuffle(ballots)
    insert(Ballot, BALLOT, ballots)  # not noted: a chain that named them would name their voters
    insert(Choice, ("ballot_id", "option_id"), [(row[0], options[n]) for row in ballots for n in rules.read(row[BALLOT.index("content")])])
    told = dumps({"poll_id": [None, poll.pk]})
    ctx.note_many(Turnout, [(pk, poll.node_id, "", "", told) for pk in ids])


def _no(refused) -> Answer:
    return Answer(refused.code, says=refused.text)


GATE = declare(Gate(KEY, Turnout, settle, plan, lambda number: None))
