"""Posting vacancies, agreeing, and telling who found a job."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COMING, COUNTED
from gonghui.commons.cases.models import Case
from gonghui.commons.cases.words import OPEN
from gonghui.commons.parties import rules
from gonghui.commons.parties.reads import own_person
from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER, OFFICERS, UPPER
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.tree.models import Node

from . import words
from .models import JobIntent, JobMatch, Vacancy

NODE = Annotated[Node, P(_("组织"))]
FIRM, NAME = Annotated[str, P(_("用人单位"), max_length=100)], Annotated[str, P(_("姓名"), max_length=50)]
ON = Annotated[date, P(_("日期"))]
LOW, HIGH = (P(label, least=1, most=1_000_000) for label in (_("月薪下限（元）"), _("月薪上限（元）")))


def fairs():
    """Fairs that stand in the calendar."""
    return Activity.objects.for_act("an employer takes a stand at any fair").filter(kind=words.FAIR, state__in=(*COMING, *COUNTED))


def on_offer(rows, viewer):
    """Vacancies anybody may apply for."""
    return rows.for_act("what is published is for everybody").filter(state="published")


def past(ctx, on: date, first: date) -> None:
    """Refuses: BEFORE a day, or ahead."""
    if not first <= on <= ctx.day:
        raise words.BEFORE(day=first)
    ctx.on = on


@act("jobs.post", Vacancy, label=_("登记岗位"), past=_("已登记，待审核"), by=OFFICERS, icon="work", main=True)
def post(
    ctx, *, node: NODE, firm: FIRM, uscc: Annotated[str, P(_("统一社会信用代码"), max_length=18)], title: Annotated[str, P(_("岗位"), max_length=60)],
    posts: Annotated[int, P(_("招聘人数"), least=1, most=9999)], until: Annotated[date, P(_("有效期至"))],
    fair: Annotated[Activity | None, P(_("招聘会"), pick=lambda rows, viewer: fairs())] = None,
    pay_low: Annotated[Decimal | None, LOW] = None, pay_high: Annotated[Decimal | None, HIGH] = None,
    at_place: Annotated[str, P(_("工作地点"), max_length=100)] = "",
):  # fmt: skip
    """
    Enter a vacancy of an employer whose papers were checked; somebody else looks at it before it is seen.

    Refuses: BIAS (Order 700 art 24, LCL art 9), PAY below the least wage or in the wrong order, VALID, OFFERED, a credit code that is none.
    """
    uscc, least, most = rules.credit_code(uscc), config.value("job.least_pay", node, ctx.day), config.value("job.valid_days", node, ctx.day)
    if found := re.search(words.BIASED, title):
        raise words.BIAS(found=found[0])
    told = [pay for pay in (pay_low, pay_high) if pay is not None]
    if told != sorted(told) or any(pay < least for pay in told):
        raise words.PAY(least=least)
    if not ctx.day <= until <= ctx.day + timedelta(days=most):
        raise words.VALID(days=most)
    here = Vacancy.objects.for_act("one vacancy once").filter(uscc=uscc, fair=fair, title=title, since=ctx.day)
    if here.exclude(state="offline").exists():
        raise words.OFFERED()
    return ctx.create(
        Vacancy, node=node, fair=fair, firm=firm, uscc=uscc, title=title, posts=posts, pay_low=pay_low, pay_high=pay_high, at_place=at_place, since=ctx.day,
        until=until,
    )  # fmt: skip


@act("jobs.publish", Vacancy, label=_("审核发布"), past=_("已发布"), by=UPPER, apart_from=(CREATING,), bulk=True, icon="check", main=True)
def publish(ctx, vacancies):
    """Let them be seen; none by whoever entered it."""
    moved(ctx, vacancies, "submitted", state="published")


def moved(ctx, rows, before: str, **after) -> None:
    """Move rows of one state to another in one statement."""
    noted = {name: ["" if name != "state" else before, str(value)] for name, value in after.items()}
    ctx.note_many(rows.model, [(pk, node, before, after["state"], noted) for pk, node in rows.values_list("pk", "node_id")])
    rows.update(**after)


@act("jobs.take_down", Vacancy, label=_("下架"), past=_("已下架"), by=UPPER, icon="visibility_off")
def take_down(ctx, vacancy, *, why: Annotated[str, WHY]):
    """Turn it down, or take it off; what was agreed on it stays."""


def agree_with(ctx, vacancy: Vacancy, key: bytes, **more) -> JobIntent:
    """One seeker and one employer, once. Refuses: SEEKS_TWICE."""
    if JobIntent.objects.for_act("one intent an employer").filter(stand=vacancy.stand, key=key).exclude(state="withdrawn").exists():
        raise words.SEEKS_TWICE()
    return ctx.create(JobIntent, vacancy=vacancy, node=vacancy.node, stand=vacancy.stand, key=key, **more)


@act("jobs.apply", JobIntent, label=_("应聘"), past=_("已应聘"), by=(MEMBER,), at="vacancy", icon="send", main=True)
def apply(ctx, *, vacancy: Annotated[Vacancy, P(_("岗位"), pick=on_offer)]):
    """Apply for a vacancy oneself. Refuses: NOT_KNOWN, SEEKS_TWICE."""
    person = own_person(ctx.viewer)
    if person is None:
        raise words.NOT_KNOWN()
    key = bytes(person.phone_hash or blind("person", str(person.pk)))
    return agree_with(ctx, vacancy, key, person=person, name=person.name, since=ctx.day)


@act("jobs.note_intent", JobIntent, label=_("登记意向"), past=_("已登记意向"), by=OFFICERS, at="vacancy", icon="handshake", main=True)
def note_intent(
    ctx, *, vacancy: Annotated[Vacancy, P(_("岗位"), pick=lambda rows, viewer: rows.within(viewer).filter(state="published"))], name: NAME,
    phone: Annotated[str, P(_("手机号"), help=_("只用于识别同一人，不保存"), max_length=20)], on: ON,
):  # fmt: skip
    """Note what was agreed at a stand. Refuses: BEFORE the vacancy was out, SEEKS_TWICE, a phone number that is none."""
    past(ctx, on, vacancy.since)
    return agree_with(ctx, vacancy, blind("phone", rules.mobile(phone)), name=name, since=on, on=on)


@act("jobs.agree", JobIntent, label=_("达成意向"), past=_("已达成意向"), by=OFFICERS, icon="handshake", main=True)
def agree(ctx, intent, *, on: ON):
    """Both have agreed. Refuses: BEFORE."""
    past(ctx, on, intent.since)
    intent.on = on


@act("jobs.not_hire", JobIntent, label=_("未录用"), past=_("已登记未录用"), by=OFFICERS, icon="person_off")
def not_hire(ctx, intent, *, why: Annotated[str, WHY]):
    """Nothing came of it; an intent that was signed stays one."""


@act("jobs.withdraw", JobIntent, label=_("撤回应聘"), past=_("已撤回"), by=(MEMBER,), icon="undo")
def withdraw(ctx, intent):
    """Take one's own application back."""


