"""SeatMap 座位图 of an offer, and its Seats 座位."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted


@reslotted
class SeatMap(Record):
    """The numbered seats of one offer. lines: blocks with their rows and seats, as they were typed; place: the hall, where it is one of ours."""

    offer = models.OneToOneField("commons_enrolment.Offer", models.PROTECT, related_name="seat_map", verbose_name=_("演出座席"))
    place = models.ForeignKey("commons_places.Place", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("场馆"))
    lines = models.TextField(_("座位图"))
    count = models.IntegerField(_("座位数"))
    drawn_on = models.DateField(_("编排日期"))

    scope = Scope(node=("node",), named=True)
    slot_day = "drawn_on"

    class Meta:
        verbose_name = verbose_name_plural = _("座位图")
        constraints = [models.CheckConstraint(condition=Q(count__gte=1), name="seat_map_count")]
        indexes = [models.Index(fields=["slot", "drawn_on"], name="seat_map_slot")]

    def __str__(self):
        return str(self.offer)


class Seat(Kept):
    """
    One numbered seat, one person at most; a person of an offer has one.

    order: from the front, a gap of one where a row or an aisle parts two seats. quota: for whom it is kept; freed_at: when it came back.
    """

    map = models.ForeignKey(SeatMap, models.CASCADE, related_name="seats", verbose_name=_("座位图"))
    order = models.IntegerField()
    label = models.CharField(_("座位号"), max_length=40)
    quota = models.ForeignKey("commons_enrolment.Quota", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("组织名额"))
    enrolment = models.OneToOneField(
        "commons_enrolment.Enrolment", models.PROTECT, null=True, blank=True, related_name="numbered", verbose_name=_("报名")
    )
    freed_at = models.DateTimeField(_("退回时间"), null=True, blank=True)

    scope = Scope(node=("map__node",), owner=("enrolment__holder__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("座位")
        constraints = [
            models.UniqueConstraint(fields=["map", "label"], name="seat_label_once"),
            models.UniqueConstraint(fields=["map", "order"], name="seat_order_once"),
        ]

    def __str__(self):
        return self.label

    @property
    def node_id(self):
        """It stands where its map does."""
        return self.map.node_id
