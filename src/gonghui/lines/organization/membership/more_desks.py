"""What people see of services to platform workers and of checks of their rights."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities import desk as activities
from gonghui.commons.activities.models import Activity
from gonghui.commons.tasks import desk as tasks
from gonghui.kernel.desk import Desk

from . import words

GROUP = _("组织工作")

Desk(
    noun=Activity, slug="newform-services", kinds=(words.NEWFORM_SERVICE,), label=_("新就业形态送服务"), group=GROUP, icon="two_wheeler",
    columns=("title", activities.SERIES, "node", "host", "held_on", "at_place", "head_count", "state"), related=("node", "host"),
    filters=("state", "held_on"), search=("title", "at_place"), order=("-held_on", "-pk"), work=("planned", "held"),
    acts=(*activities.CREATING, *activities.ON_ONE), empty=_("还没有送服务。点“填报活动”登记。"),
)  # fmt: skip

tasks.list_facet("newform-checks", _("新就业形态权益检查"), GROUP, "health_and_safety", words.NEWFORM_CHECK)
