"""The bank's answer as a table 银行回单: each payment gone out or come back, by its number."""

from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.viewer import after
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, judged, no_faults, twice, yuan_in_fen
from gonghui.kernel.store import batched
from gonghui.kernel.tree.models import Node

from .hands import PAYERS
from .models import PayBatch, Payment
from .settling import settle
from .sheets import DIGITS
from .words import PaymentState

RESULTS = {"成功": True, "失败": False, "success": True, "failed": False}


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row against the payment it names: sent, waiting, of the same amount."""
    frame = frame.with_columns(
        pl.col("number").cast(pl.Int64, strict=False).alias("pk"),
        yuan_in_fen("amount", DIGITS).alias("fen"),
        pl.col("result").replace_strict(RESULTS, default=None, return_dtype=pl.Boolean).alias("good"),
        pl.col("on").str.to_date("%Y-%m-%d", strict=False).alias("day"),
    ).join(_sent(frame, node), left_on="number", right_on="_number", how="left")
    again = twice("number")
    day = (pl.col("day") <= on) & (pl.col("day") >= pl.col("sent_on"))
    faults = [
        (pl.col("batch_id").is_null(), "number", "money.not_sent", now_("没有这一付款编号，或它不在支付中。")),
        (again, "number", "money.twice_in_file", now_("与表中前面的行是同一付款编号。")),
        (pl.col("batch_id").is_not_null() & ~(pl.col("fen") == pl.col("sum")).fill_null(False), "amount", "money.other_amount", now_("金额与付款不一致。")),
        (pl.col("good").is_null(), "result", "form.not_on_the_list", now_("结果应为成功或失败。")),
        (pl.col("batch_id").is_not_null() & ~day.fill_null(False), "on", "money.in_future", now_("日期应形如 2026-07-01，不早于送银行之日，也不在将来。")),
        (~pl.col("good").fill_null(True) & (pl.col("why") == ""), "why", "act.missing", now_("失败的应写明原因。")),
        (pl.col("why").str.len_chars() > 100, "why", "form.too_long", now_("原因最多 100 字。")),
    ]  # fmt: skip
    return judged(frame, faults)


def _sent(frame: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Of the payments named those that were sent from the node or below and wait for a result."""
    numbers = [int(n) for n in frame["number"].unique().to_list() if n.isascii() and n.isdigit() and len(n) < 19]
    rows = []
    for part in batched(numbers):
        waiting = Payment.objects.for_act("results of a bank").filter(
            pk__among=part, state=PaymentState.APPROVED, batch__state="sent", node__path__gte=node.path, node__path__lt=after(node.path)
        )
        rows += [
            (str(pk), batch, int(amount * 100), sent) for pk, batch, amount, sent in waiting.values_list("pk", "batch", "amount", "batch__sent_on")
        ]
    return pl.DataFrame(rows, schema={"_number": pl.String, "batch_id": pl.Int64, "sum": pl.Int64, "sent_on": pl.Date}, orient="row")


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Settle list by list and day by day, and mark by its reason what came back."""
    # lists are locked in one order, so that two tables never wait for each other
    pks = sorted(good["batch_id"].unique().to_list())
    rows = PayBatch.objects.for_act("results of a bank").select_for_update(of=("self",)).select_related("node", "source")
    batches = {b.pk: b for b in rows.filter(pk__in=pks).order_by("pk")}
    for (pk, day), paid in good.filter(pl.col("good")).group_by("batch_id", "day", maintain_order=True):
        for part in batched(paid["pk"].to_list()):
            settle(ctx, batches[pk], _waiting(part), day)
    for (pk, why), failed in good.filter(~pl.col("good")).group_by("batch_id", "why", maintain_order=True):
        for part in batched(failed["pk"].to_list()):
            changed = [(p, batches[pk].node_id, "approved", "failed", {"failed_why": [None, why]}) for p in part]
            _waiting(part).update(state=PaymentState.FAILED, failed_why=why)
            ctx.note_many(Payment, changed)
    return no_faults()


def _waiting(pks: list[int]):
    return Payment.objects.for_act("results of a bank").filter(pk__among=pks, state=PaymentState.APPROVED)


Sheet(
    kind="bank_results", label=_("银行回单"), by=PAYERS, check=check, apply=apply,
    columns=(
        SheetColumn("number", _("付款编号"), required=True), SheetColumn("amount", _("金额"), required=True),
        SheetColumn("result", _("结果"), required=True, choices=("成功", "失败")), SheetColumn("on", _("日期"), required=True, example="2024-01-31"),
        SheetColumn("why", _("原因")),
    ),
    help=_("付款编号即银行文件中的编号；失败的应写明原因，可在原批次办理重付。"),
)  # fmt: skip
