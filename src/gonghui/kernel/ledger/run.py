"""Run: one act being done. Bodies get it as `ctx`."""

import json
from datetime import date, datetime
from decimal import Decimal

from django.db import models

from ..access.scope import Kept
from ..clock import now, today
from ..privacy import crypto


class Run:
    """
    The viewer, the moment and the day of an act, and what it has changed so far.

    `on` is the business day of the change: a body that takes a date sets it. `why` is told in the link.
    """

    def __init__(self, act, viewer):
        self.act, self.viewer = act, viewer
        self.at, self.day = now(), today()
        self.on, self.why = self.day, ""
        self.node = None
        self.noted: dict[tuple[str, int], tuple[Kept, dict | None, bool]] = {}
        self.ready: list[tuple] = []  # event rows made set-based
        self.read: dict[str, dict] = {}  # what `once_an_act` keeps, by noun
        self.afterwards = []
        self.uploader = None  # whose table is being taken in

    @property
    def account(self):
        return self.viewer.account

    def create(self, model, **values):
        """Save a new row, in the state the act creates it in."""
        lifecycle = getattr(model, "lifecycle", None)
        if lifecycle and "state" not in values:
            values["state"] = lifecycle.born(self.act.key)
        row = model(**values)
        row.save()
        return row

    def note(self, row: Kept, *, born: bool = False, gone: bool = False) -> None:
        key = (row._meta.label_lower, row.pk)
        self.read.pop(key[0], None)
        before = {} if born else getattr(row, "_before", None)
        known = self.noted.get(key)
        if known:
            before, gone = known[1], gone or known[2]
        self.noted[key] = (row, before, gone)

    def note_many(self, model, rows) -> None:
        """
        Note set-based changes: rows of (pk, node_id, came_from, went_to, changes).

        `changes` is {field: [before, after]} of plain JSON values, or its text.
        """
        noun = model._meta.label_lower
        self.read.pop(noun, None)
        self.ready += [(noun, pk, node, was, now, c if isinstance(c, str) else dumps(c)) for pk, node, was, now, c in rows]

    def after_commit(self, call) -> None:
        self.afterwards.append(call)

    def events(self):
        """Every change as (noun, subject, node_id, came_from, went_to, changes text)."""
        for (noun, pk), (row, before, gone) in self.noted.items():
            changes = difference(row, before, gone)
            if not changes and before:
                continue
            state = changes.get("state", ["", ""])
            yield noun, pk, _node_id(row), state[0] or "", state[1] or "", dumps(changes)
        yield from self.ready


def _node_id(row) -> int | None:
    return getattr(row, "node_id", None)


def difference(row: Kept, before: dict | None, gone: bool = False) -> dict:
    """{field: [before, after]}, sealed fields as keyed hashes, derived columns left out."""
    changes = {}
    for field in row._meta.concrete_fields:
        if field.attname in row.unlogged_fields or field.primary_key:
            continue
        sealed = field.attname in row.sealed_fields
        was = _plain((before or {}).get(field.attname), sealed)
        became = None if gone else _plain(field.value_from_object(row), sealed)
        if was != became:
            changes[field.attname] = [was, became]
    return changes


def _plain(value, sealed: bool):
    if value in (None, "", b""):
        return None
    if sealed:
        text = bytes(value).hex() if isinstance(value, bytes | memoryview) else str(value)
        return crypto.blind("ledger", text).hex()[:32]
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:.2f}"  # as the database gives it back: 1 written and 1.00 read is no change
    if isinstance(value, models.Model):
        return str(value)
    if isinstance(value, models.fields.files.FieldFile):
        return value.name or None
    return value


def dumps(value) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
