"""ExchangeMessage 对接消息 and MatchRow 比对结果."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class ExchangeMessage(Record):
    """One message to a system of somebody else. noun, day: the changes it carries; rows: how many. tries: how often it was sent."""

    partner = models.CharField(_("对方"), max_length=10, choices=words.Partner)
    title = models.CharField(_("内容"), max_length=160)
    noun = models.CharField(_("记录类型"), max_length=60, blank=True)
    day = models.DateField(_("所属日期"))
    rows = models.IntegerField(_("条数"), default=0)
    basis = models.CharField(_("法律依据"), max_length=160, blank=True)
    tries = models.SmallIntegerField(_("发送次数"), default=0)
    sent_on = models.DateField(_("发送日期"), null=True, blank=True)
    answered_on = models.DateField(_("回执日期"), null=True, blank=True)
    answer = models.CharField(_("对方答复"), max_length=300, blank=True)
    mended = models.CharField(_("修正情况"), max_length=300, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.MessageState)

    lifecycle, slot_day = words.MESSAGE, "day"

    class Meta:
        verbose_name = verbose_name_plural = _("对接消息")
        constraints = [
            models.CheckConstraint(condition=check_known(words.MESSAGE), name="exchange_state_known"),
            models.UniqueConstraint(fields=["node", "partner", "noun", "day"], condition=~Q(noun="") & ~Q(state="dropped"), name="exchange_once"),
        ]
        indexes = [models.Index(fields=["slot", "day"], name="exchange_slot")]

    def __str__(self):
        return self.title


@reslotted
class MatchRow(Record):
    """What was found of one file on a list that was compared: the same, or what differs, settled by hand. ref: number of our file, never an ID number."""

    message = models.ForeignKey(ExchangeMessage, models.PROTECT, related_name="matches", verbose_name=_("比对批次"))
    ref = models.CharField(_("档案号"), max_length=40)
    hit = models.BooleanField(_("一致"))
    differs = models.CharField(_("差异"), max_length=300, blank=True)
    settled_on = models.DateField(_("核实日期"), null=True, blank=True)
    outcome = models.CharField(_("核实结果"), max_length=300, blank=True)
    on = models.DateField(_("比对日期"))

    slot_day, named_by = "on", ("message",)

    class Meta:
        verbose_name = verbose_name_plural = _("比对结果")
        constraints = [models.UniqueConstraint(fields=["message", "ref"], name="match_once")]
        indexes = [models.Index(fields=["slot", "on"], name="match_slot")]

    def __str__(self):
        return self.ref
