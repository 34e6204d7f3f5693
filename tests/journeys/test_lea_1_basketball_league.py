"""LEA-1 Staff basketball league: season, teams, rosters checked against membership, groups, matches, results confirmed by another, table, champion."""

from gonghui.commons.parties.models import Team
from gonghui.commons.readings.models import Reading
from gonghui.lines.education.leagues import words
from gonghui.lines.education.leagues.models import LeagueEntry, LeagueSeason, Match

from .governing import TODAY, members
from .office import AtDesk, newest


def test_a_season_from_the_first_entry_to_the_champion(cast):
    sun, wang, li, zhou = (AtDesk(cast, name) for name in ("sun", "wang", "li", "zhou"))
    li.does("leagues.open", node=cast.nodes["city"], name="职工篮球联赛", number=1, least=1)
    season, players, entries = newest(LeagueSeason), members(cast, 3), []
    for n, name in enumerate(("一车间队", "二车间队", "三车间队")):
        sun.does("parties.found_team", desk="league_teams", node=cast.nodes["union"], kind=words.TEAM, name=name, since=TODAY)
        sun.does("leagues.enter", season=season, team=newest(Team))
        entries.append(newest(LeagueEntry, "team"))
        if n == 0:
            sun.refused("leagues.enter", "本届已报名", season=season, team=newest(Team))
        sun.does("leagues.list_player", entries[-1], person=players[n], shirt=4)
    sun.refused("leagues.list_player", "本届已报名", entries[0], person=players[1], shirt=5)
    wang.does("leagues.withdraw", entries[2], why="人员不足")
    li.does("leagues.lock", season).refused("leagues.set_match", "", season=season, home=entries[0], away=entries[1], on=TODAY, at_place="馆")
    sun.refused("leagues.list_player", "已锁定", entries[0], person=players[2], shirt=9)
    li.does("leagues.draw", season, groups=2, order=[entries[1]])
    told = {"season": season, "on": TODAY, "at_place": "工人体育馆"}
    li.refused("leagues.set_match", "两支球队", home=entries[0], away=entries[0], **told)
    for home, away, ours, theirs in ((0, 1, 71, 66), (1, 0, 80, 60)):
        li.does("leagues.set_match", home=entries[home], away=entries[away], **told)
        li.refused("leagues.report", "比分不能相等", newest(Match), home_score=9, away_score=9)
        li.does("leagues.report", newest(Match), home_score=ours, away_score=theirs, attendance=400)
        li.refused("leagues.confirm", "", newest(Match))
        zhou.does("leagues.confirm", newest(Match))
    li.does("leagues.begin_play_offs", season).does("leagues.set_match", home=entries[0], away=entries[1], **told)
    li.refused("leagues.finish", "还有 1 场", season, champion=entries[1])
    li.does("leagues.call_off", newest(Match), why="场馆停电").does("leagues.finish", newest(LeagueSeason), champion=entries[1])
    li.reads(newest(LeagueSeason), "1. 二车间队 3 分", "净胜 +15", "二车间队")
    about = {"kind": words.DISCIPLINE, "node": cast.nodes["city"], "title": "技术犯规停赛一场", "team": entries[0].team, "since": TODAY}
    li.does("registers.enter", desk="league_entries", **about)
    seen = {"node": cast.nodes["city"], "kind": words.VIEWERS, "about": "职工篮球联赛", "number": 52000, "source": "融媒体中心", "measured_on": TODAY}
    li.does("readings.receive", desk="league_viewers", **seen)
    zhou.does("readings.accept", newest(Reading))
    for key, value in (
        ("season_ordinal", 1), ("teams", 2), ("athletes", 2), ("duration_months", 0), ("matches", 2), ("venue_attendances", 800), ("spectators", 52000),
    ):  # fmt: skip
        zhou.figure(f"leagues.{key}", "CITY", TODAY.year, value)
