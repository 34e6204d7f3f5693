"""Giving a matter to somebody, and handling it."""

from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.models import Account
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from . import limits, words
from .models import Case
from .steps import at_desk, in_hand, inform, refuse_accused, refuse_caller, step
from .words import Deed, Limit

TO_SOMEBODY = Refusal("cases.to_somebody", _("请选择承办工会，或填写外部承办单位。"), field="to")
SAME_HAND = Refusal("cases.same_hand", _("该事项已在“{node}”。"), instead=_("请选择另一个单位。"), field="to")
ENDED_NODE = Refusal("cases.ended_node", _("“{node}”已撤销。"), instead=_("请选择其上级工会。"), field="to", kind=Kind.CONFLICT)
NOT_THEIRS = Refusal("cases.not_theirs", _("该账号不在所选工会，也不是律师。"), instead=_("请选择该工会的经办人或律师。"), field="handler")
RETURNED_ONCE = Refusal(
    "cases.returned_once", _("该事项已退回过一次。"), because=_("只能退回一次"), instead=_("请办理，或报上级协调。"), kind=Kind.CONFLICT
)
NOT_RUNNING = Refusal("cases.not_running", _("该事项没有答复时限，无须延期。"), kind=Kind.CONFLICT)
EXTENDED_ONCE = Refusal("cases.extended_once", _("该事项已延期过一次。"), because=_("只能延期一次"), instead=_("请按期答复。"), kind=Kind.CONFLICT)
TOO_LATE = Refusal(
    "cases.too_late", _("答复期限 {day} 已过，不能延期。"), because=_("延期须在到期前申请"), instead=_("请尽快答复。"), kind=Kind.CONFLICT
)
TOO_LONG = Refusal("cases.too_long", _("延期不能超过原时限 {days} 天。"), instead=_("请减少天数。"), field="days")

CENTRE = ("hotline_agent", *UPPER)
HANDLERS = (*OFFICERS, "lawyer")
CHECKERS = (*UPPER, "grassroots_chair")
TO = Annotated[
    Node | None,
    P(_("承办工会"), help=_("上级、下级或系统内其他工会"), pick=lambda rows, viewer: rows.for_act("a matter goes anywhere").filter(until=None)),
]
OUTSIDE = Annotated[str, P(_("外部承办单位"), help=_("工会系统以外，如人社局、外省工会"), max_length=100)]
HANDLER = Annotated[
    Account | None,
    P(_("承办人"), help=_("律师或经办人"), pick=lambda rows, viewer: rows.for_act("handlers").filter(is_active=True, node__isnull=False)),
]
ORDER = Annotated[str, P(_("交办意见"), long=True, max_length=500)]


def give(ctx, case: Case, to, outside: str, handler, says: str) -> None:
    """Put a matter into a hand; its time to be accepted begins. Refuses: TO_SOMEBODY, ENDED_NODE, NOT_THEIRS, CALLER_IN_TEXT."""
    if to is None and not outside:
        raise TO_SOMEBODY()
    if to is not None and to.until is not None and to.until <= ctx.day:
        raise ENDED_NODE(node=to)
    refuse_caller(case, says)
    if to is not None:
        refuse_accused(case, to)
    case.hand, case.outside, case.handler = to or case.node, outside, handler
    if handler is not None:
        if handler.node is None or not (case.hand.covers(handler.node) or handler.node.covers(case.hand)):
            raise NOT_THEIRS()
        tell(ctx, handler, _("事项 {number} 已交您办理。").format(number=case.number))
    limits.stop(ctx, case, Limit.ASSIGN, Limit.ACCEPT)
    limits.start(ctx, case, Limit.ACCEPT)
    step(ctx, case, Deed.MOVED, says=says, to=case.hand, went_to="assigned")
    inform(ctx, case, _("您的事项 {number} 已交承办单位。"))


@act("cases.assign", Case, label=_("派单"), past=_("已派单"), by=CENTRE, icon="send", main=True)
def assign(ctx, case, *, to: TO = None, outside: OUTSIDE = "", handler: HANDLER = None, says: ORDER = ""):
    """Give it up, down or beyond the tree. Refuses: TO_SOMEBODY, ENDED_NODE, NOT_THEIRS, CALLER_IN_TEXT, whom it accuses."""
    at_desk(ctx, case)
    if case.state == "reopened":
        limits.stop(ctx, case, Limit.REPLY)
        limits.start(ctx, case, Limit.REPLY, days=limits.second(case, ctx.day))
    give(ctx, case, to, outside, handler, says)


@act("cases.pass_on", Case, label=_("转交"), past=_("已转交"), by=OFFICERS, icon="forward")
def pass_on(ctx, case, *, to: TO = None, outside: OUTSIDE = "", handler: HANDLER = None, says: ORDER = ""):
    """Whose hand it is in gives it on. Refuses: SAME_HAND and what `assign` refuses."""
    in_hand(ctx, case)
    if to is not None and to.pk == case.hand_id and not outside and (handler is None or handler.pk == case.handler_id):
        raise SAME_HAND(node=to)
    give(ctx, case, to, outside, handler, says)


