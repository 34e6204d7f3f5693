"""What the claims of contests ask for, each in its own kind."""

from datetime import date, timedelta
from decimal import Decimal

import polars as pl

from gonghui.commons.activities import acts as activities
from gonghui.commons.activities.models import Activity
from gonghui.commons.money import acts as money
from gonghui.commons.money import line_acts
from gonghui.commons.parties.team_acts import found_team
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.kernel.tree.models import Node
from gonghui.lines.production.contests import acts, entry_acts, words
from gonghui.lines.production.contests.models import Entry
from gonghui.rehearsal.replay import builders as b
from gonghui.rehearsal.replay.ground import days, shares

DAY = timedelta(days=1)

MEANS = {
    ("contests.participations", "shaanxi"): "contests.participations@filed",
    ("contests.participations", "baoji"): "contests.participations@held",
    ("contests.skill.participations", "guizhou"): "contests.skill.participations@named",
    ("contests.ordinal", "hebei"): "contests.ordinal@outside",
}
RESTATED = {"BJ-051": "BJ-025"}


def unions_under(node, kind: str = "single") -> list[str]:
    rows = Node.objects.for_act("replay").filter(path__startswith=node.path, kind=kind, until=None)
    return list(rows.order_by("pk").values_list("code", flat=True))


def contests(ground, codes, on: list[date], *, kind: str = words.LABOUR, heads=None, state: str = "") -> None:
    """Contests held at these organisations on these days, as a table of the year."""
    first, ground.serial = ground.serial, ground.serial + len(on)
    frame = {
        "node": [codes[i % len(codes)] for i in range(len(on))], "kind": kind, "title": [f"第{first + i}场竞赛" for i in range(len(on))],
        "held_on": [d.isoformat() for d in on], "at_place": "车间", "head_count": [str(h) for h in heads or [0] * len(on)], "state": state,
    }  # fmt: skip
    ground.table("activities", pl.DataFrame(frame))


def contest_decoys(ground, beside, codes, others, start: date, end: date) -> None:
    """What must not count: next door, the day before, the day after, cancelled, another kind."""
    contests(beside, others, [start, end], heads=[9, 9])
    contests(ground, codes, [start - DAY, end + DAY], heads=[9, 9])
    contests(ground, codes, [start, end], heads=[9, 9], state="cancelled")
    contests(ground, codes, [start], heads=[9], kind=words.LAUNCH)


def named_contests(ground, codes, on: list[date], people: int, *, kind: str = words.SKILL) -> None:
    """Contests with names taken: the people spread over them."""
    sums = shares(people, len(on))
    persons = b.persons(max(sums))
    nodes = Node.objects.for_act("replay").in_bulk(codes, field_name="code")
    for i, (day, count) in enumerate(zip(on, sums, strict=True)):
        what = {"kind": kind, "node": nodes[codes[i % len(codes)]], "title": f"第{i}场技能竞赛", "at_place": "赛场", "another": True}
        do(activities.record, ground.officer, held_on=day, people=persons[:count], **what)


def planned(ground, node, title: str, on: date, kind: str = words.SKILL) -> Activity:
    """A contest in preparation."""
    return do(activities.plan, ground.officer, kind=kind, node=node, title=title, held_on=on, at_place=f"{title}赛场").subject


def final(ground, node, title: str, on: date, *, items: int, teams: int, people: int, tier: str = "provincial", out: bool = False) -> list:
    """A skill contest with its items, delegations and contestants; out: all of them withdrawn again."""
    contest = planned(ground, node, title, on)
    with clock.at(on - 30 * DAY):
        made = [
            do(acts.open_item, ground.officer, contest=contest, title=f"{title}工种{i}", tier=tier, judged="score", held_on=on).subject
            for i in range(items)
        ]
        persons = b.persons(people)
        for n, count in enumerate(shares(people, teams)):
            home = ground.cities[n % len(ground.cities)]
            team = do(found_team, ground.officer, node=home, kind=words.DELEGATION, name=f"{title}{n}队", since=on - 60 * DAY).subject
            mine, persons = persons[:count], persons[count:]
            entries = do(entry_acts.enter, ground.officer, team=team, item=made[n % items], persons=mine).subjects
            if out:
                for one in entries:
                    do(entry_acts.withdraw, ground.officer, one, why="未成行")
    return made


