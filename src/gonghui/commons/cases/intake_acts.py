"""Taking a matter in: by whoever brings it, or by a desk; judged, asked for more, refused, answered at once."""

from datetime import date
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Employer
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel.access.roles import MEMBER, OFFICERS
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from . import limits, words
from .models import Case
from .steps import at_desk, begin_limits, inform, open_case, own, step
from .words import Deed, Limit

ASKED_ONCE = Refusal(
    "cases.asked_once", _("已要求补正过一次。"), because=_("一次性告知"), instead=_("请受理或书面说明不予受理。"), kind=Kind.CONFLICT
)

DESKS = (*OFFICERS, "hotline_agent")
KIND = Annotated[str, P(_("类别"), choices=words.KINDS.choices)]
TOPIC = Annotated[str | None, P(_("事由"), choices=words.TOPICS.choices)]
TITLE = Annotated[str, P(_("标题"), help=_("不写姓名和号码"), max_length=100)]
SAYS = Annotated[str, P(_("内容"), long=True, max_length=2000)]
PEOPLE = Annotated[int, P(_("涉及人数"), least=1, most=100_000)]
ANYWHERE = Annotated[Node, P(_("受理工会"), pick=lambda rows, viewer: rows.for_act("anybody may turn to any union").filter(until=None))]


@act("cases.receive", Case, label=_("我要反映"), past=_("已提交"), by=(MEMBER,), icon="contact_support", main=True)
def receive(
    ctx,
    *,
    node: ANYWHERE,
    kind: Annotated[str, P(_("类别"), choices=words.brought_kinds)],
    title: TITLE,
    says: SAYS,
    topic: TOPIC = None,
    name: Annotated[str, P(_("您的姓名"), max_length=50)] = "",
    phone: Annotated[str, P(_("联系电话"), max_length=20)] = "",
    involved: Annotated[str, P(_("被反映单位"), max_length=100)] = "",
    people: PEOPLE = 1,
    client: Annotated[words.Client, P(_("您的身份"))] = words.Client.WORKER,
    confidential: Annotated[bool, P(_("要求保密"), help=_("承办单位看不到您的姓名和电话"))] = False,
    proof: Annotated[UploadedFile | None, P(_("证明材料"), accept=DOCUMENT)] = None,
):
    """Bring a matter oneself. It counts from the day it is admitted. Refuses: NUMBER_IN_TEXT."""
    case = open_case(
        ctx, kind=kind, node=node, title=title, says=says, topic=topic or "", channel=words.Channel.APP, caller=name, phone=phone, involved=involved,
        people=people, client=client, confidential=confidential, account=ctx.account, another=True,
    )  # fmt: skip
    if proof:
        keep(ctx, case, proof, accept=DOCUMENT, field="proof")
    limits.start(ctx, case, Limit.DECIDE)
    return case


@act("cases.register", Case, label=_("登记事项"), past=_("已登记"), by=DESKS, icon="add_call", main=True)
def register(
    ctx,
    *,
    node: Annotated[Node, P(_("受理工会"))],
    kind: KIND,
    channel: Annotated[words.Channel, P(_("渠道"))],
    title: TITLE,
    says: SAYS,
    topic: TOPIC = None,
    name: Annotated[str, P(_("反映人"), help=_("可匿名"), max_length=50)] = "",
    phone: Annotated[str, P(_("联系电话"), max_length=20)] = "",
    involved: Annotated[str, P(_("被反映单位"), max_length=100)] = "",
    employer: Annotated[Employer | None, P(_("用人单位"))] = None,
    people: PEOPLE = 1,
    client: Annotated[words.Client, P(_("服务对象"))] = words.Client.WORKER,
    weight: Annotated[words.Weight, P(_("难易"))] = words.Weight.GENERAL,
    urgent: Annotated[bool, P(_("紧急"))] = False,
    confidential: Annotated[bool, P(_("要求保密"))] = False,
    opened_on: Annotated[date | None, P(_("受理日期"))] = None,
    plan: Annotated[PlanItem | None, P(_("计划项目"))] = None,
    another: Annotated[bool, P(_("确为另一件事"))] = False,
):
    """Register a matter somebody came with. Refuses: NUMBER_IN_TEXT, IN_FUTURE, REPEATED unless `another`."""
    case = open_case(
        ctx, kind=kind, node=node, title=title, says=says, topic=topic or "", channel=channel, caller=name, phone=phone, involved=involved, employer=employer,
        people=people, client=client, weight=weight, urgent=urgent, confidential=confidential, opened_on=opened_on, plan=plan, another=another,
    )  # fmt: skip
    begin_limits(ctx, case)
    return case


