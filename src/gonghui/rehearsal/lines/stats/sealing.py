"""The figures of a federation sealed 定格: taken, looked at by another, signed, and held against their records once more."""

from collections import defaultdict

from gonghui.kernel.ledger.do import do
from gonghui.kernel.tree.models import Node
from gonghui.lines.review.stats import acts
from gonghui.lines.review.stats.models import SealedRows, Snapshot
from gonghui.lines.review.stats.sealing import changed
from gonghui.rehearsal.replay.ground import Ground
from gonghui.rehearsal.replay.sealed import Sealed


def seal(ground: Ground, computed: dict[tuple[Node, str, str], tuple[object, int]]) -> Sealed:
    """Seal figures, (node, period, key) -> (value, rows behind it), in special reviews; each is to stand as it was computed, with its rows, unchanged."""
    asked: dict[tuple[Node, str], list[str]] = defaultdict(list)
    for node, period, key in computed:
        asked[node, period].append(key)
    made = Sealed()
    for (node, period), keys in asked.items():
        for more in lists(keys):
            told = {"node": node, "period": period, "title": f"{node.name} {period}", "more": more, "special": True}
            review = do(acts.compute, ground.officer, do(acts.begin, ground.officer, **told).subject).subject
            do(acts.freeze, ground.second, do(acts.check_line, ground.second, review, line="all").subject)
            kept = SealedRows.objects.for_act("sealed").filter(snapshot__review=review).defer("rows").select_related("snapshot__review", "node")
            made += Sealed(1)
            for one in kept:
                made += Sealed(0, 1, one.count, faults(one.snapshot, one.count, computed[node, period, one.snapshot.key]))
    return made


def faults(snapshot: Snapshot, kept: int, computed: tuple) -> tuple[str, ...]:
    """What is wrong with a figure that was sealed."""
    value, rows = computed
    wrong = [
        *([f"sealed {snapshot.value}, computed {value}"] if snapshot.value != value else []),
        *([f"{kept} rows kept of {rows}"] if kept != rows else []),
        *(["its rows are others already"] if len(changed(snapshot)) else []),
    ]
    return tuple(f"{snapshot.key}: {one}" for one in wrong)


def lists(keys: list[str]) -> list[str]:
    """Keys in as many lists as a review has room for."""
    told = [""]
    for key in keys:
        if len(told[-1]) + len(key) >= acts.MOST:
            told.append("")
        told[-1] = f"{told[-1]} {key}".strip()
    return told
