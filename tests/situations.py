"""
For every declared act one situation in which it succeeds: who does it, on which record, with which arguments.

Made from the declarations: a record is born by its creating act and walked through its lifecycle by
the acts of the table, each in a situation of its own; an argument is made from its annotation. What a
declaration cannot say (a number with a check digit, a date in the past) stands in tests.particulars.
"""

from collections import deque
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import count

from django.core.files.uploadedfile import UploadedFile
from django.db import models

from gonghui.kernel import clock
from gonghui.kernel.access.models import Account, Grant
from gonghui.kernel.access.roles import MEMBER
from gonghui.kernel.access.viewer import SYSTEM, Viewer
from gonghui.kernel.clocks import CLOCKS
from gonghui.kernel.desk import DESKS, FACETS, Desk, reaches
from gonghui.kernel.ledger.act import ACTS, Act, Param
from gonghui.kernel.ledger.do import Done, do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.tree.models import Node
from gonghui.rehearsal.people import people
from tests.cast import Cast
from tests.particulars import BEFORE, BORN_BY, FIRST, INTO, LATE, PLAIN, VALUES, upload


@dataclass
class Situation:
    """An act, somebody who may do it, a record it is open on (none if it creates; what a clock notices), and arguments it takes."""

    act: Act
    account: Account | None
    subject: models.Model | None
    arguments: dict = field(default_factory=dict)

    @property
    def viewer(self) -> Viewer:
        return Viewer(self.account) if self.account else SYSTEM

    @property
    def target(self):
        """The subject as `do` takes it."""
        return None if self.act.creates else [getattr(self.subject, "pk", self.subject)] if self.act.bulk else self.subject

    def do(self, key: str = "", **changed) -> Done:
        return do(self.act, self.viewer, self.target, key=key, **(self.arguments | changed))


MANY = 500


@cache
def strangers(turn: int) -> list[dict]:
    """People nobody has entered, invented many at a time: to invent one takes as long."""
    return people(9_000_000 + turn * MANY, MANY).to_dicts()


