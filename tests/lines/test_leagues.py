"""Leagues: a draw anybody draws again, fixtures without clashes, results two leaders agree to, a bracket that fills itself, suspensions, referees."""

from gonghui.commons.parties import team_acts
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM, Viewer
from gonghui.kernel.ledger.do import do
from gonghui.kernel.notices.models import Message
from gonghui.kernel.turnstile.draw import faults
from gonghui.lines.education.leagues import acts, discipline, fixture_acts, match_acts, reads, referee_acts, words
from gonghui.lines.education.leagues.models import LeagueEntry, Match, Player, Refereeing, SheetLine
from gonghui.lines.education.leagues.words import M
from tests.commons.test_enrolment import worker
from tests.refusals import refusal, refused, refuses

from .leaguing import ONE, SATURDAY, again, at, drawn, met, opened, result

PLAN = {"legs": "1", "since": SATURDAY, "until": SATURDAY + 30 * ONE, "weekdays": ["6", "7"], "hours": "09:00\n14:00", "venues": "一号馆\n二号馆"}
WHY = "场馆检修"


def laid(season) -> list[Match]:
    return list(Match.objects.for_act("test").filter(season=season).select_related("home__team", "away__team").order_by("on", "kick_off", "at_place"))


def test_the_checksum_stands_before_teams_enter_and_anybody_draws_the_groups_again(cast):
    season, entries = opened(cast, 5)
    assert len(season.commitment) == 64 and reads.published(season) is None
    do(acts.draw, SYSTEM, season, groups=2, order=[entries[3]])
    told = reads.published(again(season))
    assert (faults(told), told["order"][0], told["commitment"]) == ([], str(entries[3].pk), season.commitment)
    assert [told["names"][pk]["group"] for pk in told["order"]] == ["A", "B", "A", "B", "A"]
    assert faults(told | {"order": told["order"][::-1]}) and faults(told | {"seed": "another"})


def test_a_stage_is_laid_without_a_clash_and_what_is_missing_is_named(cast):
    season, entries = drawn(cast, 6, groups=2)
    no = refusal(do, fixture_acts.schedule, SYSTEM, season, **PLAN | {"until": SATURDAY + ONE, "venues": "一号馆"})
    assert no.code == "leagues.no_room" and "共 6 场" in no.text and "2 个比赛日" in no.text and "至少需 3 个比赛日" in no.text
    refuses("leagues.no_days", do, fixture_acts.schedule, SYSTEM, season, **PLAN | {"until": SATURDAY, "weekdays": ["1"]})
    refuses("leagues.hour", do, fixture_acts.schedule, SYSTEM, season, **PLAN | {"hours": "09:00\n25:00"})
    refuses("leagues.hour", do, fixture_acts.schedule, SYSTEM, season, **PLAN | {"hours": "09:00\n10:00"})
    do(fixture_acts.schedule, SYSTEM, season, **PLAN)
    rows = laid(season)
    assert len(rows) == 6 and len({(m.on, m.kick_off, m.at_place) for m in rows}) == 6 and {m.on.isoweekday() for m in rows} <= {6, 7}
    assert {frozenset((m.home_id, m.away_id)) for m in rows} == {
        frozenset((one.pk, other.pk)) for one in entries for other in entries if one.group == other.group and one.pk < other.pk
    }
    assert all(len({m.on for m in rows if entry.pk in (m.home_id, m.away_id)}) == 2 for entry in entries)
    refuses("leagues.scheduled", do, fixture_acts.schedule, SYSTEM, season, **PLAN)
    other, _entries = drawn(cast, 4, number=2)
    do(fixture_acts.schedule, SYSTEM, other, **PLAN)
    both = [(m.on, m.kick_off, m.at_place) for m in (*rows, *laid(other))]
    assert len(both) == len(set(both)) == 12  # the organiser's venues are shared


def test_one_match_is_moved_and_a_team_or_a_venue_in_use_is_refused(cast):
    season, (one, two, three, four) = drawn(cast, 4)
    first, second = at(season, one, two, "09:00"), at(season, three, four, "12:00")
    assert "馆" in refusal(at, season, three, four, "10:30").text
    assert refused(at, season, three, four, "10:30") == "leagues.venue_busy"
    assert refused(at, season, two, three, "10:30", "二号馆") == "leagues.team_busy"
    assert refused(at, season, two, three, "1030", "二号馆") == "leagues.hour"
    told = {"at_place": "馆", "why": WHY}
    assert refused(do, match_acts.move, SYSTEM, second, on=SATURDAY, kick_off="10:59", **told) == "leagues.venue_busy"
    do(match_acts.move, SYSTEM, second, on=SATURDAY, kick_off="11:00", **told)
    do(match_acts.postpone, SYSTEM, first, why=WHY)
    do(match_acts.move, SYSTEM, second, on=SATURDAY, kick_off="09:30", **told)  # its hour has become free
    assert refused(do, match_acts.report, SYSTEM, first, home_score=1, away_score=0) == "wrong_state"
    do(match_acts.move, SYSTEM, first, on=SATURDAY + ONE, kick_off="09:30", **told)
    assert (again(first).state, again(first).on) == (M.SET, SATURDAY + ONE)


