"""Leagues of the demonstration, and what the published figures come from."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import islice

from gonghui.commons.activities import acts as activities
from gonghui.commons.parties import team_acts
from gonghui.commons.parties.models import Person
from gonghui.commons.readings import acts as readings
from gonghui.commons.registers import acts as registers
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.kernel.privacy.crypto import blind
from gonghui.lines.education.leagues import acts, discipline, fixture_acts, match_acts, referee_acts, words
from gonghui.lines.education.leagues.models import LeagueSeason, Match
from gonghui.rehearsal.replay import builders
from gonghui.rehearsal.replay.ground import days, shares

ONE = timedelta(days=1)


def a_team(ground, code: str, since: date):
    """A team of a union, without anybody yet."""
    ground.serial += 1
    told = {"node": builders.union_of(code).node, "kind": words.TEAM, "name": f"{code}队{ground.serial}", "since": since}
    return do(team_acts.found_team, SYSTEM, **told).subject


def squads(ground, codes: list[str], sizes: list[int]) -> list[list[Person]]:
    """Members to play, so many of each of these unions, taken in by one table."""
    each = [code for code, size in zip(codes, sizes, strict=True) for _ in range(size)]
    numbers = builders.members(ground, each, [date(2018, 3, 1)] * len(each))["id_no"]
    persons = iter(Person.objects.for_act("replay").filter(id_hash__in=[blind("id", number) for number in numbers]).order_by("pk"))
    return [list(islice(persons, size)) for size in sizes]


def season(ground, node, number: int, opened: date, codes: list[str], teams: int, athletes: int, played: list[date], *, state: str = "") -> None:
    """A season with its teams and rosters, one team withdrawn again, and matches on these days; one was called off, one not confirmed."""
    with clock.at(opened):
        row = do(acts.open_season, ground.officer, node=node, name="职工篮球联赛", number=number).subject
        made, sizes = [], [*shares(athletes, teams), 2]
        theirs = [codes[i % len(codes)] for i in range(len(sizes))]
        for code, persons in zip(theirs, squads(ground, theirs, sizes), strict=True):
            entry = do(acts.enter, SYSTEM, season=row, team=a_team(ground, code, opened)).subject
            for person in persons:
                do(acts.list_player, SYSTEM, entry, person=person)
            made.append(entry)
        do(acts.withdraw, SYSTEM, made.pop(), why="人员不足")
        do(acts.lock, ground.officer, row)
        do(acts.draw, ground.officer, row, groups=2, order=made[:1])
    for n, day in enumerate([*played, played[-1] + 20 * ONE, played[-1] + 40 * ONE]):
        with clock.at(day):
            match = do(match_acts.set_match, SYSTEM, season=row, home=made[0], away=made[1 + n % (teams - 1)], on=day, at_place="体育馆").subject
            if n == len(played):
                do(match_acts.call_off, SYSTEM, match, why="场馆停电")
                continue
            do(match_acts.report, SYSTEM, match, home_score=60 + n, away_score=50, attendance=800)
            if n < len(played):
                do(match_acts.confirm, ground.officer, match)
    if state == "cancelled":
        do(acts.cancel, ground.officer, row, why="未办成")


def baoji(stage, n) -> None:
    ground, beside, city = stage.ground, stage.beside, stage.ground.cities[0]
    if n("BJ-012"):
        start = date(2024, 4, 20)
        played = [start + i * 8 * ONE for i in range(4)] + [date(2024, 5, 28)]
        season(ground, city, n("BJ-012"), date(2024, 4, 1), stage.codes, n("BJ-013"), n("BJ-014"), played)
        season(ground, city, n("BJ-012") + 6, date(2024, 3, 1), stage.codes, 2, 4, [start, start + 70 * ONE], state="cancelled")
        season(ground, city, n("BJ-012") + 5, date(2024, 7, 1), stage.codes, 2, 4, [date(2024, 7, 5), date(2024, 9, 28)])
        elsewhere = [c for c in (f"{ground.code}-U{i}" for i in range(24)) if c not in stage.codes]
        season(ground, ground.cities[1], 9, date(2024, 4, 1), elsewhere, 2, 4, [start, start + 70 * ONE])
        season(beside, beside.cities[0], 8, date(2024, 4, 1), stage.others, 2, 4, [start, start + 70 * ONE])
    if n("BJ-016"):
        for node, number, on, accepted in (
            (city, n("BJ-016"), date(2024, 6, 30), True), (city, 111_000, date(2023, 12, 31), True), (city, 222_000, date(2024, 7, 1), True),
            (city, 333_000, date(2024, 6, 29), False), (ground.counties[0], 90_000, date(2024, 6, 30), True), (beside.cities[0], 80_000, date(2024, 6, 30), True),
        ):  # fmt: skip
            builders.reading(
                ground if node.path.startswith(ground.root.path) else beside, node, words.VIEWERS, "篮球联赛", number, on, accepted=accepted
            )


def shaanxi(stage, n) -> None:
    if n("SN-022"):
        start, end = date(2023, 1, 1), date(2023, 12, 31)
        builders.occasions(stage.ground, stage.codes, days(start, end, n("SN-022")), words.SPORT)
        builders.occasion_decoys(stage.ground, stage.beside, stage.codes, stage.others, start, end, words.SPORT)


def demo(b) -> None:
    """A season under way with its table, one that takes entries, sport all year, a channel, viewers, a penalty."""
    city = b.cities[0]
    unions = [union.node for union in b.unions if union.node.path.startswith(city.path)][:6]
    on = b.today - 60 * ONE
    row = b.do(acts.open_season, "li", at=on, node=city, name="职工篮球联赛", number=1, least=1)
    entries = []
    for n, node in enumerate(dict.fromkeys(unions)):
        team = b.do(team_acts.found_team, "li", at=on, node=node, kind=words.TEAM, name=f"{node.name[:8]}篮球队{n + 1}", since=on)
        entry = b.do(acts.enter, "li", at=on + ONE, season=row, team=team)
        for shirt, person in enumerate({p.pk: p for p in b.members(node, 8)}.values()):
            b.do(acts.list_player, "li", entry, at=on + 2 * ONE, person=person, shirt=shirt + 4)
        entries.append(entry)
    entries = playable(b, row, entries, on)
    plan = {
        "legs": "2",
        "since": b.today - 30 * ONE,
        "until": b.today + 30 * ONE,
        "weekdays": ["3", "6"],
        "hours": "14:00\n19:00",
        "venues": "市工人体育馆",
    }
    b.do(fixture_acts.schedule, "li", row, at=on + 9 * ONE, **plan)
    matches = list(Match.objects.for_act("demo").filter(season=row).order_by("on", "kick_off"))
    for n, match in enumerate(match for match in matches if match.on <= b.today):
        b.do(match_acts.report, "li", match, at=match.on, home_score=58 + 3 * n, away_score=61 + n, attendance=300 + 40 * n)
        if match.on < b.today - 6 * ONE:
            b.do(match_acts.confirm, "zhou", match, at=match.on + ONE)
    for match in matches[:1]:
        player = match.home.players.for_act("demo").first()
        b.do(discipline.penalise, "li", at=match.on, match=match, player=player, card=words.Card.YELLOW, says="故意拉人")
    if len(entries) > 3:
        referees(b, row, city, entries)
    b.do(acts.open_season, "wang", at=b.today - 3 * ONE, node=b.counties[0], name="区职工气排球联赛", number=3)
    told = {"about": "职工篮球联赛", "number": Decimal(52_000), "source": "市融媒体中心", "measured_on": b.today - ONE}
    reading = b.do(readings.receive, "li", node=city, kind=words.VIEWERS, **told)
    b.do(readings.accept, "zhou", reading)
    for kind, title in ((words.CHANNEL, "市融媒体中心直播间"), (words.DISCIPLINE, "技术犯规停赛一场")):
        b.do(registers.enter, "li", at=b.today - 9 * ONE, node=city, kind=kind, title=title, since=b.today - 9 * ONE)
    for n in range(b.count(30, 6)):
        day = b.today - 9 * (n + 1) * ONE
        told = {"kind": words.SPORT, "title": ("健步走", "工间操展演", "羽毛球赛")[n % 3], "at_place": "职工活动中心", "head_count": 60 + n}
        b.do(activities.record, "wang", at=day, node=b.counties[0], held_on=day, **told)


def referees(b, row, city, entries: list) -> None:
    """Two members of every unit that plays referee what is still to be played."""
    panel = b.do(team_acts.found_team, "li", at=b.today - 20 * ONE, node=city, kind=words.REFEREES, name="市职工篮球裁判组", since=b.today - 20 * ONE)
    for person in {p.pk: p for entry in entries for p in b.members(entry.node, 2)}.values():
        b.do(team_acts.add_member, "li", panel, at=b.today - 20 * ONE, person=person, since=b.today - 20 * ONE)
    b.do(referee_acts.rota, "li", row, panel=panel)


def playable(b, row, entries: list, on: date) -> list:
    """The teams that have players; the others are withdrawn, rosters are locked and groups drawn."""
    kept = []
    for entry in entries:
        if entry.players.for_act("demo").exists():
            kept.append(entry)
        else:
            b.do(acts.withdraw, "li", entry, at=on + 3 * ONE, why="人员不足")
    b.do(acts.lock, "li", row, at=on + 5 * ONE)
    b.do(acts.draw, "li", row, at=on + 6 * ONE, groups=2 if len(kept) > 3 else 1, order=kept[:2])
    return kept


def own(b, me) -> None:
    """The worker plays in a team that has entered the district's league, and leads one of the city's whose result waits for a word."""
    on = b.today - 2 * ONE
    team = b.do(team_acts.found_team, "sun", at=on, node=b.union.node, kind=words.TEAM, name="厂气排球队", since=on)
    row = LeagueSeason.objects.for_act("demo").filter(state="open").last()
    entry = b.do(acts.enter, "sun", at=on, season=row, team=team)
    b.do(acts.list_player, "sun", entry, at=on, person=me, shirt=7)
    for match in Match.objects.for_act("demo").filter(state=words.M.PLAYED).select_related("home")[:1]:
        b.do(acts.name_leader, "li", match.home, leader=me)


REPLAY = {"baoji": baoji, "shaanxi": shaanxi}
