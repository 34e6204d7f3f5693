"""What people see of safety; whoever told of a danger sees what becomes of it."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.cases.models import Case
from gonghui.commons.designations.models import Designation, Scheme
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.returns.models import HeadCount
from gonghui.kernel.desk import Desk, facet

from . import acts, words
from .models import Hazard

GROUP = _("劳动经济")

Desk(
    noun=Hazard, label=_("事故隐患"), group=GROUP, icon="report_problem", columns=("title", "at_place", "node", "grade", "found_on", "due_on", "state"), related=("node", "employer"),
    detail=("title", "at_place", "employer", "node", "says", "found_on", "grade", "due_on", "first_to", "first_receipt", "second_to", "second_receipt", "measures",
            "rectified_on", "checked_on", "state"),
    filters=("state", "grade", "found_on", "due_on"), search=("%title", "%at_place"), order=("due_on", "-pk"), work=("found", "graded", "reported_once", "reported", "rectified"),
    own=True, own_label=_("我报的隐患"), own_columns=("title", "at_place", "found_on", "measures", "state"), own_detail=("title", "at_place", "says", "node", "found_on", "due_on", "measures", "rectified_on", "checked_on", "state"),
    acts=(acts.find, acts.tell, acts.grade, acts.dismiss, acts.report, acts.report_again, acts.rectify, acts.send_back, acts.check),
    empty=_("没有隐患。职工可在手机上报告。"),
)  # fmt: skip
facet(Case, "accidents", words.ACCIDENT, label=_("事故调查"), group=GROUP, icon="personal_injury", empty=_("没有参与的事故调查。"))
facet(RegisterEntry, "ankang_units", words.CUP_UNIT, label=_("安康杯参赛单位"), group=GROUP, icon="health_and_safety")
facet(HeadCount, "ankang_returns", words.CUP_HEADS, words.CUP_SELF, label=_("安康杯填报"), group=GROUP)
facet(Activity, "ankang_checks", words.CUP_CHECK, label=_("安康杯检查"), group=GROUP)
facet(Designation, "ankang_titles", words.CUP, label=_("安康杯优胜"), group=GROUP)
facet(Scheme, "ankang_schemes", words.CUP, label=_("安康杯评选项目"), group=GROUP)
