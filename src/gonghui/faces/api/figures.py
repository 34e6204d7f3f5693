"""Figures with their rows, the tree, and who I am."""

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from gonghui.faces.kit.json import answer, plain
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.indicators import INDICATORS, figure, find, refuse_outside, trace
from gonghui.kernel.indicators.trace import may_open
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.periods import Period
from gonghui.kernel.refusal import NOT_FOUND, Kind, Refusal
from gonghui.kernel.search import named
from gonghui.kernel.tree.models import Node

from .paging import keyset, only
from .problems import BAD_FILTER
from .records import address

ROWS_ARE_PERSONAL = Refusal("api.rows_are_personal", _("这些记录含个人信息，您的岗位只能看合计。"), kind=Kind.FORBIDDEN)
ASKED = ("node", "period", "basis")


def figures(request):
    """The indicators this viewer may ask for."""
    only(request)
    mine = [i for i in INDICATORS.values() if request.viewer.may(i.power)]
    return answer({"items": [{"key": i.key, "label": str(i.label), "unit": i.unit, "kind": i.kind, "meaning": str(i.meaning)} for i in mine]})


def asked(request, key: str):
    """What a figure was asked for: indicator, node, period, tree. Refuses an unknown one of each."""
    indicator = find(key)
    node = Node.objects.for_act("the node of a figure").filter(code=request.GET.get("node", "")).first()
    if node is None:
        raise NOT_FOUND(field="node")
    basis = request.GET.get("basis", "was")
    if basis not in ("was", "is"):
        raise BAD_FILTER(name="basis", field="basis")
    return indicator, node, Period.parse(request.GET.get("period", "")[:40]), basis == "was"


def one_figure(request, key: str):
    """A figure at a node and period, by the tree as it was or as it is."""
    only(request, *ASKED)
    indicator, node, period, as_was = asked(request, key)
    made = figure(indicator, node, period, viewer=request.viewer, as_was=as_was)
    missing = indicator.missing(node, period)
    return answer(
        {
            "key": indicator.key, "version": indicator.version, "label": str(indicator.label), "node": node.code, "period": str(period),
            "basis": "was" if as_was else "is", "value": plain(made.value), "unit": indicator.unit, "source": indicator.source,
            "parts": made.parts, "unsettled": made.unsettled, "step": made.step, "missing": None if missing is None else missing.count(), "computed_at": made.computed_at.isoformat(),
        }
    )  # fmt: skip


def figure_rows(request, key: str):
    """The rows behind a figure, a page at a time; no cap."""
    only(request, *ASKED, "part", "after", "limit")
    indicator, node, period, as_was = asked(request, key)
    refuse_outside(indicator, node, request.viewer)
    parts = trace(indicator, node, period, as_was=as_was)
    names = [name for name, _sign, _rows in parts]
    name = request.GET.get("part", names[0])
    if name not in names:
        raise NOT_FOUND(field="part")
    _name, sign, rows = parts[names.index(name)]
    if not may_open(request.viewer, indicator, rows.model, node):
        raise ROWS_ARE_PERSONAL()
    with trusted():
        page, following = keyset(request, rows.select_related(*rows.model.named_by))
        items = [{"id": r.pk, "noun": r._meta.label_lower, "name": str(r), "share": r.share * sign, "at": address(r)} for r in page]
    return answer({"parts": names, "part": name, "items": items, "next": following})


def nodes(request):
    """The tree by level (parent=CODE), or found by a word (q); without either, the topmost nodes one works at."""
    only(request, "parent", "q", "after", "limit")
    rows = Node.objects.within(request.viewer).filter(until=None)
    text, parent = request.GET.get("q", ""), request.GET.get("parent", "")
    if parent and not rows.filter(code=parent).exists():
        raise NOT_FOUND(field="parent")
    if text:
        rows = rows.filter(named(text, "~sought"))
    if parent:
        rows = rows.filter(parent__code=parent)
    elif not text:
        rows = rows.filter(path__in=request.viewer.paths)
    below = Count("children", filter=Q(children__until=None))
    page, following = keyset(request, rows.select_related("parent").annotate(below=below))
    items = [
        {
            "id": n.pk, "code": n.code, "name": n.name, "kind": n.kind, "since": n.since.isoformat(),
            "parent": n.parent.code if n.parent else None, "below": n.below,
        }
        for n in page
    ]  # fmt: skip
    return answer({"items": items, "next": following})


def me(request):
    """Who I am, what I hold, and which acts I may ask for."""
    only(request)
    account = request.viewer.account
    grants = [{"role": role, "path": path} for role, path in request.viewer.grants]
    acts = [act.key for act in ACTS.values() if act.by and request.viewer.may(act.power)]
    return answer({"id": account.pk, "login": account.login, "name": account.name, "grants": grants, "acts": acts})
