"""Which schemes concern a viewer, and conditions lines count titles by."""

from django.db.models import Q

from .models import Nomination, Scheme
from .words import OUT, DesignationState, Tier

MISTAKEN = DesignationState.MISTAKEN


def above_or_within(paths, lookup: str = "node") -> Q:
    """Rows of nodes within these subtrees, or on the way up from them."""
    q = Q(pk__in=[])
    for path in paths:
        parts = path.rstrip("/").split("/")
        q |= Q(**{f"{lookup}__path__startswith": path}) | Q(**{f"{lookup}__path__in": ["/".join(parts[: i + 1]) + "/" for i in range(len(parts))]})
    return q


def schemes_for(rows, viewer):
    """Schemes in use that a viewer may name: those of one's organisations and of the levels above."""
    return rows.for_act("a title of a level above is named below").filter(above_or_within(viewer.paths), state="standing")


def titles(*kinds: str, tiers=(), outer: bool | None = None) -> Q:
    """
    Titles of these kinds that were given: what a flow counts by `awarded_on`.

    A title withdrawn later was given all the same; one entered by mistake was not. tiers: only these.
    """
    q = Q(kind__in=kinds) & ~Q(state=MISTAKEN)
    q &= Q(tier__in=[Tier(tier) for tier in tiers]) if tiers else Q()
    return q if outer is None else q & Q(outer=outer)


def standing(day) -> Q:
    """Titles that stand on a day: given, neither withdrawn, ended nor run out. For a stock's `on_day`."""
    return (Q(ended_on=None) | Q(ended_on__gt=day)) & (Q(until=None) | Q(until__gte=day))


def scheme_of(name: str, tier: str, node) -> Scheme | None:
    """The scheme of a name and tier that is in use at `node`: its own, else the nearest above."""
    parts = node.path.rstrip("/").split("/")
    up = ["/".join(parts[: i + 1]) + "/" for i in range(len(parts))]
    rows = Scheme.objects.for_act("a scheme in use").filter(name=name, tier=tier, state="standing", node__path__in=up)
    return rows.order_by("-node__depth").first()


def sent_up(round, node):
    """Nominations of a round that a level has sent up and that have not come back."""
    rows = Nomination.objects.for_act("the list of a level").filter(round=round, node__path__startswith=node.path)
    return rows.exclude(state__in=(*OUT, "returned")).exclude(at__path__startswith=node.path)


def chosen(round):
    """Nominations of a round that were posted, forwarded or named."""
    return Nomination.objects.for_act("the list of a round").filter(round=round, state__in=("posted", "forwarded", "named"))
