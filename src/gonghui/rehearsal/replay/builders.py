"""
Builders: each knows a kind of record, a ground, a span of days and a number - never an indicator.

Every builder also makes decoys that must not count: the same at a neighbour, the day before the span,
the day after, a cancelled one, another kind.
"""

from datetime import date, timedelta
from decimal import Decimal

import polars as pl

from gonghui.commons.activities import acts as activities
from gonghui.commons.designations import acts as awards
from gonghui.commons.designations import scheme_acts as titles
from gonghui.commons.designations.models import Scheme
from gonghui.commons.parties import team_acts
from gonghui.commons.parties.acts import new_person
from gonghui.commons.plans import acts as plans
from gonghui.commons.readings import acts as readings
from gonghui.commons.registers import acts as registers
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.returns.acts import accept_alike
from gonghui.commons.returns.models import HeadCount
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.tree.models import Node
from gonghui.lines.education.lectures.words import LECTURER_TEAM
from gonghui.lines.organization.orgs import acts as founding
from gonghui.lines.organization.orgs import tree_acts
from gonghui.lines.organization.orgs.models import Coverage, Union
from gonghui.rehearsal.people import credit_code, people

from .ground import BEGINNING, Ground

ONE = timedelta(days=1)


def unions(ground: Ground, founded: list[date], *, kind="single", verified=(), segment="") -> list[str]:
    """Basic unions on the towns, founded on these days; verified on the days given for the first of them."""
    first, ground.unions = ground.unions, ground.unions + len(founded)
    codes = [f"{ground.code}-U{first + i}" for i in range(len(founded))]
    checked = [d.isoformat() for d in verified] + [""] * (len(founded) - len(verified))
    parents = [ground.towns[i % len(ground.towns)].code for i in range(len(founded))]
    frame = {"parent": parents, "code": codes, "name": [f"{c}厂工会" for c in codes], "kind": kind, "founded_on": [d.isoformat() for d in founded]}
    ground.table("unions", pl.DataFrame(frame | {"verified_on": checked, "segment": segment}))
    return codes


def firms(ground: Ground, number: int, kind: str = "single") -> list[Coverage]:
    """Unions of an enterprise each, by a table; what binds the two, with both of them."""
    first, ground.unions = ground.unions, ground.unions + number
    codes = [f"{ground.code}-U{first + i}" for i in range(number)]
    parents = [ground.towns[i % len(ground.towns)].code for i in range(number)]
    serial = 10_000_000 + ground.root.pk % 80 * 1_000_000 + first
    frame = {
        "parent": parents, "code": codes, "name": [f"{c}工会" for c in codes], "kind": kind, "founded_on": "2015-05-01",
        "employer": [f"{c}公司" for c in codes], "uscc": [credit_code(serial + i) for i in range(number)],
    }  # fmt: skip
    ground.table("unions", pl.DataFrame(frame))
    found = Coverage.objects.for_act("replay").filter(union__node__code__in=codes).select_related("employer", "union__node")
    return list(found.order_by("pk"))


def union_of(code: str) -> Union:
    return Union.objects.for_act("replay").select_related("node").get(node__code=code)


def dissolve(ground: Ground, codes: list[str], on: list[date]) -> None:
    """End unions, each on its day: begun by one hand, ended by another."""
    for code, day in zip(codes, on, strict=True):
        with clock.at(day):
            union = do(tree_acts.begin_dissolving, ground.officer, union_of(code), why="单位终止").subject
            do(tree_acts.dissolve, SYSTEM, union, on=day)


def leagues(ground: Ground, parents, kind: str, founded: list[date], prefix: str, segment: str = "") -> list[str]:
    """Regional or sector federations below `parents`, by appointment."""
    codes = []
    for i, day in enumerate(founded):
        parent = parents[i % len(parents)]
        union = do(founding.appoint, SYSTEM, node=parent, kind=kind, name=f"{prefix}{i}联合会", on=day, code=f"{ground.code}-{prefix}{i}").subject
        if segment:
            do(tree_acts.mark_segment, ground.officer, union, segment=segment, since=day)
        codes.append(union.node.code)
    return codes


def members(
    ground: Ground, codes: list[str], joined: list[date], *, named: int | None = None, form: str = "", left: dict[int, date] | None = None
) -> pl.DataFrame:
    """Members of these unions who joined on these days; the first `named` of them with an ID number. Some left."""
    count = len(joined)
    frame = people(_next_people(count), count).with_columns(
        pl.Series("union", [codes[i % len(codes)] for i in range(count)]),
        pl.Series("joined_on", joined).dt.strftime("%Y-%m-%d"),
        pl.lit(form).alias("new_form"),
        pl.lit("new_form" if form else "contract").alias("employment"),
        pl.when(pl.int_range(pl.len()) < (count if named is None else named)).then(pl.col("id_no")).otherwise(pl.lit("")).alias("id_no"),
    )
    ground.table("members", frame)
    if left:
        leave(ground, frame[list(left)], list(left.values()))
    return frame


