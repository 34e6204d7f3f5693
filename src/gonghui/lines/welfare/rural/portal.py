"""The routes that are recommended, for everybody to read."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.registers.models import EntryLink, RegisterEntry
from gonghui.kernel.page import page

from . import words


@page("routes/", "routes", label=_("乡村旅游线路"), who="worker", open=True)
def routes(request, kit):
    """Every route in force with its stops, newest first."""
    rows = RegisterEntry.objects.for_act("what is published is for everybody").filter(kind=words.ROUTE, state="in_force")
    found = kit.page(rows.select_related("node").order_by("-in_force_from", "-pk"))
    links = EntryLink.objects.for_act("stops of what is published").filter(other__in=[row.pk for row in found], until=None, entry__kind=words.STOP)
    stops: dict[int, list[str]] = {}
    for link in links.select_related("entry").order_by("pk"):
        stops.setdefault(link.other_id, []).append(link.entry.title)
    return kit.render("rural/routes.html", page=found, routes=[(row, stops.get(row.pk, [])) for row in found])
