"""One search across all nouns within reach."""

from django.shortcuts import render
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.faces.kit.finding import named_rows
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.desk import DESKS
from gonghui.kernel.refusal import Refusal
from gonghui.kernel.search import named, newest
from gonghui.kernel.store import together

from .pages import page
from .site import list_url, row_url

FEW, SHORTEST = 5, 2  # rows shown of a noun; letters typed
NEWEST = 150  # rows of a frequent word among which a few of one's own are looked for
TOO_SHORT = Refusal("office.too_short", _("请至少输入 {least} 个字。"), field="q")


def found(request):
    """
    What bears the words typed, noun by noun, at most FEW of each; the list of a noun has the rest.

    The page has the nouns that say how they are sought; the others, smaller and many, are fetched when it stands.
    """
    text = request.GET.get("q", "").replace("\0", "").strip()[:60]
    refused = TOO_SHORT(least=SHORTEST).text if 0 < len(text) < SHORTEST else ""
    asked, rest = text if len(text) >= SHORTEST else "", "rest" in request.GET
    desks = [desk for desk in DESKS.values() if asked and own_words(desk) and request.viewer.holds(desk.see) and marked(desk) != rest]
    hits = newest_of(desks, request.viewer, text)
    groups = [told(desk, request.viewer, hits[desk.noun]) for desk in desks if desk.noun in hits]
    context = {"text": text, "groups": groups, "refused": refused, "rest": rest}
    return render(request, "office/hits.html", context) if rest else page(request, "office/found.html", now_("查找"), **context)


def marked(desk) -> bool:
    """Whether one of the lookups by which records bear words is marked: as in the register and in nouns of a million records."""
    return any(one[0] in "%~^=" for one in own_words(desk))


def newest_of(desks: list, viewer, text: str) -> dict:
    """
    By noun, the numbers of the newest records that bear the words, where there are any, one more than is shown.

    Found past the second wall but within reach; the rows are read before it. Where a word is so frequent that the newest
    of all are not enough of one's own, the records within reach are read one by one, the newest first.
    """
    with trusted():
        asked = {desk.noun: newest(desk.noun.objects.within(viewer, own=False), text, own_words(desk), among(desk, viewer)) for desk in desks}
        found = dict(zip(asked, together([keys(rows) for rows, _more in asked.values()]), strict=True))
        again = [desk for desk in desks if asked[desk.noun][1] and len(found[desk.noun]) <= FEW]
        whole = [keys(desk.noun.objects.within(viewer, own=False).filter(named(text, *own_words(desk), pairs=False))) for desk in again]
        found |= zip((desk.noun for desk in again), together(whole), strict=True)
    return {noun: sorted((pk for (pk,) in rows), reverse=True) for noun, rows in found.items() if rows}


def among(desk, viewer) -> int:
    """Among how many of the newest hits those in reach are looked for; where all is in reach, as many as are wanted."""
    return FEW + 1 if viewer.reach(desk.see).whole else NEWEST


def keys(rows):
    return rows.order_by("-pk").values("pk")[: FEW + 1]


def own_words(desk) -> tuple[str, ...]:
    """The lookups by which a record bears words itself; those that only belong to such a record are found through it."""
    return tuple(one for one in desk.search if "__" not in one)


def told(desk, viewer, numbers: list[int]) -> dict:
    """A noun's group of the page, from the numbers of its newest hits."""
    rows = named_rows(desk.noun.objects.within(viewer, own=False).filter(pk__in=numbers[:FEW]).order_by("-pk"))
    shown = [{"label": desk.row_label(row) if desk.row_label else str(row), "url": row_url(row), "row": row} for row in rows]
    return {"label": desk.label, "icon": desk.icon, "rows": shown, "more": list_url(desk) if len(numbers) > FEW else ""}
