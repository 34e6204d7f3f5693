"""Figures in the office: by line, one with its rows, and the checks."""

import csv

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.faces.kit.figures import DEPARTMENTS, line_label, main_figures, own_node, periods, room_of
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import today
from gonghui.kernel.desk import desk_of_rows
from gonghui.kernel.indicators import INDICATORS, figure, find, trace
from gonghui.kernel.indicators.told import definition
from gonghui.kernel.indicators.trace import counts_rows, may_open
from gonghui.kernel.indicators.trace import parts as parts_of
from gonghui.kernel.periods import Period
from gonghui.kernel.refusal import Refused
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.slots import one_tree

from .home import figures_of, has_figures
from .pages import page, page_of

MISSING = 20  # units named that have not filed
PLAIN = "text/plain; charset=utf-8"  # what was typed comes back in a refusal: never as a page


def figures(request):
    """The main figures of every line at one's own node this year, by department; a line opens to all of its own."""
    viewer, node, period = request.viewer, own_node(request.viewer), Period.parse(str(today().year))
    lines: dict[tuple, dict] = {}
    for one in (i for i in INDICATORS.values() if not i.check and viewer.holds(i.power)):
        line = lines.setdefault(room_of(one), {"slug": one.line, "label": line_label(one), "count": 0, "figures": []})
        line["count"] += 1
    with one_tree():
        for one in main_figures(viewer, node) if node else ():
            lines[room_of(one)]["figures"].append(figure(one, node, period, viewer=viewer))
    departments: dict[str, list] = {}
    for (_place, _at, folder), line in sorted(lines.items(), key=lambda item: item[0]):
        departments.setdefault(str(DEPARTMENTS.get(folder, line["label"])), []).append(line)
    return page(request, "office/figures.html", now_("指标"), departments=departments.items(), node=node, period=period)


def own_figures(request):
    """The cards of the first page, fetched when it stands: the first main figure of each line at one's own node."""
    if not has_figures(request.viewer):
        raise Http404
    return render(request, "office/own_figures.html", {"figures": figures_of(request.viewer)})


def line_figures(request, line):
    """All figures of a line at a node and below, each opening to its rows."""
    mine = [i for i in INDICATORS.values() if i.line == line and not i.check and request.viewer.holds(i.power)]
    if not mine:
        raise Http404
    context = asked_for(request) | {"periods": periods(), "trail": [(now_("指标"), reverse("office:figures"))]}
    try:
        node, period, as_was = _where(request)
        with one_tree():
            made = [figure(i, node, period, viewer=request.viewer, as_was=as_was) for i in mine]
    except Refused as refused:
        status = 403 if refused.code == "indicators.not_yours" else 422
        return page(request, "office/line.html", line_label(mine[0]), status, refused=refused.text, **context)
    context |= {"node_code": node.code, "period": str(period)}
    return page(request, "office/line.html", line_label(mine[0]), figures=made, node=node, told=period.label, **context)


def checks(request):
    """What ought not to be, at a node and below, each with its count: the work list of real-name checks."""
    viewer, code = request.viewer, request.GET.get("node", "")
    node = Node.objects.for_act("the node of a figure").filter(code=code).first() if code else own_node(viewer)
    if node is None:
        raise Http404
    period = Period.parse(f"asof-{today()}")
    try:
        made = [figure(i, node, period, viewer=viewer) for i in INDICATORS.values() if i.check and (viewer.holds(i.power) or code)]
    except Refused as refused:
        return page(request, "office/checks.html", now_("实名制核查"), 403, refused=refused.text)
    return page(request, "office/checks.html", now_("实名制核查"), figures=made, node=node, period=period)


def _asked(request, key):
    """What a figure page was asked for: indicator, node, period, tree. Refuses an unknown key or period."""
    return find(key), *_where(request)


def _where(request):
    """The node, period and tree of a page of figures. Refuses an unknown period."""
    code = request.GET.get("node", "")
    node = Node.objects.for_act("the node of a figure").filter(code=code).first() if code else own_node(request.viewer)
    if node is None:
        raise Http404
    return node, Period.parse(request.GET.get("period") or str(today().year)), request.GET.get("basis", "was") != "is"