def final_decoys(ground, beside, start: date, end: date, *, tier: str = "provincial") -> None:
    """What must not count: next door, the day before and after, a city's own final, a cancelled trade, who withdrew."""
    few = {"items": 1, "teams": 1, "people": 2, "tier": tier}
    final(beside, beside.root, "邻省决赛", start, **few)
    final(ground, ground.root, "早一天的决赛", start - DAY, **few)
    final(ground, ground.root, "晚一天的决赛", end + DAY, **few)
    final(ground, ground.cities[0], "市级决赛", start, **few | {"tier": "city"})
    (item,) = final(ground, ground.root, "取消的决赛", start, **few)
    do(acts.cancel_item, ground.officer, item, why="改期")


def editions(ground, beside, title: str, edition: int, on: date, end: date, tier: str = "provincial") -> None:
    """The edition of a contest, with the next one the day after, another that was never registered, and the neighbour's."""
    more = {"issuer": "竞赛组委会", "tier": tier, "unit": "届"}
    b.entry(ground, ground.root, words.EDITION, f"第{edition}届{title}", on, quantity=edition, **more)
    b.entry(ground, ground.root, words.EDITION, f"第{edition + 1}届{title}", end + DAY, quantity=edition + 1, **more)
    b.entry(ground, ground.cities[0], words.EDITION, "第7届市赛", on, quantity=7, **more)
    b.entry(beside, beside.root, words.EDITION, "第5届邻省赛", on, quantity=5, **more)


def shaanxi(stage, n) -> None:
    ground, beside, start, end = stage.ground, stage.beside, date(2023, 1, 1), date(2023, 12, 31)
    if n("SN-013"):
        for kind, period, part in zip(words.HEADS * 2, ("2023H1", "2023H1", "2023H2", "2023H2"), shares(n("SN-013"), 4), strict=True):
            b.filed(ground, stage.codes, kind, period, shares(part, len(stage.codes)))
        for period in ("2022-12-31", "2024-01-01"):
            b.filed(ground, stage.codes, words.LABOUR_HEADS, period, [70])
        b.filed(beside, stage.others, words.LABOUR_HEADS, "2023", [70])
        b.filed(ground, [town.code for town in ground.towns], words.SKILL_HEADS, "2023", [70], accepted=False)
    if n("SN-044"):
        editions(ground, beside, "秦岭工匠杯", n("SN-044"), date(2023, 9, 1), end)
    if n("SN-046"):
        final(ground, ground.root, "工匠杯决赛", date(2023, 9, 20), items=n("SN-047") or 6, teams=n("SN-045") or 128, people=n("SN-046"))
        final_decoys(ground, beside, start, end)


