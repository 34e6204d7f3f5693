"""What time does 时钟: a line declares clocks, the worker strikes each once a day; striking twice changes nothing."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as now_

from .access.models import Account, Grant
from .access.roles import holders
from .access.viewer import SYSTEM
from .ledger.act import ACTS, Act, act_of_house
from .ledger.do import do
from .marks import Mark
from .notices.models import Message
from .store import batched, hold, insert, next_ids
from .tree.models import Node
from .workdays import work_calendar

CLOCKS: dict[str, Act] = {}
OFTEN: dict[str, Callable[[], bool]] = {}  # clocks that strike within the minute, with what tells whether there is cause


def clock(key: str, label: str | Promise, *, when: Callable[[], bool] | None = None):
    """
    Register `f(ctx)` as a clock: an act of the house, done once a day in one transaction.

    when: strikes every minute in which this is true instead, for what is counted in minutes.
    """

    def register(run):
        if key in ACTS:
            raise LookupError(f"act {key!r} is declared twice")

        def alone(ctx):
            hold(f"clock {key}")  # of two workers the second finds done what the first has done
            run(ctx)

        alone.__doc__ = run.__doc__
        CLOCKS[key] = ACTS[key] = act_of_house(key, label, Mark, alone, "schedule")
        if when is not None:
            OFTEN[key] = when
        return CLOCKS[key]

    return register


def strike(key: str) -> None:
    """Let one clock do what is due today."""
    do(CLOCKS[key], SYSTEM)


def after_workdays(day: date, count: int) -> date:
    """The `count`-th working day after `day` by the calendar of the house; for many days ask `work_calendar` once."""
    return work_calendar().after(day, count) if count else day


@dataclass(frozen=True)
class Due:
    """A record that gives cause: where it stands, its day, and how far ahead it is noticed (0: the day has passed)."""

    subject: int
    node: int
    path: str
    due_on: date
    ahead: int = 0


def overdue(rows, since: str, allowed: Callable[[str, date], int], on: date, *, workdays: bool = False) -> Iterable[Due]:
    """Those of `rows` whose days allowed, counted from `since` by the value of that day, are over."""
    calendar = work_calendar() if workdays else None
    for pk, node, path, begun in rows.filter(**{f"{since}__lt": on}).values_list("pk", "node_id", "node__path", since):
        days = allowed(path, begun)
        last = calendar.after(begun, days) if calendar else begun + timedelta(days=days)
        if last < on:
            yield Due(pk, node, path, last)


def ahead(rows, until: str, steps: tuple[int, ...], on: date) -> Iterable[Due]:
    """Those of `rows` whose day comes within the nearest of `steps` days, or has passed."""
    near = rows.filter(**{f"{until}__lte": on + timedelta(days=max(steps))})
    for pk, node, path, last in near.values_list("pk", "node_id", "node__path", until):
        left = (last - on).days
        yield Due(pk, node, path, last, 0 if left < 0 else min(s for s in steps if left <= s))


def mark(ctx, noun, dues: Iterable[Due], power: str) -> list[Due]:
    """
    Keep the open marks of a clock equal to what is due; return what is newly marked.

    What is new is put into the hand of the nearest level above at which somebody holds `power` - a reminder ahead of its
    day stays with the record's own level first - and everybody there is told, once a clock and day. Set statements.
    """
    what, wanted = ctx.act.key, {d.subject: d for d in dues}
    standing = Mark.objects.for_act("clock").filter(what=what, state="open").values_list("pk", "subject", "node_id", "due_on", "ahead")
    same, over = set(), []
    for pk, subject, node, due_on, ahead_ in standing.iterator(20_000):
        due = wanted.get(subject)
        if due is not None and (due.due_on, due.ahead) == (due_on, ahead_):
            same.add(subject)
        else:
            over.append((pk, node))
    return replace(ctx, noun, over, [d for s, d in wanted.items() if s not in same], power)


def replace(ctx, noun, over: list[tuple[int, int]], fresh: list[Due], power: str) -> list[Due]:
    """Close the marks `over`, (number, node), and make those of `fresh`; what a clock calls that knows what has changed. Set statements."""
    what, today = ctx.act.key, ctx.day.isoformat()
    for part in batched(over, 20_000):
        Mark.objects.for_act("clock").filter(pk__among=[pk for pk, _node in part]).update(state="done", done_on=ctx.day)
    ctx.note_many(Mark, [(pk, node, "open", "done", {"done_on": [None, today]}) for pk, node in over])
    if not fresh:
        return []
    posts, slots = _posts(power, ctx.day), dict(Node.objects.for_act("clock").filter(pk__in={d.node for d in fresh}).values_list("pk", "slot"))
    levels = {(d.path, d.ahead == 0): _hand(d, posts) for d in {(d.path, d.ahead == 0): d for d in fresh}.values()}
    hands = {d.subject: levels[d.path, d.ahead == 0] for d in fresh}
    label, made = noun._meta.label_lower, list(zip(next_ids(Mark, len(fresh)), fresh, strict=True))
    insert(
        Mark,
        ("id", "what", "noun", "subject", "node_id", "slot", "hand_id", "due_on", "ahead", "on", "state"),
        ((pk, what, label, d.subject, d.node, slots[d.node], hands[d.subject], d.due_on, d.ahead, ctx.day, "open") for pk, d in made),
    )
    ctx.note_many(Mark, [(pk, d.node, "", "open", {"due_on": [None, d.due_on.isoformat()], "subject": [None, d.subject]}) for pk, d in made])
    ctx.note_many(noun, [(d.subject, d.node, "", "", {"due_on": [None, d.due_on.isoformat()], "hand_id": [None, hands[d.subject]]}) for d in fresh])
    _tell(ctx, fresh, hands, posts)
    return fresh


def _posts(power: str, on: date) -> dict[int, set[int]]:
    """Accounts that may use `power`, by the node of their post."""
    roles = [role.slug for role in holders(power)]
    posts = defaultdict(set)
    open_on = Q(until=None) | Q(until__gte=on)
    grants = Grant.objects.for_act("clock").filter(open_on, role__in=roles, since__lte=on, revoked_at=None, account__is_active=True)
    for node, account in grants.values_list("node_id", "account_id"):
        posts[node].add(account)
    return posts


def _hand(due: Due, posts) -> int:
    """The nearest level with somebody at a post, above the record's own once its day has passed; else the level above."""
    up = [int(pk) for pk in due.path.split("/") if pk][::-1]
    if due.ahead == 0:
        up = up[1:] or up
    return next((node for node in up if posts.get(node)), up[0])


def _tell(ctx, fresh: list[Due], hands: dict[int, int], posts) -> None:
    """One message a person for all that is new to them."""
    told = defaultdict(list)
    for due in fresh:
        for node in {due.node, hands[due.subject]}:
            for account in posts.get(node, ()):
                told[account].append(due.due_on)
    known = Account.objects.for_act("clock").in_bulk(list(told))
    text = now_("{label}：{count} 件，最早期限 {day}。请到“时限提醒”查看。")
    Message.objects.for_act("clock").bulk_create(
        [
            Message(account=known[a], text=text.format(label=ctx.act.label, count=len(days), day=min(days)), at=ctx.at, sent_at=ctx.at)
            for a, days in sorted(told.items())
        ],
        batch_size=500,
    )


def marks_of(row):
    """The marks of a record, open ones first, for whoever sees the record."""
    rows = Mark.objects.for_act("marks of a record in reach").filter(noun=row._meta.label_lower, subject=row.pk)
    return rows.select_related("hand").order_by(F("done_on").asc(nulls_first=True), "-pk")[:20]
