"""States of a season and a match, values a province decides, the kinds leagues give the common records."""

from itertools import permutations

from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.parties.words import TEAM_KINDS
from gonghui.commons.readings.words import KINDS as READINGS
from gonghui.commons.registers.words import KINDS as ENTRIES
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step


class SeasonState(States):
    OPEN = "open", _("报名中")
    LOCKED = "locked", _("名单已锁定")
    DRAWN = "drawn", _("已分组，比赛中")
    PLAY_OFFS = "play_offs", _("淘汰赛")
    OVER = "over", _("已结束")
    CANCELLED = "cancelled", _("已取消")


S = SeasonState
SEASON = Lifecycle(
    SeasonState, Step((), "leagues.open", S.OPEN), Step((S.OPEN,), "leagues.lock", S.LOCKED), Step((S.LOCKED,), "leagues.draw", S.DRAWN),
    Step((S.DRAWN,), "leagues.begin_play_offs", S.PLAY_OFFS), Step((S.DRAWN, S.PLAY_OFFS), "leagues.finish", S.OVER),
    Step((S.OPEN, S.LOCKED, S.DRAWN, S.PLAY_OFFS), "leagues.cancel", S.CANCELLED),
)  # fmt: skip
PLAYING = (S.DRAWN, S.PLAY_OFFS)
TRANSFERRING = (S.LOCKED, *PLAYING)
TOLD = (S.LOCKED, S.DRAWN, S.PLAY_OFFS, S.OVER)  # for everybody to read


class MatchState(States):
    SET = "set", _("未赛")
    POSTPONED = "postponed", _("已延期，待定")
    PLAYED = "played", _("已报赛果")
    DISPUTED = "disputed", _("赛果有异议")
    CONFIRMED = "confirmed", _("赛果已确认")
    CALLED_OFF = "called_off", _("已取消")
    ANNULLED = "annulled", _("赛果作废")


M = MatchState
MATCH = Lifecycle(
    MatchState, Step((), "leagues.set_match", M.SET), Step((M.SET, M.POSTPONED), "leagues.move", M.SET), Step((M.SET,), "leagues.postpone", M.POSTPONED),
    Step((M.SET, M.PLAYED), "leagues.report", M.PLAYED), Step((M.SET, M.POSTPONED), "leagues.give_up", M.PLAYED),
    Step((M.PLAYED,), "leagues.dispute", M.DISPUTED), Step((M.PLAYED,), "leagues.confirm", M.CONFIRMED), Step((M.DISPUTED,), "leagues.decide", M.CONFIRMED),
    Step((M.SET, M.POSTPONED), "leagues.call_off", M.CALLED_OFF), Step((M.CONFIRMED,), "leagues.annul", M.ANNULLED),
)  # fmt: skip
OPEN = (M.SET, M.POSTPONED, M.PLAYED, M.DISPUTED)
AT_AN_HOUR = (M.SET, M.PLAYED, M.DISPUTED, M.CONFIRMED)  # it takes teams and a venue up
STANDS = (*OPEN, M.CONFIRMED)


class Points(models.IntegerChoices):
    """What a basketball match brings. Source: FIBA rules D.1.1; default."""

    WON = 2, _("胜")
    LOST = 1, _("负")
    FORFEITED = 0, _("弃权")


class Tie(models.TextChoices):
    """What separates teams with as many points; a lot does where nothing else has."""

    HEAD = "head", _("相互间成绩")
    DIFFERENCE = "difference", _("净胜分")
    SCORED = "scored", _("总得分")
    LOT = "lot", _("抽签")


def tie_orders() -> list[tuple]:
    """The orders in which a season may try them."""
    orders = permutations((Tie.HEAD, Tie.DIFFERENCE, Tie.SCORED))
    return [(",".join(order), format_lazy("{}、{}、{}、{}", *(rule.label for rule in order), Tie.LOT.label)) for order in orders]


FIBA = "head,difference,scored"  # FIBA rules D.1.3; default


class Side(models.TextChoices):
    HOME = "home", _("主队")
    AWAY = "away", _("客队")


class Card(models.TextChoices):
    """What a player is punished by. Source: football's cards; other ball games call them otherwise; default."""

    YELLOW = "yellow", _("黄牌（警告）")
    RED = "red", _("红牌（罚令出场）")
    FURTHER = "further", _("追加停赛")


config.declare(
    config.Config("leagues.yellows", 2, _("累计几张黄牌停赛一次"), least=1, most=20),
    config.Config("leagues.yellow_matches", 1, _("黄牌累计停赛场数"), least=1, most=20),
    config.Config("leagues.red_matches", 1, _("红牌停赛场数"), least=1, most=50),
    config.Config("leagues.referees", 2, _("每场裁判人数"), least=1, most=9),
    config.Config("leagues.forfeit_score", 20, _("弃权判负的比分（对 0）"), source="FIBA 20.2.1", least=1, most=200),
    config.Config("leagues.match_minutes", 120, _("一场比赛占用场地分钟数"), least=10, most=600),
)

TEAM = TEAM_KINDS.declare("league_team", _("联赛球队"))
REFEREES = TEAM_KINDS.declare("league_referees", _("联赛裁判组"))
SPORT = ACTIVITIES.declare("sport", _("健身运动"))
DISCIPLINE = ENTRIES.declare("league_discipline", _("联赛纪律处罚"))
CHANNEL = ENTRIES.declare("stream_channel", _("联赛直播渠道"))
VIEWERS = READINGS.declare("leagues.viewers", _("联赛线上线下观众"))
