"""Being a member: transfer, retention, leaving, the card, corrections."""

from datetime import date, timedelta
from typing import Annotated

from django.utils.crypto import get_random_string
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties import rules as numbers
from gonghui.commons.parties.acts import set_phone
from gonghui.kernel.access.roles import GRASSROOTS, MEMBER, OFFICERS, UPPER
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.pinyin import name_pinyin
from gonghui.lines.organization.orgs.models import Union
from gonghui.lines.organization.orgs.reads import held

from . import reads, words
from .acts import APPROVERS
from .models import Card, Correction, Membership, Spell, Transfer

ONE_DAY = timedelta(days=1)


def end_spell(membership: Membership, last: date) -> Spell | None:
    """End the open spell; one that begins after its last day would be void and goes."""
    spell = Spell.objects.for_act("end").filter(membership=membership, until=None).first()
    if spell is None:
        return None
    if spell.since > last:
        spell.delete()
    else:
        spell.until = last
        spell.save()
    return spell


def cut(ctx, membership: Membership, on: date, **changed) -> Spell:
    """End the open spell the day before `on` and begin another, like it but for `changed`."""
    was = end_spell(membership, on - ONE_DAY)
    values = {"node": membership.node, "retained": was.retained, "new_form": was.new_form} | changed
    return ctx.create(Spell, membership=membership, person=membership.person, since=on, **values)


@act("membership.start_transfer", Membership, label=_("申请会籍接转"), past=_("已申请会籍接转"), by=(MEMBER, *GRASSROOTS), icon="swap_horiz")
def start_transfer(ctx, membership, *, to: Annotated[Union, P(_("转入工会"), pick=lambda rows, viewer: reads.receiving(rows))]):
    """Ask another union to receive the member; seniority goes on. Refuses: SAME_UNION, UNION_CLOSED."""
    if to.pk == membership.union_id:
        raise words.SAME_UNION()
    if not to.live:
        raise words.UNION_CLOSED(union=to, field="to")
    ctx.create(Transfer, node=to.node, membership=membership, origin=membership.union, origin_node=membership.node, to=to, asked_on=ctx.day)


@act("membership.accept_transfer", Transfer, label=_("接收"), past=_("已接收"), by=APPROVERS, icon="check", main=True)
def accept_transfer(ctx, transfer):
    """The target committee receives the member; the old spell ends yesterday, the new one begins today. Refuses: UNION_CLOSED."""
    membership = waiting(transfer)
    if not held(transfer.to).live:
        raise words.UNION_CLOSED(union=transfer.to)
    pass_to(ctx, membership, transfer.to, ctx.day)
    transfer.settled_on = ctx.day
    tell(ctx, membership.person.account, now_("您的会籍已转入“{union}”。").format(union=transfer.to))


def waiting(transfer: Transfer) -> Membership:
    """The membership that waits to be transferred, locked."""
    return Membership.objects.for_act("transfer").select_for_update(of=("self",)).get(pk=transfer.membership_id)


def pass_to(ctx, membership: Membership, union: Union, on: date) -> None:
    membership.union, membership.node, membership.state = union, union.node, words.M.ACTIVE
    membership.save()
    cut(ctx, membership, on, retained=False)


@act("membership.return_transfer", Transfer, label=_("退回接转"), past=_("已退回"), by=APPROVERS, icon="undo")
def return_transfer(ctx, transfer, *, why: Annotated[str, WHY]):
    """The target committee does not receive the member, who stays where they were."""
    membership = waiting(transfer)
    spell = Spell.objects.for_act("transfer").filter(membership=membership, until=None).first()
    membership.state = words.M.RETAINED if spell and spell.retained else words.M.ACTIVE
    membership.save()
    transfer.settled_on = ctx.day
    tell(ctx, membership.person.account, now_("您的会籍接转被退回：{why}").format(why=why))


@act("membership.retain", Membership, label=_("保留会籍"), past=_("已保留会籍"), by=OFFICERS)
def retain(ctx, membership, *, why: Annotated[str, WHY]):
    """Retired, out of work, or the employer is gone: no dues, no vote, not electable. Source: 《工会会员会籍管理办法》."""
    cut(ctx, membership, ctx.day, retained=True)


@act("membership.resume", Membership, label=_("恢复会籍"), past=_("已恢复会籍"), by=OFFICERS, icon="play_arrow")
def resume(ctx, membership, *, why: Annotated[str, WHY]):
    """Employed again where the membership was retained; elsewhere it is transferred. Refuses: UNION_CLOSED."""
    if not membership.union.live:
        raise words.UNION_CLOSED(union=membership.union)
    cut(ctx, membership, ctx.day, retained=False)


@act("membership.leave", Membership, label=_("申请退会"), past=_("已退会"), by=(MEMBER,), icon="logout")
def leave(ctx, membership, *, why: Annotated[str, P(_("原因（可不填）"), long=True, max_length=300)] = ""):
    """A member leaves of their own will; leaving is free."""
    end(ctx, membership, ctx.day)


@act("membership.note_withdrawal", Membership, label=_("登记退会"), past=_("已登记退会"), by=APPROVERS)
def note_withdrawal(ctx, membership, *, on: Annotated[date, P(_("退会日期"))], why: Annotated[str, WHY]):
    """The committee declares a withdrawal asked for on paper."""
    end(ctx, membership, min(on, ctx.day))


