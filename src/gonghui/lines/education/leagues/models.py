"""LeagueSeason 赛季, LeagueEntry 参赛队, Player 球员, Match 比赛, SheetLine 上场名单, Penalty 处罚 and Refereeing 裁判安排."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person, Team
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.privacy.fields import SealedField
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class LeagueSeason(Record):
    """
    One edition of a league. first, last: days of its first and last confirmed match; months: whole months between them, kept with every result.

    seed: decides what is drawn, its checksum `commitment` stands before a team enters. ties: keys of `words.Tie` in the order tried. seeded: teams placed
    before lots were drawn.
    bracket_on, every, place, hour: first day, days from round to round, venue and kick-off of a bracket. third: a match for the third place.
    """

    name = models.CharField(_("联赛"), max_length=60)
    number = models.SmallIntegerField(_("届次"))
    opened_on = models.DateField(_("报名开始"))
    least = models.SmallIntegerField(_("每队最少人数"), default=1)
    ties = models.CharField(_("同分排名次序"), max_length=40, choices=words.tie_orders, default=words.FIBA)
    transfers_until = models.DateField(_("转会截止日"), null=True, blank=True)
    seeded = models.SmallIntegerField(_("种子队数"), default=0)
    seed = SealedField(default=b"", editable=False)
    salt = models.BinaryField(max_length=16, default=b"", editable=False)
    commitment = models.CharField(_("抽签种子校验值"), max_length=64, blank=True, editable=False)
    first = models.DateField(_("首场"), null=True, blank=True)
    last = models.DateField(_("末场"), null=True, blank=True)
    months = models.SmallIntegerField(_("历时（整月）"), default=0)
    bracket_on = models.DateField(_("淘汰赛首轮"), null=True, blank=True)
    bracket_every = models.SmallIntegerField(_("淘汰赛轮次间隔（天）"), default=7)
    bracket_place = models.CharField(_("淘汰赛场地"), max_length=60, blank=True)
    bracket_hour = models.CharField(_("淘汰赛首场开赛"), max_length=5, blank=True)
    third = models.BooleanField(_("三四名决赛"), default=False)
    champion = models.ForeignKey("LeagueEntry", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("冠军"))
    state = models.CharField(_("状态"), max_length=12, choices=words.SeasonState)

    lifecycle, slot_day, sealed_fields = words.SEASON, "opened_on", ("seed",)
    unlogged_fields = ("slot", "salt")
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
    """
    A team in a season; `node` sends it. left_on: it was withdrawn. leader: who answers for it and confirms results on the phone.

    drawn: its place in the order drawn. seeding: its number in the bracket. rank: where it came in the end.
    """

    season = models.ForeignKey(LeagueSeason, models.PROTECT, related_name="entries", verbose_name=_("赛季"))
    team = models.ForeignKey(Team, models.PROTECT, related_name="+", verbose_name=_("球队"))
    leader = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("领队"))
    group = models.CharField(_("小组"), max_length=4, blank=True)
    drawn = models.SmallIntegerField(_("抽签次序"), null=True, blank=True)
    seeding = models.SmallIntegerField(_("淘汰赛种子"), null=True, blank=True)
    rank = models.SmallIntegerField(_("最终名次"), null=True, blank=True)
    entered_on = models.DateField(_("报名日期"))
    left_on = models.DateField(_("退出日期"), null=True, blank=True)

    slot_day, named_by = "entered_on", ("team", "season")
    scope = Scope(node=("node", "season__node"), named=True)  # its name stands on what players have of their own

    class Meta:
        verbose_name = verbose_name_plural = _("参赛队")
        constraints = [
            models.UniqueConstraint(fields=["season", "team"], name="league_entry_once"),
            models.UniqueConstraint(fields=["season", "leader"], condition=Q(left_on=None), name="league_entry_leader_once"),
        ]
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
    """
    Two teams on a day. attendance: people counted at the venue. forfeit: the side that did not play gave the match up.

    kick_off: hh:mm, empty where nobody has said. round: of the round robin or the bracket; place: its place in a round of the bracket, from 0.
    home_agrees, away_agrees: the leader of that side has confirmed what was reported. objection: what one of them says against it.
    """

    season = models.ForeignKey(LeagueSeason, models.PROTECT, related_name="matches", verbose_name=_("赛季"))
    home = models.ForeignKey(LeagueEntry, models.PROTECT, related_name="+", verbose_name=_("主队"))
    away = models.ForeignKey(LeagueEntry, models.PROTECT, related_name="+", verbose_name=_("客队"))
    on = models.DateField(_("比赛日期"))
    kick_off = models.CharField(_("开赛时间"), max_length=5, blank=True)
    at_place = models.CharField(_("场地"), max_length=60)
    play_off = models.BooleanField(_("淘汰赛"), default=False)
    round = models.SmallIntegerField(_("轮次"), null=True, blank=True)
    place = models.SmallIntegerField(_("对阵位置"), null=True, blank=True)
    home_score = models.SmallIntegerField(_("主队得分"), null=True, blank=True)
    away_score = models.SmallIntegerField(_("客队得分"), null=True, blank=True)
    forfeit = models.BooleanField(_("负方弃权"), default=False)
    attendance = models.IntegerField(_("现场观众"), null=True, blank=True)
    home_agrees = models.BooleanField(_("主队已确认"), default=False)
    away_agrees = models.BooleanField(_("客队已确认"), default=False)
    objection = models.CharField(_("异议"), max_length=500, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.MatchState)

    lifecycle, slot_day, named_by = words.MATCH, "on", ("season", "home", "away")
    scope = Scope(node=("node",), owner=("home__leader__account", "away__leader__account"))

    class Meta:
        verbose_name = verbose_name_plural = _("联赛比赛")
        constraints = [
            models.CheckConstraint(condition=check_known(words.MATCH), name="league_match_state_known"),
            models.CheckConstraint(condition=Q(home_score=None) | Q(home_score__gte=0, away_score__gte=0), name="league_match_score"),
            models.UniqueConstraint(
                fields=["node", "at_place", "on", "kick_off"],
                condition=~Q(kick_off="") & Q(state__in=words.AT_AN_HOUR),
                name="league_match_venue_once",
            ),
            models.UniqueConstraint(
                fields=["season", "round", "place"], condition=Q(place__isnull=False, state__in=words.STANDS), name="league_match_place_once"
            ),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="league_match_slot")]

    def __str__(self):
        return f"{self.home}—{self.away}"


@reslotted
class SheetLine(Record):
    """A player on the sheet 上场名单 of a match; `node` is the season's."""

    match = models.ForeignKey(Match, models.PROTECT, related_name="sheet", verbose_name=_("比赛"))
    player = models.ForeignKey(Player, models.PROTECT, related_name="sheets", verbose_name=_("球员"))
    entry = models.ForeignKey(LeagueEntry, models.PROTECT, related_name="+", verbose_name=_("球队"))
    named_on = models.DateField(_("提交日期"))

    slot_day, named_by = "named_on", ("player", "match", "entry")
    scope = Scope(node=("node", "entry__node"), owner=("player__person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("上场名单")
        constraints = [models.UniqueConstraint(fields=["match", "player"], name="league_sheet_once")]
        indexes = [models.Index(fields=["slot", "named_on"], name="league_sheet_slot")]

    def __str__(self):
        return str(self.player)


@reslotted
class Penalty(Record):
    """What a player was punished by in a match; suspended: how many of the team's next matches they miss. lifted_on: it was taken back."""

    season = models.ForeignKey(LeagueSeason, models.PROTECT, related_name="penalties", verbose_name=_("赛季"))
    match = models.ForeignKey(Match, models.PROTECT, related_name="penalties", verbose_name=_("比赛"))
    player = models.ForeignKey(Player, models.PROTECT, related_name="penalties", verbose_name=_("球员"))
    entry = models.ForeignKey(LeagueEntry, models.PROTECT, related_name="+", verbose_name=_("球队"))
    card = models.CharField(_("处罚"), max_length=8, choices=words.Card)
    suspended = models.SmallIntegerField(_("停赛场数"), default=0)
    says = models.CharField(_("事由"), max_length=200, blank=True)
    on = models.DateField(_("日期"))
    lifted_on = models.DateField(_("撤销日期"), null=True, blank=True)

    slot_day, named_by = "on", ("player", "match", "entry")
    scope = Scope(node=("node", "entry__node"), owner=("player__person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("球员处罚")
        constraints = [
            models.UniqueConstraint(fields=["match", "player"], condition=Q(card="red", lifted_on=None), name="league_penalty_one_red"),
            models.CheckConstraint(condition=Q(suspended__gte=0), name="league_penalty_matches"),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="league_penalty_slot")]

    def __str__(self):
        return f"{self.player} {self.get_card_display()}"


@reslotted
class Refereeing(Record):
    """A referee 裁判 of a match; `node` is the season's. left_on: another does it."""

    match = models.ForeignKey(Match, models.PROTECT, related_name="referees", verbose_name=_("比赛"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("裁判"))
    named_on = models.DateField(_("安排日期"))
    left_on = models.DateField(_("取消日期"), null=True, blank=True)

    slot_day, named_by = "named_on", ("person", "match")
    scope = Scope(node=("node",), owner=("person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("裁判安排")
        constraints = [models.UniqueConstraint(fields=["match", "person"], condition=Q(left_on=None), name="league_referee_once")]
        indexes = [models.Index(fields=["slot", "named_on"], name="league_referee_slot")]

    def __str__(self):
        return str(self.person)
