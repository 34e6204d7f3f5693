"""Builders of classes with a roll by name and of the people in them; an act on many rows."""

from datetime import date

import polars as pl

from gonghui.commons.activities import acts as activities
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do

from .builders import persons
from .ground import Ground, shares

PIECE = 5000  # rows an act


def pool(count: int) -> pl.DataFrame:
    """People the register of persons knows, who are members of nothing: name and number."""
    known = persons(count)
    return pl.DataFrame({"name": [p.name for p in known], "id_no": [p.id_no for p in known]})


def rolled(ground: Ground, nodes: list, on: list[date], kind: str, who: pl.DataFrame, total: int) -> list:
    """
    Activities of a kind held on these days, and `total` names in their rolls as one table; return the activities.

    Names are taken from `who` in turn, so that nobody is twice in one as long as it holds fewer people than `who`.
    """
    made, rolls, taken = [], [], 0
    for i, (day, size) in enumerate(zip(on, shares(total, len(on)), strict=True)):
        ground.serial += 1
        with clock.at(day):
            what = {"kind": kind, "title": f"第{ground.serial}期", "held_on": day, "at_place": "实训中心", "another": True}
            activity = do(activities.plan, SYSTEM, node=nodes[i % len(nodes)], **what).subject
            do(activities.approve, ground.officer, activity)
            made.append(do(activities.hold, ground.officer, activity).subject)
        rolls += [(str(activity.pk), *who.row((taken + j) % len(who))) for j in range(size)]
        taken += size
    if rolls:
        ground.table("attendance", pl.DataFrame(rolls, schema=["activity", "name", "id_no"], orient="row"))
    return made


def in_pieces(act, rows, **arguments) -> None:
    """A bulk act on many rows, so many at a time."""
    numbers = list(rows.values_list("pk", flat=True))
    for i in range(0, len(numbers), PIECE):
        do(act, SYSTEM, numbers[i : i + PIECE], **arguments)
