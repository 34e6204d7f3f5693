"""What a fair leaves behind, as tables: vacancies, intents, and who found a job."""

import polars as pl
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties import rules
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.intake.plain import by_number, plain_sheet
from gonghui.kernel.intake.sheet import SheetColumn
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.refusal import Refused

from . import words
from .acts import fairs
from .models import JobIntent, JobMatch, Vacancy


def coded(text: str) -> bool:
    """Whether it is a credit code."""
    try:
        return bool(rules.credit_code(text))
    except Refused:
        return False


def with_stand(frame: pl.DataFrame) -> pl.DataFrame:
    good = pl.col("uscc").map_elements(coded, return_dtype=pl.Boolean)
    return frame.with_columns(stand=pl.format("{}:{}", pl.col("fair_id").cast(pl.String).fill_null(""), "uscc"), good=good)


def with_key(frame: pl.DataFrame) -> pl.DataFrame:
    """What the seeker is known by, and the vacancy's stand."""
    rows = Vacancy.objects.for_act("table").filter(pk__among=frame["vacancy_id"].drop_nulls().unique().to_list()).values_list("pk", "stand")
    stands = pl.DataFrame(list(rows), schema={"vacancy_id": pl.Int64, "stand": pl.String}, orient="row")
    key = pl.col("phone").map_elements(lambda phone: blind("phone", phone), return_dtype=pl.Binary)
    return frame.join(stands, on="vacancy_id", how="left", maintain_order="left").with_columns(key=key, since__=pl.col("on__"))


plain_sheet(
    Vacancy, "vacancies", _("招聘会岗位"), "fair", "firm", "uscc", "title", "posts", "at_place", "since", "until", by=OFFICERS, once=("stand", "title", "since"),
    finds={"fair": by_number(fairs)}, derive=with_stand, ahead=("until",), fixed={"state": words.V.SUBMITTED.value},
    rules=(
        (~pl.col("good"), "uscc", "parties.uscc_check", _("统一社会信用代码不对。")),
        (~pl.col("posts__").is_between(1, 9999), "posts", "form.invalid", _("招聘人数应为 1 至 9999。")),
        (pl.col("title").str.contains(words.BIASED), "title", words.BIAS.code, _("含有歧视或违规收费的内容。")),
        (pl.col("until__") < pl.col("since__"), "until", words.VALID.code, _("有效期早于发布日期。")),
    ),
)  # fmt: skip
plain_sheet(
    JobIntent, "job_intents", _("就业意向"), "vacancy", "name", "on", by=OFFICERS, once=("stand", "key"), derive=with_key,
    finds={"vacancy": by_number(lambda: Vacancy.objects.for_act("table").filter(state="published"))}, fixed={"state": words.I.AGREED.value},
    extra=(SheetColumn("phone", _("手机号"), required=True, example="13800000000"),),
    rules=((~pl.col("phone").str.contains(r"^1[3-9]\d{9}$"), "phone", "parties.phone_shape", _("手机号应为 1 开头的 11 位数字。")),),
)  # fmt: skip
plain_sheet(
    JobMatch, "job_matches", _("就业登记"), "name", "firm", "since", by=OFFICERS, once=("name", "firm", "since", "node_id"),
    fixed={"state": words.M.FOUND.value}, help=_("由另一人核实后才计入。"),
)  # fmt: skip
