"""States, kinds, series, levels and venue kinds of an activity, and when a named person attended."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.kinds import Kinds
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
    Step((), "activities.plan", S.PLANNED),
    Step((), "activities.record", S.FILED),
    Step((S.PLANNED,), "activities.approve", S.APPROVED),
    Step((S.APPROVED,), "activities.announce", S.ANNOUNCED),
    Step((S.APPROVED, S.ANNOUNCED), "activities.hold", S.HELD),
    Step((S.HELD,), "activities.file", S.FILED),
    Step((S.HELD,), "activities.close_roll", S.FILED),
    Step((S.FILED,), "activities.check", S.CHECKED),
    Step((S.PLANNED, S.APPROVED, S.ANNOUNCED), "activities.postpone", S.POSTPONED),
    Step((S.POSTPONED,), "activities.reschedule", S.PLANNED),
    Step((S.PLANNED, S.APPROVED, S.ANNOUNCED, S.POSTPONED), "activities.cancel", S.CANCELLED),
)
COUNTED = (S.HELD, S.FILED, S.CHECKED)
COMING = (S.PLANNED, S.APPROVED, S.ANNOUNCED)
OPEN_TO_NAMES = (S.APPROVED, S.ANNOUNCED, S.HELD)  # people may be entered by name


class Venue(models.TextChoices):
    OFFICE = "office", _("机关")
    FIRM = "firm", _("企业")
    SCHOOL = "school", _("学校")
    VILLAGE = "village", _("村（社区）")
    PLACE = "place", _("工会阵地")
    ONLINE = "online", _("线上")


class Level(models.TextChoices):
    """Whose occasion it is, where that is not the organiser's own: a city hosts a national exhibition."""

    UNIT = "unit", _("单位")
    COUNTY = "county", _("县级")
    CITY = "city", _("市级")
    PROVINCE = "province", _("省级")
    NATION = "nation", _("全国")


class AttendanceState(States):
    PRESENT = "present", _("到场")
    STRUCK = "struck", _("已剔除")


ATTENDANCE = Lifecycle(
    AttendanceState,
    Step((), "activities.sign_in", AttendanceState.PRESENT),
    Step((AttendanceState.PRESENT,), "activities.strike_out", AttendanceState.STRUCK),
    Step((AttendanceState.STRUCK,), "activities.reinstate", AttendanceState.PRESENT),
)


class Method(models.TextChoices):
    """How a name came in."""

    QR = "qr", _("扫码")
    LIST = "list", _("点名")
    IMPORT = "import", _("导入")


class Series(Kinds):
    """Series an activity may belong to, each of some kinds of activity; series overlap."""

    def __init__(self):
        super().__init__()
        self._kinds: dict[str, tuple[str, ...]] = {}

    def declare(self, slug: str, label: str | Promise, *kinds: str) -> str:
        """Add a series of these kinds; return its slug."""
        self._kinds[slug] = kinds
        return super().declare(slug, label)

    def of(self, kind: str) -> list[tuple]:
        """The series an activity of this kind may belong to."""
        return [choice for choice in self.choices() if kind in self._kinds[choice[0]]]


KINDS, SERIES = Kinds(), Series()

config.declare(
    config.Config("event.permit_threshold", 1000, _("大型群众性活动预计人数起点"), "国务院令第505号第二条", least=1),
    config.Config("event.permit_city", 5000, _("由设区的市公安机关许可的预计人数起点"), "国务院令第505号第十二条", least=1),
    config.Config("event.permit_days", 20, _("安全许可提前申请天数"), "国务院令第505号第十三条", most=365),
    config.Config("event.file_days", 7, _("举办后填报天数"), most=365),
)
