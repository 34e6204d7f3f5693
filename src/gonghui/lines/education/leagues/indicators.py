"""What is counted of leagues and sport: own counts beside the number of viewers that somebody else gives."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity, Attendance
from gonghui.commons.activities.words import COUNTED, AttendanceState
from gonghui.commons.readings.counting import Readings
from gonghui.kernel.indicators import Distinct, Flow, Latest

from . import words
from .models import LeagueEntry, LeagueSeason, Match, Penalty, Player

LIVE = ~Q(state="cancelled")
OF_SEASON = {"dated_by": "season__opened_on", "nodes": (("season__slot", "season__node"),)}
PLAYED = Q(state="confirmed") & ~Q(season__state="cancelled")
ON = {"nodes": (("slot", "node"), ("host_slot", "host")), "dated_by": "held_on"}

Latest("leagues.season_ordinal", _("职工联赛届次"), "ordinal", LeagueSeason, LIVE, dated_by="opened_on", shows="number")
Distinct(
    "leagues.teams",
    _("联赛队伍数"),
    "team",
    LeagueEntry,
    Q(left_on=None) & ~Q(season__state="cancelled"),
    **OF_SEASON,
    of="team",
    main=True,
    meaning=_("赛季开始日期在期内的参赛队伍，一队只计一次；退出的和取消的赛季不计"),
)
Distinct("leagues.athletes", _("联赛运动员数"), "person", Player, ~Q(season__state="cancelled"), **OF_SEASON, of="person", personal=True,
    meaning=_("名单上的会员，按人计"))  # fmt: skip
Flow(
    "leagues.duration_months", _("联赛历时月数"), "month", LeagueSeason, LIVE, dated_by="first", adds="months", meaning=_("首场到末场的整月数，按首场所在期间"),
)  # fmt: skip
Flow(
    "leagues.matches",
    _("联赛比赛场次"),
    "session",
    Match,
    PLAYED,
    dated_by="on",
    main=True,
    meaning=_("赛果已确认的比赛，按比赛日期；取消的赛季不计"),
)
Flow("leagues.venue_attendances", _("联赛现场观众人次"), "person_time", Match, PLAYED, dated_by="on", adds="attendance", source="head_count")
Flow("leagues.suspensions", _("联赛停赛场次"), "time", Penalty, Q(lifted_on=None) & ~Q(season__state="cancelled"), dated_by="on", adds="suspended",
    meaning=_("处罚所带来的停赛场数，按处罚日期；撤销的和取消的赛季不计"))  # fmt: skip
Readings(
    "leagues.spectators", _("联赛线上线下观众"), "person_time", kinds=(words.VIEWERS,), meaning=_("场馆与各直播渠道提供的数，各渠道可能重复；不与现场清点相加"),
)  # fmt: skip
SPORT = Q(kind=words.SPORT, state__in=COUNTED)
Flow(
    "sports.events",
    _("健身运动场次"),
    "session",
    Activity,
    SPORT,
    **ON,
    told_by="leagues",
    main=True,
    meaning=_("已举办的健身运动；主办、承接各看到同一场，上级合计时计一次"),
)
Flow("sports.attendances", _("健身运动参加人次"), "person_time", Activity, SPORT, **ON, adds="head_count", source="head_count", told_by="leagues")
NAMED = Q(activity__kind=words.SPORT, activity__state__in=COUNTED, state=AttendanceState.PRESENT)
Flow("sports.attendances@named", _("健身运动签到人次"), "person_time", Attendance, NAMED, dated_by="activity__held_on", personal=True, told_by="leagues",
    nodes=(("activity__slot", "activity__node"), ("activity__host_slot", "activity__host")), meaning=_("按姓名签到的人；只报人数的场次另计"))  # fmt: skip
