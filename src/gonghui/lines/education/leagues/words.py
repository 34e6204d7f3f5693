"""States of a season and a match, the kinds leagues give the common records, and how the line says no."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.parties.words import TEAM_KINDS
from gonghui.commons.readings.words import KINDS as READINGS
from gonghui.commons.registers.words import KINDS as ENTRIES
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal


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


class MatchState(States):
    SET = "set", _("未赛")
    PLAYED = "played", _("已报赛果")
    CONFIRMED = "confirmed", _("赛果已确认")
    CALLED_OFF = "called_off", _("已取消")


M = MatchState
MATCH = Lifecycle(
    MatchState, Step((), "leagues.set_match", M.SET), Step((M.SET, M.PLAYED), "leagues.report", M.PLAYED),
    Step((M.PLAYED,), "leagues.confirm", M.CONFIRMED), Step((M.SET,), "leagues.call_off", M.CALLED_OFF),
)  # fmt: skip


class Points(models.IntegerChoices):
    """What a basketball match brings. Source: FIBA rules D.1.1; default."""

    WON = 2, _("胜")
    LOST = 1, _("负")
    FORFEITED = 0, _("弃权")


TEAM = TEAM_KINDS.declare("league_team", _("联赛球队"))
SPORT = ACTIVITIES.declare("sport", _("健身运动"))
DISCIPLINE = ENTRIES.declare("league_discipline", _("联赛纪律处罚"))
CHANNEL = ENTRIES.declare("stream_channel", _("联赛直播渠道"))
VIEWERS = READINGS.declare("leagues.viewers", _("联赛线上线下观众"))


def _no(code, says, instead="", field="__all__"):
    return Refusal(f"leagues.{code}", says, instead=instead, field=field, kind=Kind.CONFLICT)


TAKEN = _no("taken", _("第 {number} 届已有。"), _("请核对届次。"), "number")
IN_ALREADY = _no("in_already", _("“{who}”本届已报名。"), _("一人（队）一届只报一次。"), "person")
NOT_MEMBER = _no("not_member", _("“{person}”目前不是“{node}”的会员。"), _("请先办理入会或会籍接转。"), "person")
NOT_OPEN = _no("not_open", _("本届名单已锁定。"), _("如确需更换，请向主办方申请。"))
TOO_FEW = _no("too_few", _("{what}，不能锁定。"), _("请补齐或退出该队。"))
OTHER_SEASON = _no("other_season", _("两队须是本届不同的两支球队。"), field="away")
NOT_YET = _no("not_yet", _("比赛 {day} 才进行。"), field="home_score")
DRAWN_GAME = _no("drawn_game", _("比分不能相等。"), _("请填加时赛后的比分。"), "away_score")
STILL_OPEN = _no("still_open", _("还有 {count} 场没有确认赛果。"), _("请先确认或取消。"))
