"""What people see of rural support."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.plans.desk import BUDGET, CATEGORY
from gonghui.kernel.desk import facet

from . import words

GROUP, ENTRY = _("生活保障"), "commons_registers.registerentry"

facet(
    "commons_plans.planitem", "village_projects", words.PROJECT, label=_("村帮扶项目"), group=GROUP, icon="agriculture",
    columns=("title", CATEGORY, "node", "lead", "since", "until", BUDGET, "state"), empty=_("还没有帮扶项目。点“拟定计划”，组织选受帮扶的村。"),
)  # fmt: skip
facet("commons_money.paybatch", "village_payments", words.SPENT, label=_("村帮扶项目支付"), group=GROUP)
facet("commons_money.payment", "village_lines", words.SPENT, label=_("村帮扶项目支出明细"), group=GROUP)
facet(ENTRY, "helped_villages", words.VILLAGE, label=_("结对帮扶村"), group=GROUP, icon="holiday_village")
facet(
    ENTRY, "coordinated_funds", words.COORDINATED, label=_("协调帮扶资金"), group=GROUP, icon="volunteer_activism",
    empty=_("还没有登记。发出单位填出资单位，数值填金额（元）；工会自己的支出不在这里登记。"),
)  # fmt: skip
facet(
    ENTRY, "travel_routes", words.ROUTE, words.STOP, label=_("乡村旅游线路与站点"), group=GROUP, icon="route",
    empty=_("还没有线路。先提出，由另一人审核登记，再生效公布；站点用“关联条目”挂到线路上。"),
)  # fmt: skip
facet("commons_enrolment.offer", "route_vouchers", words.VOUCHER, label=_("旅游线路惠工券"), group=GROUP)
