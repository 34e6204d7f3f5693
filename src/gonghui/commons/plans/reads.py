"""What was planned beside what was done: counted from the records that point to a plan, or by an indicator."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q, Sum
from django.utils.functional import Promise
from django.utils.translation import gettext as now_

from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.indicators import INDICATORS, figure
from gonghui.kernel.indicators.declare import UNITS
from gonghui.kernel.indicators.figure import percent
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.models import Node

from .models import PlanItem
from .words import OPEN


@dataclass(frozen=True)
class Tally:
    """What of a noun that points to a plan counts as done: how many rows of `where`, or the sum of `adds` over them."""

    model: type
    label: str | Promise
    unit: str
    where: Q = field(default_factory=Q)
    adds: str = ""
    by: str = "plan"


TALLIES: list[Tally] = []


def tally(*args, **kwargs) -> None:
    """Declare a tally; rooms and lines whose records point to plans do."""
    TALLIES.append(Tally(*args, **kwargs))


@dataclass(frozen=True)
class Done:
    """One number of what was done; `rate` in percent of the target, `differs` when it counts in another unit than the plan."""

    label: str
    number: int
    unit: str
    rate: Decimal | None
    differs: bool

    def told(self, item: PlanItem) -> str:
        """In words, with what must be said of units that differ."""
        said = now_("{label} {number:,} {unit}").format(label=self.label, number=self.number, unit=UNITS.get(self.unit, self.unit))
        if self.rate is None:
            return said
        said += now_("，为计划的 {rate}%").format(rate=self.rate)
        if not self.differs:
            return said
        plan = UNITS[item.unit] if item.unit else now_("（未写单位）")
        return said + now_("（单位不同：计划按“{plan}”，完成按“{done}”，不是完成率）").format(plan=plan, done=UNITS[self.unit])


def to_point_to(rows, viewer):
    """Plan items a record may point to: standing ones in the viewer's reach and of every level above it."""
    ours = Q(pk__in=[])
    for path in viewer.paths:
        ours |= Q(node__in=[int(pk) for pk in path.split("/") if pk]) | Q(node__path__startswith=path)
    return rows.for_act("plans of the levels above may be pointed to").filter(ours, state__in=OPEN)


def family(item: PlanItem) -> list[PlanItem]:
    """The item and everything that is part of it, at any depth; in order of their numbers within a level."""
    found, level = [item], [item]
    while level:
        rows = PlanItem.objects.for_act("a plan and its parts").filter(part_of__in=[i.pk for i in level]).exclude(state="dropped")
        level = list(rows.select_related("node").order_by("pk"))
        found += level
    return found


def done(item: PlanItem, on: date, members: list[PlanItem] | None = None) -> dict[int, list[Done]]:
    """What has been done of each of a plan's family, by number of the item: one statement a tally."""
    members = members or family(item)
    known = {m.pk: m for m in members}
    told: dict[int, list[Done]] = {m.pk: _measured(m, on) for m in members}
    for one in TALLIES:
        rows = one.model.objects.for_act("what is done of a plan").filter(one.where, **{f"{one.by}__in": list(known)})
        number = Sum(one.adds) if one.adds else Count("pk")
        sums: dict[int, int] = defaultdict(int)
        for plan, path, count in rows.values_list(one.by, "node__path").annotate(number=number).order_by():
            for member in members:
                if count and _counts_for(member, plan, path, known):
                    sums[member.pk] += count
        for member in members:
            if member.pk in sums:
                told[member.pk].append(_done(member, str(one.label), sums[member.pk], one.unit))
    return told


def _counts_for(member: PlanItem, plan: int, path: str, members: dict[int, PlanItem]) -> bool:
    """A record counts for the item it points to and all above it; and for a share where it points to the whole from below the share's node."""
    if member.pk in _line(plan, members):
        return True
    whole = member
    while whole is not None and whole.shared:
        whole = members.get(whole.part_of_id)
        if whole is not None and whole.pk == plan:
            return path.startswith(member.node.path)
    return False


def _line(plan: int, members: dict[int, PlanItem]) -> list[int]:
    """An item and all it is part of, as far as the family goes."""
    found = []
    while plan in members:
        found.append(plan)
        plan = members[plan].part_of_id
    return found


def _measured(item: PlanItem, on: date) -> list[Done]:
    """What the item's indicator says, at its node, from its first day to its last or today."""
    indicator = INDICATORS.get(item.measure)
    if indicator is None or item.since > on:
        return []
    last = min(item.until, on)
    node = Node.objects.for_act("the node of a plan").get(pk=item.node_id)
    made = figure(indicator, node, Period(f"{item.since}..{last}", item.since, last), viewer=SYSTEM)
    return [] if made.value is None else [_done(item, str(indicator.label), made.value, indicator.unit)]


def _done(item: PlanItem, label: str, number, unit: str) -> Done:
    return Done(label, number, unit, percent(number, item.target) if item.target else None, unit != item.unit)


def told(item: PlanItem, on: date) -> str:
    """Plan, done and rate of one item in words."""
    parts = [d.told(item) for d in done(item, on)[item.pk]]
    last = item.reports.for_act("the last report").exclude(done=None).order_by("-on", "-pk").first()
    if last:
        parts.append(now_("{on} 自报完成 {number:,}").format(on=last.on, number=last.done))
    return "；".join(parts) or now_("还没有指向本计划的记录。")


def planned(item: PlanItem) -> str:
    """The target with its unit; a dash where there is none."""
    return "—" if item.target is None else f"{item.target:,} {UNITS.get(item.unit, '')}".strip()
