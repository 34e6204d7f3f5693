"""Proposing, consenting, appointing, hiring; sending cadres to the grassroots and hearing from them."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.words import OPEN
from gonghui.kernel.access.roles import MEMBER, OFFICERS, UPPER
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.tree.models import Node

from . import words
from .models import Appointment, Diary, Month, Secondment

ON = Annotated[date, P(_("日期"))]
QUOTA = Annotated[
    PlanItem | None, P(_("名额（社会化工会工作者必填）"), pick=lambda rows, viewer: rows.within(viewer).filter(kind=words.QUOTA, state__in=OPEN))
]
GRADE = Annotated[words.Grade, P(_("考核等次"))]


def past(ctx, on: date, first: date) -> None:
    """Refuses: IN_FUTURE, DAYS."""
    if on > ctx.day:
        raise words.IN_FUTURE(day=on)
    if on < first:
        raise words.DAYS(day=first, field="on")
    ctx.on = on


@act("cadres.propose", Appointment, label=_("提名任职"), past=_("已提名"), by=OFFICERS, icon="person_add", main=True)
def propose(
    ctx, *, node: Annotated[Node, P(_("任职单位"))], person: Annotated[Person, P(_("姓名"))], post: Annotated[str, P(_("职务（岗位）"), max_length=60)],
    sort: Annotated[words.Sort, P(_("任职方式"))], plan: QUOTA = None,
):  # fmt: skip
    """Propose somebody for a post; one who is hired is hired under a quota. Refuses: HOLDS, NO_QUOTA."""
    live = Appointment.objects.for_act("one post once").filter(state__in=(words.A.PROPOSED, words.A.CONSENTED, words.A.IN_POST))
    if live.filter(node=node, person=person, post=post).exists():
        raise words.HOLDS(person=person, node=node, post=post)
    if sort == words.Sort.HIRED:
        locked = PlanItem.objects.for_act("a quota").select_for_update(of=("self",)).filter(pk=getattr(plan, "pk", None)).first()
        hired, target = live.filter(plan=locked).count() if locked else 0, (locked and locked.target) or 0
        if hired >= target:
            raise words.NO_QUOTA(target=target, hired=hired)
    return ctx.create(Appointment, node=node, person=person, post=post, sort=sort, plan=plan, proposed_on=ctx.day)


@act("cadres.consent", Appointment, label=_("上级工会同意"), past=_("已复函同意"), by=UPPER, apart_from=(CREATING,), icon="check", main=True)
def consent(ctx, appointment, *, document: Annotated[str, P(_("复函文号"), max_length=60)]):
    """The union above, asked by the party organisation that manages the post with it, agrees."""
    appointment.consent = document


@act("cadres.object", Appointment, label=_("上级工会不同意"), past=_("已复函"), by=UPPER, apart_from=(CREATING,), icon="close")
def object_(ctx, appointment, *, why: Annotated[str, WHY]):
    """The union above does not agree; another is to be proposed."""


@act("cadres.appoint", Appointment, label=_("任命（聘用）"), past=_("已任命"), by=OFFICERS, icon="badge", main=True)
def appoint(ctx, appointment, *, on: ON, until: Annotated[date | None, P(_("合同到期日期"), help=_("聘用的填"))] = None):
    """In post from a day on. Refuses: IN_FUTURE, DAYS."""
    past(ctx, on, appointment.proposed_on)
    if until is not None and until < on:
        raise words.DAYS(day=on)
    appointment.since, appointment.until = on, until


@act("cadres.assess", Appointment, label=_("考核"), past=_("已考核"), by=UPPER, apart_from=("cadres.propose",), icon="grading")
def assess(ctx, appointment, *, grade: GRADE):
    """How the last year is judged."""
    appointment.grade = grade


@act("cadres.note_month", Month, label=_("登记补助月份"), past=_("已登记"), by=OFFICERS, at="appointment", icon="calendar_month")
def note_month(ctx, *, appointment: Annotated[Appointment, P(_("任职"))], month: Annotated[date, P(_("月份"), help=_("该月任一天"))]):
    """A month a hired worker was in post, so that the subsidy of it is paid, once. Refuses: NOT_HIRED, IN_FUTURE, DAYS, TOLD."""
    if appointment.sort != words.Sort.HIRED or appointment.since is None:
        raise words.NOT_HIRED()
    past(ctx, month, appointment.since.replace(day=1))
    if appointment.until is not None and month.replace(day=1) > appointment.until:
        raise words.DAYS(day=appointment.until, field="month")
    if appointment.months.for_act("once a month").filter(month=month.replace(day=1)).exists():
        raise words.TOLD(month=f"{month:%Y-%m}")
    return ctx.create(Month, node=appointment.node, appointment=appointment, month=month.replace(day=1))


@act("cadres.leave_post", Appointment, label=_("离任"), past=_("已离任"), by=OFFICERS, icon="logout")
def leave_post(ctx, appointment, *, on: Annotated[date, P(_("最后一日"))], why: Annotated[str, WHY]):
    """Out of the post. Refuses: IN_FUTURE, DAYS."""
    past(ctx, on, appointment.since)
    appointment.until = on


@act("cadres.select", Secondment, label=_("选派驻点"), past=_("已选派"), by=UPPER, icon="directions_walk", main=True)
def select(
    ctx, *, node: Annotated[Node, P(_("派出单位"))], person: Annotated[Person, P(_("干部"))], to: Annotated[Node, P(_("驻点单位"))],
    purpose: Annotated[str, P(_("任务"), help=_("蹲点、驻村、进车间当工人"), max_length=100)], since: Annotated[date, P(_("起"))], until: Annotated[date, P(_("止"))],
):  # fmt: skip
    """Choose who is sent where for what. Refuses: OWN_NODE, DAYS, AWAY."""
    if to == node:
        raise words.OWN_NODE()
    if until < since:
        raise words.DAYS(day=since)
    Person.objects.for_act("one secondment at a time").select_for_update(of=("self",)).get(pk=person.pk)
    away = (
        Secondment.objects.for_act("one at a time").filter(person=person, state__in=(words.S.SELECTED, words.S.POSTED)).select_related("to").first()
    )
    if away is not None:
        raise words.AWAY(person=person, to=away.to)
    return ctx.create(Secondment, node=node, person=person, to=to, purpose=purpose, since=since, until=until)


@act("cadres.post", Secondment, label=_("到岗"), past=_("已到岗"), by=OFFICERS, icon="login", main=True)
def post(ctx, secondment):
    """The cadre has come. Refuses: IN_FUTURE."""
    if ctx.day < secondment.since:
        raise words.IN_FUTURE(day=secondment.since, field="__all__")


@act("cadres.write_diary", Secondment, label=_("写日志"), past=_("已记日志"), by=(MEMBER, *UPPER), icon="edit_note", main=True)
def write_diary(ctx, secondment, *, on: ON, says: Annotated[str, P(_("日志"), long=True, max_length=1000)]):
    """What was seen and done on a day, by whoever was sent. Refuses: IN_FUTURE, DAYS."""
    past(ctx, on, secondment.since)
    ctx.create(Diary, node=secondment.node, secondment=secondment, on=on, says=says)


@act("cadres.end_secondment", Secondment, label=_("期满"), past=_("已期满"), by=UPPER, icon="stop", main=True)
def end_secondment(ctx, secondment, *, on: Annotated[date, P(_("最后一日"))]):
    """The cadre comes back. Refuses: IN_FUTURE, DAYS."""
    past(ctx, on, secondment.since)
    secondment.until = on


@act("cadres.appraise", Secondment, label=_("驻点考核"), past=_("已考核"), by=UPPER, apart_from=(CREATING,), icon="grading", main=True)
def appraise(ctx, secondment, *, grade: GRADE):
    """How it was done, judged by another than whoever sent them."""
    secondment.grade = grade
