"""Ballots cast elsewhere 外部平台选票, as a table: what is over a voter's or a device's limit is set aside by itself."""

import secrets
from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.access.viewer import after
from gonghui.kernel.config import value
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, judged, no_faults
from gonghui.kernel.store import insert, next_ids
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.slots import slot_on

from . import words
from .models import Ballot, Choice, Option, Poll, Turnout
from .reads import receipt_of, voter_of
from .rules import TURNS

ASIDE = {"": "", "有效": "", **{str(label): slug for slug, label in words.Aside.choices}}


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: an open or closed poll in reach, a day of its window, options it has."""
    taking = (words.S.OPEN, words.S.CLOSED)
    rows = Poll.objects.for_act("ballots").filter(state__in=taking, node__path__gte=node.path, node__path__lt=after(node.path))
    fields = ("pk", "node_id", "opens_on", "closes_at", "least", "most", "each_day")
    polls = [(str(p[0]), p[0], p[1], p[2], p[3].astimezone().date(), *p[4:]) for p in rows.values_list(*fields)]
    kept = {
        "poll": pl.String,
        "poll_id": pl.Int64,
        "node_id": pl.Int64,
        "first": pl.Date,
        "last": pl.Date,
        "least": pl.Int64,
        "most": pl.Int64,
        "each_day": pl.Int64,
    }
    options = [
        (str(p), n, pk) for p, n, pk in Option.objects.for_act("ballots").filter(poll__in=[p[1] for p in polls]).values_list("poll", "number", "pk")
    ]
    known = pl.DataFrame(options, schema={"poll": pl.String, "number": pl.Int64, "option_id": pl.Int64}, orient="row")
    frame = frame.join(pl.DataFrame(polls, schema=kept, orient="row"), on="poll", how="left").with_columns(
        pl.col("on").str.to_date("%Y-%m-%d", strict=False).alias("day"),
        pl.col("options").str.extract_all(r"\d+").list.eval(pl.element().cast(pl.Int64, strict=False)).list.unique().list.sort().alias("numbers"),
        pl.col("status").replace_strict(ASIDE, default=None, return_dtype=pl.String).alias("aside"),
    )
    named = frame.select("#", "poll", "numbers").explode("numbers").join(known, left_on=["poll", "numbers"], right_on=["poll", "number"], how="left")
    strange = named.filter(pl.col("option_id").is_null())["#"].unique().implode()
    count = pl.col("numbers").list.len()
    faults = [
        (pl.col("poll_id").is_null(), "poll", "ballots.no_poll", now_("没有这个编号的投票，或不在您的范围内，或已计票。")),
        (pl.col("voter") == "", "voter", "form.required", now_("此项必填。")),
        (pl.col("day").is_null() | (pl.col("day") < pl.col("first")) | (pl.col("day") > pl.col("last")) | (pl.col("day") > on),
            "on", "ballots.outside_window", now_("日期应形如 2023-07-01，并在投票期内。"),
        ),
        (pl.col("aside").is_null(), "status", "form.not_on_the_list", now_("状态应为有效，或一种不计票原因。")),
        (pl.col("#").is_in(strange) | (count < pl.col("least")) | (count > pl.col("most")), "options", "ballots.how_many",
            now_("选项序号不存在，或项数不在规定之内。"),
        ),
    ]  # fmt: skip
    return judged(frame, faults)


def apply(ctx, frame: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write ballots, their choices and the turnout; what is over a limit by now is set aside."""
    for (poll_id,), part in frame.sort("#").group_by("poll_id", maintain_order=True):
        _apply(ctx, Poll.objects.for_act("ballots").select_related("node").get(pk=poll_id), part)
    return no_faults()


def _apply(ctx, poll: Poll, frame: pl.DataFrame) -> None:
    voters = {name: voter_of(poll.pk, name) for name in frame["voter"].unique()}
    rows = Turnout.objects.for_act("ballots cast before").filter(poll=poll)
    before = {(bytes(voter), day): n for voter, day, n in _cast(rows, poll.each_day)}
    devices: dict = {}
    limit, most = poll.each_day or 1, value("poll.per_device_day", poll.node, ctx.day)
    slots = {day: slot_on(poll.node, day) for day in frame["day"].unique()}
    known = dict(Option.objects.for_act("ballots").filter(poll=poll).values_list("number", "pk"))
    turnout, ballots, choices = [], [], []
    for name, day, numbers, device, aside in frame.select("voter", "day", "numbers", "device", "aside").iter_rows():
        voter, key = voters[name], (voters[name], day if poll.each_day else None)
        turn = before[key] = before.get(key, 0) + 1
        at = devices[device, day] = devices.get((device, day), 0) + 1
        aside = aside or (words.Aside.LIMIT if turn > limit else words.Aside.DEVICE if device and at > most else "")
        turnout.append((poll.node_id, slots[day], poll.kind, poll.pk, voter, (day.toordinal() * TURNS if poll.each_day else 0) + turn - 1, day))
        ballot = secrets.randbits(62)
        content = ",".join(map(str, numbers))
        ballots.append((ballot, poll.node_id, slots[day], poll.kind, poll.pk, day, content, receipt_of(secrets.token_hex(8)), str(aside)))
        choices += [(ballot, known[number]) for number in numbers]
    ids = next_ids(Turnout, len(turnout))
    insert(Turnout, ("id", "node_id", "slot", "kind", "poll_id", "voter", "turn", "on"), [(pk, *row) for pk, row in zip(ids, turnout, strict=True)])
    insert(Ballot, ("id", "node_id", "slot", "kind", "poll_id", "on", "content", "receipt", "set_aside"), ballots)
    insert(Choice, ("ballot_id", "option_id"), choices)
    ctx.note_many(Turnout, [(pk, poll.node_id, "", "", {"poll_id": [None, poll.pk]}) for pk in ids])


def _cast(rows, each_day):
    """(voter, day or None, ballots) of what stands already."""
    from django.db.models import Count

    by = ("voter", "on") if each_day else ("voter",)
    for row in rows.values_list(*by).annotate(n=Count("pk")).order_by():
        yield (row[0], row[1], row[2]) if each_day else (row[0], None, row[1])


Sheet(
    kind="ballots",
    label=_("外部平台选票"),
    columns=(
        SheetColumn("poll", _("投票编号"), required=True, example="12"),
        SheetColumn("voter", _("投票人标识"), required=True, example="u-1024"),
        SheetColumn("options", _("选项序号"), required=True, example="3、7"),
        SheetColumn("on", _("日期"), required=True, example="2023-07-01"),
        SheetColumn("device", _("设备标识")),
        SheetColumn("status", _("状态"), example="有效"),
    ),
    check=check,
    apply=apply,
    by=OFFICERS,
    help=_("外部平台的投票明细。超过每人票数或同一设备上限的自动列为不计票。"),
)
