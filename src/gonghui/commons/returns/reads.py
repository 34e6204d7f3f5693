"""What has been filed already, at a unit and around it."""

from datetime import date

from gonghui.kernel.access.viewer import after
from gonghui.kernel.periods import last_day
from gonghui.kernel.tree.models import Node

from .models import HeadCount


def alike(kind: str, since: date, until: date):
    """Returns of a kind whose period overlaps these days."""
    return HeadCount.objects.for_act("one number a kind and period").filter(kind=kind, since__lte=until, until__gte=since)


def filed_below(node: Node, kind: str, since: date, until: date) -> int:
    """How many units below `node` have filed for these days."""
    return alike(kind, since, until).filter(node__path__gt=node.path, node__path__lt=after(node.path)).count()


def filed_above(node: Node, kind: str, since: date, until: date) -> HeadCount | None:
    """A return for these days by a node above, if any, nearest first."""
    above = [int(pk) for pk in node.path.split("/") if pk and int(pk) != node.pk]
    return alike(kind, since, until).filter(node__in=above).select_related("node").order_by("-node__depth").first()


def year_before(row: HeadCount) -> int | None:
    """What the same unit filed for the same days of the year before."""
    back = [date(d.year - 1, d.month, min(d.day, last_day(d.year - 1, d.month).day)) for d in (row.since, row.until)]
    if row.until == last_day(row.until.year, row.until.month):  # February ends where it ends
        back[1] = last_day(row.until.year - 1, row.until.month)
    rows = HeadCount.objects.for_act("year before").filter(node=row.node_id, kind=row.kind, since=back[0], until=back[1])
    return rows.values_list("number", flat=True).first()
