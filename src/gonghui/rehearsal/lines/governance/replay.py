"""What the published figures of governance come from, record by record."""

from datetime import date, timedelta

import polars as pl

from gonghui.commons.parties import team_acts
from gonghui.commons.parties.models import Person
from gonghui.commons.registers import acts as registers
from gonghui.commons.tasks import acts as tasks
from gonghui.commons.tasks.words import CONVERSION, RECTIFICATION
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.tree.models import Node
from gonghui.lines.organization.governance import acts, words
from gonghui.lines.organization.orgs.words import CONTACT_GROUP, COUNTY_MEASURES
from gonghui.rehearsal.replay import builders as b
from gonghui.rehearsal.replay.ground import appoint, days

ONE = timedelta(days=1)
FIRST, LAST = date(2023, 1, 1), date(2023, 12, 31)
HOLD = {"seats": 7, "candidates": 8, "entitled": 100, "present": 90, "issued": 90, "recovered": 89}


def congress(ground, node, number: int, opened: date, days_: int = 1, delegates=None, *, held: bool = True) -> None:
    """A congress of a node, asked for half a year ahead; `delegates`: unit -> its members, of whom each unit sends what it may, one in vain."""
    before = opened - timedelta(days=180)
    with clock.at(before):
        row = do(acts.request, SYSTEM, node=node, number=number, years=5).subject
        do(acts.approve, ground.officer, row, document=f"复〔{opened.year}〕{number}号")
        if delegates:
            units, seats = list(delegates), len(next(iter(delegates.values())))
            do(acts.allot, SYSTEM, row, units=units, seats=seats, base=1)
            made = []
            for quota in row.quotas.for_act("replay").select_related("unit").order_by("pk"):
                whom = next(persons for unit, persons in delegates.items() if unit.pk == quota.unit_id)[: quota.seats]
                made += [do(acts.choose_delegate, SYSTEM, node=quota.unit, congress=row, person=person).subject.pk for person in whom]
            do(acts.find_invalid, ground.officer, made[-1:], why="身份不符")
            do(acts.find_valid, ground.officer, made[:-1])
        do(acts.review, SYSTEM, row)
    if held:
        with clock.at(opened + days_ * ONE):
            do(acts.hold, SYSTEM, row, opened_on=opened, closed_on=opened + (days_ - 1) * ONE, **HOLD)
            do(acts.elect, SYSTEM, row, person=members_at(ground, node, 1)[0], post=words.Post.CHAIR, yes=80)
            do(acts.file, SYSTEM, row)
            do(acts.accept, ground.officer, row)


def members_at(ground, node, count: int) -> list:
    """So many members below a node: of the register where it has them, else of a union of their own."""
    below = Node.objects.for_act("replay").filter(path__startswith=node.path)
    numbers = []
    if ground.members is not None:
        there = pl.col("union").is_in(list(below.values_list("code", flat=True))) & (pl.col("id_no") != "")
        numbers = ground.members.filter(there)["id_no"].head(count)
    if len(numbers) < count:
        ground.serial += 1
        town = below.filter(kind="town").first()
        unit = appoint(town, "joint", f"{town.code}-D{ground.serial}")
        numbers = b.members(ground, [unit.code], [date(2015, 3, 1)] * count)["id_no"]
    return list(Person.objects.for_act("replay").filter(id_hash__in=[blind("id", number) for number in numbers]).order_by("pk"))


def a_list(ground, node, kind: str, on: date, title: str = "清单"):
    ground.serial += 1
    return do(tasks.open_list, SYSTEM, node=node, kind=kind, title=f"{title}{ground.serial}", origin="programme", on=on).subject


def measured(ground, node, kind: str, on: date, count: int, *, dropped: int = 0) -> list:
    """A list of a node with so many measures set on a day, and some more dropped again."""
    with clock.at(on):
        whole = a_list(ground, node, kind, on)
        made = [do(tasks.set_, SYSTEM, tasks_of=whole, title=f"措施{i}", due_on=on + 60 * ONE).subject for i in range(count + dropped)]
        for task in made[count:]:
            do(tasks.drop, SYSTEM, task, why="并入他项")
    return made[:count]


def measures_with_decoys(stage, kind: str, count: int, other: str) -> list:
    """Measures of 2023 at the root; around them the years beside it, the neighbour, another kind, dropped ones."""
    ground, beside = stage.ground, stage.beside
    made = measured(ground, ground.root, kind, date(2023, 5, 10), count, dropped=2)
    measured(ground, ground.root, kind, FIRST - ONE, 2)
    measured(ground, ground.root, kind, LAST + ONE, 2)
    measured(ground, ground.root, other, date(2023, 5, 10), 2)
    measured(beside, beside.root, kind, date(2023, 5, 10), 2)
    return made


