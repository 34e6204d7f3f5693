"""What is counted of emergencies: money and goods are told together and apart; what is handed out, not what is promised."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Attendance
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.money.models import Payment
from gonghui.commons.money.words import PAID, Form
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.words import STANDING as DECIDED
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.tasks.models import Task
from gonghui.commons.tasks.words import DONE, STANDING
from gonghui.kernel.indicators import Flow

from . import words

GIVEN = {"counts": Payment, "dated_by": "paid_on", "adds": "amount"}
RELIEF = Q(kind__in=words.RELIEF, state__in=PAID)
LISTED = Q(registered_on__isnull=False)

Flow("emergency.events", _("突发事件应对次数"), "item", PlanItem, Q(kind=words.EVENT, shared=False, state__in=DECIDED), dated_by="since")
Flow("emergency.relief.amount", _("救灾款物金额"), "yuan", where=RELIEF, **GIVEN, meaning=_("已发放的资金与物资折价合计，两者另有分列"), main=True)
for _form, _label in ((Form.CASH, _("救灾资金金额")), (Form.GOODS, _("救灾物资折价金额"))):
    Flow(f"emergency.relief.amount@{_form.value}", _label, "yuan", where=RELIEF & Q(form=_form.value), **GIVEN)
for _kind, (_slug, _label) in zip(words.RELIEF, words.WHOM, strict=True):
    Flow(f"emergency.relief.amount@{_slug}", _("救灾款物金额（%(whom)s）") % {"whom": _label}, "yuan", where=RELIEF & Q(kind=_kind), **GIVEN)
Flow("emergency.relief.people_struck", _("报告受灾人数"), "person", RegisterEntry, Q(kind=words.NEEDS) & LISTED, dated_by="since", adds="quantity")
Flow(
    "emergency.medics_trained", _("培训医疗队员人数"), "person", Attendance, Q(activity__kind=words.DRILL, activity__state__in=COUNTED, state="present"),
    nodes=(("activity__slot", "activity__node"), ("activity__host_slot", "activity__host")), dated_by="activity__held_on", personal=True,
    meaning=_("各期培训名册人数之和"),
)  # fmt: skip
Flow("emergency.medics_sent", _("派出医疗队员人数"), "person", RegisterEntry, Q(kind=words.DISPATCH) & LISTED, dated_by="since", adds="quantity")
measures = Flow(
    "emergency.measures",
    _("疫情防控措施数"),
    "item",
    Task,
    Q(kind=words.MEASURES, state__in=STANDING),
    dated_by="set_on",
    main=True,
    meaning=_("期内制定的措施，撤销的不计"),
)
Flow("emergency.measures@done", _("已落实疫情防控措施数"), "item", Task, Q(kind=words.MEASURES, state__in=DONE), dated_by="done_on")
Flow("emergency.care_amount", _("疫情慰问补助金额"), "yuan", where=Q(kind=words.CARE, state__in=PAID), **GIVEN)
