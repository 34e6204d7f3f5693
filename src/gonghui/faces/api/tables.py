"""Tables in: what can be imported, the template, the verdicts of a dry run, the rows that were not taken."""

from urllib.parse import quote

from django.http import HttpResponse

from gonghui.faces.kit.json import answer
from gonghui.kernel.intake import workbooks
from gonghui.kernel.intake.models import Batch
from gonghui.kernel.intake.sheet import SHEETS
from gonghui.kernel.refusal import NOT_FOUND

from .paging import keyset, only
from .records import XLSX, in_reach


def tables(request):
    """The tables this viewer may import, with their columns."""
    only(request)
    mine = [s for s in SHEETS.values() if request.viewer.may(s.power)]
    return answer({"items": [{"kind": s.kind, "label": str(s.label), "help": str(s.help), "columns": _columns(s)} for s in mine]})


def _columns(sheet) -> list[dict]:
    return [
        {"name": c.name, "heading": str(c.label), "required": c.required, "example": str(c.example), "choices": list(map(str, c.choices))}
        for c in sheet.columns
    ]


def template(request, kind: str):
    """The empty table of a sheet."""
    only(request)
    sheet = SHEETS.get(kind)
    if sheet is None or not request.viewer.may(sheet.power):
        raise NOT_FOUND()
    return _workbook(workbooks.template(sheet), str(sheet.label))


def verdicts(request, pk: int):
    """Why rows of a batch were not taken, a page at a time, in the order they were found."""
    only(request, "after", "limit")
    page, following = keyset(request, in_reach(Batch, request.viewer, pk).errors.all(), ascending=True)
    items = [{"id": e.pk, "row": e.row, "column": e.column, "code": e.code, "says": e.says} for e in page]
    return answer({"items": items, "next": following})


def bad_rows(request, pk: int):
    """The rows of a batch that were not taken, as typed, with their reasons."""
    only(request)
    batch = in_reach(Batch, request.viewer, pk)
    if batch.kind not in SHEETS or not batch.stored:
        raise NOT_FOUND()
    return _workbook(workbooks.bad_rows(batch), f"{batch.name}-bad")


def _workbook(data: bytes, name: str) -> HttpResponse:
    book = HttpResponse(data, content_type=XLSX)
    book["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}.xlsx"
    return book
