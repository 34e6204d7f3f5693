"""Contracts and what they cover as tables, for years that were kept in workbooks."""

import polars as pl
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.columns import employers_by_code
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.intake.plain import plain_sheet

from . import words
from .models import Contract, Covered

OWN = pl.col("reach__") == words.Reach.OWN


def contracts(typed):
    """Contracts by their filing numbers."""
    return Contract.objects.for_act("table").filter(number__among=typed).values_list("number", "pk")


def told(frame: pl.DataFrame) -> pl.DataFrame:
    """Whether the contract of a row is the enterprise's own."""
    numbers = frame["contract_id"].drop_nulls().unique().to_list()
    rows = Contract.objects.for_act("table").filter(pk__among=numbers, reach=words.Reach.OWN).values_list("pk", "employer_id")
    owners = pl.DataFrame(list(rows), schema={"contract_id": pl.Int64, "owner__": pl.Int64}, orient="row")
    joined = frame.join(owners, on="contract_id", how="left", maintain_order="left")
    return joined.with_columns((pl.col("owner__") == pl.col("employer_id")).fill_null(False).alias("own__"))


plain_sheet(
    Contract, "contracts", _("集体合同"), "title", "sort", "reach", "employer", "offered_on", "signed_on", "filed_on", "number", "since", "until", by=UPPER,
    once=("number",), finds={"employer": employers_by_code}, ahead=("until",), fixed={"state": words.ContractState.EFFECTIVE},
    rules=(
        (pl.col("employer_id").is_not_null() != OWN, "employer", words.NO_EMPLOYER.code, words.NO_EMPLOYER.says),
        (~(pl.col("offered_on__") <= pl.col("signed_on__")).fill_null(False), "signed_on", "form.invalid", _("签订日期不能早于要约日期。")),
        (~(pl.col("signed_on__") <= pl.col("filed_on__")).fill_null(False), "filed_on", "form.invalid", _("报送日期不能早于签订日期。")),
        (~(pl.col("filed_on__") <= pl.col("since__")).fill_null(False), "since", "form.invalid", _("生效日期不能早于报送日期。")),
        (~(pl.col("since__") <= pl.col("until__")).fill_null(False), "until", "form.invalid", _("期满日期不能早于生效日期。")),
        (pl.col("number") == "", "number", "form.invalid", _("不能为空。")),
    ),
)  # fmt: skip
plain_sheet(
    Covered, "covered_units", _("集体合同覆盖单位"), "contract", "employer", "workers", "on", by=UPPER, once=("contract_id", "employer_id"),
    finds={"contract": contracts, "employer": employers_by_code}, derive=told,
    rules=((pl.col("workers__") == 0, "workers", "form.invalid", _("覆盖职工数应大于 0。")),),
)  # fmt: skip
