"""Taking a call, saying what it is about, answering it, or making it a ticket."""

from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.models import Case
from gonghui.commons.cases.steps import begin_limits, open_case, refuse_numbers, repeated, step
from gonghui.commons.cases.words import OPEN, TOPICS, Channel, Deed, Weight
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.privacy.crypto import blind, new_salt
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from . import words
from .models import Call

SERIAL_TAKEN = Refusal("hotline.serial_taken", _("话务编号“{serial}”已登记。"), instead=_("请核对编号。"), field="serial", kind=Kind.CONFLICT)
NOT_OPEN = Refusal("hotline.not_open", _("“{case}”已经结束。"), instead=_("请另开工单，或在原工单办理“重新办理”。"), field="case", kind=Kind.CONFLICT)

AGENTS = ("hotline_agent", *UPPER)
NODE = Annotated[Node, P(_("热线中心"))]
SERIAL = Annotated[str, P(_("话务编号"), max_length=40)]
PHONE = Annotated[str, P(_("来电号码"), help=_("可匿名"), max_length=20)]
WAIT = Annotated[int, P(_("等待秒数"), least=0, most=86_400)]
AREA = Annotated[Node | None, P(_("来电属地工会"), pick=lambda rows, viewer: rows.for_act("calls come from anywhere").filter(until=None))]


def ring(ctx, node, serial: str, phone: str, wait: int, **more) -> Call:
    """Save a call. Refuses: SERIAL_TAKEN."""
    if serial and Call.objects.for_act("one call once").filter(serial=serial).exists():
        raise SERIAL_TAKEN(serial=serial)
    return ctx.create(
        Call, node=node, serial=serial or None, phone=phone, phone_hash=blind("phone", phone) if phone else None, salt=new_salt(), wait=wait,
        on=ctx.day, at=ctx.at, agent=ctx.account, **more,
    )  # fmt: skip


@act("hotline.answer", Call, label=_("接听"), past=_("已接听"), by=AGENTS, icon="call", main=True)
def answer(
    ctx, *, node: NODE, phone: PHONE = "", area: AREA = None, serial: SERIAL = "", wait: WAIT = 0,
    national: Annotated[str, P(_("全国平台编号"), max_length=40)] = "", recording: Annotated[str, P(_("录音编号"), max_length=60)] = "",
):  # fmt: skip
    """Somebody calls and is answered; who called within `case.repeat_days` is shown with the matter. Refuses: SERIAL_TAKEN."""
    call = ring(ctx, node, serial, phone, wait, area=area, national=national, recording=recording)
    known = repeated(node, call.phone_hash, ctx.day) if call.phone_hash else None
    if known:
        ctx.said = {"known": _("30 日内来过电：{case}").format(case=known[0].number)}
    return call


@act("hotline.miss", Call, label=_("登记未接通"), past=_("已登记未接通"), by=AGENTS, icon="phone_missed")
def miss(ctx, *, node: NODE, phone: PHONE = "", serial: SERIAL = "", wait: WAIT = 0):
    """Somebody gave up before being answered. Refuses: SERIAL_TAKEN."""
    return ring(ctx, node, serial, phone, wait)


@act("hotline.classify", Call, label=_("分类"), past=_("已分类"), by=AGENTS, icon="category", main=True)
def classify(
    ctx, call, *, topic: Annotated[str, P(_("事由"), choices=TOPICS.choices)], talk: Annotated[int, P(_("通话秒数"), least=0, most=86_400)] = 0
):
    """Say what it is about, by class and item."""
    call.topic, call.talk = topic, talk


@act("hotline.answer_at_once", Call, label=_("当场答复"), past=_("已当场答复"), by=AGENTS, icon="chat", main=True)
def answer_at_once(ctx, call, *, reference: Annotated[str, P(_("答复依据"), help=_("法规条款或知识库条目"), max_length=200)]):
    """Answer from the knowledge base; the call is done."""
    refuse_numbers(reference, "reference")
    call.reference = reference


@act("hotline.open_ticket", Call, label=_("转工单"), past=_("已生成工单"), by=AGENTS, icon="confirmation_number", main=True)
def open_ticket(
    ctx,
    call,
    *,
    title: Annotated[str, P(_("标题"), help=_("不写姓名和号码"), max_length=100)],
    says: Annotated[str, P(_("诉求内容"), long=True, max_length=2000)],
    name: Annotated[str, P(_("来电人"), max_length=50)] = "",
    involved: Annotated[str, P(_("被反映单位"), max_length=100)] = "",
    people: Annotated[int, P(_("涉及人数"), least=1, most=100_000)] = 1,
    weight: Annotated[Weight, P(_("难易"))] = Weight.GENERAL,
    urgent: Annotated[bool, P(_("紧急"))] = False,
    confidential: Annotated[bool, P(_("要求保密"))] = False,
    another: Annotated[bool, P(_("确为另一件事"))] = False,
):
    """Make it a ticket, whose clocks begin. Refuses: REPEATED (same phone, see `case.repeat_days`) unless `another`, NUMBER_IN_TEXT."""
    call.case = open_case(
        ctx, kind=words.TICKET, node=call.node, title=title, says=says, topic=call.topic, channel=Channel.PHONE, caller=name, phone=call.phone or "",
        involved=involved, people=people, weight=weight, urgent=urgent, confidential=confidential, another=another, state="registered",
    )  # fmt: skip
    begin_limits(ctx, call.case)


@act("hotline.attach", Call, label=_("并入已有事项"), past=_("已并入"), by=AGENTS, icon="attach_file")
def attach(ctx, call, *, case: Annotated[Case, P(_("事项"))]):
    """The same matter again: one more contact of it, no new one. Refuses: NOT_OPEN."""
    if case.state not in OPEN:
        raise NOT_OPEN(case=case.number)
    call.case = case
    step(ctx, case, Deed.CONTACT, channel=Channel.PHONE)
