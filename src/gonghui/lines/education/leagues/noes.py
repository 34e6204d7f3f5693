"""How leagues say no."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.refusal import Kind, Refusal


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
SEED_LOST = _no("seed_lost", _("抽签种子与报名前公布的校验值不符，不能抽签。"), _("请取消本届，重新开设。"))
HOUR = _no("hour", _("“{text}”不是开赛时间。"), _("请按 24 小时制填写，如 19:30；几个时间之间至少相隔 {minutes} 分钟。"), "kick_off")
TEAM_BUSY = _no("team_busy", _("“{team}”{day} {hour} 有另一场比赛：{match}。"), _("同一队两场至少相隔 {minutes} 分钟，请另选时间。"), "kick_off")
VENUE_BUSY = _no(
    "venue_busy", _("“{place}”{day} {hour} 已有比赛：{match}。"), _("同一场地两场至少相隔 {minutes} 分钟，请另选时间或场地。"), "at_place"
)
SCHEDULED = _no("scheduled", _("本届已编排 {count} 场比赛。"), _("个别场次请用“改期”；要重排，请先取消未赛场次。"))
NO_ROOM = _no("no_room", _("共 {count} 场，有 {left} 场排不下：{what}。"), _("请增加比赛日、场地或开赛时间。"), "until")
NO_DAYS = _no("no_days", _("所选日期之内没有比赛日。"), _("请核对起止日期和星期。"), "until")
NOT_YOURS = _no("not_yours", _("只有参赛双方的领队可以确认赛果或提出异议。"))
AGREED = _no("agreed", _("“{team}”已确认过这一赛果。"))
LEADS_TWICE = _no("leads_twice", _("“{person}”已是本届“{team}”的领队。"), _("一人一届只做一队的领队。"), "leader")
MOVED_ON = _no("moved_on", _("胜队的下一场“{match}”已有赛果，不能作废。"), _("请先将那一场作废。"))
WINDOW_SHUT = _no("window_shut", _("转会已截止（{until}）。"), _("名单锁定后只能在转会期内转队。"))
NO_CHAMPION = _no("no_champion", _("有几个小组而没有淘汰赛对阵，不能算出冠军。"), _("请填冠军，或先编排淘汰赛。"), "champion")
NOT_CHAMPION = _no("not_champion", _("决赛的胜者是“{team}”。"), _("请核对，或不填。"), "champion")
BRACKET_TWICE = _no("bracket_twice", _("淘汰赛对阵已编排。"))
FEW_THROUGH = _no("few_through", _("出线的只有 {count} 队，编不成对阵。"), _("请增加每组出线队数。"), "through")
NOT_IN_MATCH = _no("not_in_match", _("“{player}”不是这场比赛双方的球员。"), field="player")
OFF_ROSTER = _no("off_roster", _("“{player}”不在“{team}”的名单上。"), field="players")
NO_LONGER_MEMBER = _no("no_longer_member", _("“{players}”目前不是“{node}”的会员，不能上场。"), _("请先办理会籍接转。"), "players")
SUSPENDED = _no("suspended", _("“{player}”停赛，还有 {left} 场（含本场）。"), _("请从上场名单去掉。"), "players")
HOW_MANY = _no("how_many", _("追加停赛须填场数。"), field="suspended")
SENT_OFF = _no("sent_off", _("“{player}”这场已被罚令出场。"), _("要加罚，请用“追加停赛”。"), "card")
FUTURE = _no("future", _("比赛 {day} 才进行，不能记处罚。"), field="match")
NO_REFEREE = _no(
    "no_referee",
    _("“{match}”（{day} {hour}）还缺 {missing} 名裁判；共 {count} 场缺人。"),
    _("同时执裁和本单位球队的已排除，请给裁判组增加成员。"),
    "panel",
)
REFEREE_BUSY = _no("referee_busy", _("“{person}”{day} {hour} 已执裁“{match}”。"), _("请换人或另选时间。"), "person")
OWN_UNIT = _no("own_unit", _("“{person}”是“{team}”所在单位的会员，不能执裁。"), _("请换人。"), "person")
REFEREES_ALREADY = _no("referees_already", _("“{person}”已是这场比赛的裁判。"), field="person")
