"""A danger from its finding to its check by another."""

from datetime import date
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Employer
from gonghui.kernel.access.roles import MEMBER, OFFICERS
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.notices.outbox import tell as inform
from gonghui.kernel.tree.models import Node

from . import words
from .models import Hazard

TITLE, PLACE = Annotated[str, P(_("隐患"), max_length=100)], Annotated[str, P(_("部位（地点）"), max_length=100)]
SAYS, ON = Annotated[str, P(_("情况"), long=True, max_length=500)], Annotated[date, P(_("发现日期"))]
PHOTO = Annotated[UploadedFile | None, P(_("照片"), accept=DOCUMENT)]
TO, RECEIPT = Annotated[str, P(_("报告单位"), max_length=60)], Annotated[str, P(_("回执编号"), max_length=60)]
ANY_NODE = Annotated[Node, P(_("所在工会"), pick=lambda rows, viewer: rows.for_act("a worker names the union").filter(tree="org", until=None))]


def new_hazard(ctx, *, photo, **told) -> Hazard:
    """Save a danger. Refuses: IN_FUTURE."""
    if told["found_on"] > ctx.day:
        raise words.IN_FUTURE(day=told["found_on"])
    hazard = ctx.create(Hazard, **told)
    if photo:
        keep(ctx, hazard, photo, accept=DOCUMENT, field="photo")
    return hazard


@act("safety.find", Hazard, label=_("登记隐患"), past=_("已登记"), by=OFFICERS, icon="report_problem", main=True)
def find(
    ctx, *, node: Annotated[Node, P(_("组织"))], title: TITLE, at_place: PLACE, found_on: ON, says: SAYS = "",
    employer: Annotated[Employer | None, P(_("用人单位"))] = None, photo: PHOTO = None,
):  # fmt: skip
    """Enter a danger found in a search. Refuses: IN_FUTURE."""
    return new_hazard(ctx, node=node, title=title, at_place=at_place, found_on=found_on, says=says, employer=employer, photo=photo)


@act("safety.tell", Hazard, label=_("我要报隐患"), past=_("已提交，谢谢"), by=(MEMBER,), icon="add_alert", main=True)
def tell(ctx, *, node: ANY_NODE, title: TITLE, at_place: PLACE, says: SAYS = "", photo: PHOTO = None):
    """A worker tells of a danger on the phone, and sees what becomes of it."""
    return new_hazard(ctx, node=node, title=title, at_place=at_place, found_on=ctx.day, says=says, photo=photo, finder=ctx.account)


@act("safety.grade", Hazard, label=_("定级"), past=_("已定级"), by=OFFICERS, icon="speed", main=True)
def grade(ctx, hazard, *, grade: Annotated[words.Grade, P(_("级别"))], due_on: Annotated[date, P(_("整改期限"))]):
    """Say how grave it is and until when it is put right. Refuses: DUE_PAST."""
    if due_on < ctx.day:
        raise words.DUE_PAST(day=due_on)
    hazard.grade, hazard.due_on = grade, due_on


@act("safety.dismiss", Hazard, label=_("不属隐患"), past=_("已答复"), by=OFFICERS, icon="close")
def dismiss(ctx, hazard, *, why: Annotated[str, WHY]):
    """It is none; whoever told it is told why."""
    hazard.measures = why
    inform(ctx, hazard.finder, _("您报告的隐患经核实不属隐患，请查看说明。"))


@act(
    "safety.report", Hazard, label=_("报告（第一方）"), past=_("已登记报告"), by=OFFICERS, icon="outgoing_mail", main=True, when=lambda h: h.grade == "major",
)  # fmt: skip
def report(ctx, hazard, *, to: TO, receipt: RECEIPT):
    """A major danger is reported to one addressee, with the receipt."""
    hazard.first_to, hazard.first_receipt = to, receipt


@act("safety.report_again", Hazard, label=_("报告（第二方）"), past=_("已完成双报告"), by=OFFICERS, icon="forward_to_inbox", main=True)
def report_again(ctx, hazard, *, to: TO, receipt: RECEIPT):
    """And to another. Refuses: SAME_ADDRESSEE."""
    if to == hazard.first_to:
        raise words.SAME_ADDRESSEE(to=to)
    hazard.second_to, hazard.second_receipt = to, receipt


@act("safety.rectify", Hazard, label=_("登记整改"), past=_("已登记整改，待复查"), by=OFFICERS, icon="build", main=True)
def rectify(ctx, hazard, *, measures: Annotated[str, P(_("整改情况"), long=True, max_length=500)], photo: PHOTO = None):
    """It has been put right, with a photo. Refuses: NOT_REPORTED for a major one without its two reports."""
    if hazard.grade == words.Grade.MAJOR and not hazard.second_to:
        raise words.NOT_REPORTED()
    hazard.measures, hazard.rectified_on = measures, ctx.day
    if photo:
        keep(ctx, hazard, photo, accept=DOCUMENT, field="photo")


@act("safety.send_back", Hazard, label=_("退回整改"), past=_("已退回"), by=OFFICERS, apart_from=("safety.rectify",), icon="undo")
def send_back(ctx, hazard, *, due_on: Annotated[date, P(_("整改期限"))], why: Annotated[str, WHY]):
    """It is not put right. Refuses: DUE_PAST."""
    if due_on < ctx.day:
        raise words.DUE_PAST(day=due_on)
    hazard.due_on, hazard.rectified_on = due_on, None


@act("safety.check", Hazard, label=_("复查销号"), past=_("已复查销号"), by=OFFICERS, apart_from=("safety.rectify",), icon="fact_check", main=True)
def check(ctx, hazard):
    """Another has looked: it is gone."""
    hazard.checked_on = ctx.day
    inform(ctx, hazard.finder, _("您报告的隐患已整改并复查。"))
