"""
Which figures may be ranked 可排名指标, and why; all others stand in the order of the area.

Source: statistics-and-annual-review, sections 2 (a rate is recomputed from its own base, so units of unlike size compare) and 7 (the
yearly review of lower unions scores what was done against what was due, and ranks), and REF-2 (cities are evaluated and ranked). A count
or a sum of money follows the size of a unit. What a unit could better by not writing down (risks, tickets, dangers found), what others
say of it (satisfaction), and what it does not decide (success of a mediation, payout of a fund) is not ranked either.
"""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.tree.kinds import KINDS

CHECKED = _("核实了的占已登记的比例，各按自己的基数")
DUE = _("应办的事办成了多少，各按自己的任务")
SCORED = _("市级评估本就排名")
RANKED = {
    "membership.realname_rate": CHECKED, "orgs.realname_rate": CHECKED,
    "governance.targets_done_pct": DUE, "governance.terms_on_time_pct": DUE, "projects.done_pct": DUE, "hotline.completion_pct": DUE,
    "hotline.on_time_pct": DUE, "places.rectified_pct": DUE, "safety.hazards.cured_pct": DUE, "supervision.answered_pct": DUE,
    "finance.audit.rectified_pct": DUE, "finance.county_support.used_pct": DUE,
    "reform.score": SCORED,
}  # fmt: skip
FEDERATED = ("federation", "local")  # a rate of a grassroots union is one of a handful of records


def may_rank(key: str, kind: str) -> bool:
    """Whether nodes of a kind are ranked by an indicator: federations and unions of towns, by what is declared here."""
    return key in RANKED and kind in KINDS and bool(KINDS[kind].tags.intersection(FEDERATED))


def ranks(values: Iterable[int | Decimal | None]) -> list[int | None]:
    """The place of each value, the highest first; equal ones share a place, and what cannot be said has none."""
    told = list(values)
    known = sorted((v for v in told if v is not None), reverse=True)
    return [None if v is None else known.index(v) + 1 for v in told]