def baoji(stage, n) -> None:
    ground, beside, start, end = stage.ground, stage.beside, date(2024, 1, 1), date(2024, 6, 30)
    city, year_end = ground.cities[0], date(2024, 12, 31)
    if n("BJ-025"):
        for i in range(n("BJ-025")):
            b.plan(ground, city, words.PLAN, f"竞赛项目{i}", start + (i % 300) * DAY, year_end)
        b.plan(ground, city, words.PLAN, "未批准的竞赛", start, year_end, approved=False)
        b.plan(ground, city, words.PLAN, "上年的竞赛", start - DAY, start)
        b.plan(ground, city, words.PLAN, "次年的竞赛", year_end + DAY, year_end + 2 * DAY)
        b.plan(ground, city, "drive", "不是竞赛", start, year_end)
        b.plan(ground, ground.cities[1], words.PLAN, "邻市的竞赛", start, year_end)
        b.plan(beside, beside.cities[0], words.PLAN, "邻省的竞赛", start, year_end)
    if n("BJ-026"):
        count = n("BJ-026")
        contests(ground, stage.codes, days(start, end, count), heads=shares(n("BJ-027") or 12_292, count))
        contest_decoys(ground, beside, stage.codes, stage.others, start, end)
    if n("BJ-052"):
        b.unions(ground, [date(2013, 5, 1)] * 180)
        here = unions_under(city)
        b.filed(ground, here, words.LABOUR_HEADS, "2024", [20] * (len(here) * n("BJ-052") // 100))
        b.filed(ground, here[::-1], words.SKILL_HEADS, "2024H1", [0])  # filed, and nobody took part
        b.filed(ground, here[::-1], words.LABOUR_HEADS, "2023-12-31", [20] * 2)
        b.filed(ground, here[::-1], words.LABOUR_HEADS, "2025-01-01", [20])
        b.filed(beside, stage.others, words.LABOUR_HEADS, "2024", [20])


def yanan(stage, n) -> None:
    ground, beside = stage.ground, stage.beside
    if n("YA-017"):
        orchards(ground, ground.root, "矮化苹果园效益竞赛", date(2024, 10, 20), n("YA-017"))
        orchards(ground, ground.root, "上年效益竞赛", date(2023, 12, 31), 2)
        orchards(ground, ground.root, "次年效益竞赛", date(2025, 1, 1), 1)
        orchards(beside, beside.root, "邻市效益竞赛", date(2024, 10, 20), 1)
    if n("YA-023"):
        start, end = date(2020, 1, 1), date(2024, 12, 31)
        contests(ground, stage.codes, days(start, end, n("YA-023")))
        contest_decoys(ground, beside, stage.codes, stage.others, start, end)
    if n("YA-024"):
        start, end, city = date(2020, 1, 1), date(2024, 12, 31), ground.cities[0]
        half = n("YA-024") // 2
        prizes(ground, city, "首届标兵", start, half)
        prizes(ground, city, "末届标兵", end, n("YA-024") - half)
        prizes(ground, city, "上届标兵", start - DAY, 900)
        prizes(ground, city, "下届标兵", end + DAY, 900)
        prizes(ground, city, "未发的标兵", start, 900, paid=False)
        prizes(ground, ground.counties[0], "县级标兵", start, 900)
        prizes(beside, beside.cities[0], "邻市标兵", start, 900)


def orchards(ground, node, title: str, on: date, champions: int, award: str = "champion") -> None:
    """A contest judged by benefit a mu: so many champions, the next prize, and one that only sold more."""
    contest = planned(ground, node, title, on, words.LABOUR)
    more = {"tier": "city", "judged": "benefit", "held_on": on}
    with clock.at(on):
        item = do(acts.open_item, ground.officer, contest=contest, title=title, **more).subject
        entries = []
        for i in range(champions + 2):
            home = ground.counties[i % len(ground.counties)]
            entry = do(entry_acts.enter_work, ground.officer, node=home, item=item, title=f"{title}{i}号园").subject
            entries.append(do(entry_acts.check_entry, SYSTEM, entry).subject)
        do(acts.close_entries, ground.officer, item)
        for i, entry in enumerate(entries):
            area = 5 if i < champions else 500
            do(entry_acts.measure, ground.officer, entry, visited_on=on, area=Decimal(area), income=Decimal(80_000), cost=Decimal(20_000))
        do(acts.sign_scores, ground.officer, item)
    with clock.at(on + DAY):
        do(acts.rank, SYSTEM, item)
        ranked = Entry.objects.for_act("replay").filter(item=item)
        do(acts.award, ground.officer, ranked.filter(rank=1), award=award)
        do(acts.award, ground.officer, ranked.exclude(rank=1), award="merit")


def prizes(ground, payer, title: str, on: date, total: int, *, paid: bool = True) -> None:
    """Prizes for the winners of one contest, handed out by `payer` in sums under the limit for cash."""
    sums = shares(total, -(-total // 1000))
    orchards(ground, ground.root, title, on - 2 * DAY, len(sums), award="first")
    winners = Entry.objects.for_act("replay").filter(item__title=title, award="first").order_by("pk")
    with clock.at(on):
        source = do(money.declare_source, ground.officer, node=payer, code=f"{ground.code}-{title}", name="竞赛奖励资金", since=on).subject
        what = {"node": payer, "kind": words.PRIZE, "title": title, "source": source, "award_year": on.year}
        batch = do(money.open_batch, ground.officer, **what).subject
        for winner, amount in zip(winners, sums, strict=True):
            do(line_acts.add, ground.officer, batch=batch, amount=Decimal(amount), payee=winner.title, cause=str(winner.pk))
        if paid:
            do(money.approve, SYSTEM, batch)
            do(money.hand_over, SYSTEM, batch, on=on)


def guizhou(stage, n) -> None:
    ground, beside, start, end = stage.ground, stage.beside, date(2019, 1, 1), date(2023, 12, 31)
    june = (date(2023, 6, 1), date(2023, 6, 30))
    if n("GZ-021"):
        final(ground, ground.root, "省职工职业技能大赛", date(2023, 6, 15), items=3, teams=n("GZ-021"), people=2 * n("GZ-021"))
        final_decoys(ground, beside, *june)
    if n("GZ-022"):
        editions(ground, beside, "省职工职业技能大赛", n("GZ-022"), date(2023, 6, 12), june[1])
    if n("GZ-023"):
        named_contests(ground, stage.codes, days(start, end, max(n("GZ-023") // 100, 2)), n("GZ-023"))
        named_contests(ground, stage.codes, [start - DAY, end + DAY], 6)
        named_contests(ground, stage.codes, [start], 5, kind=words.LABOUR)
        named_contests(beside, stage.others, [start], 5)
    if n("GZ-024"):
        for year, part in zip(range(2019, 2024), shares(n("GZ-024"), 5), strict=True):
            b.filed(ground, stage.codes, words.LABOUR_HEADS, str(year), shares(part, min(len(stage.codes), 500)))
        b.filed(ground, stage.codes, words.SKILL_HEADS, "2023", [70])  # filed for skill contests: never added to labour contests
        b.filed(ground, stage.codes, words.LABOUR_HEADS, "2018-12-31", [70])
        b.filed(ground, stage.codes, words.LABOUR_HEADS, "2024-01-01", [70])
        b.filed(beside, stage.others, words.LABOUR_HEADS, "2023", [70])
    if n("GZ-080"):
        for title in ("一类竞赛", "二类竞赛", "三类竞赛")[: n("GZ-080")]:
            b.entry(ground, ground.root, words.CLASS, title, date(2021, 3, 1), issuer="省总工会", tier="provincial")
        b.entry(ground, ground.root, words.CLASS, "次年类别", end + DAY, issuer="省总工会", tier="provincial")
        b.entry(ground, ground.cities[0], words.CLASS, "市级类别", date(2021, 3, 1), issuer="市总工会", tier="city")
        b.entry(beside, beside.root, words.CLASS, "邻省类别", date(2021, 3, 1), issuer="邻省总工会", tier="provincial")


def hebei(stage, n) -> None:
    ground, beside = stage.ground, stage.beside
    if n("HB-007"):
        for number, on in ((n("HB-007") // 2, date(2023, 6, 30)), (n("HB-007"), date(2023, 12, 31)), (n("HB-007") * 2, date(2024, 1, 1))):
            b.reading(ground, ground.root, words.VIEWS, "技能创新融媒体节目", number, on)
        b.reading(ground, ground.root, words.VIEWS, "技能创新融媒体节目", 5, date(2023, 12, 30), accepted=False)
        b.reading(beside, beside.root, words.VIEWS, "邻省节目", 7, date(2023, 12, 31))
    for claim, kind, title in (("HB-009", words.RESULT, "全国职工数字化技能大赛团体名次"), ("HB-010", words.EDITION, "全国职工数字化技能大赛")):
        if n(claim):
            more = {"issuer": "全国大赛组委会", "tier": "national"}
            b.entry(ground, ground.root, kind, title, date(2023, 6, 20), quantity=n(claim), **more)
            b.entry(ground, ground.root, kind, f"{title}（次月）", date(2023, 7, 1), quantity=n(claim) + 4, **more)
            b.entry(ground, ground.root, kind, f"{title}（上月）", date(2023, 5, 31), quantity=n(claim) + 5, **more)
            b.entry(beside, beside.root, kind, title, date(2023, 6, 20), quantity=9, **more)
    if n("HB-011"):
        october = (date(2023, 10, 1), date(2023, 10, 31))
        final(ground, ground.root, "京津冀轨道竞赛", date(2023, 10, 18), items=2, teams=4, people=n("HB-011"), tier="regional")
        final_decoys(ground, beside, *october, tier="regional")


REPLAY = {"shaanxi": shaanxi, "baoji": baoji, "yanan": yanan, "guizhou": guizhou, "hebei": hebei}
