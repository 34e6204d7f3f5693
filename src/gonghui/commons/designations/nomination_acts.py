"""Nominating, and the way up: opinions, quotas, structure shares, one level after the other."""

from datetime import date
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.notices.posting import PHONE, put_up, see_it_over
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from . import acts, rules, words
from .models import Nomination, Opinion, Recommendation, Round, key_of
from .reads import above_or_within, sent_up

CLOSED = Refusal(
    "designations.closed", _("“{round}”不在申报期（{since} 至 {until}）。"), instead=_("请核对申报时间。"), field="round", kind=Kind.CONFLICT
)
NOMINATED_ALREADY = Refusal("designations.nominated_already", _("该对象在本批次已申报。"), kind=Kind.CONFLICT, field="name")
MINUTES_LATE = Refusal("designations.minutes_late", _("民主推荐日期晚于申报日期。"), instead=_("请先召开职工（代表）大会。"), field="minutes_on")
COPIED = Refusal("designations.copied", _("事迹与本批次另一申报完全相同。"), instead=_("请如实填写。"), field="deeds")
NO_CATEGORY = Refusal("designations.no_category", _("请选择人员类别。"), because=_("结构比例按人员类别核算"), field="category")
NOT_IN_HAND = Refusal(
    "designations.not_in_hand", _("该申报现由“{at}”办理。"), because=_("逐级推荐，不得越级"), instead=_("请等待或联系该级工会。"), kind=Kind.FORBIDDEN
)
AT_TOP = Refusal("designations.at_top", _("已到评选层级。"), instead=_("请组织评审。"), kind=Kind.CONFLICT)
NOT_AT_TOP = Refusal("designations.not_at_top", _("还没有推荐到“{node}”。"), instead=_("请逐级推荐。"), kind=Kind.CONFLICT)
QUOTA_SPENT = Refusal(
    "designations.quota_spent", _("“{node}”的 {seats} 个名额已用完。"), instead=_("请调整名单，或申请增加名额。"), kind=Kind.CONFLICT
)
SHARE_MISSED = Refusal(
    "designations.share_missed", _("{what}{bound} {percent}%：{seats} 个名额中现有 {count} 个。"), because=_("结构比例"), instead=_("请调整推荐名单。"),
    kind=Kind.CONFLICT,
)  # fmt: skip
VETOED = Refusal("designations.vetoed", _("{body}不同意。"), because=_("一票否决"), kind=Kind.CONFLICT)
OPINION_MISSING = Refusal("designations.opinion_missing", _("还缺{bodies}的意见。"), instead=_("请先征求意见。"), kind=Kind.CONFLICT)
ASKED_ALREADY = Refusal("designations.asked_already", _("{body}已有意见。"), kind=Kind.CONFLICT, field="body")

LABELS = dict(words.Category.choices) | dict(words.Trait.choices)
SAYS = Annotated[str, P(_("推荐意见"), max_length=500, long=True)]


def open_rounds(rows, viewer):
    """Rounds that are open to nominations of one's organisations."""
    return rows.for_act("a round called above is open below").filter(above_or_within(viewer.paths), state="called")


def in_hand(ctx, nomination: Nomination) -> None:
    """Refuses: NOT_IN_HAND unless the viewer sits at the level whose turn it is, or above."""
    if not ctx.viewer.reach(ctx.act.power).covers(nomination.at.path):
        raise NOT_IN_HAND(at=nomination.at)


