"""What people see of cadres."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.desk import Column, Desk, facet

from . import acts, words
from .models import Appointment, Diary, Month, Secondment

GROUP = _("组织工作")


def diary_of(secondment) -> str:
    """The last pages of the diary."""
    rows = Diary.objects.for_act("of a secondment in reach").filter(secondment=secondment).order_by("-on", "-pk")[:20]
    return "；".join(f"{one.on} {one.says}" for one in rows)


Desk(
    noun=Appointment, label=_("干部任职"), group=GROUP, icon="badge", columns=("person", "post", "sort", "node", "since", "until", "state"), personal=True,
    detail=("person", "post", "sort", "node", "plan", "proposed_on", "consent", "since", "until", "grade", "state"), related=("person", "node"),
    filters=("state", "sort", "since"), search=("^person__name", "post"), work=("proposed", "consented"), own=True, own_label=_("我的任职"),
    own_columns=("post", "sort", "node", "since", "until", "state"), acts=(acts.propose, acts.consent, acts.object_, acts.appoint, acts.assess, acts.leave_post),
)  # fmt: skip
Desk(noun=Month, slug="hired_month", label=_("社会化工作者补助月份"), group=GROUP, icon="calendar_month", columns=("appointment", "month", "node"),
    related=("appointment__person", "node"), filters=("month",), acts=(acts.note_month,))  # fmt: skip
Desk(
    noun=Secondment, label=_("干部驻点"), group=GROUP, icon="directions_walk", columns=("person", "node", "to", "purpose", "since", "until", "state"), personal=True,
    detail=("person", "node", "to", "purpose", "since", "until", Column("diary", _("日志"), diary_of), "grade", "state"), related=("person", "node", "to"),
    filters=("state", "since"), search=("^person__name", "purpose"), work=("selected", "ended"), own=True, own_label=_("我的驻点"),
    own_columns=("to", "purpose", "since", "until", "state"), acts=(acts.select, acts.post, acts.write_diary, acts.end_secondment, acts.appraise),
)  # fmt: skip
facet("commons_activities.activity", "cadre_classes", words.CLASS, words.YOUTH, label=_("干部培训和青年学习"), group=GROUP, icon="school")
facet(
    "commons_registers.registerentry", "cadre_records", words.ONLINE, words.HOURS, words.CHALLENGE, label=_("干部学时和成绩"), group=GROUP,
    icon="history_edu",
)  # fmt: skip
facet("commons_cases.case", "posting_problems", words.PROBLEM, label=_("驻点发现的问题"), group=GROUP, icon="report")
facet("commons_plans.planitem", "hire_quotas", words.QUOTA, label=_("社会化工作者名额"), group=GROUP, icon="groups")
facet("commons_money.payment", "hire_subsidies", words.SUBSIDY, label=_("社会化工作者补助"), group=GROUP)
