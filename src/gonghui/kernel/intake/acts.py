"""Upload and check, start, take in chunk by chunk, finish."""

import os
from datetime import date, timedelta
from typing import Annotated

import polars as pl
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .. import config
from ..access.roles import OFFICERS
from ..access.viewer import SYSTEM
from ..evidence import files
from ..evidence.files import SHEET, keep, path_of, type_of
from ..ledger.act import P, act
from ..ledger.do import do
from ..refusal import Kind, Refusal
from ..store import insert
from ..tree.models import Node
from .models import Batch, BatchState, RowError
from .reading import ROW, read
from .sheet import SHEETS, Sheet

HANDS = (*OFFICERS, "cashier", "accountant")  # who has tables to take in; each table says whose it is
CHUNK = int(os.environ.get("GONGHUI_INTAKE_CHUNK", "20000"))  # rows a transaction
NOT_YOUR_TABLE = Refusal("intake.not_yours", _("您无权导入“{label}”。"), field="kind", kind=Kind.FORBIDDEN)


GONE = Refusal("intake.gone", _("上传的表格已按期销毁。"), instead=_("请重新上传。"), kind=Kind.CONFLICT)
config.declare(config.Config("intake.keep_days", 30, _("导入表格保存天数")))


def sheet_choices():
    return [(sheet.kind, sheet.label) for sheet in SHEETS.values()]


@act("intake.check", Batch, label=_("上传表格校验"), past=_("已校验，尚未写入"), by=HANDS, icon="upload_file", main=True)
def check(
    ctx,
    *,
    node: Annotated[Node, P(_("导入到"))],
    kind: Annotated[str, P(_("表类"), choices=sheet_choices)],
    file: Annotated[UploadedFile, P(_("文件"), help=_("XLSX 或 CSV，首行为表头"), accept=SHEET)],
):
    """Dry run: read the file, judge every row, write nothing but the verdicts. Refuses what `read` refuses."""
    sheet = SHEETS[kind]
    if not ctx.viewer.reach(sheet.power).covers(node.path):
        raise NOT_YOUR_TABLE(label=sheet.label)
    batch = Batch(kind=kind, node=node, account_id=ctx.viewer.account_id, name="", file="", state="checked", total=0, good=0, bad=0, at=ctx.at)
    batch.save()
    attachment = keep(ctx, batch, file, accept=SHEET)
    batch.name, batch.file = attachment.name, bytes(attachment.sm3).hex()
    frame = frame_of(batch, sheet)
    good, faults = sheet.check(frame, node, ctx.day)
    batch.total, batch.good, batch.bad = len(frame), len(good), len(frame) - len(good)
    batch.save()
    _store(batch, faults)
    return batch


def frame_of(batch: Batch, sheet: Sheet) -> pl.DataFrame:
    """The uploaded table, unsealed and read again."""
    data = files.read(bytes.fromhex(batch.file))
    if data is None:
        raise GONE()
    return read(data, type_of(data, batch.name), sheet)


def _store(batch: Batch, faults: pl.DataFrame) -> None:
    rows = ((batch.pk, *row) for row in faults.sort(ROW).select("#", "column", "code", pl.col("says").str.slice(0, 200)).iter_rows())
    insert(RowError, ("batch_id", "row", "column", "code", "says"), rows)


@act("intake.start", Batch, label=_("开始导入"), past=_("已开始导入"), by=HANDS, when=lambda b: b.good > 0, icon="play_arrow", main=True)
def start(ctx, batch):
    """Let the good rows be taken in; the bad ones stay out and come back as a workbook. Refuses: GONE."""
    if not batch.stored:
        raise GONE()


@act("intake.drop", Batch, label=_("作废"), past=_("已作废"), by=HANDS, icon="delete")
def drop(ctx, batch):
    """Give the batch up before anything is written; its table is destroyed."""
    ctx.after_commit(lambda: let_go(ctx.day, batch.file))


@act("intake.chunk", Batch, label=_("导入一段"))
def chunk(ctx, batch, *, frame: Annotated[pl.DataFrame, P(_("数据"))]):
    """Take the next rows after the cursor: checked again, written, and the cursor moved, in one transaction."""
    sheet = SHEETS[batch.kind]
    part = frame.filter(pl.col(ROW) > batch.cursor).head(CHUNK)
    if part.is_empty():
        return  # another worker has taken the last of them
    good, _faults = sheet.check(part, batch.node, ctx.day)
    ctx.batch = batch
    ctx.uploader = batch.account  # the house takes the rows in, but they are somebody's
    late = sheet.apply(ctx, good, batch.node)
    _store(batch, late)
    batch.done += len(good) - len(late)
    batch.bad += len(late)
    batch.cursor = part[ROW].max()


@act("intake.finish", Batch, label=_("完成导入"))
def finish(ctx, batch):
    """Every row is settled: taken in or told why not. A table without a bad row is destroyed."""
    ctx.after_commit(lambda: let_go(ctx.day, batch.file))


def let_go(on: date, *digests: str) -> int:
    """
    Destroy uploaded tables that nobody needs any more, of all batches or of those named; return how many.

    A running batch needs its table; one with bad rows, or checked and not yet started, for `intake.keep_days`
    (default, configurable; PIPL art 19: the shortest time).
    """
    batches = Batch.objects.for_act("tables nobody needs").select_related("node")
    here = [b for b in (batches.filter(file__in=digests) if digests else batches) if b.stored]
    spent = {b.file for b in here} - {b.file for b in here if _needs(b, on)}
    for digest in spent:
        path_of(bytes.fromhex(digest)).unlink(missing_ok=True)
    return len(spent)


def _needs(batch: Batch, on: date) -> bool:
    match batch.state:
        case BatchState.RUNNING:
            return True
        case BatchState.DROPPED:
            return False
        case BatchState.DONE if not batch.bad:
            return False
    return timezone.localdate(batch.at) + timedelta(days=config.value("intake.keep_days", batch.node, on)) > on


def carry_on(batch: Batch, viewer=SYSTEM, progress=lambda batch: None) -> Batch:
    """Take a running batch to its end, from wherever it stands."""
    sheet = SHEETS[batch.kind]
    frame = frame_of(batch, sheet)
    last = frame[ROW].max()
    while batch.cursor < last:
        batch = do(chunk, viewer, batch, frame=frame).subject
        progress(batch)
    return do(finish, viewer, batch).subject
