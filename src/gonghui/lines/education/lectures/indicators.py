"""What is counted of lectures."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity, tagged
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.parties.models import Team
from gonghui.commons.readings.counting import Readings
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.indicators import Flow, Stock

from . import words

BOTH = (("slot", "node"), ("host_slot", "host"))
HELD = Q(kind=words.LECTURE, state__in=COUNTED)
VISITS = Q(kind=words.BASE_VISIT, state__in=COUNTED)

sessions = Flow("lectures.sessions", _("职工宣讲场次"), "session", Activity, HELD, nodes=BOTH, dated_by="held_on",
    meaning=_("已举办的宣讲；主办、承办各看到同一场，各计一次，上级合计时仍计一次"), main=True)  # fmt: skip
all_sessions = Flow(
    "lectures.sessions@with_classes",
    _("宣讲培训主题教育场次"),
    "session",
    Activity,
    Q(state__in=COUNTED, kind__in=(words.LECTURE, words.STUDY_CLASS)),
    nodes=BOTH,
    dated_by="held_on",
)
attendances = Flow(
    "lectures.attendances",
    _("宣讲培训覆盖人次"),
    "person_time",
    Activity,
    Q(state__in=COUNTED, kind__in=(words.LECTURE, words.STUDY_CLASS)),
    nodes=BOTH,
    dated_by="held_on",
    adds="head_count",
    source="head_count",
    main=True,
    meaning=_("宣讲和读书班各场填报的到场人数之和，不去重"),
)
model_workers = Flow(
    "lectures.model_workers.sessions",
    _("劳模工匠宣讲场次"),
    "session",
    Activity,
    lambda: HELD & tagged(words.Series.MODEL_WORKER),
    nodes=BOTH,
    dated_by="held_on",
)
women = Flow(
    "lectures.women.sessions", _("巾帼主题宣讲场次"), "session", Activity, lambda: HELD & tagged(words.Series.WOMEN), nodes=BOTH, dated_by="held_on"
)
campus = Flow(
    "lectures.campus.sessions",
    _("劳模工匠进校园场次"),
    "session",
    Activity,
    lambda: HELD & tagged(words.Series.CAMPUS),
    nodes=BOTH,
    dated_by="held_on",
)
class_days = Flow(
    "lectures.study_class.days",
    _("主题教育读书班天数"),
    "day",
    Activity,
    Q(kind=words.STUDY_CLASS, state__in=COUNTED),
    nodes=BOTH,
    dated_by="held_on",
    adds="days",
)
teams = Stock("lectures.teams", _("职工宣讲队数"), "team", Team, Q(kind=words.LECTURER_TEAM), main=True, meaning=_("期末在册的宣讲队"))
provincial_teams = Stock("lectures.teams@provincial", _("省级职工宣讲队数"), "team", Team, Q(kind=words.LECTURER_TEAM, node__kind="province"))
visits = Flow("lectures.base_visits", _("教育基地参观场次"), "session", Activity, VISITS, nodes=BOTH, dated_by="held_on")
visitors = Flow(
    "lectures.base_visitors",
    _("教育基地参观人次"),
    "person_time",
    Activity,
    VISITS,
    nodes=BOTH,
    dated_by="held_on",
    adds="head_count",
    source="head_count",
)
videos = Flow(
    "lectures.videos", _("劳模工匠短片（融媒课）数"), "item", RegisterEntry, Q(kind=words.VIDEO, registered_on__isnull=False), dated_by="since"
)
video_views = Readings("lectures.video_views", _("短片与融媒课播放量"), "person_time", kinds=(words.VIDEO_VIEWS,),
    meaning=_("播出平台提供的数，不与本系统的人次相加"))  # fmt: skip
