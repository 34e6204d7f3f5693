"""What people see of emergencies."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.plans.desk import BUDGET, CATEGORY
from gonghui.commons.tasks.desk import list_facet
from gonghui.kernel.desk import facet

from . import words

GROUP, MONEY = _("生活保障"), (*words.RELIEF, words.CARE)

facet(
    "commons_plans.planitem", "emergencies", words.EVENT, label=_("突发事件应对"), group=GROUP, icon="crisis_alert",
    columns=("title", CATEGORY, "node", "lead", "since", "until", BUDGET, "state"), empty=_("没有突发事件。发生后点“拟定计划”，批准后即可拨款发放。"),
)  # fmt: skip
facet(
    "commons_registers.registerentry", "relief_needs", words.NEEDS, words.DISPATCH, label=_("灾情需求与队伍派出"), group=GROUP, icon="report",
    empty=_("还没有报告。数值填涉及人数，计划项目选这次事件。"),
)  # fmt: skip
facet("commons_money.transfer", "relief_passed", words.PASSED, label=_("救灾资金下拨"), group=GROUP)
facet("commons_money.paybatch", "relief_batches", *MONEY, label=_("救灾款物发放批次"), group=GROUP, icon="local_shipping")
facet("commons_money.payment", "relief_lines", *MONEY, label=_("救灾款物发放明细"), group=GROUP)
list_facet("epidemic_lists", _("疫情防控措施清单"), GROUP, "coronavirus", words.MEASURES)
facet("commons_tasks.task", "epidemic_measures", words.MEASURES, label=_("疫情防控措施"), group=GROUP)
facet("commons_activities.activity", "medic_trainings", words.DRILL, label=_("医疗队员培训"), group=GROUP)
