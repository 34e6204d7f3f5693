"""ShowRequest 演出申请: a unit asks for a troupe; and the hours a troupe plays in."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.words import Rating
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from .visit_words import REQUEST, RequestState


@reslotted
class ShowRequest(Record):
    """
    A unit asks a troupe to come; `node` asks, the troupe's organisation answers. on: the day wished for, then the day it is scheduled on.

    begins, ends: whole hours. activity: the show it became, which is what counts. stars, says: what the unit thought of it.
    """

    team = models.ForeignKey("commons_parties.Team", models.PROTECT, related_name="+", verbose_name=_("文艺团队"))
    title = models.CharField(_("演出名称"), max_length=100)
    at_place = models.CharField(_("地点"), max_length=100)
    expected = models.IntegerField(_("预计观众"))
    asks = models.CharField(_("需求说明"), max_length=300, blank=True)
    asked_by = models.ForeignKey("kernel.Account", models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("申请人"))
    asked_on = models.DateField(_("申请日期"))
    on = models.DateField(_("演出日期"))
    begins = models.SmallIntegerField(_("开始（时）"), null=True, blank=True)
    ends = models.SmallIntegerField(_("结束（时）"), null=True, blank=True)
    answer = models.CharField(_("未安排（撤回）理由"), max_length=500, blank=True)
    activity = models.OneToOneField("commons_activities.Activity", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("演出"))
    stars = models.SmallIntegerField(_("评价"), choices=Rating, null=True, blank=True)
    says = models.CharField(_("评价意见"), max_length=300, blank=True)
    rated_on = models.DateField(_("评价日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=RequestState)

    lifecycle = REQUEST
    scope = Scope(node=("node", "team__node"))
    slot_day = "asked_on"

    class Meta:
        verbose_name = verbose_name_plural = _("演出申请")
        constraints = [
            models.CheckConstraint(condition=check_known(REQUEST), name="show_request_state_known"),
            models.CheckConstraint(condition=Q(expected__gte=1), name="show_request_expected"),
            models.CheckConstraint(
                condition=Q(begins=None, ends=None) | Q(begins__gte=0, begins__lt=F("ends"), ends__lte=24), name="show_request_hours"
            ),
            models.CheckConstraint(condition=Q(state="performed", activity__isnull=False) | ~Q(state="performed") & Q(activity=None), name="show_request_show"),
            models.CheckConstraint(condition=Q(stars=None, rated_on=None) | Q(stars__gte=1, stars__lte=5, rated_on__isnull=False), name="show_request_stars"),
            models.UniqueConstraint(fields=["node", "team", "on"], condition=Q(state__in=("asked", "scheduled")), name="show_request_once"),
        ]  # fmt: skip
        indexes = [models.Index(fields=["slot", "asked_on"], name="show_request_slot"), models.Index(fields=["team", "on"], name="show_request_team")]

    def __str__(self):
        return f"{self.title}·{self.on}"

    @property
    def hours(self) -> str:
        """From when to when, where it is scheduled."""
        return "" if self.begins is None else f"{self.begins:02d}:00-{self.ends:02d}:00"


class ShowHour(models.Model):
    """One hour of a troupe on a day belongs to one show; it goes when the show is put elsewhere or called off."""

    request = models.ForeignKey(ShowRequest, models.CASCADE, related_name="taken")
    team = models.ForeignKey("commons_parties.Team", models.CASCADE, related_name="+")
    on = models.DateField()
    hour = models.SmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "on", "hour"], name="show_hour_once")]
