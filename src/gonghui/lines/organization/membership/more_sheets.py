"""Cards issued and memberships ended, as tables keyed by ID number."""

from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.columns import plain_number
from gonghui.commons.parties.models import Person
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.access.viewer import after
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, judged, no_faults
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.store import batched, insert, next_ids
from gonghui.kernel.tree.models import Node

from . import words
from .models import Card, Membership, Spell

NO_MEMBER = "membership.no_member"


def find_members(frame: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Add membership, its node and slot, its first day and whether the person is verified; null where there is none in reach."""
    frame = frame.with_columns(plain_number("id_no").alias("number"))
    numbers, found = frame["number"].to_list(), []
    rows = Membership.objects.for_act("a table of members").filter(
        state__in=(words.M.ACTIVE, words.M.RETAINED), node__path__gte=node.path, node__path__lt=after(node.path)
    )
    for part in batched(numbers):
        hashes = {blind("id", n): n for n in part}
        persons = Person.objects.for_act("a table of members").filter(id_hash__in=list(hashes))
        columns = ("person__id_hash", "pk", "node_id", "node__slot", "since", "person__verified_on")
        found += [(hashes[bytes(h)], *rest) for h, *rest in rows.filter(person__in=persons).values_list(*columns)]
    schema = {"number": pl.String, "membership": pl.Int64, "node_id": pl.Int64, "slot": pl.Int64, "first": pl.Date, "verified": pl.Date}
    return frame.join(pl.DataFrame(found, schema=schema, orient="row"), on="number", how="left")


def check_cards(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Cards go to verified members who hold none."""
    frame = find_members(frame, node).with_columns(pl.col("issued_on").str.to_date("%Y-%m-%d", strict=False).alias("issued"))
    live = Card.objects.for_act("one card").exclude(state="cancelled")
    holders, taken = [], []
    for part in batched(frame["membership"].drop_nulls().to_list()):
        holders += live.filter(membership__in=part).values_list("membership", flat=True)
    for part in batched(frame["card"].to_list()):
        taken += Card.objects.for_act("uniqueness").filter(number__in=part).values_list("number", flat=True)
    faults = [
        (pl.col("membership").is_null(), "id_no", NO_MEMBER, now_("找不到在会的会员，或不在您的导入范围内。")),
        (pl.col("membership").is_not_null() & pl.col("verified").is_null(), "id_no", words.NOT_VERIFIED.code, words.NOT_VERIFIED.text),
        (pl.col("membership").is_in(holders) | pl.col("number").is_duplicated(), "id_no", words.CARD_HELD.code, words.CARD_HELD.text),
        (
            ~pl.col("card").str.contains(r"^\d{8,20}$") | pl.col("card").is_in(taken) | pl.col("card").is_duplicated(),
            "card",
            "form.invalid",
            now_("卡号应为 8 至 20 位数字，且不重复。"),
        ),
        (
            pl.col("issued").is_null() | (pl.col("issued") > on) | (pl.col("issued") < pl.col("first")),
            "issued_on",
            "form.invalid",
            now_("发卡日期应在入会之后，且不在将来。"),
        ),
    ]
    return judged(frame, faults)


def apply_cards(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    rows = list(good.iter_rows(named=True))
    ids = next_ids(Card, len(rows))
    insert(
        Card,
        ("id", "node_id", "slot", "membership_id", "number", "asked_on", "since", "until", "state"),
        (
            (pk, r["node_id"], r["slot"], r["membership"], r["card"], r["issued"], r["issued"], None, "active")
            for pk, r in zip(ids, rows, strict=True)
        ),
    )
    ctx.note_many(Card, ((pk, r["node_id"], "", "active", {"since": [None, r["issued"].isoformat()]}) for pk, r in zip(ids, rows, strict=True)))
    return no_faults()


def check_exits(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Memberships end on a day after they began."""
    frame = find_members(frame, node).with_columns(pl.col("left_on").str.to_date("%Y-%m-%d", strict=False).alias("last"))
    faults = [
        (
            pl.col("membership").is_null() | pl.col("number").is_duplicated(),
            "id_no",
            NO_MEMBER,
            now_("找不到在会的会员，或不在您的导入范围内，或重复。"),
        ),
        (
            pl.col("last").is_null() | (pl.col("last") > on) | (pl.col("last") < pl.col("first")),
            "left_on",
            "form.invalid",
            now_("退会日期应在入会之后，且不在将来。"),
        ),
    ]
    return judged(frame, faults)


def apply_exits(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """End memberships, their open spells and cards, a day at a time: three set statements a day."""
    for (last,), part in good.group_by("last"):
        keys = part["membership"].to_list()
        Membership.objects.for_act("exits").filter(pk__in=keys).update(state=words.M.WITHDRAWN, until=last)
        Spell.objects.for_act("exits").filter(membership__in=keys, until=None, since__lte=last).update(until=last)
        Card.objects.for_act("exits").filter(membership__in=keys).exclude(state="cancelled").update(state="cancelled", until=last)
        day = last.isoformat()
        nodes = zip(keys, part["node_id"].to_list(), strict=True)
        ctx.note_many(
            Membership, ((pk, place, "active", "withdrawn", {"state": ["active", "withdrawn"], "until": [None, day]}) for pk, place in nodes)
        )
    return no_faults()


Sheet(
    kind="cards", label=_("会员卡发放"), by=OFFICERS, check=check_cards, apply=apply_cards,
    columns=(
        SheetColumn("id_no", _("身份证号"), required=True), SheetColumn("card", _("卡号"), required=True),
        SheetColumn("issued_on", _("发卡日期"), required=True, example="2023-05-01"),
    ),
)  # fmt: skip
Sheet(
    kind="exits", label=_("退会名册"), by=("grassroots_chair", "county_officer", "city_officer", "province_officer"), check=check_exits, apply=apply_exits,
    columns=(SheetColumn("id_no", _("身份证号"), required=True), SheetColumn("left_on", _("退会日期"), required=True, example="2023-05-01"), SheetColumn("why", _("原因"))),
)  # fmt: skip