def asked_for(request) -> dict:
    """What stood in the address, for the form of the page."""
    return {"node_code": request.GET.get("node", ""), "period": request.GET.get("period", ""), "basis": request.GET.get("basis", "was")}


def figure_page(request, key):
    """One figure with all that must be said with it, and its rows."""
    context = asked_for(request) | {"key": key, "periods": periods(), "trail": [(now_("指标"), reverse("office:figures"))]}
    try:
        indicator, node, period, as_was = _asked(request, key)
        made = figure(indicator, node, period, viewer=request.viewer, as_was=as_was)
    except Refused as refused:
        status = 403 if refused.code == "indicators.not_yours" else 404 if refused.code == "indicators.unknown" else 422
        return page(request, "office/figure.html", now_("指标"), status, refused=refused.text, **context)
    parts = _parts(request, indicator, node, period, as_was)
    values, counted = list(made.parts.values()) or [made.value], [one for _name, one, _span, _sign in parts_of(indicator, period)] or [indicator]
    for part, value, one in zip(parts, values, counted, strict=True):
        part["page"] = _rows_page(request, part, value if counts_rows(one) and not made.step else None)
        part["value"] = "" if not made.parts else "—" if value is None else f"{value:,}"
    missing = indicator.missing(node, period)
    if missing is not None:
        context |= {"missing": missing.count(), "some_missing": list(missing.order_by("path")[:MISSING])}
    context |= {"node_code": node.code, "period": str(period)}
    return page(
        request,
        "office/figure.html",
        indicator.label,
        figure=made,
        indicator=indicator,
        definition=definition(indicator),
        node=node,
        parts=parts,
        **context,
    )


NAMES = {"": "", "end": _("期末"), "start": _("期初"), "top": _("分子"), "bottom": _("分母"), "now": _("本期末"), "year_earlier": _("上年同期末")}


def _parts(request, indicator, node, period, as_was) -> list[dict]:
    """The parts of a trace with what may be shown of them: rows that name people need the noun's own power."""
    told = []
    for name, sign, rows in trace(indicator, node, period, as_was=as_was):
        desk = desk_of_rows(rows.model)
        may = may_open(request.viewer, indicator, rows.model, node)
        told.append({"name": NAMES[name], "sign": sign, "rows": rows, "desk": desk, "may": may})
    return told


def _rows_page(request, part, known: int | None):
    """Fifty of the rows with what may be shown of them; known: how many there are, where the figure has said it."""
    if not part["may"]:
        return None
    rows = part["rows"].order_by("pk")
    model = rows.model
    rows = rows.select_related(*model.named_by, *(part["desk"].related if part["desk"] and not model.seen_as else ()))
    number = request.GET.get("page", "1")
    with trusted():
        pages = Paginator(rows, 50)
        if known is not None:
            pages.count = known
        shown = pages.get_page(number)
        shown.object_list = [{"row": r, "text": str(r), "share": r.share * part["sign"], "url": page_of(r)} for r in shown.object_list]
    return shown


def figure_rows(request, key):
    """The rows behind a figure as CSV, streamed, no cap."""
    try:
        indicator, node, period, as_was = _asked(request, key)
        figure(indicator, node, period, viewer=request.viewer, as_was=as_was)
    except Refused as refused:
        return HttpResponse(refused.text, status=403, content_type=PLAIN)
    parts = _parts(request, indicator, node, period, as_was)
    if not all(part["may"] for part in parts):
        return HttpResponse(now_("这些记录含个人信息，您无权查看。"), status=403, content_type=PLAIN)
    answer = StreamingHttpResponse(_csv(parts), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{key}.csv"'
    return answer


class _Echo:
    def write(self, value):
        return value


def _csv(parts):
    out = csv.writer(_Echo())
    yield "\ufeff" + out.writerow([now_("部分"), now_("编号"), now_("记录"), now_("计入")])
    for part in parts:
        with trusted():
            for row in part["rows"].select_related(*part["rows"].model.named_by).order_by("pk").iterator(2000):
                yield out.writerow([part["name"], row.pk, _harmless(str(row)), row.share * part["sign"]])


def _harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
