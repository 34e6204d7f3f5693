"""Experts' scores, the posting at the level that decides, and the title itself."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.models import Account
from gonghui.kernel.access.roles import MEMBER, UPPER
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.notices.posting import PHONE, put_up, see_it_over
from gonghui.kernel.refusal import Kind, Refusal

from . import acts, rules, words
from .judging import experts, refuse_judges, stands_back
from .models import Nomination, Review
from .nomination_acts import NOT_AT_TOP, check_opinions, check_shares, in_hand, public_text
from .reads import chosen

OWN_UNIT = Refusal(
    "designations.own_unit", _("专家与申报对象同属“{node}”，须回避。"), instead=_("请改派其他专家。"), field="expert", kind=Kind.CONFLICT
)
ASSIGNED_ALREADY = Refusal("designations.assigned_already", _("该专家已分派。"), field="expert", kind=Kind.CONFLICT)
NOT_OPEN = Refusal("designations.not_open", _("该申报不在评审阶段。"), kind=Kind.CONFLICT, field="nomination")
FEW_SCORES = Refusal(
    "designations.few_scores", _("须有 {needed} 名专家评分，现有 {count} 名。"), instead=_("请等待专家评分或补派专家。"), kind=Kind.CONFLICT
)
SEATS_SPENT = Refusal("designations.seats_spent", _("本批次 {seats} 个名额已满。"), kind=Kind.CONFLICT)
NOT_OUTER = Refusal("designations.not_outer", _("“{scheme}”由本级命名，不须上报。"), instead=_("请公示后命名。"), kind=Kind.CONFLICT)
IS_OUTER = Refusal("designations.is_outer", _("“{scheme}”由外单位授予。"), instead=_("请先上报。"), kind=Kind.CONFLICT)


def at_top(nomination: Nomination) -> None:
    if nomination.at_id != nomination.round.node_id:
        raise NOT_AT_TOP(node=nomination.round.node)


@act("designations.assign_expert", Review, label=_("分派专家"), past=_("已分派专家"), by=UPPER, at="nomination", icon="assignment_ind", main=True)
def assign_expert(
    ctx,
    *,
    nomination: Annotated[Nomination, P(_("推荐申报"))],
    expert: Annotated[Account, P(_("专家"), pick=experts)],
):
    """Let an expert score it. Refuses: NOT_AT_TOP, NOT_OPEN, ASSIGNED_ALREADY, OWN_UNIT (recusal) and what `refuse_judges` refuses."""
    in_hand(ctx, nomination)
    at_top(nomination)
    if nomination.state not in words.BELOW:
        raise NOT_OPEN()
    refuse_judges(ctx, [expert])
    if stands_back(expert, nomination.node, {nomination.person and nomination.person.account_id}):
        raise OWN_UNIT(node=nomination.node)
    if nomination.reviews.for_act("one review an expert").filter(expert=expert).exists():
        raise ASSIGNED_ALREADY()
    return ctx.create(Review, nomination=nomination, node=nomination.round.node, expert=expert, assigned_on=ctx.day)


@act("designations.score", Review, label=_("评分"), past=_("已评分"), by=(MEMBER,), icon="grade", main=True)
def score(
    ctx,
    review,
    *,
    score: Annotated[Decimal, P(_("得分"), help=_("0—100，两位小数"), least=0, most=100)],
    comment: Annotated[str, P(_("评语"), max_length=500, long=True)] = "",
):
    """Give a score from 0 to 100."""
    review.score, review.comment = score, comment


@act("designations.recuse", Review, label=_("申请回避"), past=_("已回避"), by=(MEMBER,), icon="block")
def recuse(ctx, review, *, why: Annotated[str, WHY]):
    """The expert stands back."""
    review.comment = why


@act("designations.review", Nomination, label=_("评审通过"), past=_("评审已通过"), by=UPPER, icon="how_to_vote", main=True)
def review(ctx, nomination):
    """
    The level that decides has looked at it: scores are averaged, extremes left out where there are five or more.

    Refuses: NOT_IN_HAND, NOT_AT_TOP, VETOED, OPINION_MISSING, FEW_SCORES.
    """
    in_hand(ctx, nomination)
    at_top(nomination)
    check_opinions(nomination)
    rows = nomination.reviews.for_act("scores").exclude(state="recused")
    scores = [row.score for row in rows if row.score is not None]
    needed = max(nomination.round.scheme.experts, rows.count())
    if len(scores) < needed:
        raise FEW_SCORES(needed=needed, count=len(scores))
    nomination.score = rules.average(scores) if scores else None


@act("designations.post", Nomination, label=_("公示"), past=_("已公示"), by=UPPER, icon="campaign", main=True)
def post(ctx, nomination, *, phone: PHONE):
    """
    Ask the public for the working days of the scheme. Refuses: NOT_IN_HAND, SEATS_SPENT, SHARE_MISSED when the list of the round could
    no longer come to its shares, and what `put_up` refuses.
    """
    in_hand(ctx, nomination)
    round = type(nomination.round).objects.for_act("seats").select_for_update(of=("self",), no_key=True).get(pk=nomination.round_id)
    if round.seats is not None:
        listed = list(chosen(round).exclude(pk=nomination.pk))
        if len(listed) >= round.seats:
            raise SEATS_SPENT(seats=round.seats)
        check_shares(round, [*listed, nomination], round.seats)
    put_up(
        ctx, node=round.node, title=str(nomination), text=public_text(nomination), phone=phone, days=round.scheme.notice_days, about=nomination
    )  # fmt: skip


PAPER = Annotated[str, P(_("文号"), max_length=60)]


@act("designations.forward", Nomination, label=_("上报授予单位"), past=_("已上报"), by=UPPER, icon="outbox")
def forward(ctx, nomination, *, document: PAPER):
    """Send it to the outer issuer, after its posting where it was posted. Refuses: NOT_OUTER, NOT_IN_HAND."""
    in_hand(ctx, nomination)
    if not nomination.round.scheme.outer:
        raise NOT_OUTER(scheme=nomination.round.scheme)
    if nomination.state == words.N.POSTED:
        see_it_over(ctx, nomination)
    nomination.document = document


@act("designations.confer", Nomination, label=_("命名"), past=_("已命名"), by=UPPER, apart_from=(CREATING,), icon="workspace_premium", main=True)
def confer(
    ctx,
    nomination,
    *,
    document: PAPER,
    awarded_on: Annotated[date, P(_("授予日期"))],
    number: Annotated[str, P(_("证书编号"), help=_("不填自动编号"), max_length=40)] = "",
    until: Annotated[date | None, P(_("有效期至"))] = None,
):
    """
    Give the title by a document; an outer one when its issuer has given it.

    Refuses: NOT_IN_HAND, IS_OUTER, the posting not over or objected to, and what `award` refuses.
    """
    in_hand(ctx, nomination)
    scheme = nomination.round.scheme
    if nomination.state == words.N.POSTED:
        if scheme.outer:
            raise IS_OUTER(scheme=scheme)
        see_it_over(ctx, nomination)
    held = {name: getattr(nomination, name) for name in ("holder", "person", "team", "unit", "employer", "name")}
    nomination.designation = acts.award(
        ctx, scheme=scheme, node=nomination.node, held=held, awarded_on=awarded_on, batch=nomination.round.batch, document=document,
        number=number, until=until, round=nomination.round,
    )  # fmt: skip
    nomination.document = document
