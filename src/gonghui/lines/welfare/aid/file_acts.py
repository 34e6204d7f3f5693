"""What happens to a household in file: measures, yearly review, lifting out, watching, falling back, closing."""

from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.listing import taken
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal

from . import words
from .acts import inform, let_go
from .models import FileSpell, Household, Measure

NOT_IN_FILE = Refusal(
    "aid.not_in_file",
    _("该户不在档。"),
    because=_("先建档后帮扶"),
    instead=_("临时救助可不在档；其他请先建档。"),
    field="household",
    kind=Kind.CONFLICT,
)
NO_AMOUNT = Refusal("aid.no_amount", _("“{sort}”须填金额。"), field="amount")
WITHOUT_MONEY = Refusal("aid.without_money", _("“{sort}”是服务，不填金额。"), field="amount")
GRANTED = Refusal(
    "aid.granted", _("同一文号下今年已批准过这项帮扶（{number}）。"), instead=_("请核对是否重复。"), field="approval", kind=Kind.CONFLICT
)
PAID = Refusal("aid.paid", _("这项帮扶已列入支付批次“{batch}”。"), instead=_("请先从批次中剔除。"), kind=Kind.CONFLICT)


@act("aid.grant", Measure, label=_("批准帮扶"), past=_("已批准帮扶"), by=UPPER, at="household", icon="redeem", main=True)
def grant(
    ctx, *, household: Annotated[Household, P(_("困难职工档案"))], sort: Annotated[words.Sort, P(_("帮扶方式"))],
    year: Annotated[int, P(_("年度"), least=2000, most=2100)], approval: Annotated[str, P(_("批准文号"), max_length=60)],
    amount: Annotated[Decimal | None, P(_("金额（元）"), least=0, most=10**7)] = None,
):  # fmt: skip
    """
    Grant a help to a household; its money is paid once by a list that names it. Ceilings are a later matter.

    Refuses: NOT_IN_FILE (but for temporary help), NO_AMOUNT, WITHOUT_MONEY, GRANTED.
    """
    household = Household.objects.for_act("one measure once").select_for_update(of=("self",)).select_related("node").get(pk=household.pk)
    if household.state not in (*words.STANDING, "lifted") and sort != words.Sort.TEMPORARY:
        raise NOT_IN_FILE()
    if sort in words.SERVICES and amount:
        raise WITHOUT_MONEY(sort=words.Sort(sort).label)
    if sort not in words.SERVICES and not amount:
        raise NO_AMOUNT(sort=words.Sort(sort).label)
    same = Measure.objects.for_act("one measure once").filter(household=household, sort=sort, year=year, approval=approval).exclude(state="cancelled")
    if known := same.first():
        raise GRANTED(number=known.number)
    measure = ctx.create(
        Measure, household=household, node=household.node, sort=sort, year=year, amount=amount or None, approval=approval, on=ctx.day
    )
    measure.number = f"{household.number}-{year}-{measure.pk}"
    measure.save()
    inform(household, ctx, _("工会已批准对您家的一项帮扶，请在“我的帮扶”查看。"))
    return measure


@act("aid.note_done", Measure, label=_("已落实"), past=_("已登记落实"), by=OFFICERS, icon="done")
def note_done(ctx, measure):
    """The service was given, or the money has reached them."""


@act("aid.cancel_measure", Measure, label=_("取消"), past=_("已取消"), by=UPPER, icon="cancel")
def cancel_measure(ctx, measure, *, why: Annotated[str, WHY]):
    """Take a grant back that nobody has listed for payment. Refuses: PAID."""
    payment = taken((measure._meta.label_lower, measure.pk), "")
    if payment:
        raise PAID(batch=payment.batch)


@act("aid.review", Household, label=_("年度复核"), past=_("已开始复核"), by=UPPER, icon="event_repeat", main=True)
def review(ctx, household):
    """Look at it again, at least once a year."""


@act("aid.keep", Household, label=_("继续在档"), past=_("继续在档"), by=UPPER, icon="check")
def keep_in_file(ctx, household, *, category: Annotated[words.Category, P(_("困难类别"))]):
    """Still in hardship; another category begins a spell of its own."""
    household.reviewed_on = ctx.day
    if category != household.category:
        household.category = category
        end_spell(ctx, household, "")
        ctx.create(FileSpell, household=household, node=household.node, category=category, since=ctx.day)


def end_spell(ctx, household: Household, left: str) -> None:
    spell = FileSpell.objects.for_act("leaving the file").filter(household=household, until=None).first()
    if spell is not None:
        spell.until, spell.left = max(ctx.day, spell.since), left
        spell.save()


@act("aid.lift", Household, label=_("解困脱困"), past=_("已解困脱困"), by=UPPER, icon="trending_up", main=True)
def lift(ctx, household, *, why: Annotated[str, WHY]):
    """Above the line for the whole window; watched for `aid.watch_months` from today."""
    household.left_on = household.reviewed_on = ctx.day
    end_spell(ctx, household, words.Left.LIFTED)
    inform(household, ctx, _("您家已解困脱困，工会将继续关注。"))


@act("aid.relapse", Household, label=_("返困"), past=_("已登记返困"), by=OFFICERS, icon="trending_down")
def relapse(ctx, household, *, why: Annotated[str, WHY]):
    """It has fallen back: looked at anew from the beginning, in the same file."""
    household.relapsed, household.accepted_on = True, None
    household.applied_on, household.filed_on = ctx.day, None


@act("aid.close", Household, label=_("注销"), past=_("已注销"), by=UPPER, icon="archive")
def close(ctx, household, *, why: Annotated[str, WHY]):
    """Withdrawn, died, moved away or left the union."""
    household.left_on = ctx.day
    end_spell(ctx, household, words.Left.CLOSED)
    let_go(household)


@act("aid.revoke", Household, label=_("撤销"), past=_("已撤销"), by=UPPER, apart_from=(CREATING,), icon="gpp_bad")
def revoke(ctx, household, *, why: Annotated[str, WHY]):
    """Filed on false material; what was paid is to be recovered."""
    household.left_on = ctx.day
    end_spell(ctx, household, words.Left.REVOKED)
    let_go(household)
