"""LEA-1 Staff basketball league: season, teams, rosters checked against membership, groups, matches, results confirmed by another, table, champion."""

import json

import pytest

from gonghui.commons.parties.models import Team
from gonghui.commons.readings.models import Reading
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.do import do
from gonghui.kernel.turnstile.draw import faults as drawn_otherwise
from gonghui.lines.education.leagues import acts, fixture_acts, words
from gonghui.lines.education.leagues.models import LeagueEntry, LeagueSeason, Match, Penalty, Player, Refereeing
from tests.commons.test_enrolment import worker
from tests.lines.leaguing import ONE, SATURDAY, drawn, result

from .governing import TODAY, members, standing
from .office import AtDesk, newest
from .phones import Phone
from .test_every_page import SEEN, faults, strays


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


def test_fixtures_are_drawn_laid_played_and_confirmed_on_the_phone_up_to_the_final(cast, client):
    sun, li, zhou = (AtDesk(cast, name) for name in ("sun", "li", "zhou"))
    li.does("leagues.open", node=cast.nodes["city"], name="职工篮球联赛", number=2, ties="difference,head,scored", transfers_until=TODAY)
    season, leaders = newest(LeagueSeason), [worker(cast, 70 + n) for n in range(4)]
    for n, leader in enumerate(leaders):
        sun.does("parties.found_team", desk="league_teams", node=cast.nodes["union"], kind=words.TEAM, name=f"{'甲乙丙丁'[n]}车间队", since=TODAY)
        sun.does("leagues.enter", season=season, team=newest(Team), leader=leader.account.person)
        sun.reads(newest(LeagueEntry), season.commitment.upper())
        sun.does("leagues.list_player", newest(LeagueEntry), person=leader.account.person, shirt=n)
    client.get("/portal/leagues/")  # nobody has signed in
    assert client.get(f"/portal/leagues/{season.pk}/").status_code == 404
    li.does("leagues.lock", season).does("leagues.draw", season, groups=1)
    told = json.loads(client.get(f"/portal/leagues/{season.pk}/draw.json").content)
    assert drawn_otherwise(told) == [] and told["commitment"] == season.commitment
    plan = {"legs": "1", "since": TODAY, "weekdays": list("1234567"), "hours": "09:00\n14:00", "venues": "工人体育馆"}
    li.refused("leagues.schedule", "有 4 场排不下", season, until=TODAY, **plan)
    li.refused("leagues.schedule", "不是开赛时间", season, until=TODAY, **plan | {"hours": "25:00"})
    li.does("leagues.schedule", season, until=TODAY.replace(year=TODAY.year + 1), **plan)
    matches = standing(Match, season=season)
    assert len(matches) == 6 and [m.on for m in matches].count(TODAY) == 2
    li.refused("leagues.move", "已有比赛", matches[0], on=TODAY, kick_off="14:30", at_place="工人体育馆", why="冲突")
    for match in matches[2:]:
        li.does("leagues.postpone", match, why="场馆检修")
        li.does("leagues.move", match, on=TODAY, kick_off="", at_place="二号馆", why="提前补赛")
    referees_of(cast, li, season)
    played(cast, li, zhou, season, {leader.account.person.pk: leader for leader in leaders})
    page = client.get(f"/portal/leagues/{season.pk}/").content.decode()
    for annex, says in (("standings", "净胜"), ("fixtures", "工人体育馆")):
        assert says in li.client.get(f"/office/annex/education_leagues/leagueseason/{season.pk}/{annex}/").content.decode()
    assert "积分榜" in page and "车间队" in page and season.commitment in page and "净胜" in page
    li.does("leagues.begin_play_offs", season)
    li.does("leagues.make_bracket", season, through=4, since=TODAY, at_place="工人体育馆", third=True, every=1)
    assert "决赛" in client.get(f"/portal/leagues/{season.pk}/").content.decode()
    for match in standing(Match, season=season, play_off=True):
        li.does("leagues.give_up", match, side="away", why="未到场")
        zhou.does("leagues.confirm", match)
    final, third = (newest(Match, season=season, round=2, place=place) for place in (0, 1))
    for match in (final, third):
        li.does("leagues.give_up", match, side="home", why="未到场")
        zhou.does("leagues.confirm", match)
    li.does("leagues.finish", season).reads(season, str(newest(LeagueEntry, "team", pk=final.away_id)))
    assert sorted(entry.rank for entry in standing(LeagueEntry, season=season)) == [1, 2, 3, 4]
    zhou.figure("leagues.suspensions", "CITY", TODAY.year, 1)


