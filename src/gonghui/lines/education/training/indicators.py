"""What is counted of public courses: planned beside run, the rush beside who came; providers."""

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Attendance
from gonghui.commons.activities.words import AttendanceState
from gonghui.commons.enrolment.models import Enrolment, Offer
from gonghui.commons.enrolment.words import E
from gonghui.commons.money.models import Payment
from gonghui.commons.money.words import PAID
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.words import STANDING as DECIDED
from gonghui.commons.plans.words import PlanState
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.indicators import Distinct, Flow, Mean, Ordinal, Ratio, Stock

from . import words
from .models import Certificate, CourseClass, Learning, Leave

P = PlanState
BEGUN = (P.UNDER_WAY, P.DONE, P.EVALUATED, P.REPORTED)
STANDING = Q(state__in=(words.C.PUBLISHED, *words.RUN))


def planned(name, label, unit, kind):
    """The sum of what was planned under a kind of plan item."""
    return Flow(
        f"training.public.{name}@planned", label, unit, PlanItem, Q(kind=kind, shared=False, state__in=DECIDED), dated_by="since", adds="target"
    )


planned_terms = planned("terms", _("计划公益培训期数"), "session", words.PLANNED_TERMS)
planned_subjects = planned("projects", _("计划公益培训项目数"), "item", words.PLANNED_SUBJECTS)
planned_people = planned("attendances", _("计划公益培训人数"), "person", words.PLANNED_PEOPLE)
terms = Flow("training.public.terms", _("已办公益培训期数"), "session", PlanItem, Q(kind=words.TERM, state__in=BEGUN), dated_by="since",
    meaning=_("已开始或已结束的期次，按期次首日计"))  # fmt: skip
terms_rate = Ratio("training.public.terms_rate", _("公益培训期次完成率"), "percent", top=terms, bottom=planned_terms,
    meaning=_("已办期数与计划期数之比"))  # fmt: skip
projects = Distinct(
    "training.public.projects",
    _("公益培训项目（科目）数"),
    "item",
    CourseClass,
    STANDING,
    dated_by="begins_on",
    of="course__topic",
    meaning=_("期内开班课程所属的科目，一科只计一次"),
)
courses = Distinct(
    "training.public.courses",
    _("公益培训课程数"),
    "item",
    CourseClass,
    STANDING,
    dated_by="begins_on",
    of="course",
    meaning=_("期内开班的课程，一门只计一次"),
)
classes = Flow("training.public.classes", _("公益培训班次数"), "session", CourseClass, STANDING, dated_by="begins_on",
    meaning=_("已发布报名或已开课的班次，取消、延期的不计"), main=True)  # fmt: skip
run = Flow(
    "training.public.classes@run",
    _("已开课班次数"),
    "session",
    CourseClass,
    Q(state__in=words.RUN),
    dated_by="begins_on",
    meaning=_("已开课的班次；只发布报名的不计"),
)
edition = Ordinal("training.public.term_ordinal", _("当年第几期"), counts=CourseClass, where=STANDING, dated_by="begins_on", adds="edition")
OURS = Q(kind=words.COURSE)
applicants = Distinct(
    "training.public.applicants", _("报名职工数"), "person", Enrolment, OURS, dated_by="asked_on", of="person", personal=True,
    meaning=_("期内提出报名的人，一人多次只计一人；候补的也计"),
)  # fmt: skip
rush = Distinct(
    "training.public.rush_applicants", _("在线抢课职工数"), "person", Enrolment, OURS & Q(channel="portal", asked_on=F("offer__opens_on")),
    dated_by="asked_on", of="person", personal=True, meaning=_("报名开放当天在线提出报名的人"),
)  # fmt: skip
sold_out = Ordinal(
    "training.public.sellout_hours", _("课程报满用时上限（小时）"), unit="hour", counts=Offer, where=OURS & ~Q(full_hours=None),
    dated_by="opens_on", adds="full_hours", meaning=_("期内开放报名的班次中，从开放到最后一个名额用时最长的一班"),
)  # fmt: skip
places = Flow(
    "training.public.places", _("公益培训名额"), "person", Offer, OURS & Q(state__in=("open", "closed")), dated_by="starts_on", adds="seats"
)
completed = Flow("training.public.attendances", _("公益培训结业人数"), "person", Enrolment, OURS & Q(state=E.ATTENDED), dated_by="asked_on", personal=True,
    meaning=_("到课达到规定比例的报名，一人两班计两次"), main=True)  # fmt: skip
lessons = Flow("training.public.lesson_attendances", _("公益培训到课人次"), "person_time", Attendance, Q(activity__kind=words.LESSON, state=AttendanceState.PRESENT),
    dated_by="activity__held_on", nodes=(("activity__slot", "activity__node"),), personal=True, main=True, meaning=_("公益培训每次课的到课签到，一人一课计一次"))  # fmt: skip
leaves = Flow("training.public.leaves", _("公益培训准假人次"), "person_time", Leave, Q(state=words.V.ALLOWED), dated_by="asked_on", personal=True,
    meaning=_("期内提出并准许的请假，一人一课计一次"))  # fmt: skip
RATED = {"counts": Enrolment, "where": OURS & Q(stars__isnull=False), "dated_by": "asked_on", "personal": True}
rated = Flow("training.public.ratings", _("公益培训评价数"), "item", **RATED)
stars = Flow("training.public.rating_sum", _("公益培训评分合计"), "item", **RATED, adds="stars")
Mean("training.public.rating", _("公益培训平均评分"), "item", top=stars, bottom=rated,
    meaning=_("期内报名并已评价的平均分，五分为满；与评价数一并看"))  # fmt: skip
given = Flow("training.public.certificates", _("公益培训结业发证数"), "item", Certificate, dated_by="given_on", personal=True)
fees = Flow("training.public.teacher_fees", _("公益培训教师课酬"), "yuan", Payment, Q(kind=words.FEE, state__in=PAID), dated_by="paid_on", adds="amount",
    meaning=_("期内已支付的课酬，按支付日期计"))  # fmt: skip
certified = Flow("training.online.certificates", _("线上课程发证数"), "item", Learning, ~Q(certified_on=None), dated_by="certified_on", personal=True)
learners = Distinct(
    "training.online.learners",
    _("线上课程学员数"),
    "person",
    Learning,
    dated_by="since",
    of="person",
    personal=True,
    meaning=_("期内开始学习的人，一人只计一次"),
)
network = [
    Stock(f"training.network.{key}", label, "org" if key == "colleges" else "place", RegisterEntry, Q(kind=kind) & ~Q(registered_on=None))
    for key, label, kind in zip(
        ("colleges", "worldskills_bases", "national_bases", "provincial_bases"),
        (_("骨干高职院校数"), _("世赛中国集训基地数"), _("国家级高技能人才培训基地数"), _("省级高技能人才培训基地数")),
        words.PROVIDERS,
        strict=True,
    )
]