def end(ctx, membership: Membership, last: date) -> None:
    """Membership ends; `last` is its last day. The card goes back, and a transfer that waits is over."""
    membership.until = max(last, membership.since)
    ctx.on = membership.until
    end_spell(membership, membership.until)
    for card in Card.objects.for_act("leave").select_for_update(of=("self",)).filter(membership=membership).exclude(state="cancelled"):
        card.state, card.until = words.C.CANCELLED, membership.until
        card.save()
    for transfer in Transfer.objects.for_act("leave").select_for_update(of=("self",)).filter(membership=membership, state="asked"):
        transfer.state, transfer.settled_on = words.TransferState.RETURNED, ctx.day
        transfer.save()


@act("membership.auto_withdraw", Membership, label=_("认定自动退会"), past=_("已认定自动退会"), by=APPROVERS)
def auto_withdraw(ctx, membership, *, since: Annotated[date, P(_("停交会费起始日"))], why: Annotated[str, WHY]):
    """Six months without dues and without taking part, after persuasion; only a committee decides. Refuses: NO_SIX_MONTHS."""
    if (ctx.day - since).days < 182:
        raise words.NO_SIX_MONTHS()
    end(ctx, membership, ctx.day)


@act("membership.expel", Membership, label=_("开除会籍"), past=_("已开除会籍"), by=APPROVERS)
def expel(ctx, membership, *, judgment: Annotated[str, P(_("判决文号"), max_length=60)], why: Annotated[str, WHY]):
    """Serious breach of law with a criminal penalty; the judgment is named. Refuses: NEEDS_JUDGMENT."""
    if not judgment.strip():
        raise words.NEEDS_JUDGMENT()
    end(ctx, membership, ctx.day)


@act("membership.note_death", Membership, label=_("登记亡故"), past=_("已登记"), by=OFFICERS)
def note_death(ctx, membership, *, on: Annotated[date, P(_("日期"))]):
    """The member has died."""
    end(ctx, membership, min(on, ctx.day))


@act("membership.change_form", Membership, label=_("更新新就业形态类别"), past=_("已更新"), by=OFFICERS, when=lambda m: m.live)
def change_form(ctx, membership, *, new_form: Annotated[words.NewForm | None, P(_("新就业形态类别"))] = None):
    """Confirm or end the flag of a new form of employment; it is as it was then in every earlier figure."""
    membership.new_form = new_form or ""
    cut(ctx, membership, ctx.day, new_form=membership.new_form)


@act(
    "membership.request_card",
    Membership,
    label=_("申领会员卡"),
    past=_("已申领会员卡"),
    by=(MEMBER, *GRASSROOTS),
    when=lambda m: m.live,
    icon="badge",
)
def request_card(ctx, membership):
    """Ask for a card. Refuses: CARD_HELD."""
    if Card.objects.for_act("one card").filter(membership=membership).exclude(state="cancelled").exists():
        raise words.CARD_HELD()
    ctx.create(
        Card,
        node=membership.node,
        membership=membership,
        number=f"62{get_random_string(14, '0123456789')}",
        asked_on=ctx.day,
        state=words.C.REQUESTED,
    )


@act("membership.issue_card", Card, label=_("发卡"), past=_("已发卡"), by=OFFICERS, icon="add_card", main=True)
def issue_card(ctx, card):
    """Issue the card to a verified member. Refuses: NOT_VERIFIED."""
    if card.membership.person.verified_on is None:
        raise words.NOT_VERIFIED()
    card.since = ctx.day


@act("membership.report_lost", Card, label=_("挂失"), past=_("已挂失"), by=(MEMBER, *OFFICERS))
def report_lost(ctx, card):
    """The card is lost; its last day was yesterday."""
    card.until = ctx.day - ONE_DAY


@act("membership.cancel_card", Card, label=_("注销"), past=_("已注销"), by=OFFICERS)
def cancel_card(ctx, card):
    """The card is cancelled, and another may be asked for."""
    card.until = card.until or ctx.day - ONE_DAY


@act(
    "membership.ask_correction", Membership, label=_("请求更正信息"), past=_("已提交更正请求"), by=(MEMBER,), when=lambda m: m.live, icon="edit_note"
)
def ask_correction(ctx, membership, *, says: Annotated[str, P(_("哪里有误，应为什么"), long=True, max_length=300)]):
    """Ask for a mistake to be put right; answered within `rights.reply_wd` working days. Source: PIPL art 46."""
    ctx.create(Correction, node=membership.node, membership=membership, says=says, asked_on=ctx.day, state=words.RequestState.FILED)


@act("membership.settle_correction", Correction, label=_("更正"), past=_("已更正"), by=(*GRASSROOTS, *UPPER), icon="check", main=True)
def settle_correction(
    ctx,
    correction,
    *,
    answer: Annotated[str, P(_("答复"), max_length=300)],
    name: Annotated[str, P(_("更正后的姓名"), max_length=60)] = "",
    phone: Annotated[str, P(_("更正后的手机号"), max_length=20)] = "",
):
    """Put it right and say so."""
    person = correction.membership.person
    if name:
        person.name = numbers.person_name(name)
        person.pinyin, person.initials = name_pinyin(person.name)
    if phone:
        set_phone(person, numbers.mobile(phone))
    if name or phone:
        person.save()
    correction.answer, correction.settled_on = answer, ctx.day
    tell(ctx, person.account, now_("您的更正请求已办结，答复见“我的会籍”。"))


@act("membership.refuse_correction", Correction, label=_("不予更正"), past=_("已答复"), by=(*GRASSROOTS, *UPPER))
def refuse_correction(ctx, correction, *, answer: Annotated[str, P(_("理由"), max_length=300)]):
    """Say why it stays as it is."""
    correction.answer, correction.settled_on = answer, ctx.day
    tell(ctx, correction.membership.person.account, now_("您的更正请求未予办理，理由见“我的会籍”。"))
