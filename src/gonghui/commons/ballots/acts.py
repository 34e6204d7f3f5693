"""Making a poll, voting, setting aside, counting twice, posting."""

import secrets
from datetime import datetime
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person
from gonghui.kernel.access.roles import MEMBER, OFFICERS
from gonghui.kernel.clock import now
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.store import hold
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.slots import slot_on

from . import counting, reads, rules, words
from .models import Ballot, Choice, Elector, Option, Poll, Turnout
from .words import S


def save_poll(ctx, *, node, title, opens_at, closes_at, least=1, most=1, options=(), about=None, **more) -> Poll:
    """Save a poll with its options, (title, record or None) each; what lines call from their own acts. Refuses: DAYS, LIMITS."""
    if opens_at >= closes_at:
        raise words.DAYS()
    if least > most:
        raise words.LIMITS()
    named = {"about_noun": about._meta.label_lower, "about_id": about.pk} if about is not None else {}
    more["for_node"] = more.get("for_node") or node
    poll = ctx.create(Poll, node=node, title=title, opens_at=opens_at, closes_at=closes_at, least=least, most=most, state=S.DRAFT, **named, **more)
    for number, (name, record) in enumerate(options, 1):
        save_option(ctx, poll, number, name, record)
    return poll


def save_option(ctx, poll, number: int, title: str, about=None) -> Option:
    named = {"about_noun": about._meta.label_lower, "about_id": about.pk} if about is not None else {}
    return ctx.create(Option, poll=poll, number=number, title=title, **named)


@act("ballots.draft", Poll, label=_("拟定投票"), past=_("已拟定"), by=OFFICERS, icon="how_to_vote", main=True)
def draft(
    ctx,
    *,
    node: Annotated[Node, P(_("主办组织"))],
    title: Annotated[str, P(_("名称"), max_length=100)],
    opens_at: Annotated[datetime, P(_("投票开始"))],
    closes_at: Annotated[datetime, P(_("投票截止"))],
    kind: Annotated[str, P(_("类别"), choices=words.kinds)] = words.GENERAL,
    secrecy: Annotated[words.Secrecy, P(_("记名方式"))] = words.Secrecy.SECRET,
    electorate: Annotated[words.Electorate, P(_("投票人"))] = words.Electorate.MEMBERS,
    for_node: Annotated[Node | None, P(_("面向组织"), help=_("不填为主办组织及下级"))] = None,
    least: Annotated[int, P(_("最少选几项"), least=1, most=50)] = 1,
    most: Annotated[int, P(_("最多选几项"), least=1, most=50)] = 1,
    each_day: Annotated[int, P(_("每人每日票数"), help=_("0 为全程只投一票"), least=0, most=100)] = 0,
):
    """Draft a poll. Refuses: DAYS, LIMITS."""
    return save_poll(
        ctx, node=node, title=title, opens_at=opens_at, closes_at=closes_at, kind=kind, secrecy=secrecy, electorate=electorate,
        for_node=for_node, least=least, most=most, each_day=each_day,
    )  # fmt: skip


@act("ballots.add_option", Poll, label=_("添加选项"), past=_("已添加"), by=OFFICERS, when=lambda p: p.state == S.DRAFT, icon="playlist_add")
def add_option(ctx, poll, *, title: Annotated[str, P(_("选项"), max_length=100)]):
    """Add an option behind the others. Refuses: OPTION_TWICE."""
    standing = reads.options_of(poll)
    if any(option.title == title for option in standing):
        raise words.OPTION_TWICE(title=title)
    save_option(ctx, poll, len(standing) + 1, title)


@act("ballots.list_voters", Poll, label=_("登记投票人"), past=_("已登记"), by=OFFICERS, when=lambda p: p.state == S.DRAFT, icon="group_add")
def list_voters(ctx, poll, *, persons: Annotated[list[Person], P(_("投票人"))]):
    """Put persons on the list of those who may vote; twice is once."""
    there = set(Elector.objects.for_act("who is listed").filter(poll=poll).values_list("person", flat=True))
    for person in {p.pk: p for p in persons if p.pk not in there}.values():
        ctx.create(Elector, poll=poll, person=person)


@act("ballots.open", Poll, label=_("开启投票"), past=_("已开启"), by=OFFICERS, icon="play_arrow", main=True)
def open_poll(ctx, poll):
    """Open it; options and rules stand from now. Refuses: FEW_OPTIONS, NO_VOTERS, OVER."""
    count, needed = len(reads.options_of(poll)), max(2, poll.most)
    if count < needed:
        raise words.FEW_OPTIONS(count=count, needed=needed)
    if poll.electorate == words.Electorate.LISTED and not Elector.objects.for_act("who is listed").filter(poll=poll).exists():
        raise words.NO_VOTERS()
    if ctx.at >= poll.closes_at:
        raise words.OVER()