@act("designations.nominate", Nomination, label=_("申报推荐"), past=_("已申报"), by=OFFICERS, icon="person_add", main=True)
def nominate(
    ctx,
    *,
    round: Annotated[Round, P(_("评选批次"), pick=open_rounds)],
    node: Annotated[Node, P(_("申报单位"))],
    holder: acts.HOLDER,
    brief: Annotated[str, P(_("简要事迹"), help=_("500 字以内"), max_length=500, long=True)],
    person: acts.PERSON = None,
    team: acts.TEAM = None,
    unit: acts.UNIT = None,
    employer: acts.EMPLOYER = None,
    name: acts.NAME = "",
    category: Annotated[words.Category | None, P(_("人员类别"))] = None,
    traits: Annotated[list[words.Trait], P(_("其他属性"))] = (),
    deeds: Annotated[str, P(_("主要事迹"), help=_("2000 字以内"), max_length=2000, long=True)] = "",
    minutes_on: Annotated[date | None, P(_("民主推荐日期"))] = None,
    minutes: Annotated[UploadedFile | None, P(_("会议纪要"), accept=DOCUMENT)] = None,
):
    """
    Put somebody or something forward.

    Refuses: CLOSED, MINUTES_LATE, NO_CATEGORY where the round has shares, COPIED, NOMINATED_ALREADY, NEEDS_LOWER, and a holder
    that does not fit.
    """
    if round.state != "called" or not round.opens_on <= ctx.day <= round.closes_on:
        raise CLOSED(round=round, since=round.opens_on, until=round.closes_on)
    held = acts.who(holder, person, team, unit, employer, name)
    acts.check_fits(round.scheme, node, held)
    if minutes_on and minutes_on > ctx.day:
        raise MINUTES_LATE()
    if holder == words.Holder.PERSON and category is None and round.shares.for_act("shares of a round").exists():
        raise NO_CATEGORY()
    check_deeds(round, deeds)
    key = key_of(*(getattr(held[f], "pk", None) for f in ("person", "team", "unit", "employer")), node.pk, held["name"])
    if round.nominations.for_act("one nomination a round").filter(holder_key=key).exclude(state__in=words.OUT).exists():
        raise NOMINATED_ALREADY()
    if round.scheme.needs_id and acts.lower_title(round.scheme, key, ctx.day) is None:
        raise acts.NEEDS_LOWER(needs=round.scheme.needs)
    row = ctx.create(
        Nomination, round=round, node=node, at=node, kind=round.kind, category=category or "", traits=",".join(dict.fromkeys(str(t) for t in traits)),
        brief=brief, deeds=deeds, minutes_on=minutes_on, nominated_on=ctx.day, **held,
    )  # fmt: skip
    if minutes:
        keep(ctx, row, minutes, accept=DOCUMENT, field="minutes")
    return row


def check_deeds(round: Round, deeds: str, but: int | None = None) -> None:
    """Refuses: COPIED."""
    if deeds.strip() and round.nominations.for_act("copied deeds").filter(deeds=deeds).exclude(pk=but).exists():
        raise COPIED()


@act("designations.post_at_unit", Nomination, label=_("单位公示"), past=_("已在单位公示"), by=OFFICERS, icon="campaign")
def post_at_unit(ctx, nomination, *, phone: PHONE):
    """Post it where it is put forward. Refuses what `put_up` refuses."""
    put_up(ctx, node=nomination.node, title=str(nomination), text=public_text(nomination), phone=phone, about=nomination)


def public_text(nomination: Nomination) -> str:
    """What a notice says of a candidate: who, where, what for; no number, birthday or address."""
    return "\n".join(filter(None, (f"{nomination.whom}（{nomination.node}）", nomination.brief, nomination.deeds)))


@act(
    "designations.take_opinion",
    Nomination,
    label=_("登记部门意见"),
    past=_("已登记意见"),
    by=UPPER,
    when=lambda n: n.state in words.BELOW,
    icon="fact_check",
)
def take_opinion(
    ctx,
    nomination,
    *,
    body: Annotated[words.Body, P(_("部门"))],
    agrees: Annotated[bool, P(_("同意"))],
    on: acts.ON,
    document: Annotated[str, P(_("文号"), max_length=60)] = "",
    paper: Annotated[UploadedFile | None, P(_("意见表"), accept=DOCUMENT)] = None,
):
    """Enter what another department says. Refuses: ASKED_ALREADY."""
    if nomination.opinions.for_act("opinions").filter(body=body).exists():
        raise ASKED_ALREADY(body=words.Body(body).label)
    ctx.create(Opinion, nomination=nomination, body=body, agrees=agrees, on=on, document=document)
    if paper:
        keep(ctx, nomination, paper, accept=DOCUMENT, field="paper")


def check_opinions(nomination: Nomination) -> None:
    """Refuses: VETOED by any body, OPINION_MISSING of those the scheme asks for."""
    given = dict(nomination.opinions.for_act("opinions").values_list("body", "agrees"))
    against = [words.Body(body).label for body, agrees in given.items() if not agrees]
    if against:
        raise VETOED(body="、".join(map(str, against)))
    missing = [body for body in nomination.round.scheme.opinions.split(",") if body and body not in given]
    if missing:
        raise OPINION_MISSING(bodies="、".join(str(words.Body(body).label) for body in missing))


