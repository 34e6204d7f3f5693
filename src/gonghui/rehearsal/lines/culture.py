"""Culture of the demonstration, and what the published figures come from."""

from datetime import date, timedelta
from decimal import Decimal

import polars as pl
from django.utils import timezone

from gonghui.commons.activities import acts, names
from gonghui.commons.enrolment import offer_acts
from gonghui.commons.parties import team_acts
from gonghui.commons.parties.models import Person
from gonghui.commons.plans import acts as plans
from gonghui.commons.readings import acts as readings
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.education.culture import acts as culture
from gonghui.lines.education.culture import day_acts, marking_acts, seat_acts, visit_acts, words
from gonghui.rehearsal.replay import builders
from gonghui.rehearsal.replay.ground import days, shares

ONE = timedelta(days=1)
Y2023 = (date(2023, 1, 1), date(2023, 12, 31))
SORTS = (
    ("演出", "公益慰问演出", "慰问演出"), ("文化活动", "传统节日", "端午游园"), ("阅读活动", "故事会（朗读）", "读书分享"), ("展览", "摄影", "职工摄影展"),
    ("体育健身", "", "职工健步走"), ("文化活动", "", "职工合唱"),
)  # fmt: skip
SEASON = (("season.visits", "艺术家进企业"), ("season.courses", "职工书法课堂"), ("season.contests", "职工舞蹈大赛"), ("season.contests", "器乐大赛"))


def demo(b) -> None:
    """A year of culture as a table, a season with works in each state, a troupe, a concert with seats and a roll, a film to come."""
    rows = []
    for n in range(b.count(240, 12)):
        kind, series, title = SORTS[n % len(SORTS)]
        union = b.unions[b.dice.randrange(len(b.unions))]
        day = b.day(max(b.year, union.founded_on), b.today - ONE).isoformat()
        rows.append((union.node.code, kind, series, f"{title}第{n + 1}场", day, f"{union.node.name[:4]}广场", str(b.dice.randint(30, 400)), ""))
    head = ("node", "kind", "series", "title", "held_on", "at_place", "head_count", "state")
    b.table("activities", b.province, pl.DataFrame(rows, schema=head, orient="row"))
    _season(b)
    _concert(b)
    _by_day(b)
    for n, (title, act) in enumerate((("端午包粽子比赛", None), ("露天电影", acts.announce), ("广场舞会", acts.postpone))):
        one = b.do(acts.plan, "li", node=b.cities[0], kind=words.GATHERING, title=title, held_on=b.today + (5 + n) * ONE, at_place="工人文化宫", hours="19:00-21:00",
                   open_to_public=True, expected=400)  # fmt: skip
        if act:
            b.do(acts.approve, "zhou", one)
            b.do(act, "li", one, **({"why": "有雨"} if act is acts.postpone else {}))


def _season(b) -> None:
    """A season whose works are being judged."""
    city, since = b.cities[0], b.today - 60 * ONE
    span = {"since": since, "until": b.today + 90 * ONE}

    def planned(**what):
        item = b.do(plans.propose, "li", at=since, node=city, **span, **what)
        return b.do(plans.approve, "zhou", item, at=since)

    whole = planned(kind=words.SEASON_PLAN, title="职工文化艺术季", target=len(SEASON), unit="item")
    items = [planned(kind=words.SEASON_ITEM, title=title, category=category, part_of=whole) for category, title in SEASON]
    season = b.do(culture.open_season, "li", at=since, plan=whole, title="第二届职工文化艺术季", level="city", edition=2)
    for act in (culture.announce_season, culture.call_for_works):
        b.do(act, "li", season, at=since + 3 * ONE)
    works = []
    for n, title in enumerate(("车间晨光", "钢花", "回家", "师傅", "夜班", "渡口")):
        who = ("sun", b.union.node) if n % 2 == 0 else ("wang", b.counties[0])
        works.append(b.do(culture.enter_work, who[0], at=since + 20 * ONE, node=who[1], season=season, item=items[n % 4], title=title, author="职工"))
    b.do(culture.withdraw_work, "wang", works[5], at=since + 22 * ONE, why="重新创作")
    b.do(marking_acts.set_sheet, "li", season, at=since + 25 * ONE, stage="final", items="立意 40\n技艺 40\n呈现 20", places="一等奖 1\n二等奖 2")
    b.do(culture.close_entries, "li", season, at=since + 30 * ONE)
    for n, work in enumerate(works[:4]):
        b.do(culture.shortlist if n % 3 else culture.put_out, "li", work, at=since + 31 * ONE)


