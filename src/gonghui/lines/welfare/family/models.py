"""Entrant 联谊参加人 and Pick 互选."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.enrolment.models import Enrolment, Offer
from gonghui.commons.parties.models import Person
from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.privacy.fields import SealedField
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Entrant(Record):
    """A single worker at one meeting, known there by a badge. The contact is told to whoever is chosen and has chosen, and to nobody else."""

    offer = models.ForeignKey(Offer, models.PROTECT, related_name="+", verbose_name=_("联谊活动"))
    enrolment = models.OneToOneField(Enrolment, models.PROTECT, related_name="+", editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("姓名"))
    badge = models.IntegerField(_("胸牌号"))
    says = models.CharField(_("自我介绍"), max_length=300, blank=True)
    contact = SealedField(_("联系方式"), default=b"")
    salt = models.BinaryField(max_length=16, default=b"", editable=False)
    on = models.DateField(_("报名日期"))
    state = models.CharField(_("状态"), max_length=10, choices=words.EntrantState)

    lifecycle = words.ENTRANT
    scope = Scope(node=("node",), owner=("person__account",))
    slot_day, named_by = "on", ("person", "offer")
    sealed_fields = ("says", "contact", "salt")

    class Meta:
        verbose_name = verbose_name_plural = _("联谊参加人")
        constraints = [
            models.CheckConstraint(condition=check_known(words.ENTRANT), name="entrant_state_known"),
            models.UniqueConstraint(fields=["offer", "badge"], name="entrant_badge_once"),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="entrant_slot")]

    def __str__(self):
        return f"{self.badge}·{self.offer}"


class Pick(Kept):
    """One entrant has chosen another; nobody but the chooser sees it. pair: it answered the other's choice."""

    entrant = models.ForeignKey(Entrant, models.PROTECT, related_name="+")
    other = models.ForeignKey(Entrant, models.PROTECT, related_name="+")
    pair = models.BooleanField(default=False)
    on = models.DateField(_("日期"))

    scope = Scope(owner=("entrant__person__account",))
    sealed_fields = ("other_id",)

    class Meta:
        verbose_name = verbose_name_plural = _("互选")
        constraints = [
            models.UniqueConstraint(fields=["entrant", "other"], name="pick_once"),
            models.CheckConstraint(condition=~Q(entrant=F("other")), name="pick_not_oneself"),
        ]

    @property
    def node_id(self):
        """It happens where the meeting does."""
        return self.entrant.node_id
