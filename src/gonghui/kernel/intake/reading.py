"""A workbook or CSV into a frame of texts. Hostile files are refused with a sentence."""

import zipfile
from io import BytesIO

import polars as pl
from django.utils.translation import gettext_lazy as _
from python_calamine import CalamineError, CalamineWorkbook

from ..evidence.files import BROKEN, SHEET
from ..refusal import Refusal
from .sheet import Sheet

ROW = "#"  # the column of row numbers; the heading is row 1
MOST_ROWS = 1_100_000
MOST_UNPACKED, MOST_RATIO, MOST_PARTS = 400 << 20, 120, 500

BOMB = Refusal("intake.bomb", _("工作簿解压后过大。"), instead=_("请去掉图片、格式和多余工作表，另存后再传。"), field="file")
NO_ROWS = Refusal("intake.no_rows", _("表中没有数据行。"), instead=_("请从第 2 行起填写。"), field="file")
TOO_MANY = Refusal("intake.too_many", _("表中超过 {most} 行。"), instead=_("请拆成几个文件。"), field="file")
NO_COLUMN = Refusal("intake.no_column", _("缺少列：{columns}。"), instead=_("请使用最新模板。"), field="file")


def read(data: bytes, mime: str, sheet: Sheet) -> pl.DataFrame:
    """
    Return the rows under the heading as texts, one column a declared column, plus ROW.

    Whole numbers come as digits, days as 2026-07-01; a number too long for a spreadsheet
    keeps the form the spreadsheet has given it (4.40524E+17), for the check to name it.
    Refuses: BOMB, BROKEN, NO_ROWS, TOO_MANY, NO_COLUMN.
    """
    raw = _workbook(data) if mime == SHEET[0] else _csv(data)
    columns = {}
    for column in sheet.columns:
        found = next((name for name in (str(column.label), column.name) if name in raw.columns), None)
        if found:
            columns[column.name] = pl.col(found)
    missing = [str(c.label) for c in sheet.columns if c.required and c.name not in columns]
    if missing:
        raise NO_COLUMN(columns="、".join(missing))
    frame = raw.with_row_index(ROW, 2).select(
        pl.col(ROW).cast(pl.Int64),
        *(columns.get(c.name, pl.lit("")).fill_null("").str.strip_chars().alias(c.name) for c in sheet.columns),
    )
    empty = pl.all_horizontal([pl.col(c.name) == "" for c in sheet.columns])
    frame = frame.filter(~empty)
    if frame.is_empty():
        raise NO_ROWS()
    if len(frame) > MOST_ROWS:
        raise TOO_MANY(most=MOST_ROWS)
    return frame


def _csv(data: bytes) -> pl.DataFrame:
    text = data if _is_utf8(data) else data.decode("gb18030", "replace").encode()
    try:
        return pl.read_csv(BytesIO(text), infer_schema=False, truncate_ragged_lines=True, encoding="utf8-lossy")
    except pl.exceptions.PolarsError:
        raise BROKEN(field="file") from None


def _is_utf8(data: bytes) -> bool:
    try:
        data[:1_000_000].decode(errors="strict") if len(data) <= 1_000_000 else data[: data.rfind(b"\n", 0, 1_000_000)].decode()
    except UnicodeDecodeError:
        return False
    return True


def _workbook(data: bytes) -> pl.DataFrame:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            unpacked, packed = sum(p.file_size for p in parts), sum(p.compress_size for p in parts) or 1
            if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or unpacked / packed > MOST_RATIO:
                raise BOMB()
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (zipfile.BadZipFile, CalamineError, OSError, ValueError, IndexError):
        raise BROKEN(field="file") from None
    if len(rows) < 2:
        raise NO_ROWS()
    heading = [_text(cell) for cell in rows[0]]
    names = [name or f"~{i}" for i, name in enumerate(heading)]
    unique = [n if names.index(n) == i else f"~{i}" for i, n in enumerate(names)]
    return pl.DataFrame([[_text(c) for c in row] for row in rows[1:]], schema=dict.fromkeys(unique, pl.String), orient="row")


def _text(cell) -> str:
    match cell:
        case str():
            return cell.strip()
        case float():
            if abs(cell) >= 1e15:
                return f"{cell:.5E}"
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case bool():
            return "是" if cell else "否"
        case None:
            return ""
    return cell.date().isoformat() if hasattr(cell, "date") else str(cell)