def _concert(b) -> None:
    """Seats of a concert by quota, and the roll at the door."""
    on = b.today - 12 * ONE
    team = b.do(team_acts.found_team, "li", at=b.year, node=b.cities[0], kind=words.VISITING, name="外地交响乐团", since=b.year)
    troupe = b.do(team_acts.found_team, "li", at=b.year, node=b.cities[0], kind=words.TROUPE, name="市职工艺术团", since=b.year)
    for n, (who, node, title) in enumerate((("wang", b.counties[0], "送文艺进园区"), ("sun", b.union.node, "送文艺进车间"))):
        what = {"node": node, "team": troupe, "title": title, "on": b.today + (12 + n) * ONE, "at_place": "职工活动中心", "expected": 200}
        asked = b.do(visit_acts.ask_show, who, **what)
        if not n:
            b.do(visit_acts.schedule_show, "li", asked, on=asked.on, begins=14, ends=16)
    start = timezone.localtime(clock.now()).replace(hour=19, minute=30, second=0, microsecond=0) + 10 * ONE
    offer = b.do(offer_acts.draft, "li", node=b.cities[0], kind=words.SEATS, title="交响音乐会座席", at_place="大剧院", seats=300, opens_at=b.open_now,
                 closes_at=start - ONE, starts_at=start, ends_at=start + ONE / 8)  # fmt: skip
    b.do(offer_acts.give_quota, "li", offer, node=b.counties[0], seats=40, release_at=start - ONE / 2)
    b.do(offer_acts.publish, "li", offer)
    b.do(seat_acts.draw_seats, "li", offer=offer, lines="池座 1-12 1-10,13-22\n楼座 1-5 20")
    what = {"kind": words.SHOW, "title": "交响音乐会", "held_on": on, "at_place": "大剧院", "series": [words.CONCERT], "hours": "19:30"}
    concert = b.do(acts.plan, "li", at=on - 30 * ONE, node=b.cities[0], **what, team=team)
    for act, day in ((acts.approve, on - 29 * ONE), (acts.announce, on - 28 * ONE), (acts.hold, on)):
        b.do(act, "zhou", concert, at=day)
    came = list(Person.objects.for_act("demo").filter(verified_on__isnull=False).order_by("pk")[:30])
    b.do(names.call_roll, "zhou", concert, at=on, people=came)
    b.do(acts.close_roll, "zhou", concert, at=on)


def _by_day(b) -> None:
    """An exhibition whose visitors are counted by day, and a reading programme that runs."""
    for kind, title, since, length in ((words.EXHIBITION, "职工摄影展", b.today - 3 * ONE, 9), (words.READING, "百日共读", b.today - 5 * ONE, 95)):
        what = {"kind": kind, "title": title, "held_on": since, "ended_on": since + length * ONE, "at_place": "工人文化宫"}
        one = b.do(acts.plan, "li", at=since - 20 * ONE, node=b.cities[0], **what)
        b.do(acts.approve, "zhou", one, at=since - 19 * ONE)
        b.do(acts.announce, "li", one, at=since - 18 * ONE)
        for n in range(3 if kind == words.EXHIBITION else 0):
            told = {"activity": one, "on": since + n * ONE, "heads": 180 + 35 * n, "source": "counter"}
            b.do(day_acts.count_visitors, "li", at=since + n * ONE, **told)


def shaanxi(stage, n) -> None:
    """Culture and sport of a year; the heads of both are one figure."""
    ground, beside, codes, others, (start, end) = stage.ground, stage.beside, stage.codes, stage.others, Y2023
    count = n("SN-021") or 40
    if n("SN-021") or n("SN-023"):
        sport, total = count // 4, n("SN-023") or 40 * count
        heads = shares(total, count + sport)
        for i, kind in enumerate(words.CULTURE):
            mine = range(i, count, len(words.CULTURE))
            on = days(start, end, len(mine), i)
            builders.occasions(ground, codes, on, kind, heads=[heads[k] for k in mine])
        builders.occasions(ground, codes, days(start, end, sport, 9), words.SPORTS, heads=heads[count:])
        builders.occasion_decoys(ground, beside, codes, others, start, end, words.GATHERING)
        builders.occasion_decoys(ground, beside, codes, others, start, end, words.SPORTS)
        builders.occasions(ground, codes, [start], words.EXCHANGE)


