"""Places of the demonstration, and what the published figures come from."""

from datetime import date, timedelta

import polars as pl

from gonghui.commons.designations import acts as awards
from gonghui.commons.designations import scheme_acts as schemes
from gonghui.commons.places import acts, inspect_acts, more_acts
from gonghui.commons.places.models import Inspection, OpeningException
from gonghui.commons.returns import acts as returns
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.service.places import acts as bookings
from gonghui.lines.service.places import words
from gonghui.rehearsal.replay.ground import Ground, Stage, days

ONE = timedelta(days=1)
TERM = (date(2020, 1, 1), date(2024, 12, 31))
OUTDOOR = ("环卫", "快递", "外卖", "交警", "园林")


SORTS = {"station": "驿站", "mother_room": "妈妈小屋", "reading_room": "职工书屋", "childcare": "托管班"}


def demo(b) -> None:
    """A register of stations and rooms as a table, places in every state, festival days, inspections, bookings."""
    rows = []
    for n in range(b.count(300, 24)):
        node, kind = b.towns[n % len(b.towns)], ("station", "station", "mother_room", "reading_room", "childcare")[n % 5]
        rows.append(
            row(node.code, kind, f"{node.name.removesuffix('工会')}{SORTS[kind]}{n // len(b.towns) + 1}号", b.day(b.year, b.today - ONE))
            | {
                "point": f"{30.40 + n % 20 / 50:.6f},{114.10 + n // 20 / 50:.6f}",
                "hours": "每天 07:00-21:00",
                "facilities": "饮水、桌椅休息、充电、应急药箱",
            }
        )
    b.table("places", b.province, pl.DataFrame(rows))
    here = {"node": b.counties[0], "opened_on": b.year, "hours": "每天 08:00-22:00", "another": True}
    palace = b.do(acts.enter, "wang", kind="palace", name="东湖区工人文化宫", address="文化路 1 号", **here)
    rooms = [
        b.do(acts.enter, "wang", kind="room", name=f"文化宫{name}室", part_of=palace, seats=30, facilities=[slug], **here)
        for name, slug in (("舞蹈", "dance"), ("瑜伽", "yoga"), ("台球", "billiards"))
    ]
    b.do(acts.enter, "wang", kind="museum", name="东湖区工运史馆", address="文化路 2 号", **here)
    station = b.do(acts.enter, "wang", kind="station", name="东湖广场驿站", point="30.592800,114.305500", address="广场路 8 号", **here)
    b.do(more_acts.assign_keeper, "wang", station, keeper=b.cast["deng"].account)
    b.do(
        more_acts.propose_days,
        "wang",
        station,
        since=b.today + 5 * ONE,
        until=b.today + 11 * ONE,
        reason="节日照常开放",
        hours="08:00-20:00",
        supplies="热茶、点心",
    )
    b.do(more_acts.publish_days, "wang", OpeningException.objects.for_act("demo").get(place=station))
    for n, (act, more) in enumerate(((None, {}), (acts.build, {"on": b.today}))):
        planned = b.do(acts.plan, "sun", node=b.union.node, kind="station", name=f"新建驿站{n + 1}", another=True)
        if act:
            b.do(act, "sun", planned, **more)
    b.do(acts.renovate, "wang", b.do(acts.enter, "wang", kind="reading_room", name="改造中的书屋", **here), on=b.today - ONE, why="屋面维修")
    told = {"kind": words.BASE_TITLE, "name": "省级职工培训实训基地", "tier": "province", "issuer": b.province.name, "holders": ["place"]}
    given = b.do(schemes.declare_scheme, "zhou", at=b.year, node=b.province, since=b.year, document="河工办〔上年〕21号", **told)
    named = {"holder": "place", "name": "东湖区职工技能实训基地", "batch": "首批", "awarded_on": b.today - 60 * ONE}
    b.do(awards.record, "zhou", at=b.today - 60 * ONE, scheme=given, node=b.counties[0], **named)
    b.do(inspect_acts.draw, "wang", at=b.today - 40 * ONE, node=b.counties[0], kind="station")
    b.do(
        inspect_acts.order_rectification,
        "wang",
        Inspection.objects.for_act("demo").order_by("pk").first(),
        at=b.today - 38 * ONE,
        findings="没有应急药箱",
    )
    for n, room in enumerate(rooms):
        b.do(bookings.reserve, "wang", place=room, on=b.today + (n + 1) * ONE, begins=9, ends=11, heads=12, title="职工兴趣班", purpose="course")
    group = b.do(bookings.reserve, "wang", place=palace, on=b.today, begins=14, ends=15, heads=20, title="兄弟工会参观", purpose="visit")
    b.do(bookings.check_in, "wang", group)


