"""The replay itself: build, compute by the public call, compare, open the rows, tell."""

import resource
import time
from collections import Counter
from pathlib import Path

from django.conf import settings
from django.db.models import Sum
from rich.progress import track

from gonghui.kernel.access.wall import trusted
from gonghui.kernel.indicators import INDICATORS, figure, find, trace
from gonghui.kernel.indicators.figure import each, percent
from gonghui.kernel.periods import Period
from gonghui.rehearsal.lines import modules

from . import claims as reading
from .federations import FEDERATIONS, build, node_of
from .ground import Stage
from .meanings import indicator_key, restated
from .sealed import Sealed

FEW = 5000


def replay(path: Path, *, lines=(), scale: float = 0.01, only=(), out=print, each=None) -> int:
    """
    Reproduce the claims of `lines` (all built ones by default) and seal their figures; return 1 if any is not reproduced, or does
    not stand as sealed, or none was asked for.

    A claim without a builder or an indicator is not reproduced. `only` chooses by the beginning of id or org, or by the key of
    the indicator; what the chosen claims lean on (a growth on last year's stock) is built with them. `each` is called with
    claim, indicator, node and period where its records stand.
    """
    started = time.monotonic()
    lines = lines or built()
    told = [c for c in reading.read(path) if c.line in lines]
    wanted = [c for c in told if not only or any(c.id.startswith(o) or c.org.startswith(o) or indicator_key(c) == o for o in only)]
    verdicts: dict[str, Counter] = {}
    sealed, sealers = Sealed(), [line for line in modules().values() if hasattr(line, "seal")]
    active = [c for c in wanted if c.id not in reading.CONTEXT]
    asked = {(c.root, c.line) for c in active}
    numbers = {c.id: c.target(scale) for c in told if (c.root, c.line) in asked}
    buildable = [c for c in active if c.root in FEDERATIONS and indicator_key(c) in INDICATORS]
    with trusted():
        for org in FEDERATIONS:
            mine = [c for c in buildable if c.root == org]
            if not mine:
                continue
            stage = build(org, lambda claim: numbers.get(claim, 0))
            computed: dict[tuple, tuple] = {}
            for claim in track(mine, description=org, transient=True):
                verdict, told, made = judge(claim, stage, scale)
                verdicts.setdefault(claim.line, Counter())[verdict] += 1
                computed |= made
                out(f"{claim.id}  {told}")
                if each:
                    each(claim, find(indicator_key(claim)), node_of(claim.org, stage), Period.parse(claim.period))
            sealed = sum((line.seal(stage.ground, computed) for line in sealers), sealed)
    for claim in wanted:
        if claim in active and claim not in buildable:
            verdicts.setdefault(claim.line, Counter())["not reproduced"] += 1
            out(f"{claim.id}  {claim.key}  printed {claim.qualifier} {claim.value}  not reproduced (nothing builds or counts it)")
        elif claim not in active:
            verdicts.setdefault(claim.line, Counter())["excluded"] += 1
            out(f"{claim.id}  {claim.key}  excluded (context, no union record)")
    total = Counter()
    for line, counts in verdicts.items():
        total += counts
        out(f"{line:12} reproduced {counts['reproduced']}, not reproduced {counts['not reproduced']}, excluded {counts['excluded']}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    out(f"time {time.monotonic() - started:.0f} s, peak memory {memory} MiB, scale {scale} for counts over {reading.BIG}")
    for fault in sealed.faults:
        out(fault)
    out(f"{sealed}")
    out(f"reproduced {total['reproduced']}, not reproduced {total['not reproduced']}, excluded {total['excluded']} of {len(wanted)}")
    return 1 if total["not reproduced"] or sealed.faults or not wanted else 0


def built() -> list[str]:
    """The slugs of the lines that stand in the house."""
    return [line.split(".")[-3] for line in settings.LINES]


def judge(claim, stage: Stage, scale: float) -> tuple[str, str, dict]:
    """Compute one claim and compare; return the verdict, the line to print, and what was computed as `seal` takes it."""
    period = Period.parse(claim.period)
    indicator, node = find(indicator_key(claim)), node_of(claim.org, stage)
    made = figure(indicator, node, period, viewer=stage.ground.officer)
    adds, rows = added_up(indicator, node, period, made)
    whole = claim.qualifier != "full_coverage" or claim.unit != "percent" or made.parts["top"] == made.parts["bottom"] > 0
    holds = claim.holds(made.value, scale) and adds and whole
    verdict = "reproduced" if holds else "not reproduced"
    value = claim.scaled(scale)
    printed = f"{claim.value}" + (f" (scaled to {value})" if value != claim.value else "")
    again = f", restates {restated()[claim.id]}" if claim.id in restated() else ""
    return (
        verdict,
        f"{indicator.key}  printed {claim.qualifier} {printed}  computed {made.value}  rows {rows}  {verdict}{'' if adds else ' (rows do not add up)'}{again}",
        {(node, str(period), indicator.key): (made.value, rows)},
    )


def added_up(indicator, node, period, made) -> tuple[bool, int]:
    """Check that the traced rows add up to the figure; few rows are really read."""
    sums, count = {}, 0
    for name, _sign, rows in trace(indicator, node, period):
        number = rows.count()
        count += number
        distinct = getattr(getattr(indicator, name, indicator) if name else indicator, "of", "")
        if distinct:
            sums[name] = rows.values(distinct).distinct().count()
        elif indicator.kind == "ordinal":
            sums[name] = max((row.share for row in rows), default=None)
        elif number <= FEW:
            sums[name] = sum(row.share or 0 for row in rows)
        else:
            sums[name] = rows.aggregate(total=Sum("share"))["total"]
    return from_parts(indicator.kind, sums) == made.value, count


def from_parts(kind: str, sums: dict):
    """The value of a figure, from the sums of the rows of its parts."""
    match kind:
        case "change":
            return sums["end"] - sums["start"]
        case "ratio":
            return percent(sums["top"], sums["bottom"])
        case "mean":
            return each(sums["top"], sums["bottom"])
        case "growth":
            return percent(sums["now"] - sums["year_earlier"], sums["year_earlier"])
    return sums[""]
