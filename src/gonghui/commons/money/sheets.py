"""Payment lists as tables, of any length: judged in columns, written in set statements."""

from datetime import date
from decimal import Decimal

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties import rules
from gonghui.commons.parties.columns import check_character, id_18, plain_number
from gonghui.commons.parties.models import Employer, Person
from gonghui.kernel.access.viewer import after
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, judged, no_faults, twice, yuan_in_fen
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.store import batched
from gonghui.kernel.tree.models import Node

from .acts import new_batch
from .causes import find_causes
from .hands import MAKERS
from .listing import TAKEN, Line, add_lines, once_of, payee_key
from .models import PayBatch, Payment, Source
from .words import PAYMENTS, STANDING, Form

HEAD = ("node", "batch")
FORMS = {str(label): value for value, label in Form.choices} | {v: v for v in Form.values} | {"": Form.CASH.value}
SAME = ("node_id", "batch", "cause", "once")
DIGITS = 10  # of a sum in yuan, before the point
FEW = 50  # causes for which a query each is shorter than one for all their payments


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row; return the good ones, ready to write, and the faults of the others."""
    frame = _known(_typed(frame), node)
    head = pl.struct("kind", "source", "award_year", "form")
    has_id, whole = pl.col("id_no") != "", pl.col("number").str.contains(r"^\d{17}[\dX]$")
    account = pl.col("account_no")
    year = pl.col("year").is_between(1949, on.year + 1)
    several = pl.sum_horizontal(has_id.cast(pl.Int8), (pl.col("uscc") != "").cast(pl.Int8), (pl.col("union") != "").cast(pl.Int8)) > 1
    faults = [
        (pl.col("node_id").is_null(), "node", "money.no_node", now_("找不到组织编码，或不在您的导入范围内。")),
        (pl.col("sort").is_null(), "kind", "form.not_on_the_list", now_("没有这一支付类别。")),
        (~pl.col("source_fits").fill_null(False), "source", "money.source_elsewhere", now_("没有这一资金代码，或不供该组织使用。")),
        (~year.fill_null(False), "award_year", "form.invalid", now_("所属年度应为四位年份，且不晚于明年。")),
        (pl.col("shape").is_null(), "form", "form.not_on_the_list", now_("形式应为资金或物资。")),
        (head.n_unique().over(HEAD) > 1, "batch", "money.two_heads", now_("同一批次的类别、资金代码、年度和形式应一致。")),
        (pl.col("other_head").fill_null(False), "batch", "money.batch_closed", now_("同名批次已存在且内容不同，或已不在编制中。")),
        ((pl.col("payee") == "") | (pl.col("payee").str.len_chars() > 100), "payee", "form.invalid", now_("收款人应为 1 至 100 字。")),
        (pl.col("fen").is_null() | (pl.col("fen") <= 0), "amount", "money.not_positive", now_("金额应为大于零、最多两位小数的元数。")),
        (has_id & ~whole, "id_no", rules.ID_SHAPE.code, rules.ID_SHAPE.text),
        (has_id & whole & (check_character(pl.col("number")) != pl.col("number").str.slice(17, 1)), "id_no", rules.ID_CHECK.code, rules.ID_CHECK.text),
        (pl.col("person_name").is_not_null() & (pl.col("person_name") != pl.col("payee")), "payee", "money.other_name", now_("户名与该身份证号的登记姓名不一致。")),
        ((pl.col("uscc") != "") & pl.col("employer_id").is_null(), "uscc", "money.no_employer", now_("找不到这一统一社会信用代码。")),
        ((pl.col("union") != "") & pl.col("union_id").is_null(), "union", "money.no_union", now_("找不到收款工会编码。")),
        (several, "payee", "money.one_payee", now_("身份证号、信用代码和工会编码只能填一项。")),
        ((account != "") & ~account.str.contains(r"^[\d-]{8,32}$"), "account_no", "money.bad_account", now_("收款账号应为 8 至 32 位数字或连字符。")),
        (pl.col("cause_id").is_null() & pl.col("needs"), "cause", "money.no_cause", now_("找不到支付事由编号。")),
        ((pl.col("bank").str.len_chars() > 60) | (pl.col("note").str.len_chars() > 100), "note", "form.too_long", now_("开户行最多 60 字，摘要最多 100 字。")),
    ]  # fmt: skip
    good, told = judged(frame, faults)
    good = _keyed(good)
    more = [
        (twice(*SAME), "payee", "money.twice_in_file", now_("与表中前面的行是同一事由、同一收款人；同名的请填身份证号。")),
        (_taken(good), "cause", TAKEN.code, now_("这一事由已经列支，同一事由只支付一次。")),
    ]
    good, later = judged(good, more)
    return good, pl.concat([told, later])


def _typed(frame: pl.DataFrame) -> pl.DataFrame:
    """Texts as what they say: kind, form, year, amount in fen, number."""
    kinds = {label: slug for slug, label in ((s, str(n)) for s, n in PAYMENTS.choices())} | {s: s for s, _n in PAYMENTS.choices()}
    return frame.with_columns(
        pl.col("kind").replace_strict(kinds, default=None, return_dtype=pl.String).alias("sort"),
        pl.col("form").replace_strict(FORMS, default=None, return_dtype=pl.String).alias("shape"),
        pl.col("award_year").cast(pl.Int64, strict=False).alias("year"),
        yuan_in_fen("amount", DIGITS).alias("fen"),
        plain_number("id_no").alias("_plain"),
        pl.col("account_no").str.replace_all(r"\s", ""),
    ).with_columns(id_18("_plain").alias("number"))


def _known(frame: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Join what the codes name: payer, source, list, person, employer, organisation, cause."""
    own = Node.objects.for_act("payment lists").filter(path__gte=node.path, path__lt=after(node.path))
    frame = _join(frame, "node", own.filter(code__in=_codes(frame, "node")), "code", {"pk": ("node_id", pl.Int64), "path": ("path", pl.String)})
    unions = Node.objects.for_act("payees").filter(code__in=_codes(frame, "union"))
    frame = _join(frame, "union", unions, "code", {"pk": ("union_id", pl.Int64)})
    employers = [Employer.objects.for_act("payees").filter(uscc__in=part) for part in batched(_codes(frame, "uscc"))]
    frame = _join(frame, "uscc", employers, "uscc", {"pk": ("employer_id", pl.Int64)})
    sources = Source.objects.for_act("sources").filter(code__in=_codes(frame, "source"), until=None)
    frame = _join(frame, "source", sources, "code", {"pk": ("source_id", pl.Int64), "node__path": ("source_path", pl.String)})
    frame = frame.with_columns(pl.col("path").str.starts_with(pl.col("source_path")).alias("source_fits"))
    return _with_causes(_with_lists(_with_persons(frame)))


