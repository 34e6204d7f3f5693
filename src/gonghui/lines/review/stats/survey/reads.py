"""What stands in forms and returns, in the records beside them, and who is missing."""

from bisect import bisect_right
from decimal import Decimal
from functools import cache, reduce
from operator import or_
from pathlib import Path

import polars as pl
from django.db.models import Q, Sum

from gonghui.kernel.access.viewer import after
from gonghui.kernel.indicators import INDICATORS
from gonghui.kernel.indicators.declare import UNITS as NAMES
from gonghui.kernel.indicators.trace import rows_of
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.kinds import slugs
from gonghui.kernel.tree.models import Node, Placement
from gonghui.kernel.tree.slots import in_ranges

from . import rules, words
from .models import ReturnCell, SurveyForm, YearReturn

FORMS, UNITS = Path(__file__).parent / "forms", NAMES


@cache
def template(who: str) -> list[dict]:
    """The rows of the definition the house comes with. Source: handbook, statistics, sections 1 and 3; which cells: default."""
    return pl.read_csv(FORMS / f"{who}.csv", infer_schema=False).fill_null("").to_dicts()


def fills(key: str) -> bool:
    """Whether an indicator can fill a cell: one that is counted at each unit."""
    return getattr(INDICATORS.get(key), "kind", "") in ("flow", "stock", "distinct")


def items_of(form: SurveyForm) -> list[rules.Item]:
    return [rules.from_json(row) for row in form.items]


def item_of(cell: ReturnCell) -> rules.Item | None:
    """What a cell of a return is, if its form still has it."""
    return next((one for one in items_of(cell.filed.form) if one.code == cell.code), None)


def typed(form: SurveyForm) -> list[rules.Item]:
    """The cells that are filled in; the others follow from them."""
    return [item for item in items_of(form) if item.derived is None]


def filers(form: SurveyForm, node: Node):
    """The units at `node` and below that file a form, as the tree stood on its last day."""
    kinds = {kind for tag in words.FILERS[form.who] for kind in slugs(tag)}
    stood = Q(since__lte=form.ends_on) & (Q(until=None) | Q(until__gt=form.ends_on))
    return Node.objects.for_act("who files a form").filter(stood, kind__in=kinds, path__gte=node.path, path__lt=after(node.path))


def recorded(form: SurveyForm, spans: list[tuple[int, int, int]], node: Node) -> dict[int, dict[str, Decimal]]:
    """
    What the records under `node` say for each unit and cell; nothing is left out, a zero is no number here.

    spans: (first slot, slot after the last, unit), none in another. One statement an indicator, however many units.
    """
    lows = sorted(spans)
    starts, told = [low for low, _high, _unit in lows], {}

    def unit(slot: int) -> int | None:
        place = bisect_right(starts, slot) - 1
        return lows[place][2] if place >= 0 and slot < lows[place][1] else None

    for item in items_of(form):
        if not item.indicator or item.indicator not in INDICATORS:
            continue
        one = INDICATORS[item.indicator]
        columns, rows = [column for column, _lookup in one.nodes], rows_of(one, node, Period.parse(form.period), True).order_by()
        if of := getattr(one, "of", ""):
            found = {
                (at, value) for *slots, value in rows.values_list(*columns, of).distinct() for at in {unit(s) for s in slots} if value is not None
            }
            for at, _value in found:
                _add(told, at, item.code, 1)
        else:
            for *slots, value in rows.values_list(*columns).annotate(made=one.value()):
                for at in {unit(slot) for slot in slots}:
                    _add(told, at, item.code, value)
    return told


def behind(cell: ReturnCell):
    """The rows a cell is filled in from as they stand today, each with its `share`; none for a cell no indicator fills."""
    filed = cell.filed
    item = item_of(cell)
    if item is None or item.indicator not in INDICATORS:
        return None
    one = INDICATORS[item.indicator]
    rows = rows_of(one, filed.node, Period.parse(filed.form.period), True)
    if not (filed.summed or filed.form.who == words.Who.BASIC):
        own = [(low, high) for low, high, _unit in spans(filed.form, [filed.node_id], whole=False)]
        rows = rows.filter(reduce(or_, (in_ranges(column, own) for column, _lookup in one.nodes)))
    return one, rows.annotate(share=one.share())


def _add(told: dict, unit: int | None, code: str, value) -> None:
    if unit is not None and value:
        cells = told.setdefault(unit, {})
        cells[code] = cells.get(code, Decimal(0)) + value


def spans(form: SurveyForm, nodes: list[int], *, whole: bool) -> list[tuple[int, int, int]]:
    """The slots of units, with all below them where `whole`, else their own alone; of every place they ever had."""
    rows = Placement.objects.for_act("slots of who files").filter(node__among=nodes).values_list("slot", "slot_end", "node")
    return [(low, high if whole else low + 1, unit) for low, high, unit in rows]


