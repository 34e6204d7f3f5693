"""What is noted on a matter under way: contacts, stages, money, urging; and looking at the caller."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.refusal import Kind, Refusal

from . import words
from .acts import HANDLERS
from .intake_acts import DESKS
from .models import Case, CaseAmount
from .steps import IN_FUTURE, at_desk, in_hand, inform, refuse_caller, step
from .words import Deed, Level
from .words import Sum as Sort

NO_PROOF = Refusal("cases.no_proof", _("追回金额须附到账凭证。"), because=_("以实际到账为准"), instead=_("请上传凭证。"), field="proof")
MORE_THAN_CLAIMED = Refusal(
    "cases.more_than_claimed",
    _("追回合计 {total} 元超过主张的 {claimed} 元。"),
    instead=_("请核对单位是否为元；确实超过的请写明说明。"),
    field="note",
)
BEFORE_OPENING = Refusal("cases.before_opening", _("日期早于受理日期 {day}。"), instead=_("请核对日期。"), field="on")
OVER = Refusal("cases.over", _("该事项已并案、终止或未受理。"), instead=_("请在在办事项上登记。"), kind=Kind.CONFLICT)
NO_CALLER = Refusal("cases.no_caller", _("没有登记反映人。"), because=_("匿名反映"), kind=Kind.CONFLICT)
CONFIDENTIAL = Refusal("cases.confidential", _("反映人要求保密，只有受理单位可以查看。"), instead=_("请由“{node}”代为联系。"), kind=Kind.FORBIDDEN)
ALIVE = (*words.OPEN, "closed")


@act("cases.note_contact", Case, label=_("登记联系"), past=_("已登记联系"), by=DESKS, icon="forum", when=lambda c: c.state in words.OPEN)
def note_contact(ctx, case, *, channel: Annotated[words.Channel, P(_("渠道"))], says: Annotated[str, P(_("内容"), long=True, max_length=500)] = ""):
    """The same person came again, by this or another channel: one matter, one more contact."""
    refuse_caller(case, says)
    step(ctx, case, Deed.CONTACT, says=says, channel=channel)


@act("cases.note", Case, label=_("办理记录"), past=_("已记录"), by=HANDLERS, icon="edit_note", when=lambda c: c.state in words.IN_HAND)
def note(ctx, case, *, says: Annotated[str, P(_("记录"), long=True, max_length=500)]):
    """Note what was done on the way."""
    in_hand(ctx, case)
    refuse_caller(case, says)
    step(ctx, case, Deed.NOTED, says=says)


@act("cases.note_stage", Case, label=_("更新阶段"), past=_("已更新阶段"), by=HANDLERS, icon="stairs", when=lambda c: c.state in words.IN_HAND)
def note_stage(ctx, case, *, stage: Annotated[str, P(_("阶段"), choices=words.STAGES.choices)]):
    """Note where it stands, in the words of its line."""
    in_hand(ctx, case)
    case.stage = stage
    step(ctx, case, Deed.STAGE, says=words.STAGES.label(stage))


@act("cases.note_amount", Case, label=_("登记金额"), past=_("已登记金额"), by=HANDLERS, icon="payments", when=lambda c: c.state in ALIVE)
def note_amount(
    ctx,
    case,
    *,
    sort: Annotated[Sort, P(_("金额类型"))],
    amount: Annotated[Decimal, P(_("金额（元）"), least=Decimal("0.01"), most=Decimal(10**10))],
    on: Annotated[date, P(_("日期"), help=_("追回的，填到账日期"))],
    proof: Annotated[UploadedFile | None, P(_("凭证"), accept=DOCUMENT)] = None,
    note: Annotated[str, P(_("说明"), max_length=200)] = "",
):
    """
    Note money claimed, awarded or really received, in yuan; what counts as recovered is what came in, with proof.

    Refuses: IN_FUTURE, BEFORE_OPENING, NO_PROOF for what was recovered, MORE_THAN_CLAIMED without a note. Source: handbook 5, 10, 11.
    """
    in_hand(ctx, case)
    if on > ctx.day:
        raise IN_FUTURE(day=on)
    if on < case.opened_on:
        raise BEFORE_OPENING(day=case.opened_on)
    if sort == Sort.RECOVERED and proof is None:
        raise NO_PROOF()
    made = CaseAmount(case=case, node=case.node, sort=sort, amount=amount, on=on, note=note)
    if sort == Sort.RECOVERED and not note and case.claimed and case.recovered + made.amount > case.claimed:
        raise MORE_THAN_CLAIMED(total=case.recovered + made.amount, claimed=case.claimed)
    made.save()
    if proof:
        keep(ctx, made, proof, accept=DOCUMENT, field="proof")
    total = CaseAmount.objects.for_act("sums of a matter").filter(case=case, sort=sort).aggregate(of=Sum("amount"))["of"]
    if sort == Sort.CLAIMED:
        case.claimed = total
    elif sort == Sort.RECOVERED:
        case.recovered = total
    step(ctx, case, Deed.NOTED, says=f"{Sort(sort).label} {amount}")


@act(
    "cases.urge",
    Case,
    label=_("督办"),
    past=_("已督办"),
    by=UPPER,
    icon="notification_important",
    when=lambda c: c.state in (*words.AT_DESK, *words.IN_HAND),
)
def urge(ctx, case, *, says: Annotated[str, P(_("督办意见"), long=True, max_length=500)]):
    """A level above takes it under its eyes before or after time does."""
    at_desk(ctx, case)
    refuse_caller(case, says)
    case.level = Level.LATER
    step(ctx, case, Deed.URGED, says=says)
    inform(ctx, case, _("您的事项 {number} 已列入督办。"))


@act("cases.reveal_caller", Case, label=_("查看反映人"), past=_("已查看并留痕"), by=DESKS + ("lawyer",), icon="visibility")
def reveal_caller(ctx, case, *, why: Annotated[str, P(_("用途"), max_length=200)]):
    """
    Show name and phone of the caller, and leave a trace; of a confidential one only at the desk that took it in.

    Refuses: NO_CALLER, CONFIDENTIAL. Source: PIPL art 51; handbook 11.
    """
    in_hand(ctx, case)
    if case.confidential and not any(case.node.path.startswith(path) for _role, path in ctx.viewer.grants):
        raise CONFIDENTIAL(node=case.node)
    if not (case.caller or case.phone):
        raise NO_CALLER()
    step(ctx, case, Deed.NOTED, says=why)
    ctx.said = {"caller": case.caller, "phone": case.phone}
