"""The academy of the demonstration, and what the published figures come from."""

from datetime import date, timedelta
from decimal import Decimal

from gonghui.commons.activities import acts as activities
from gonghui.commons.activities.models import Activity
from gonghui.commons.money import acts as money
from gonghui.commons.money import receipt_acts
from gonghui.commons.places import acts as places
from gonghui.commons.registers import acts as registers
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.education.academy import acts, house_acts, house_words, lesson_acts, lesson_words, words
from gonghui.rehearsal.replay import builders
from gonghui.rehearsal.replay.ground import appoint, days, shares

ONE = timedelta(days=1)
OPENED = date(2023, 7, 25)
LAST = date(2023, 12, 31)
PLANNED = date(2021, 7, 16)


def academy_at(ground, code: str, opened: date, area: int, seats: int):
    """An institution of the root with its house."""
    node = appoint(ground.root, "institution", code)
    told = {"kind": words.ACADEMY, "name": f"{code}学院", "opened_on": opened, "area": area, "seats": seats}
    return node, do(places.enter, SYSTEM, node=node, **told).subject


def project(ground, node, land, investment: int, brand: int, planned: date, opened: date | None = None, *, dropped: bool = False) -> None:
    ground.serial += 1
    told = {"name": f"学院{ground.serial}", "land": Decimal(land), "investment": Decimal(investment), "brand_years": brand, "on": planned}
    row = do(acts.plan_project, ground.officer, node=node, **told).subject
    if opened:
        do(acts.start_project, ground.officer, row, on=planned)
        do(acts.accept_project, SYSTEM, row, on=opened - ONE)
        do(acts.open_project, ground.officer, row, on=opened)
    if dropped:
        do(acts.drop_project, ground.officer, row, why="未获批准")


def shaanxi(stage, n) -> None:
    if not n("SN-037"):
        return
    ground, beside = stage.ground, stage.beside
    node, house = academy_at(ground, "SHAANXI-NNW", OPENED, n("SN-035"), n("SN-036"))
    ground.named["shaanxi.nanniwan_academy"] = node
    theirs, _house = academy_at(beside, "SHAANXI-NEXT-A", OPENED, 9000, 90)
    gone = do(places.enter, SYSTEM, node=node, kind=words.ACADEMY, name="旧址", opened_on=date(2010, 1, 1), area=800, seats=40).subject
    do(places.close, ground.officer, gone, on=LAST - ONE, why="搬迁")
    do(places.enter, SYSTEM, node=node, kind="room", name="图书馆", opened_on=OPENED, area=700, seats=70)
    do(places.enter, SYSTEM, node=node, kind=words.ACADEMY, name="次年的楼", opened_on=LAST + ONE, area=600, seats=60)
    built = OPENED.replace(year=PLANNED.year + n("SN-033"))
    project(ground, node, n("SN-031"), n("SN-032"), n("SN-034"), PLANNED, built)
    project(ground, node, 5, 7_000_000, 9, PLANNED, dropped=True)
    project(ground, node, 6, 8_000_000, 8, date(2020, 12, 31))
    project(ground, node, 7, 9_000_000, 7, date(2022, 1, 1), date(2024, 7, 1))
    project(beside, theirs, 8, 6_000_000, 6, PLANNED, built)
    heads = shares(n("SN-038"), n("SN-037"))
    on = [OPENED, *days(OPENED + ONE, LAST, n("SN-037") - 1)]
    builders.occasions(ground, [node.code], on[:1], words.CLASS, heads=heads[:1], series=words.MAIN, edition=n("SN-071") or "")
    builders.occasions(ground, [node.code], on[1:], words.CLASS, heads=heads[1:])
    builders.occasions(ground, [node.code], [OPENED + ONE], words.CLASS, series=words.MAIN, edition=2, state="cancelled")
    builders.occasions(ground, [node.code], [OPENED, LAST], words.EVENT, heads=400)
    builders.occasions(ground, [ground.cities[0].code], [OPENED], words.CLASS, heads=300, series=words.MAIN, edition=7)
    builders.occasions(ground, [node.code], [LAST + ONE], words.CLASS, heads=90, series=words.MAIN, edition=3)
    builders.occasions(beside, [theirs.code], [OPENED], words.CLASS, heads=80, series=words.MAIN, edition=9)


def yanan(stage, n) -> None:
    """The later number is told with hosted events: more of them, and far more people at each."""
    if not n("YA-015"):
        return
    ground, last = stage.ground, date(2024, 12, 31)
    node, _house = academy_at(ground, "YANAN-NNW", OPENED, 52_000, 500)
    ground.named["yanan.nanniwan_academy"] = node
    held = n("YA-015") * 2 // 3
    heads = shares(n("YA-016"), n("YA-015"))
    builders.occasions(ground, [node.code], days(OPENED, last, held), words.CLASS, heads=heads[:held])
    builders.occasions(ground, [node.code], days(OPENED, last, n("YA-015") - held, 2), words.EVENT, heads=heads[held:])
    for kind in (words.CLASS, words.EVENT):
        builders.occasions(ground, [node.code], [last], kind, heads=70, state="cancelled")
        builders.occasions(ground, [node.code], [last + ONE], kind, heads=70)
        builders.occasions(ground, [ground.cities[0].code], [last], kind, heads=70)
        builders.occasions(stage.beside, stage.others, [last], kind, heads=70)


