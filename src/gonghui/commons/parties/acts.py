"""What is done to persons, employers and teams."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.access.models import Account
from gonghui.kernel.access.roles import MEMBER, OFFICERS, UPPER
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.pinyin import name_pinyin
from gonghui.kernel.privacy.crypto import blind, new_salt
from gonghui.kernel.privacy.purposes import PURPOSES
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from . import rules
from .models import Consent, Employer, Person, Reveal, Verification
from .words import IdType, Result, Source

config.declare(config.Config("pii.reveal_daily", 50, _("每日可查看个人信息的次数")))

USCC_TAKEN = Refusal("parties.uscc_taken", _("该信用代码已登记为“{name}”。"), instead=_("请直接选用已有单位。"), field="uscc", kind=Kind.CONFLICT)
USCC_OF_UNION = Refusal("parties.uscc_of_union", _("这是工会的代码（81、89 开头），不是用人单位的代码。"), because=_("GB 32100-2015"), field="uscc")
REVEAL_SPENT = Refusal("parties.reveal_spent", _("今天查看次数已达上限 {limit} 次。"), instead=_("请明天再查，或联系安全管理员。"), kind=Kind.BUSY)
NO_SUCH_VALUE = Refusal("parties.no_such_value", _("该项没有登记或已注销。"), kind=Kind.CONFLICT)
STANDING = Refusal("parties.consent_standing", _("已经同意过。"), kind=Kind.CONFLICT)
STILL_NEEDED = Refusal(
    "parties.still_needed",
    _("在会期间办理会籍须处理这些信息。"),
    because=_("《个人信息保护法》第十六条"),
    instead=_("如不再参加工会，请办理退会。"),
    kind=Kind.CONFLICT,
)


def new_person(ctx, *, name: str, id_no: str = "", phone: str = "", household: str = "", account=None) -> Person:
    """Save a person with sealed numbers. The caller has found that there is none yet."""
    pinyin, initials = name_pinyin(name)
    person = Person(
        name=name, pinyin=pinyin, initials=initials, salt=new_salt(), household=household, account=account,
        id_type=IdType.RESIDENT if id_no else IdType.NONE,
    )  # fmt: skip
    set_id(person, id_no)
    set_phone(person, phone)
    person.save()
    return person


def set_id(person: Person, number: str) -> None:
    person.id_no, person.id_hash = number, blind("id", number) if number else None
    if number:
        person.gender, person.birth = rules.gender_of(number), rules.birth_of(number)


def set_phone(person: Person, number: str) -> None:
    person.phone, person.phone_hash = number, blind("phone", number) if number else None


@act("parties.enter_employer", Employer, label=_("登记用人单位"), past=_("已登记用人单位"), by=OFFICERS, icon="domain_add", main=True)
def enter_employer(
    ctx,
    *,
    node: Annotated[Node, P(_("登记组织"))],
    name: Annotated[str, P(_("名称"), max_length=100)],
    uscc: Annotated[str, P(_("统一社会信用代码"), max_length=24)] = "",
    short: Annotated[str, P(_("简称"), max_length=50)] = "",
    industry: Annotated[str, P(_("行业代码"), help=_("GB/T 4754"), max_length=5)] = "",
    ownership: Annotated[str, P(_("经济类型代码"), max_length=3)] = "",
    workers: Annotated[int | None, P(_("职工人数"), least=0, most=3_000_000)] = None,
):
    """Enter an employer once. Refuses: a code that is wrong, a union's, or taken."""
    number = rules.credit_code(uscc) if uscc else None
    if number and number[:2] in ("81", "89"):
        raise USCC_OF_UNION()
    taken = Employer.objects.for_act("uniqueness").filter(uscc=number).first() if number else None
    if taken:
        raise USCC_TAKEN(name=taken.name)
    return ctx.create(
        Employer, node=node, uscc=number, name=name, short=short,
        industry=industry, ownership=ownership, workers=workers, since=ctx.day, division=number[2:8] if number else "",
    )  # fmt: skip


