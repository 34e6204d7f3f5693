"""LeagueSeason 赛季, LeagueEntry 参赛队, Player 球员 and Match 比赛."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person, Team
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class LeagueSeason(Record):
    """One edition of a league. first, last: days of its first and last confirmed match; months: whole months between them, kept with every result."""

    name = models.CharField(_("联赛"), max_length=60)
    number = models.SmallIntegerField(_("届次"))
    opened_on = models.DateField(_("报名开始"))
    least = models.SmallIntegerField(_("每队最少人数"), default=1)
    first = models.DateField(_("首场"), null=True, blank=True)
    last = models.DateField(_("末场"), null=True, blank=True)
    months = models.SmallIntegerField(_("历时（整月）"), default=0)
    champion = models.ForeignKey("LeagueEntry", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("冠军"))
    state = models.CharField(_("状态"), max_length=12, choices=words.SeasonState)

    lifecycle, slot_day = words.SEASON, "opened_on"
    scope = Scope(node=("node",), named=True)

    class Meta:
        verbose_name = verbose_name_plural = _("联赛赛季")
        constraints = [
            models.CheckConstraint(condition=check_known(words.SEASON), name="league_season_state_known"),
            models.UniqueConstraint(fields=["node", "name", "number"], name="league_season_once"),
        ]
        indexes = [models.Index(fields=["slot", "opened_on"], name="league_season_slot")]

    def __str__(self):
        return str(_("第%(number)s届%(name)s") % {"number": self.number, "name": self.name})


@reslotted
class LeagueEntry(Record):
    """A team in a season; `node` sends it. left_on: it was withdrawn."""

    season = models.ForeignKey(LeagueSeason, models.PROTECT, related_name="entries", verbose_name=_("赛季"))
    team = models.ForeignKey(Team, models.PROTECT, related_name="+", verbose_name=_("球队"))
    group = models.CharField(_("小组"), max_length=4, blank=True)
    entered_on = models.DateField(_("报名日期"))
    left_on = models.DateField(_("退出日期"), null=True, blank=True)

    slot_day, named_by = "entered_on", ("team", "season")
    scope = Scope(node=("node", "season__node"), named=True)  # its name stands on what players have of their own

    class Meta:
        verbose_name = verbose_name_plural = _("参赛队")
        constraints = [models.UniqueConstraint(fields=["season", "team"], name="league_entry_once")]
        indexes = [models.Index(fields=["slot", "entered_on"], name="league_entry_slot")]

    def __str__(self):
        return str(self.team)


@reslotted
class Player(Record):
    """A member on the roster of a team for a season; in one team of it. `node` is the team's."""

    season = models.ForeignKey(LeagueSeason, models.PROTECT, related_name="players", verbose_name=_("赛季"))
    entry = models.ForeignKey(LeagueEntry, models.PROTECT, related_name="players", verbose_name=_("球队"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("球员"))
    shirt = models.SmallIntegerField(_("号码"), null=True, blank=True)
    listed_on = models.DateField(_("登记日期"))

    slot_day, named_by = "listed_on", ("person", "entry")
    scope = Scope(node=("node", "season__node"), owner=("person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("参赛球员")
        constraints = [
            models.UniqueConstraint(fields=["season", "person"], name="league_player_one_team"),
            models.UniqueConstraint(fields=["entry", "shirt"], condition=Q(shirt__isnull=False), name="league_player_shirt_once"),
        ]
        indexes = [models.Index(fields=["slot", "listed_on"], name="league_player_slot")]

    def __str__(self):
        return str(self.person)


@reslotted
class Match(Record):
    """Two teams on a day. attendance: people counted at the venue. forfeit: the side that did not play gave the match up."""

    season = models.ForeignKey(LeagueSeason, models.PROTECT, related_name="matches", verbose_name=_("赛季"))
    home = models.ForeignKey(LeagueEntry, models.PROTECT, related_name="+", verbose_name=_("主队"))
    away = models.ForeignKey(LeagueEntry, models.PROTECT, related_name="+", verbose_name=_("客队"))
    on = models.DateField(_("比赛日期"))
    at_place = models.CharField(_("场地"), max_length=60)
    play_off = models.BooleanField(_("淘汰赛"), default=False)
    home_score = models.SmallIntegerField(_("主队得分"), null=True, blank=True)
    away_score = models.SmallIntegerField(_("客队得分"), null=True, blank=True)
    forfeit = models.BooleanField(_("负方弃权"), default=False)
    attendance = models.IntegerField(_("现场观众"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.MatchState)

    lifecycle, slot_day, named_by = words.MATCH, "on", ("season", "home", "away")

    class Meta:
        verbose_name = verbose_name_plural = _("联赛比赛")
        constraints = [
            models.CheckConstraint(condition=check_known(words.MATCH), name="league_match_state_known"),
            models.CheckConstraint(condition=Q(home_score=None) | Q(home_score__gte=0, away_score__gte=0), name="league_match_score"),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="league_match_slot")]

    def __str__(self):
        return f"{self.home}—{self.away}"
