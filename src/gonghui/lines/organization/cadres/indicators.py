"""What is counted of cadres."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity, Attendance
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.cases.models import Case
from gonghui.commons.money.models import Payment
from gonghui.commons.money.words import PAID
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.indicators import Flow, Stock

from . import words
from .models import Appointment, Diary, Secondment

BOTH = {"nodes": (("slot", "node"), ("host_slot", "host")), "dated_by": "held_on"}
CLASSES = Q(kind=words.CLASS, state__in=COUNTED)
YOUTH = Q(kind=words.YOUTH, state__in=COUNTED)
IN_POST = {"counts": Appointment, "of": "person", "personal": True}
STOOD = Q(state__in=("in_post", "left"))

Flow(
    "cadres.training.classes",
    _("工会干部培训班期数"),
    "session",
    Activity,
    CLASSES,
    **BOTH,
    main=True,
    meaning=_("已举办的工会干部培训班；主办、承办各看到同一期，上级合计时计一次"),
)
Flow(
    "cadres.training.classes@province", _("省级工会业务培训班期数"), "session", Activity, CLASSES & Q(node__kind="province"), **BOTH, meaning=_("省总工会主办的"),
)  # fmt: skip
Flow(
    "cadres.training.attendances", _("工会干部培训人次（人数填报）"), "person_time", Activity, CLASSES, **BOTH, adds="head_count", source="head_count"
)
Flow("cadres.training.attendances@roster", _("工会干部培训人次（名册）"), "person_time", Attendance, Q(activity__kind=words.CLASS, activity__state__in=COUNTED, state="present"),
    dated_by="activity__held_on", nodes=(("activity__slot", "activity__node"),), personal=True)  # fmt: skip
Flow(
    "cadres.training.hours", _("工会干部培训学时"), "hour", RegisterEntry, Q(kind=words.HOURS, registered_on__isnull=False), dated_by="since",
    adds="quantity",
)  # fmt: skip
Flow("cadres.youth.sessions", _("青年干部理论学习场次"), "session", Activity, YOUTH, **BOTH)
Flow(
    "cadres.secondments",
    _("选派驻点干部人次"),
    "person_time",
    Secondment,
    ~Q(state="selected"),
    dated_by="since",
    personal=True,
    main=True,
    meaning=_("驻点开始日期在期内的；已选派而未到岗的不计"),
)
Flow("cadres.diary_entries", _("驻点日志篇数"), "item", Diary, dated_by="on")
Flow("cadres.posting_problems", _("驻点发现问题数"), "item", Case, Q(kind=words.PROBLEM) & ~Q(state__in=("merged", "ended")), dated_by="opened_on")
Stock("cadres.in_post", _("工会干部数"), "person", where=STOOD & ~Q(sort="hired"), **IN_POST, meaning=_("专职、兼职、挂职，一人几职计一人"))
Stock("cadres.full_time", _("专职工会干部数"), "person", where=STOOD & Q(sort="full"), **IN_POST)
Stock("cadres.hired", _("社会化工会工作者数"), "person", where=STOOD & Q(sort="hired"), **IN_POST)
Flow("cadres.appointed", _("经上级工会同意任命人次"), "person_time", Appointment, STOOD & ~Q(consent=""), dated_by="since", personal=True)
Flow(
    "cadres.hire_subsidies", _("社会化工会工作者补助金额"), "yuan", Payment, Q(kind=words.SUBSIDY, state__in=PAID), dated_by="paid_on", adds="amount"
)
