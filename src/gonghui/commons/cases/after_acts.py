"""After the answer: calling back, rating, closing, taking up again; ending, merging and linking."""

from datetime import timedelta
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER, UPPER
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal

from . import limits, words
from .acts import CENTRE
from .models import Case
from .steps import at_desk, inform, link, own, step
from .words import Deed, Limit

NOT_CALLED = Refusal(
    "cases.not_called", _("还没有回访，也未满 {tries} 次未接通。"), because=_("未经回访不得办结"), instead=_("请先回访。"), kind=Kind.CONFLICT
)
TRY_LATER = Refusal("cases.try_later", _("今天已回访过一次未接通。"), because=_("应在不同时间回访"), instead=_("请换一天再拨。"), kind=Kind.CONFLICT)
TOO_OLD = Refusal("cases.too_old", _("该事项办结已超过 {days} 天。"), instead=_("请另行提出。"), kind=Kind.CONFLICT)
SAME_CASE = Refusal("cases.same_case", _("这就是该事项本身。"), instead=_("请选择另一个事项。"), field="into")
NOT_OPEN = Refusal("cases.not_open", _("“{case}”已经结束。"), instead=_("请选择在办事项。"), field="into", kind=Kind.CONFLICT)
LINKED = Refusal("cases.linked", _("两个事项已经关联。"), field="other", kind=Kind.CONFLICT)
OTHER_KIND = Refusal("cases.other_kind", _("两个事项类别不同，不能并案。"), instead=_("请改为“关联”。"), field="into")

RATING = Annotated[int, P(_("满意度"), choices=words.Rating.choices)]
OTHER = P(_("另一事项"), pick=lambda rows, viewer: rows.within(viewer))
ENOUGH = timedelta(days=365)  # a matter closed longer ago is a new one; default


@act(
    "cases.call_back", Case, label=_("回访"), past=_("已回访"), by=CENTRE, apart_from=("cases.handle", "cases.reply", "cases.accept"),
    icon="support_agent", main=True,
)  # fmt: skip
def call_back(
    ctx,
    case,
    *,
    rating: RATING,
    resolved: Annotated[bool, P(_("已解决"))] = False,
    says: Annotated[str, P(_("回访记录"), long=True, max_length=500)] = "",
):
    """Ask whoever brought it; the desk it was brought to does, and nobody who handled it. Source: handbook (handler never does the call-back)."""
    at_desk(ctx, case)
    case.rating, case.resolved = rating, resolved
    limits.stop(ctx, case, Limit.CALL_BACK)
    step(ctx, case, Deed.MOVED, says=says, went_to="called_back")


@act("cases.try_call", Case, label=_("未接通"), past=_("已记未接通"), by=CENTRE, icon="phone_missed", when=lambda c: c.state == "replied")
def try_call(ctx, case):
    """Nobody answered; tried on different days. Refuses: TRY_LATER."""
    at_desk(ctx, case)
    if case.steps.for_act("tries").filter(deed=Deed.TRIED, on=ctx.day).exists():
        raise TRY_LATER()
    case.tries += 1
    step(ctx, case, Deed.TRIED)


@act(
    "cases.rate",
    Case,
    label=_("评价"),
    past=_("已评价，谢谢"),
    by=(MEMBER,),
    icon="star",
    when=lambda c: c.state in ("replied", "called_back", "closed") and c.rating is None,
    main=True,
)
def rate(ctx, case, *, rating: RATING, resolved: Annotated[bool, P(_("已解决"))] = False):
    """Say oneself how it went, once."""
    own(ctx, case)
    case.rating, case.resolved = rating, resolved


@act("cases.close", Case, label=_("办结"), past=_("已办结"), by=CENTRE, icon="done_all", main=True)
def close(ctx, case):
    """Close it after the call-back, or after `case.callback_tries` calls nobody answered. Refuses: NOT_CALLED."""
    at_desk(ctx, case)
    tries = config.value("case.callback_tries", case.node, ctx.day)
    if case.state == "replied" and case.tries < tries:
        raise NOT_CALLED(tries=tries)
    limits.stop(ctx, case)
    case.closed_on = ctx.day
    step(ctx, case, Deed.MOVED, went_to="closed")


