"""The member roster as a table: judged in columns, written in set statements."""

from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.columns import person_faults, prepare_persons
from gonghui.commons.parties.models import Person, Verification
from gonghui.commons.parties.words import IdType, Result, Source
from gonghui.kernel import config
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.access.viewer import after
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, judged, no_faults
from gonghui.kernel.pinyin import name_pinyin
from gonghui.kernel.privacy.bulk import seal_rows
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.store import batched, insert, next_ids
from gonghui.kernel.tree.models import Node, Placement
from gonghui.lines.organization.orgs import words as orgs_words
from gonghui.lines.organization.orgs.models import Union

from . import rules, words
from .models import Membership, Spell

FORMS = {str(label): value for value, label in words.NewForm.choices} | {v: v for v in words.NewForm.values} | {"": ""}
EMPLOYMENTS = {str(label): value for value, label in words.Employment.choices} | {v: v for v in words.Employment.values} | {"": ""}


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row; return the good ones, ready to write, and the faults of the others."""
    frame = prepare_persons(frame).join(_unions(node), on="union", how="left")
    frame = frame.with_columns(
        pl.col("joined_on").str.to_date("%Y-%m-%d", strict=False).alias("joined"),
        pl.col("new_form").replace_strict(FORMS, default=None, return_dtype=pl.String).alias("form"),
        pl.col("employment").replace_strict(EMPLOYMENTS, default=None, return_dtype=pl.String).alias("employed"),
        pl.col("number").is_duplicated().alias("_twice") & (pl.col("number") != ""),
        pl.len().over("tel").alias("_sharing"),
    )
    least, shared = config.value("member.min_age", node, on), config.value("member.phone_shared_max", node, on)
    sixteen = pl.col("birth").dt.offset_by(f"{least}y")
    first = pl.col("#") == pl.col("#").min().over("number")
    frame, already = _already(frame)
    union = now_("找不到该组织编码，或不在您的导入范围内，或已撤销。")
    faults = [
        *person_faults(frame, on),
        (pl.col("union_id").is_null(), "union", "membership.no_union", union),
        ((pl.col("joined_on") != "") & pl.col("joined").is_null(), "joined_on", "form.invalid", now_("日期应形如 2026-07-01。")),
        (pl.col("joined") > on, "joined_on", words.JOINED_IN_FUTURE.code, words.JOINED_IN_FUTURE.text),
        (pl.col("joined") < sixteen, "joined_on", words.BEFORE_SIXTEEN.code, words.BEFORE_SIXTEEN.text),
        (pl.col("joined") < pl.col("founded_on"), "joined_on", "membership.before_union", now_("入会日期早于工会成立日期。")),
        (pl.col("joined").is_null() & (sixteen > on), "id_no", words.TOO_YOUNG.code, words.TOO_YOUNG(age=least).text),
        (pl.col("form").is_null(), "new_form", "form.not_on_the_list", now_("不在可选的新就业形态类别中。")),
        (pl.col("employed").is_null(), "employment", "form.not_on_the_list", now_("不在可选的就业形态中。")),
        (pl.col("_twice") & ~first, "id_no", "membership.twice_in_file", now_("与表中前面的行是同一身份证号（15 位与 18 位视为同一人）。")),
        (
            (pl.col("tel") != "") & (pl.col("_sharing") > shared),
            "phone",
            "membership.shared_phone",
            now_("同一手机号在表中用于 {most} 人以上。").format(most=shared),
        ),
        *already,
    ]
    good, told = judged(frame, faults)
    return good.with_columns(pl.col("joined").fill_null(on)), told


def _unions(node: Node) -> pl.DataFrame:
    """Live unions at the node and below, by code."""
    rows = Union.objects.for_act("roster").filter(state__in=orgs_words.LIVE, node__path__gte=node.path, node__path__lt=after(node.path))
    columns = list(zip(*rows.values_list("node__code", "pk", "node_id", "node__slot", "founded_on"), strict=True)) or [[]] * 5
    schema = {"union": pl.String, "union_id": pl.Int64, "node_id": pl.Int64, "slot": pl.Int64, "founded_on": pl.Date}
    return pl.DataFrame(dict(zip(schema, map(list, columns), strict=True)), schema=schema)


def _already(frame: pl.DataFrame) -> tuple[pl.DataFrame, list[tuple]]:
    """
    Add `known`, the person registered under the number. Faults: an open membership anywhere, another name.
    """
    numbers = frame.filter(pl.col("number").str.contains(r"^\d{17}[\dX]$"))
    rows = [(number, *found) for number, found in known_persons(numbers["number"].to_list()).items()]
    schema = {"number": pl.String, "known": pl.Int64, "_name": pl.String, "_live": pl.Boolean}
    frame = frame.join(pl.DataFrame(rows, schema=schema, orient="row"), on="number", how="left")
    other = (pl.col("_name") != pl.col("clean"), "name", words.OTHER_NAME.code, words.OTHER_NAME.text)
    live = (pl.col("_live").fill_null(False), "id_no", words.THEIRS_LIVE.code, words.THEIRS_LIVE.text)
    return frame, [other, live]


def known_persons(numbers: list[str]) -> dict[str, tuple[int, str, bool]]:
    """Persons already in the register, by number: {number: (pk, name, has an open membership)}."""
    found = {}
    for part in batched(numbers):
        hashes = {blind("id", n): n for n in part}
        persons = list(Person.objects.for_act("one person once").filter(id_hash__among=list(hashes)).values_list("pk", "name", "id_hash"))
        if not persons:
            continue
        open_ones = Membership.objects.for_act("one live membership").filter(person__in=[pk for pk, _n, _h in persons], state__in=words.OPEN)
        live = set(open_ones.values_list("person", flat=True))
        found |= {hashes[bytes(digest)]: (pk, name, pk in live) for pk, name, digest in persons}
    return found


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write persons, memberships, spells and their events; the whole chunk in a few statements."""
    if good.is_empty():
        return no_faults()
    rows = list(good.iter_rows(named=True))
    fresh = [r for r in rows if r["known"] is None]
    for row, pk in zip(fresh, next_ids(Person, len(fresh)), strict=True):
        row["person"] = pk
    sealed = seal_rows([(r["number"], r["tel"]) for r in fresh], ("id", "phone"))
    insert(
        Person,
        (
            "id",
            "name",
            "pinyin",
            "initials",
            "id_type",
            "id_no",
            "id_hash",
            "phone",
            "phone_hash",
            "gender",
            "birth",
            "household",
            "salt",
            "verified_on",
        ),
        (
            (
                r["person"],
                r["clean"],
                *name_pinyin(r["clean"]),
                IdType.RESIDENT.value,
                s[1],
                s[2],
                s[3],
                s[4],
                r["gender"],
                r["birth"],
                "",
                s[0],
                r["joined"],
            )
            if r["number"]
            else (r["person"], r["clean"], *name_pinyin(r["clean"]), IdType.NONE.value, s[1], s[2], s[3], s[4], "0", None, "", s[0], None)
            for r, s in zip(fresh, sealed, strict=True)
        ),
    )
    for row in rows:
        row["person"] = row.get("person") or row["known"]
    ids, spells = next_ids(Membership, len(rows)), next_ids(Spell, len(rows))
    insert(
        Membership,
        (
            "id",
            "node_id",
            "slot",
            "person_id",
            "union_id",
            "number",
            "state",
            "applied_on",
            "since",
            "until",
            "employment",
            "new_form",
            "employer_id",
            "channel",
        ),
        (
            (
                pk,
                r["node_id"],
                r["slot"],
                r["person"],
                r["union_id"],
                rules.member_number(pk),
                "active",
                r["joined"],
                r["joined"],
                None,
                r["employed"],
                r["form"],
                None,
                "intake",
            )
            for pk, r in zip(ids, rows, strict=True)
        ),
    )
    insert(
        Spell,
        ("id", "node_id", "slot", "membership_id", "person_id", "since", "until", "retained", "new_form"),
        ((sp, r["node_id"], r["slot"], pk, r["person"], r["joined"], None, False, r["form"]) for sp, pk, r in zip(spells, ids, rows, strict=True)),
    )
    insert(
        Verification,
        ("person_id", "source", "result", "on", "account_id", "node_id"),
        ((r["person"], Source.IMPORT.value, Result.MATCH.value, r["joined"], ctx.viewer.account_id, r["node_id"]) for r in fresh if r["number"]),
    )
    follow_placements(list(ids))
    ctx.note_many(Person, ((pk, None, "", "", '{"verified_on":[null,"import"]}') for pk in (r["person"] for r in fresh)))
    ctx.note_many(
        Membership,
        (
            (pk, r["node_id"], "", "active", f'{{"person_id":[null,{r["person"]}],"since":[null,"{r["joined"].isoformat()}"]}}')
            for pk, r in zip(ids, rows, strict=True)
        ),
    )
    return no_faults()