@act("designations.recommend", Nomination, label=_("向上推荐"), past=_("已向上推荐"), by=OFFICERS, icon="arrow_upward", main=True)
def recommend(ctx, nomination, *, opinion: SAYS):
    """Whoever puts it forward sends it one level up. Refuses: the unit's posting not over, and what `send_up` refuses."""
    if nomination.round.scheme.unit_notice:
        see_it_over(ctx, nomination)
    send_up(ctx, nomination, opinion)


@act("designations.recommend_on", Nomination, label=_("继续向上推荐"), past=_("已向上推荐"), by=UPPER, icon="arrow_upward", main=True)
def recommend_on(ctx, nomination, *, opinion: SAYS):
    """A level it has come to sends it to the next; none is skipped. Refuses what `send_up` refuses."""
    send_up(ctx, nomination, opinion)


def send_up(ctx, nomination: Nomination, opinion: str) -> None:
    """
    To the level above, with an opinion.

    Refuses: NOT_IN_HAND, AT_TOP, QUOTA_SPENT, SHARE_MISSED when the list of this level could no longer come to the round's shares.
    """
    in_hand(ctx, nomination)
    round, here = nomination.round, nomination.at
    if here.pk == round.node_id:
        raise AT_TOP()
    Round.objects.for_act("quotas").select_for_update(of=("self",), no_key=True).get(pk=round.pk)
    quota = round.quotas.for_act("quotas").filter(node=here).first()
    if quota is not None:
        listed = list(sent_up(round, here).exclude(pk=nomination.pk))
        if len(listed) >= quota.seats:
            raise QUOTA_SPENT(node=here, seats=quota.seats)
        check_shares(round, [*listed, nomination], quota.seats)
    say(ctx, nomination, here, opinion, up=True)
    nomination.at = here.parent


def check_shares(round: Round, listed: list[Nomination], seats: int) -> None:
    """Whether a list of so many seats can still come to the round's shares. Refuses: SHARE_MISSED."""
    for what, at_least, percent in round.shares.for_act("shares of a round").order_by("pk").values_list("what", "at_least", "percent"):
        count = sum(what == n.category or what in n.traits.split(",") for n in listed)
        possible = count + seats - len(listed) if at_least else count
        if not rules.share_holds(possible, seats, percent, at_least=at_least):
            bound = _("不少于") if at_least else _("不超过")
            raise SHARE_MISSED(what=LABELS.get(what, what), bound=bound, percent=percent, seats=seats, count=count)


def say(ctx, nomination: Nomination, node: Node, opinion: str, *, up: bool) -> None:
    ctx.create(Recommendation, nomination=nomination, node=node, up=up, opinion=opinion, account=ctx.account, on=ctx.day)


@act("designations.return_nomination", Nomination, label=_("退回"), past=_("已退回"), by=UPPER, icon="undo")
def return_nomination(ctx, nomination, *, why: Annotated[str, WHY]):
    """Send it back to whoever put it forward. Refuses: NOT_IN_HAND."""
    in_hand(ctx, nomination)
    say(ctx, nomination, nomination.at, why, up=False)
    nomination.at = nomination.node


@act("designations.resubmit", Nomination, label=_("修改后重报"), past=_("已重报"), by=OFFICERS, icon="redo")
def resubmit(
    ctx,
    nomination,
    *,
    brief: Annotated[str, P(_("简要事迹"), max_length=500, long=True)],
    deeds: Annotated[str, P(_("主要事迹"), max_length=2000, long=True)] = "",
):
    """Put it forward again, mended. Refuses: COPIED."""
    check_deeds(nomination.round, deeds, nomination.pk)
    nomination.brief, nomination.deeds = brief, deeds


@act("designations.take_back", Nomination, label=_("撤回申报"), past=_("已撤回"), by=OFFICERS)
def take_back(ctx, nomination, *, why: Annotated[str, WHY]):
    """Whoever put it forward takes it back."""


@act("designations.reject", Nomination, label=_("不予推荐"), past=_("已登记未入选"), by=UPPER, apart_from=(CREATING,))
def reject(ctx, nomination, *, why: Annotated[str, WHY]):
    """It goes no further. Refuses: NOT_IN_HAND."""
    in_hand(ctx, nomination)
    say(ctx, nomination, nomination.at, why, up=False)