def listed(stage, kind: str, count: int, start: date, end: date, **more) -> None:
    """Entries of a kind at the root between two days; a proposal, the days beside, the neighbour and another kind do not count."""
    ground, beside = stage.ground, stage.beside
    for i, on in enumerate(days(start, end, count)):
        do(registers.enter, SYSTEM, node=ground.root, kind=kind, title=f"第{i}件", since=on, another=True, **more)
    do(registers.propose, SYSTEM, node=ground.root, kind=kind, title="只是拟定", since=start, **more)
    for where, on in ((ground, start - ONE), (ground, end + ONE), (beside, start)):
        do(registers.enter, SYSTEM, node=where.root, kind=kind, title="不计", since=on, **more)
    do(registers.enter, SYSTEM, node=ground.root, kind="partner", title="另一类", since=start)


def meeting(ground, node, on: date, number: int, topics: int, *, state: str = "") -> None:
    """A joint conference with its number and the topics put before it."""
    b.occasions(ground, [node.code], [on], words.JOINT, heads=30, edition=number, state=state)
    with clock.at(on):
        whole = a_list(ground, node, words.DECIDED, on, "议定事项")
        for i in range(topics):
            do(tasks.find, SYSTEM, tasks_of=whole, title=f"议题{i}", on=on)


def shaanxi(stage, n) -> None:
    ground, beside, root = stage.ground, stage.beside, stage.ground.root
    if n("SN-009"):
        opened, number = date(2023, 8, 29), n("SN-009")
        for where, term in ((root, n("SN-012")), (beside.root, 16)):
            do(acts.enter_term, SYSTEM, node=where, number=term, since=date(2018, 8, 20), until=date(2023, 8, 20))
        congress(ground, root, number, opened, n("SN-010") or 3)
        congress(ground, root, number + 1, date(2023, 9, 1))
        congress(ground, ground.cities[0], 17, opened, 2)
        congress(beside, beside.root, 18, opened)
        for i, node in enumerate([root] * n("SN-011") + [ground.cities[0], beside.root]):
            do(registers.enter, SYSTEM, node=node, kind=words.REPORT, title=f"报告{i}", since=date(2023, 8, 31))
        for title, on in (("上届报告", date(2023, 7, 31)), ("会后决议", date(2023, 9, 1))):
            do(registers.enter, SYSTEM, node=root, kind=words.REPORT, title=title, since=on)
        do(registers.propose, SYSTEM, node=root, kind=words.REPORT, title="未通过的报告", since=date(2023, 8, 31))
    if n("SN-017"):
        day, number = date(2023, 12, 19), n("SN-017")
        meeting(ground, root, date(2022, 12, 1), number - 1, 4)
        meeting(ground, root, day, number, n("SN-018"))
        meeting(ground, root, day + ONE, number + 1, 2)
        meeting(ground, ground.cities[0], day, 35, 5)
        meeting(beside, beside.root, day, 40, 2)
        for node, said, on in (
            (root, n("SN-019"), day),
            (root, number - 2, date(2022, 12, 1)),
            (ground.cities[0], 34, day),
            (beside.root, 39, day),
            (root, number, day + ONE),
        ):
            told = {"title": f"第{said}次会议落实情况", "quantity": said, "unit": "次", "since": on}
            do(registers.enter, SYSTEM, node=node, kind=words.FOLLOW_UP, **told)
    if n("SN-004"):
        listed(stage, words.RESEARCH, n("SN-004"), FIRST, LAST)
        made = measures_with_decoys(stage, CONVERSION, n("SN-005"), words.SUPPORT)
        for i in range(n("SN-006")):
            outcome = ("policy", "mechanism")[i % 2]
            do(tasks.note_outcome, SYSTEM, made[i % len(made)], outcome=outcome, title=f"成果{i}", on=date(2023, 5, 11) + i * ONE)
        theirs = measured(beside, beside.root, CONVERSION, date(2023, 5, 10), 1)[0]
        do(tasks.note_outcome, SYSTEM, theirs, outcome="policy", title="邻省成果", on=date(2023, 5, 12))
        for outcome, on in (("use", LAST), ("solved", LAST), ("policy", LAST + ONE)):
            do(tasks.note_outcome, SYSTEM, made[0], outcome=outcome, title=f"不计{outcome}", on=on)
    if n("SN-007"):
        rectified(stage, n("SN-007"), n("SN-008"))
    if n("SN-060"):
        contacts(stage, n("SN-060"), n("SN-061"), n("SN-062") or 100)
    if n("SN-063"):
        measures_with_decoys(stage, COUNTY_MEASURES, n("SN-063"), words.SUPPORT)


