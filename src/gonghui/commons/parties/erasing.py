"""Erasing a person 删除个人信息: asked for by the person, decided above the grassroots, done once."""

from typing import Annotated

from django.db.models import Q
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.models import Account, PhoneCode, Token
from gonghui.kernel.access.roles import MEMBER, UPPER
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.notices.models import Message
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.refusal import Kind, Refusal

from . import hooks, words
from .acts import person_node
from .models import Erasure, Person

ART_47 = _("《个人信息保护法》第四十七条")
ASKED = Refusal("parties.erasure_asked", _("已经提交过删除请求，正在办理。"), because=ART_47, instead=_("请等待答复。"), kind=Kind.CONFLICT)
NOWHERE = Refusal("parties.erasure_nowhere", _("没有受理组织。"), because=ART_47, instead=_("请到工会窗口提出。"), kind=Kind.CONFLICT)


@act(
    "parties.ask_erasure", Person, label=_("请求删除个人信息"), past=_("已提交删除请求，办结后本账号同时注销"), by=(MEMBER,),
    when=lambda p: p.erased_on is None, icon="person_remove",
)  # fmt: skip
def ask_erasure(ctx, person):
    """
    Ask for one's data to be erased; answered within `rights.reply_wd` working days. Source: PIPL arts 47, 50.

    Refuses: what lines refuse while the data are needed (`hooks.before_erasing`), ASKED, NOWHERE.
    """
    _refuse_while_needed(ctx, person)
    if Erasure.objects.for_act("one open request").filter(person=person, state=words.Request.FILED).exists():
        raise ASKED()
    node = person_node(person)
    if node is None:
        raise NOWHERE()
    ctx.create(Erasure, node=node, person=person, asked_on=ctx.day)


@act("parties.erase", Person, label=_("删除个人信息"), past=_("已删除个人信息"), by=UPPER, when=lambda p: p.erased_on is None, icon="person_remove")
def erase(ctx, person, *, why: Annotated[str, WHY]):
    """
    Destroy the key of the sealed fields, blank what a person is found by, close the account. Cannot be undone.

    What was counted stays counted: memberships, their days and the verification stand without a name; so do
    looks, consents and the chains. Refuses: what `hooks.before_erasing` refuses. Source: PIPL art 47.
    """
    _refuse_while_needed(ctx, person)
    for blank in hooks.on_erasing:
        blank(ctx, person)
    for request in Erasure.objects.for_act("answered by erasing").filter(person=person, state=words.Request.FILED):
        _settle(ctx, request, "parties.erase")
    _close_account(ctx, person)
    person.name = person.pinyin = person.initials = ""
    person.salt = person.id_no = person.phone = b""
    person.id_hash = person.phone_hash = person.birth = person.account = None
    person.erased_on = ctx.day


@act("parties.agree_erasure", Erasure, label=_("同意删除"), past=_("已删除个人信息"), by=UPPER, icon="check", main=True)
def agree_erasure(ctx, request, *, why: Annotated[str, WHY]):
    """Erase the person who asked. Refuses as `erase`."""
    person = Person.objects.for_act("lock").select_for_update(of=("self",)).get(pk=request.person_id)
    request.settled_on = ctx.day
    erase.run(ctx, person, why=why)
    person.save()


@act("parties.refuse_erasure", Erasure, label=_("不予删除"), past=_("已答复"), by=UPPER, icon="close")
def refuse_erasure(ctx, request, *, answer: Annotated[str, P(_("理由"), help=_("写明依据，如法定保存期限"), max_length=300)]):
    """Say why the data stay, e.g. a term of keeping that a law sets."""
    request.answer, request.settled_on = answer, ctx.day
    tell(ctx, request.person.account, now_("您的删除请求未予办理，理由见“删除请求”。"))


def _refuse_while_needed(ctx, person: Person) -> None:
    for refuse in hooks.before_erasing:
        refuse(ctx, person)


def _settle(ctx, request: Erasure, by: str) -> None:
    request.state, request.settled_on = words.ERASURE.step(request.state, by).to, ctx.day
    request.save()


def _close_account(ctx, person: Person) -> None:
    """Messages and the way in by phone go; an account that holds a post stays, without the phone."""
    account, theirs = person.account, Q(pk=None)
    if account is not None:
        theirs = Q(account=account) | Q(to_hash=account.phone_hash, to_hash__isnull=False)
        Token.objects.filter(account=account).delete()
        if not Viewer(account).in_office:
            account.name, account.is_active, account.sessions_from = "", False, ctx.at
        PhoneCode.objects.filter(phone_hash=account.phone_hash).delete()
        account.phone_hash = None
        account.save()
    if person.phone_hash and not _shared(person):
        theirs |= Q(to_hash=person.phone_hash)
    for message in Message.objects.for_act("to the person").filter(theirs):
        message.delete()


def _shared(person: Person) -> bool:
    """Tell whether a relative uses the same phone, whose messages stay."""
    others = Person.objects.for_act("who shares the phone").filter(phone_hash=person.phone_hash).exclude(pk=person.pk)
    accounts = Account.objects.for_act("who shares the phone").filter(phone_hash=person.phone_hash).exclude(pk=person.account_id)
    return others.exists() or accounts.exists()
