"""Kinds emergencies give the common records."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.money.words import PAYMENTS, TRANSFERS
from gonghui.commons.plans.words import CATEGORIES
from gonghui.commons.plans.words import KINDS as PLANS
from gonghui.commons.registers.words import KINDS as ENTRIES
from gonghui.commons.tasks.words import KINDS as TASKS

EVENT = PLANS.declare("emergency", _("突发事件应对"))
for _slug, _label in (("flood", _("洪涝")), ("quake", _("地震")), ("accident", _("事故")), ("epidemic", _("疫情")), ("other", _("其他"))):
    CATEGORIES.declare(f"emergency.{_slug}", _label)
WHOM = (("worker", _("受灾职工")), ("rescuer", _("救援人员")), ("firm", _("受灾企业")))
RELIEF = tuple(PAYMENTS.declare(f"relief_{slug}", _("救灾款物·%(whom)s") % {"whom": label}, each=("payee", "form")) for slug, label in WHOM)
CARE = PAYMENTS.declare("epidemic_care", _("疫情慰问补助"), each=("payee", "form"))
PASSED = TRANSFERS.declare("disaster_relief", _("救灾资金下拨"))
NEEDS = ENTRIES.declare("relief_needs", _("灾情需求报告"))  # quantity: people struck; plan: the event
DISPATCH = ENTRIES.declare("medic_dispatch", _("医疗队派出"))  # quantity: people; days: from and until
DRILL = ACTIVITIES.declare("medic_training", _("医疗队员培训"))
MEASURES = TASKS.declare("epidemic_measures", _("疫情防控措施"))
