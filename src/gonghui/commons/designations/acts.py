"""Recording titles, looking at them again, ending them."""

from datetime import date
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Employer, Person, Team
from gonghui.kernel import config
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from . import rules
from .models import Designation, Scheme, key_of
from .reads import schemes_for
from .words import Holder

NO_HOLDER = Refusal("designations.no_holder", _("请选择{holder}，或填写姓名（名称）。"), field="name")
TWO_HOLDERS = Refusal("designations.two_holders", _("只能填一个获奖对象。"), instead=_("其余请另行登记。"), field="name")
WRONG_HOLDER = Refusal("designations.wrong_holder", _("“{scheme}”不授予{holder}。"), field="holder")
ELSEWHERE = Refusal("designations.elsewhere", _("“{scheme}”不适用于该组织。"), instead=_("请选择本级或上级的评选项目。"), field="scheme")
NOT_ISSUER = Refusal(
    "designations.not_issuer",
    _("“{scheme}”由{issuer}授予，须由授予单位登记。"),
    instead=_("请逐级推荐，或联系授予单位。"),
    field="scheme",
    kind=Kind.FORBIDDEN,
)
HELD_ALREADY = Refusal(
    "designations.held_already", _("该对象在同一批次已有此称号。"), instead=_("请核对，不要重复登记。"), kind=Kind.CONFLICT, field="name"
)
IN_FUTURE = Refusal("designations.in_future", _("授予日期不能在将来。"), field="awarded_on")
NEEDS_LOWER = Refusal(
    "designations.needs_lower", _("须先获得“{needs}”。"), because=_("逐级晋级"), instead=_("请先评选下一级称号。"), kind=Kind.CONFLICT
)
NUMBER_TAKEN = Refusal("designations.number_taken", _("该证书编号已用过。"), field="number", kind=Kind.CONFLICT)
EARLIER = Refusal("designations.earlier", _("日期早于授予日期 {day}。"), field="on")

HOLDER = Annotated[Holder, P(_("对象类型"))]
PERSON = Annotated[Person | None, P(_("个人"), help=_("系统内人员"))]
TEAM = Annotated[Team | None, P(_("队伍"))]
UNIT = Annotated[Node | None, P(_("获评工会组织"))]
EMPLOYER = Annotated[Employer | None, P(_("用人单位"))]
NAME = Annotated[str, P(_("姓名（名称）"), help=_("系统内没有登记的对象填这里"), max_length=100)]


def who(holder: str, person, team, unit, employer, name: str) -> dict:
    """The holder as fields. Refuses: NO_HOLDER, TWO_HOLDERS."""
    given = [one for one in (person, team, unit, employer) if one is not None]
    if len(given) > 1 or (given and name):
        raise TWO_HOLDERS()
    if not given and not name.strip():
        raise NO_HOLDER(holder=Holder(holder).label)
    return {"holder": holder, "person": person, "team": team, "unit": unit, "employer": employer, "name": name.strip()}


def award(ctx, *, scheme: Scheme, node: Node, held: dict, awarded_on: date, **more) -> Designation:
    """
    Save a title given to a holder; what nominations and lines call from their own acts.

    Refuses: WRONG_HOLDER, ELSEWHERE, IN_FUTURE, HELD_ALREADY in the same batch, NUMBER_TAKEN, NEEDS_LOWER where the scheme needs
    another title first.
    """
    check_fits(scheme, node, held)
    if awarded_on > ctx.day:
        raise IN_FUTURE()
    Scheme.objects.for_act("one title once").select_for_update(of=("self",), no_key=True).get(pk=scheme.pk)
    key = key_of(*(getattr(held[f], "pk", None) for f in ("person", "team", "unit", "employer")), node.pk, held["name"])
    own = Designation.objects.for_act("one title once").filter(scheme=scheme).exclude(state="mistaken")
    if own.filter(batch=more.get("batch", ""), holder_key=key).exists():
        raise HELD_ALREADY()
    number = more.pop("number", "")
    if number and Designation.objects.for_act("one number once").filter(scheme=scheme, number=number).exists():
        raise NUMBER_TAKEN()
    lower = lower_title(scheme, key, awarded_on)
    if scheme.needs_id and lower is None:
        raise NEEDS_LOWER(needs=scheme.needs)
    ctx.on = awarded_on
    due = rules.months_later(awarded_on, scheme.recheck_months) if scheme.recheck_months else None
    return ctx.create(
        Designation, scheme=scheme, node=node, kind=scheme.kind, tier=scheme.tier, outer=scheme.outer, awarded_on=awarded_on, raises=lower,
        issuer=more.pop("issuer", "") or scheme.issuer, token=get_random_string(20), recheck_due=due, state="standing",
        number=number or next_number(scheme, awarded_on), **held, **more,
    )  # fmt: skip


def check_fits(scheme: Scheme, node: Node, held: dict) -> None:
    """Refuses: WRONG_HOLDER, ELSEWHERE."""
    if not scheme.goes_to(held["holder"]):
        raise WRONG_HOLDER(scheme=scheme, holder=Holder(held["holder"]).label)
    if not scheme.node.covers(node):
        raise ELSEWHERE(scheme=scheme)


