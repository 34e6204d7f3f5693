"""Course 课程, CourseClass 班次, Lesson 课次 with its make-ups 补课 and Leave 请假, Certificate 结业证书, Learning 线上学习."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import ActivityState
from gonghui.commons.enrolment.models import Enrolment, Offer, Sitting
from gonghui.commons.parties.models import Person
from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Course(Record):
    """What is taught: a subject with its hours and who it is meant for. The same course may run in many terms."""

    title = models.CharField(_("课程"), max_length=100)
    topic = models.CharField(_("科目"), max_length=40)
    level = models.CharField(_("层次"), max_length=20, blank=True)
    mode = models.CharField(_("方式"), max_length=10, choices=words.Mode, default=words.Mode.CLASSROOM)
    hours = models.SmallIntegerField(_("学时"))
    units = models.SmallIntegerField(_("单元数"), default=0)
    least_age = models.SmallIntegerField(_("年龄下限"), null=True, blank=True)
    most_age = models.SmallIntegerField(_("年龄上限"), null=True, blank=True)
    why_limits = models.CharField(_("限制理由"), max_length=100, blank=True)
    for_children = models.BooleanField(_("面向会员子女"), default=False)
    since = models.DateField(_("设课日期"))
    state = models.CharField(_("状态"), max_length=12, choices=words.CourseState)

    lifecycle = words.COURSE_STATES
    scope = Scope(node=("node",), named=True)  # its name stands on what people have of their own
    slot_day = "since"

    class Meta:
        verbose_name = verbose_name_plural = _("课程")
        constraints = [
            models.CheckConstraint(condition=check_known(words.COURSE_STATES), name="course_state_known"),
            models.CheckConstraint(condition=Q(hours__gte=1, units__gte=0), name="course_hours"),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="course_slot")]

    def __str__(self):
        return self.title


@reslotted
class CourseClass(Record):
    """
    One class of a course in a term, with its offer of seats. edition: which term of its year that is.

    checked_on: when it was asked whether whoever teaches has a record of offences against minors; what came of it is kept where it was asked.
    """

    course = models.ForeignKey(Course, models.PROTECT, related_name="classes", verbose_name=_("课程"))
    plan = models.ForeignKey("commons_plans.PlanItem", models.PROTECT, related_name="+", verbose_name=_("期次"))
    edition = models.SmallIntegerField(_("第几期"))
    offer = models.OneToOneField(Offer, models.PROTECT, related_name="course_class", verbose_name=_("报名项"))
    title = models.CharField(_("班次"), max_length=100)
    at_place = models.CharField(_("教室"), max_length=100)
    teacher = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("教师"))
    teacher_name = models.CharField(_("教师姓名"), max_length=50, blank=True)
    checked_on = models.DateField(_("教师从业查询日期"), null=True, blank=True)
    begins_on = models.DateField(_("开课日期"))
    ends_on = models.DateField(_("结课日期"))
    state = models.CharField(_("状态"), max_length=12, choices=words.ClassState)

    lifecycle = words.CLASS
    slot_day = "begins_on"
    scope = Scope(node=("node",), owner=("teacher__account",), named=True)  # its name stands on what people have of their own

    class Meta:
        verbose_name = verbose_name_plural = _("班次")
        constraints = [
            models.CheckConstraint(condition=check_known(words.CLASS), name="class_state_known"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("begins_on"), edition__gte=1), name="class_days_in_order"),
        ]
        indexes = [models.Index(fields=["slot", "begins_on"], name="class_slot")]

    def __str__(self):
        return self.title


class Lesson(Kept):
    """
    One lesson of a class: its time and, once held, the activity whose attendance names who came.

    makes_up: the lesson it is given instead of, for those who are named alone; whoever comes has come to that one.
    """

    course_class = models.ForeignKey(CourseClass, models.PROTECT, related_name="lessons", verbose_name=_("班次"))
    sitting = models.OneToOneField(Sitting, models.PROTECT, related_name="lesson", verbose_name=_("时间"))
    at_place = models.CharField(_("教室"), max_length=100)
    activity = models.OneToOneField(Activity, models.PROTECT, null=True, blank=True, related_name="lesson", verbose_name=_("活动"))
    makes_up = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="make_ups", verbose_name=_("补哪次课"))

    scope = Scope(node=("course_class__node",), owner=("course_class__teacher__account",), named=True)  # on leave of it

    class Meta:
        verbose_name = verbose_name_plural = _("课次")

    def __str__(self):
        return f"{self.course_class} {self.sitting}"

    @property
    def node(self):
        return self.course_class.node

    @property
    def called(self) -> bool:
        """Whether the roll has been called; while people sign in by code, it has not. A teacher need not see the activity."""
        if self.activity_id is None:
            return False
        known = self._state.fields_cache.get("activity") or Activity.objects.for_act("whether the roll is called").get(pk=self.activity_id)
        return known.state != ActivityState.HELD


class Named(Kept):
    """Somebody who is to come to a make-up lesson."""

    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="named", verbose_name=_("补课课次"))
    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="+", verbose_name=_("学员"))

    scope = Scope(node=("lesson__course_class__node",), owner=("enrolment__holder__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("补课名单")
        constraints = [models.UniqueConstraint(fields=["lesson", "enrolment"], name="named_once")]

    def __str__(self):
        return str(self.enrolment)


@reslotted
class Leave(Record):
    """Somebody of a class cannot come to a lesson and has said so before it began. `node` is the organiser's."""

    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="leaves", verbose_name=_("课次"))
    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="+", verbose_name=_("学员"))
    why = models.CharField(_("请假原因"), max_length=100, blank=True)
    asked_on = models.DateField(_("请假日期"))
    state = models.CharField(_("状态"), max_length=10, choices=words.LeaveState)

    lifecycle, slot_day = words.LEAVE, "asked_on"
    scope = Scope(node=("node",), owner=("enrolment__holder__account",))
    sealed_fields = ("why",)
    named_by = ("enrolment", "lesson__course_class", "lesson__sitting")

    class Meta:
        verbose_name = verbose_name_plural = _("请假")
        constraints = [
            models.UniqueConstraint(fields=["lesson", "enrolment"], condition=~Q(state=words.LeaveState.WITHDRAWN), name="leave_once"),
            models.CheckConstraint(condition=check_known(words.LEAVE), name="leave_state_known"),
        ]
        indexes = [models.Index(fields=["slot", "asked_on"], name="leave_slot")]

    def __str__(self):
        return f"{self.enrolment.name} {self.lesson}".strip()


