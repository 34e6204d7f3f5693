"""How a review says its figures."""

from collections.abc import Callable

from gonghui.kernel.indicators.frozen import Frozen, grown, tells
from gonghui.kernel.periods import Period
from gonghui.kernel.refusal import Refused

from . import rules, words
from .models import Snapshot


def sayings(known: dict) -> Callable[[str, str], str]:
    """How each of the figures that stand is said: exactly, in ten thousands, or beside last year's; a dash where there is none."""

    def said(key: str, form: str) -> str:
        one = known.get(key)
        if one is None or one.value is None:
            return "—"
        if form == rules.GROWN:
            before = basis(one)
            return grown(one.value, before.value, one.percent) if comparable(one, before) else "—"
        return rules.hedged(one.value) + one.said.lstrip("-0123456789,.") if form else one.said

    return said


@tells
def frozen(node, period, viewer) -> list[Frozen]:
    """What the reviews of a node for just this period froze."""
    rows = _frozen_for(Snapshot.objects.within(viewer).filter(node=node), period)
    return [Frozen(one.key, one.version, one.value, one.review.frozen_on) for one in rows]


def basis(snapshot) -> Snapshot | None:
    """The same figure at the same node a year before, as it was frozen there."""
    rows = Snapshot.objects.for_act("the year before, whoever asks sees this one").filter(node=snapshot.node, key=snapshot.key)
    return next(reversed(_frozen_for(rows, Period.parse(snapshot.review.period).year_earlier)), None)


def _frozen_for(rows, period: Period) -> list[Snapshot]:
    """Of these snapshots those that a review for just this period froze, and that stand: what was frozen last stands last."""
    rows = rows.filter(on=period.end, standing=True, review__frozen_on__isnull=False).select_related("review")
    return [one for one in rows.order_by("review__frozen_on", "pk") if Period.parse(one.review.period).start == period.start]


def unlike(snapshot, before) -> Refused | None:
    """Why a figure may not be set beside the one of the year before: NO_BASIS, OTHER_BASIS or NOTHING_BEFORE; nothing where it may."""
    if before is None:
        return words.NO_BASIS(label=snapshot)
    if before.version != snapshot.version:
        return words.OTHER_BASIS(label=snapshot, before=before.version, now=snapshot.version)
    return words.NOTHING_BEFORE(label=snapshot) if not before.value or snapshot.value is None else None


def comparable(snapshot, before) -> bool:
    """Whether both were counted alike, and there is something to compare with."""
    return unlike(snapshot, before) is None


def standing(review) -> dict:
    """The snapshots of a review that stand, by key."""
    return {one.key: one for one in review.snapshots.for_act("figures of a review in reach").filter(standing=True).order_by("line", "pk")}


def told(review) -> str:
    """The words of a review with its figures put in."""
    return rules.filled(review.text, sayings(standing(review)))
