"""What is counted of jobs: an employer at one fair and an employer, an intent and a job are different things."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity, Attendance
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.cases.models import Case
from gonghui.commons.cases.words import OPEN, S
from gonghui.commons.money.models import Payment
from gonghui.commons.money.words import PAID
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.indicators import Distinct, Flow, Ratio

from . import words
from .models import JobIntent, JobMatch, Vacancy

BOTH = (("slot", "node"), ("host_slot", "host"))
FAIRS = {"counts": Activity, "where": Q(kind=words.FAIR, state__in=COUNTED), "nodes": BOTH, "dated_by": "held_on"}
OFFERED = {"counts": Vacancy, "where": Q(state="published", fair__kind=words.FAIR, fair__state__in=COUNTED), "dated_by": "fair__held_on"}

Flow("jobs.fairs", _("招聘会场数"), "session", **FAIRS, main=True, meaning=_("已举办的招聘会；主办、承接各看到同一场，上级合计时计一次"))
Distinct("jobs.employers@distinct", _("参加招聘会的用人单位数"), "org", **OFFERED, of="uscc", meaning=_("按单位计，参加几场也只计一家"))
Distinct("jobs.employers@stands", _("参加招聘会的用人单位数（家次）"), "org", **OFFERED, of="stand", meaning=_("每家单位每场计一次"))
Flow("jobs.posts", _("招聘会提供岗位数"), "item", **OFFERED, adds="posts", meaning=_("招聘人数之和，不是岗位种数"))
Flow("jobs.vacancies", _("招聘会岗位种数"), "item", **OFFERED, meaning=_("期内招聘会上发布的岗位，一种计一条；人数另计"))
intents = Flow(
    "jobs.intents", _("达成就业意向人数"), "person", JobIntent, Q(vacancy__fair__state__in=COUNTED) & ~Q(state="withdrawn"), dated_by="on", personal=True,
    meaning=_("在招聘会上达成的意向，每人每家单位一个；不是就业人数"), main=True,
)  # fmt: skip
Flow("jobs.served", _("招聘会服务人数"), "person", **FAIRS, adds="head_count", source="head_count", meaning=_("各场求职登记与咨询的到场人数之和"))
Flow(
    "jobs.served@files", _("就业服务建档人数"), "person", Case, Q(kind=words.SEEKER) & (Q(state__in=OPEN) | Q(state=S.CLOSED)) & ~Q(state__in=("received", "supplement")),
    nodes=(("slot", "node"), ("hand_slot", "hand")), dated_by="opened_on",
)  # fmt: skip
MATCHED = {"counts": JobMatch, "dated_by": "since", "personal": True}
placed = Flow(
    "jobs.placed", _("实现就业人数"), "person", where=Q(state__in=("confirmed", "kept")), **MATCHED, meaning=_("经单位或回访核实的就业"), main=True
)
kept = Flow("jobs.placed@kept", _("稳定就业人数"), "person", where=Q(state="kept"), **MATCHED)
of_intents = Flow("jobs.placed@intents", _("意向中实现就业人数"), "person", where=Q(state__in=("confirmed", "kept"), intent__isnull=False), **MATCHED)
Ratio("jobs.placed_pct", _("意向就业率"), "percent", top=of_intents, bottom=intents, meaning=_("期内核实的意向就业，除以期内达成的意向"))

Flow("jobs.training.classes", _("就业技能培训期数"), "session", Activity, Q(kind=words.CLASS, state__in=COUNTED), nodes=BOTH, dated_by="held_on")
trained = Flow(
    "jobs.training.attendances", _("就业技能培训人数"), "person", Attendance, Q(activity__kind=words.CLASS, activity__state__in=COUNTED, state="present"),
    nodes=(("activity__slot", "activity__node"), ("activity__host_slot", "activity__host")), dated_by="activity__held_on", personal=True,
    meaning=_("各班名册人数之和"),
)  # fmt: skip


def of_trainees() -> Q:
    """Certificates of those who were in a class."""
    learnt = Attendance.objects.for_act("trainees").filter(person=OuterRef("person"), activity__kind=words.CLASS, state="present")
    return Q(kind=words.CERTIFICATE, registered_on__isnull=False) & Q(Exists(learnt))


certified = Distinct(
    "jobs.training.certificates", _("取得技能等级证书人数"), "person", RegisterEntry, of_trainees, dated_by="since", of="person", personal=True,
    meaning=_("参加过工会培训班的人取得的证书，一人只计一次"),
)  # fmt: skip
Ratio(
    "jobs.training.certificate_pct",
    _("培训取证率"),
    "percent",
    top=certified,
    bottom=trained,
    meaning=_("期内取得证书的人（参加过工会培训班），除以期内培训名册人数"),
)
SPENT = {"counts": Payment, "dated_by": "paid_on", "adds": "amount"}
Flow("jobs.training.amount", _("就业培训投入资金"), "yuan", where=Q(kind=words.SUBSIDY, state__in=PAID), **SPENT)
Flow("jobs.start_up_amount", _("创业扶持金额"), "yuan", where=Q(kind=words.START_UP, state__in=PAID), **SPENT)