@act("ballots.cast", Turnout, label=_("投票"), past=_("已投票，请保存回执："), by=(MEMBER,), at="poll", icon="how_to_vote", main=True)
def cast(
    ctx,
    *,
    poll: Annotated[Poll, P(_("投票"), pick=lambda rows, viewer: reads.open_polls(now()))],
    options: Annotated[list[Option], P(_("选项"), pick=lambda rows, viewer: rows.for_act("options of open polls").filter(poll__state=S.OPEN))],
):
    """
    Vote, and be told a receipt once. The chain notes that one has voted, never how.

    Refuses: NOT_YET, OVER, NOT_MEMBER, NOT_LISTED, HOW_MANY, OTHER_POLL, VOTED, VOTED_TODAY, DEVICE_FULL.
    """
    hold(f"poll {poll.pk}", shared=True)
    poll = Poll.objects.for_act("cast").select_related("node", "for_node").get(pk=poll.pk)
    if closed := rules.window(poll, ctx.at):
        raise closed
    no = reads.may_vote(poll, ctx.viewer)
    if no is not None:
        raise no
    chosen = {option.pk: option for option in options}
    if any(option.poll_id != poll.pk for option in chosen.values()):
        raise words.OTHER_POLL()
    if not poll.least <= len(chosen) <= poll.most:
        raise words.HOW_MANY(least=poll.least, most=poll.most, count=len(chosen))
    told = reads.device_of(poll.pk, ctx.viewer.device)
    if told and reads.full_devices(poll, [told], ctx.day).get(told, 0) >= (most := reads.per_device(poll, ctx.day)):
        raise words.DEVICE_FULL(count=most)
    turnout = ctx.create(
        Turnout, node=poll.node, kind=poll.kind, poll=poll, account=ctx.account, on=ctx.day, **_turn(ctx, poll)
    )  # fmt: skip
    code = secrets.token_hex(8)
    ballot = Ballot(
        pk=secrets.randbits(62), node=poll.node, slot=slot_on(poll.node, ctx.day), kind=poll.kind, poll=poll, on=ctx.day,
        account=ctx.account if poll.secrecy == words.Secrecy.NAMED else None, content=rules.written(o.number for o in chosen.values()),
        receipt=reads.receipt_of(code), device=told,
    )  # fmt: skip
    Ballot.objects.for_act("cast").bulk_create([ballot])  # not noted: a chain that named it would name its voter
    Choice.objects.for_act("cast").bulk_create([Choice(ballot=ballot, option=option) for option in chosen.values()])
    ctx.said = {"receipt": "-".join(code[i : i + 4] for i in range(0, 16, 4))}
    return turnout


def _turn(ctx, poll: Poll) -> dict:
    """The voter's keyed hash and which ballot of theirs this is. Refuses: VOTED, VOTED_TODAY."""
    voter = reads.voter_of(poll.pk, f"account {ctx.account.pk}")
    before = Turnout.objects.for_act("one ballot each").filter(poll=poll, voter=voter)
    if not poll.each_day:
        if before.exists():
            raise words.VOTED(count=1)
        return {"voter": voter, "turn": 0}
    today = before.filter(on=ctx.day).count()
    if today >= poll.each_day:
        raise words.VOTED_TODAY(count=poll.each_day)
    return {"voter": voter, "turn": rules.turn_of(ctx.day, poll.each_day, today)}


@act("ballots.set_aside", Ballot, label=_("不计票"), past=_("已列为不计票"), by=OFFICERS, when=lambda b: not b.set_aside, icon="block")
def set_aside(ctx, ballot, *, reason: Annotated[words.Aside, P(_("原因"))], why: Annotated[str, WHY]):
    """Leave a ballot out of the count, with a reason its voter reads by the receipt. Refuses: FROZEN_RESULT."""
    _refuse_frozen(ballot)
    ballot.set_aside = reason


@act("ballots.set_aside_many", Ballot, label=_("批量不计票"), past=_("已列为不计票"), by=OFFICERS, bulk=True, icon="block")
def set_aside_many(ctx, ballots, *, reason: Annotated[words.Aside, P(_("原因"))], why: Annotated[str, WHY]):
    """Leave all chosen ballots out of the count, in one statement. Refuses: FROZEN_RESULT."""
    if ballots.filter(poll__state__in=words.FROZEN).exists():
        raise words.FROZEN_RESULT()
    changed = list(ballots.filter(set_aside="").values_list("pk", "node_id"))
    _leave_out(ctx, changed, reason)


