"""Making a campaign, taking part, drawing prizes, paying them, reporting."""

import secrets
from datetime import date
from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.listing import Line, add_lines, payee_key
from gonghui.commons.money.models import PayBatch, Payment
from gonghui.commons.money.words import STANDING
from gonghui.commons.parties.models import Person
from gonghui.kernel.access.roles import MEMBER, OFFICERS, UPPER
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.tree.models import Node

from . import reads, rules, words
from .models import Campaign, Participation, Question, Round
from .words import QuestionKind, S, Sort


@act("campaigns.draft", Campaign, label=_("拟定网上活动"), past=_("已拟定"), by=OFFICERS, icon="celebration", main=True)
def draft(
    ctx,
    *,
    node: Annotated[Node, P(_("主办组织"))],
    title: Annotated[str, P(_("名称"), max_length=100)],
    sort: Annotated[Sort, P(_("形式"))],
    opens_on: Annotated[date, P(_("开始日期"))],
    closes_on: Annotated[date, P(_("截止日期"))],
    audience: Annotated[words.Audience, P(_("面向"))] = words.Audience.MEMBERS,
    for_node: Annotated[Node | None, P(_("面向组织"), help=_("不填为主办组织及下级"))] = None,
    each_day: Annotated[int, P(_("每人每日次数"), help=_("0 为不限"), least=0, most=100)] = 1,
    each_total: Annotated[int, P(_("每人总次数"), help=_("0 为不限"), least=0, most=10_000)] = 0,
    paper: Annotated[int, P(_("每卷题数"), help=_("答题活动填写"), least=0, most=100)] = 0,
    pass_score: Annotated[int, P(_("参加抽奖的最低分"), least=0, most=100)] = 0,
    prizes: Annotated[int, P(_("奖品数"), least=0, most=100_000)] = 0,
    prize: Annotated[str, P(_("奖品"), max_length=60)] = "",
    prize_value: Annotated[int, P(_("每份价值（元）"), least=0, most=100_000)] = 0,
):
    """Draft a campaign with its rule; the seed of its draw is fixed now and told by its checksum. Refuses: DAYS."""
    if closes_on < opens_on:
        raise words.DAYS()
    seed = secrets.token_hex(16)
    return ctx.create(
        Campaign, node=node, title=title, sort=sort, opens_on=opens_on, closes_on=closes_on, audience=audience, for_node=for_node or node,
        each_day=each_day, each_total=each_total, paper=max(paper, 1) if sort == Sort.QUIZ else 0, pass_score=pass_score, prizes=prizes,
        prize=prize, prize_value=prize_value, seed=seed, committed=rules.commitment(seed),
    )  # fmt: skip


@act("campaigns.add_question", Campaign, label=_("添加题目"), past=_("已添加题目"), by=OFFICERS, when=lambda c: c.state == S.DRAFT, icon="quiz")
def add_question(
    ctx,
    campaign,
    *,
    says: Annotated[str, P(_("题目"), max_length=300)],
    a: Annotated[str, P("A", max_length=100)],
    b: Annotated[str, P("B", max_length=100)],
    right: Annotated[str, P(_("答案"), help=_("字母；多选题如 ABD"), max_length=4)],
    c: Annotated[str, P("C", max_length=100)] = "",
    d: Annotated[str, P("D", max_length=100)] = "",
    kind: Annotated[QuestionKind, P(_("题型"))] = QuestionKind.SINGLE,
):
    """Add a question to the bank of a quiz. Refuses: NOT_QUIZ, RIGHT where the right letters do not fit the kind and the answers."""
    if campaign.sort != Sort.QUIZ:
        raise words.NOT_QUIZ()
    answers = {letter: text for letter, text in zip("ABCD", (a, b, c, d), strict=True) if text}
    chosen = rules.letters(right.strip())
    if (
        not chosen
        or not set(chosen) <= answers.keys()
        or (len(chosen) > 1) != (kind == QuestionKind.MULTI)
        or (kind == QuestionKind.JUDGE and len(answers) != 2)
    ):
        raise words.RIGHT(right=right)
    number = Question.objects.for_act("the bank").filter(campaign=campaign).count() + 1
    ctx.create(Question, campaign=campaign, number=number, says=says, kind=kind, answers=answers, right=chosen)


@act("campaigns.approve", Campaign, label=_("批准活动"), past=_("已批准"), by=UPPER, apart_from=(CREATING,), icon="check", main=True)
def approve(ctx, campaign):
    """Approve rule and prizes; not by whoever drafted it. Refuses: NO_QUESTIONS for a quiz whose bank is too small."""
    count = Question.objects.for_act("the bank").filter(campaign=campaign).count()
    if campaign.sort == Sort.QUIZ and count < campaign.paper:
        raise words.NO_QUESTIONS(count=count, needed=campaign.paper)


@act("campaigns.launch", Campaign, label=_("上线"), past=_("已上线"), by=OFFICERS, icon="rocket_launch", main=True)
def launch(ctx, campaign):
    """Show it to those it is for; rules stand from now. Refuses: NO_VOTE for a vote without a poll, OVER."""
    if campaign.sort == Sort.VOTE and not Round.objects.for_act("rounds").filter(campaign=campaign).exists():
        raise words.NO_VOTE()
    if ctx.day > campaign.closes_on:
        raise words.OVER(day=campaign.closes_on)


