"""Workbooks out: the template of a sheet, and the bad rows of a batch with their reasons."""

from collections import defaultdict
from io import BytesIO

import xlsxwriter
from django.utils.translation import gettext as _

from .acts import frame_of
from .models import Batch
from .reading import ROW
from .sheet import SHEETS, Sheet

TEXT_ROWS = 5000


def template(sheet: Sheet) -> bytes:
    """An empty table: headings frozen, every cell a text so that no ID number turns into 4.4E+17."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = _page(book, sheet, [])
        text = book.add_format({"num_format": "@"})
        page.set_column(0, len(sheet.columns) - 1, 22, text)
        for i, column in enumerate(sheet.columns):
            page.write_string(1, i, column.example, text)
            if column.choices:
                page.data_validation(1, i, TEXT_ROWS, i, {"validate": "list", "source": list(column.choices)})
    return out.getvalue()


def bad_rows(batch: Batch) -> bytes:
    """The rows that were not taken, as typed, with a column that says why; to be mended and sent again."""
    sheet = SHEETS[batch.kind]
    reasons: dict[int, list[str]] = defaultdict(list)
    labels = {c.name: str(c.label) for c in sheet.columns}
    for row, column, says in batch.errors.values_list("row", "column", "says").order_by("row", "pk"):
        name = labels.get(column, "")
        reasons[row].append(f"{name}：{says}" if name else says)
    frame = frame_of(batch, sheet)
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True}) as book:
        page = _page(book, sheet, [_("原因"), _("原行号")])
        text = book.add_format({"num_format": "@"})
        line = 0
        for row in frame.iter_rows(named=True):
            if row[ROW] not in reasons:
                continue
            line += 1
            for i, column in enumerate(sheet.columns):
                page.write_string(line, i, row[column.name], text)
            page.write_string(line, len(sheet.columns), "；".join(reasons[row[ROW]]), text)
            page.write_number(line, len(sheet.columns) + 1, row[ROW])
    return out.getvalue()


def _page(book, sheet: Sheet, extra: list[str]):
    page = book.add_worksheet(str(sheet.label)[:31])
    head = book.add_format({"bold": True, "bg_color": "#F3E3E3", "text_wrap": True})
    for i, label in enumerate([*(str(c.label) for c in sheet.columns), *extra]):
        page.write_string(0, i, label, head)
    page.freeze_panes(1, 0)
    page.set_column(0, len(sheet.columns) + 1, 22)
    return page
