"""Applying, looking at a household, and taking it into the file."""

from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties import rules
from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER, OFFICERS, UPPER
from gonghui.kernel.evidence.files import DOCUMENT, PHOTO, keep
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.notices.posting import put_up, see_it_over
from gonghui.kernel.privacy.crypto import blind, new_salt
from gonghui.kernel.refusal import NOT_FOUND, Kind, Refusal
from gonghui.kernel.tree.models import Node

from . import words
from .models import FileSpell, Household, HouseholdMember
from .words import Relation

OTHER_FILE = Refusal(
    "aid.other_file",
    _("此人已在档案“{number}”中。"),
    because=_("一户一档，一人只在一个档案"),
    instead=_("请在原档案办理。"),
    field="id_no",
    kind=Kind.CONFLICT,
)
NOT_AGREED = Refusal("aid.not_agreed", _("须全家签署经济状况核对授权后才能申请。"), instead=_("请阅读并勾选授权。"), field="agree")
NOT_SIGNED = Refusal("aid.not_signed", _("没有全家签名的授权书。"), instead=_("请上传授权书。"), field="paper")
TOO_MANY = Refusal("aid.too_many", _("家庭人口为 {size} 人，成员已登记满。"), instead=_("请先更正家庭人口。"), kind=Kind.CONFLICT)

CHAIRS = ("grassroots_chair", *UPPER)
SIZE = Annotated[int, P(_("家庭人口"), least=1, most=30)]
CAUSE = Annotated[words.Cause, P(_("主要致困原因"))]
SAYS = Annotated[str, P(_("家庭情况"), help=_("收入、支出、患病、就学等"), long=True, max_length=2000)]
NAME = Annotated[str, P(_("职工姓名"), max_length=50)]
ID_NO = Annotated[str, P(_("身份证号"), max_length=24)]
PHONE = Annotated[str, P(_("联系电话"), max_length=20)]
PAPER = Annotated[UploadedFile | None, P(_("核对授权书"), help=_("全家签名"), accept=DOCUMENT)]


def refuse_other_file(id_hash: bytes) -> None:
    """Refuses: OTHER_FILE."""
    other = HouseholdMember.objects.for_act("one person in one file").filter(id_hash=id_hash, live=True).select_related("household").first()
    if other is not None:
        raise OTHER_FILE(number=other.household.number)


def open_file(ctx, node, name, id_no, phone, size, cause, says, paper, account=None) -> Household:
    """Save a file with its head. Refuses: a wrong name or number, OTHER_FILE."""
    number = rules.id_number(id_no, ctx.day)
    name, phone, digest = rules.person_name(name), rules.mobile(phone) if phone else "", blind("id", number)
    refuse_other_file(digest)
    household = ctx.create(
        Household,
        node=node,
        name=name,
        id_no=number,
        phone=phone,
        salt=new_salt(),
        size=size,
        cause=cause,
        says=says,
        applied_on=ctx.day,
        account=account,
    )
    household.number = f"{node.code}-K{household.pk}"
    household.save()
    ctx.create(HouseholdMember, household=household, relation=Relation.HEAD, name=name, id_hash=digest)
    if paper:
        keep(ctx, household, paper, accept=DOCUMENT, field="paper")
    return household


@act("aid.apply", Household, label=_("申请困难帮扶"), past=_("已提交申请"), by=(MEMBER,), icon="volunteer_activism", main=True)
def apply(
    ctx, *, node: Annotated[Node, P(_("所在工会"), pick=lambda rows, viewer: rows.for_act("a worker names the union").filter(until=None))],
    name: NAME, id_no: ID_NO, size: SIZE, cause: CAUSE, says: SAYS, agree: Annotated[bool, P(_("我和家人同意核对家庭经济状况"))], phone: PHONE = "",
    paper: PAPER = None,
):  # fmt: skip
    """Apply oneself. Refuses: NOT_AGREED, OTHER_FILE. Source: handbook A1 (check on written authorisation)."""
    if not agree:
        raise NOT_AGREED()
    return open_file(ctx, node, name, id_no, phone, size, cause, says, paper, ctx.account)


@act("aid.enter", Household, label=_("代为申请"), past=_("已代为申请"), by=OFFICERS, icon="person_add", main=True)
def enter(
    ctx, *, node: Annotated[Node, P(_("所在工会"))], name: NAME, id_no: ID_NO, size: SIZE, cause: CAUSE, says: SAYS, paper: PAPER = None, phone: PHONE = "",
):  # fmt: skip
    """Found by a helper, with the signed authorisation. Refuses: NOT_SIGNED, OTHER_FILE."""
    if paper is None:
        raise NOT_SIGNED()
    return open_file(ctx, node, name, id_no, phone, size, cause, says, paper)


@act("aid.add_member", Household, label=_("登记家庭成员"), past=_("已登记成员"), by=OFFICERS, icon="group_add", when=lambda h: h.state in words.OPEN)
def add_member(ctx, household, *, relation: Annotated[Relation, P(_("关系"))], name: Annotated[str, P(_("姓名"), max_length=50)], id_no: ID_NO):
    """Enter somebody who lives there. Refuses: OTHER_FILE, TOO_MANY."""
    number = rules.id_number(id_no, ctx.day)
    refuse_other_file(blind("id", number))
    if HouseholdMember.objects.for_act("size").filter(household=household, live=True).count() >= household.size:
        raise TOO_MANY(size=household.size)
    ctx.create(HouseholdMember, household=household, relation=relation, name=rules.person_name(name), id_hash=blind("id", number))


