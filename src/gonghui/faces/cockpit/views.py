"""Pages of the cockpit: the figures of a node, and one figure with its course and what hangs below."""

from functools import wraps

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as now_
from django.views.decorators.http import require_safe

from gonghui.faces.kit.figures import DEPARTMENTS, first_of_lines, line_label, main_figures, own_node, periods, room_of
from gonghui.faces.kit.middleware import lacks_factor
from gonghui.kernel.access.viewer import Reach
from gonghui.kernel.clock import today
from gonghui.kernel.indicators import Indicator, find, refuse_outside
from gonghui.kernel.indicators.series import divides, few, monthly, over, runs
from gonghui.kernel.indicators.small import threshold
from gonghui.kernel.indicators.told import definition
from gonghui.kernel.periods import Period
from gonghui.kernel.refusal import Kind, Refused
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.slots import one_tree

from .lower import extremes, lower
from .maps import drawn
from .ranking import RANKED
from .spans import months, so_far, year_before, years
from .tiles import cell, tiles

LEAD = "membership.members_total"  # what the first page shows at length, where one may see it
PAGE, REFRESH = 50, 300  # nodes below on a page; seconds after which a wall looks again
STATUS = {Kind.FORBIDDEN: 403, Kind.MISSING: 404}


def for_leaders(view):
    """Decorator: Whoever works at a node, with the second factor where it is asked for; others are sent to sign in. A refusal is a page that says so."""

    @require_safe
    @wraps(view)
    def guarded(request, **parts):
        if not request.user.is_authenticated or lacks_factor(request):
            return redirect_to_login(request.get_full_path(), reverse("office:login"))
        node = _node(request)
        try:
            with one_tree():
                return view(request, node, **parts)
        except Refused as refused:
            status = STATUS.get(refused.refusals[0].kind, 422)
            return render(request, "cockpit/refused.html", _frame(request, node) | {"refused": refused.text}, status=status)

    return guarded


@for_leaders
def home(request, node: Node):
    """The first main figure of each line at a node, by department; with `dept` all main ones of that department."""
    asked, department, wall = _asked(request), request.GET.get("dept", ""), request.GET.get("wall") == "1"
    least = threshold(node, today()) if wall else 0
    main = main_figures(request.viewer, node)
    chosen = sorted((i for i in main if room_of(i)[2] == department), key=room_of) if department else first_of_lines(main)
    if not chosen:
        refuse_outside(find(LEAD), node, request.viewer)
        raise Http404
    told: dict[str, list] = {}
    for tile in tiles(chosen, node, asked, today(), request.viewer, least):
        told.setdefault(room_of(tile.indicator)[2], []).append((line_label(tile.indicator), tile))
    groups = [(folder, DEPARTMENTS.get(folder, folder), of) for folder, of in told.items()]
    lead = next((i for i in main if i.key == LEAD), chosen[0])
    context = _frame(request, node) | {
        "groups": groups,
        "department": DEPARTMENTS.get(department, ""),
        "dept": department,
        "wall": wall,
        "lead": lead,
    }
    context |= {} if department else _at_length(request, lead, node, so_far(asked, today()), least)
    answer = render(request, "cockpit/home.html", context)
    if wall:
        answer["Refresh"] = str(REFRESH)  # not by a script: a wall may have none
    return answer


@for_leaders
def one(request, node: Node, key: str):
    """One figure with all that must be said of it, its course, and what hangs below. Refuses what is outside reach, and an unknown key."""
    indicator, asked = find(key), _asked(request)
    if indicator.check:
        raise Http404  # what ought not to be is the office's work list
    refuse_outside(indicator, node, request.viewer)
    (tile,) = tiles([indicator], node, asked, today(), request.viewer)
    span = so_far(asked, today())
    context = _frame(request, node, key) | {"tile": tile, "indicator": indicator, "line": line_label(indicator), "rows": _query(node, span)}
    context |= _at_length(request, indicator, node, span)
    return render(request, "cockpit/one.html", context | {"ranked": RANKED.get(key), "definition": definition(indicator)})


def _node(request) -> Node:
    """The node asked for, else one's own; what is not within reach is not found."""
    code = request.GET.get("node", "")
    if not code.isprintable():
        raise Http404
    node = Node.objects.for_act("the node of a figure").filter(code=code).first() if code else own_node(request.viewer)
    if node is None or not Reach(request.viewer.paths).covers(node.path):
        raise Http404
    return node


def _asked(request) -> Period:
    return Period.parse(request.GET.get("period", "")[:40] or str(today().year))


def _query(node: Node, period, **more) -> str:
    return urlencode({"node": node.code, "period": str(period)} | more)


def _frame(request, node: Node, key: str = "") -> dict:
    """What stands around every page: the way down to the node as far as one sees it, the periods."""
    reach, typed = Reach(request.viewer.paths), request.GET.get("period", "")[:40] or str(today().year)
    above = Node.objects.for_act("the way down").filter(pk__in=[int(pk) for pk in node.path.split("/") if pk]).order_by("depth")
    page = reverse("cockpit:one", args=[key]) if key else reverse("cockpit:home")
    trail = [(one, f"{page}?{_query(one, typed)}") for one in above if reach.covers(one.path)]
    return {"node": node, "trail": trail, "typed": typed, "periods": periods(), "page": page, "query": _query(node, typed), "trend": _trend(request)}


def _trend(request) -> str:
    return "years" if request.GET.get("trend") == "years" else "months"


def _at_length(request, indicator: Indicator, node: Node, span: Period, least: int = 0) -> dict:
    """
    The course of a figure, what hangs below, a page at a time, and its map; None of what it does not have.

    Of people whom the viewer is told of only in steps neither is drawn: months and counties would tell of the few.
    """
    if few(indicator, node, request.viewer):
        return {"course": None, "lower": None, "map_number": settings.MAP_NUMBER}
    told = {"course": _course(indicator, node, span, _trend(request) == "years", least) if runs(indicator) else None, "lower": None}
    if divides(indicator):
        rows = lower(indicator, node, span, least)
        told |= {
            "lower": Paginator(rows, PAGE).get_page(request.GET.get("page")),
            "map": drawn(node, rows),
            "ranks": any(row.rank for row in rows),
            "extremes": extremes(rows),
            "twice": len(indicator.nodes) > 1,
        }
    return told | {"map_number": settings.MAP_NUMBER}


def _course(indicator: Indicator, node: Node, span: Period, by_years: bool, least: int) -> dict:
    """The figure month by month beside the year before, or year by year."""
    by_years = by_years or not monthly(indicator)
    labels, asked = zip(*(years(span) if by_years else months(span)), strict=True)
    values = over(indicator, node, list(asked) if by_years else [*asked, *map(year_before, asked)])
    heads = [now_("数值")] if by_years else [now_("{year} 年").format(year=y) for y in (span.end.year, span.end.year - 1)]
    rows = [(label, [cell(value, indicator, least) for value in values[n :: len(asked)]]) for n, label in enumerate(labels)]
    return {"heads": heads, "rows": rows, "kind": "bar" if indicator.kind in ("flow", "distinct", "change") else "line", "by_years": by_years}