def _codes(frame: pl.DataFrame, column: str) -> list[str]:
    return frame.filter(pl.col(column) != "")[column].unique().to_list()


def _join(frame, column: str, found, by: str, more: dict) -> pl.DataFrame:
    """The frame with `more` of what is found beside `column`."""
    rows = [row for part in (found if isinstance(found, list) else [found]) for row in part.values_list(by, *more)]
    return frame.join(pl.DataFrame(rows, schema={column: pl.String} | dict(more.values()), orient="row"), on=column, how="left")


def _with_persons(frame: pl.DataFrame) -> pl.DataFrame:
    """Who is registered under the numbers, and the hash each is known by."""
    numbers = frame.filter(pl.col("number").str.contains(r"^\d{17}[\dX]$"))["number"].unique().to_list()
    rows = []
    for part in batched(numbers):
        hashes = {n: blind("id", n) for n in part}
        found = Person.objects.for_act("payees").filter(id_hash__among=list(hashes.values())).values_list("id_hash", "pk", "name")
        known = {bytes(digest): (pk, name) for digest, pk, name in found}
        rows += [(n, digest.hex(), *known.get(digest, (None, None))) for n, digest in hashes.items()]
    schema = {"number": pl.String, "digest": pl.String, "person_id": pl.Int64, "person_name": pl.String}
    return frame.join(pl.DataFrame(rows, schema=schema, orient="row"), on="number", how="left")


