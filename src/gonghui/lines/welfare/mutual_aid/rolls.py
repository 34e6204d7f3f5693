"""Writing people onto the open rosters of their unions, one or a million, in a few statements."""

from collections import defaultdict

from gonghui.commons.parties.reads import member_paths
from gonghui.kernel.fields import yuan
from gonghui.kernel.store import MANY, batched, insert, next_ids

from .models import Participation, Roster
from .words import PartState


def members(persons) -> set[int]:
    """Those of `persons`, by number, who are members now."""
    return {person for part in batched(persons, MANY) for person in member_paths(part)}


def listed(persons, years) -> set[tuple[int, int]]:
    """(person, plan year) pairs that stand already, through whatever union."""
    found: set[tuple[int, int]] = set()
    for part in batched(persons, MANY):
        rows = Participation.objects.for_act("once a year").filter(person__among=part, year__in=list(years)).exclude(state="out")
        found.update(rows.values_list("person_id", "year_id"))
    return found


def put(ctx, rows: list[tuple]) -> list[Roster]:
    """Write rows of (node, slot, plan year, fund, person, fen); return the rosters they are on, which are still open and now locked."""
    sums: dict[tuple, list[int]] = defaultdict(lambda: [0, 0])
    for *head, _person, fen in rows:
        told = sums[tuple(head)]
        told[0] += 1
        told[1] += fen
    nodes, years = {head[0] for head in sums}, {head[2] for head in sums}
    there = Roster.objects.for_act("open rosters").filter(node__among=list(nodes), year__in=years, state="listed")
    open_ = {(row.node_id, row.year_id): row for row in there.select_for_update(of=("self",)).order_by("pk")}
    fresh = [head for head in sums if (head[0], head[2]) not in open_]
    for head in sums.keys() - set(fresh):
        row, (count, fen) = open_[head[0], head[2]], sums[head]
        row.count, row.total = row.count + count, row.total + yuan(fen)
        row.save()
    made = dict(zip(fresh, next_ids(Roster, len(fresh)), strict=True))
    insert(
        Roster, ("id", "node_id", "slot", "year_id", "fund", "since", "count", "total", "state"),
        ((pk, *head, ctx.day, *sums[head], "listed") for head, pk in made.items()),
    )  # fmt: skip
    ctx.note_many(Roster, [(pk, head[0], "", "listed", {"count": [None, sums[head][0]]}) for head, pk in made.items()])
    on = {head: made.get(head) or open_[head[0], head[2]].pk for head in sums}
    ids, state = next_ids(Participation, len(rows)), PartState.LISTED.value
    insert(
        Participation, ("id", "node_id", "slot", "year_id", "fund", "person_id", "amount", "roster_id", "since", "state"),
        ((pk, *row, on[row[:4]], ctx.day, state) for pk, row in zip(ids, rows, strict=True)),
    )  # fmt: skip
    ctx.note_many(
        Participation,
        ((pk, row[0], "", state, f'{{"person_id":[null,{row[4]}],"year_id":[null,{row[2]}]}}') for pk, row in zip(ids, rows, strict=True)),
    )
    return list(Roster.objects.for_act("rosters written").filter(pk__in=set(on.values())))