def leave(ground: Ground, gone: pl.DataFrame, on: list[date]) -> None:
    """These members leave, each on a day."""
    ground.table("exits", gone.select("id_no", pl.Series("left_on", [d.isoformat() for d in on])))


_people = [1_000_000]  # those before them are members of the demonstration, which may stand beside


def _next_people(count: int) -> int:
    """Nobody is invented twice."""
    first, _people[0] = _people[0], _people[0] + count
    return first


def persons(count: int) -> list:
    """Persons of the register without a membership."""

    def enter(ctx):
        return [new_person(ctx, name=name, id_no=number) for name, number, _phone in people(_next_people(count), count).iter_rows()]

    return by_house("replay.persons", enter)


def filed(ground: Ground, codes: list[str], kind: str, period: str, numbers: list[int], *, accepted: bool = True) -> None:
    """Numbers these units file for a period, in one table, accepted by another at one stroke."""
    frame = {"unit": codes[: len(numbers)], "kind": kind, "period": period, "number": [str(n) for n in numbers], "basis": "台账"}
    ground.table("returns", pl.DataFrame(frame))
    if accepted:
        rows = HeadCount.objects.for_act("replay").filter(kind=kind, state="submitted", node__path__startswith=ground.root.path)
        do(accept_alike, SYSTEM, rows.order_by("-pk").first())


def entry(ground: Ground, node, kind: str, title: str, since: date, **more) -> RegisterEntry:
    """An entry of a register, in force from its day."""
    return do(registers.enter, ground.officer, node=node, kind=kind, title=title, since=since, in_force_from=since, **more).subject


def scheme(
    ground: Ground, kind: str, name: str, tier: str, *, holders=("person",), node=None, outer: bool = False, issuer: str = "授予单位"
) -> Scheme:
    """A title that may be given, at the root of a ground unless told."""
    what = {"node": node or ground.root, "kind": kind, "name": name, "tier": tier, "issuer": issuer, "outer": outer}
    return do(titles.declare_scheme, ground.officer, holders=list(holders), since=BEGINNING, document=f"{name}批准文件", **what).subject


def given(ground: Ground, name: str, codes: list[str], on: list[date], *, holder: str = "person", batch: str = "", names=None, ids=None) -> None:
    """Titles given on these days to holders at these organisations, as a table; a unit without a name is the organisation itself."""
    first, ground.serial = ground.serial, ground.serial + len(on)
    whom = names or [f"{name}{first + i}" for i in range(len(on))]
    frame = {
        "scheme": name, "node": [codes[i % len(codes)] for i in range(len(on))], "holder": holder, "name": [whom[i % len(whom)] for i in range(len(on))],
        "id_no": [(ids or [""])[i % len(ids or [""])] for i in range(len(on))], "batch": [batch or str(d.year) for d in on],
        "awarded_on": [d.isoformat() for d in on], "document": f"{name}决定",
    }  # fmt: skip
    ground.table("designations", pl.DataFrame(frame))


def mistaken(ground: Ground, title: str, code: str, on: date, **held) -> None:
    """A title that was entered by mistake."""
    node = Node.objects.for_act("replay").get(code=code)
    row = Scheme.objects.for_act("replay").get(name=title, node__path__startswith=ground.root.path)
    made = do(awards.record, ground.officer, scheme=row, node=node, awarded_on=on, batch="误登", **held).subject
    do(awards.correct, ground.officer, made, why="误登")


def reading(ground: Ground, node, kind: str, about: str, number: int, on: date, *, accepted: bool = True) -> None:
    """A number somebody else measured, as of a day."""
    row = do(readings.receive, ground.officer, node=node, kind=kind, about=about, number=Decimal(number), source="合作方", measured_on=on).subject
    if accepted:
        do(readings.accept, SYSTEM, row)


def cards(ground: Ground, holders: pl.DataFrame, issued: date | None = None) -> None:
    """Cards for these members, issued on one day or to each on the day of joining."""
    first, ground.serial = ground.serial, ground.serial + len(holders)
    numbers = pl.Series("card", [f"62{ground.root.pk:06d}{first + i:010d}" for i in range(len(holders))])
    day = pl.lit(issued.isoformat()) if issued else pl.col("joined_on")
    ground.table("cards", holders.select("id_no", numbers, day.alias("issued_on")))


