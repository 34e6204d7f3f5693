"""Season 艺术季, Work 作品, the Sheet 评分表 of a stage and a judge's Marking 评分."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import Level
from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from .day_models import ReadingDay, VisitorDay
from .seat_models import Seat, SeatMap
from .visit_models import ShowHour, ShowRequest
from .words import MARKING, SEASON, WORK, MarkingState, SeasonState, Stage, WorkState

__all__ = ["Marking", "ReadingDay", "Season", "Seat", "SeatMap", "Sheet", "ShowHour", "ShowRequest", "VisitorDay", "Work"]


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

    Exactly one author: a person, a team, or a name as written. score, rank: what its last decision stood on, the rank among the works
    of its item; why: the reason where the decision is not what the rank says.
    """

    season = models.ForeignKey(Season, models.PROTECT, related_name="works", verbose_name=_("艺术季"))
    item = models.ForeignKey("commons_plans.PlanItem", models.PROTECT, related_name="+", verbose_name=_("活动项"))
    title = models.CharField(_("作品（节目）"), max_length=100)
    person = models.ForeignKey("commons_parties.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("作者（人员）"))
    team = models.ForeignKey("commons_parties.Team", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("作者（队伍）"))
    author = models.CharField(_("作者（署名）"), max_length=100, blank=True)
    entered_on = models.DateField(_("报送日期"))
    award = models.CharField(_("奖项"), max_length=40, blank=True)
    score = models.DecimalField(_("评审得分"), max_digits=5, decimal_places=2, null=True, blank=True)
    rank = models.SmallIntegerField(_("名次"), null=True, blank=True)
    why = models.CharField(_("与名次不符的理由"), max_length=500, blank=True, default="", db_default="")
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


class Sheet(Kept):
    """
    By what the works of a stage are marked, frozen when the first judge is assigned.

    items: lines of name and weight, a hundred together. places: lines of what a work comes to and how many of an item do, the best first.
    """

    season = models.ForeignKey(Season, models.PROTECT, related_name="sheets", verbose_name=_("艺术季"))
    stage = models.CharField(_("阶段"), max_length=12, choices=Stage)
    items = models.TextField(_("评分项与权重"))
    places = models.TextField(_("结论与件数"))

    scope = Scope(node=("season__node",))

    class Meta:
        verbose_name = verbose_name_plural = _("评分表")
        constraints = [models.UniqueConstraint(fields=["season", "stage"], name="sheet_once")]

    def __str__(self):
        return f"{self.season}·{self.get_stage_display()}"


@reslotted
class Marking(Record):
    """
    What one judge gives one work at one stage; `node` is the season's organiser. The judge sees the work and no author.

    about: item and title; items: the sheet as it stood. marks: by item, hundredths of a point; total: weighted, out of a hundred.
    """

    work = models.ForeignKey(Work, models.PROTECT, related_name="markings", verbose_name=_("参评作品"))
    judge = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+", verbose_name=_("评委"))
    stage = models.CharField(_("阶段"), max_length=12, choices=Stage)
    about = models.CharField(_("作品"), max_length=210)
    items = models.TextField(_("评分项与权重"))
    assigned_on = models.DateField(_("分派日期"))
    marks = models.JSONField(_("各项评分"), default=dict)
    total = models.DecimalField(_("得分"), max_digits=5, decimal_places=2, null=True, blank=True)
    comment = models.CharField(_("评语（回避理由）"), max_length=500, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=MarkingState)

    lifecycle = MARKING
    scope = Scope(node=("node",), owner=("judge",))
    slot_day = "assigned_on"

    class Meta:
        verbose_name = verbose_name_plural = _("作品评分")
        constraints = [
            models.CheckConstraint(condition=check_known(MARKING), name="marking_state_known"),
            models.CheckConstraint(
                condition=Q(state="marked", total__gte=0, total__lte=100) | ~Q(state="marked") & Q(total=None), name="marking_has_total"
            ),
            models.UniqueConstraint(fields=["work", "stage", "judge"], name="marking_once"),
        ]
        indexes = [models.Index(fields=["slot", "assigned_on"], name="marking_slot")]

    def __str__(self):
        return f"{self.get_stage_display()}·{self.about}"
