"""One search across all nouns within reach."""

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.faces.kit.finding import named_rows
from gonghui.kernel.desk import DESKS
from gonghui.kernel.refusal import Refusal
from gonghui.kernel.search import searched

from .pages import page
from .site import list_url, row_url

FEW, SHORTEST = 5, 2  # rows shown of a noun; letters typed
TOO_SHORT = Refusal("office.too_short", _("请至少输入 {least} 个字。"), field="q")


def found(request):
    """What bears the words typed, noun by noun, at most FEW of each; the list of a noun has the rest."""
    text = request.GET.get("q", "").replace("\0", "").strip()[:60]
    groups = [group for desk in DESKS.values() if (group := found_on(desk, request.viewer, text))] if len(text) >= SHORTEST else []
    refused = TOO_SHORT(least=SHORTEST).text if 0 < len(text) < SHORTEST else ""
    return page(request, "office/found.html", now_("查找"), text=text, groups=groups, refused=refused)


def found_on(desk, viewer, text: str) -> dict | None:
    """The records of a desk that bear the words themselves; those that only belong to such a record are found through it."""
    own = tuple(one for one in desk.search if "__" not in one.removeprefix("~").removeprefix("^"))
    if not own or not viewer.holds(desk.see):
        return None
    rows = named_rows(searched(desk.noun.objects.within(viewer, own=False), text, own))
    hits = list(rows.order_by("-pk")[: FEW + 1])
    if not hits:
        return None
    told = [{"label": desk.row_label(row) if desk.row_label else str(row), "url": row_url(row), "row": row} for row in hits[:FEW]]
    return {"label": desk.label, "icon": desk.icon, "rows": told, "more": list_url(desk) if len(hits) > FEW else ""}
