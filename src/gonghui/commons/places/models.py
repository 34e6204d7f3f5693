"""Place 阵地, its Signs 牌子, Facilities and OpeningHours."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.models import Account
from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from .visit_models import Inspection, OpeningException
from .words import PLACE, Built, PlaceState, facility_choices, kind_choices

__all__ = ["Facility", "Inspection", "OpeningException", "OpeningHours", "Place", "Sign", "signed"]


@reslotted
class Place(Record):
    """
    One physical site; `node` owns it and the record follows it wherever it moves.

    kind: what it is first of all; further signs may hang on it. host: the unit whose premises it is in. keeper: the
    account of whoever keeps it. latitude, longitude: GCJ-02 degrees, both or none. supported_on: the day a union
    supported its building with money.
    """

    code = models.CharField(_("编码"), max_length=24, unique=True)
    kind = models.CharField(_("类别"), max_length=24, choices=kind_choices)
    name = models.CharField(_("名称"), max_length=100)
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="rooms", verbose_name=_("所在阵地"))
    host = models.ForeignKey("commons_parties.Employer", models.PROTECT, null=True, blank=True, verbose_name=_("承接单位"), related_name="+")
    keeper = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, verbose_name=_("管理员"), related_name="+")
    address = models.CharField(_("地址"), max_length=160, blank=True)
    division = models.CharField(_("行政区划"), max_length=6, blank=True)
    latitude = models.FloatField(_("纬度"), null=True, blank=True)
    longitude = models.FloatField(_("经度"), null=True, blank=True)
    phone = models.CharField(_("服务电话"), max_length=20, blank=True)
    area = models.IntegerField(_("面积（平方米）"), null=True, blank=True)
    seats = models.IntegerField(_("容纳人数"), null=True, blank=True)
    smart = models.BooleanField(_("智能化"), default=False)
    built = models.CharField(_("建设方式"), max_length=8, choices=Built, blank=True)
    plan = models.ForeignKey("commons_plans.PlanItem", models.PROTECT, null=True, blank=True, verbose_name=_("计划项目"), related_name="+")
    planned_on = models.DateField(_("列入计划日期"), null=True, blank=True)
    built_on = models.DateField(_("建成日期"), null=True, blank=True)
    supported_on = models.DateField(_("获得建设支持日期"), null=True, blank=True)
    opened_on = models.DateField(_("开放日期"), null=True, blank=True)
    closed_on = models.DateField(_("关闭日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=PlaceState)

    lifecycle = PLACE
    scope = Scope(node=("node",), owner=("keeper",), named=True)

    class Meta:
        verbose_name = verbose_name_plural = _("阵地")
        constraints = [
            models.CheckConstraint(condition=check_known(PLACE), name="place_state_known"),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None) | Q(latitude__range=(3, 54), longitude__range=(73, 136)), name="place_point_in_china"
            ),
            models.CheckConstraint(condition=Q(area=None) | Q(area__gt=0), name="place_area"),
            models.CheckConstraint(condition=Q(seats=None) | Q(seats__gt=0), name="place_seats"),
            models.CheckConstraint(condition=Q(opened_on=None) | Q(closed_on=None) | Q(closed_on__gte=F("opened_on")), name="place_days_in_order"),
            models.CheckConstraint(condition=~Q(part_of=F("id")), name="place_not_in_itself"),
        ]
        indexes = [
            models.Index(fields=["slot", "kind"], name="place_slot"),
            models.Index(fields=["node", "kind"], name="place_node"),
            models.Index(fields=["latitude", "longitude"], name="place_point"),
        ]

    def __str__(self):
        return self.name


class Sign(Kept):
    """A kind under which the place is open to people, from one day to another; renovation and closing end it."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="signs", verbose_name=_("阵地"))
    kind = models.CharField(_("牌子"), max_length=24, choices=kind_choices)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)

    scope = Scope(node=("place__node",), owner=("place__keeper",))
    seen_as, named_by = ("commons_places.place", "place_id"), ("place",)

    class Meta:
        verbose_name = verbose_name_plural = _("牌子")
        constraints = [
            models.UniqueConstraint(fields=["place", "kind"], condition=Q(until=None), name="sign_hangs_once"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="sign_days_in_order"),
        ]
        indexes = [
            models.Index(fields=["kind", "since", "until"], name="sign_kind"),
            models.Index(fields=["place", "kind", "since"], name="sign_of_place"),  # what a place is; SQLite would go through all of a kind
        ]

    def __str__(self):
        return f"{self.get_kind_display()}·{self.place}"

    @property
    def node_id(self):
        return self.place.node_id


class Facility(Kept):
    """Something the place has for those who come, from a day on."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="facilities", verbose_name=_("阵地"))
    slug = models.CharField(_("设施（功能）"), max_length=24, choices=facility_choices)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)

    scope = Scope(node=("place__node",), owner=("place__keeper",))
    seen_as, named_by = ("commons_places.place", "place_id"), ("place",)

    class Meta:
        verbose_name = verbose_name_plural = _("设施（功能）")
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], condition=Q(until=None), name="facility_once"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="facility_days_in_order"),
        ]
        indexes = [models.Index(fields=["slug", "since"], name="facility_slug")]

    def __str__(self):
        return f"{self.get_slug_display()}·{self.place}"

    @property
    def node_id(self):
        return self.place.node_id


class OpeningHours(models.Model):
    """Open on a weekday (0 is Monday) from one minute of the day to another; closing at or before opening is on the next day."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="hours")
    weekday = models.SmallIntegerField()
    opens = models.SmallIntegerField()
    closes = models.SmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "weekday", "opens"], name="hours_once"),
            models.CheckConstraint(condition=Q(weekday__range=(0, 6), opens__range=(0, 1439), closes__range=(1, 1440)), name="hours_of_a_day"),
        ]


def signed(kind: str, day=None) -> Q:
    """Places under a sign of `kind`: on a day, or ever."""
    rows = Sign.objects.for_act("places of a kind").filter(place=OuterRef("pk"), kind=kind)
    standing = Q(until=None) | Q(until__gte=day)
    return Q(Exists(rows.filter(standing, since__lte=day) if day else rows))