def card_decoys(ground: Ground, beside: Ground, codes, others, day: date) -> None:
    """Cards that must not count on `day`: next door, issued the day after, given back by those who left."""
    cards(beside, members(beside, others, [date(2020, 2, 1)] * 2), day)
    late = members(ground, codes, [day + ONE] * 2)
    cards(ground, late, day + ONE)
    gone = members(ground, codes, [date(2020, 2, 1)] * 2)
    cards(ground, gone)
    leave(ground, gone, [day - ONE] * 2)


def occasions(
    ground: Ground, codes: list[str], on: list[date], kind: str, *, series: str = "", heads=40, state: str = "", length: int = 1, **more
) -> None:
    """Activities of a kind held at these unions on these days; `heads` is one number or one for each; `more` fills further columns."""
    first, ground.serial = ground.serial, ground.serial + len(on)
    each = heads if isinstance(heads, list) else [heads] * len(on)
    ground.table(
        "activities",
        pl.DataFrame(
            {
                "node": [codes[i % len(codes)] for i in range(len(on))], "kind": kind, "series": series, "title": [f"第{first + i}场" for i in range(len(on))],
                "held_on": [d.isoformat() for d in on], "ended_on": [(d + ONE * (length - 1)).isoformat() for d in on], "at_place": "礼堂",
                "head_count": [str(h) for h in each], "state": state, **{name: str(value) for name, value in more.items()},
            }
        ),
    )  # fmt: skip


def occasion_decoys(ground: Ground, beside: Ground, codes, others, start: date, end: date, kind: str, **same) -> None:
    """What must not count: next door, the day before, the day after, cancelled."""
    occasions(beside, others, [start, end], kind, **same)
    occasions(ground, codes, [start - ONE], kind, **same)
    if end < clock.today():
        occasions(ground, codes, [end + ONE], kind, **same)
    occasions(ground, codes, [start, end], kind, **same | {"state": "cancelled"})


def held(ground: Ground, codes: list[str], on: list[date], *, kind: str = "lecture", **more) -> None:
    """Lectures or classes held at these unions on these days."""
    occasions(ground, codes, on, kind, **more)


def held_decoys(ground: Ground, beside: Ground, codes, others, start: date, end: date, *, kind: str = "lecture", **same) -> None:
    """Lectures or classes that must not count."""
    occasion_decoys(ground, beside, codes, others, start, end, kind, **same)


def roll(ground: Ground, node, who: pl.DataFrame, on: date, kind: str, *, series=(), title: str = "按名签到的一场") -> None:
    """One activity of a day with everybody of a member frame in its roll."""
    with clock.at(on):
        first, ground.serial = ground.serial, ground.serial + 1
        what = {"kind": kind, "title": f"{title}{first}", "held_on": on, "at_place": "剧场", "series": list(series)}
        activity = do(activities.plan, SYSTEM, node=node, **what).subject
        for act in (activities.approve, activities.hold):
            do(act, ground.officer, activity)
        ground.table("attendance", who.select(pl.lit(str(activity.pk)).alias("activity"), "name", "id_no"))
        do(activities.close_roll, ground.officer, activity)


def member_decoys(ground: Ground, beside: Ground, codes, others, day: date, **same) -> None:
    """What must not count on `day`: next door, joined the day after, left the day before; beside a form, members without one."""
    members(beside, others, [date(2020, 1, 1)] * 5, **same)
    members(ground, codes, [day + ONE] * 3, **same)
    members(ground, codes, [day - ONE * 60] * 3, left=dict.fromkeys(range(3), day - ONE), **same)  # within the year: no earlier stock knows them
    if "form" in same:
        members(ground, codes, [date(2019, 3, 1)] * 4)


def teams(ground: Ground, node, founded: list[date], prefix: str, ended: date | None = None, kind: str = LECTURER_TEAM) -> list:
    """Teams of a kind, each founded on its day and, where `ended` says so, ended again."""
    made = [do(team_acts.found_team, ground.officer, node=node, kind=kind, name=f"{prefix}{i}", since=day).subject for i, day in enumerate(founded)]
    for team in made if ended else ():
        do(team_acts.end_team, ground.officer, team, on=ended)
    return made


def plan(ground: Ground, node, kind: str, title: str, since: date, until: date, approved: bool = True, **more):
    """A plan item, approved by another or left proposed."""
    item = do(plans.propose, SYSTEM, node=node, kind=kind, title=title, since=since, until=until, **more).subject
    if approved:
        do(plans.approve, ground.officer, item)
    return item


def sites(ground: Ground, codes: list[str], listed: date, covered: date | None) -> None:
    """Resettlement sites on the list, each with its union where `covered` says when."""
    for i, code in enumerate(codes):
        site = do(tree_acts.list_site, SYSTEM, node=ground.counties[i % len(ground.counties)], name=f"{code}安置点", since=listed).subject
        if covered:
            do(tree_acts.cover_site, ground.officer, site, union=union_of(code), on=covered)