def lower_title(scheme: Scheme, key: str, on: date) -> Designation | None:
    """The title the scheme builds on that the holder has on that day."""
    if not scheme.needs_id:
        return None
    rows = Designation.objects.for_act("the lower title").filter(scheme=scheme.needs_id, holder_key=key, awarded_on__lte=on)
    return rows.filter(Q(ended_on=None) | Q(ended_on__gt=on)).exclude(state="mistaken").order_by("-awarded_on").first()


def next_number(scheme: Scheme, on: date) -> str:
    """The next certificate number of a scheme and year, the scheme's own number in it; the caller holds the scheme's row."""
    begins = f"{on.year}-{scheme.pk}-"
    taken = Designation.objects.for_act("numbers").filter(scheme=scheme, number__startswith=begins).values_list("number", flat=True)
    last = max((int(tail) for tail in (number.removeprefix(begins) for number in taken) if tail.isdecimal()), default=0)
    return f"{begins}{last + 1:05d}"


@act("designations.record", Designation, label=_("登记称号"), past=_("已登记称号"), by=OFFICERS, icon="military_tech", main=True)
def record(
    ctx,
    *,
    scheme: Annotated[Scheme, P(_("称号"), pick=schemes_for)],
    node: Annotated[Node, P(_("所在组织"))],
    holder: HOLDER,
    awarded_on: Annotated[date, P(_("授予日期"))],
    person: PERSON = None,
    team: TEAM = None,
    unit: UNIT = None,
    employer: EMPLOYER = None,
    name: NAME = "",
    batch: Annotated[str, P(_("批次"), max_length=40)] = "",
    issuer: Annotated[str, P(_("授予单位"), help=_("不填同评选项目"), max_length=100)] = "",
    document: Annotated[str, P(_("文号"), max_length=60)] = "",
    number: Annotated[str, P(_("证书编号"), max_length=40)] = "",
    until: Annotated[date | None, P(_("有效期至"))] = None,
    doubtful: Annotated[str, P(_("存疑说明"), max_length=200)] = "",
    certificate: Annotated[UploadedFile | None, P(_("证书扫描件"), accept=DOCUMENT)] = None,
):
    """
    Enter a title that has been given. Refuses: NOT_ISSUER where it is a title of ours and one does not sit where it is given, and
    what `award` refuses.
    """
    if not scheme.outer and not ctx.viewer.reach(ctx.act.power).covers(scheme.node.path):
        raise NOT_ISSUER(scheme=scheme, issuer=scheme.issuer)
    row = award(
        ctx, scheme=scheme, node=node, held=who(holder, person, team, unit, employer, name), awarded_on=awarded_on, batch=batch, issuer=issuer,
        document=document, number=number, until=until, doubtful=doubtful,
    )  # fmt: skip
    if certificate:
        keep(ctx, row, certificate, accept=DOCUMENT, field="certificate")
    return row


ON = Annotated[date, P(_("日期"))]
PAPER = Annotated[str, P(_("决定文号"), max_length=60)]


@act("designations.begin_recheck", Designation, label=_("开始复核"), past=_("已开始复核"), by=UPPER, icon="rule")
def begin_recheck(ctx, row):
    """Look whether the title is still deserved."""


@act("designations.pass_recheck", Designation, label=_("复核通过"), past=_("复核已通过"), by=UPPER, icon="check", main=True)
def pass_recheck(ctx, row, *, on: ON):
    """It is; the next look is due after the scheme's months."""
    later_than_award(row, on)
    ctx.on = on
    row.recheck_due = rules.months_later(on, row.scheme.recheck_months) if row.scheme.recheck_months else None


@act("designations.let_rectify", Designation, label=_("限期整改"), past=_("已要求整改"), by=UPPER)
def let_rectify(ctx, row, *, why: Annotated[str, WHY]):
    """It is not yet; the holder has `designations.rectify_months` to mend it."""
    row.recheck_due = rules.months_later(ctx.day, config.value("designations.rectify_months", row.node, ctx.day))


@act("designations.withdraw", Designation, label=_("撤销称号"), past=_("已撤销"), by=UPPER, apart_from=(CREATING,), icon="gavel")
def withdraw(ctx, row, *, on: ON, document: PAPER, why: Annotated[str, WHY]):
    """Take the title away by a decision; what was stays, marked. Refuses: NOT_ISSUER, EARLIER."""
    if not row.outer and not ctx.viewer.reach(ctx.act.power).covers(row.scheme.node.path):
        raise NOT_ISSUER(scheme=row.scheme, issuer=row.issuer, field="__all__")
    later_than_award(row, on)
    row.ended_on, row.ended_by, ctx.on = on, document, on


@act("designations.end", Designation, label=_("终止称号"), past=_("已终止"), by=UPPER)
def end(ctx, row, *, on: ON, why: Annotated[str, WHY]):
    """The title ends without blame: the holder is gone or no longer what it was. Refuses: EARLIER."""
    later_than_award(row, on)
    row.ended_on, ctx.on = on, on


@act("designations.correct", Designation, label=_("登记有误"), past=_("已更正为登记有误"), by=UPPER, icon="undo")
def correct(ctx, row, *, why: Annotated[str, WHY]):
    """It was never given: the entry is a mistake, stays visible and is not counted."""


def later_than_award(row: Designation, on: date) -> None:
    if on < row.awarded_on:
        raise EARLIER(day=row.awarded_on)
