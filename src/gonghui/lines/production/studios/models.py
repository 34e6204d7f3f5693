"""Studio 创新工作室 and Alliance 创新工作室联盟; who is in them are members of their teams."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person, Team
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Studio(Record):
    """A studio at the unit that sponsors it, led by one who leads no other. chain: the industry chain it works for."""

    team = models.OneToOneField(Team, models.PROTECT, related_name="studio", verbose_name=_("名称"))
    leader = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("负责人"))
    field = models.CharField(_("领域"), max_length=60, blank=True)
    chain = models.CharField(_("产业链"), max_length=40, blank=True)
    since = models.DateField(_("成立日期"))
    leaderless_on = models.DateField(_("负责人空缺自"), null=True, blank=True)
    until = models.DateField(_("撤销日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.StudioState)

    lifecycle, slot_day, named_by = words.STUDIO, "since", ("team", "leader")

    class Meta:
        verbose_name = verbose_name_plural = _("创新工作室")
        constraints = [
            models.CheckConstraint(condition=check_known(words.STUDIO), name="studio_state_known"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="studio_days_in_order"),
            models.UniqueConstraint(fields=["leader"], condition=Q(state="standing"), name="studio_one_a_leader"),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="studio_slot")]

    def __str__(self):
        return str(self.team)


@reslotted
class Alliance(Record):
    """Studios of several firms that solve problems together; `node` is where it has its seat, its team holds the studios' teams."""

    team = models.OneToOneField(Team, models.PROTECT, related_name="alliance", verbose_name=_("名称"))
    since = models.DateField(_("成立日期"), null=True, blank=True)
    until = models.DateField(_("解散日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.AllianceState)

    lifecycle, named_by = words.ALLIANCE, ("team",)

    class Meta:
        verbose_name = verbose_name_plural = _("创新工作室联盟")
        constraints = [
            models.CheckConstraint(condition=check_known(words.ALLIANCE), name="alliance_state_known"),
            models.CheckConstraint(condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")), name="alliance_days_in_order"),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="alliance_slot")]

    def __str__(self):
        return str(self.team)
