"""Founding a union, step by step, and its legal person."""

from datetime import date, timedelta
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Employer
from gonghui.commons.parties.rules import credit_code, is_union_code
from gonghui.kernel import config
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.tree import growth
from gonghui.kernel.tree.kinds import KINDS
from gonghui.kernel.tree.models import Node

from . import reads, rules, words
from .models import Change, Coverage, Founding, Union

EVERY_OFFICER = OFFICERS
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


@act("orgs.apply_founding", Founding, label=_("申请建会"), past=_("已提交建会申请"), by=EVERY_OFFICER, icon="add_business", main=True)
def apply_founding(
    ctx,
    *,
    node: Annotated[Node, P(_("上级工会"))],
    kind: Annotated[words.UnionKind, P(_("工会类型"))],
    name: Annotated[str, P(_("工会名称"), max_length=100)],
    employers: Annotated[list[Employer], P(_("用人单位"), help=_("联合基层工会可选多个"))] = (),
    applicant: Annotated[str, P(_("申请人"), max_length=50)] = "",
    members: Annotated[int, P(_("拟发展会员数"), least=1, most=1_000_000)] = 1,
):
    """
    Apply to found a union below `node`.

    Refuses: NOT_UNDER, NO_EMPLOYER, TWO_EMPLOYERS, HAS_UNION, TOO_MANY_TO_SHARE. Source: 《工会法》arts 10-12.
    """
    check_place(kind, node)
    check_employers(kind, employers, members)
    founding = ctx.create(
        Founding, node=node, kind=kind, name=name, applicant=applicant or str(ctx.account or ""), members=members, submitted_on=ctx.day
    )
    founding.employers.add(*employers)
    return founding


def check_place(kind: str, node: Node) -> None:
    if not rules.may_hang(kind, node.kind):
        raise words.NOT_UNDER(kind=KINDS[kind].label, parent=node.name)


def check_employers(kind: str, employers, members: int) -> None:
    if kind in words.NEEDS_ONE_EMPLOYER and len(employers) != 1:
        raise words.NO_EMPLOYER()
    if kind in words.NEEDS_EMPLOYERS and len(employers) < 2:
        raise words.TWO_EMPLOYERS()
    reads.hold_employers(employers)
    for employer in employers:
        union = reads.live_union_of(employer)
        if union:
            raise words.HAS_UNION(employer=employer.name, union=union)
        if kind in words.NEEDS_EMPLOYERS and not rules.may_share_committee(employer.workers or 0):
            raise words.TOO_MANY_TO_SHARE(employer=employer.name, members=employer.workers)


@act(
    "orgs.approve_preparation",
    Founding,
    label=_("批准筹备"),
    past=_("已批准成立筹备组"),
    by=UPPER,
    apart_from=(CREATING, "orgs.resubmit_founding"),
    icon="check",
    main=True,
)
def approve_preparation(ctx, founding, *, document: Annotated[str, P(_("批复文号"), max_length=40)]):
    """The level above approves the preparatory group; not whoever applied."""
    founding.document, founding.approved_on = document, ctx.day


@act("orgs.return_founding", Founding, label=_("退回"), past=_("已退回"), by=UPPER, icon="undo")
def return_founding(ctx, founding, *, why: Annotated[str, WHY]):
    """Return it with a reason."""


@act("orgs.resubmit_founding", Founding, label=_("重新提交"), past=_("已重新提交"), by=EVERY_OFFICER)
def resubmit_founding(ctx, founding, *, members: Annotated[int, P(_("拟发展会员数"), least=1, most=1_000_000)]):
    """Submit it again, corrected."""
    founding.members, founding.submitted_on = members, ctx.day
    check_employers(founding.kind, list(founding.employers.for_act("founding")), members)


@act("orgs.hold_election", Founding, label=_("登记选举"), past=_("已登记选举"), by=EVERY_OFFICER)
def hold_election(
    ctx,
    founding,
    *,
    on: Annotated[date, P(_("选举日期"))],
    chair: Annotated[str, P(_("当选主席"), max_length=50)],
    minutes: Annotated[UploadedFile | None, P(_("会议纪要"), accept=DOCUMENT)] = None,
):
    """The first congress has elected a committee; the result is filed with its minutes. Refuses: EARLIER, IN_FUTURE."""
    if on > ctx.day:
        raise words.IN_FUTURE()
    if on < founding.approved_on:
        raise words.EARLIER(day=founding.approved_on)
    founding.elected_on, founding.chair = on, chair
    if minutes:
        keep(ctx, founding, minutes, accept=DOCUMENT, field="minutes")


@act("orgs.file_result", Founding, label=_("报选举结果"), past=_("已报选举结果"), by=EVERY_OFFICER)
def file_result(ctx, founding):
    """Report the result of the election to the level above."""
    founding.filed_on = ctx.day


