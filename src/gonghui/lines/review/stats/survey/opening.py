"""Returns opened for many units at once, filled in from the records."""

from decimal import Decimal

from gonghui.kernel.fields import fen
from gonghui.kernel.store import insert, next_ids
from gonghui.kernel.tree.models import Node, Placement

from . import reads, words
from .models import ReturnCell, SurveyForm, YearReturn

RETURN = ("id", "form_id", "node_id", "slot", "on", "summed", "late", "seal", "state")
CELL = ("id", "filed_id", "node_id", "slot", "on", "code", "prefilled", "value", "why", "remark", "standing")


def opened(ctx, form: SurveyForm, nodes: list[Node], *, summed: bool) -> list[int]:
    """
    Returns with their cells for these units, by set statements; their numbers in the order of the units.

    Where the records say something it is put in; a zero is for the unit to type: whether nothing happened or nothing was entered only it knows.
    """
    keys = [node.pk for node in nodes]
    slots = slots_on(form, keys)
    says = (
        reads.recorded(form, reads.spans(form, keys, whole=summed or form.who == words.Who.BASIC), form.node if len(nodes) > 1 else nodes[0])
        if nodes
        else {}
    )
    numbers, items = list(next_ids(YearReturn, len(keys))), reads.typed(form)
    day, returns = form.ends_on, []
    for pk, node in zip(numbers, keys, strict=True):
        returns.append((pk, form.pk, node, slots[node], day, summed, False, "", words.S.FILLING))
    insert(YearReturn, RETURN, returns)

    ids = iter(next_ids(ReturnCell, len(keys) * len(items)))  # drawn before the rows are copied: a connection does one thing at a time

    def rows():
        for pk, _form, node, slot, *_rest in returns:
            known = says.get(node, {})
            for item in items:
                made = known.get(item.code, Decimal(0)) if item.indicator else None
                put = made and fen(made)
                yield (next(ids), pk, node, slot, day, item.code, None if made is None else fen(made), put or None, "", "", True)

    insert(ReturnCell, CELL, rows())
    cells = {node: {code: f"{value.normalize():f}" for code, value in known.items()} for node, known in says.items()}
    ctx.note_many(YearReturn, ((pk, node, "", words.S.FILLING, {"cells": [None, cells.get(node, {})]}) for pk, _form, node, *_rest in returns))
    return numbers


def slots_on(form: SurveyForm, keys: list[int]) -> dict[int, int]:
    """Where each unit stood on the last day of the period; of one that stood nowhere then, its first place."""
    rows = Placement.objects.for_act("slots of a day").filter(node__among=keys).order_by("-since").values_list("node", "slot", "since")
    found: dict[int, int] = {}
    settled: set[int] = set()
    for node, slot, since in rows:
        if node not in settled:
            found[node] = slot
            if since <= form.ends_on:
                settled.add(node)
    return found
