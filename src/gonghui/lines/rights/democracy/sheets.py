"""Units of democratic management as a table: a county lists its enterprises of a year at once."""

from datetime import date

import polars as pl
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.columns import employers_by_code
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.intake.plain import plain_sheet
from gonghui.kernel.tree.models import Node
from gonghui.lines.organization.orgs.models import Coverage

from . import words
from .models import Unit


def unionised(frame: pl.DataFrame) -> pl.DataFrame:
    """Whether a union at the node of a row, or below it, covers the enterprise of the row today."""
    firms, nodes = (frame[name].drop_nulls().unique().to_list() for name in ("employer_id", "node_id"))
    covered = Coverage.objects.for_act("unionised").filter(employer__among=firms, until=None).values_list("employer_id", "union__node__slot")
    spans = Node.objects.for_act("unionised").filter(pk__among=nodes).values_list("pk", "slot", "slot_end")
    unions = pl.DataFrame(list(covered), schema={"employer_id": pl.Int64, "union__": pl.Int64}, orient="row")
    below = pl.DataFrame(list(spans), schema={"node_id": pl.Int64, "first__": pl.Int64, "end__": pl.Int64}, orient="row")
    pairs = frame.select("#", "employer_id", "node_id").join(unions, on="employer_id").join(below, on="node_id")
    inside = pairs.filter((pl.col("first__") <= pl.col("union__")) & (pl.col("union__") < pl.col("end__")))["#"]
    return frame.with_columns(pl.col("#").is_in(inside.implode()).alias("unionised__"))


plain_sheet(
    Unit, "democracy_units", _("民主管理单位名单"), "employer", "sort", "since", "congress_since", "disclosure_since", by=OFFICERS, once=("employer_id",),
    finds={"employer": employers_by_code}, derive=unionised, help=_("企业按统一社会信用代码填写；没有建立职代会或没有实行厂务公开的，日期留空。"),
    rules=(
        (pl.col("employer_id").is_not_null() & ~pl.col("unionised__"), "employer", words.NO_UNION.code, _("该企业在该组织没有建会，建制率按已建工会企业计算。")),
        *((pl.col(f"{name}__") < date(1949, 10, 1), name, words.BEFORE.code, _("日期不能早于 1949-10-01。")) for name in ("since", "congress_since", "disclosure_since")),
    ),
)  # fmt: skip