def row(node: str, kind: str, name: str, opened: date, closed: date | None = None, supported: date | None = None) -> dict:
    """A place as the table has it."""
    return {
        "node": node, "kind": kind, "name": name, "opened_on": opened.isoformat(), "closed_on": closed.isoformat() if closed else "",
        "supported_on": supported.isoformat() if supported else "", "facilities": "",
    }  # fmt: skip


def sites(ground: Ground, kind: str, opened: list[date], prefix: str, **more) -> None:
    """Places of a kind on the towns, open since these days."""
    towns = ground.towns
    ground.table("places", pl.DataFrame([row(towns[i % len(towns)].code, kind, f"{prefix}{i}", day, **more) for i, day in enumerate(opened)]))


def stock(stage: Stage, kind: str, count: int, end: date, prefix: str, *, fresh: tuple[date, int] | None = None) -> None:
    """`count` places standing at `end`, of which some opened since a day; and those that must not count."""
    ground, beside = stage.ground, stage.beside
    since, new = fresh or (end, 0)
    sites(ground, kind, days(date(2013, 1, 1), since - ONE, count - new), f"{prefix}旧")
    if new:
        sites(ground, kind, days(since, end - ONE, new, 3), f"{prefix}新")
    sites(ground, kind, [end + ONE] * 2, f"{prefix}次日")
    sites(ground, kind, [date(2013, 1, 1)] * 2, f"{prefix}已关", closed=end - ONE)
    sites(ground, "sanatorium", [date(2013, 1, 1)] * 2, f"{prefix}别类")
    sites(beside, kind, [date(2013, 1, 1)] * 3, f"{prefix}邻")


def scheme(ground: Ground, kind: str, tier: str, holder: str) -> str:
    """A title in use on a ground; its name."""
    name = f"{words.TITLES.label(kind)}·{tier}"
    do(
        schemes.declare_scheme, SYSTEM, node=ground.root, kind=kind, name=name, tier=tier, issuer="全国总工会" if tier == "national" else "省总工会",
        holders=[holder], since=date(2013, 1, 1), outer=tier == "national",
    )  # fmt: skip
    return name


def titled(
    stage: Stage, kind: str, tier: str, given: list[date], span: tuple[date, date], prefix: str, holder: str = "place", *, again: bool = False
) -> None:
    """Titles given on these days; and the same outside the span and at the neighbour. again: some a second time in another batch."""
    for ground, dates in ((stage.ground, given), (stage.beside, given[:2])):
        name = scheme(ground, kind, tier, holder)
        rows = [title(name, ground.towns[i % len(ground.towns)].code, holder, f"{prefix}{i}", day, "首批") for i, day in enumerate(dates)]
        if ground is stage.ground:
            rows += [
                title(name, ground.towns[0].code, holder, f"{prefix}期外{i}", day, "首批") for i, day in enumerate((span[0] - ONE, span[1] + ONE))
            ]
            if again:
                rows += [one | {"batch": "第二批", "awarded_on": span[1].isoformat()} for one in rows[:5]]
                rows = [one for one in rows if one["awarded_on"] >= span[0].isoformat()]
        ground.table("designations", pl.DataFrame(rows))


