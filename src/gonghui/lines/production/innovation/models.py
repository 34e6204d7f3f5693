"""Result 成果 with its Authors, and Visit 助企走访."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person, Team
from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.fields import MoneyField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Result(Record):
    """
    What workers have thought out or made, at their unit. `lead` is the first author, with the others in `authors`.

    claimed: the benefit of the first year as declared, in yuan; benefit: as another hand verified it, on `verified_on`. matter:
    the solved problem it comes from, whose benefit is thus told once. round, entered_on: the call of titles it was entered for.
    """

    kind = models.CharField(_("类别"), max_length=12, choices=words.Sort)
    title = models.CharField(_("名称"), max_length=100)
    lead = models.ForeignKey(Person, models.PROTECT, related_name="results", verbose_name=_("第一完成人"))
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="results", verbose_name=_("创新小组（工作室）"))
    says = models.CharField(_("内容"), max_length=1000, blank=True)
    reply = models.CharField(_("答复"), max_length=500, blank=True)
    submitted_on = models.DateField(_("提交日期"))
    replied_on = models.DateField(_("答复日期"), null=True, blank=True)
    finished_on = models.DateField(_("完成日期"), null=True, blank=True)
    verified_on = models.DateField(_("核定日期"), null=True, blank=True)
    claimed = MoneyField(_("申报年效益（元）"), null=True, blank=True)
    benefit = MoneyField(_("核定年效益（元）"), null=True, blank=True)
    matter = models.OneToOneField("commons_cases.Case", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("解决的难题"))
    round = models.ForeignKey("commons_designations.Round", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("参评批次"))
    entered_on = models.DateField(_("参评日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.ResultState)

    lifecycle = words.RESULT
    scope = Scope(node=("node",), owner=("lead__account",))
    slot_day = "submitted_on"
    named_by = ("lead",)

    class Meta:
        verbose_name = verbose_name_plural = _("创新成果")
        constraints = [
            models.CheckConstraint(condition=check_known(words.RESULT), name="result_state_known"),
            models.CheckConstraint(condition=Q(claimed=None) | Q(claimed__gte=0), name="result_claimed"),
            models.CheckConstraint(condition=Q(benefit=None) | Q(benefit__gte=0), name="result_benefit"),
            models.CheckConstraint(
                condition=~Q(state="verified") | Q(benefit__isnull=False, verified_on__isnull=False), name="result_verified_dated"
            ),
            models.UniqueConstraint(fields=["node", "title"], condition=~Q(state="declined"), name="result_once"),
        ]
        indexes = [
            models.Index(fields=["slot", "kind", "submitted_on"], name="result_slot"),
            models.Index(fields=["slot", "verified_on"], name="result_verified"),
        ]

    def __str__(self):
        return self.title


class Author(Kept):
    """Whose result it is: the first place is the main one."""

    result = models.ForeignKey(Result, models.PROTECT, related_name="authors", verbose_name=_("成果"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("姓名"))
    place = models.SmallIntegerField(_("位次"))

    scope = Scope(node=("result__node",), owner=("person__account",))
    seen_as, named_by = ("production_innovation.result", "result_id"), ("person",)

    class Meta:
        verbose_name = verbose_name_plural = _("完成人")
        constraints = [
            models.UniqueConstraint(fields=["result", "person"], name="author_once"),
            models.UniqueConstraint(fields=["result", "place"], name="author_place_once"),
            models.CheckConstraint(condition=Q(place__gte=1), name="author_place"),
        ]

    def __str__(self):
        return str(self.person)


@reslotted
class Visit(Record):
    """At an outreach session of `node` somebody's crew was visited, by a helper, perhaps about a problem."""

    activity = models.ForeignKey("commons_activities.Activity", models.PROTECT, related_name="+", verbose_name=_("助企活动"))
    crew = models.ForeignKey(Team, models.PROTECT, related_name="+", verbose_name=_("走进班组"))
    helper = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("劳模工匠"))
    matter = models.OneToOneField("commons_cases.Case", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("难题"))
    on = models.DateField(_("日期"))

    scope = Scope(node=("node",), owner=("helper__account",))
    slot_day = "on"
    named_by = ("activity", "crew", "helper")

    class Meta:
        verbose_name = verbose_name_plural = _("助企走访")
        indexes = [models.Index(fields=["slot", "on"], name="visit_slot")]

    def __str__(self):
        return f"{self.activity}·{self.crew}"
