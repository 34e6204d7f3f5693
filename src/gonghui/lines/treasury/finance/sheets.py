"""Dues collected for the unions, as the tax bureau's table 税务代收."""

from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Employer
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, judged, no_faults, nodes_below, yuan_in_fen
from gonghui.kernel.store import batched, insert, next_ids
from gonghui.kernel.tree.models import Node

from . import words
from .acts import BY
from .models import PayerMonth

FIELDS = ("id", "node_id", "slot", "employer_id", "month", "year", "wages", "received", "upward", "voucher", "received_on", "state")
SUMS = ("wages", "received", "upward")


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row; no voucher, and no month of a payer, twice."""
    frame = _known(_typed(frame), node)
    voucher, payer = pl.col("voucher").is_duplicated(), pl.struct("uscc", "first").is_duplicated()
    earlier = (pl.col("#") != pl.col("#").min().over("voucher")) | (pl.col("#") != pl.col("#").min().over("uscc", "first"))
    faults = [
        (pl.col("node_id").is_null(), "union", "finance.no_union", now_("找不到工会编码，或不在您的导入范围内。")),
        (pl.col("employer_id").is_null(), "uscc", "finance.no_employer", now_("找不到这一统一社会信用代码。")),
        (pl.col("first").is_null() | (pl.col("first") > on), "month", "form.invalid", now_("所属月份应形如 2024-03，且不在将来。")),
        (~(pl.col("day") <= on).fill_null(False), "received_on", words.IN_FUTURE.code, now_("入库日期应形如 2026-07-01，且不在将来。")),
        (pl.any_horizontal(pl.col(f"{s}_fen").is_null() for s in SUMS), "received", "form.invalid", now_("金额应为最多两位小数的元数。")),
        (pl.col("received_fen") == 0, "received", words.NOT_POSITIVE.code, words.NOT_POSITIVE.text),
        (pl.col("upward_fen") > pl.col("received_fen"), "upward", "finance.more_than_paid", now_("上缴额不能大于实缴额。")),
        ((pl.col("voucher") == "") | (pl.col("voucher").str.len_chars() > 40), "voucher", "form.invalid", now_("凭证号应为 1 至 40 字。")),
        ((voucher | payer) & earlier, "voucher", "finance.twice_in_file", now_("与表中前面的行是同一凭证，或同一单位同一月份。")),
        (pl.col("known"), "voucher", "finance.voucher_taken", now_("该凭证，或该单位该月，已登记过。")),
    ]
    return judged(frame, faults)


def _typed(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(
        (pl.col("month").str.slice(0, 7) + "-01").str.to_date("%Y-%m-%d", strict=False).alias("first"),
        pl.col("received_on").str.to_date("%Y-%m-%d", strict=False).alias("day"),
        *(yuan_in_fen(column, 11).alias(f"{column}_fen") for column in SUMS),
    )


def _known(frame: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Join unions and payers, and whether the voucher or the payer's month is registered already."""
    firms, vouchers, months = [], set(), set()
    for part in batched(frame["uscc"].unique().to_list()):
        firms += Employer.objects.for_act("dues").filter(uscc__in=part).values_list("uscc", "pk")
    for part in batched(frame["voucher"].unique().to_list()):
        vouchers |= set(PayerMonth.objects.for_act("dues").filter(voucher__in=part).values_list("voucher", flat=True))
    for part in batched([pk for _code, pk in firms]):
        rows = PayerMonth.objects.for_act("dues").filter(employer__in=part, month__in=frame["first"].drop_nulls().unique().to_list())
        months |= set(rows.values_list("employer", "month"))
    frame = frame.join(nodes_below(node, frame["union"].unique().to_list()), left_on="union", right_on="node", how="left")
    frame = frame.join(pl.DataFrame(firms, schema={"uscc": pl.String, "employer_id": pl.Int64}, orient="row"), on="uscc", how="left")
    paid = pl.DataFrame(list(months), schema={"employer_id": pl.Int64, "first": pl.Date}, orient="row").with_columns(pl.lit(True).alias("same"))
    frame = frame.join(paid, on=["employer_id", "first"], how="left")
    return frame.with_columns((pl.col("voucher").is_in(list(vouchers)) | pl.col("same").fill_null(False)).alias("known"))


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write the months in one statement."""
    rows = list(good.iter_rows(named=True))
    ids = next_ids(PayerMonth, len(rows))
    insert(
        PayerMonth,
        FIELDS,
        (
            (
                pk,
                r["node_id"],
                r["slot"],
                r["employer_id"],
                r["first"],
                r["first"].year,
                *(r[f"{s}_fen"] for s in SUMS),
                r["voucher"],
                r["day"],
                "received",
            )
            for pk, r in zip(ids, rows, strict=True)
        ),
    )
    ctx.note_many(PayerMonth, ((pk, r["node_id"], "", "received", {"voucher": [None, r["voucher"]]}) for pk, r in zip(ids, rows, strict=True)))
    return no_faults()


Sheet(
    kind="payer_months", label=_("经费缴纳（税务代收）"), by=BY, check=check, apply=apply,
    columns=(
        SheetColumn("union", _("工会编码"), required=True), SheetColumn("uscc", _("缴费单位信用代码"), required=True),
        SheetColumn("month", _("所属月份"), required=True, example="2024-03"), SheetColumn("wages", _("工资总额"), required=True),
        SheetColumn("received", _("实缴额"), required=True), SheetColumn("upward", _("上缴额"), required=True),
        SheetColumn("voucher", _("凭证号"), required=True), SheetColumn("received_on", _("入库日期"), required=True, example="2024-04-12"),
    ),
)  # fmt: skip