def follow_placements(memberships: list[int]) -> None:
    """Cut fresh spells that begin before their union came to its present place."""
    moved = Placement.objects.for_act("roster").filter(node__in=Placement.objects.for_act("roster").exclude(until=None).values("node"))
    places: dict[int, list] = {}
    for node, since, until, slot in moved.order_by("since").values_list("node", "since", "until", "slot"):
        places.setdefault(node, []).append((since, until, slot))
    if not places:
        return
    fresh = Spell.objects.for_act("roster").filter(membership__in=memberships, node__in=list(places))
    for spell in list(fresh):
        stays = [p for p in places[spell.node_id] if p[1] is None or p[1] >= spell.since]
        spell.until, spell.slot = stays[0][1], stays[0][2]
        spell.save()
        for since, until, slot in stays[1:]:
            later = Spell(
                membership_id=spell.membership_id, person_id=spell.person_id, node_id=spell.node_id, since=since, until=until, new_form=spell.new_form
            )
            later.save()
            Spell.objects.for_act("roster").filter(pk=later.pk).update(slot=slot)


Sheet(
    kind="members", label=_("会员名册"), by=OFFICERS, check=check, apply=apply,
    columns=(
        SheetColumn("union", _("工会编码"), required=True, example="0101-001"),
        SheetColumn("name", _("姓名"), required=True, example="张秀英"),
        SheetColumn("id_no", _("身份证号"), example="（文本格式）"),
        SheetColumn("phone", _("手机号"), example="13800000000"),
        SheetColumn("joined_on", _("入会日期"), example="2023-05-01"),
        SheetColumn("employment", _("就业形态"), choices=tuple(str(label) for label in words.Employment.labels)),
        SheetColumn("new_form", _("新就业形态类别"), choices=tuple(str(label) for label in words.NewForm.labels)),
    ),
    help=_("没有身份证号的列为未实名会员。"),
)  # fmt: skip
