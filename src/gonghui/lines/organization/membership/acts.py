"""Joining: apply, register, approve, reject, cancel."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties import rules as numbers
from gonghui.commons.parties.acts import new_person, set_id, set_phone
from gonghui.commons.parties.models import Consent, Employer, Person
from gonghui.commons.parties.reads import person_by_id
from gonghui.kernel import config
from gonghui.kernel.access.roles import GRASSROOTS, MEMBER, OFFICERS, UPPER
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.privacy.purposes import PURPOSES
from gonghui.lines.organization.orgs.models import Union
from gonghui.lines.organization.orgs.reads import held

from . import reads, rules, words
from .models import Membership, Spell

NAME = Annotated[str, P(_("姓名"), help=_("与身份证一致"), max_length=60)]
ID_NO = Annotated[str, P(_("身份证号"), max_length=40)]


@act("membership.apply", Membership, label=_("申请入会"), past=_("已提交入会申请"), by=(MEMBER,), at="union", icon="how_to_reg")
def apply(
    ctx,
    *,
    name: NAME,
    id_no: ID_NO,
    union: Annotated[Union, P(_("工会"), pick=lambda rows, viewer: reads.receiving(rows))],
    employment: Annotated[words.Employment, P(_("就业形态"))] = words.Employment.CONTRACT,
    new_form: Annotated[words.NewForm | None, P(_("新就业形态类别"))] = None,
    agree: Annotated[bool, P(_("我已阅读并同意《入会个人信息告知书》"))] = False,
    agree_register: Annotated[bool, P(_("同意与公安人口信息比对"))] = False,
    agree_benefits: Annotated[bool, P(_("同意接收普惠服务消息"))] = False,
):
    """
    A worker applies for themselves, with the phone confirmed at sign-in.

    Refuses: what `id_number` and `person_name` refuse, NEEDED, TOO_YOUNG, HAS_LIVE, HAS_OPEN,
    NOT_YOUR_PHONE, OTHER_NAME, UNION_CLOSED.
    """
    if not agree:
        raise words.NEEDED()
    name, number = numbers.person_name(name), checked_id(ctx, id_no, union)
    person = person_by_id(number)
    own = Person.objects.for_act("own person").filter(account=ctx.account).first()
    if person is not None:
        if person.account_id not in (None, ctx.viewer.account_id) or (own is not None and own.pk != person.pk):
            raise words.NOT_YOUR_PHONE()
        if person.account_id is None and person.phone_hash and person.phone_hash != ctx.account.phone_hash:
            raise words.NOT_YOUR_PHONE()
        if person.name != name:
            raise words.OTHER_NAME()
        refuse_second(person, words.HAS_LIVE, words.HAS_OPEN)
    elif own is not None:
        person = own
        refuse_second(person, words.HAS_LIVE, words.HAS_OPEN)
        if own.id_hash:
            raise words.NOT_YOUR_PHONE()
    person = person or new_person(ctx, name=name, id_no=number, account=ctx.account)
    if person.id_hash is None:
        set_id(person, number)
    person.account = ctx.account
    if not person.phone_hash:
        set_phone(person, reads.phone_of(ctx.account))
    person.save()
    for slug, given in (("membership", True), ("register", agree_register), ("benefits", agree_benefits)):
        if given and not Consent.objects.for_act("standing").filter(person=person, purpose=slug, withdrawn_at=None).exists():
            ctx.create(Consent, person=person, purpose=slug, version=PURPOSES[slug].version, channel="portal", given_at=ctx.at)
    return begin(ctx, person, union, employment=employment, new_form=new_form, channel="portal")


@act("membership.register", Membership, label=_("代为登记入会"), past=_("已登记，待审批"), by=OFFICERS, at="union", icon="person_add", main=True)
def register(
    ctx,
    *,
    union: Annotated[Union, P(_("工会"))],
    name: NAME,
    id_no: Annotated[str, P(_("身份证号"), help=_("没有证件的先空着，列为未实名"), max_length=40)] = "",
    phone: Annotated[str, P(_("手机号"), max_length=20)] = "",
    employment: Annotated[words.Employment, P(_("就业形态"))] = words.Employment.CONTRACT,
    new_form: Annotated[words.NewForm | None, P(_("新就业形态类别"))] = None,
    employer: Annotated[Employer | None, P(_("工作单位"))] = None,
):
    """An officer enters a paper application. Without an ID number the person stays unverified. Refuses as `apply`."""
    name = numbers.person_name(name)
    number = checked_id(ctx, id_no, union) if id_no else ""
    phone = numbers.mobile(phone) if phone else ""
    person = person_by_id(number) if number else None
    if person is not None:
        if person.name != name:
            raise words.OTHER_NAME()
        refuse_second(person, words.THEIRS_LIVE, words.THEIRS_LIVE)
    person = person or new_person(ctx, name=name, id_no=number, phone=phone)
    return begin(ctx, person, union, employment=employment, new_form=new_form, employer=employer, channel="office")


def checked_id(ctx, text: str, union: Union) -> str:
    number = numbers.id_number(text, ctx.day)
    least = config.value("member.min_age", union.node, ctx.day)
    age = numbers.age_on(numbers.birth_of(number), ctx.day)
    if age < least:
        raise words.TOO_YOUNG(age=least)
    if age > rules.OLDEST:
        raise words.TOO_OLD(age=age)
    return number


def refuse_second(person: Person, live, applied) -> None:
    """One person, one open membership, anywhere in the federation."""
    open_one = Membership.objects.for_act("one live membership").filter(person=person, state__in=words.OPEN).select_related("union__node").first()
    if open_one is not None:
        raise (live if open_one.live else applied)(union=open_one.union)


def begin(ctx, person, union, *, employment, new_form=None, employer=None, channel) -> Membership:
    union = held(union)
    if not union.live:
        raise words.UNION_CLOSED(union=union)
    return ctx.create(
        Membership, person=person, union=union, node=union.node, applied_on=ctx.day, channel=channel,
        employment=employment or "", new_form=new_form or "", employer=employer,
    )  # fmt: skip


APPROVERS = ("grassroots_chair", *UPPER)


@act("membership.approve", Membership, label=_("批准入会"), past=_("已批准入会"), by=APPROVERS, apart_from=(CREATING,), icon="check", main=True)
def approve(ctx, membership):
    """The committee approves; membership begins today. Not by whoever entered it. Source: 《工会会员会籍管理办法》."""
    if not held(membership.union).live:
        raise words.UNION_CLOSED(union=membership.union)
    admit(ctx, membership, ctx.day)


def admit(ctx, membership: Membership, on: date) -> Spell:
    """Let a membership begin: number, first day, first spell, a word to the member."""
    membership.since, membership.number = on, rules.member_number(membership.pk)
    ctx.on = on
    tell(ctx, membership.person.account, now_("您已成为“{union}”的会员。").format(union=membership.union))
    return ctx.create(Spell, membership=membership, person=membership.person, node=membership.node, since=on, new_form=membership.new_form)


@act(
    "membership.approve_many", Membership, label=_("批量批准"), past=_("已批量批准"), by=APPROVERS, apart_from=(CREATING,), bulk=True, icon="done_all"
)
def approve_many(ctx, memberships):
    """Approve a list: every row or none, in set statements."""
    rows = list(memberships.select_related("union__node", "person__account", "node"))
    for union in sorted({m.union for m in rows}, key=lambda u: u.pk):
        if not held(union).live:
            raise words.UNION_CLOSED(union=union)
    for membership in rows:
        membership.since, membership.number, membership.state = ctx.day, rules.member_number(membership.pk), words.M.ACTIVE
    Membership.objects.for_act("approve").bulk_update(rows, ["since", "number", "state"], batch_size=500)
    spells = [Spell(membership=m, person=m.person, node=m.node, slot=m.node.slot, since=ctx.day, new_form=m.new_form) for m in rows]
    Spell.objects.for_act("approve").bulk_create(spells, batch_size=500)
    day = ctx.day.isoformat()
    ctx.note_many(Membership, [(m.pk, m.node_id, "applied", "active", {"state": ["applied", "active"], "since": [None, day]}) for m in rows])
    ctx.note_many(Spell, [(s.pk, s.node_id, "", "", {"since": [None, day]}) for s in spells])
    for membership in rows:
        tell(ctx, membership.person.account, now_("您已成为“{union}”的会员。").format(union=membership.union))


@act("membership.reject", Membership, label=_("不予批准"), past=_("已答复不予批准"), by=APPROVERS, apart_from=(CREATING,), icon="close")
def reject(ctx, membership, *, why: Annotated[str, WHY]):
    """Say no, with a reason the applicant reads."""
    membership.until = None
    tell(ctx, membership.person.account, now_("您的入会申请未获批准：{why}").format(why=why))


@act("membership.cancel", Membership, label=_("撤回申请"), past=_("已撤回申请"), by=(MEMBER, *GRASSROOTS))
def cancel(ctx, membership):
    """Take an application back before it is decided."""
