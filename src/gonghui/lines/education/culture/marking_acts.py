"""Judging by marks: the sheet of a stage, who judges, each sheet filled in once."""

from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.judging import experts, refuse_judges, stands_back
from gonghui.commons.parties.models import TeamMember
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel.access.models import Account
from gonghui.kernel.access.roles import MEMBER, UPPER
from gonghui.kernel.ledger.act import WHY, Asked, P, act
from gonghui.kernel.tree.slots import slot_on

from . import rules, words
from .acts import items as season_items
from .marks import WAITS, sheet_of
from .models import Marking, Season, Sheet, Work
from .words import M, S, Stage

NOT_PAST = {Stage.PRELIMINARY: (S.DRAFT, S.ANNOUNCED, S.ENTRY, S.PRELIMINARY), Stage.FINAL: (S.DRAFT, S.ANNOUNCED, S.ENTRY, S.PRELIMINARY, S.FINAL)}
OWN_WORK = _("与报送单位或作者有关，须回避")


@act(
    "culture.set_sheet", Season, label=_("设定评分表"), past=_("评分表已设定"), by=UPPER, icon="rule", when=lambda s: s.state in NOT_PAST[Stage.FINAL]
)  # fmt: skip
def set_sheet(
    ctx,
    season,
    *,
    stage: Annotated[Stage, P(_("阶段"))],
    items: Annotated[str, P(_("评分项与权重"), help=_("每行一项，如“立意 40”，权重合计 100"), long=True, max_length=1000)],
    places: Annotated[
        str, P(_("结论与件数"), help=_("每个活动项取几件，从高到低：初评如“初评入围 10”，终评如“一等奖 1”"), long=True, max_length=1000)
    ],
):
    """By what a stage is judged; it then stands on marks. Refuses: STAGE_OVER, SHEET_IN_USE, BAD_ITEMS, BAD_PLACES."""
    if season.state not in NOT_PAST[Stage(stage)]:
        raise words.STAGE_OVER(season=season, state=season.get_state_display(), stage=Stage(stage).label)
    if Marking.objects.for_act("frozen").filter(work__season=season, stage=stage).exists():
        raise words.SHEET_IN_USE(stage=Stage(stage).label)
    try:
        weights = rules.lines(items)
    except ValueError:
        raise words.BAD_ITEMS() from None
    if sum(weight for _name, weight in weights) != 100:
        raise words.BAD_ITEMS()
    try:
        given = rules.lines(places)
    except ValueError:
        raise words.BAD_PLACES() from None
    if stage == Stage.PRELIMINARY and len(given) != 1:
        raise words.BAD_PLACES()
    sheet = sheet_of(season.pk, stage) or Sheet(season=season, stage=stage)
    sheet.items, sheet.places = ("\n".join(f"{name} {number}" for name, number in told) for told in (weights, given))
    sheet.save()


def _judged_seasons(rows, viewer):
    return rows.within(viewer).filter(state__in=(S.PRELIMINARY, S.FINAL), sheets__isnull=False).distinct()


