"""Strikes 爽约: what they come to, and appeals against them, decided by another than whoever gave the strike."""

from datetime import date, timedelta
from typing import Annotated

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.refusal import SAME_PERSON

from . import reads, rules, words
from .models import Enrolment
from .offer_acts import RUNNERS
from .settle import owner_of

MONTHS = 12  # for so many a strike counts; source: handbook, 'Strikes'
GIVEN_BY = ("enrolment.miss", "enrolment.drop")


def strike(ctx, row: Enrolment) -> None:
    """Write down a strike; whom it concerns is told until when they may appeal, and if it keeps them out, why and until when."""
    row.struck_on = ctx.day
    told = now_("“{title}”记为爽约，有异议可在 {until} 前在“我的报名”申诉。").format(title=row.offer, until=appeal_until(row))
    until, count = blocked(row, [*reads.strikes_of([row.person_id], ctx.day)[row.person_id], ctx.day], ctx.day)
    if until:
        told += now_("十二个月内爽约 {count} 次，{until} 前暂停报名。").format(count=count, until=until)
    tell(ctx, owner_of(row), told)


def blocked(row: Enrolment, strikes: list[date], on: date) -> tuple[date | None, int]:
    """Until when strikes keep somebody out where an enrolment was made, and how many they are within twelve months."""
    values = reads.values_at(row.offer, on)
    return rules.blocked_until(strikes, on, values.strikes, values.block_months), rules.in_a_year(strikes) if strikes else 0


def appeal_until(row: Enrolment) -> date:
    """The last day on which a strike may be appealed against: `enrol.appeal_days` after it."""
    return row.struck_on + timedelta(days=config.value("enrol.appeal_days", row.offer.node, row.struck_on))


def counts_until(row: Enrolment) -> date:
    """The day from which a strike no longer counts."""
    return rules.months_after(row.struck_on, MONTHS)


def may_appeal(row: Enrolment) -> bool:
    return bool(row.struck_on) and not row.appealed_on and not row.pardoned_on


def waits(row: Enrolment) -> bool:
    """Whether an appeal waits for its answer."""
    return bool(row.appealed_on) and not row.upheld_on and not row.pardoned_on


@act("enrolment.appeal", Enrolment, label=_("申诉爽约"), past=_("申诉已提交，由另一位经办人决定"), by=(MEMBER,), when=may_appeal, icon="gavel")
def appeal(ctx, row, *, says: Annotated[str, P(_("申诉理由"), long=True, max_length=200)]):
    """Appeal against a strike of one's own or of one's child, once. Refuses: APPEAL_OVER after `enrol.appeal_days`."""
    if ctx.day > (until := appeal_until(row)):
        raise words.APPEAL_OVER(until=until)
    row.appealed_on, row.appeal = ctx.day, says


@act(
    "enrolment.pardon", Enrolment, label=_("撤销爽约"), past=_("已撤销并告知"), by=RUNNERS, apart_from=GIVEN_BY,
    when=lambda e: e.struck_on and not e.pardoned_on, icon="undo",
)  # fmt: skip
def pardon(ctx, row, *, why: Annotated[str, WHY]):
    """The strike no longer counts: an appeal holds, or there was no ground. Refuses: SAME_PERSON to whoever gave it, by whichever act."""
    not_by_the_same(ctx, row)
    row.pardoned_on = ctx.day
    tell(ctx, owner_of(row), now_("“{title}”的爽约已撤销。").format(title=row.offer))


@act(
    "enrolment.uphold", Enrolment, label=_("维持爽约"), past=_("已维持并告知"), by=RUNNERS, apart_from=GIVEN_BY, when=waits, icon="rule"
)  # fmt: skip
def uphold(ctx, row, *, why: Annotated[str, WHY]):
    """An appeal does not hold; whoever appealed is told why, and until when the strike counts. Refuses: SAME_PERSON to whoever gave it."""
    not_by_the_same(ctx, row)
    row.upheld_on = ctx.day
    told = now_("“{title}”的申诉未成立：{why}。该次爽约计至 {until}。")
    tell(ctx, owner_of(row), told.format(title=row.offer, why=why.rstrip("。"), until=counts_until(row)))


def not_by_the_same(ctx, row: Enrolment) -> None:
    """Refuses: SAME_PERSON where this account wrote the strike down, be it by the act of a line, or got it."""
    me = ctx.viewer.account_id
    given = Event.objects.for_act("maker and approver").filter(noun=Enrolment._meta.label_lower, subject=row.pk, link__actor=me)
    if me and (row.holder.account_id == me or given.filter(changes__contains='"struck_on":[null,').exists()):
        raise SAME_PERSON()