def title(scheme_name: str, node: str, holder: str, name: str, day: date, batch: str) -> dict:
    return {"scheme": scheme_name, "node": node, "holder": holder, "name": name, "batch": batch, "awarded_on": day.isoformat()}


def visits(stage: Stage, node, on: date, count: int) -> None:
    """A delegation goes to `count` places of a city on one day; one of them twice, one that was booked and not seen."""
    kinds = ("nursery", "park", "palace", "museum", "historic", "sanatorium", "room")
    with clock.at(on):
        for i in range(count + 1):
            place = do(
                acts.enter, SYSTEM, node=node, kind=kinds[i % len(kinds)], name=f"点位{i}", opened_on=date(2013, 1, 1), hours="每天 08:00-18:00"
            ).subject
            for begins in (9, 10) if i == 0 else (9,):
                booking = do(
                    bookings.reserve, SYSTEM, place=place, on=on, begins=begins, ends=begins + 1, heads=20, title="参观交流", purpose="visit"
                ).subject
                if i < count:
                    do(bookings.check_in, SYSTEM, booking)
            if i == count - 1:
                do(
                    bookings.check_in,
                    SYSTEM,
                    do(bookings.reserve, SYSTEM, place=place, on=on, begins=14, ends=15, heads=9, title="会议", purpose="event").subject,
                )


def yanan(stage: Stage, n) -> None:
    end = TERM[1]
    if n("YA-055"):
        stock(stage, "station", n("YA-055"), end, "驿站")
    if n("YA-056"):
        stock(stage, "mother_room", n("YA-056"), end, "母婴室")
    if n("YA-057"):
        stock(stage, "childcare", n("YA-057"), end, "托管班")
    for claim, tier in (("YA-012", "national"), ("YA-013", "province"), ("YA-014", "city")):
        if n(claim):
            titled(stage, words.READING_TITLE, tier, days(*TERM, n(claim)), TERM, "书屋")
    if n("YA-006"):
        titled(stage, words.PATRIOTIC_BASE, "national", [date(2022, 5, 1)] * n("YA-006"), TERM, "旧址")
    if n("YA-033"):
        palace, later = palace_rooms(stage.ground.root, n("YA-033")), {"facilities": [words.USES[-1]], "opened_on": date(2025, 1, 1)}
        do(acts.enter, SYSTEM, node=palace.node, kind="room", name="次年功能室", part_of=palace, **later)
        palace_rooms(stage.beside.root, 6)


def palace_rooms(node, count: int):
    """A palace with rooms for `count` uses, one use twice; and a room of a centre with another use. Returns the palace."""
    opened = {"node": node, "opened_on": date(2018, 1, 1)}
    palace = do(acts.enter, SYSTEM, kind="palace", name="工人文化宫", **opened).subject
    centre = do(acts.enter, SYSTEM, kind="centre", name="职工服务中心", **opened).subject
    for i in range(count + 1):
        do(acts.enter, SYSTEM, kind="room", name=f"功能室{i}", part_of=palace, facilities=[words.USES[i % count]], **opened)
    do(acts.enter, SYSTEM, kind="room", name="中心活动室", part_of=centre, facilities=[words.USES[-1]], **opened)
    return palace


