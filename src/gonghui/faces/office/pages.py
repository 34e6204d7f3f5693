"""Pages of the office that are no list of a desk: the tree, files, tables."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as now_

from gonghui.faces.kit.download import XLSX
from gonghui.faces.kit.download import download as download_of
from gonghui.faces.kit.download import paper as paper_of
from gonghui.kernel.desk import DESKS, Desk, desk_of_rows, shown_as
from gonghui.kernel.evidence import files
from gonghui.kernel.evidence.models import Attachment
from gonghui.kernel.intake import workbooks
from gonghui.kernel.intake.models import Batch
from gonghui.kernel.intake.sheet import SHEETS
from gonghui.kernel.search import named
from gonghui.kernel.tree.models import Node

from .site import address, list_url, row_url, site

LINES = 50  # of an annex on a page


def page(request, template: str, title: str, status: int = 200, **context):
    request.current_app = site.name
    return TemplateResponse(request, template, {**site.each_context(request), "title": title, **context}, status=status)


def tree(request):
    """The tree from the viewer's own node down, and a search by name, pinyin, first letters or code."""
    text = request.GET.get("q", "").strip()[:60]
    nodes = Node.objects.within(request.viewer)
    hits = []
    if text:
        hits = list(nodes.filter(named(text, "~sought"), tree="org").select_related("union").order_by("depth", "name")[:25])
        above = {int(pk) for hit in hits for pk in hit.path.split("/") if pk}
        names = dict(Node.objects.for_act("names of ancestors").filter(pk__in=above).values_list("pk", "name"))
        for hit in hits:
            hit.trail = " › ".join(names[int(pk)] for pk in hit.path.split("/")[:-2] if pk)
    roots = Node.objects.for_act("own nodes").filter(path__in=request.viewer.paths).order_by("path") if not text else []
    return page(request, "office/tree.html", now_("组织树"), roots=with_counts(roots), hits=hits, text=text)


def level(request, pk):
    """One level of the tree."""
    node = Node.objects.for_act("tree").filter(pk=pk).first()
    if node is None or not any(node.path.startswith(p) for p in request.viewer.paths):
        raise Http404
    rows = with_counts(Node.objects.for_act("tree").filter(parent=node, until=None).order_by("name"))
    return TemplateResponse(request, "office/level.html", {"rows": rows})


def with_counts(nodes):
    if not nodes:
        return []
    return list(nodes.annotate(below=Count("children", filter=Q(children__until=None))).select_related("union"))


def download(request, pk):
    """An attachment within reach; never shown inside the page."""
    row = Attachment.objects.within(request.viewer).filter(pk=pk).first()
    data = files.read(row.sm3) if row else None
    if data is None:
        raise Http404
    return download_of(data, row.mime, row.name)


def paper(request, app, model, pk, name):
    """A document made from a record within reach."""
    desk = DESKS.get(f"{app}.{model}")
    row = desk and desk.rows(request.viewer).filter(pk=pk).first()
    made = row and paper_of(desk, row, name)
    if made is None:
        raise Http404
    return made


def annex(request, app, model, pk, name):
    """A table that belongs to a record within reach, page by page."""
    desk = DESKS.get(f"{app}.{model}")
    row = desk and desk.rows(request.viewer).filter(pk=pk).first()
    found = row and next((one for one in desk.annexes_of(row) if one.name == name), None)
    if not found:
        raise Http404
    shown = Paginator(found.lines(row, request.viewer), LINES).get_page(request.GET.get("page", "1")[:9])
    context = {"annex": found, "lines": lines_shown(shown.object_list), "shown": shown}
    return page(request, "office/annex.html", found.label, trail=[(desk.label, list_url(desk)), (row, row_url(row))], row=row, **context)


def beginnings(desk: Desk, row, viewer) -> list[tuple]:
    """The annexes of a record; of those that stand on its page the first lines, and how many there are."""
    told = []
    for one in desk.annexes_of(row):
        lines = one.lines(row, viewer) if one.at_once else None
        told.append((one, None if lines is None else (lines_shown(lines[:LINES]), len(lines))))
    return told


def lines_shown(lines) -> list[tuple]:
    """Each line with the address of the record it is about."""
    return [(line.cells, "" if line.opens is None else page_of(line.opens)) for line in lines]


def page_of(row) -> str:
    """The office page of the noun a row is shown as; empty where it has none."""
    desk = desk_of_rows(type(row))
    if desk is None:
        return ""
    return reverse(f"office:{address(desk)}_change", args=[shown_as(row)])


def template(request, kind):
    """The empty table of a sheet."""
    sheet = SHEETS.get(kind)
    if sheet is None or not request.viewer.holds(sheet.power):
        raise Http404
    return download_of(workbooks.template(sheet), XLSX, f"{sheet.label}.xlsx")


def bad_rows(request, pk):
    """The rows of a batch that were not taken, with their reasons."""
    batch = Batch.objects.within(request.viewer).filter(pk=pk).first()
    if batch is None or not batch.stored:
        raise Http404
    return download_of(workbooks.bad_rows(batch), XLSX, now_("有误的行.xlsx"))
