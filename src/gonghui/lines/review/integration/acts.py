"""Queueing, sending and answering messages; settling what differs."""

from datetime import date
from typing import Annotated

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.desk import DESKS
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.privacy.masks import NUMBERS
from gonghui.kernel.tree.models import Node

from . import words
from .models import ExchangeMessage, MatchRow

NODE = Annotated[Node, P(_("组织"))]
PARTNER = Annotated[words.Partner, P(_("对方"))]
ANSWER = Annotated[str, P(_("对方答复"), max_length=300)]
REF = Annotated[str, P(_("档案号"), help=_("不写证件号码"), max_length=40)]


def nouns() -> list[tuple]:
    """Kinds of record whose changes may be sent."""
    return [(slug, desk.label) for slug, desk in DESKS.items()]


@act("integration.queue", ExchangeMessage, label=_("新建对接消息"), past=_("已列入待发送"), by=UPPER, icon="outbox", main=True)
def queue(
    ctx, *, node: NODE, partner: PARTNER, title: Annotated[str, P(_("内容"), max_length=160)], rows: Annotated[int, P(_("条数"), least=1, most=10**8)] = 1,
    basis: Annotated[str, P(_("法律依据"), help=_("比对个人信息必填"), max_length=160)] = "",
):  # fmt: skip
    """A list or a result for somebody else. Refuses: NO_BASIS (a comparison of people's files needs its legal ground)."""
    if partner == words.Partner.CIVIL and not basis.strip():
        raise words.NO_BASIS()
    return ctx.create(ExchangeMessage, node=node, partner=partner, title=title, rows=rows, basis=basis, day=ctx.day)


@act("integration.queue_changes", ExchangeMessage, label=_("汇集一日变动"), past=_("已列入待发送"), by=UPPER, icon="sync")
def queue_changes(
    ctx, *, node: NODE, partner: PARTNER, noun: Annotated[str, P(_("记录类型"), choices=nouns)], day: Annotated[date, P(_("日期"))],
):  # fmt: skip
    """All changes of a kind of record of a day at a node and below, as one message. Refuses: IN_FUTURE, QUEUED, NOTHING."""
    if day >= ctx.day:
        raise words.IN_FUTURE(day=day)
    label = apps.get_model(noun)._meta.verbose_name
    same = ExchangeMessage.objects.for_act("queued once").filter(node=node, partner=partner, noun=noun, day=day).exclude(state="dropped")
    if same.exists():
        raise words.QUEUED()
    rows = (
        Event.objects.for_act("changes of a day")
        .filter(noun=noun, link__at__date=day, node__path__startswith=node.path)
        .values("subject")
        .distinct()
        .count()
    )
    if not rows:
        raise words.NOTHING(day=day, noun=label)
    return ctx.create(ExchangeMessage, node=node, partner=partner, noun=noun, title=f"{label} {day}", rows=rows, day=day)


@act("integration.send", ExchangeMessage, label=_("发送"), past=_("已发送"), by=UPPER, icon="send", main=True)
def send(ctx, message):
    """It went out by the channel agreed on with the partner."""
    message.sent_on, message.tries = ctx.day, message.tries + 1


@act("integration.acknowledge", ExchangeMessage, label=_("登记回执"), past=_("已登记回执"), by=UPPER, icon="done_all", main=True)
def acknowledge(ctx, message, *, answer: ANSWER = ""):
    """The partner has it."""
    message.answered_on, message.answer = ctx.day, answer


@act("integration.reject", ExchangeMessage, label=_("登记退回"), past=_("已登记退回"), by=UPPER, icon="undo", main=True)
def reject(ctx, message, *, answer: ANSWER):
    """The partner refuses it and says why."""
    message.answered_on, message.answer = ctx.day, answer


@act("integration.mend", ExchangeMessage, label=_("修正重发"), past=_("已修正，待重发"), by=UPPER, icon="build", main=True)
def mend(ctx, message, *, mended: Annotated[str, P(_("修正情况"), max_length=300)]):
    """What was wrong has been put right; it is sent once more."""
    message.mended, message.answered_on = mended, None


@act("integration.drop", ExchangeMessage, label=_("作废"), past=_("已作废"), by=UPPER, icon="delete")
def drop(ctx, message, *, why: Annotated[str, WHY]):
    """It will not be sent; it stays visible."""


@act("integration.note_match", MatchRow, label=_("登记比对结果"), past=_("已登记"), by=UPPER, at="message", icon="compare_arrows", main=True)
def note_match(
    ctx, *, message: Annotated[ExchangeMessage, P(_("比对批次"))], ref: REF, hit: Annotated[bool, P(_("一致"))] = False,
    differs: Annotated[str, P(_("差异"), help=_("不一致的填写"), max_length=300)] = "",
):  # fmt: skip
    """What the partner found of one file. Refuses: NO_MATCHES, KNOWN, an ID number as reference."""
    if message.partner != words.Partner.CIVIL or message.sent_on is None:
        raise words.NO_MATCHES()
    if NUMBERS.search(ref):
        raise words.NO_BASIS(field="ref")
    if message.matches.for_act("matched once").filter(ref=ref).exists():
        raise words.KNOWN(ref=ref)
    return ctx.create(MatchRow, node=message.node, message=message, ref=ref, hit=hit, differs="" if hit else differs, on=ctx.day)


@act(
    "integration.settle",
    MatchRow,
    label=_("核实差异"),
    past=_("已核实"),
    by=UPPER,
    when=lambda m: not m.hit and m.settled_on is None,
    icon="rule",
    main=True,
)
def settle(ctx, match, *, outcome: Annotated[str, P(_("核实结果"), help=_("档案已更新、对方有误等"), max_length=300)]):
    """Somebody looked at what differs and put the file right where it was wrong."""
    match.settled_on, match.outcome = ctx.day, outcome
