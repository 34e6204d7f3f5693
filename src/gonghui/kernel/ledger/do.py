"""do(): the only way in. All subjects or none; the same key gets the same answer."""

import logging
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, lru_cache

from django.db import IntegrityError, OperationalError, models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .. import refusal
from ..access.roles import ROLES, who_may
from ..access.scope import acting
from ..access.wall import trusted
from ..privacy import crypto
from ..privacy.masks import NUMBERS
from ..store import NUMBER, row_by, rows_by, written
from ..tree.models import Node
from . import arguments as fitting
from .act import CREATING, Act
from .chain import append, stream_for
from .models import Answer, Event
from .run import Run, dumps

NUMBER_IN_WHY = refusal.Refusal(
    "ledger.number_in_why", _("理由里有身份证号或手机号。"), because=_("理由永久留痕，不能删除"), instead=_("请去掉号码。"), field="why"
)
log = logging.getLogger(__name__)
TRIES = 3


@dataclass
class Done:
    """What an act answered: its records, and whether this request had been answered before."""

    act: Act
    subjects: list
    again: bool = False
    said: dict = field(default_factory=dict)

    @property
    def subject(self):
        return self.subjects[0] if self.subjects else None


def do(act: Act, viewer, subject=None, *, key: str = "", **arguments) -> Done:
    """
    Do `act` on `subject` (a row or its number; none for a creating act, a list for a bulk act).

    Refuses: NOT_FOUND outside reach, NO_POWER and OUTSIDE_REACH within it, WRONG_STATE, SAME_PERSON,
    KEY_REUSED, NUMBER_IN_WHY, arguments that do not fit their annotations, and whatever the body refuses. Everything
    or nothing is written. Who loses a race is run again, and the body says what has changed meanwhile;
    who loses it again and again is refused CLASH or BUSY.
    """
    subjects = [] if subject is None else list(subject) if isinstance(subject, list | tuple | models.QuerySet) else [subject]
    pks = [getattr(s, "pk", s) for s in subjects]
    for _try in range(TRIES):
        try:
            return _once(act, viewer, pks, key, arguments)
        except (IntegrityError, OperationalError) as error:
            if isinstance(error, OperationalError) and not _lost_a_race(error):
                raise
            lost = error
    log.error("%s lost %s races", act.key, TRIES, exc_info=lost)
    raise (refusal.CLASH if isinstance(lost, IntegrityError) else refusal.BUSY)() from lost


def _lost_a_race(error: OperationalError) -> bool:
    """A deadlock, a serialisation failure, a lock waited for too long; anything else is no race."""
    return getattr(error.__cause__, "sqlstate", "") in ("40P01", "40001", "55P03") or "locked" in str(error)


def _once(act: Act, viewer, pks: list, key: str, arguments: dict) -> Done:
    run = Run(act, viewer)
    run.why = str(arguments.get("why") or "")
    if NUMBERS.search(run.why):
        raise NUMBER_IN_WHY()
    with trusted(), _undoing_files(run), transaction.atomic(), _writing(run):
        answer, again = _answer(run, key, pks, arguments) if key else (None, False)
        if again:
            return Done(act, _rows(act, answer.subjects), again=True)
        rows = _locked(run, pks) if not act.creates else []
        _check(run, rows)
        made = _run(run, rows, arguments)
        events = list(run.events()) or [(act.noun._meta.label_lower, r.pk, getattr(r, "node_id", None), "", "", "{}") for r in made]
        append(run, events, stream_for(act.noun._meta.label_lower, run.node))
        if answer is not None:
            answer.subjects = [r.pk for r in made]
            answer.save()
    for call in run.afterwards:
        transaction.on_commit(call)
    return Done(act, made, said=getattr(run, "said", {}))


def _run(run: Run, rows: list, arguments: dict) -> list:
    act = run.act
    if act.creates:
        run.node = _node_of(arguments.get(act.at))
        _check_place(run)
        fitting.check(act, arguments)
        made = act.run(run, **arguments)
        made = made if isinstance(made, list) else [made]
        if run.node is None and made:
            run.node = getattr(made[0], "node", None)
        return made
    fitting.check(act, arguments)
    run.node = _node_of(rows[0])
    lifecycle = getattr(act.noun, "lifecycle", None)
    if act.bulk:
        chosen = act.noun.objects.for_act("the locked rows of a bulk act").filter(pk__in=[r.pk for r in rows])
        act.run(run, chosen.order_by("pk"), **arguments)
        return rows
    (row,) = rows
    step = lifecycle.step(row.state, act.key) if lifecycle else None
    act.run(run, row, **arguments)
    if step:
        row.state = step.to
    row.save()
    return [row]