@act(
    "orgs.establish",
    Founding,
    label=_("批准成立"),
    past=_("已批准成立"),
    by=UPPER,
    apart_from=("orgs.file_result", CREATING),
    icon="verified",
    main=True,
)
def establish(ctx, founding, *, on: Annotated[date, P(_("成立日期"))]):
    """Approve the result; the union stands from `on`. Refuses: EARLIER, IN_FUTURE, and a clash found meanwhile."""
    if on > ctx.day:
        raise words.IN_FUTURE()
    if on < founding.elected_on:
        raise words.EARLIER(day=founding.elected_on)
    employers = list(founding.employers.for_act("founding"))
    check_employers(founding.kind, employers, founding.members)
    ctx.on = on
    founding.union = stand_up(ctx, parent=founding.node, kind=founding.kind, name=founding.name, on=on, employers=employers, chair=founding.chair)
    founding.union.term_until = rules.term_end(founding.elected_on, config.value("org.term_years", founding.node, founding.elected_on))
    founding.union.save()
    founding.founded_on = on


def stand_up(ctx, *, parent: Node, kind: str, name: str, on: date, employers=(), chair: str = "", code: str = "") -> Union:
    """Plant the node of a union and everything that makes it one. Refuses: CODE_KNOWN and what the tree refuses."""
    parent = parent and growth.growing(parent)  # whoever founds beside it draws the next code after this one
    if code and Node.objects.for_act("uniqueness").filter(code=code).exists():
        raise words.CODE_KNOWN(code=code)
    node = growth.plant(code=code or reads.next_code(parent), name=name, kind=kind, parent=parent, on=on)
    union = Union(node=node, founded_on=on, chair=chair, joining_code=get_random_string(8, LETTERS))
    union.save()
    for employer in employers:
        Coverage(node=node, union=union, employer=employer, since=on).save()
    Change(node=node, what=Change.What.FOUNDED, on=on, became=name).save()
    return union


@act("orgs.appoint", Union, label=_("设立联合会或派出机构"), past=_("已设立"), by=UPPER, icon="account_tree")
def appoint(
    ctx,
    *,
    node: Annotated[Node, P(_("上级工会"))],
    kind: Annotated[str, P(_("类型"), choices=lambda: [(k.slug, k.label) for k in KINDS.values() if not {"national", "province"} & {k.slug}])],
    name: Annotated[str, P(_("名称"), max_length=100)],
    on: Annotated[date, P(_("设立日期"))],
    code: Annotated[str, P(_("组织编码"), max_length=32)] = "",
):
    """Let a federation, town union, outpost, institution or inner unit stand by decision of the level above. Refuses: NOT_UNDER."""
    check_place(kind, node)
    if code and not code.replace("-", "").isalnum():
        raise words.CODE_SHAPE()
    ctx.on = on
    return stand_up(ctx, parent=node, kind=kind, name=name, on=on, code=code)


@act("orgs.register_legal_person", Union, label=_("登记法人资格"), past=_("已登记法人资格"), by=UPPER, icon="gavel")
def register_legal_person(
    ctx,
    union,
    *,
    uscc: Annotated[str, P(_("工会统一社会信用代码"), max_length=24)],
    certificate: Annotated[str, P(_("法人证书号"), max_length=40)],
    on: Annotated[date, P(_("发证日期"))],
    valid_until: Annotated[date, P(_("有效期至"))],
):
    """Register the union as a legal person. Refuses: EMPLOYER_CODE, CODE_TAKEN, CERTIFICATE_TERM, PAST_TERM."""
    union.uscc = own_code(union, uscc)
    hold_certificate(union, certificate, on, valid_until)


def hold_certificate(union: Union, number: str, on: date, valid_until: date) -> None:
    years = rules.certificate_years(on, valid_until)
    if not 3 <= years <= 5:
        raise words.CERTIFICATE_TERM(years=years)
    if union.term_until and valid_until > union.term_until:
        raise words.PAST_TERM(day=union.term_until)
    union.certificate, union.valid_until, union.changed_on = number, valid_until, None


@act("orgs.renew_certificate", Union, label=_("换领法人证书"), past=_("已换领法人证书"), by=UPPER, icon="autorenew")
def renew_certificate(
    ctx,
    union,
    *,
    certificate: Annotated[str, P(_("法人证书号"), max_length=40)],
    on: Annotated[date, P(_("发证日期"))],
    valid_until: Annotated[date, P(_("有效期至"))],
):
    """Renew the certificate, in the last `org.lp_renew_before_days` days or late. Refuses: TOO_EARLY, CERTIFICATE_TERM, PAST_TERM."""
    days = config.value("org.lp_renew_before_days", union.node, ctx.day)
    first = union.valid_until - timedelta(days=days)
    if ctx.day < first:
        raise words.TOO_EARLY(day=union.valid_until, days=days, first=first)
    hold_certificate(union, certificate, on, valid_until)


@act(
    "orgs.register_change",
    Union,
    label=_("登记法人变更"),
    past=_("已登记法人变更"),
    by=UPPER,
    when=lambda u: u.changed_on is not None,
    icon="published_with_changes",
)
def register_change(ctx, union, *, certificate: Annotated[str, P(_("换发的证书号"), help=_("未换证的不填"), max_length=40)] = ""):
    """Register the new name or legal representative of a legal person. Source: 总工办发〔2020〕20号."""
    union.certificate, union.changed_on = certificate or union.certificate, None


def own_code(union: Union, text: str) -> str:
    number = credit_code(text)
    if not is_union_code(number):
        raise words.EMPLOYER_CODE()
    taken = Union.objects.for_act("uniqueness").filter(uscc=number).exclude(pk=union.pk).select_related("node").first()
    if taken:
        raise words.CODE_TAKEN(union=taken)
    return number
