"""Activity 活动, its Tags, and Attendance 参加."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Node, Record
from gonghui.kernel.tree.slots import reslotted

from .words import ACTIVITY, ATTENDANCE, KINDS, SERIES, ActivityState, AttendanceState, Level, Method, Venue


@reslotted
class Activity(Record):
    """
    One occasion. `node` organises it, `host` receives it; both see the same row and count it once.

    head_count: a counted number of people present, where there are no names. days: from the first to
    the last day, both inside. expected: people expected; open_to_public: not only for a unit's own
    people, so that from `event.permit_threshold` on it needs a safety permit. edition: the number in a
    row of yearly occasions (第六届). partner: who from outside took part, as printed.
    """

    kind = models.CharField(_("类别"), max_length=24)
    title = models.CharField(_("名称"), max_length=100)
    host = models.ForeignKey(Node, models.PROTECT, null=True, blank=True, verbose_name=_("承接组织"), related_name="+")
    host_slot = models.BigIntegerField(default=0, editable=False)
    venue = models.CharField(_("场所类型"), max_length=8, choices=Venue, blank=True)
    at_place = models.CharField(_("地点"), max_length=100, blank=True)
    place = models.ForeignKey("commons_places.Place", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("工会阵地"))
    held_on = models.DateField(_("日期"))
    ended_on = models.DateField(_("结束日期"))
    hours = models.CharField(_("时间"), max_length=11, blank=True, default="", db_default="")
    days = models.SmallIntegerField(_("天数"), editable=False)
    head_count = models.IntegerField(_("到场人数"), null=True, blank=True)
    team = models.ForeignKey("commons_parties.Team", models.PROTECT, null=True, blank=True, verbose_name=_("队伍"))
    plan = models.ForeignKey("commons_plans.PlanItem", models.PROTECT, null=True, blank=True, verbose_name=_("计划项目"))
    partner = models.CharField(_("合作方"), max_length=100, blank=True, default="", db_default="")
    level = models.CharField(_("活动级别"), max_length=8, choices=Level, blank=True, default="", db_default="")
    edition = models.SmallIntegerField(_("届次"), null=True, blank=True)
    expected = models.IntegerField(_("预计人数"), null=True, blank=True)
    open_to_public = models.BooleanField(_("面向公众"), default=False, db_default=False)
    permit = models.CharField(_("安全许可文号"), max_length=60, blank=True, default="", db_default="")
    state = models.CharField(_("状态"), max_length=12, choices=ActivityState)

    lifecycle = ACTIVITY
    scope = Scope(node=("node", "host"))
    slots = (("slot", "node"), ("host_slot", "host"))
    slot_day = "held_on"
    unlogged_fields = ("slot", "host_slot")

    class Meta:
        verbose_name = verbose_name_plural = _("活动")
        constraints = [
            models.CheckConstraint(condition=check_known(ACTIVITY), name="activity_state_known"),
            models.CheckConstraint(condition=Q(head_count=None) | Q(head_count__gte=0), name="activity_head_count"),
            models.CheckConstraint(condition=Q(ended_on__gte=F("held_on")), name="activity_days_in_order"),
            models.CheckConstraint(condition=Q(edition=None) | Q(edition__gte=1), name="activity_edition"),
            models.CheckConstraint(condition=Q(expected=None) | Q(expected__gte=1), name="activity_expected"),
        ]
        indexes = [
            models.Index(fields=["slot", "held_on"], name="activity_slot"),
            models.Index(fields=["host_slot", "held_on"], name="activity_host_slot"),
            models.Index(fields=["node", "held_on"], name="activity_node_day"),
            models.Index(fields=["held_on", "kind"], name="activity_day"),
        ]

    def __str__(self):
        return self.title

    @property
    def kind_label(self) -> str:
        return KINDS.label(self.kind)

    @property
    def series_label(self) -> str:
        return "、".join(SERIES.label(tag.slug) for tag in self.tags.all())

    def save(self, *args, **kwargs):
        self.ended_on = self.ended_on or self.held_on
        self.days = (self.ended_on - self.held_on).days + 1
        super().save(*args, **kwargs)


class ActivityTag(models.Model):
    """A series an activity belongs to; series overlap (a campus lecture is also a model-worker lecture)."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="tags")
    slug = models.CharField(_("系列"), max_length=24)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "slug"], name="activity_tag_once")]
        indexes = [models.Index(fields=["slug", "activity"], name="activity_tag_slug")]


def tagged(slug: str) -> Q:
    """Activities that belong to a series."""
    return Q(Exists(ActivityTag.objects.filter(activity=OuterRef("pk"), slug=slug)))


class Attendance(Kept):
    """One named person at one activity; struck out, it stands and is not counted."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="attendances", verbose_name=_("活动"), db_index=False)
    person = models.ForeignKey("commons_parties.Person", models.PROTECT, related_name="attendances", verbose_name=_("姓名"))
    at = models.DateTimeField(_("签到时间"))
    method = models.CharField(_("方式"), max_length=8, choices=Method, default=Method.LIST, db_default=Method.LIST)
    state = models.CharField(_("状态"), max_length=8, choices=AttendanceState, default=AttendanceState.PRESENT, db_default=AttendanceState.PRESENT)

    lifecycle = ATTENDANCE
    scope = Scope(node=("activity__node", "activity__host"), owner=("person__account",))
    named_by = ("person", "activity")

    class Meta:
        verbose_name = verbose_name_plural = _("参加")
        constraints = [
            models.UniqueConstraint(fields=["activity", "person"], name="attendance_once"),
            models.CheckConstraint(condition=check_known(ATTENDANCE), name="attendance_state_known"),
        ]

    def __str__(self):
        return f"{self.person}·{self.activity}"

    @property
    def node(self):
        """It happens where its activity does."""
        return self.activity.node

    @property
    def node_id(self):
        return self.activity.node_id