def baoji(stage, n) -> None:
    """A city's season as planned, its benefit shows, two visiting troupes, a concert and a festival by name."""
    ground, beside, codes, others = stage.ground, stage.beside, stage.codes, stage.others
    city, start, end = ground.cities[0], date(2024, 1, 1), date(2024, 6, 30)
    if n("BJ-005"):
        slugs = ["season.visits", "season.courses", "season.contests"][: n("BJ-004") or 3]
        for node, count, since, approved in (
            (city, n("BJ-005"), date(2024, 5, 1), True), (city, 2, date(2024, 6, 1), False), (city, 1, date(2025, 1, 1), True),
            (ground.cities[1], 2, date(2024, 5, 1), True), (beside.cities[0], 3, date(2024, 5, 1), True),
        ):  # fmt: skip
            for i in range(count):
                mine = node == city and approved and since.year == 2024
                category = slugs[i % len(slugs)] if mine else "season.exhibitions"
                owner = beside if node == beside.cities[0] else ground
                builders.plan(owner, node, words.SEASON_ITEM, f"第{i}项", since, date(since.year, 12, 20), approved, category=category)
    if n("BJ-009"):
        builders.occasions(ground, codes, days(start, end, n("BJ-009")), words.SHOW, series="benefit")
        builders.occasion_decoys(ground, beside, codes, others, start, end, words.SHOW, series="benefit")
        builders.occasions(ground, codes, [start, end], words.SHOW, series="drama")
    for i in range(n("BJ-011")):
        _visit(ground, city, f"外来团体{i}", [start + 40 * ONE, end - 20 * ONE])
    if n("BJ-011"):
        _visit(ground, city, "去年来的团体", [start - ONE])
        _visit(ground, city, "次年来的团体", [end + ONE])
        _visit(ground, city, "本地艺术团", [start + ONE], words.TROUPE)
        _visit(beside, beside.cities[0], "邻市请的团体", [start + ONE])
    for claim, kind, series, on in (
        ("BJ-010", words.SHOW, words.CONCERT, date(2024, 4, 29)), ("BJ-017", words.GATHERING, words.FESTIVAL, date(2024, 6, 6)),
    ):  # fmt: skip
        if n(claim):
            known = builders.members(ground, codes, [date(2020, 3, 1)] * n(claim))
            builders.roll(ground, city, known, on, kind, series=[series])
            for day in (on - ONE, on + ONE):
                builders.roll(ground, city, known.head(4), day, kind, series=[series])
            builders.roll(ground, city, known.head(5), on, words.READING)
            builders.roll(ground, ground.cities[1], known.head(3), on, kind, series=[series])
            builders.roll(beside, beside.cities[0], builders.members(beside, others, [date(2020, 3, 1)] * 3), on, kind, series=[series])


def _visit(ground, node, name: str, on: list[date], kind: str = words.VISITING) -> None:
    """A troupe and the shows it gave."""
    with clock.at(date(2025, 3, 1)):
        team = do(team_acts.found_team, ground.officer, node=node, kind=kind, name=name, since=date(2019, 1, 1)).subject
        for day in on:
            show = do(
                acts.record, ground.officer, node=node, kind=words.SHOW, title=name, held_on=day, at_place=f"剧场{name}", head_count=300
            ).subject
            do(acts.describe, ground.officer, show, team=team)