@act("culture.assign_judges", Marking, label=_("分派评委"), past=_("评委已分派"), by=UPPER, at="season", icon="assignment_ind", main=True)
def assign_judges(
    ctx,
    *,
    season: Annotated[Season, P(_("艺术季"), pick=_judged_seasons)],
    item: Annotated[PlanItem, P(_("活动项"), pick=season_items)],
    judges: Annotated[list[Account], P(_("评委"), pick=experts)],
):
    """
    Let experts mark the works of an item that stand in the season's stage; those to whom a work is near stand back from it at once.

    Refuses: NO_SHEET, OTHER_ITEM, NONE_TO_JUDGE and what `refuse_judges` refuses.
    """
    season = Season.objects.for_act("the season as it stands").select_for_update(of=("self",), no_key=True).select_related("node").get(pk=season.pk)
    sheet = sheet_of(season.pk, season.state)
    if sheet is None:
        raise words.NO_SHEET(season=season)
    if item.part_of_id != season.plan_id or item.kind != words.SEASON_ITEM:
        raise words.OTHER_ITEM(item=item, season=season)
    judges = list({judge.pk: judge for judge in judges}.values())
    refuse_judges(ctx, judges, field="judges")
    works = list(
        Work.objects.for_act("to be judged")
        .filter(season=season, item=item, state=WAITS[season.state])
        .select_related("node", "person")
        .order_by("pk")
    )
    there = set(Marking.objects.for_act("once each").filter(work__in=works, stage=season.state).values_list("work", "judge"))
    own = own_accounts(works)
    made = [
        Marking(
            node=season.node, slot=slot_on(season.node, ctx.day), work=work, judge=judge, stage=season.state, about=f"{item}·{work.title}"[:210],
            items=sheet.items, assigned_on=ctx.day, **near(judge, work, own[work.pk]),
        )
        for work in works for judge in judges if (work.pk, judge.pk) not in there
    ]  # fmt: skip
    if not made:
        raise words.NONE_TO_JUDGE()
    made = Marking.objects.for_act("assigned").bulk_create(made, batch_size=500)
    ctx.note_many(Marking, [(m.pk, m.node_id, "", m.state, {"work_id": [None, m.work_id], "judge_id": [None, m.judge_id]}) for m in made])
    return made


def near(judge: Account, work: Work, accounts: set[int]) -> dict:
    """In which state a judge's sheet is born."""
    back = stands_back(judge, work.node, accounts)
    return {"state": M.RECUSED, "comment": str(OWN_WORK)} if back else {"state": M.ASSIGNED}


def own_accounts(works: list[Work]) -> dict[int, set[int]]:
    """By work the accounts of its author, or of who is in the team that made it."""
    teams: dict[int, set[int]] = {}
    members = TeamMember.objects.for_act("recusal").filter(team__in={work.team_id for work in works if work.team_id}, person__account__isnull=False)
    for team, account in members.values_list("team", "person__account"):
        teams.setdefault(team, set()).add(account)
    return {work.pk: teams.get(work.team_id, set()) | ({work.person.account_id} if work.person else set()) for work in works}


def asked_items(marking: Marking) -> list[Asked]:
    """The items of the sheet, each by its number."""
    return [Asked(str(n), f"{name}（{weight}%）") for n, (name, weight) in enumerate(rules.lines(marking.items), 1)]


@act("culture.mark", Marking, label=_("评分"), past=_("已评分"), by=(MEMBER,), icon="grade", main=True)
def mark(
    ctx,
    marking,
    *,
    marks: Annotated[dict, P(_("各项评分"), help=_("每项 0—100，至多两位小数；提交后不能再改"), asks=asked_items, max_length=10)],
    comment: Annotated[str, P(_("评语"), max_length=500, long=True)] = "",
):
    """Mark a work, once, every item from 0 to 100. Refuses: BAD_MARK, JUDGED_ALREADY."""
    work = Work.objects.for_act("the work as it stands").select_for_update(of=("self",), no_key=True).select_related("season").get(pk=marking.work_id)
    if work.season.state != marking.stage or work.state != WAITS[marking.stage]:
        raise words.JUDGED_ALREADY()
    items, given = rules.lines(marking.items), {}
    for n, (name, _weight) in enumerate(items, 1):
        try:
            given[name] = rules.hundredths(marks.get(str(n), ""))
        except ValueError:
            raise words.BAD_MARK(item=name) from None
    marking.marks, marking.total, marking.comment = given, rules.weighted(items, given), comment


@act("culture.stand_back", Marking, label=_("申请回避"), past=_("已回避"), by=(MEMBER,), icon="block")
def stand_back(ctx, marking, *, why: Annotated[str, WHY]):
    """The judge stands back from this work."""
    marking.comment = why