def _with_lists(frame: pl.DataFrame) -> pl.DataFrame:
    """The list a row goes on where there is one of that name already, and whether it is another one."""
    nodes, titles = frame["node_id"].drop_nulls().unique().to_list(), frame["batch"].unique().to_list()
    rows = PayBatch.objects.for_act("payment lists").filter(node__in=nodes, title__in=titles).exclude(state="dropped")
    found = list(rows.values_list("node_id", "title", "pk", "kind", "source_id", "award_year", "form", "state"))
    schema = {
        "node_id": pl.Int64,
        "batch": pl.String,
        "list_id": pl.Int64,
        "_k": pl.String,
        "_s": pl.Int64,
        "_y": pl.Int64,
        "_f": pl.String,
        "_st": pl.String,
    }
    frame = frame.join(pl.DataFrame(found, schema=schema, orient="row"), on=["node_id", "batch"], how="left")
    same = (
        (pl.col("_k") == pl.col("sort"))
        & (pl.col("_s") == pl.col("source_id"))
        & (pl.col("_y") == pl.col("year"))
        & (pl.col("_f") == pl.col("shape"))
    )
    return frame.with_columns((pl.col("list_id").is_not_null() & ~(same & (pl.col("_st") == "listed")).fill_null(False)).alias("other_head"))


def _with_causes(frame: pl.DataFrame) -> pl.DataFrame:
    """The record each row's code names, where its kind asks for one."""
    rows = []
    for sort in frame["sort"].drop_nulls().unique().to_list():
        codes = frame.filter(pl.col("sort") == sort)["cause"].unique().to_list()
        rows += [(sort, code, *cause) for part in batched(codes) for code, cause in find_causes(sort, part).items()]
    schema = {"sort": pl.String, "cause": pl.String, "cause_noun": pl.String, "cause_id": pl.Int64}
    needs = {slug: bool(rule.cause) for slug, rule in PAYMENTS.rules.items()}
    return frame.join(pl.DataFrame(rows, schema=schema, orient="row"), on=["sort", "cause"], how="left").with_columns(
        pl.col("sort").replace_strict(needs, default=False, return_dtype=pl.Boolean).alias("needs")
    )


def _keyed(frame: pl.DataFrame) -> pl.DataFrame:
    """Add who is paid (`key`), and what beside the cause makes the payment its own (`once`)."""
    keys = [
        payee_key(id_hash=digest and bytes.fromhex(digest), employer=employer, union=union, name=name, mark=account)
        for digest, employer, union, name, account in frame.select("digest", "employer_id", "union_id", "payee", "account_no").iter_rows()
    ]
    frame = frame.with_columns(pl.Series("key", keys, dtype=pl.String))
    once = [once_of(kind, key, form) for kind, key, form in frame.select("sort", "key", "shape").iter_rows()]
    return frame.with_columns(
        pl.Series("once", once, dtype=pl.String),
        pl.when(pl.col("needs")).then(pl.col("cause_noun")).otherwise(pl.lit(PayBatch._meta.label_lower)).alias("cause_noun"),
        pl.when(pl.col("needs")).then(pl.col("cause_id")).otherwise(pl.col("list_id")).alias("cause_id"),
    )


