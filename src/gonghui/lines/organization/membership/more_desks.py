"""What people see of services to platform workers, of checks of their rights, and of benefits."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities import desk as activities
from gonghui.commons.activities.models import Activity
from gonghui.commons.tasks import desk as tasks
from gonghui.kernel.desk import Desk, facet

from . import words

GROUP = _("组织工作")

Desk(
    noun=Activity, slug="newform-services", kinds=(words.NEWFORM_SERVICE,), label=_("新就业形态送服务"), group=GROUP, icon="two_wheeler",
    columns=("title", activities.SERIES, "node", "host", "held_on", "at_place", "head_count", "state"), related=("node", "host"),
    filters=("state", "held_on"), search=("title", "at_place"), order=("-held_on", "-pk"), work=("planned", "held"),
    acts=(*activities.CREATING, *activities.ON_ONE), empty=_("还没有送服务。点“填报活动”登记。"),
)  # fmt: skip

tasks.list_facet("newform-checks", _("新就业形态权益检查"), GROUP, "health_and_safety", words.NEWFORM_CHECK)

facet("commons_enrolment.offer", "benefits", words.BENEFIT, label=_("会员普惠"), group=GROUP, icon="redeem")
facet("commons_enrolment.enrolment", "benefit_claims", words.BENEFIT, label=_("普惠领取和核销"), group=GROUP, icon="confirmation_number")
facet("commons_registers.registerentry", "merchants", words.MERCHANT, label=_("普惠商户"), group=GROUP, icon="storefront")
facet("commons_plans.planitem", "benefit_budgets", words.BENEFIT_BUDGET, label=_("普惠预算"), group=GROUP, icon="savings")
facet("commons_money.payment", "benefit_settlements", words.BENEFIT_SETTLED, label=_("普惠结算"), group=GROUP)
