"""Courtesy 礼遇 that titles of a kind entitle to, and CourtesyUse 享受礼遇: whom it was offered, and whether it was used."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.models import Designation
from gonghui.commons.designations.words import Tier
from gonghui.commons.designations.words import kinds as title_kinds
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Courtesy(Record):
    """What holders of a kind of title, of a tier or of any, are entitled to at a node: so many times a year."""

    title = models.CharField(_("礼遇"), max_length=80)
    kind = models.CharField(_("礼遇类别"), max_length=24, choices=words.CourtesyKind)
    honour = models.CharField(_("称号类别"), max_length=24, choices=title_kinds)
    tier = models.CharField(_("级别"), max_length=10, choices=Tier, blank=True)
    times = models.SmallIntegerField(_("每年次数"))
    basis = models.CharField(_("依据"), max_length=100, blank=True)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=words.CourtesyState)

    lifecycle = words.COURTESY
    scope = Scope(node=("node",), named=True)
    slot_day = "since"

    class Meta:
        verbose_name = verbose_name_plural = _("劳模工匠礼遇")
        constraints = [
            models.CheckConstraint(condition=check_known(words.COURTESY), name="courtesy_state_known"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="courtesy_days_in_order"),
            models.CheckConstraint(condition=Q(times__gte=1), name="courtesy_times"),
        ]

    def __str__(self):
        return self.title


@reslotted
class CourtesyUse(Record):
    """One courtesy offered to one holder: taken up, declined or lapsed. `node` is where the holder belongs."""

    courtesy = models.ForeignKey(Courtesy, models.PROTECT, related_name="uses", verbose_name=_("礼遇"))
    designation = models.ForeignKey(Designation, models.PROTECT, related_name="courtesies", verbose_name=_("称号"))
    occasion = models.CharField(_("事项"), max_length=100)
    offered_on = models.DateField(_("邀请日期"))
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=words.UseState)

    lifecycle = words.USE
    scope = Scope(node=("node",), owner=("designation__person__account",))
    slot_day = "offered_on"
    named_by = ("courtesy",)

    class Meta:
        verbose_name = verbose_name_plural = _("礼遇享受")
        constraints = [
            models.CheckConstraint(condition=check_known(words.USE), name="courtesy_use_state_known"),
            models.UniqueConstraint(fields=["courtesy", "designation", "occasion"], name="courtesy_use_once"),
        ]

    def __str__(self):
        return f"{self.courtesy}·{self.occasion}"
