"""Finding unions."""

from gonghui.commons.parties.models import Employer
from gonghui.kernel.search import named
from gonghui.kernel.tree.models import Node

from . import words
from .models import Coverage, Union


def live_union_of(employer) -> Union | None:
    """The union that covers an employer today, if any."""
    rows = Coverage.objects.for_act("one employer, one union").filter(employer=employer, until=None, union__state__in=words.LIVE)
    row = rows.select_related("union__node").first()
    return row.union if row else None


def held(union: Union) -> Union:
    """The union as it stands now, locked: nobody ends it while somebody joins it, and the other way round."""
    return Union.objects.for_act("held").select_for_update(of=("self",), no_key=True).select_related("node").get(pk=union.pk)


def hold_employers(employers) -> None:
    """Lock employers, lowest number first: one employer, one union."""
    pks = [e.pk for e in employers]
    list(Employer.objects.for_act("one employer, one union").select_for_update(of=("self",), no_key=True).filter(pk__in=pks).order_by("pk"))


def by_code(code: str) -> Union | None:
    """The union behind a joining code (QR)."""
    rows = Union.objects.for_act("joining").filter(joining_code=code.strip().upper(), state__in=words.LIVE)
    return rows.select_related("node").first()


JOINABLE = ("single", "joint", "association", "area_league", "sector_league", "town", "zone", "village")


def joinable(text: str, limit: int = 20):
    """Unions a worker may find by employer name, union name, pinyin or first letters."""
    by_employer = Coverage.objects.for_act("joining").filter(until=None).filter(named(text, "~employer__sought"))
    rows = Union.objects.for_act("joining").filter(state__in=words.LIVE, node__kind__in=JOINABLE).select_related("node__parent")
    own = rows.filter(named(text, "~node__sought"))
    through = rows.filter(pk__in=by_employer.values("union"))
    found = {u.pk: u for u in [*own.order_by("node__name")[:limit], *through.order_by("node__name")[:limit]]}
    return list(found.values())[:limit]


def next_code(parent: Node) -> str:
    """A code for a new node below `parent`: the parent's and a running number, never one used before."""
    last = Node.objects.for_act("codes").filter(code__startswith=f"{parent.code}-").order_by("-pk").values_list("code", flat=True)
    used = set(last[:2000])
    number = len(used) + 1
    while f"{parent.code}-{number:03d}" in used:
        number += 1
    return f"{parent.code}-{number:03d}"