def rectified(stage, areas: int, count: int) -> None:
    """Problems in some areas, two of them in the same one; measures set against them."""
    ground, on = stage.ground, date(2023, 9, 10)
    measures_with_decoys(stage, RECTIFICATION, count, words.SUPPORT)
    for node, day, names in (
        (ground.root, on, [f"方面{i % areas}" for i in range(areas + 2)] + [""]), (ground.root, FIRST - ONE, ["上年方面"]),
        (ground.root, LAST + ONE, ["次年方面"]), (stage.beside.root, on, ["邻省方面"]),
    ):  # fmt: skip
        with clock.at(day):
            whole = a_list(ground, node, RECTIFICATION, day)
            for i, area in enumerate(names):
                do(tasks.find, SYSTEM, tasks_of=whole, title=f"问题{i}", area=area, on=day)


def contacts(stage, groups: int, counties: int, covered: int) -> None:
    """So many percent of the counties have their group; a group that has ended and one next door do not count."""
    ground, since = stage.ground, date(2023, 2, 1)
    standing = Node.objects.for_act("replay").filter(kind="county", path__startswith=ground.root.path)
    for i in range(counties - standing.count()):
        appoint(ground.cities[i % 3], "county", f"{ground.cities[i % 3].code}-X{i}")
    made = b.teams(ground, ground.root, [since] * groups, "工作组", kind=CONTACT_GROUP)
    for i, county in enumerate(standing.order_by("pk")[: standing.count() * covered // 100]):
        do(team_acts.add_member, ground.officer, made[i % groups], unit=county, since=since)
    do(team_acts.add_member, ground.officer, made[0], unit=ground.cities[0], since=since)
    b.teams(ground, ground.root, [date(2022, 2, 1)], "已结束的组", ended=LAST - ONE, kind=CONTACT_GROUP)
    b.teams(ground, ground.root, [LAST + ONE], "次年的组", kind=CONTACT_GROUP)
    theirs = b.teams(stage.beside, stage.beside.root, [since], "邻省工作组", kind=CONTACT_GROUP)[0]
    do(team_acts.add_member, stage.beside.officer, theirs, unit=stage.beside.counties[0], since=since)


def yanan(stage, n) -> None:
    if n("YA-001"):
        congress(stage.ground, stage.ground.root, n("YA-001"), date(2020, 5, 20), 3)
        congress(stage.ground, stage.ground.root, n("YA-001") + 1, date(2025, 5, 20))
        congress(stage.ground, stage.ground.counties[0], 12, date(2022, 5, 20))
        congress(stage.beside, stage.beside.root, 30, date(2022, 5, 20))


def guizhou(stage, n) -> None:
    ground, beside, opened = stage.ground, stage.beside, date(2023, 12, 18)
    if n("GZ-001"):
        chosen = {city: members_at(ground, city, n("GZ-002") + 1) for city in ground.cities} if n("GZ-002") else None
        congress(ground, ground.root, n("GZ-001"), opened, 3, chosen)
        congress(ground, ground.cities[1], 21, opened)
        congress(beside, beside.root, 22, opened, delegates={beside.cities[0]: members_at(beside, beside.cities[0], 5)})
        congress(ground, ground.cities[2], 23, opened, held=False)
    if n("GZ-014"):
        start, end = date(2019, 1, 1), LAST
        for i, (partner, topic) in enumerate((("广东省总工会", "框架协议"), ("山东省总工会", "对口协作"), ("某省总工会", "其他"))[: n("GZ-014")]):
            told = {"title": f"与{partner}{topic}", "holder_name": partner, "topic": topic, "since": date(2020 + i, 6, 1)}
            do(registers.enter, SYSTEM, node=ground.root, kind=words.COOPERATION, in_force_from=told["since"], **told)
        listed(stage, words.COOPERATION, 0, start, end)


def hebei(stage, n) -> None:
    ground, beside, day = stage.ground, stage.beside, date(2023, 6, 6)
    if n("HB-039"):
        standing = Node.objects.for_act("replay").filter(kind__in=("city", "county"), path__startswith=ground.root.path)
        for i in range(n("HB-039") - standing.count()):
            appoint(ground.cities[i % 3], "county", f"{ground.cities[i % 3].code}-X{i}")
        codes = list(standing.order_by("pk").values_list("code", flat=True))
        held = codes[: len(codes) * (n("HB-040") or 100) // 100]
        b.occasions(ground, held, days(FIRST, LAST, len(held)), words.JOINT, heads=30)
        b.occasions(ground, codes[:1], [day], words.JOINT, heads=20)
        b.occasions(ground, [ground.root.code, ground.towns[0].code], [day] * 2, words.JOINT)
        b.occasion_decoys(ground, beside, codes[1:], [beside.cities[0].code], FIRST, LAST, words.JOINT)
    if n("HB-041"):
        settled(stage, n("HB-041"), day)
    if n("HB-047"):
        pilots(stage, n("HB-047"), n("HB-048"))


def settled(stage, count: int, day: date) -> None:
    """Topics of city and county meetings, each settled by its task; open ones, those of the province and of other days stay out."""
    ground, beside = stage.ground, stage.beside
    places = [*ground.cities, *ground.counties]
    per = [count // len(places) + (i < count % len(places)) for i in range(len(places))]
    for node, number, on, done in (
        *((node, number, day, LAST) for node, number in zip(places, per, strict=True)), (ground.root, 2, day, LAST), (places[0], 2, day, None),
        (places[0], 1, day, LAST + ONE), (places[0], 1, date(2022, 6, 6), FIRST - ONE), (beside.cities[0], 2, day, LAST),
    ):  # fmt: skip
        with clock.at(on):
            whole = a_list(ground, node, words.DECIDED, on, "议定事项")
            found = [do(tasks.find, SYSTEM, tasks_of=whole, title=f"议题{i}", on=on).subject for i in range(number)]
            made = [do(tasks.set_, SYSTEM, tasks_of=whole, title=f"落实{f.pk}", finding=f, due_on=on + 300 * ONE).subject for f in found]
            for task in made:
                do(tasks.assign, SYSTEM, task, node=node, department="人社局")
        if done is not None:
            with clock.at(done + ONE):
                for task in made:
                    do(tasks.report_result, SYSTEM, task, result="已落实", on=done)
                    do(tasks.close, ground.officer if node.path.startswith(ground.root.path) else beside.officer, task)


def pilots(stage, categories: int, units: int) -> None:
    """Pilots of some categories at as many units; one at a unit that has another, one concluded, one granted later, one proposed."""
    ground, beside, since = stage.ground, stage.beside, date(2023, 3, 1)
    nodes = [b.union_of(code).node for code in stage.codes]
    for i in range(units):
        told = {"title": f"试点{i}", "topic": f"类别{i % categories}", "tier": "national", "issuer": "全国总工会", "in_force_from": since}
        do(registers.enter, SYSTEM, node=ground.root, kind=words.PILOT, holder_node=nodes[i], since=since, **told)
    again = {"topic": "类别0", "tier": "national", "kind": words.PILOT}
    do(registers.enter, SYSTEM, node=ground.root, title="又一试点", holder_node=nodes[1], since=since, **again)
    later = {"kind": words.PILOT, "topic": "另一类别"}
    do(registers.enter, SYSTEM, node=ground.root, title="次年试点", holder_node=nodes[-1], since=LAST + ONE, **later)
    done = {"since": date(2021, 3, 1), "in_force_from": date(2021, 3, 1), "until": LAST - ONE}
    do(registers.enter, SYSTEM, node=ground.root, title="已结束试点", holder_node=nodes[-2], **done, **later)
    do(registers.propose, SYSTEM, node=ground.root, title="申报中", holder_node=nodes[-3], since=since, **later)
    do(registers.enter, SYSTEM, node=beside.root, title="邻省试点", holder_node=beside.cities[0], since=since, **later)


REPLAY = {"shaanxi": shaanxi, "yanan": yanan, "guizhou": guizhou, "hebei": hebei}
MEANS = {
    ("governance.congress.reports_adopted", "shaanxi"): "governance.congress.reports_adopted@province",
    ("governance.congress.delegates", "guizhou"): "governance.congress.delegates@province",
    ("governance.joint_conference.topics", "shaanxi"): "governance.joint_conference.topics@province",
    ("governance.joint_conference.topics", "hebei"): "governance.joint_conference.topics@settled",
}