def _locked(run: Run, pks: list) -> list:
    """
    Lock the rows in reach of the power, lowest number first, so that two acts never wait for each other.

    No act changes a number: whoever writes a record that points here need not wait (a vote, while its poll is closed).
    """
    act, viewer = run.act, run.viewer
    if not pks or (len(pks) > 1 and not act.bulk) or any(type(pk) is not int or not 0 < pk < 2**63 for pk in pks):
        raise refusal.NOT_FOUND()
    shape, values = viewer.reach(act.power).shape()
    found = rows_by(act.noun, _locking(act.noun, shape, len(pks)), values | {NUMBER + n: pk for n, pk in enumerate(pks)})
    rows = list({row.pk: row for row in found}.values())
    if len(rows) != len(set(pks)):
        seen = act.noun.objects.within(viewer).filter(pk__in=pks).count()
        raise refusal.NOT_FOUND() if seen != len(set(pks)) else no_power(act)
    return rows


@lru_cache(1024)
def _locking(noun, reach, many: int) -> tuple[str, tuple]:
    """The statement that locks so many rows within a reach of one shape, written once for NUMBER and those after it."""
    rows = noun.objects.within_reach(reach).filter(pk__in=range(NUMBER, NUMBER + many))
    return written(rows.select_for_update(of=("self",), no_key=True).order_by("pk"))


def _check(run: Run, rows: list) -> None:
    """State of every row, and that the approver is not the maker of any of them."""
    act = run.act
    for row in rows:
        if not act.open_for(row):
            state = row.get_state_display() if hasattr(row, "get_state_display") else ""
            raise refusal.WRONG_STATE(state=state, act=act.label)
    if act.apart_from and run.viewer.account_id:
        made = Event.objects.for_act("maker and approver").filter(
            noun=act.noun._meta.label_lower, subject__in=[r.pk for r in rows], link__actor=run.viewer.account_id
        )
        which = Q(link__act__in=act.apart_from) | (Q(came_from="") & ~Q(went_to="") if CREATING in act.apart_from else Q(pk=None))
        if made.filter(which).exists():
            raise refusal.SAME_PERSON()


def _check_place(run: Run) -> None:
    reach = run.viewer.reach(run.act.power)
    if not reach:
        raise no_power(run.act)
    if reach.own and run.viewer.account_id:
        return  # one's own affair: the body sees to it that it is
    if not reach.covers(run.node.path if run.node else ""):
        raise refusal.OUTSIDE_REACH(field=run.act.at)


def no_power(act: Act) -> refusal.Refused:
    return refusal.NO_POWER(act=act.label, roles=who_may(act.power) or ROLES["province_officer"].label)


def _node_of(thing) -> Node | None:
    """The node of an argument or row as it stands now, not as it stood when a form was made."""
    pk = thing.pk if isinstance(thing, Node) else getattr(thing, "node_id", None) or getattr(getattr(thing, "node", None), "pk", None)
    return row_by(Node, _standing(), pk) if pk is not None else None


@cache
def _standing() -> tuple[str, tuple]:
    """The statement of a node as it stands, written once for NUMBER."""
    return written(Node.objects.for_act("the node of an act").filter(pk=NUMBER))


def _answer(run: Run, key: str, pks: list, arguments: dict) -> tuple[Answer, bool]:
    """The answer of this key, and whether it was given before; a second request waits here for the first."""
    key = key[:64].replace("\0", "")  # PostgreSQL takes no NUL
    # arguments name people: no hash that can be tried without the key
    digest = crypto.blind("answer", dumps([run.act.key, pks, {k: _plain(v) for k, v in arguments.items()}]))
    try:
        with transaction.atomic():
            return Answer.objects.create(account_id=run.viewer.account_id, key=key, act=run.act.key, digest=digest), False
    except IntegrityError:
        answer = Answer.objects.select_for_update().get(account_id=run.viewer.account_id, key=key)
    if bytes(answer.digest) != digest:
        raise refusal.KEY_REUSED()
    return answer, True


def _plain(value):
    """An argument as one key remembers it: a record by its number, a file by its name."""
    if isinstance(value, list | tuple | models.QuerySet):
        return [_plain(v) for v in value]
    return getattr(value, "pk", None) or getattr(value, "name", None) or str(value)


def _rows(act: Act, pks: list) -> list:
    return list(act.noun.objects.for_act("an answer given before").filter(pk__in=pks).order_by("pk"))


@contextmanager
def _writing(run: Run):
    token = acting.set(run)
    try:
        yield
    finally:
        acting.reset(token)


@contextmanager
def _undoing_files(run: Run):
    """A file saved by an act that fails does not stay behind."""
    try:
        yield
    except BaseException:
        for undo in getattr(run, "saved_files", ()):
            undo()
        raise
