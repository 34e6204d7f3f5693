"""States of a plan item."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.lifecycle import Lifecycle, States, Step


class PlanState(States):
    PROPOSED = "proposed", _("拟定")
    APPROVED = "approved", _("已批准")
    PUBLISHED = "published", _("已公布")
    UNDER_WAY = "under_way", _("实施中")
    DONE = "done", _("已完成")
    EVALUATED = "evaluated", _("已评估")


PLAN = Lifecycle(
    PlanState,
    Step((), "plans.propose", PlanState.PROPOSED),
    Step((PlanState.PROPOSED,), "plans.approve", PlanState.APPROVED),
    Step((PlanState.APPROVED,), "plans.publish", PlanState.PUBLISHED),
    Step((PlanState.APPROVED, PlanState.PUBLISHED), "plans.begin", PlanState.UNDER_WAY),
    Step((PlanState.UNDER_WAY,), "plans.finish", PlanState.DONE),
    Step((PlanState.DONE,), "plans.evaluate", PlanState.EVALUATED),
)
