"""One search across all nouns within reach."""

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.faces.kit.finding import named_rows
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.desk import DESKS
from gonghui.kernel.refusal import Refusal
from gonghui.kernel.search import searched
from gonghui.kernel.store import together

from .pages import page
from .site import list_url, row_url

FEW, SHORTEST = 5, 2  # rows shown of a noun; letters typed
TOO_SHORT = Refusal("office.too_short", _("请至少输入 {least} 个字。"), field="q")


def found(request):
    """What bears the words typed, noun by noun, at most FEW of each; the list of a noun has the rest."""
    text = request.GET.get("q", "").replace("\0", "").strip()[:60]
    desks = [desk for desk in DESKS.values() if own_words(desk) and request.viewer.holds(desk.see)] if len(text) >= SHORTEST else []
    asked = [searched(desk.noun.objects.within(request.viewer, own=False), text, own_words(desk)) for desk in desks]
    with trusted():  # for their numbers; the rows are read before the second wall
        hits = together([rows.order_by("-pk").values("pk")[: FEW + 1] for rows in asked])
    groups = [told(desk, request.viewer, [pk for (pk,) in keys]) for desk, keys in zip(desks, hits, strict=True) if keys]
    refused = TOO_SHORT(least=SHORTEST).text if 0 < len(text) < SHORTEST else ""
    return page(request, "office/found.html", now_("查找"), text=text, groups=groups, refused=refused)


def own_words(desk) -> tuple[str, ...]:
    """The lookups by which a record bears words itself; those that only belong to such a record are found through it."""
    return tuple(one for one in desk.search if "__" not in one)


def told(desk, viewer, keys: list[int]) -> dict:
    """A noun's group of the page, from the numbers of its newest hits."""
    rows = named_rows(desk.noun.objects.within(viewer, own=False).filter(pk__in=keys[:FEW]).order_by("-pk"))
    shown = [{"label": desk.row_label(row) if desk.row_label else str(row), "url": row_url(row), "row": row} for row in rows]
    return {"label": desk.label, "icon": desk.icon, "rows": shown, "more": list_url(desk) if len(keys) > FEW else ""}
