"""What people see of service centres."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.models import Case
from gonghui.commons.places.words import CENTRE
from gonghui.kernel.desk import Column, facet

from . import words

GROUP = _("服务阵地")


def place_in_queue(case: Case) -> str:
    """How manieth of the day at this window."""
    day = Case.objects.for_act("a number of a queue").filter(kind=words.VISIT, node=case.node_id, topic=case.topic, opened_on=case.opened_on)
    return f"{case.get_topic_display()} {day.filter(pk__lte=case.pk).count():03d}"


QUEUE = Column("queue", _("排号"), place_in_queue)
facet(
    "commons_places.place",
    "centres",
    CENTRE,
    label=_("职工服务中心"),
    group=GROUP,
    icon="store",
    empty=_("还没有服务中心。窗口和服务目录用“登记设施（功能）”填写。"),
)
facet(
    Case, "window_visits", words.VISIT, label=_("窗口排队与办理"), group=GROUP, icon="confirmation_number", own=True, own_label=_("我的排号"),
    columns=("number", "topic", "title", "node", "opened_on", "rating", "state"), detail=("number", QUEUE, "topic", "title", "node", "opened_on", "rating", "state"),
    own_columns=("title", "topic", "opened_on", "state"), own_detail=("title", QUEUE, "topic", "node", "opened_on", "state"),
    empty=_("现在没有人排队。职工可在手机上取号，窗口也可登记。"),
)  # fmt: skip
facet(
    "commons_designations.designation", "quality_titles", words.PILOT_CENTRE, words.PILOT_FIRM, words.HAPPY, words.COMPLEX,
    label=_("生活品质试点与幸福企业"), group=GROUP, icon="workspace_premium",
)  # fmt: skip
facet("commons_plans.planitem", "quality_pilots", words.PILOT, label=_("生活品质试点方案"), group=GROUP)
facet("commons_registers.registerentry", "happy_scores", words.DIMENSION, words.SCORE, label=_("幸福企业维度与自评"), group=GROUP)
facet("commons_activities.activity", "happy_visits", words.LOOK, label=_("幸福企业走访"), group=GROUP)
facet("commons_returns.headcount", "service_volumes", *words.FIXED, *words.LOCAL, label=_("服务量填报"), group=GROUP)