def led(cast, season, entries) -> list[Viewer]:
    """Their leaders, with accounts of their own."""
    viewers = [worker(cast, 40 + n) for n in range(len(entries))]
    for entry, viewer in zip(entries, viewers, strict=True):
        do(acts.name_leader, SYSTEM, entry, leader=viewer.account.person)
    return viewers


def test_a_result_stands_when_both_leaders_agree_and_a_disputed_one_when_another_decides(cast):
    season, (one, two, three) = drawn(cast, 3)
    mine, theirs, strange = led(cast, season, (one, two, three))
    assert refused(do, acts.name_leader, SYSTEM, two, leader=mine.account.person) == "leagues.leads_twice"
    match = at(season, one, two)
    do(match_acts.report, cast.li, match, home_score=70, away_score=66)
    assert Message.objects.for_act("test").filter(account=mine.account, text__contains="70:66").count() == 1
    assert refused(do, match_acts.agree, strange, match) == "not_found"
    do(match_acts.agree, mine, match)
    assert again(match).state == M.PLAYED and refused(do, match_acts.agree, mine, match) == "leagues.agreed"
    do(match_acts.report, cast.li, match, home_score=71, away_score=66)  # told again: agreed to anew
    do(match_acts.agree, mine, match)
    assert again(match).state == M.PLAYED
    do(match_acts.agree, theirs, match)
    assert (again(match).state, again(season).first) == (M.CONFIRMED, SATURDAY)
    other = at(season, two, one, on=SATURDAY + ONE)
    do(match_acts.report, cast.li, other, home_score=50, away_score=49)
    do(match_acts.dispute, mine, other, says="第四节少记一个三分")
    assert refused(do, match_acts.agree, theirs, other) == refused(do, match_acts.confirm, cast.zhou, other) == "wrong_state"
    assert refused(do, acts.begin_play_offs, SYSTEM, season) == "leagues.still_open"
    assert refused(do, match_acts.decide, cast.li, other, home_score=50, away_score=52, why=WHY) == "same_person"
    do(match_acts.decide, cast.zhou, other, home_score=50, away_score=52, why="录像核实")
    assert [(line.team, line.points) for line in reads.tables(season)["A"]][:2] == [(one, 4), (two, 2)]


def test_a_walk_over_is_scored_as_set_and_an_annulled_result_counts_nowhere(cast):
    season, (one, two) = drawn(cast, 2)
    match = at(season, one, two)
    do(match_acts.give_up, cast.li, match, side=words.Side.HOME, why="未到场")
    assert refused(do, match_acts.confirm, cast.li, match) == "same_person"
    do(match_acts.confirm, cast.zhou, match)
    (first, second) = reads.tables(season)["A"]
    assert ((first.team, first.points, first.more), (second.team, second.points)) == ((two, 2, 20), (one, 0))
    do(match_acts.annul, cast.zhou, match, why="使用无资格球员")
    assert (again(season).first, [line.played for line in reads.tables(season)["A"]]) == (None, [0, 0])


def test_a_lot_is_drawn_from_the_published_seed_where_nothing_else_separates(cast):
    season, entries = drawn(cast, 3)
    for home, away in ((0, 1), (1, 2), (2, 0)):
        met(season, entries[home], entries[away], 70, 60)
    table = reads.tables(season)["A"]
    assert {line.by for line in table} == {"lot"} and {line.points for line in table} == {3}
    again_drawn = reads.lot_of(season)([type(line)(line.team.pk, points=3, scored=130) for line in table[::-1]])
    assert [line.team for line in again_drawn] == [line.team.pk for line in table]


def ranked_group(cast, teams: int):
    """A season of one group in which who was drawn before always wins, before its play-offs."""
    season, entries = drawn(cast, teams)
    for n, home in enumerate(entries):
        for away in entries[n + 1 :]:
            met(season, home, away, 80, 60)
    return do(acts.begin_play_offs, SYSTEM, season).subject, entries


def of(season, turn: int, place: int) -> Match | None:
    return Match.objects.for_act("test").filter(season=season, round=turn, place=place, state__in=words.STANDS).first()


