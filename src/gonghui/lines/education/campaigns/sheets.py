"""Participations of a platform of its own, as a table: every row one time somebody took part."""

from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.access.viewer import after
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, judged, no_faults
from gonghui.kernel.store import insert, next_ids
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.slots import slot_on

from . import words
from .models import Campaign, Participation
from .reads import who_of


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: a campaign that ran, in reach, whose list is not drawn from yet; a day of its span; no oftener than its rule says, with what stands already."""
    found = Campaign.objects.for_act("participations").filter(
        state__in=words.RAN, drawn_on=None, node__path__gte=node.path, node__path__lt=after(node.path)
    )
    rows = [(str(pk), pk, *more) for pk, *more in found.values_list("pk", "opens_on", "closes_on", "each_day", "each_total")]
    kept = {"campaign": pl.String, "campaign_id": pl.Int64, "first": pl.Date, "last": pl.Date, "each_day": pl.Int64, "each_total": pl.Int64}
    frame = frame.join(pl.DataFrame(rows, schema=kept, orient="row"), on="campaign", how="left").with_columns(
        pl.col("on").str.to_date("%Y-%m-%d", strict=False).alias("day"),
        pl.col("score").cast(pl.Int64, strict=False).alias("points"),
    )
    asked = frame.filter(pl.col("campaign_id").is_not_null()).select("campaign", "campaign_id", "who").unique()
    hashes = {(c, w): who_of(pk, w) for c, pk, w in asked.iter_rows()}
    known: dict[tuple, int] = {}
    standing = Participation.objects.for_act("how often").filter(campaign__in=asked["campaign_id"].unique().to_list())
    for campaign, who, day in standing.values_list("campaign", "who", "on"):
        known[campaign, bytes(who), day] = known.get((campaign, bytes(who), day), 0) + 1
        known[campaign, bytes(who)] = known.get((campaign, bytes(who)), 0) + 1
    before = [
        (known.get((pk, hashes[c, w], day), 0), known.get((pk, hashes[c, w]), 0)) if pk is not None else (0, 0)
        for c, pk, w, day in frame.select("campaign", "campaign_id", "who", "day").iter_rows()
    ]
    frame = frame.with_columns(
        pl.Series("had_today", [b[0] for b in before], pl.Int64), pl.Series("had", [b[1] for b in before], pl.Int64)
    ).with_columns(
        (pl.int_range(pl.len()).over("campaign", "who", "day") + pl.col("had_today")).alias("nth_today"),
        (pl.int_range(pl.len()).over("campaign", "who") + pl.col("had")).alias("nth"),
    )
    most = pl.when(pl.col("each_day") > 0).then(pl.col("each_day")).otherwise(words.TURNS - 1)
    too_often = (pl.col("nth_today") >= most) | ((pl.col("each_total") > 0) & (pl.col("nth") >= pl.col("each_total")))
    outside = pl.col("day").is_null() | (pl.col("day") < pl.col("first")) | (pl.col("day") > pl.col("last")) | (pl.col("day") > on)
    faults = [
        (pl.col("campaign_id").is_null(), "campaign", "campaigns.none", now_("没有这个编号的活动，或不在您的范围内，或未上线、已开奖。")),
        (pl.col("who") == "", "who", "form.required", now_("此项必填。")),
        (outside, "on", "campaigns.outside_days", now_("日期应形如 2023-07-01，并在活动期内。")),
        (too_often, "who", "campaigns.too_often", now_("超过每人次数。")),
        ((pl.col("score") != "") & ~pl.col("points").is_between(0, 100).fill_null(False), "score", "form.invalid", now_("得分应为 0 至 100。")),
    ]
    return judged(frame, faults)


def apply(ctx, frame: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write participations, campaign by campaign."""
    for (campaign_id,), part in frame.group_by("campaign_id", maintain_order=True):
        campaign = Campaign.objects.for_act("participations").select_related("node").get(pk=campaign_id)
        slots = {day: slot_on(campaign.node, day) for day in part["day"].unique()}
        ids = next_ids(Participation, len(part))
        rows = part.select("who", "day", "nth_today", "points").iter_rows()
        insert(
            Participation,
            ("id", "node_id", "slot", "campaign_id", "who", "on", "turn", "score"),
            [
                (pk, campaign.node_id, slots[day], campaign_id, who_of(campaign_id, who), day, day.toordinal() * words.TURNS + nth, points)
                for pk, (who, day, nth, points) in zip(ids, rows, strict=True)
            ],
        )
        ctx.note_many(Participation, [(pk, campaign.node_id, "", "", {"campaign_id": [None, campaign_id]}) for pk in ids])
    return no_faults()


Sheet(
    kind="participations",
    label=_("网上活动参加明细"),
    columns=(
        SheetColumn("campaign", _("活动编号"), required=True, example="12"),
        SheetColumn("who", _("参加人标识"), required=True, example="u-1024"),
        SheetColumn("on", _("日期"), required=True, example="2023-07-01"),
        SheetColumn("score", _("得分"), example="80"),
    ),
    check=check,
    apply=apply,
    by=OFFICERS,
    help=_("外部平台的逐次参加明细；超过每人次数的行会退回。"),
)