@reslotted
class Certificate(Record):
    """Somebody has completed a class 结业证书."""

    course_class = models.ForeignKey(CourseClass, models.PROTECT, related_name="certificates", verbose_name=_("班次"))
    enrolment = models.OneToOneField(Enrolment, models.PROTECT, related_name="+", verbose_name=_("学员"))
    number = models.CharField(_("证书编号"), max_length=40, unique=True)
    given_on = models.DateField(_("发证日期"))

    slot_day = "given_on"
    scope = Scope(node=("node",), owner=("enrolment__holder__account",))
    named_by = ("enrolment",)

    class Meta:
        verbose_name = verbose_name_plural = _("结业证书")
        indexes = [models.Index(fields=["slot", "given_on"], name="training_certificate_slot")]

    def __str__(self):
        return f"{self.enrolment.name} {self.number}".strip()


@reslotted
class Learning(Record):
    """One person learns one course online: unit by unit, tested, with a certificate. Hours count once a course and year."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="learners", verbose_name=_("课程"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("学员"))
    since = models.DateField(_("开始日期"))
    year = models.SmallIntegerField(_("年度"))
    units_done = models.SmallIntegerField(_("已学单元"), default=0)
    score = models.SmallIntegerField(_("测验分"), null=True, blank=True)
    certificate = models.CharField(_("证书编号"), max_length=40, blank=True)
    certified_on = models.DateField(_("发证日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.LearningState)

    lifecycle = words.LEARNING
    slot_day = "since"
    scope = Scope(node=("node",), owner=("person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("线上学习")
        constraints = [
            models.UniqueConstraint(fields=["course", "person", "year"], name="learning_once_a_year"),
            models.UniqueConstraint(fields=["certificate"], condition=~Q(certificate=""), name="learning_certificate_once"),
            models.CheckConstraint(condition=check_known(words.LEARNING), name="learning_state_known"),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="learning_slot")]

    def __str__(self):
        return str(self.course)
