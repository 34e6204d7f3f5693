"""Enrolments as they are asked for, and writing many of them at once, as rows of the table."""

from dataclasses import dataclass
from datetime import datetime

from gonghui.kernel.store import draw_ids, insert, next_ids
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.slots import slot_on

from . import words
from .models import Enrolment
from .rules import first_free

COLUMNS = tuple(field.attname for field in Enrolment._meta.concrete_fields)
EVERY = (
    "id", "node_id", "slot", "kind", "offer_id", "channel", "asked_at", "asked_on", "round_id", "says", "appeal",
    "person_id", "guardian_id", "holder_id", "name", "phone", "quota_id", "on_quota", "given", "turn", "number", "state", "held_until",
)  # fmt: skip


@dataclass(slots=True)
class Asked:
    """What is placed of an enrolment where many are at once: as the row of the table, without the rest of it."""

    person_id: int
    guardian_id: int | None
    phone: str
    quota_id: int | None
    turn: int
    name: str = ""
    state: str = ""
    number: int = 0
    on_quota: bool = False
    given: str = ""
    held_until: datetime | None = None


def asking(seats, person, guardian, *, channel, paths=(), groups=(), turns=()) -> Enrolment:
    """The enrolment of one who asks, not yet placed. paths: where they stand; groups: see `Seats.quota_for`; turns: what they have of the round."""
    ctx, offer = seats.ctx, seats.offer
    return Enrolment(
        node=offer.node, kind=offer.kind, offer=offer, person=person, guardian=guardian, name=person.name, phone=(guardian or person).phone_masked,
        channel=channel, asked_at=ctx.at, asked_on=ctx.day, quota=seats.quota_for(paths, groups), round_id=offer.plan_id,
        turn=first_free(turns) if offer.plan_id else 0,
    )  # fmt: skip


def keep_asked(seats, rows: list[Asked]) -> None:
    """Save what was placed of many at once, and note it: as `keep`, by a few statements and no row of the model."""
    if not rows:
        return
    ctx, offer = seats.ctx, seats.offer
    slot = slot_on(Node(pk=offer.node_id), ctx.day)
    alike = (offer.node_id, slot, offer.kind, offer.pk, str(words.Channel.PORTAL), ctx.at, ctx.day, offer.plan_id, "", "")
    ids = draw_ids(Enrolment, len(rows))
    insert(
        Enrolment, EVERY,
        (
            (pk, *alike, row.person_id, row.guardian_id, row.guardian_id or row.person_id, row.name, row.phone, row.quota_id, row.on_quota,
             str(row.given), row.turn, row.number, str(row.state), row.held_until)
            for pk, row in zip(ids, rows, strict=True)
        ),
    )  # fmt: skip
    ctx.note_many(
        Enrolment,
        [
            (pk, offer.node_id, "", str(row.state), f'{{"number":[null,{row.number}],"offer_id":[null,{offer.pk}],"person_id":[null,{row.person_id}]}}')
            for pk, row in zip(ids, rows, strict=True)
        ],
    )  # fmt: skip


def keep(ctx, rows: list[Enrolment]) -> None:
    """Save new enrolments of one offer: one statement however many."""
    if len(rows) == 1:
        rows[0].save()
    if len(rows) < 2:
        return
    slots = {day: slot_on(rows[0].node, day) for day in {row.asked_on for row in rows}}
    for row, row.pk in zip(rows, next_ids(Enrolment, len(rows)), strict=True):
        row.slot, row.holder_id = slots[row.asked_on], row.guardian_id or row.person_id
    insert(Enrolment, COLUMNS, (tuple(getattr(row, name) for name in COLUMNS) for row in rows))
    ctx.note_many(
        Enrolment,
        [
            (
                row.pk,
                row.node_id,
                "",
                row.state,
                f'{{"number":[null,{row.number}],"offer_id":[null,{row.offer_id}],"person_id":[null,{row.person_id}]}}',
            )
            for row in rows
        ],
    )
