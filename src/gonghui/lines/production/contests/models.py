"""Item 赛项 of a contest, and Entry 参赛."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.registers.words import Tier
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words

REGISTER = "commons_registers.RegisterEntry"


@reslotted
class Item(Record):
    """
    One trade or task of a contest that is judged by itself.

    `node` is the contest's organiser. category, chain, edition: entries of the registers of contest classes, industry
    chains and editions. per_team: places each delegation has, none: as many as it likes. held_on: the day
    of the final. signed_at: when the scores were published; from then on only a correction changes one.
    """

    contest = models.ForeignKey("commons_activities.Activity", models.PROTECT, related_name="+", verbose_name=_("竞赛"))
    title = models.CharField(_("赛项（工种）"), max_length=60)
    tier = models.CharField(_("级别"), max_length=12, choices=Tier)
    judged = models.CharField(_("排名依据"), max_length=8, choices=words.Judged)
    category = models.ForeignKey(REGISTER, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("竞赛类别"))
    chain = models.ForeignKey(REGISTER, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("重点产业链"))
    edition = models.ForeignKey(REGISTER, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("赛事届次"))
    per_team = models.SmallIntegerField(_("每队名额"), null=True, blank=True)
    held_on = models.DateField(_("决赛日期"))
    signed_at = models.DateTimeField(_("成绩公布时间"), null=True, blank=True)
    document = models.CharField(_("表彰文号"), max_length=60, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.ItemState)

    lifecycle = words.ITEM
    scope = Scope(node=("node",), named=True)  # who enters from below sees it on the entry
    slot_day = "held_on"

    class Meta:
        verbose_name = verbose_name_plural = _("赛项")
        constraints = [
            models.UniqueConstraint(fields=["contest", "title"], condition=~Q(state="cancelled"), name="item_once"),
            models.CheckConstraint(condition=check_known(words.ITEM), name="item_state_known"),
            models.CheckConstraint(condition=Q(per_team=None) | Q(per_team__gte=1), name="item_per_team"),
        ]
        indexes = [models.Index(fields=["slot", "held_on"], name="item_slot")]

    def __str__(self):
        return self.title


@reslotted
class Entry(Record):
    """
    A contestant, or a work such as an orchard, in one item; `node` sends it.

    score: two decimals; of a work judged by benefit, yuan a mu in the year. area: in hundredths of a mu. income, cost: yuan of the year.
    """

    item = models.ForeignKey(Item, models.PROTECT, related_name="entries", verbose_name=_("赛项"))
    team = models.ForeignKey("commons_parties.Team", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("代表队"))
    person = models.ForeignKey("commons_parties.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("选手"))
    title = models.CharField(_("参赛对象"), max_length=100, blank=True)
    entered_on = models.DateField(_("报名日期"))
    score = models.DecimalField(_("成绩"), max_digits=14, decimal_places=2, null=True, blank=True)
    area = models.IntegerField(_("面积（百分之一亩）"), null=True, blank=True)
    income = models.DecimalField(_("销售收入（元）"), max_digits=14, decimal_places=2, null=True, blank=True)
    cost = models.DecimalField(_("成本（元）"), max_digits=14, decimal_places=2, null=True, blank=True)
    visited_on = models.DateField(_("实地核验日期"), null=True, blank=True)
    rank = models.IntegerField(_("名次"), null=True, blank=True)
    award = models.CharField(_("奖项"), max_length=12, choices=words.Award, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.EntryState)

    lifecycle = words.ENTRY
    scope = Scope(node=("node", "item__node"), owner=("person__account",))
    slot_day = "entered_on"
    named_by = ("person",)

    class Meta:
        verbose_name = verbose_name_plural = _("参赛")
        constraints = [
            models.UniqueConstraint(
                fields=["item", "person"], condition=Q(person__isnull=False) & ~Q(state__in=words.OUT), name="entry_person_once"
            ),
            models.UniqueConstraint(fields=["item", "node", "title"], condition=Q(person=None) & ~Q(state__in=words.OUT), name="entry_work_once"),
            models.CheckConstraint(condition=check_known(words.ENTRY), name="contest_entry_state_known"),
            models.CheckConstraint(condition=Q(person=None) ^ Q(title=""), name="entry_person_or_work"),
            models.CheckConstraint(condition=Q(award="") | Q(rank__isnull=False), name="entry_award_by_rank"),
        ]  # fmt: skip
        indexes = [models.Index(fields=["slot", "entered_on"], name="entry_slot_day")]

    def __str__(self):
        return self.title or str(self.person)
