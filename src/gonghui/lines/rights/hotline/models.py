"""Call 来电."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.models import Case
from gonghui.commons.cases.words import topic_choices
from gonghui.kernel.access.models import Account
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.fields import DigestField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.privacy.fields import SealedField
from gonghui.kernel.privacy.masks import mask_phone
from gonghui.kernel.tree.models import Node, Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Call(Record):
    """
    One ring of the hotline. `node` is the centre that took it, `area` the federation of the caller's place.

    serial: the number the exchange gave it; national: its number at the national platform. wait, talk: seconds. `case`:
    the matter it led to, or that it was one more contact of.
    """

    serial = models.CharField(_("话务编号"), max_length=40, unique=True, null=True, blank=True)
    national = models.CharField(_("全国平台编号"), max_length=40, blank=True)
    area = models.ForeignKey(Node, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("来电属地工会"))
    area_slot = models.BigIntegerField(default=0, editable=False)
    on = models.DateField(_("日期"))
    at = models.DateTimeField(_("时间"), null=True, blank=True)
    agent = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("坐席"))
    phone = SealedField(_("来电号码"), default=b"")
    phone_hash = DigestField(null=True, db_index=True, editable=False)
    salt = models.BinaryField(max_length=16, default=b"")
    topic = models.CharField(_("事由"), max_length=24, choices=topic_choices, blank=True)
    reference = models.CharField(_("答复依据"), max_length=200, blank=True)
    recording = models.CharField(_("录音编号"), max_length=60, blank=True)
    wait = models.IntegerField(_("等待秒数"), default=0)
    talk = models.IntegerField(_("通话秒数"), default=0)
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="calls", verbose_name=_("工单"))
    state = models.CharField(_("状态"), max_length=12, choices=words.CallState)

    lifecycle = words.CALL
    scope = Scope(node=("node", "area"), owner=("agent",))
    slots = (("slot", "node"), ("area_slot", "area"))
    slot_day = "on"
    sealed_fields = ("phone", "phone_hash", "salt")
    unlogged_fields = ("slot", "area_slot")

    class Meta:
        verbose_name = verbose_name_plural = _("来电")
        constraints = [
            models.CheckConstraint(condition=check_known(words.CALL), name="call_state_known"),
            models.CheckConstraint(condition=Q(wait__gte=0, talk__gte=0), name="call_seconds"),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="call_slot"), models.Index(fields=["area_slot", "on"], name="call_area_slot")]

    def __str__(self):
        return f"{self.serial or self.pk} {self.on}"

    @property
    def phone_masked(self) -> str:
        """What a list may show; of a confidential matter nothing, nor of one its reader may not see."""
        hidden = self.case_id and (self.case is None or self.case.confidential)  # the second wall joins nothing in its place
        return str(_("（保密）")) if hidden else mask_phone(self.phone or "")
