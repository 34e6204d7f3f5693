"""Records: lists, one record with its files and history, export, files."""

import csv
import io
import json
from itertools import chain

import xlsxwriter
from django.conf import settings
from django.db import models
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gonghui.faces.kit.download import XLSX, download, paper
from gonghui.faces.kit.history import history
from gonghui.faces.kit.json import answer, plain
from gonghui.kernel.desk import Annex, Column, Desk, desk_of_rows, shown_as
from gonghui.kernel.evidence import files
from gonghui.kernel.evidence.models import Attachment
from gonghui.kernel.refusal import NOT_FOUND, Kind, Refusal

from .paging import filtered, keyset, only, sliced
from .problems import BAD_FILTER

CSV = "text/csv; charset=utf-8"
NO_SEE = Refusal("api.no_see", _("您的岗位不能查看“{label}”。"), kind=Kind.FORBIDDEN)
NO_EXPORT = Refusal("api.no_export", _("您的岗位不能导出“{label}”。"), instead=_("请由有导出权限的岗位办理。"), kind=Kind.FORBIDDEN)
TOO_MANY_ROWS = Refusal("api.export_too_long", _("结果超过 {most} 条，不能一次导出。"), instead=_("请用筛选缩小范围，分几次导出。"))


def cells(columns, row) -> dict:
    """The columns of a row as plain values, with its number."""
    told = {"id": row.pk}
    for column in columns:
        name = column.name if isinstance(column, Column) else column
        told[name] = plain(column.show(row) if isinstance(column, Column) else getattr(row, column))
    return told


def list_of(desk: Desk):
    def view(request):
        """List the records within reach."""
        if not request.viewer.may(desk.see):
            raise NO_SEE(label=desk.label)
        page, following = keyset(request, filtered(request, desk, "after", "limit"))
        return answer({"items": [cells(desk.columns, row) for row in page], "next": following})

    return view


def in_reach(noun, viewer, pk: int, *related: str):
    """A record this viewer may see, in office or as its owner. Refuses: NOT_FOUND."""
    rows = noun.objects.within(viewer)
    row = (rows.select_related(*related) if related else rows).filter(pk=pk).first() if pk < 2**62 else None
    if row is None:
        raise NOT_FOUND()
    return row


def on_desk(desk: Desk, row):
    """The row, if it is of the kinds the desk shows. Refuses: NOT_FOUND."""
    if desk.kinds and row.kind not in desk.kinds:
        raise NOT_FOUND()
    return row


def record_of(desk: Desk):
    def view(request, pk: int):
        """One record within reach, with the acts open on it now and its files."""
        only(request)
        row = on_desk(desk, in_reach(desk.noun, request.viewer, pk, *desk.related))
        acts = [act.key for act in desk.acts_for(request.viewer, row)]
        kept = [{"id": f.pk, "name": f.name, "mime": f.mime, "size": f.size} for f in files.of(row)]
        return answer(cells(desk.detail, row) | {"acts": acts, "files": kept})

    return view


def history_of(desk: Desk):
    def view(request, pk: int):
        """What was done to a record, newest first, for whoever sees the record."""
        only(request)
        row = on_desk(desk, in_reach(desk.noun, request.viewer, pk))
        told = [{"at": at.isoformat(), "says": str(says), "by": str(by), "why": why} for at, says, by, why in history(row)]
        return answer({"items": told})

    return view


def paper_of(desk: Desk, name: str):
    def view(request, pk: int):
        """A document made from a record within reach, as a Word file."""
        only(request)
        made = paper(desk, on_desk(desk, in_reach(desk.noun, request.viewer, pk, *desk.related)), name)
        if made is None:
            raise NOT_FOUND()
        return made

    return view


def annex_of(desk: Desk, annex: Annex):
    def view(request, pk: int):
        """The lines of a table that belongs to a record within reach; `after` is how many are passed over."""
        only(request, "after", "limit")
        row = on_desk(desk, in_reach(desk.noun, request.viewer, pk, *desk.related))
        if not annex.when(row):
            raise NOT_FOUND()
        lines, following = sliced(request, annex.lines(row, request.viewer))
        items = [{"cells": [str(cell) for cell in line.cells], "at": "" if line.opens is None else address(line.opens)} for line in lines]
        return answer({"heads": [str(head) for head in annex.heads], "items": items, "next": following})

    return view


