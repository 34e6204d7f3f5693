"""What units have filed, as indicators: the numbers, the units, and what was filed twice."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.indicators import Distinct, Flow, Stock
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.slots import in_ranges, ranges

from .models import HeadCount


def filed(kinds: tuple[str, ...], period) -> Q:
    """Accepted returns of these kinds whose days all lie inside a period: a year's number is not half of it in a half-year."""
    return Q(kind__in=kinds, state="accepted", since__gte=period.start, until__lte=period.end)


@dataclass
class HeadCounts(Flow):
    """The sum of what units filed and somebody accepted; marked as head count, and never added to records."""

    kinds: tuple[str, ...] = ()
    dated_by: str = "until"
    adds: str = "number"

    def __post_init__(self):
        self.counts, self.source = HeadCount, "head_count"
        super().__post_init__()

    def dated(self, period) -> Q:
        return filed(self.kinds, period)

    def missing(self, node, period):
        rows = HeadCount.objects.for_act("who has filed").filter(in_ranges("slot", ranges(node)))
        now, before = rows.filter(filed(self.kinds, period)), rows.filter(filed(self.kinds, period.year_earlier))
        return Node.objects.for_act("who has not filed").filter(pk__in=before.values("node"), until=None).exclude(pk__in=now.values("node"))


@dataclass
class Filers(Distinct):
    """Units that filed more than nothing and were accepted, each once."""

    kinds: tuple[str, ...] = ()
    dated_by: str = "until"
    of: str = "node"

    def __post_init__(self):
        self.counts, self.source = HeadCount, "head_count"
        super().__post_init__()

    def dated(self, period) -> Q:
        return filed(self.kinds, period) & Q(number__gt=0)


def doubled(key: str, kinds: tuple[str, ...]) -> Stock:
    """A check: numbers not said to be a unit's own although a unit right below has filed for the same days."""
    below = HeadCount.objects.for_act("filed twice").filter(
        node__parent=OuterRef("node"), kind=OuterRef("kind"), since__lte=OuterRef("until"), until__gte=OuterRef("since"), own=False
    )
    return Stock(key, _("上下级重复填报"), "item", HeadCount, Q(kind__in=kinds, own=False) & Q(Exists(below)), since="until", until="", check=True,
        meaning=_("本级与直接下级填报了同类同期的数，且未声明只含本级自办"))  # fmt: skip
