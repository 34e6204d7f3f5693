"""One row of any noun at any place: its fields are filled by their types, its texts say where it stands."""

from datetime import date
from itertools import count

from django.db import models

from gonghui.commons.parties.models import Person
from gonghui.kernel.clock import now
from gonghui.kernel.config import Setting
from gonghui.kernel.desk import DESKS
from gonghui.kernel.intake.models import Batch
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.marks import Mark
from gonghui.kernel.privacy.crypto import new_salt
from gonghui.kernel.tree.models import Node
from gonghui.lines.organization.membership.models import Membership
from gonghui.lines.organization.orgs.models import Union
from tests.particulars import ROWS

DAY = date(2024, 3, 1)
PLACES = ("province", "city", "district", "union", "other_district", "far")
NAMED = {  # texts that mean something to a program
    Batch: {"kind": "members", "file": "1" * 64},
    Mark: {"noun": "kernel.node"},
    Setting: {"key": "member.min_age", "value": 16},
}
_number = count(1)


def mark(place: str) -> str:
    """What the texts of rows at a place begin with."""
    return f"标{place.replace('_', '')}记"


class Rows:
    """Makes rows at places, each once; to be used inside an act."""

    def __init__(self, cast):
        self.cast, self.made = cast, {}

    def row(self, model, place: str):
        """The row of `model` at `place`, with whatever it needs beside it."""
        key = (model, place)
        if key not in self.made:
            if model is Membership and (Person, place) not in self.made:
                self.row(Person, place)
            if key not in self.made:
                self.made[key] = self._known(model, place) or self._fresh(model, place)
            if model is Person:
                self.row(Membership, place)  # a person is seen through a membership
        return self.made[key]

    def _known(self, model, place):
        match model:
            case _ if model is Node:
                return self.cast.nodes[place]
            case _ if model is Union:
                return self.cast.unions.get(place) or self.cast.unions["city"]  # a province is no union
            case _ if model is Event:
                return Event.objects.for_act("matrix").filter(node=self.cast.nodes[place]).first()
        return None

    def _fresh(self, model, place):
        values = {f.name: v for f in model._meta.concrete_fields if (v := self._value(model, f, place)) is not None}
        values |= NAMED.get(model, {}) | ROWS.get(model._meta.label_lower, {})
        row = model(**values)
        row.save()
        return row

    def _value(self, model, field, place):
        """A value for a field that needs one; the nodes a record stands at are always filled."""
        if isinstance(field, models.AutoField | models.BigAutoField) or field.name == "slot":
            return None
        if field.is_relation:
            if field.related_model is Node:
                return self.cast.nodes[place] if field.name != "parent" else None
            needed = not field.null
            return self.row(field.related_model, place) if needed else None
        if field.name == "state":
            return next(iter(dict(field.choices)))
        if field.name == "salt":
            return new_salt()
        if field.null or (field.has_default() and not isinstance(field, models.CharField)):
            return None
        if field.choices:
            return next(iter(dict(field.choices)))
        return self._plain(field, place)

    def _plain(self, field, place):
        match field:
            case models.CharField() | models.TextField():
                return f"{mark(place)}{next(_number)}"[: field.max_length or 99]
            case models.DateTimeField():
                return now()
            case models.DateField():
                return DAY
            case models.BooleanField():
                return False
            case models.JSONField():
                return {}
            case models.BinaryField():
                return next(_number).to_bytes(32)
        return 1


def make(cast) -> dict[str, dict[str, models.Model]]:
    """Noun -> place -> row, for every noun that has a desk."""
    rows = Rows(cast)
    return {label: {place: rows.row(desk.noun, place) for place in PLACES} for label, desk in DESKS.items()}