def inform(household: Household, ctx, text) -> None:
    tell(ctx, household.account, text)


@act("aid.ask_supplement", Household, label=_("要求补正"), past=_("已告知补正"), by=OFFICERS, icon="edit_note")
def ask_supplement(ctx, household, *, why: Annotated[str, WHY]):
    """Ask for what is missing."""
    inform(household, ctx, _("您的困难帮扶申请需要补充材料：{why}").format(why=why))


@act("aid.supplement", Household, label=_("补充材料"), past=_("已补充"), by=(MEMBER,), icon="upload_file", main=True)
def supplement(ctx, household, *, paper: Annotated[UploadedFile, P(_("材料"), accept=DOCUMENT)], says: SAYS = ""):
    """Add what was asked for; one's own only."""
    if household.account_id is None or household.account_id != ctx.viewer.account_id:
        raise NOT_FOUND()
    household.says = says or household.says
    keep(ctx, household, paper, accept=DOCUMENT, field="paper")


@act("aid.accept", Household, label=_("受理"), past=_("已受理"), by=OFFICERS, icon="check", main=True)
def accept(ctx, household):
    """The papers are complete."""
    household.accepted_on = ctx.day
    inform(household, ctx, _("您的困难帮扶申请已受理，工会将入户了解情况。"))


@act("aid.visit", Household, label=_("登记入户"), past=_("已登记入户"), by=OFFICERS, icon="home", main=True)
def visit(
    ctx, household, *, beside: Annotated[str, P(_("另一入户人员"), max_length=50)], photo: Annotated[UploadedFile, P(_("入户照片"), accept=PHOTO)],
    says: Annotated[str, P(_("入户情况"), long=True, max_length=2000)] = "",
):  # fmt: skip
    """Two people have been there, with a photo; whoever visits does not approve."""
    household.visited_on, household.visitors = ctx.day, "、".join(filter(None, (str(ctx.account or ""), beside)))[:60]
    if says:
        household.says = f"{household.says or ''}\n{says}"[:4000]
    keep(ctx, household, photo, accept=PHOTO, field="photo")


@act("aid.send_up", Household, label=_("上报县级"), past=_("已上报"), by=CHAIRS, icon="upload", main=True)
def send_up(ctx, household):
    """The union sends the file to the county aid centre."""


@act("aid.ask_check", Household, label=_("发起经济核对"), past=_("已发起核对"), by=UPPER, icon="manage_search", main=True)
def ask_check(ctx, household):
    """Civil affairs compares the household's economy, on its authorisation."""


@act("aid.assess", Household, label=_("认定类别"), past=_("已认定"), by=UPPER, icon="rule", main=True)
def assess(
    ctx, household, *, category: Annotated[words.Category, P(_("困难类别"))],
    basis: Annotated[str, P(_("认定依据"), help=_("核对结果、人均收入与刚性支出"), long=True, max_length=1000)],
):  # fmt: skip
    """Say which hardship it is, on the result of the comparison."""
    household.category, household.basis, household.assessed_on = category, basis, ctx.day


@act("aid.give_notice", Household, label=_("公示"), past=_("已公示"), by=OFFICERS, icon="campaign", main=True)
def give_notice(ctx, household, *, phone: Annotated[str, P(_("受理电话"), max_length=30)]):
    """Post it at the unit for `aid.notice_wd` working days, without name, illness or child. Source: handbook A5, A7."""
    days = config.value("aid.notice_wd", household.node, ctx.day)
    text = _("{name}（家庭人口 {size} 人）拟列为{category}，现予公示。").format(
        name=household.name_masked, size=household.size, category=words.Category(household.category).label
    )
    put_up(ctx, node=household.node, title=_("困难职工建档公示"), text=text, phone=phone, days=days, about=household)


@act("aid.put_in_file", Household, label=_("批准建档"), past=_("已建档"), by=UPPER, apart_from=("aid.visit", CREATING), icon="task_alt", main=True)
def put_in_file(ctx, household):
    """In file, when the notice is over without an open objection; not by who found or visited it. Refuses: what `see_it_over` refuses."""
    see_it_over(ctx, household)
    household.filed_on = household.reviewed_on = ctx.day
    household.left_on = None
    ctx.create(FileSpell, household=household, node=household.node, category=household.category, since=ctx.day)
    inform(household, ctx, _("您的困难职工档案已建立。"))


@act("aid.reject", Household, label=_("不予建档"), past=_("已告知不予建档"), by=CHAIRS, icon="block")
def reject(ctx, household, *, why: Annotated[str, WHY]):
    """Not taken into the file, with a reason its people read; they may apply again."""
    household.left_on = ctx.day
    let_go(household)
    inform(household, ctx, _("您的困难帮扶申请未予建档：{why}").format(why=why))


def let_go(household: Household) -> None:
    """Its people may be in another file."""
    for member in HouseholdMember.objects.for_act("the file is closed").filter(household=household, live=True).order_by("pk"):
        member.live = False
        member.save()