@act(
    "ballots.set_aside_device", Poll, label=_("整台设备不计票"), past=_("已列为不计票"), by=OFFICERS, when=lambda p: p.state in (S.OPEN, S.CLOSED),
    icon="phonelink_erase",
)  # fmt: skip
def set_aside_device(
    ctx,
    poll,
    *,
    device: Annotated[str, P(_("设备摘要"), help=_("“同一设备票数”中的十二位摘要"), max_length=12)],
    why: Annotated[str, WHY],
    reason: Annotated[words.Aside, P(_("原因"))] = words.Aside.DEVICE,
):
    """Leave every ballot of a device out of the count, with a reason each voter reads by the receipt. Refuses: NO_DEVICE."""
    known = {bytes(told).hex()[:12]: told for told, *_more in reads.busiest(poll)}
    if device not in known:
        raise words.NO_DEVICE(device=device)
    rows = Ballot.objects.for_act("set aside").filter(poll=poll, device=known[device], set_aside="")
    changed = list(rows.values_list("pk", "node_id"))
    if not changed:
        raise words.NO_DEVICE(device=device)
    _leave_out(ctx, changed, reason)


def _leave_out(ctx, changed: list[tuple[int, int]], reason: str) -> None:
    """Set these ballots aside, (number, node) each, in set statements."""
    Ballot.objects.for_act("set aside").filter(pk__among=[pk for pk, _node in changed]).update(set_aside=reason)
    ctx.note_many(Ballot, [(pk, node, "", "", {"set_aside": ["", str(reason)]}) for pk, node in changed])


@act(
    "ballots.restore", Ballot, label=_("恢复计票"), past=_("已恢复计票"), by=OFFICERS, when=lambda b: bool(b.set_aside),
    apart_from=("ballots.set_aside", "ballots.set_aside_many", "ballots.set_aside_device"), icon="undo",
)  # fmt: skip
def restore(ctx, ballot, *, why: Annotated[str, WHY]):
    """Count it after all; decided by another than whoever set it aside. Refuses: FROZEN_RESULT."""
    _refuse_frozen(ballot)
    ballot.set_aside = ""


def _refuse_frozen(ballot: Ballot) -> None:
    poll = Poll.objects.for_act("a frozen result").select_for_update(of=("self",)).get(pk=ballot.poll_id)
    if poll.state in words.FROZEN:
        raise words.FROZEN_RESULT()


@act("ballots.close", Poll, label=_("截止投票"), past=_("已截止"), by=OFFICERS, icon="stop", main=True)
def close(ctx, poll):
    """Take no more ballots; those on their way are in first."""
    hold(f"poll {poll.pk}")


@act("ballots.count", Poll, label=_("计票并冻结"), past=_("已计票，结果冻结"), by=OFFICERS, icon="calculate", main=True)
def count(ctx, poll):
    """
    Count by choices and by what every ballot says, and freeze what both agree on; what a device has beyond its limit of a day is set aside
    before. Refuses: DIFFERS.
    """
    _leave_out(ctx, reads.over_device(poll, reads.per_device(poll, ctx.day)), words.Aside.DEVICE)
    votes, tally = reads.by_choices(poll), counting.by_duckdb(poll)
    _compare(votes, tally.votes)
    if tally.turnouts != tally.accepted + tally.aside:
        raise words.DIFFERS(what=_("领票 {turnouts} 次，选票 {ballots} 张").format(turnouts=tally.turnouts, ballots=tally.accepted + tally.aside))
    if tally.over > tally.aside:
        raise words.DIFFERS(what=_("超过每人票数的 {over} 张中，只有 {aside} 张不计票").format(over=tally.over, aside=tally.aside))
    for option in reads.options_of(poll):
        option.votes = votes.get(option.number, 0)
        option.save()
    poll.accepted, poll.aside, poll.digest, poll.counted_on = tally.accepted, tally.aside, tally.digest, ctx.day


@act(
    "ballots.recount", Poll, label=_("复核计票"), past=_("复核一致"), by=OFFICERS, apart_from=("ballots.count",),
    when=lambda p: p.recounted_on is None, icon="fact_check", main=True,
)  # fmt: skip
def recount(ctx, poll):
    """Another person lets another engine count, and compares with what was frozen. Refuses: DIFFERS."""
    tally = counting.by_database(poll)
    _compare({option.number: option.votes for option in reads.options_of(poll)}, tally.votes)
    if (tally.accepted, tally.aside, tally.digest) != (poll.accepted, poll.aside, bytes(poll.digest)):
        raise words.DIFFERS(what=_("选票在计票后有变动"))
    poll.recounted_on = ctx.day


def _compare(one: dict, other: dict) -> None:
    apart = [str(number) for number in sorted(one.keys() | other.keys()) if one.get(number, 0) != other.get(number, 0)]
    if apart:
        raise words.DIFFERS(what=_("选项 {numbers}").format(numbers="、".join(apart)))


@act("ballots.post", Poll, label=_("公布结果"), past=_("已公布"), by=OFFICERS, icon="campaign", when=lambda p: p.state == S.COUNTED)
def post(ctx, poll):
    """Let everybody read the result. Refuses: NOT_RECOUNTED."""
    if poll.recounted_on is None:
        raise words.NOT_RECOUNTED()
    poll.posted_on = ctx.day
