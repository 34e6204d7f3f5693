"""Student 助学对象: one person's study helped in one year."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.models import account_field
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.fields import MoneyField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.privacy.fields import SealedField
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Student(Record):
    """
    One request for one year. `person` is the worker: the parent of a child, or who studies.

    known_as: keyed hash of who studies, so that nobody is helped twice a year, through whatever union they ask.
    """

    aid = models.CharField(_("类别"), max_length=16, choices=words.Aid)
    year = models.SmallIntegerField(_("年度"))
    name = models.CharField(_("学生姓名"), max_length=50)
    known_as = models.CharField(max_length=64, editable=False)
    person = models.ForeignKey("commons_parties.Person", models.PROTECT, null=True, blank=True, verbose_name=_("职工"), related_name="+")
    worker = models.CharField(_("职工姓名"), max_length=50)
    family = models.CharField(_("家庭类别"), max_length=10, choices=words.Family)
    school = models.CharField(_("学校"), max_length=80)
    level = models.CharField(_("学段"), max_length=10, choices=words.School)
    plan = models.ForeignKey("commons_plans.PlanItem", models.PROTECT, null=True, blank=True, verbose_name=_("助学活动"), related_name="+")
    asked_on = models.DateField(_("申请日期"))
    amount = MoneyField(_("资助金额"), null=True, blank=True)
    bank = models.CharField(_("开户行"), max_length=60, blank=True)
    account_no = SealedField(_("职工本人账号"), default=b"")
    salt = models.BinaryField(max_length=16, default=b"", editable=False)
    feedback = models.CharField(_("回访情况"), max_length=300, blank=True)
    graduated_on = models.DateField(_("毕业日期"), null=True, blank=True)
    maker = account_field(_("申报人"))
    state = models.CharField(_("状态"), max_length=12, choices=words.StudentState)

    lifecycle = words.STUDENT
    scope = Scope(node=("node",), owner=("person__account",))
    slot_day = "asked_on"
    sealed_fields = ("name", "worker", "feedback", "account_no", "salt")

    class Meta:
        verbose_name = verbose_name_plural = _("助学对象")
        constraints = [
            models.CheckConstraint(condition=check_known(words.STUDENT), name="student_state_known"),
            models.CheckConstraint(condition=Q(amount=None) | Q(amount__gt=0), name="student_amount"),
            models.UniqueConstraint(fields=["aid", "year", "known_as"], condition=Q(state__in=words.OPEN), name="student_once_a_year"),
        ]
        indexes = [models.Index(fields=["slot", "year"], name="student_slot")]

    def __str__(self):
        return self.name
