"""HeadCount 填报: one number of one unit for one kind and period."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.models import Account
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from .words import KINDS, MOST, RETURN, ReturnState, kinds


@reslotted
class HeadCount(Record):
    """
    What a unit counted where no names were taken: `number` of a kind from `since` to `until`, both inside.

    A zero is a number somebody typed; nothing filed is no row. It lies in the tree as the unit stood on the
    last day of the period. basis: the list, document or ledger it was taken from. explained: why it
    differs much from the year before. own: somebody has said that nothing of it is in a number filed above or below.
    """

    kind = models.CharField(_("类别"), max_length=24, choices=kinds)
    since = models.DateField(_("期间起"))
    until = models.DateField(_("期间止"))
    number = models.BigIntegerField(_("数"))
    basis = models.CharField(_("依据"), max_length=200)
    explained = models.CharField(_("变动说明"), max_length=200, blank=True)
    own = models.BooleanField(_("只含本级自办"), default=False)
    filed_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("填报人"))
    submitted_on = models.DateField(_("报送日期"), null=True, blank=True)
    accepted_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("审核人"))
    state = models.CharField(_("状态"), max_length=12, choices=ReturnState)

    lifecycle = RETURN
    slot_day = "until"
    named_by = ("node",)

    class Meta:
        verbose_name = verbose_name_plural = _("填报")
        constraints = [
            models.UniqueConstraint(fields=["node", "kind", "since", "until"], name="return_once"),
            models.CheckConstraint(condition=check_known(RETURN), name="return_state_known"),
            models.CheckConstraint(condition=Q(number__gte=0) & Q(number__lte=MOST), name="return_number"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="return_days_in_order"),
            models.CheckConstraint(
                condition=Q(filed_by=None) | Q(accepted_by=None) | ~Q(accepted_by=F("filed_by")), name="return_checked_by_another"
            ),
        ]
        indexes = [models.Index(fields=["slot", "kind", "until"], name="return_slot")]

    def __str__(self):
        return f"{self.node}·{KINDS.label(self.kind)}·{self.since}—{self.until}"