class Ground:
    """Makes situations in the federation of the cast; each call makes records of its own."""

    def __init__(self, cast: Cast):
        self.cast, self.numbers, self.worker = cast, count(1), None
        grants = Grant.objects.for_act("situations").order_by("pk").select_related("account__node")
        self.holders: dict[str, Account] = {}
        for grant in grants:
            self.holders.setdefault(grant.role, grant.account)

    def person(self) -> dict:
        """Name, number and phone of somebody nobody has entered yet."""
        number = next(self.numbers)
        return dict(strangers(number // MANY)[number % MANY])

    def new_worker(self) -> Account:
        """A worker who has just signed in with a phone."""

        def make(ctx):
            account = Account(login=f"worker-{next(self.numbers)}", phone_hash=blind("phone", f"199{next(self.numbers):08d}"))
            account.set_unusable_password()
            account.save()
            return account

        self.worker = by_house("tests.worker", make)
        return self.worker

    def situation(self, key: str, state: str | None = None) -> Situation:
        """A situation in which the act `key` succeeds (in a given state of the record); the record was made `BEFORE`."""
        act = ACTS[key]
        if act.creates and key not in CLOCKS:
            return self._with_arguments(Situation(act, self._account(act, None), None))
        with clock.at(clock.today() - BEFORE) if clock.today() == date.today() else nullcontext():
            subject = LATE[key](self) if key in CLOCKS else self.record(act, state)
        return self.of(act, subject)

    def of(self, act: Act, subject) -> Situation:
        """The situation of an act on a record that is there."""
        if act.key in FIRST:
            FIRST[act.key](self, subject)
            subject = type(subject).objects.for_act("situation").get(pk=subject.pk)
        return self._with_arguments(Situation(act, self._account(act, subject), subject))

    def made(self, key: str, **changed):
        """What the creating act `key` makes."""
        return self.situation(key).do(**changed).subject

    def on(self, subject, key: str):
        """Do `key` on a record; return the record."""
        return self.of(ACTS[key], subject).do().subject

    def left(self, person) -> None:
        """Let a person who has applied be a member, and leave."""
        membership = person.memberships.for_act("situation").get()
        self.on(self.on(membership, "membership.approve"), "membership.leave")

    def record(self, act: Act, state: str | None = None):
        """A new record of the act's noun, walked to a state the act is open in."""
        noun = act.noun
        row, path = self._way(act, state)
        for key in path:
            row = self.on(row, key)
        return noun.objects.for_act("situation").get(pk=row.pk)

    def _way(self, act: Act, state: str | None) -> tuple:
        """A new record and the acts that take it to a state the act is open in; from a state nobody walks into, where it needs one."""
        noun = act.noun
        row = self.born(noun)
        try:
            return row, path_to(act, row, state)
        except LookupError:
            for into in INTO.get(noun._meta.label_lower, ()):
                row = into(self)
                with suppress(LookupError):
                    return row, path_to(act, row, state)
            raise

    def born(self, noun):
        """A new record of a noun, by the act it is born by."""
        if callable(BORN_BY.get(noun._meta.label_lower)):
            return BORN_BY[noun._meta.label_lower](self)
        birth = ACTS[birth_of(noun)]
        made = self.situation(birth.key).do().subject
        return made if isinstance(made, noun) else noun.objects.for_act("situation").order_by("-pk").first()

    def _account(self, act: Act, subject) -> Account | None:
        """Who does it: of a maker's acts the lowest who reaches the record, of an approver's the highest."""
        if not act.by:
            return None
        if act.creates:
            return self.new_worker() if MEMBER in act.by else self.holders[act.by[0]]
        own = subject if isinstance(subject, Account) else self.worker
        accounts = [own if role == MEMBER else self.holders.get(role) for role in act.by]
        for account in reversed(accounts) if act.apart_from else accounts:
            if account and reaches(Viewer(account), act, subject) and not has_done(account, act, subject):
                return account
        raise LookupError(f"{act.key}: nobody of the cast reaches the record {subject!r}; let it be born within reach (BORN_BY)")

    def _with_arguments(self, situation: Situation) -> Situation:
        act = situation.act
        for name, parameter in act.params.items():
            if (act.key, name) in VALUES:
                situation.arguments[name] = VALUES[act.key, name](self, situation.subject)
            elif parameter.required:
                situation.arguments[name] = self.argument(situation, parameter)
        return situation

    def argument(self, situation: Situation, parameter: Param):
        """A value of the annotated kind that is in reach."""
        act, kind = situation.act, parameter.type
        if issubclass(kind, models.Model):
            value = self.choice(situation, parameter)
        elif parameter.p.choices is not None or issubclass(kind, models.Choices):
            choices = parameter.p.choices() if callable(parameter.p.choices) else parameter.p.choices or kind.choices
            value = kind(choices[0][0])
        elif issubclass(kind, UploadedFile):
            value = upload(self, act, parameter)
        else:
            value = PLAIN[kind](self, act, parameter)
        return [value] if parameter.many else value

    def choice(self, situation: Situation, parameter: Param):
        """A record as an argument: for a node or union one's own where it is made, else the one beside; else a new one."""
        act, place = situation.act, parameter.type._meta.label_lower
        if parameter.type is Node:
            return situation.account.node
        if place == "organization_orgs.union":
            return self.cast.unions["union" if act.creates else "beside"]
        return self.born(parameter.type)


def desk_offering(act: Act) -> Desk | None:
    """The desk an act is offered on: the whole one of its noun, else the first facet that has it."""
    return next((desk for desk in (*DESKS.values(), *FACETS.values()) if desk.noun is act.noun and act in desk.acts), None)


def has_done(account: Account, act: Act, subject) -> bool:
    """Whether this account has done what its doer must be apart from, by the acts that are named."""
    if not act.apart_from:
        return False
    told = Event.objects.for_act("situation").filter(noun=act.noun._meta.label_lower, subject=subject.pk, link__actor=account.pk)
    return told.filter(link__act__in=act.apart_from).exists()


def birth_of(noun) -> str:
    """The act a record of this noun is born by."""
    lifecycle = getattr(noun, "lifecycle", None)
    births = [step.act for step in lifecycle.steps if not step.came_from] if lifecycle else []
    births += [a.key for a in ACTS.values() if a.creates and a.noun is noun and a.by]
    return BORN_BY.get(noun._meta.label_lower) or births[0]


def open_states(act: Act, row) -> list[str]:
    """The states of the record's table in which the act is open."""
    return [state for state in act.noun.lifecycle.states.values if act.open_for(in_state(row, state))]


def path_to(act: Act, row, wanted: str | None = None) -> list[str]:
    """The shortest list of acts of the noun's table that takes `row` to the wanted state, else to any the act is open in."""
    lifecycle = getattr(act.noun, "lifecycle", None)
    if lifecycle is None:
        return []
    wanted = [wanted] if wanted else open_states(act, row) or [state for state in lifecycle.states.values if lifecycle.may(state, act.key)]
    waiting, seen = deque([(row.state, [])]), {row.state}
    while waiting:
        state, path = waiting.popleft()
        if state in wanted:
            return path
        for step in lifecycle.steps:
            by = ACTS[step.act]
            if state in step.came_from and step.to not in seen and by.noun is act.noun and not by.bulk:
                seen.add(step.to)
                waiting.append((step.to, [*path, step.act]))
    raise LookupError(f"{act.key}: no way from {row.state!r} to {wanted}")


def in_state(row, state: str):
    """The row as it would be in another state; it is not saved."""
    return type(row)(**{f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields} | {"state": state})