def test_a_bracket_with_byes_fills_itself_to_the_final_ranks(cast):
    season, (one, two, three, four, five, six) = ranked_group(cast, 6)
    told = {"since": SATURDAY, "at_place": "决赛馆", "kick_off": "19:00", "third": True}
    refuses("leagues.few_through", do, fixture_acts.make_bracket, SYSTEM, season, through=1, **told)
    do(fixture_acts.make_bracket, SYSTEM, season, through=5, **told)
    assert refused(do, fixture_acts.make_bracket, SYSTEM, season, through=5, **told) == "wrong_state"
    (first, half) = Match.objects.for_act("test").filter(season=season, play_off=True).order_by("round")  # 4-5, and 2-3 who had byes
    assert ({first.home_id, first.away_id}, {half.home_id, half.away_id}) == ({four.pk, five.pk}, {two.pk, three.pk})
    assert (first.kick_off, half.round) == ("19:00", 2)
    assert refused(do, match_acts.call_off, SYSTEM, first, why=WHY) == "wrong_state"
    assert refused(do, acts.finish, SYSTEM, season) == "leagues.still_open"
    with clock.at(first.on):
        result(first, *((50, 60) if first.home_id == four.pk else (60, 50)))  # the fifth goes on
    upper = of(season, 2, 0)
    assert {upper.home_id, upper.away_id} == {one.pk, five.pk} and of(season, 3, 0) is None
    with clock.at(max(upper.on, half.on)):
        for match in (upper, half):
            result(match, *((70, 60) if match.home_id in (one.pk, two.pk) else (60, 70)))
    final, third = of(season, 3, 0), of(season, 3, 1)
    assert ({final.home_id, final.away_id}, {third.home_id, third.away_id}) == ({one.pk, two.pk}, {three.pk, five.pk})
    assert (third.kick_off, final.kick_off) == ("19:00", "21:00")
    with clock.at(final.on):
        result(third, *((70, 60) if third.home_id == five.pk else (60, 70)))
        assert refused(do, match_acts.annul, SYSTEM, upper, why=WHY) == "leagues.moved_on"
        result(final, *((70, 60) if final.home_id == two.pk else (60, 70)))
    refuses("leagues.not_champion", do, acts.finish, SYSTEM, season, champion=one)
    do(acts.finish, SYSTEM, season)
    assert again(season).champion == two
    ranks = list(LeagueEntry.objects.for_act("test").filter(season=season).order_by("rank"))
    assert ranks == [two, one, five, three, four, six]


def test_an_annulled_match_of_a_bracket_is_set_anew_and_nobody_stays_moved_on(cast):
    season, entries = ranked_group(cast, 4)
    do(fixture_acts.make_bracket, SYSTEM, season, through=4, since=SATURDAY, at_place="馆")
    with clock.at(SATURDAY):
        for place in (0, 1):
            result(of(season, 1, place), 70, 60)
        final, upper = of(season, 2, 0), of(season, 1, 0)
        do(match_acts.annul, SYSTEM, upper, why="使用无资格球员")
        assert (again(final).state, of(season, 2, 0)) == (M.CALLED_OFF, None)
        anew = of(season, 1, 0)
        assert (anew.pk != upper.pk, anew.state, {anew.home_id, anew.away_id}) == (True, M.SET, {upper.home_id, upper.away_id})
        result(anew, 50, 60)
    assert anew.away_id in (of(season, 2, 0).home_id, of(season, 2, 0).away_id)


def test_two_groups_send_their_best_and_do_not_meet_their_own_at_once(cast):
    season, entries = drawn(cast, 6, groups=2)
    by_group = {group: [entry for entry in entries if entry.group == group] for group in "AB"}
    for some in by_group.values():
        for n, home in enumerate(some):
            for away in some[n + 1 :]:
                met(season, home, away, 80, 60)
    do(acts.begin_play_offs, SYSTEM, season)
    assert refused(do, acts.finish, SYSTEM, season) == "leagues.no_champion"
    do(fixture_acts.make_bracket, SYSTEM, season, through=2, since=SATURDAY, at_place="馆")
    pairs = [of(season, 1, place) for place in (0, 1)]
    assert all(again(m.home).group != again(m.away).group for m in pairs)
    assert {pk for m in pairs for pk in (m.home_id, m.away_id)} == {entry.pk for some in by_group.values() for entry in some[:2]}


def player_of(entry) -> Player:
    return Player.objects.for_act("test").get(entry=entry)