def guizhou(stage: Stage, n) -> None:
    term, end = (date(2019, 1, 1), date(2023, 12, 31)), date(2023, 12, 31)
    if n("GZ-052"):
        stock(stage, "station", n("GZ-052"), end, "服务站")
    early = (date(2013, 1, 1), end)
    for claim, kind, tier in (("GZ-053", words.BEST_STATION, "national"), ("GZ-054", words.MODEL_STATION, "province")):
        if n(claim):
            titled(stage, kind, tier, days(date(2015, 1, 1), end - ONE, n(claim)), early, "服务站旧", again=True)
    if n("GZ-055"):
        titled(stage, words.STAR_KEEPER, "province", [date(2023, 6, 1)] * n("GZ-055"), term, "站长", "person")
    if n("GZ-064"):
        titled(stage, words.CHILDCARE_TITLE, "national", days(*term, n("GZ-064")), term, "托育机构")
    if n("GZ-013"):
        third = n("GZ-013") // 3
        titled(stage, words.READING_TITLE, "national", days(*term, third), term, "书屋甲")
        titled(stage, words.READING_TITLE, "province", days(*term, third, 2), term, "书屋乙")
        titled(stage, words.BASE_TITLE, "province", days(*term, n("GZ-013") - 2 * third, 3), term, "基地")
        titled(stage, words.READING_TITLE, "city", days(*term, 3), term, "市级书屋")
    if n("GZ-051"):
        for year in range(2019, 2024):
            last = year == 2023
            came(stage.ground, stage.ground.cities[0], str(year), n("GZ-051") - 4 * (n("GZ-051") // 5) if last else n("GZ-051") // 5)
        came(stage.ground, stage.ground.cities[0], "2024", 77)
        came(stage.ground, stage.ground.cities[1], "2023", 88)
        came(stage.ground, stage.ground.counties[0], "2023", 99, accepted=False)


def came(ground: Ground, node, period: str, number: int, accepted: bool = True) -> None:
    """What a palace counted at its door in a year."""
    filed = do(returns.fill, SYSTEM, node=node, kind=words.PALACE_VISITS, period=period, number=number, basis="文化宫进馆登记", own=True).subject
    do(returns.submit, SYSTEM, filed, explained="全年开放")
    if accepted:
        do(returns.accept, ground.officer, filed)


def hebei(stage: Stage, n) -> None:
    start, end = date(2023, 1, 1), date(2023, 12, 31)
    fresh = functions(stage.ground, date(2023, 6, 1), words.EXTRA[: n("HB-051")]) if n("HB-051") else 0
    older = functions(stage.ground, start - ONE, words.EXTRA[-1:]) if n("HB-051") else 0
    if n("HB-028"):
        stock(stage, "station", n("HB-028") - fresh - older, end, "站点", fresh=(start, n("HB-027") - fresh))
    if n("HB-029"):
        sites(stage.ground, "mother_room", [date(2020, 1, 1)] * n("HB-029"), "妈妈小屋", supported=date(2023, 6, 1))
        sites(stage.ground, "mother_room", [date(2023, 6, 1)] * 3, "自建小屋")
        sites(stage.ground, "mother_room", [date(2020, 1, 1)] * 2, "上年小屋", supported=start - ONE)
        sites(stage.beside, "mother_room", [date(2020, 1, 1)] * 2, "邻省小屋", supported=date(2023, 6, 1))
    functions(stage.beside, date(2023, 6, 1), words.EXTRA[-2:-1])


def functions(ground: Ground, on: date, extra) -> int:
    """Stations opened on a day, one for each extra function, one more for the first, one with what every station has; how many."""
    slugs = (*extra, *extra[:1], "water")
    for i, slug in enumerate(slugs):
        do(acts.enter, SYSTEM, node=ground.towns[i], kind="station", name=f"功能驿站{on.year}{i}", opened_on=on, facilities=[slug])
    return len(slugs)


def baoji(stage: Stage, n) -> None:
    if n("BJ-092"):
        visits(stage, stage.ground.cities[0], date(2024, 5, 20), n("BJ-092"))
        visits(stage, stage.ground.cities[1], date(2024, 5, 20), 2)
        visits(stage, stage.ground.counties[0], date(2024, 7, 1), 1)


REPLAY = {"yanan": yanan, "guizhou": guizhou, "hebei": hebei, "baoji": baoji}
MEANS = {
    ("places.mother_rooms", "yanan"): "places.mother_rooms@open",
    ("places.mother_rooms", "hebei"): "places.mother_rooms@supported",
}