def yanan(stage, n) -> None:
    """Five years: a drama, national events, and everything else that makes up the totals."""
    ground, beside, codes, others = stage.ground, stage.beside, stage.codes, stage.others
    start, end = date(2020, 1, 1), date(2024, 12, 31)
    shows, audience = n("YA-010"), n("YA-011")
    if shows:
        builders.occasions(ground, codes, days(start, end, shows), words.SHOW, series="drama", heads=shares(audience or 40 * shows, shows))
        builders.occasion_decoys(ground, beside, codes, others, start, end, words.SHOW, series="drama")
    hosted = _national(ground, codes, n)
    if hosted:
        builders.occasion_decoys(ground, beside, codes, others, start, end, words.EXHIBITION, series="painting", level="nation", edition=9, heads=0)
        builders.occasions(ground, codes, [end + ONE], words.EXHIBITION, series="photo", level="nation", edition=11, heads=0)
        builders.occasions(beside, others, [start], words.EXHIBITION, series="photo", level="nation", edition=11, heads=0)
    rest = n("YA-004") - shows - hosted
    if n("YA-004"):
        heads = shares(max((n("YA-005") or 40 * rest) - audience, 0), rest)
        builders.occasions(ground, codes, days(start, end, rest, 3), words.GATHERING, heads=heads)
        builders.occasion_decoys(ground, beside, codes, others, start, end, words.GATHERING)


def _national(ground, codes, n) -> int:
    """National events of the five years, as many as are asked for; provincial ones beside them."""
    told = [
        (kind, series, n(claim))
        for claim, kind, series in (("YA-008", words.EXHIBITION, "painting"), ("YA-009", words.EXHIBITION, "photo"))
        if n(claim)
    ]
    told += [(words.COMPETITION, "speech", 0), (words.SHOW, "television", 0)]
    told = told[: n("YA-007")]
    for i, (kind, series, edition) in enumerate(told):
        on = [date(2021 + i % 3, 9, 10)]
        builders.occasions(ground, codes, on, kind, series=series, level="nation", heads=0, **({"edition": edition} if edition else {}))
    if told:
        builders.occasions(ground, codes, [date(2022, 9, 11)], words.SPORTS, level="nation", heads=0)
        builders.occasions(ground, codes, [date(2022, 9, 12)], words.EXCHANGE, level="nation", edition=20, heads=0)
    return len(told)


def hebei(stage, n) -> None:
    """Shows reaching the grassroots, the first opera fans' contest, and what its broadcasters counted."""
    ground, beside, codes, others, (start, end) = stage.ground, stage.beside, stage.codes, stage.others, Y2023
    if n("HB-003"):
        builders.occasions(ground, codes, days(start, end, 60), words.SHOW, heads=shares(n("HB-003"), 60))
        builders.occasion_decoys(ground, beside, codes, others, start, end, words.SHOW)
        builders.occasions(ground, codes, [start], words.GATHERING)
    if n("HB-004"):
        builders.occasions(ground, codes, [date(2023, 10, 20)], words.COMPETITION, series="opera", edition=n("HB-004"))
        builders.occasions(ground, codes, [end + ONE], words.COMPETITION, series="opera", edition=n("HB-004") + 1)
        builders.occasions(ground, codes, [date(2023, 5, 1)], words.COMPETITION, series="painting", edition=7)
        builders.occasions(beside, others, [date(2023, 10, 20)], words.COMPETITION, series="opera", edition=5)
    if n("HB-005"):
        for where, number, on, accepted in (
            (ground, n("HB-005"), date(2023, 12, 20), True), (ground, 3, date(2023, 11, 1), True), (ground, 8, end, False),
            (ground, 4 * n("HB-005"), end + ONE, True), (beside, 55, date(2023, 12, 20), True),
        ):  # fmt: skip
            _reading(where, number, on, accepted)


def _reading(ground, number: int, on: date, accepted: bool) -> None:
    with clock.at(on + 5 * ONE):
        told = {"kind": words.OPERA_VIEWS, "about": "职工戏迷票友大赛", "source": "播出方"}
        one = do(readings.receive, SYSTEM, node=ground.root, number=Decimal(number), measured_on=on, **told).subject
        if accepted:
            do(readings.accept, ground.officer, one)


REPLAY = {"shaanxi": shaanxi, "baoji": baoji, "yanan": yanan, "hebei": hebei}
MEANS = {
    ("culture_sports.attendances", "shaanxi"): "culture.attendances@with_sports",
    ("culture.performances", "baoji"): "culture.performances@benefit",
    ("culture.performances", "yanan"): "culture.performances@drama",
    ("culture.performance_audience", "baoji"): "culture.performance_audience@concert",
    ("culture.performance_audience", "yanan"): "culture.performance_audience@drama",
    ("culture.attendances", "hebei"): "culture.attendances@shows",
}