@act("parties.count_workers", Employer, label=_("更新职工人数"), past=_("已更新职工人数"), by=OFFICERS, when=lambda e: e.until is None)
def count_workers(ctx, employer, *, workers: Annotated[int, P(_("职工人数"), least=0, most=3_000_000)]):
    """Note how many people work there now."""
    employer.workers = workers


@act("parties.end_employer", Employer, label=_("注销用人单位"), past=_("已注销用人单位"), by=UPPER, when=lambda e: e.until is None)
def end_employer(ctx, employer, *, on: Annotated[date, P(_("终止日期"))]):
    """The employer ends; its union is reported as standing without an employer until it is dissolved."""
    employer.until = max(on, employer.since)


@act("parties.reveal", Person, label=_("查看完整号码"), past=_("已查看并留痕"), by=OFFICERS, icon="visibility")
def reveal(
    ctx,
    person,
    *,
    field: Annotated[str, P(_("内容"), choices=[("id_no", _("身份证号")), ("phone", _("手机号"))])],
    why: Annotated[str, P(_("用途"), max_length=200)],
):
    """
    Show one sealed value of one person, and leave a trace the person can see.

    Refuses: REVEAL_SPENT above `pii.reveal_daily` a day, NO_SUCH_VALUE. Source: PIPL art 51; handbook 3.
    """
    Account.objects.for_act("daily limit").select_for_update(of=("self",), no_key=True).get(pk=ctx.account.pk)
    node = ctx.account.node or person_node(person)
    limit = config.value("pii.reveal_daily", node, ctx.day)
    start = ctx.at.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    if Reveal.objects.for_act("daily limit").filter(account=ctx.account, at__gte=start).count() >= limit:
        raise REVEAL_SPENT(limit=limit)
    shown = getattr(person, field)
    if not shown:
        raise NO_SUCH_VALUE(field="field")
    ctx.create(Reveal, person=person, account=ctx.account, node=node, field=field, reason=why, at=ctx.at)
    ctx.said = {"value": shown}


def person_node(person: Person) -> Node | None:
    """The node of the newest record the person is seen through."""
    for model, lookup in Person.scope.through:
        row = model.objects.for_act("a person's node").filter(**{lookup: person}).order_by("-pk").first()
        if row is not None:
            return row.node
    return None


@act(
    "parties.verify",
    Person,
    label=_("核验证件"),
    past=_("已核验"),
    by=OFFICERS,
    when=lambda p: p.verified_on is None and p.id_hash is not None,
    icon="verified_user",
)
def verify(ctx, person, *, on: Annotated[date, P(_("核验日期"))]):
    """An officer has seen the ID card: name and number agree."""
    ctx.create(Verification, person=person, source=Source.SIGHTED, result=Result.MATCH, on=on, account=ctx.account, node=person_node(person))
    person.verified_on = on


@act("parties.consent", Person, label=_("同意"), past=_("已同意"), by=(MEMBER,))
def consent(ctx, person, *, purpose: Annotated[str, P(_("目的"), choices=lambda: [(p.slug, p.label) for p in PURPOSES.values()])]):
    """Consent to one purpose. Refuses: STANDING."""
    if Consent.objects.for_act("standing").filter(person=person, purpose=purpose, withdrawn_at=None).exists():
        raise STANDING()
    ctx.create(Consent, person=person, purpose=purpose, version=PURPOSES[purpose].version, channel="portal", given_at=ctx.at)


@act("parties.withdraw_consent", Consent, label=_("撤回同意"), past=_("已撤回"), by=(MEMBER,), when=lambda c: c.withdrawn_at is None)
def withdraw_consent(ctx, consent):
    """Withdraw a consent. Refuses: STILL_NEEDED for what membership cannot do without."""
    if PURPOSES[consent.purpose].needed and consent.person.erased_on is None and person_node(consent.person) is not None:
        raise STILL_NEEDED()
    consent.withdrawn_at = ctx.at
