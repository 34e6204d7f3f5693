"""States and venue kinds of an activity."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.lifecycle import Lifecycle, States, Step


class ActivityState(States):
    PLANNED = "planned", _("已计划")
    APPROVED = "approved", _("已批准")
    ANNOUNCED = "announced", _("已发布")
    HELD = "held", _("已举办")
    FILED = "filed", _("已填报")
    CHECKED = "checked", _("已审核")
    POSTPONED = "postponed", _("已延期")
    CANCELLED = "cancelled", _("已取消")


S = ActivityState
ACTIVITY = Lifecycle(
    ActivityState,
    Step((S.PLANNED,), "activities.approve", S.APPROVED),
    Step((S.APPROVED,), "activities.announce", S.ANNOUNCED),
    Step((S.APPROVED, S.ANNOUNCED), "activities.hold", S.HELD),
    Step((S.HELD,), "activities.file", S.FILED),
    Step((S.FILED,), "activities.check", S.CHECKED),
    Step((S.PLANNED, S.APPROVED, S.ANNOUNCED), "activities.postpone", S.POSTPONED),
    Step((S.POSTPONED,), "activities.reschedule", S.PLANNED),
    Step((S.PLANNED, S.APPROVED, S.ANNOUNCED, S.POSTPONED), "activities.cancel", S.CANCELLED),
)
COUNTED = (S.HELD, S.FILED, S.CHECKED)


class Venue(models.TextChoices):
    OFFICE = "office", _("机关")
    FIRM = "firm", _("企业")
    SCHOOL = "school", _("学校")
    VILLAGE = "village", _("村（社区）")
    PLACE = "place", _("工会阵地")
    ONLINE = "online", _("线上")
