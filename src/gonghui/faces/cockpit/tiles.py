"""A figure as a leader reads it: beside last year's and the plan, with how sure it is."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.functional import cached_property
from django.utils.translation import gettext as now_

from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.words import STANDING
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.indicators import Figure, Indicator, Stock
from gonghui.kernel.indicators.declare import UNITS
from gonghui.kernel.indicators.figure import percent, plain
from gonghui.kernel.indicators.frozen import Frozen, frozen_in, grown
from gonghui.kernel.indicators.series import figures
from gonghui.kernel.indicators.trace import rows_of
from gonghui.kernel.periods import Period
from gonghui.kernel.store import together
from gonghui.kernel.tree.models import Node

from .spans import so_far, year_before

TEN_THOUSAND = 10_000
RATES = ("ratio", "mean", "growth")


@dataclass(frozen=True)
class Tile:
    """
    now, before: as the records stand, in the period and in the same days a year earlier.
    frozen, frozen_before: what a review froze of either. filed: whether anybody filed a number, where it is made of filed numbers.
    least: where a whole room reads it, the count of persons that is told at least (`small.threshold`).
    """

    now: Figure
    before: Figure
    frozen: Frozen | None = None
    frozen_before: Frozen | None = None
    plan: PlanItem | None = None
    filed: bool = True
    least: int = 0

    @property
    def indicator(self) -> Indicator:
        return self.now.indicator

    @cached_property
    def value(self) -> int | Decimal | None:
        """What was frozen, else what the records make; None where it cannot be said."""
        return self._read(self.frozen) if self.frozen else self.now.value if self.filed else None

    def _read(self, frozen: Frozen) -> int | Decimal | None:
        """What was frozen as the indicator tells it: a rate with its places."""
        return frozen.value if self.indicator.kind in RATES else plain(frozen.value)

    @property
    def hidden(self) -> bool:
        """So few persons that a room could know them."""
        return few(self.value, self.indicator, self.least)

    @property
    def said(self) -> str:
        return now_("不足 {few}").format(few=self.least) if self.hidden else shown(self.value, self.indicator.unit)

    @property
    def unit(self) -> str:
        return unit_shown(self.value, self.indicator.unit)

    @property
    def missing(self) -> str:
        """Why there is no value; empty where there is one."""
        if self.value is not None:
            return ""
        if not self.filed and not self.frozen:
            return now_("没有收到填报，不是零")
        return now_("没有可比的基数，不是零") if self.indicator.kind in RATES else now_("没有记录，不是零")

    @property
    def sure(self) -> str:
        """Where the number comes from."""
        if self.frozen:
            return now_("{day} 定格").format(day=self.frozen.frozen_on)
        return {"head_count": now_("人数填报"), "reading": now_("外部读数")}.get(self.indicator.source, now_("逐条记录"))

    @property
    def change(self) -> str:
        """Against the same days of last year, frozen with frozen and counted with counted; why not, where they cannot be compared."""
        if self.value is None or self.hidden:
            return ""
        if self.frozen and not self.frozen_before:
            return now_("上年同期没有定格，不比")
        before = self._read(self.frozen_before) if self.frozen else self.before.value
        return changed(self.value, before, self.indicator.unit)

    @property
    def last(self) -> str:
        """What it was in the same days of last year, with its unit."""
        before = self._read(self.frozen_before) if self.frozen and self.frozen_before else self.before.value
        return "—" if self.hidden else with_unit(before, self.indicator.unit)

    @property
    def planned(self) -> str:
        """The target and how much of it is done; empty where nothing is planned."""
        if self.plan is None or self.hidden:
            return ""
        said = now_("计划 {target}").format(target=with_unit(self.plan.target, self.indicator.unit))
        if self.value is None or self.indicator.unit == "percent" or not self.plan.target:
            return said
        return said + now_("，完成 {rate}%").format(rate=percent(self.value, self.plan.target))

    @property
    def restated(self) -> str:
        """What the records make of it today, where that is not what was frozen."""
        return "" if not self.frozen or self.now.value == self.value else with_unit(self.now.value, self.indicator.unit)


def tiles(indicators: list[Indicator], node: Node, asked: Period, day: date, viewer: Viewer, least: int = 0) -> list[Tile]:
    """The tiles of some indicators at a node. Refuses NOT_YOURS outside the viewer's reach, and a period that has not begun."""
    span = so_far(asked, day)
    earlier = year_before(span)
    made = [figures(one, node, [span, earlier], viewer=viewer) for one in indicators]
    empty = unfiled([now for now, _before in made])
    plans = targets(indicators, node, asked, viewer)
    frozen, frozen_before = frozen_in(node, asked, viewer), frozen_in(node, earlier, viewer)
    return [
        Tile(
            now, before, _alike(frozen, now.indicator), _alike(frozen_before, now.indicator), plans.get(now.indicator.key),
            now.indicator.key not in empty, least,
        )
        for now, before in made
    ]  # fmt: skip