@act("campaigns.close", Campaign, label=_("截止活动"), past=_("已截止"), by=OFFICERS, icon="stop")
def close(ctx, campaign):
    """Take no more participations."""


@act("campaigns.cancel", Campaign, label=_("取消活动"), past=_("已取消"), by=OFFICERS, icon="event_busy")
def cancel(ctx, campaign, *, why: Annotated[str, WHY]):
    """Give it up before it goes live."""


@act("campaigns.take_part", Participation, label=_("参加"), past=_("已参加"), by=(MEMBER,), at="campaign", icon="touch_app", main=True)
def take_part(
    ctx,
    *,
    campaign: Annotated[Campaign, P(_("活动"), pick=lambda rows, viewer: reads.live())],
    answers: Annotated[str, P(_("答案"), help=_("答题活动：按题目顺序写字母，如 ABCA；有多选题时用逗号隔开，如 A,BD,C"), max_length=600)] = "",
):
    """
    Check in, claim, or hand in a paper, which is scored at once.

    Refuses: NOT_LIVE, NOT_BEGUN, OVER, NOT_MEMBER, NO_MORE_TODAY, NO_MORE, BY_VOTING, BY_COUPON, BY_SUGGESTING, ANSWERS.
    """
    campaign = Campaign.objects.for_act("take part").select_related("node", "for_node").get(pk=campaign.pk)
    # the turn is read before it is asked whether one is left: of two at once one clashes, and asks again
    who, turn = reads.turn_of(campaign, ctx.account, ctx.day)
    no = reads.why_not(campaign, ctx.viewer, ctx.day)
    if no is not None:
        raise no
    points = None
    if campaign.sort == Sort.QUIZ:
        asked = reads.paper(campaign, ctx.account, ctx.day)
        given = rules.given(answers, len(asked))
        if len(given) != len(asked):
            raise words.ANSWERS(needed=len(asked), count=len(given))
        points = rules.score(given, [question.right for question in asked])
        ctx.said = {"score": now_("得分：{score}").format(score=points)}
    return ctx.create(Participation, node=campaign.node, campaign=campaign, account=ctx.account, who=who, turn=turn, on=ctx.day, score=points)


@act("campaigns.draw", Campaign, label=_("开奖"), past=_("已开奖"), by=OFFICERS, apart_from=(CREATING,), icon="casino", main=True)
def draw(ctx, campaign):
    """Draw the prizes by the seed fixed beforehand, which is told now; not by whoever drafted it. Refuses: NO_PRIZES, SEED_CHANGED, NOBODY."""
    if not campaign.prizes:
        raise words.NO_PRIZES()
    if not rules.committed_to(campaign.seed, campaign.committed):
        raise words.SEED_CHANGED()
    won = rules.draw(campaign.seed, reads.entries(campaign), campaign.prizes)
    if not won:
        raise words.NOBODY()
    rows = {row.pk: row for row in Participation.objects.for_act("draw").filter(pk__among=won).select_related("account")}
    for place, pk in enumerate(won, 1):
        row = rows[pk]
        row.place = place
        row.save()
        if row.account is not None:
            tell(ctx, row.account, now_("您在“{title}”中奖：{prize}。").format(title=campaign, prize=campaign.prize))
    campaign.drawn_on = ctx.day


@act(
    "campaigns.list_prizes",
    Campaign,
    label=_("奖品列入付款"),
    past=_("已列入付款批次"),
    by=OFFICERS,
    when=lambda c: c.state == S.DRAWN,
    icon="redeem",
)
def list_prizes(
    ctx,
    campaign,
    *,
    batch: Annotated[PayBatch, P(_("付款批次"), pick=lambda rows, viewer: rows.within(viewer, "money.add").filter(kind=words.PRIZE, state="listed"))],
):
    """Put every prize not yet listed on a list of payments, each won participation once. Refuses: WRONG_BATCH, NOT_WON, CLOSED."""
    if batch.kind != words.PRIZE:
        raise words.WRONG_BATCH()
    label = Participation._meta.label_lower
    paid = Payment.objects.for_act("prizes").filter(cause_noun=label, state__in=STANDING).values("cause_id")
    rows = Participation.objects.for_act("prizes").filter(campaign=campaign, place__isnull=False).exclude(pk__in=paid).order_by("place")
    known = {p.account_id: p for p in Person.objects.for_act("prizes").filter(account__in=rows.values("account"))}
    lines = []
    for row in rows:
        person = known.get(row.account_id)
        if person is not None:
            key = payee_key(person=person.pk, id_hash=person.id_hash, name=person.name)
            lines.append(Line(person.name, Decimal(campaign.prize_value), key, (label, row.pk), person.pk, note=campaign.prize))
    if not lines or len(add_lines(ctx, batch, lines)) == len(lines):
        raise words.NOT_WON()


@act("campaigns.report", Campaign, label=_("总结"), past=_("已总结"), by=OFFICERS, icon="summarize", main=True)
def report(ctx, campaign, *, says: Annotated[str, P(_("总结"), long=True, max_length=500)]):
    """Report on it. Refuses: UNDRAWN while promised prizes are not drawn."""
    if campaign.prizes and campaign.drawn_on is None:
        raise words.UNDRAWN()
    campaign.says = says
