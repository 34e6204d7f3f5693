"""Kinds of figure that are not plain sums: an edition is the highest, a mean is recomputed from its two parts."""

from datetime import date
from decimal import Decimal

from django.db.models import Q

from gonghui.commons.plans import acts as plans
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.indicators import Flow, Mean, Ordinal, figure
from gonghui.kernel.indicators.figure import each, percent
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period


def test_an_edition_is_the_highest_of_the_period_and_a_mean_comes_from_sum_and_count(cast, declared):
    for year, target, place in ((2023, 7, "district"), (2023, 5, "union"), (2024, 8, "district"), (2023, 9, "far")):
        day = date(year, 5, 1)
        do(plans.propose, SYSTEM, node=cast.nodes[place], kind="drive", title=f"{year}{target}", since=day, until=day, target=target)
    told = {"counts": PlanItem, "where": Q(kind="drive"), "dated_by": "since"}
    edition = Ordinal("toy.edition", "届次", adds="target", **told)
    total, count = Flow("toy.total", "合计", "yuan", adds="target", **told), Flow("toy.count", "个数", "item", **told)
    mean = Mean("toy.mean", "平均", "yuan", top=total, bottom=count)
    here, year = cast.nodes["district"], Period.parse("2023")
    assert [figure(i, here, year, viewer=SYSTEM).value for i in (edition, total, count, mean)] == [7, 12, 2, Decimal("6.00")]
    years = Flow("toy.years", "按年", "item", yearly=True, **told | {"dated_by": "years"})  # each touches one year
    assert [figure(years, here, Period("", date(y, 3, 1), date(y, 4, 1)), viewer=SYSTEM).value for y in (1, 2)] == [3, 0]
    empty = Period.parse("2022")
    assert [figure(i, here, empty, viewer=SYSTEM).value for i in (edition, total, mean)] == [None, 0, None]


def test_a_percent_and_a_mean_are_rounded_half_up():
    assert (percent(1, 3), percent(2, 3), each(1, 8), each(5, 0)) == (Decimal("33.33"), Decimal("66.67"), Decimal("0.13"), None)