def unfiled(made: list[Figure]) -> set[str]:
    """The keys of figures that are made of filed numbers where nobody filed one: empty is not zero (statistics-and-annual-review, section 4)."""
    asked = [one for one in made if one.value == 0 and one.indicator.source != "records" and getattr(one.indicator, "adds", "")]
    rows = [
        rows_of(one.indicator, one.node, one.period, True).filter(**{f"{one.indicator.adds}__isnull": False}).order_by().values_list("pk")[:1]
        for one in asked
    ]
    with trusted():
        return {one.indicator.key for one, found in zip(asked, together(rows), strict=True) if not found}


def targets(indicators: list[Indicator], node: Node, asked: Period, viewer: Viewer) -> dict[str, PlanItem]:
    """
    What a node has planned of these indicators for just this period, by key, within the viewer's reach; of several the one made last.

    A flow is planned from the period's first day to its last, a stock by its last day; a target in another unit is not one of it.
    """
    known = {one.key: one for one in indicators}
    rows = PlanItem.objects.within(viewer).filter(node=node, measure__in=list(known), target__isnull=False, state__in=STANDING, until=asked.end)
    fits = (one for one in rows.order_by("pk") if one.unit == known[one.measure].unit)
    return {one.measure: one for one in fits if one.since == asked.start or isinstance(known[one.measure], Stock)}


def _alike(frozen: dict[str, Frozen], indicator: Indicator) -> Frozen | None:
    """What was frozen of an indicator, if it was counted as it is counted now."""
    one = frozen.get(indicator.key)
    return one if one and one.version == indicator.version else None


def changed(value, before, unit: str) -> str:
    """How much more or less than before, in words; percent in points. Of nothing there is no percent (section 2: not comparable)."""
    if value is None or unit == "ordinal":
        return ""
    if before is None:
        return now_("上年同期没有数，不可比")
    if unit != "percent" and before <= 0:
        return now_("持平，同为零") if value == before == 0 else now_("上年同期为负，不可比") if before else now_("上年同期为零，不可比")
    return grown(Decimal(value), Decimal(before), unit == "percent")


def few(value, indicator: Indicator, least: int) -> bool:
    """Whether a wall would tell of so few persons that the room could know them; where `least` is 0 it is no wall."""
    return indicator.personal and value is not None and 0 < value < least


def cell(value, indicator: Indicator, least: int = 0) -> tuple:
    """A value of a table: the number a chart draws, and how it is said. A zero of filed numbers may be nobody's: it is no number."""
    if few(value, indicator, least):
        return None, now_("不足 {few}").format(few=least)
    value = None if value == 0 and indicator.source != "records" else value
    return value, with_unit(value, indicator.unit)


def shown(value, unit: str) -> str:
    """Thousands apart; yuan from ten thousand on in ten thousands with two places, rounded for the eye only; a dash where there is none."""
    if value is None:
        return "—"
    return f"{Decimal(value) / TEN_THOUSAND:,.2f}" if _in_ten_thousands(value, unit) else f"{value:,}"


def unit_shown(value, unit: str) -> str:
    return now_("万元") if _in_ten_thousands(value, unit) else str(UNITS[unit])


def with_unit(value, unit: str) -> str:
    """A value and its unit."""
    return "—" if value is None else f"{shown(value, unit)} {unit_shown(value, unit)}"


def _in_ten_thousands(value, unit: str) -> bool:
    return unit == "yuan" and value is not None and abs(value) >= TEN_THOUSAND