@act("cases.reopen", Case, label=_("重新办理"), past=_("已重新办理"), by=(MEMBER, *CENTRE), icon="restart_alt")
def reopen(ctx, case, *, why: Annotated[str, WHY]):
    """Not solved: back to the desk, in half the time, under the eyes of the level above. Refuses: TOO_OLD."""
    if case.account_id is None or case.account_id != ctx.viewer.account_id:
        at_desk(ctx, case)
    if case.closed_on and ctx.day - case.closed_on > ENOUGH:
        raise TOO_OLD(days=ENOUGH.days)
    limits.stop(ctx, case)
    case.closed_on, case.rating, case.resolved, case.at_once = None, None, False, False
    case.rounds, case.tries, case.returned = case.rounds + 1, 0, False
    limits.start(ctx, case, Limit.ASSIGN)
    limits.start(ctx, case, Limit.REPLY, days=limits.second(case, ctx.day))
    step(ctx, case, Deed.MOVED, says=why, went_to="reopened")


@act("cases.withdraw", Case, label=_("撤回"), past=_("已撤回"), by=(MEMBER,), icon="cancel")
def withdraw(ctx, case):
    """Take one's own matter back while nobody has answered it."""
    own(ctx, case)
    finish(ctx, case, "")


@act("cases.terminate", Case, label=_("终止"), past=_("已终止"), by=UPPER, icon="stop_circle")
def terminate(ctx, case, *, why: Annotated[str, WHY]):
    """End it without an answer, with a reason. Source: Legal Aid Law art 48 for legal aid; else default."""
    at_desk(ctx, case)
    case.answer = why
    finish(ctx, case, why)
    inform(ctx, case, _("您的事项 {number} 已终止，请查看理由。"))


def finish(ctx, case: Case, says: str) -> None:
    limits.stop(ctx, case)
    case.closed_on = ctx.day
    step(ctx, case, Deed.MOVED, says=says, went_to="ended")


@act("cases.merge", Case, label=_("并案"), past=_("已并案"), by=CENTRE, icon="merge")
def merge(ctx, case, *, into: Annotated[Case, OTHER]):
    """It is the same matter as another, which goes on with the earlier time to reply. Refuses: SAME_CASE, NOT_OPEN, OTHER_KIND."""
    at_desk(ctx, case)
    if into.pk == case.pk:
        raise SAME_CASE(field="into")
    into = Case.objects.for_act("merge").select_for_update(of=("self",)).get(pk=into.pk)
    at_desk(ctx, into)
    if into.kind != case.kind:
        raise OTHER_KIND()
    if into.state not in words.OPEN:
        raise NOT_OPEN(case=into.number)
    mine, theirs = (limits.running(c).filter(what=Limit.REPLY).first() for c in (case, into))
    if mine and theirs and mine.due_on < theirs.due_on:
        for name in ("days", "since", "extended"):
            setattr(theirs, name, getattr(mine, name))
        limits.fit(ctx, theirs, into.hand or into.node)
    limits.stop(ctx, case)
    case.merged_into, case.closed_on = into, ctx.day
    into.people = max(into.people, case.people)
    into.save()
    step(ctx, case, Deed.MOVED, went_to="merged")
    step(ctx, into, Deed.LINKED)
    inform(ctx, case, _("您的事项 {number} 已与同一事项合并办理。"))


@act("cases.link", Case, label=_("关联"), past=_("已关联"), by=CENTRE, icon="link")
def link_to(ctx, case, *, other: Annotated[Case, OTHER], bond: Annotated[words.Bond, P(_("关系"))] = words.Bond.RELATED):
    """It hangs together with another; the clocks of both go on. Refuses: SAME_CASE, LINKED."""
    if other.pk == case.pk:
        raise SAME_CASE(field="other")
    if case.links.for_act("once").filter(other=other).exists():
        raise LINKED()
    link(ctx, case, other, bond)