@act("cases.accept", Case, label=_("签收"), past=_("已签收"), by=HANDLERS, icon="inventory", main=True)
def accept(ctx, case):
    """Take it as one's own to handle."""
    in_hand(ctx, case)
    limits.stop(ctx, case, Limit.ACCEPT)
    step(ctx, case, Deed.MOVED, went_to="accepted")
    inform(ctx, case, _("您的事项 {number} 正在办理。"))


@act("cases.send_back", Case, label=_("退回"), past=_("已退回"), by=HANDLERS, icon="undo")
def send_back(ctx, case, *, why: Annotated[str, WHY]):
    """It is not ours: back to the desk it came from, once. Refuses: RETURNED_ONCE."""
    in_hand(ctx, case)
    if case.returned:
        raise RETURNED_ONCE()
    refuse_caller(case, why)
    case.returned, case.handler = True, None
    limits.stop(ctx, case, Limit.ACCEPT)
    limits.start(ctx, case, Limit.ASSIGN)
    step(ctx, case, Deed.MOVED, says=why, to=case.node, went_to="returned")


@act("cases.handle", Case, label=_("办理完毕"), past=_("已报审核"), by=HANDLERS, icon="task_alt", main=True)
def handle(
    ctx,
    case,
    *,
    answer: Annotated[str, P(_("办理结果"), help=_("答复给反映人的话"), long=True, max_length=2000)],
    resolved: Annotated[bool, P(_("已解决"))] = False,
    proof: Annotated[UploadedFile | None, P(_("证明材料"), accept=DOCUMENT)] = None,
):
    """What was done and what will be answered; another looks at it before it goes out."""
    in_hand(ctx, case)
    case.answer, case.resolved = answer, resolved
    if proof:
        keep(ctx, case, proof, accept=DOCUMENT, field="proof")
    step(ctx, case, Deed.MOVED, says=answer, went_to="handled")


@act("cases.reply", Case, label=_("审核并答复"), past=_("已答复"), by=CHECKERS, apart_from=("cases.handle",), icon="mark_email_read", main=True)
def reply(ctx, case):
    """Send the answer out; not whoever handled it."""
    in_hand(ctx, case)
    limits.stop(ctx, case, Limit.REPLY, Limit.ACCEPT)
    limits.start(ctx, case, Limit.CALL_BACK)
    step(ctx, case, Deed.MOVED, went_to="replied")
    inform(ctx, case, _("您的事项 {number} 已答复，请查看。"))


@act("cases.improve", Case, label=_("退回修改"), past=_("已退回修改"), by=CHECKERS, apart_from=("cases.handle",), icon="rate_review")
def improve(ctx, case, *, why: Annotated[str, WHY]):
    """The answer will not do; the time to reply runs on."""
    in_hand(ctx, case)
    step(ctx, case, Deed.MOVED, says=why, went_to="accepted")


@act("cases.ask_extension", Case, label=_("申请延期"), past=_("已申请延期"), by=HANDLERS, icon="more_time", when=lambda c: c.state in words.IN_HAND)
def ask_extension(ctx, case, *, days: Annotated[int, P(_("延期天数"), least=1, most=90)], why: Annotated[str, WHY]):
    """Ask for more time, once, before it is over, no more than the first. Refuses: NOT_RUNNING, EXTENDED_ONCE, TOO_LATE, TOO_LONG."""
    in_hand(ctx, case)
    refuse_extension(case, days, ctx.day)
    case.asked_days = days
    step(ctx, case, Deed.EXTENSION, says=why)


def refuse_extension(case: Case, days: int, today) -> None:
    clock = limits.running(case).filter(what=Limit.REPLY).first()
    if clock is None:
        raise NOT_RUNNING()
    if clock.extended:
        raise EXTENDED_ONCE()
    if clock.due_on < today:
        raise TOO_LATE(day=clock.due_on)
    if days > clock.days:
        raise TOO_LONG(days=clock.days)


@act(
    "cases.extend", Case, label=_("同意延期"), past=_("已延期"), by=UPPER, apart_from=("cases.ask_extension",), icon="update",
    when=lambda c: c.asked_days is not None and c.state in words.IN_HAND,
)  # fmt: skip
def extend(ctx, case):
    """The desk that gave it agrees to more time. Refuses: what `ask_extension` refuses, as it stands now."""
    at_desk(ctx, case)
    refuse_extension(case, case.asked_days, ctx.day)
    limits.stretch(ctx, case, case.asked_days)
    case.asked_days = None
    step(ctx, case, Deed.EXTENSION)


@act(
    "cases.decline_extension", Case, label=_("不同意延期"), past=_("已答复不同意延期"), by=UPPER, apart_from=("cases.ask_extension",), icon="timer_off",
    when=lambda c: c.asked_days is not None and c.state in words.IN_HAND,
)  # fmt: skip
def decline_extension(ctx, case, *, why: Annotated[str, WHY]):
    """No more time."""
    at_desk(ctx, case)
    case.asked_days = None
    step(ctx, case, Deed.EXTENSION, says=why)