def cells(filed: YearReturn) -> dict[str, ReturnCell]:
    """The cells of a return that stand, by code."""
    return {one.code: one for one in filed.cells.for_act("cells of a return in reach").filter(standing=True).order_by("pk")}


def year_before(filed: YearReturn) -> dict[str, Decimal | None]:
    """What the same unit reported on the same form for the year before."""
    end = Period.parse(filed.form.period).year_earlier.end
    rows = ReturnCell.objects.for_act("the year before").filter(
        standing=True, filed__node=filed.node_id, filed__summed=filed.summed, filed__form__who=filed.form.who, filed__form__ends_on=end,
        filed__state__in=(*words.DONE, words.S.SIGNED, *words.SENT),
    )  # fmt: skip
    return dict(rows.values_list("code", "value"))


def other_forms(filed: YearReturn) -> dict[tuple[str, str], Decimal | None]:
    """What the same unit says on other forms for the same period, by form and cell; what an area says before what its office says."""
    rows = ReturnCell.objects.for_act("cross-form").filter(standing=True, filed__node=filed.node_id, filed__form__period=filed.form.period)
    rows = rows.exclude(filed__form=filed.form_id).order_by("filed__summed")
    return {(form, code): value for form, code, value in rows.values_list("filed__form__who", "code", "value")}


def faults(filed: YearReturn, jump: int) -> list[rules.Fault]:
    """Everything that is wrong with a return, by its rules, last year, other forms, the records, and the returns below."""
    own, last, other = cells(filed), year_before(filed), other_forms(filed)
    known = rules.Numbers(
        lambda code: own[code].value if code in own else None, last.get, lambda form, code: other.get((form, code)),
        lambda code: own[code].prefilled if code in own else None,
    )  # fmt: skip
    sums = sums_below(filed) if filed.summed else {}
    direct = {code for code, value in sums.items() if code in own and own[code].value not in (None, value)}
    return rules.faults(items_of(filed.form), known, jump, direct)


def span_on(filed: YearReturn) -> tuple[int, int] | None:
    """The slots at and below a return's unit on the last day of the period."""
    rows = Placement.objects.for_act("as the tree stood").filter(node=filed.node_id, slot=filed.slot)
    return rows.values_list("slot", "slot_end").first()


def lower(filed: YearReturn):
    """
    The returns an area's return is the sum of: those right below it that were accepted, and what its own office has sent.

    Right below are the areas with no other area between, and the units in none of them.
    """
    low, high = span_on(filed)
    rows = YearReturn.objects.for_act("returns below").filter(form=filed.form_id, slot__gte=low, slot__lt=high).exclude(pk=filed.pk)
    areas = Placement.objects.for_act("areas below").filter(
        slot__in=rows.filter(summed=True).exclude(node=filed.node_id).values("slot"), node__in=rows.filter(summed=True).values("node")
    )
    tops: list[tuple[int, int]] = []
    for start, end in sorted(areas.values_list("slot", "slot_end")):
        if not tops or start >= tops[-1][1]:
            tops.append((start, end))
    direct = Q(summed=True, slot__in=[start for start, _end in tops]) | Q(summed=False) & ~in_ranges("slot", tops)
    passed = Q(state__in=words.DONE) | Q(node=filed.node_id, summed=False, state__in=words.SENT)
    return rows.filter(direct, passed)


def all_above(filed: YearReturn) -> list[YearReturn]:
    """The returns of areas a return is part of, nearest first: its own unit's area, and those its unit lies in."""
    rows = Placement.objects.for_act("areas above").filter(slot__lte=filed.slot, slot_end__gt=filed.slot)
    areas = YearReturn.objects.for_act("returns above").filter(form=filed.form_id, summed=True, node__in=rows.values("node")).exclude(pk=filed.pk)
    return list(areas.select_related("form", "node").order_by("-node__depth"))


def sums_below(filed: YearReturn) -> dict[str, Decimal]:
    """The sums of the cells right below, by code."""
    rows = ReturnCell.objects.for_act("sums").filter(filed__in=lower(filed), standing=True).order_by()
    return dict(rows.values_list("code").annotate(total=Sum("value")))


def missing(form: SurveyForm, node: Node):
    """The units that have to file and have not had a return accepted, or sent where it is their own."""
    done = YearReturn.objects.for_act("who has filed").filter(form=form, summed=False, state__in=(*words.DONE, *words.SENT))
    return filers(form, node).exclude(pk__in=done.values("node")).order_by("path")
