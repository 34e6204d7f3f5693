"""What people see of jobs."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.cases.models import Case
from gonghui.kernel.desk import Desk, facet

from . import acts, words
from .models import JobIntent, JobMatch, Vacancy

GROUP = _("生活保障")

facet(
    Activity, "job_fairs", words.FAIR, label=_("招聘会"), group=GROUP, icon="storefront",
    empty=_("还没有招聘会。先“登记活动计划”，再登记岗位；办完填报到场人数。"),
)  # fmt: skip
Desk(
    noun=Vacancy, slug="vacancies", label=_("岗位"), group=GROUP, icon="work", related=("fair", "node"), filters=("state", "since", "until"),
    columns=("title", "firm", "posts", "pay_low", "pay_high", "fair", "node", "until", "state"), search=("title", "firm", "=uscc"), work=("submitted",),
    detail=("title", "firm", "uscc", "posts", "pay_low", "pay_high", "at_place", "fair", "node", "since", "until", "state"),
    acts=(acts.post, acts.publish, acts.take_down), empty=_("还没有岗位。逐个登记，或用表格导入，由另一人审核发布。"),
)  # fmt: skip
Desk(
    noun=JobIntent, slug="job_intents", label=_("应聘与就业意向"), group=GROUP, icon="handshake", related=("vacancy", "node"), filters=("state", "on"),
    columns=("name", "vacancy", "node", "since", "on", "state"), search=("^name", "vacancy__firm"), work=("applied", "agreed"), own=True, own_label=_("我的应聘"),
    own_columns=("vacancy", "since", "on", "state"), acts=(acts.apply, acts.note_intent, acts.agree, acts.hire, acts.not_hire, acts.withdraw), personal=True,
)  # fmt: skip
Desk(
    noun=JobMatch, slug="job_matches", label=_("就业登记"), group=GROUP, icon="badge", related=("node",), filters=("state", "told_by", "since"),
    columns=("name", "firm", "node", "since", "told_by", "state"), detail=("name", "firm", "node", "intent", "file", "since", "told_by", "state"),
    search=("^name", "firm"), work=("found",), acts=(acts.place, acts.confirm, acts.keep), own=True, own_label=_("我的就业登记"), personal=True,
)  # fmt: skip
facet(
    Case, "job_seekers", words.SEEKER, label=_("求职登记"), group=GROUP, icon="person_search", own=True, own_label=_("我的求职登记"),
    own_columns=("title", "stage", "opened_on", "state"), empty=_("没有求职登记。职工可在手机上登记。"),
)  # fmt: skip
facet(Activity, "job_classes", words.CLASS, label=_("就业技能培训班"), group=GROUP, icon="engineering")
facet("commons_enrolment.offer", "job_class_seats", words.SEATS, label=_("就业培训报名项"), group=GROUP)
facet("commons_enrolment.enrolment", "job_class_trainees", words.SEATS, label=_("就业培训报名"), group=GROUP)
facet("commons_registers.registerentry", "job_certificates", words.CERTIFICATE, label=_("职业技能等级证书"), group=GROUP, icon="verified")
facet("commons_money.payment", "job_payments", words.SUBSIDY, words.START_UP, label=_("就业培训补贴与创业扶持"), group=GROUP)