def test_a_suspended_player_is_kept_off_the_sheet_until_it_is_served(cast):
    season, (one, two, three) = drawn(cast, 3)
    player, days = player_of(one), [SATURDAY + n * ONE for n in range(5)]
    matches = [at(season, one, (two, three)[n % 2], on=day) for n, day in enumerate(days)]
    sheet = {"side": words.Side.HOME, "players": [player]}
    do(discipline.name_sheet, SYSTEM, matches[0], **sheet)
    assert SheetLine.objects.for_act("test").filter(match=matches[0]).count() == 1
    assert refused(do, discipline.name_sheet, SYSTEM, matches[0], side=words.Side.HOME, players=[player_of(two)]) == "leagues.off_roster"
    refuses("leagues.not_in_match", do, discipline.penalise, SYSTEM, match=matches[0], player=player_of(three), card=words.Card.RED)
    refuses("leagues.how_many", do, discipline.penalise, SYSTEM, match=matches[0], player=player, card=words.Card.FURTHER)
    red = do(discipline.penalise, SYSTEM, match=matches[0], player=player, card=words.Card.RED, suspended=2).subject
    refuses("leagues.sent_off", do, discipline.penalise, SYSTEM, match=matches[0], player=player, card=words.Card.RED)
    assert "还有 2 场" in refusal(do, discipline.name_sheet, SYSTEM, matches[1], **sheet).text
    assert "还有 1 场" in refusal(do, discipline.name_sheet, SYSTEM, matches[2], **sheet).text
    do(discipline.name_sheet, SYSTEM, matches[3], **sheet)
    do(match_acts.call_off, SYSTEM, matches[1], why=WHY)  # it is not played and serves nothing
    refuses("leagues.suspended", do, discipline.name_sheet, SYSTEM, matches[3], **sheet)
    do(discipline.lift, SYSTEM, red, why="申诉成立")
    do(discipline.name_sheet, SYSTEM, matches[2], **sheet)
    costs = [do(discipline.penalise, SYSTEM, match=m, player=player, card=words.Card.YELLOW).subject.suspended for m in (matches[2], matches[3])]
    assert costs == [0, 1] and refused(do, discipline.name_sheet, SYSTEM, matches[4], **sheet) == "leagues.suspended"


def test_a_player_changes_teams_in_the_window_alone_and_is_in_one(cast):
    season, (one, two) = drawn(cast, 2)
    player = player_of(one)
    refuses("leagues.window_shut", do, acts.transfer, SYSTEM, player, to=two, why="借调")
    other, (three, four) = drawn(cast, 2, number=2, transfers_until=SATURDAY)
    player = player_of(three)
    with clock.at(SATURDAY):
        refuses("leagues.other_season", do, acts.transfer, SYSTEM, player, to=one, why="借调")
        refuses("leagues.in_already", do, acts.transfer, SYSTEM, player, to=four, shirt=4, why="借调")
        do(acts.transfer, SYSTEM, player, to=four, shirt=5, why="借调")
    assert again(player).entry_id == four.pk
    with clock.at(SATURDAY + ONE):
        refuses("leagues.window_shut", do, acts.transfer, SYSTEM, player, to=three, why="借调")


def test_a_rota_gives_nobody_two_matches_at_once_nor_a_team_of_their_own_unit(cast):
    season, entries = drawn(cast, 4)
    matches = [at(season, entries[0], entries[1], "09:00", "一号馆"), at(season, entries[2], entries[3], "09:00", "二号馆")]
    panel = do(team_acts.found_team, SYSTEM, node=cast.nodes["city"], kind=words.REFEREES, name="裁判组", since=SATURDAY - 90 * ONE).subject
    inside, *outside = [worker(cast, 50).account.person, *(worker(cast, 60 + n, "beside").account.person for n in range(4))]
    for person in (inside, *outside[:3]):
        do(team_acts.add_member, SYSTEM, panel, person=person, since=SATURDAY)
    no = refusal(do, referee_acts.rota, SYSTEM, season, panel=panel)
    assert no.code == "leagues.no_referee" and "缺 1 名" in no.text and "共 1 场" in no.text
    do(team_acts.add_member, SYSTEM, panel, person=outside[3], since=SATURDAY)
    do(referee_acts.rota, SYSTEM, season, panel=panel)
    rows = list(Refereeing.objects.for_act("test").filter(match__in=matches))
    assert len(rows) == 4 and {row.person_id for row in rows} == {person.pk for person in outside}
    refuses("leagues.own_unit", do, referee_acts.name_referee, SYSTEM, matches[0], person=inside)
    busy = next(row.person for row in rows if row.match_id == matches[1].pk)
    refuses("leagues.referee_busy", do, referee_acts.name_referee, SYSTEM, matches[0], person=busy)
    do(match_acts.postpone, SYSTEM, matches[0], why=WHY)
    later = at(season, entries[0], entries[1], "14:00", "三号馆")
    do(referee_acts.name_referee, SYSTEM, later, person=busy)
    moved = {"on": SATURDAY, "kick_off": "10:59", "at_place": "四号馆", "why": WHY}
    refuses("leagues.referee_busy", do, match_acts.move, SYSTEM, later, **moved)
    do(referee_acts.free_referee, SYSTEM, Refereeing.objects.for_act("test").get(match=later), why="换人")
    do(match_acts.move, SYSTEM, later, **moved)
    assert (again(later).kick_off, again(later).at_place) == ("10:59", "四号馆")
