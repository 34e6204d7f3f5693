"""What is counted of safety: participations as units declare them, dangers found and cured, accidents in which the union took part."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.models import Case
from gonghui.commons.designations.models import Designation
from gonghui.commons.designations.reads import titles
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.returns.counting import HeadCounts, doubled
from gonghui.kernel.indicators import Flow, Ratio

from . import words
from .models import Hazard

STANDS, CURED = ~Q(state="dismissed"), Q(state="checked")
TOOK_PART = Q(kind=words.ACCIDENT, stage__startswith="accident.") & ~Q(state__in=("merged", "ended"))

HeadCounts(
    "safety.ankang.participations", _("安康杯竞赛参与人次"), "person_time", kinds=(words.CUP_HEADS,), main=True, meaning=_("参赛单位填报、上级审核通过的人次"),
)  # fmt: skip
HeadCounts("safety.ankang.self_checked", _("安康杯自查整改问题数"), "item", kinds=(words.CUP_SELF,))
doubled("safety.ankang.doubled", (words.CUP_HEADS, words.CUP_SELF))
Flow("safety.ankang.units", _("安康杯参赛单位数"), "org", RegisterEntry, Q(kind=words.CUP_UNIT, registered_on__isnull=False), dated_by="since")
Flow("safety.ankang.titles", _("安康杯竞赛优胜数"), "item", Designation, titles(words.CUP), dated_by="awarded_on")
found = Flow(
    "safety.hazards", _("发现隐患数"), "item", Hazard, STANDS, dated_by="found_on", main=True, meaning=_("期内发现的隐患，核实不属隐患的不计")
)
Flow("safety.hazards.major", _("发现重大隐患数"), "item", Hazard, STANDS & Q(grade="major"), dated_by="found_on")
Flow(
    "safety.hazards.cured", _("整改销号隐患数"), "item", Hazard, CURED, dated_by="checked_on", main=True, meaning=_("复查销号的隐患，按复查日期，不论何时发现"),
)  # fmt: skip
cured = Flow("safety.hazards.cured@found", _("当期发现并已销号的隐患数"), "item", Hazard, CURED, dated_by="found_on")
Ratio("safety.hazards.cured_pct", _("隐患整改率"), "percent", top=cured, bottom=found, meaning=_("当期发现的隐患中已复查销号的比例"))
Flow("safety.accident_investigations", _("参与事故调查起数"), "item", Case, TOOK_PART, dated_by="opened_on", nodes=(("slot", "node"), ("hand_slot", "hand")),
    meaning=_("工会代表已参与调查的；只接到通报的不计"))  # fmt: skip