def _taken(frame: pl.DataFrame) -> pl.Expr:
    """Whether the cause of a row is paid or listed already, at whatever node."""
    standing = Payment.objects.for_act("one cause once").filter(state__in=STANDING)
    found: list[tuple] = []
    for noun, rows in frame.filter(pl.col("cause_id").is_not_null()).group_by("cause_noun"):
        causes = rows["cause_id"].unique().to_list()
        if len(causes) <= FEW:
            for cause in causes:
                onces = rows.filter(pl.col("cause_id") == cause)["once"].unique().to_list()
                for part in batched(onces):
                    taken = standing.filter(cause_noun=noun[0], cause_id=cause, once__among=part)
                    found += [(noun[0], *row) for row in taken.values_list("cause_id", "once")]
        else:
            for part in batched(causes):
                found += [(noun[0], *row) for row in standing.filter(cause_noun=noun[0], cause_id__among=part).values_list("cause_id", "once")]
    known = pl.DataFrame(found, schema={"cause_noun": pl.String, "cause_id": pl.Int64, "once": pl.String}, orient="row").unique()
    hit = frame.join(known, on=["cause_noun", "cause_id", "once"], how="semi")["#"]
    return pl.col("#").is_in(hit.implode())


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write the lines list by list; a list that is not there yet is opened. What was taken meanwhile comes back as faults."""
    late = []
    for (node_id, title), rows in good.group_by("node_id", "batch", maintain_order=True):
        first, whole = rows.row(0, named=True), list(rows.iter_rows(named=True))
        batch = PayBatch.objects.for_act("payment lists").filter(node=node_id, title=title).exclude(state="dropped").first()
        if batch is None:
            payer = Node.objects.for_act("payment lists").get(pk=node_id)
            source = Source.objects.for_act("payment lists").select_related("node").get(pk=first["source_id"])
            batch = new_batch(ctx, node=payer, kind=first["sort"], title=title, source=source, award_year=first["year"], form=first["shape"])
        if batch.maker_id != (ctx.uploader and ctx.uploader.pk):
            late += [(r["#"], "batch", "money.other_maker", now_("这一批次由他人编制。")) for r in whole]
            continue
        lost = add_lines(ctx, batch, [_line(r) for r in whole])
        late += [(whole[i]["#"], "cause", TAKEN.code, now_("这一事由刚刚已被列支。")) for i in sorted(lost)]
    return pl.DataFrame(late, schema=no_faults().schema, orient="row")


def _line(r: dict) -> Line:
    cause = (r["cause_noun"], r["cause_id"]) if r["needs"] else None
    return Line(
        r["payee"],
        Decimal(r["fen"]).scaleb(-2),
        r["key"],
        cause,
        r["person_id"],
        r["employer_id"],
        r["union_id"],
        r["bank"],
        r["account_no"],
        r["note"],
    )


Sheet(
    kind="payments", label=_("支付名单"), by=MAKERS, check=check, apply=apply,
    columns=(
        SheetColumn("node", _("支付组织编码"), required=True), SheetColumn("batch", _("批次名称"), required=True, example="2024年送温暖第一批"),
        SheetColumn("kind", _("类别"), required=True, example="其他支出"), SheetColumn("source", _("资金代码"), required=True),
        SheetColumn("award_year", _("所属年度"), required=True, example="2024"), SheetColumn("form", _("形式"), choices=tuple(map(str, Form.labels))),
        SheetColumn("payee", _("收款人"), required=True, example="张秀英"), SheetColumn("id_no", _("身份证号"), example="（文本格式）"),
        SheetColumn("uscc", _("收款单位信用代码")), SheetColumn("union", _("收款工会编码")), SheetColumn("bank", _("开户行")),
        SheetColumn("account_no", _("收款账号"), example="（文本格式）"), SheetColumn("amount", _("金额"), required=True, example="500.00"),
        SheetColumn("cause", _("支付事由编号")), SheetColumn("note", _("摘要")),
    ),
    help=_("同一批次名称的行进入同一批次；同一事由、同一收款人只列一次。"),
)  # fmt: skip