@act("jobs.hire", JobIntent, label=_("已录用"), past=_("已登记录用，待核实"), by=OFFICERS, icon="badge", main=True)
def hire(ctx, intent, *, since: Annotated[date, P(_("合同日期"))]):
    """A contract came of it; it counts as a job once somebody else has asked. Refuses: BEFORE."""
    past(ctx, since, intent.on)
    vacancy = intent.vacancy
    ctx.create(JobMatch, intent=intent, node=intent.node, person=intent.person, name=intent.name, firm=vacancy.firm, since=since, state="found")


@act("jobs.place", JobMatch, label=_("登记就业"), past=_("已登记，待核实"), by=OFFICERS, icon="badge")
def place(
    ctx, *, file: Annotated[Case, P(_("求职登记"), pick=lambda rows, viewer: rows.within(viewer).filter(kind=words.SEEKER, state__in=OPEN))],
    node: NODE, name: NAME, firm: FIRM, since: ON,
):  # fmt: skip
    """Somebody with a seeker's file found a job without a fair. Refuses: BEFORE the file, PLACED."""
    past(ctx, since, file.opened_on)
    if JobMatch.objects.for_act("once").filter(node=node, firm=firm, name=name, since=since).exists():
        raise words.PLACED()
    return ctx.create(JobMatch, file=file, node=node, name=name, firm=firm, since=since)


@act("jobs.confirm", JobMatch, label=_("核实"), past=_("已核实"), by=UPPER, apart_from=(CREATING,), bulk=True, icon="fact_check", main=True)
def confirm(ctx, matches, *, told_by: Annotated[words.ToldBy, P(_("核实方式"))]):
    """The employer has said so, or the worker when asked; not by whoever entered it."""
    moved(ctx, matches, "found", state="confirmed", told_by=str(told_by))


@act("jobs.keep", JobMatch, label=_("稳定就业"), past=_("已登记稳定就业"), by=OFFICERS, icon="event_available")
def keep(ctx, match):
    """Still at work after `job.stable_days`. Refuses: EARLY."""
    days = config.value("job.stable_days", match.node, ctx.day)
    if ctx.day < match.since + timedelta(days=days):
        raise words.EARLY(days=days)
