"""Vacancy 岗位, JobIntent 就业意向 and JobMatch 就业."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.fields import DigestField, MoneyField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Vacancy(Record):
    """
    One kind of post an employer offers, at a fair or between fairs; posts: how many people are wanted.

    stand: equal for all an employer offers at one fair, so that an employer is counted once a fair. Pay is yuan a month.
    """

    fair = models.ForeignKey(Activity, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("招聘会"))
    firm = models.CharField(_("用人单位"), max_length=100)
    uscc = models.CharField(_("统一社会信用代码"), max_length=18)
    stand = models.CharField(max_length=40, editable=False)
    title = models.CharField(_("岗位"), max_length=60)
    posts = models.IntegerField(_("招聘人数"))
    pay_low, pay_high = MoneyField(_("月薪下限（元）"), null=True, blank=True), MoneyField(_("月薪上限（元）"), null=True, blank=True)
    at_place = models.CharField(_("工作地点"), max_length=100, blank=True)
    since, until = models.DateField(_("发布日期")), models.DateField(_("有效期至"))
    state = models.CharField(_("状态"), max_length=12, choices=words.VacancyState)

    lifecycle, slot_day, named_by = words.VACANCY, "since", ("fair",)
    scope = Scope(node=("node",), named=True)
    unlogged_fields = ("slot", "stand")

    class Meta:
        verbose_name = verbose_name_plural = _("岗位")
        constraints = [
            models.CheckConstraint(condition=check_known(words.VACANCY), name="jobs_vacancy_state_known"),
            models.CheckConstraint(condition=Q(posts__range=(1, 9999)), name="jobs_vacancy_posts"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="jobs_vacancy_days_in_order"),
            models.CheckConstraint(condition=Q(pay_low=None) | Q(pay_high=None) | Q(pay_high__gte=F("pay_low")), name="jobs_vacancy_pay_in_order"),
            models.UniqueConstraint(fields=["stand", "title", "since"], condition=~Q(state="offline"), name="jobs_vacancy_once"),
        ]
        indexes = [
            models.Index(fields=["slot", "since"], name="jobs_vacancy_slot"),
            models.Index(fields=["fair", "stand"], name="jobs_vacancy_stand"),
        ]

    def __str__(self):
        return f"{self.firm}·{self.title}"

    def save(self, *args, **kwargs):
        self.stand = f"{self.fair_id or ''}:{self.uscc}"
        super().save(*args, **kwargs)


SEEKER = {"max_length": 50, "verbose_name": _("姓名")}


@reslotted
class JobIntent(Record):
    """
    Somebody and an employer about one vacancy: applied for, agreed on a day, and what came of it.

    key: of a phone number its keyed hash, enough to know one seeker again; stand: the vacancy's, for one intent an employer.
    """

    vacancy = models.ForeignKey(Vacancy, models.PROTECT, related_name="intents", verbose_name=_("岗位"))
    person = models.ForeignKey("commons_parties.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("本人"))
    name = models.CharField(**SEEKER)
    key = DigestField(editable=False)
    stand = models.CharField(max_length=40, editable=False)
    since, on = models.DateField(_("应聘日期")), models.DateField(_("达成意向日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.IntentState)

    lifecycle, slot_day, named_by = words.INTENT, "since", ("vacancy",)
    scope = Scope(node=("node",), owner=("person__account",))
    sealed_fields, unlogged_fields = ("name", "key"), ("slot", "stand")

    class Meta:
        verbose_name = verbose_name_plural = _("就业意向")
        constraints = [
            models.CheckConstraint(condition=check_known(words.INTENT), name="jobs_intent_state_known"),
            models.UniqueConstraint(fields=["stand", "key"], condition=~Q(state="withdrawn"), name="jobs_intent_one_an_employer"),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="jobs_intent_slot")]

    def __str__(self):
        return f"{self.name}·{self.vacancy}"


@reslotted
class JobMatch(Record):
    """Somebody at work with an employer since a day: from an intent, or from a seeker's file; counted once somebody else has asked."""

    intent = models.OneToOneField(JobIntent, models.PROTECT, null=True, blank=True, related_name="match", verbose_name=_("就业意向"))
    file = models.ForeignKey("commons_cases.Case", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("求职登记"))
    person = models.ForeignKey("commons_parties.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("本人"))
    name = models.CharField(**SEEKER)
    firm = models.CharField(_("用人单位"), max_length=100)
    since = models.DateField(_("就业日期"))
    told_by = models.CharField(_("核实方式"), max_length=10, choices=words.ToldBy, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.MatchState)

    lifecycle, slot_day, named_by = words.MATCH, "since", ("intent", "file")
    scope = Scope(node=("node",), owner=("person__account",))
    sealed_fields = ("name",)

    class Meta:
        verbose_name = verbose_name_plural = _("就业登记")
        constraints = [
            models.CheckConstraint(condition=check_known(words.MATCH), name="jobs_match_state_known"),
            models.UniqueConstraint(fields=["node", "firm", "name", "since"], name="jobs_match_once"),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="jobs_match_slot")]

    def __str__(self):
        return f"{self.name}·{self.firm}"