@act("cases.admit", Case, label=_("受理"), past=_("已受理"), by=DESKS, icon="check", main=True)
def admit(
    ctx,
    case,
    *,
    topic: TOPIC = None,
    weight: Annotated[words.Weight, P(_("难易"))] = words.Weight.GENERAL,
    urgent: Annotated[bool, P(_("紧急"))] = False,
):
    """Admit what somebody brought; the times to give it on and to answer begin."""
    at_desk(ctx, case)
    case.topic, case.weight, case.urgent = topic or case.topic, weight, urgent
    limits.stop(ctx, case, Limit.DECIDE)
    begin_limits(ctx, case)
    step(ctx, case, Deed.MOVED, went_to="registered")
    inform(ctx, case, _("您的事项 {number} 已受理。"))


@act("cases.ask_supplement", Case, label=_("要求补正"), past=_("已告知补正"), by=DESKS, icon="edit_note")
def ask_supplement(ctx, case, *, says: Annotated[str, P(_("需补充的材料"), long=True, max_length=500)]):
    """Ask for what is missing, once and for all of it. Refuses: ASKED_ONCE. Source: Legal Aid Law art 43."""
    at_desk(ctx, case)
    if case.steps.for_act("asked once").filter(went_to="supplement").exists():
        raise ASKED_ONCE()
    limits.stop(ctx, case, Limit.DECIDE)
    step(ctx, case, Deed.MOVED, says=says, went_to="supplement")
    inform(ctx, case, _("您的事项 {number} 需要补充材料。"))


@act("cases.supplement", Case, label=_("补充材料"), past=_("已补充"), by=(MEMBER,), icon="upload_file", main=True)
def supplement(ctx, case, *, says: SAYS, proof: Annotated[UploadedFile | None, P(_("证明材料"), accept=DOCUMENT)] = None):
    """Add what was asked for; the time to decide begins again."""
    own(ctx, case)
    step(ctx, case, Deed.CONTACT, says=says, channel=words.Channel.APP, went_to="received")
    if proof:
        keep(ctx, case, proof, accept=DOCUMENT, field="proof")
    limits.start(ctx, case, Limit.DECIDE)


@act("cases.refuse", Case, label=_("不予受理"), past=_("已告知不予受理"), by=DESKS, icon="block")
def refuse(ctx, case, *, why: Annotated[str, WHY]):
    """Do not admit it, with a reason its bringer reads. Source: handbook; Legal Aid Law art 43 (in writing)."""
    at_desk(ctx, case)
    case.answer, case.closed_on = why, ctx.day
    limits.stop(ctx, case)
    step(ctx, case, Deed.MOVED, says=why, went_to="refused")
    inform(ctx, case, _("您的事项 {number} 未予受理，请查看理由。"))


@act("cases.answer_at_once", Case, label=_("当场答复"), past=_("已当场答复"), by=DESKS, icon="chat", main=True)
def answer_at_once(ctx, case, *, answer: Annotated[str, P(_("答复"), long=True, max_length=2000)]):
    """Answer while the caller is there: handled at the first contact."""
    at_desk(ctx, case)
    case.answer, case.at_once, case.resolved, case.closed_on = answer, True, True, ctx.day
    limits.stop(ctx, case)
    step(ctx, case, Deed.MOVED, says=answer, went_to="closed")
