"""Filling in a number, sending it up, checking it, sending it back."""

from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config, refusal
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.tree.models import Node

from . import reads, rules, words
from .models import HeadCount

NUMBER = Annotated[int, P(_("数"), help=_("没有发生请填 0；不填表示尚未统计"), least=0, most=words.MOST)]
BASIS = Annotated[str, P(_("依据"), help=_("台账、名册或文件号"), max_length=200)]
PROOF = Annotated[UploadedFile | None, P(_("佐证材料"), accept=DOCUMENT)]
OTHERS = (CREATING, "returns.amend", "returns.submit")


@act("returns.fill", HeadCount, label=_("填报"), past=_("已填写"), by=OFFICERS, icon="edit_note", main=True)
def fill(
    ctx,
    *,
    node: Annotated[Node, P(_("填报单位"))],
    kind: Annotated[str, P(_("类别"), choices=words.KINDS.choices)],
    period: Annotated[str, P(_("期间"), help=_("如 2024、2024H1、2024Q1、2024-07"), max_length=24)],
    number: NUMBER,
    basis: BASIS,
    own: Annotated[bool, P(_("只含本级自办"), help=_("与上级、下级填报的数不重复"))] = False,
    proof: PROOF = None,
):
    """
    Fill in what a unit counted in a period that is over. Zero is typed; what is not filed is missing.

    Refuses: NO_SPAN, NOT_OVER, FILED_ALREADY for days already filed, FILED_BELOW and FILED_ABOVE unless it is said to be `own`.
    """
    span = rules.span(period, ctx.day)
    list(Node.objects.for_act("one number a period").select_for_update(of=("self",), no_key=True).filter(pk=node.pk))
    before = reads.alike(kind, span.start, span.end).filter(node=node).first()
    if before:
        raise words.FILED_ALREADY(unit=node, label=words.KINDS.label(kind), period=f"{before.since}—{before.until}")
    if not own:
        below, above = reads.filed_below(node, kind, span.start, span.end), reads.filed_above(node, kind, span.start, span.end)
        if below:
            raise words.FILED_BELOW(count=below)
        if above and not above.own:
            raise words.FILED_ABOVE(unit=above.node)
    row = ctx.create(HeadCount, node=node, kind=kind, since=span.start, until=span.end, number=number, basis=basis, own=own, filed_by=ctx.account)
    if proof:
        keep(ctx, row, proof, accept=DOCUMENT, field="proof")
    return row


@act("returns.amend", HeadCount, label=_("修改"), past=_("已修改"), by=OFFICERS, icon="edit")
def amend(ctx, row, *, number: NUMBER, basis: BASIS, proof: PROOF = None):
    """Correct the number before it is sent up, or after it came back."""
    row.number, row.basis, row.filed_by, row.explained = number, basis, ctx.account, ""
    if proof:
        keep(ctx, row, proof, accept=DOCUMENT, field="proof")


@act("returns.submit", HeadCount, label=_("报送"), past=_("已报送"), by=OFFICERS, icon="send", main=True)
def submit(ctx, row, *, explained: Annotated[str, P(_("变动说明"), help=_("与上年同期相差较大时填写"), max_length=200)] = ""):
    """
    Send the number up. Refuses: JUMP where it differs by more than `returns.jump_pct` percent from the year before and nobody says why.

    Source: handbook, statistics, section 5 (6), default 30 %.
    """
    earlier, most = reads.year_before(row), config.value("returns.jump_pct", row.node, ctx.day)
    if not explained and rules.jumped(row.number, earlier, most):
        raise words.JUMP(earlier=earlier, most=most)
    row.explained, row.filed_by, row.submitted_on = explained, ctx.account, ctx.day


@act("returns.accept", HeadCount, label=_("审核通过"), past=_("已审核通过"), by=UPPER, apart_from=OTHERS, icon="fact_check", main=True)
def accept(ctx, row):
    """The number and its evidence have been looked at; not by whoever filed it. From now on it is counted. Refuses: SAME_PERSON."""
    _pass(ctx, row)


@act("returns.accept_alike", HeadCount, label=_("同类同期一并通过"), past=_("已一并审核通过"), by=UPPER, apart_from=OTHERS, icon="done_all")
def accept_alike(ctx, row):
    """
    Accept this number and all sent up for the same kind and period within reach, but those one has filed oneself. Set statements.

    Refuses: SAME_PERSON.
    """
    _pass(ctx, row)
    alike = HeadCount.objects.within(ctx.viewer, ctx.act.power).filter(kind=row.kind, since=row.since, until=row.until, state="submitted")
    alike = alike.exclude(pk=row.pk)
    if ctx.account:
        alike = alike.exclude(filed_by=ctx.account)
    taken = list(alike.select_for_update(of=("self",)).order_by("pk").values_list("pk", "node_id"))
    passed = HeadCount.objects.for_act("locked above").filter(pk__among=[pk for pk, _node in taken])
    passed.update(state="accepted", accepted_by=ctx.account)
    account = ctx.viewer.account_id
    ctx.note_many(HeadCount, ((pk, node, "submitted", "accepted", {"accepted_by_id": [None, account]}) for pk, node in taken))


def _pass(ctx, row: HeadCount) -> None:
    if row.filed_by_id and row.filed_by_id == ctx.viewer.account_id:  # a table is written by the house; the row knows who brought it
        raise refusal.SAME_PERSON()
    row.accepted_by = ctx.account


@act("returns.send_back", HeadCount, label=_("退回"), past=_("已退回"), by=UPPER, icon="undo")
def send_back(ctx, row, *, why: Annotated[str, WHY]):
    """Send it back to be filled in again; an accepted number is no longer counted until it comes anew."""
    row.accepted_by = None