def address(row) -> str:
    """Where the record a row is shown as can be read."""
    desk = desk_of_rows(type(row))
    return f"/api/{desk.slug}/{shown_as(row)}" if desk else ""


def export_of(desk: Desk):
    def view(request):
        """The list as a table, in the words people read; refused when it is too long for one file."""
        if not request.viewer.holds(desk.export):
            raise NO_EXPORT(label=desk.label)
        rows, most, kind = filtered(request, desk, "format"), settings.API_EXPORT_ROWS, request.GET.get("format", "csv")
        if kind not in ("csv", "xlsx"):
            raise BAD_FILTER(name="format", field="format")
        if rows.order_by().values("pk")[: most + 1].count() > most:
            raise TOO_MANY_ROWS(most=most)
        heads, lines = [heading(desk, c) for c in desk.exports], ([words(c, row) for c in desk.exports] for row in rows.iterator(1000))
        table = HttpResponse((_csv if kind == "csv" else _xlsx)(heads, lines), content_type=CSV if kind == "csv" else XLSX)
        table["Content-Disposition"] = f'attachment; filename="{desk.slug}.{kind}"'
        return table

    return view


def heading(desk: Desk, column) -> str:
    return str(column.label if isinstance(column, Column) else desk.noun._meta.get_field(column).verbose_name)


def words(column, row) -> str:
    """A cell as people read it."""
    if isinstance(column, Column):
        value = column.show(row)
    else:
        value = getattr(row, f"get_{column}_display")() if row._meta.get_field(column).choices else getattr(row, column)
    if value is None:
        return ""
    return timezone.localtime(value).strftime("%Y-%m-%d %H:%M") if hasattr(value, "hour") else str(value)


def _csv(heads: list[str], lines) -> str:
    out = io.StringIO()
    out.write("\ufeff")
    table = csv.writer(out)
    table.writerow(heads)
    # a cell that a spreadsheet would take for a formula gets an apostrophe
    table.writerows([f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell for cell in line] for line in lines)
    return out.getvalue()


def _xlsx(heads: list[str], lines) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True}) as book:
        page = book.add_worksheet()
        for i, line in enumerate(chain([heads], lines)):
            for j, cell in enumerate(line):
                page.write_string(i, j, cell)
    return out.getvalue()


def file(request, pk: int):
    """A file within reach."""
    only(request)
    row = in_reach(Attachment, request.viewer, pk)
    data = files.read(row.sm3)
    if data is None:
        raise NOT_FOUND()
    return download(data, row.mime, row.name)


def column_schema(desk: Desk, column) -> dict:
    """The JSON schema of a column, for OpenAPI."""
    if isinstance(column, Column):
        return {"title": str(column.label)}
    field = desk.noun._meta.get_field(column)
    told = {"title": str(field.verbose_name)}
    if field.is_relation:
        return told | {"anyOf": [{"$ref": "#/components/schemas/Named"}, {"type": "null"}]}
    kind = {"type": "string"}
    for family, shape in SHAPES:
        if isinstance(field, family):
            kind = shape
            break
    if field.choices:
        told["description"] = "；".join(f"{value} {label}" for value, label in field.flatchoices)
    return told | kind | {"type": [kind["type"], "null"]} if field.null else told | kind


SHAPES = (
    (models.BooleanField, {"type": "boolean"}),
    (models.IntegerField, {"type": "integer"}),
    (models.DateTimeField, {"type": "string", "format": "date-time"}),
    (models.DateField, {"type": "string", "format": "date"}),
)


def row_schema(desk: Desk, columns, **further) -> dict:
    """The JSON schema of a record of a desk."""
    properties = {"id": {"type": "integer"}}
    for column in columns:
        properties[column.name if isinstance(column, Column) else column] = column_schema(desk, column)
    properties |= further
    return {"type": "object", "properties": json.loads(json.dumps(properties)), "required": list(properties), "additionalProperties": False}
