"""States of an appointment and a secondment, the kinds cadres give the common records, and how the line says no."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.cases.words import declare as matter
from gonghui.commons.money.words import PAYMENTS
from gonghui.commons.plans.words import KINDS as PLANS
from gonghui.commons.registers.words import KINDS as ENTRIES
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal


class Sort(models.TextChoices):
    FULL = "full", _("专职")
    PART = "part", _("兼职")
    ATTACHED = "attached", _("挂职")
    HIRED = "hired", _("社会化工会工作者")


class AppointmentState(States):
    PROPOSED = "proposed", _("拟任")
    CONSENTED = "consented", _("上级工会已同意")
    REFUSED = "refused", _("上级工会不同意")
    IN_POST = "in_post", _("在任")
    LEFT = "left", _("已离任")


A = AppointmentState
APPOINTMENT = Lifecycle(
    AppointmentState, Step((), "cadres.propose", A.PROPOSED), Step((A.PROPOSED,), "cadres.consent", A.CONSENTED),
    Step((A.PROPOSED,), "cadres.object", A.REFUSED), Step((A.CONSENTED,), "cadres.appoint", A.IN_POST),
    Step((A.IN_POST,), "cadres.assess", A.IN_POST), Step((A.IN_POST,), "cadres.leave_post", A.LEFT),
)  # fmt: skip


class SecondmentState(States):
    SELECTED = "selected", _("已选派")
    POSTED = "posted", _("在驻点")
    ENDED = "ended", _("已期满")
    APPRAISED = "appraised", _("已考核")


S = SecondmentState
SECONDMENT = Lifecycle(
    SecondmentState, Step((), "cadres.select", S.SELECTED), Step((S.SELECTED,), "cadres.post", S.POSTED),
    Step((S.POSTED,), "cadres.write_diary", S.POSTED), Step((S.POSTED,), "cadres.end_secondment", S.ENDED),
    Step((S.ENDED,), "cadres.appraise", S.APPRAISED),
)  # fmt: skip


class Grade(models.TextChoices):
    EXCELLENT = "excellent", _("优秀")
    FIT = "fit", _("称职")
    POOR = "poor", _("基本称职")
    UNFIT = "unfit", _("不称职")


CLASS = ACTIVITIES.declare("cadre_class", _("工会干部培训班"))
YOUTH = ACTIVITIES.declare("youth_study", _("青年干部理论学习"))
ONLINE = ENTRIES.declare("cadre_online_course", _("干部网络课程"))
HOURS = ENTRIES.declare("cadre_hours", _("干部培训学时"))
CHALLENGE = ENTRIES.declare("knowledge_challenge", _("知识竞赛成绩"))
QUOTA = PLANS.declare("hire_quota", _("社会化工会工作者名额"))
SUBSIDY = PAYMENTS.declare("hire_subsidy", _("社会化工会工作者补助"), cause="organization_cadres.month")
PROBLEM = matter("posting_problem", _("驻点发现的问题"), brought=False)


def _no(code, says, instead="", field="__all__"):
    return Refusal(f"cadres.{code}", says, instead=instead, field=field, kind=Kind.CONFLICT)


DAYS = _no("days", _("日期先后不对：不能早于 {day}。"), _("请核对日期。"), "until")
IN_FUTURE = _no("in_future", _("日期 {day} 还没到。"), _("请填写已经发生的日期。"), "on")
HOLDS = _no("holds", _("“{person}”已是（拟任）{node}{post}。"), field="person")
AWAY = _no("away", _("“{person}”已派往{to}。"), _("期满后再派。"), "person")
OWN_NODE = _no("own_node", _("不能派驻到派出单位自己。"), field="to")
NO_QUOTA = _no("no_quota", _("名额 {target} 个，已聘 {hired} 人。"), _("请先申请名额。"), "plan")
NOT_HIRED = _no("not_hired", _("只有在任的社会化工会工作者按月补助。"))
TOLD = _no("told", _("{month} 已登记过。"), field="month")