@pytest.mark.browser
def test_anybody_reads_tables_fixtures_and_the_bracket_on_a_phone(person, stage):
    with trusted():
        season, entries = drawn(stage, 6, groups=2)
        plan = {"weekdays": ["6", "7"], "hours": "09:00\n14:00", "venues": "市工人体育馆"}
        do(fixture_acts.schedule, SYSTEM, season, legs="1", since=SATURDAY, until=SATURDAY + 30 * ONE, **plan)
        for n, match in enumerate(standing(Match, season=season)):
            result(match, 70 + n, 60)
        do(acts.begin_play_offs, SYSTEM, season)
        do(fixture_acts.make_bracket, SYSTEM, season, through=3, since=SATURDAY + 40 * ONE, at_place="市工人体育馆", kick_off="19:00", third=True)
    for name, phone in (("phone", True), ("desk", False)):
        someone = person("nobody", phone=phone)
        someone.go("/portal/leagues/").says("第1届职工篮球联赛").press("第1届职工篮球联赛")
        someone.says("A组积分榜").says("三四名决赛").says("轮空").look(f"lea-1-season-{name}")
        assert faults(someone.page) == [] == sorted(strays(someone.page.evaluate(SEEN)))
        someone.page.locator("a[href*='/leagues/matches/']").first.click()
        someone.look(f"lea-1-match-{name}").says("赛果已确认").press("积分榜和赛程").says("赛程")


def referees_of(cast, li, season) -> None:
    """A panel of members of another unit referees what is not played yet; one is freed and named again."""
    since = {"node": cast.nodes["city"], "kind": words.REFEREES, "name": "裁判组", "since": TODAY}
    li.does("parties.found_team", desk="league_teams", **since)
    panel = newest(Team)
    li.refused("leagues.rota", "还缺 2 名裁判", season, panel=panel)
    for n in range(10):
        li.does("parties.add_member", panel, desk="league_teams", person=worker(cast, 80 + n, "beside").account.person, since=TODAY)
    li.does("leagues.rota", season, panel=panel)
    row = newest(Refereeing, "person", "match")
    li.does("leagues.free_referee", row, why="临时有事").does("leagues.name_referee", row.match, person=row.person)


def played(cast, li, zhou, season, leaders) -> None:
    """Six matches: sheets by the leaders on the phone, results confirmed there, one disputed and decided, a red card that keeps a player off."""
    penalised = None
    for n, match in enumerate(standing(Match, season=season)):
        sides = {side: standing(Player, entry=pk)[0] for side, pk in (("home", match.home_id), ("away", match.away_id))}
        phones = {side: Phone(leaders[player.person_id].account) for side, player in sides.items()}
        for side, player in sides.items():
            page = phones[side].go(f"my/match/{match.pk}/").go(f"act/leagues.name_sheet/{match.pk}/")
            if player == penalised:
                page.send(409, side=side, players=str(player.pk)).says("停赛，还有 1 场")
                penalised = None
            else:
                page.send(side=side, players=str(player.pk))
        li.does("leagues.report", match, home_score=70 + n, away_score=60, attendance=100)
        phones["away"].go(f"leagues/{season.pk}/").says("确认赛果").go(f"leagues/matches/{match.pk}/").says("我是领队")
        if n == 1:
            phones["away"].go(f"act/leagues.dispute/{match.pk}/").send(says="第四节少记一分").says("赛果有异议")
            li.refused("leagues.decide", "", match, home_score=71, away_score=61, why="核对记录表")
            zhou.does("leagues.decide", match, home_score=71, away_score=61, why="核对记录表")
            continue
        for phone in phones.values():
            phone.go(f"act/leagues.agree/{match.pk}/").send()
        phone.go(f"leagues/matches/{match.pk}/").says("赛果已确认", f"{70 + n}:60")
        if n == 0:
            penalised = sides["home"]
            li.does("leagues.penalise", match=match, player=penalised, card="red")
            assert newest(Penalty).suspended == 1
    assert penalised is None
