"""Contract 集体合同 and Covered 覆盖单位."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Employer
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Contract(Record):
    """One contract from its offer on. staff, present, yes: who may vote, came and agreed. terms: key clauses, or the table of pay by skill."""

    sort = models.CharField(_("类别"), max_length=8, choices=words.Sort)
    reach = models.CharField(_("范围"), max_length=8, choices=words.Reach)
    title = models.CharField(_("名称"), max_length=120)
    employer = models.ForeignKey(Employer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("企业"))
    offered_on = models.DateField(_("要约日期"))
    answer = models.CharField(_("答复"), max_length=300, blank=True)
    meetings = models.SmallIntegerField(_("协商次数"), default=0)
    terms = models.CharField(_("主要条款"), max_length=1000, blank=True)
    staff = models.IntegerField(_("全体职工（代表）"), null=True, blank=True)
    present = models.IntegerField(_("到会"), null=True, blank=True)
    yes = models.IntegerField(_("同意"), null=True, blank=True)
    signed_on = models.DateField(_("签订日期"), null=True, blank=True)
    filed_on = models.DateField(_("报送日期"), null=True, blank=True)
    number = models.CharField(_("备案号"), max_length=60, null=True, blank=True, unique=True)
    since = models.DateField(_("生效日期"), null=True, blank=True)
    until = models.DateField(_("期满日期"), null=True, blank=True)
    published_on = models.DateField(_("公布日期"), null=True, blank=True)
    inspected_on = models.DateField(_("最近履约检查"), null=True, blank=True)
    performance = models.CharField(_("履约情况"), max_length=300, blank=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="renewed_by", verbose_name=_("续签自"))
    state = models.CharField(_("状态"), max_length=12, choices=words.ContractState)

    lifecycle, slot_day = words.CONTRACT, "offered_on"
    scope = Scope(node=("node",))

    class Meta:
        verbose_name = verbose_name_plural = _("集体合同")
        constraints = [
            models.CheckConstraint(condition=check_known(words.CONTRACT), name="contract_state_known"),
            models.CheckConstraint(condition=Q(reach="own", employer__isnull=False) | ~Q(reach="own") & Q(employer=None), name="contract_employer"),
            models.CheckConstraint(condition=Q(yes=None) | Q(yes__lte=F("present"), present__lte=F("staff")), name="contract_votes"),
            models.CheckConstraint(condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")), name="contract_days"),
        ]
        indexes = [
            models.Index(fields=["slot", "signed_on"], name="contract_signed"),
            models.Index(fields=["slot", "since"], name="contract_since"),
            models.Index(fields=["state", "until"], name="contract_state"),
        ]

    def __str__(self):
        return self.title


@reslotted
class Covered(Record):
    """An enterprise a contract covers. own: by its own contract, which goes before a regional one where workers are counted once."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="covered", verbose_name=_("集体合同"))
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("覆盖单位"))
    workers = models.IntegerField(_("覆盖职工数"))
    own = models.BooleanField(_("本企业合同"))
    on = models.DateField(_("列入日期"))

    slot_day, named_by = "on", ("employer", "contract")

    class Meta:
        verbose_name = verbose_name_plural = _("合同覆盖单位")
        constraints = [
            models.UniqueConstraint(fields=["contract", "employer"], name="covered_once"),
            models.CheckConstraint(condition=Q(workers__gt=0), name="covered_workers"),
        ]
        indexes = [models.Index(fields=["employer"], name="covered_employer"), models.Index(fields=["slot"], name="covered_slot")]

    def __str__(self):
        return f"{self.employer}（{self.workers}）"
