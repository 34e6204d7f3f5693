"""Items of a contest, from opening entries to giving prizes."""

from datetime import date, timedelta
from typing import Annotated

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.registers.words import OPEN, Tier
from gonghui.kernel import config
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.ledger.act import WHY, P, act

from . import rules, words
from .models import Entry, Item
from .words import Award, Judged


def listed(kind: str):
    """What may be picked of a register: standing entries in the viewer's reach and of every level above it."""

    def pick(rows, viewer):
        ours = Q(pk__in=[])
        for path in viewer.paths:
            ours |= Q(node__in=[int(pk) for pk in path.split("/") if pk]) | Q(node__path__startswith=path)
        return rows.for_act("registers of the levels above are for those below").filter(ours, kind=kind, state__in=OPEN)

    return pick


CATEGORY = Annotated[RegisterEntry | None, P(_("竞赛类别"), help=_("一类、二类"), pick=listed(words.CLASS))]
CHAIN = Annotated[RegisterEntry | None, P(_("重点产业链"), pick=listed(words.CHAIN))]
EDITION = Annotated[RegisterEntry | None, P(_("赛事届次"), pick=listed(words.EDITION))]
CONTEST = P(_("竞赛"), pick=lambda rows, viewer: rows.within(viewer).filter(kind__in=words.CONTESTS).exclude(state="cancelled"))


@act("contests.open_item", Item, label=_("设赛项"), past=_("已设赛项，开始报名"), by=UPPER, at="contest", icon="emoji_events", main=True)
def open_item(
    ctx,
    *,
    contest: Annotated[Activity, CONTEST],
    title: Annotated[str, P(_("赛项（工种）"), max_length=60)],
    tier: Annotated[Tier, P(_("级别"))],
    judged: Annotated[Judged, P(_("排名依据"))],
    held_on: Annotated[date, P(_("决赛日期"))],
    per_team: Annotated[int | None, P(_("每队名额"), help=_("不填不限"), least=1, most=1000)] = None,
    category: CATEGORY = None,
    chain: CHAIN = None,
    edition: EDITION = None,
):
    """Open a trade of a contest for entries. Refuses: NOT_A_CONTEST, ITEM_TAKEN, WRONG_ENTRY."""
    if contest.kind not in words.CONTESTS:
        raise words.NOT_A_CONTEST(title=contest.title)
    for name, entry, kind in (("category", category, words.CLASS), ("chain", chain, words.CHAIN), ("edition", edition, words.EDITION)):
        if entry is not None and entry.kind != kind:
            raise words.WRONG_ENTRY(label=words.REGISTERS.label(kind), field=name)
    if Item.objects.for_act("one item a trade").filter(contest=contest, title=title).exclude(state="cancelled").exists():
        raise words.ITEM_TAKEN(title=title)
    return ctx.create(
        Item, node=contest.node, contest=contest, title=title, tier=tier, judged=judged, held_on=held_on, per_team=per_team, category=category,
        chain=chain, edition=edition,
    )  # fmt: skip


@act("contests.close_entries", Item, label=_("截止报名"), past=_("已截止报名"), by=UPPER, icon="lock_clock", main=True)
def close_entries(ctx, item):
    """No more entries; judging begins."""


@act("contests.sign_scores", Item, label=_("公布成绩"), past=_("已公布成绩"), by=UPPER, icon="draw", main=True)
def sign_scores(ctx, item):
    """Publish the scores; from now on only a correction changes one. Refuses: NO_SCORES while anybody still in has none."""
    left = item.entries.for_act("scores").filter(state__in=("entered", "checked")).count()
    if left:
        raise words.NO_SCORES(count=left)
    item.signed_at = ctx.at


@act("contests.rank", Item, label=_("确定名次"), past=_("已确定名次"), by=UPPER, apart_from=("contests.sign_scores",), icon="leaderboard", main=True)
def rank(ctx, item):
    """
    Settle the ranks by the scores, the highest first. Refuses: APPEALS within `contest.appeal_hours` of publication.

    Source: handbook, contests, section 2, default 2 hours.
    """
    hours = config.value("contest.appeal_hours", item.node, ctx.day)
    over = item.signed_at + timedelta(hours=hours)
    if ctx.at < over:
        raise words.APPEALS(until=timezone.localtime(over).strftime("%Y-%m-%d %H:%M"), hours=hours)
    entries = list(item.entries.for_act("ranks").filter(state="scored").select_for_update(of=("self",)).order_by("pk"))
    for entry, place in zip(entries, rules.ranks([e.score for e in entries]), strict=True):
        entry.rank = place
    Entry.objects.for_act("ranks").bulk_update(entries, ("rank",), batch_size=500)
    ctx.note_many(Entry, [(e.pk, e.node_id, "", "", {"rank": [None, e.rank]}) for e in entries])
    ctx.on = item.held_on


@act("contests.award", Entry, label=_("授奖"), past=_("已授奖"), by=UPPER, bulk=True, icon="military_tech", when=lambda e: e.rank is not None)
def award(ctx, entries, *, award: Annotated[Award, P(_("奖项"))]):
    """Give an award to ranked entries, all at once."""
    rows = list(entries.values_list("pk", "node_id"))
    entries.update(award=award, state=words.EntryState.AWARDED)
    ctx.note_many(Entry, [(pk, node, "scored", "awarded", {"award": [None, str(award)], "state": ["scored", "awarded"]}) for pk, node in rows])


@act("contests.award_item", Item, label=_("公布表彰"), past=_("已公布表彰"), by=UPPER, icon="workspace_premium")
def award_item(ctx, item, *, document: Annotated[str, P(_("表彰文号"), max_length=60)]):
    """Publish who is commended, by document number."""
    item.document = document


@act("contests.cancel_item", Item, label=_("取消赛项"), past=_("已取消赛项"), by=UPPER, icon="event_busy")
def cancel_item(ctx, item, *, why: Annotated[str, WHY]):
    """Call it off; it stays visible and is not counted."""
