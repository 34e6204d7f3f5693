"""`@act`: the one declaration behind button, form, endpoint, permission, transaction and event."""

import inspect
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..access.roles import give

Text = str | Promise


@dataclass(frozen=True)
class P:
    """
    What a bare annotation cannot say about a parameter.

    choices: (value, label) pairs or a function giving them, for a text or whole number.
    pick: for a Model, a function (queryset, viewer) -> queryset of what may be chosen; by default
        what lies within reach. accept: content types of a file.
    asks: for a dict, a function (record) -> Asked of every text that is asked for; what is typed comes by its name.
    """

    label: Text
    help: Text = ""
    max_length: int | None = None
    least: Any = None
    most: Any = None
    long: bool = False
    accept: tuple[str, ...] = ()
    choices: Any = None
    pick: Callable | None = None
    secret: bool = False
    asks: Callable | None = None


@dataclass(frozen=True)
class Asked:
    """One text of many that a form asks for at once. value: what stands there; beside: what is told beside it."""

    name: str
    label: Text
    value: str = ""
    beside: Text = ""


@dataclass(frozen=True)
class Param:
    name: str
    type: type
    p: P
    required: bool
    default: Any
    many: bool = False


@dataclass
class Act:
    """A declared act; see `act` for the meaning of its parts."""

    key: str
    label: Text
    past: Text
    noun: type[models.Model]
    run: Callable
    params: dict[str, Param]
    creates: bool
    by: tuple[str, ...]
    at: str
    bulk: bool
    apart_from: tuple[str, ...]
    when: Callable | None
    icon: str
    main: bool

    @property
    def power(self) -> str:
        return self.key

    def open_for(self, row) -> bool:
        """Tell whether the record's state, and the act's own condition, allow it now."""
        lifecycle = getattr(self.noun, "lifecycle", None)
        if lifecycle and not lifecycle.may(row.state, self.key):
            return False
        return self.when is None or bool(self.when(row))


ACTS: dict[str, Act] = {}


def act(
    key: str,
    noun: type[models.Model],
    *,
    label: Text,
    past: Text = "",
    by: tuple[str, ...] = (),
    at: str = "node",
    bulk: bool = False,
    apart_from: tuple[str, ...] = (),
    when: Callable | None = None,
    icon: str = "bolt",
    main: bool = False,
):
    """
    Register `f(ctx, subject, *, typed arguments)` as an act; without a subject it creates.

    key: dotted; also the name of the power. label, past: what the button and the message say.
    by: roles that hold the power; MEMBER means over one's own records.
    at: for a creating act, the parameter that is the node, or whose `.node` is.
    bulk: the body takes a queryset of locked rows instead of one and writes set-based.
    apart_from: acts which the same account may not have done on the record (maker and approver).
    when: a further condition on the record, checked again under the lock.
    """

    def register(run) -> Act:
        if key in ACTS:
            raise LookupError(f"act {key!r} is declared twice")
        positional = [p for p in inspect.signature(run).parameters.values() if p.kind is not p.KEYWORD_ONLY]
        declared = Act(
            key, label, past or label, noun, run, dict(_params(run)), len(positional) == 1, by, at,
            bulk, apart_from, when, icon, main,
        )  # fmt: skip
        ACTS[key] = declared
        give(key, by)
        return declared

    return register


def act_of_house(key: str, label: Text, noun: type[models.Model], body: Callable, icon: str = "") -> Act:
    """An act that nobody holds and that takes no arguments; `body(ctx)` makes no one record that is its own."""

    def run(ctx):
        body(ctx)
        return []

    run.__doc__ = body.__doc__
    return Act(key, label, label, noun, run, {}, True, (), "node", False, (), None, icon, False)


def _params(run):
    hints = typing.get_type_hints(run, include_extras=True)
    for name, parameter in inspect.signature(run).parameters.items():
        if parameter.kind is not parameter.KEYWORD_ONLY:
            continue
        base, p = _unwrap(hints[name])
        if p is None:
            raise TypeError(f"{run.__qualname__}.{name}: annotate with P")
        many = typing.get_origin(base) is list
        if many:
            base = typing.get_args(base)[0]
        required = parameter.default is parameter.empty
        yield name, Param(name, base, p, required, None if required else parameter.default, many)


def _unwrap(hint) -> tuple[type, P | None]:
    """Take the optional and the P off an annotation, in whichever order they were put on."""
    p = None
    while True:
        origin = typing.get_origin(hint)
        if origin is typing.Annotated:
            p = next((m for m in hint.__metadata__ if isinstance(m, P)), p)
            hint = hint.__origin__
        elif origin in (typing.Union, types.UnionType):
            hint = next(a for a in typing.get_args(hint) if a is not type(None))
        else:
            return hint, p


CREATING = "*"  # in `apart_from`: whichever act made the record
WHY = P(_("理由"), long=True, max_length=500)
