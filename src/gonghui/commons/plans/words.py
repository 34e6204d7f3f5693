"""States, kinds and categories of a plan item."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.kinds import Kinds
from gonghui.kernel.lifecycle import Lifecycle, States, Step


class PlanState(States):
    PROPOSED = "proposed", _("拟定")
    APPROVED = "approved", _("已批准")
    PUBLISHED = "published", _("已公布")
    UNDER_WAY = "under_way", _("实施中")
    DONE = "done", _("已完成")
    EVALUATED = "evaluated", _("已评估")
    REPORTED = "reported", _("结果已公布")
    DROPPED = "dropped", _("已取消")


S = PlanState
PLAN = Lifecycle(
    PlanState,
    Step((), "plans.propose", S.PROPOSED),
    Step((S.PROPOSED,), "plans.approve", S.APPROVED),
    Step((S.APPROVED,), "plans.publish", S.PUBLISHED),
    Step((S.APPROVED, S.PUBLISHED), "plans.begin", S.UNDER_WAY),
    Step((S.UNDER_WAY,), "plans.finish", S.DONE),
    Step((S.DONE,), "plans.evaluate", S.EVALUATED),
    Step((S.EVALUATED,), "plans.publish_result", S.REPORTED),
    Step((S.PROPOSED, S.APPROVED, S.PUBLISHED, S.UNDER_WAY), "plans.drop", S.DROPPED),
)
STANDING = (S.APPROVED, S.PUBLISHED, S.UNDER_WAY, S.DONE, S.EVALUATED, S.REPORTED)  # planned with authority, and not given up
OPEN = (S.APPROVED, S.PUBLISHED, S.UNDER_WAY)  # what is done now may still be pointed to it
PUBLIC = (S.PUBLISHED, S.UNDER_WAY, S.DONE, S.EVALUATED, S.REPORTED)  # shown to everybody

KINDS, CATEGORIES = Kinds(), Kinds()
