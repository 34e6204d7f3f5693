"""Plan years, rosters of units, and the money that brings them into force."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.models import Receipt
from gonghui.commons.money.words import RECEIPTS
from gonghui.commons.parties.models import Person
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.fields import fen
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.slots import slot_on

from . import words
from .models import Participation, PlanYear, Roster
from .rolls import listed, members, put
from .words import Fund

MONEY = {"least": 0, "most": 10_000_000}
NODE = Annotated[Node, P(_("组织"))]
YEAR = Annotated[PlanYear, P(_("计划年度"), pick=lambda rows, viewer: rows.for_act("a plan year is for everybody"))]


@act("mutual_aid.declare_year", PlanYear, label=_("发布计划年度"), past=_("已发布"), by=UPPER, icon="event_note", main=True)
def declare_year(
    ctx, *, node: NODE, fund: Annotated[Fund, P(_("类别"))], code: Annotated[str, P(_("计划代码"), max_length=24)],
    name: Annotated[str, P(_("名称"), max_length=100)], since: Annotated[date, P(_("起"))], until: Annotated[date, P(_("止"))],
    fee: Annotated[Decimal, P(_("每人金额（元）"), **MONEY)] = Decimal(60), wait_days: Annotated[int, P(_("等待期（天）"), least=0, most=366)] = 30,
    file_days: Annotated[int, P(_("申请期限（天）"), least=1, most=3660)] = 180, cap: Annotated[Decimal, P(_("每人年度给付上限（元）"), **MONEY)] = Decimal(50_000),
):  # fmt: skip
    """Publish a year of a plan, or a campaign of the donation, with its terms. Refuses: DAYS, NOT_POSITIVE, CODE_TAKEN. Source: handbook B2, defaults."""
    if until < since:
        raise words.DAYS()
    if fee <= 0 or cap <= 0:
        raise words.NOT_POSITIVE(field="cap" if fee > 0 else "fee")
    if (other := PlanYear.objects.for_act("a code once").filter(code=code).first()) is not None:
        raise words.CODE_TAKEN(code=code, name=other)
    return ctx.create(
        PlanYear, node=node, fund=fund, code=code, name=name, since=since, until=until, fee=fee, wait_days=wait_days, file_days=file_days, cap=cap
    )


@act("mutual_aid.list_people", Roster, label=_("报参加名单"), past=_("已报名单"), by=OFFICERS, icon="group_add", main=True)
def list_people(
    ctx, *, node: NODE, year: YEAR, people: Annotated[list[Person], P(_("参加人员"))], amount: Annotated[Decimal | None, P(_("每人金额（元）"), help=_("不填即按计划"), **MONEY)] = None,
):  # fmt: skip
    """List people of a unit for a plan year. Refuses: NOT_MEMBERS, TWICE (a person is in a plan year once, through whatever union), NOT_POSITIVE."""
    each, chosen = year.fee if amount is None else amount, {person.pk: person for person in people}
    if each <= 0:
        raise words.NOT_POSITIVE()
    if strange := chosen.keys() - members(chosen):
        raise words.NOT_MEMBERS(names="、".join(chosen[pk].name for pk in sorted(strange)[:3]))
    if there := listed(chosen, [year.pk]):
        raise words.TWICE(names="、".join(chosen[pk].name for pk, _year in sorted(there)[:3]))
    return put(ctx, [(node.pk, slot_on(node, ctx.day), year.pk, year.fund, pk, fen(each)) for pk in chosen])


@act("mutual_aid.bring_in", Roster, label=_("确认到账"), past=_("已到账生效"), by=UPPER, icon="check", main=True)
def bring_in(
    ctx, roster, *, receipt: Annotated[Receipt, P(_("到账收入"), pick=lambda rows, viewer: rows.within(viewer).filter(kind__in=words.TAKEN_AS.values(), state="booked"))],
):  # fmt: skip
    """
    Match a roster with the money that came for it: cover begins at 0:00 of the next day, not before the plan year (handbook B4); a donation counts at once.

    Refuses: OTHER_RECEIPT, AMOUNT_DIFFERS.
    """
    kind = words.TAKEN_AS[roster.fund]
    receipt = Receipt.objects.for_act("one receipt one roster").select_for_update(of=("self",)).get(pk=receipt.pk)
    if (receipt.kind, receipt.state) != (kind, "booked") or Roster.objects.for_act("one receipt one roster").filter(receipt=receipt).exists():
        raise words.OTHER_RECEIPT(receipt=receipt, kind=RECEIPTS.label(kind))
    if receipt.amount != roster.total:
        raise words.AMOUNT_DIFFERS(paid=receipt.amount, total=roster.total)
    first = receipt.on if roster.fund == Fund.DONATION else max(roster.year.since, receipt.on + timedelta(days=1))
    roster.receipt, roster.since = receipt, first
    move(ctx, roster, words.PartState.EFFECTIVE, first)


def move(ctx, roster: Roster, state: str, since: date) -> None:
    """Everybody on a roster goes with it. Set statements."""
    parts = Participation.objects.for_act("a roster moves as one").filter(roster=roster, state="listed")
    ctx.note_many(Participation, [(pk, roster.node_id, "listed", str(state), {}) for pk in parts.values_list("pk", flat=True)])
    parts.update(state=state, since=since, slot=slot_on(roster.node, since))


@act("mutual_aid.drop", Roster, label=_("作废名单"), past=_("已作废"), by=OFFICERS, icon="delete")
def drop(ctx, roster, *, why: Annotated[str, WHY]):
    """Give up a roster before its money has come; its people may be listed again."""
    move(ctx, roster, words.PartState.OUT, roster.since)
