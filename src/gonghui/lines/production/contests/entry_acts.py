"""Entering, checking, scoring and measuring."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person, Team
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.tree.models import Node

from . import rules, words
from .models import Entry, Item
from .words import ItemState, Judged

ITEM = Annotated[Item, P(_("赛项"), pick=lambda rows, viewer: rows.for_act("contests are open to whoever may enter").filter(state="entering"))]
TEAM = P(_("代表队"), pick=lambda rows, viewer: rows.within(viewer).filter(kind=words.DELEGATION, until=None))


def lock(item: Item) -> Item:
    """The item, so that no two fill its last place. Refuses: CLOSED."""
    item = Item.objects.for_act("places of an item").select_for_update(of=("self",)).get(pk=item.pk)
    if item.state != ItemState.ENTERING:
        raise words.CLOSED(title=item.title)
    return item


@act("contests.enter", Entry, label=_("报名参赛"), past=_("已报名"), by=OFFICERS, at="team", icon="how_to_reg", main=True)
def enter(ctx, *, team: Annotated[Team, TEAM], item: ITEM, persons: Annotated[list[Person], P(_("选手"))]):
    """
    A delegation enters its contestants in one item.

    Refuses: CLOSED, NOT_A_DELEGATION, NOBODY, TOO_MANY beyond the places of a delegation, ENTERED_ALREADY, OTHER_ITEM (one item a
    contest and person; handbook, contests, section 2).
    """
    if team.kind != words.DELEGATION or team.until is not None:
        raise words.NOT_A_DELEGATION(team=team.name)
    persons = list({p.pk: p for p in persons}.values())
    if not persons:
        raise words.NOBODY()
    item = lock(item)
    standing = Entry.objects.for_act("one entry a person").exclude(state__in=words.OUT)
    mine = standing.filter(item=item, team=team).count()
    if item.per_team and mine + len(persons) > item.per_team:
        raise words.TOO_MANY(most=item.per_team, team=team.name, count=mine)
    known = standing.filter(item__contest=item.contest_id, person__in=persons).select_related("person", "item").order_by("pk").first()
    if known:
        raise words.ENTERED_ALREADY(who=known.person) if known.item_id == item.pk else words.OTHER_ITEM(who=known.person, title=known.item.title)
    return [ctx.create(Entry, node=team.node, item=item, team=team, person=person, entered_on=ctx.day) for person in persons]


@act("contests.enter_work", Entry, label=_("作品（果园）参赛"), past=_("已报名"), by=OFFICERS, icon="yard")
def enter_work(
    ctx,
    *,
    node: Annotated[Node, P(_("报送组织"))],
    item: ITEM,
    title: Annotated[str, P(_("参赛对象"), help=_("果园、班组或作品名称"), max_length=100)],
):
    """Enter a work or an orchard in an item. Refuses: CLOSED, ENTERED_ALREADY."""
    item = lock(item)
    if Entry.objects.for_act("one entry a work").filter(item=item, node=node, title=title, person=None).exclude(state__in=words.OUT).exists():
        raise words.ENTERED_ALREADY(who=title, field="title")
    return ctx.create(Entry, node=node, item=item, title=title, entered_on=ctx.day)


@act("contests.check_entry", Entry, label=_("审核通过"), past=_("已审核"), by=UPPER, apart_from=(CREATING,), icon="fact_check", main=True)
def check_entry(ctx, entry):
    """Whoever may enter has been looked at; not by whoever entered them."""


@act("contests.refuse_entry", Entry, label=_("不予通过"), past=_("未通过审核"), by=UPPER, icon="block")
def refuse_entry(ctx, entry, *, why: Annotated[str, WHY]):
    """Turn an entry down; it stays visible and its place is free."""


@act("contests.withdraw", Entry, label=_("退赛"), past=_("已退赛"), by=OFFICERS, icon="logout")
def withdraw(ctx, entry, *, why: Annotated[str, WHY]):
    """Take an entry back before it has a score."""


@act("contests.score", Entry, label=_("录入成绩"), past=_("已录入成绩"), by=UPPER, icon="scoreboard", main=True)
def score(ctx, entry, *, score: Annotated[Decimal, P(_("总成绩"), least=0, most=10_000)]):
    """Note the total score, two decimals. Refuses: NOT_JUDGING, NOT_MEASURED where the item is judged otherwise."""
    refuse_unless(entry, Judged.SCORE)
    entry.score = score


@act("contests.measure", Entry, label=_("核验测产"), past=_("已核验测产"), by=UPPER, icon="straighten", main=True)
def measure(
    ctx,
    entry,
    *,
    visited_on: Annotated[date, P(_("实地核验日期"))],
    area: Annotated[Decimal, P(_("面积（亩）"), least=1, most=100_000)],
    income: Annotated[Decimal, P(_("销售收入（元）"), least=0)],
    cost: Annotated[Decimal, P(_("成本（元）"), least=0)],
    proof: Annotated[UploadedFile | None, P(_("测产记录"), accept=DOCUMENT)] = None,
):
    """Note what was measured on the spot; the benefit a mu is the score. Refuses: NOT_JUDGING, NOT_MEASURED."""
    refuse_unless(entry, Judged.BENEFIT)
    entry.visited_on, entry.area, entry.income, entry.cost = visited_on, int(area * 100), income, cost
    entry.score = rules.benefit_a_mu(income, cost, entry.area)
    if proof:
        keep(ctx, entry, proof, accept=DOCUMENT, field="proof")


@act("contests.correct_score", Entry, label=_("更正成绩"), past=_("已更正成绩"), by=UPPER, apart_from=("contests.score",), icon="edit_note")
def correct_score(ctx, entry, *, score: Annotated[Decimal, P(_("更正后的总成绩"), least=0, most=10_000)], why: Annotated[str, WHY]):
    """Change a published score after an appeal, saying why; not by whoever noted it. Refuses: NOT_SIGNED before publication and after ranking."""
    if entry.item.state != ItemState.SIGNED:
        raise words.NOT_SIGNED()
    entry.score = score


def refuse_unless(entry: Entry, judged: Judged) -> None:
    """Refuses: NOT_JUDGING outside the judging of the item, NOT_MEASURED where ranks come from something else."""
    item = Item.objects.for_act("judging").select_for_update(of=("self",)).get(pk=entry.item_id)
    if item.state != ItemState.JUDGING:
        raise words.NOT_JUDGING(state=item.get_state_display())
    if item.judged != judged:
        raise words.NOT_MEASURED(title=item.title, judged=item.get_judged_display())
