"""What people see of service projects."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.plans.desk import BUDGET, CATEGORY, TARGET
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel.desk import facet

from . import words

facet(
    PlanItem, "projects", words.PROJECT, label=_("服务项目"), group=_("服务阵地"), icon="volunteer_activism",
    columns=("title", CATEGORY, "node", "lead", "since", "until", TARGET, BUDGET, "state"), work=("proposed", "approved", "done"),
    empty=_("还没有服务项目。点“拟定计划”征集。"),
)  # fmt: skip
