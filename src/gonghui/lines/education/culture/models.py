"""Season 艺术季 and Work 作品."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import Level
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from .words import SEASON, WORK, SeasonState, WorkState


@reslotted
class Season(Record):
    """A season or exhibition that works are sent to: its plan holds the items, each of a category."""

    title = models.CharField(_("名称"), max_length=100)
    plan = models.OneToOneField("commons_plans.PlanItem", models.PROTECT, related_name="season", verbose_name=_("计划"))
    level = models.CharField(_("级别"), max_length=8, choices=Level, blank=True)
    edition = models.SmallIntegerField(_("届次"), null=True, blank=True)
    since = models.DateField(_("开始日期"))
    until = models.DateField(_("结束日期"))
    state = models.CharField(_("状态"), max_length=12, choices=SeasonState)

    lifecycle = SEASON
    scope = Scope(node=("node",), named=True)
    slot_day = "since"

    class Meta:
        verbose_name = verbose_name_plural = _("艺术季")
        constraints = [
            models.CheckConstraint(condition=check_known(SEASON), name="season_state_known"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="season_days_in_order"),
            models.CheckConstraint(condition=Q(edition=None) | Q(edition__gte=1), name="season_edition"),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="season_slot")]

    def __str__(self):
        return self.title


@reslotted
class Work(Record):
    """
    One work or act entered for an item of a season; `node` sends it, the season's organiser judges it.

    Exactly one author: a person, a team, or a name as written.
    """

    season = models.ForeignKey(Season, models.PROTECT, related_name="works", verbose_name=_("艺术季"))
    item = models.ForeignKey("commons_plans.PlanItem", models.PROTECT, related_name="+", verbose_name=_("活动项"))
    title = models.CharField(_("作品（节目）"), max_length=100)
    person = models.ForeignKey("commons_parties.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("作者（人员）"))
    team = models.ForeignKey("commons_parties.Team", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("作者（队伍）"))
    author = models.CharField(_("作者（署名）"), max_length=100, blank=True)
    entered_on = models.DateField(_("报送日期"))
    award = models.CharField(_("奖项"), max_length=40, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=WorkState)

    lifecycle = WORK
    scope = Scope(node=("node", "season__node"), owner=("person__account",))
    slot_day = "entered_on"

    class Meta:
        verbose_name = verbose_name_plural = _("参评作品")
        constraints = [
            models.CheckConstraint(condition=check_known(WORK), name="work_state_known"),
            models.CheckConstraint(
                condition=Q(person__isnull=False, team=None, author="") | Q(person=None, team__isnull=False, author="")
                | Q(person=None, team=None) & ~Q(author=""),
                name="work_one_author",
            ),
            models.CheckConstraint(condition=~Q(award="") | ~Q(state="awarded"), name="work_award_named"),
            models.UniqueConstraint(fields=["item", "node", "title"], condition=~Q(state="withdrawn"), name="work_once"),
        ]  # fmt: skip
        indexes = [models.Index(fields=["slot", "entered_on"], name="work_slot")]

    def __str__(self):
        return self.title

    @property
    def by(self):
        """Whose it is."""
        return self.person or self.team or self.author
