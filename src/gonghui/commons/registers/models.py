"""RegisterEntry 台账条目 and EntryLink 条目关联."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Node, Record
from gonghui.kernel.tree.slots import reslotted

from . import words
from .words import ENTRY, Bond, EntryState, Tier

HOLDERS = ("person", "employer", "team", "holder_node")
NONE_HELD = {f"{name}__isnull": True for name in HOLDERS}


@reslotted
class RegisterEntry(Record):
    """
    One dated thing that a node lists. At most one holder, by row or by a plain name.

    since: the day it was issued, published or received. in_force_from: where it has force, from when; until: its last
    day, which may lie ahead. year: the year it belongs to (an award of 2023 given in 2024); year_on: the day that
    decides which year's figures hold it. quantity: its number, in whole units that the kind knows (a rank, an
    edition, days, yuan). registered_on: empty for a mere proposal, which counts nowhere.
    """

    kind = models.CharField(_("类别"), max_length=24, choices=words.kind_choices)
    title = models.CharField(_("名称"), max_length=160)
    number = models.CharField(_("编号（文号）"), max_length=60, blank=True)
    issuer = models.CharField(_("发出单位"), max_length=100, blank=True)
    tier = models.CharField(_("级别"), max_length=12, choices=Tier, blank=True)
    topic = models.CharField(_("分类"), max_length=40, blank=True)
    person = models.ForeignKey("commons_parties.Person", models.PROTECT, null=True, blank=True, verbose_name=_("持有人（人员）"), related_name="+")
    employer = models.ForeignKey("commons_parties.Employer", models.PROTECT, null=True, blank=True, verbose_name=_("持有单位"), related_name="+")
    team = models.ForeignKey("commons_parties.Team", models.PROTECT, null=True, blank=True, verbose_name=_("持有队伍"), related_name="+")
    holder_node = models.ForeignKey(Node, models.PROTECT, null=True, blank=True, verbose_name=_("持有组织"), related_name="+")
    holder_name = models.CharField(_("持有者名称"), max_length=100, blank=True)
    quantity = models.BigIntegerField(_("数值"), null=True, blank=True)
    unit = models.CharField(_("数值单位"), max_length=12, blank=True)
    since = models.DateField(_("日期"))
    year = models.SmallIntegerField(_("所属年度"))
    year_on = models.DateField(editable=False)
    in_force_from = models.DateField(_("生效日期"), null=True, blank=True)
    until = models.DateField(_("终止日期"), null=True, blank=True)
    registered_on = models.DateField(_("登记日期"), null=True, blank=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("上一版本"))
    version = models.SmallIntegerField(_("版本"), default=1)
    plan = models.ForeignKey("commons_plans.PlanItem", models.PROTECT, null=True, blank=True, verbose_name=_("计划项目"), related_name="+")
    address = models.URLField(_("网址"), max_length=300, blank=True)
    note = models.CharField(_("说明"), max_length=500, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=EntryState)

    lifecycle = ENTRY
    scope = Scope(node=("node",), owner=("person__account",))
    slot_day = "since"
    unlogged_fields = ("slot", "year_on")

    class Meta:
        verbose_name = verbose_name_plural = _("台账条目")
        constraints = [
            models.CheckConstraint(condition=check_known(ENTRY), name="entry_state_known"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="entry_days_in_order"),
            models.CheckConstraint(
                condition=Q(**NONE_HELD) | Q(holder_name="") & (
                    Q(**NONE_HELD | {"person__isnull": False}) | Q(**NONE_HELD | {"employer__isnull": False})
                    | Q(**NONE_HELD | {"team__isnull": False}) | Q(**NONE_HELD | {"holder_node__isnull": False})
                ),
                name="entry_one_holder",
            ),
            models.UniqueConstraint(
                fields=["kind", "issuer", "number"], condition=Q(state__in=words.OPEN) & ~Q(number=""), name="entry_number_once"
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["slot", "kind", "since"], name="entry_slot"),
            models.Index(fields=["slot", "kind", "year_on"], name="entry_year"),
            models.Index(fields=["node", "since"], name="entry_node_day"),
        ]

    def __str__(self):
        return self.title

    @property
    def holder(self):
        """Whoever holds it: a row, a name, or nobody."""
        return self.person or self.employer or self.team or self.holder_node or self.holder_name

    def save(self, *args, **kwargs):
        self.year = self.year or self.since.year
        self.year_on = year_day(self.since, self.year)
        super().save(*args, **kwargs)


def year_day(since: date, year: int) -> date:
    """The day by which an entry falls into its year: its own, or the last of the year it belongs to."""
    return since if since.year == year else date(year, 12, 31)


class EntryLink(Kept):
    """`entry` belongs to `other` (an alliance's studio, a pilot's category, a rule's basis) from one day to another."""

    entry = models.ForeignKey(RegisterEntry, models.PROTECT, related_name="links", verbose_name=_("条目"))
    other = models.ForeignKey(RegisterEntry, models.PROTECT, related_name="linked", verbose_name=_("关联条目"))
    bond = models.CharField(_("关系"), max_length=12, choices=Bond)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)

    scope = Scope(node=("entry__node", "other__node"))
    named_by = ("entry", "other")

    class Meta:
        verbose_name = verbose_name_plural = _("条目关联")
        constraints = [
            models.UniqueConstraint(fields=["entry", "other", "bond"], condition=Q(until=None), name="entry_link_once"),
            models.CheckConstraint(condition=~Q(entry=F("other")), name="entry_link_not_itself"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="entry_link_days"),
        ]

    def __str__(self):
        return f"{self.entry}—{self.other}"

    @property
    def node_id(self):
        """A link happens where its entry stands."""
        return self.entry.node_id