def demo(b) -> None:
    """An academy that was built and one being built; classes held, bookings in every state, courses and teachers."""
    told = {"kind": words.ACADEMY, "name": "河州劳模工匠学院", "opened_on": b.year, "area": 38_000, "seats": 400, "address": "临江市学院路一号"}
    house = b.do(places.enter, "zhou", node=b.province, **told)
    for n, (name, since) in enumerate((("劳模工匠学院一期", b.year - 700 * ONE), ("实训楼", b.today - 200 * ONE))):
        what = {"land": Decimal("62.5"), "investment": Decimal(210_000_000 - 150_000_000 * n), "brand_years": 3, "on": since}
        at = max(b.year, since + 30 * ONE)
        row = b.do(acts.plan_project, "zhou", at=at, node=b.province, name=name, **what)
        b.do(acts.start_project, "zhou", row, at=at, on=since + 30 * ONE)
        for step, title in enumerate(("主体封顶", "竣工")):
            one = b.do(acts.set_milestone, "zhou", at=at, project=row, title=title, due_on=since + (200 + 200 * step) * ONE)
            if not n:
                b.do(acts.reach, "zhou", one, at=at, on=since + (210 + 200 * step) * ONE)
        if not n:
            b.do(acts.accept_project, "gao", row, at=at, on=b.year - 20 * ONE)
            b.do(acts.open_project, "zhou", row, at=at, on=b.year - ONE, place=house)
    for n in range(20):
        told = {"kind": house_words.DORM, "name": f"{301 + n}室", "opened_on": b.year, "part_of": house, "seats": 4}
        b.do(places.enter, "zhou", node=b.province, **told)
    for kind, title in (
        (words.COURSE, "劳模精神专题教材"),
        (words.COURSE, "数控加工实训课程"),
        (words.TEACHER, "全国劳动模范王师傅"),
        (words.TEACHER, "省工匠李师傅"),
    ):
        b.do(registers.enter, "zhou", at=b.year + 9 * ONE, node=b.province, kind=kind, title=title, since=b.year + 9 * ONE)
    held(b, house)


def timetable(b, row, house) -> None:
    """Two days of lessons in a room of the house, by turns of its teachers."""
    rooms = [("报告厅", 200), ("第一教室", 60)]
    told = {"kind": lesson_words.ROOM, "opened_on": b.year, "part_of": house}
    rooms = [b.do(places.enter, "zhou", node=b.province, name=name, seats=seats, **told) for name, seats in rooms]
    teachers = RegisterEntry.objects.for_act("demo").filter(kind=words.TEACHER).order_by("pk")
    subjects = ("劳模精神专题", "工会法律实务", "数控加工实训", "班组安全管理")
    for n, (subject, teacher) in enumerate(zip(subjects, [*teachers, None, None, None, None][:4], strict=True)):
        at = {"on": row.since + (n // 2) * ONE, "half": ("am", "pm")[n % 2]}
        b.do(lesson_acts.book_room, "zhou", booking=row, room=rooms[0], title=subject, teacher=teacher, **at)


def held(b, house) -> None:
    """Bookings of guests from anywhere: settled, concluded, arrived, scheduled, asked for, declined."""
    source = b.do(money.declare_source, "zhou", at=b.year, node=b.province, code="XY-1", name="学院培训收入", since=b.year)
    for n, (client, theme) in enumerate((
        ("外省总工会", "工会主席研修班"), ("省能源集团", "班组长素质提升班"), ("市总工会", "劳模工匠研修班"), ("省交通工会", "安全生产培训班"),
        ("外市总工会", "工会干部培训班"), ("省国资委工会", "创新工作室领衔人班"),
    )):  # fmt: skip
        since = b.today + (20 * (n - 3)) * ONE
        asked = {"place": house, "client": client, "theme": theme, "people": 60 + 10 * n, "since": since, "until": since + 4 * ONE}
        row = b.do(acts.request, "chen", at=min(since - 15 * ONE, b.today), **asked)
        if n == 5:
            continue
        b.do(acts.schedule, "zhou", row, at=min(since - 14 * ONE, b.today))
        if n == 4:
            names = "\n".join(f"学员{one + 1} {'女' if one % 3 else '男'}" for one in range(30))
            b.do(house_acts.name_guests, "zhou", row, names=names)
            b.do(house_acts.give_beds, "zhou", row)
            timetable(b, row, house)
            b.do(house_acts.quote, "zhou", row, meals=True)
        if n < 3:
            b.do(acts.arrive, "zhou", row, at=since, arrived=58 + 10 * n)
            b.do(acts.conclude, "zhou", row, at=since + 5 * ONE, stars=5 - n % 2)
        if n < 2:
            on = since + 8 * ONE
            fee = {"kind": words.FEE, "source": source, "giver": client, "number": f"XY{n:04d}", "amount": Decimal(48_000), "on": on}
            receipt = b.do(receipt_acts.take_in, "zhou", at=on, node=b.province, **fee)
            b.do(receipt_acts.book_in, "gao", receipt, at=on)
            b.do(acts.settle, "zhou", row, at=on + ONE, receipt=receipt)
    first = Activity.objects.for_act("demo").filter(kind=words.CLASS).order_by("pk").first()
    b.do(activities.describe, "zhou", first, series=[words.MAIN], edition=1)
    told = {"kind": words.EVENT, "title": "全省劳模座谈会", "at_place": "学院报告厅", "held_on": b.today - 12 * ONE, "head_count": 180}
    b.do(activities.record, "zhou", at=b.today - 12 * ONE, node=b.province, **told)


REPLAY = {"shaanxi": shaanxi, "yanan": yanan}
MEANS = {
    ("academy.classes", "yanan.nanniwan_academy"): "academy.classes@with_events",
    ("academy.attendances", "yanan.nanniwan_academy"): "academy.attendances@with_events",
}
