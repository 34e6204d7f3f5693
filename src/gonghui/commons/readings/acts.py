"""Receiving a number from outside, accepting it, setting it aside."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.kernel import refusal
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.tree.models import Node

from .models import Reading
from .words import IN_FUTURE, KINDS, MOST, SAME


@act("readings.receive", Reading, label=_("登记外部数"), past=_("已登记，待采用"), by=OFFICERS, icon="download", main=True)
def receive(
    ctx,
    *,
    node: Annotated[Node, P(_("组织"))],
    kind: Annotated[str, P(_("类别"), choices=KINDS.choices)],
    about: Annotated[str, P(_("对象"), help=_("节目、统计项目等"), max_length=100)],
    number: Annotated[Decimal, P(_("数"), least=0, most=MOST)],
    source: Annotated[str, P(_("来源"), help=_("哪个单位、哪个平台提供"), max_length=100)],
    measured_on: Annotated[date, P(_("数据截止日期"))],
    address: Annotated[str, P(_("网址"), max_length=300)] = "",
    note: Annotated[str, P(_("口径说明"), max_length=200)] = "",
    proof: Annotated[UploadedFile | None, P(_("凭证"), help=_("截图或来函"), accept=DOCUMENT)] = None,
):
    """Note what somebody else has measured, with source and time. Refuses: IN_FUTURE, SAME for a number already known."""
    if measured_on > ctx.day:
        raise IN_FUTURE(day=measured_on)
    same = {"node": node, "kind": kind, "about": about, "source": source, "measured_on": measured_on, "number": number}
    Node.objects.for_act("one reading once").select_for_update(of=("self",), no_key=True).get(pk=node.pk)
    if Reading.objects.for_act("one reading once").filter(**same).exclude(state="superseded").exists():
        raise SAME()
    reading = ctx.create(Reading, **same, address=address, note=note, received_on=ctx.day, brought_by=ctx.account)
    ctx.on = measured_on
    if proof:
        keep(ctx, reading, proof, accept=DOCUMENT, field="proof")
    return reading


@act("readings.accept", Reading, label=_("采用"), past=_("已采用"), by=OFFICERS, apart_from=(CREATING,), icon="check", main=True)
def accept(ctx, reading):
    """Take it as what the source says; an earlier one of the same source and day is superseded. Refuses: SAME_PERSON for whoever brought it."""
    if reading.brought_by_id and reading.brought_by_id == ctx.viewer.account_id:  # a table is written by the house; the row knows who brought it
        raise refusal.SAME_PERSON()
    Node.objects.for_act("one reading a day").select_for_update(of=("self",), no_key=True).get(pk=reading.node_id)
    same = {name: getattr(reading, name) for name in ("node_id", "kind", "about", "source", "measured_on")}
    for earlier in Reading.objects.for_act("one reading a day").filter(**same, state="accepted").select_for_update(of=("self",)):
        earlier.state = "superseded"
        earlier.save()


@act("readings.set_aside", Reading, label=_("不再采用"), past=_("已不再采用"), by=OFFICERS, icon="block")
def set_aside(ctx, reading, *, why: Annotated[str, WHY]):
    """It is not to be told any more, or never was; it stays visible."""
