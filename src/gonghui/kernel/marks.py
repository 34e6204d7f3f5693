"""Mark 时限提醒: what time has noticed of a record - a deadline near or passed - and whose hand it is in now."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .lifecycle import Lifecycle, States, check_known
from .tree.models import Node, Record


class MarkState(States):
    OPEN = "open", _("未了")
    DONE = "done", _("已了")


MARK = Lifecycle(MarkState)  # clocks open and close marks, acts never


class Mark(Record):
    """
    One thing a clock noticed about a record, open until the record no longer gives cause.

    what: the clock's key. ahead: days before `due_on` it was noticed for; 0 when the day has passed. hand: the level
    it has gone to.
    """

    what = models.CharField(_("事项"), max_length=40)
    noun = models.CharField(max_length=60)
    subject = models.BigIntegerField(_("记录"))
    hand = models.ForeignKey(Node, models.PROTECT, related_name="+", verbose_name=_("现由"))
    due_on = models.DateField(_("期限"))
    ahead = models.SmallIntegerField(_("提前天数"), default=0)
    on = models.DateField(_("标记日期"))
    done_on = models.DateField(_("了结日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=8, choices=MarkState, default=MarkState.OPEN)

    lifecycle = MARK
    slot_day = "on"
    named_by = ("node",)

    class Meta:
        verbose_name = verbose_name_plural = _("时限提醒")
        constraints = [
            models.UniqueConstraint(fields=["what", "subject"], condition=Q(state="open"), name="mark_one_open"),
            models.CheckConstraint(condition=check_known(MARK), name="mark_state_known"),
        ]
        indexes = [models.Index(fields=["noun", "subject"], name="mark_subject"), models.Index(fields=["slot", "what", "on"], name="mark_slot")]

    def __str__(self):
        return f"{self.label}·{self.node}·{self.due_on}"

    @property
    def label(self):
        from .ledger.act import ACTS

        return ACTS[self.what].label if self.what in ACTS else self.what

    @property
    def told(self) -> str:
        """How near or late, as a list prints it."""
        return _("已逾期") if self.ahead == 0 else _("%d 天内到期") % self.ahead
