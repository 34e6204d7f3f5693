"""What the published figures of innovation come from, record by record."""

from datetime import date, timedelta
from decimal import Decimal

import polars as pl

from gonghui.commons.activities.models import Activity
from gonghui.commons.cases.models import Case
from gonghui.commons.parties import team_acts
from gonghui.commons.parties.models import Person
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.kernel.privacy.crypto import blind
from gonghui.lines.production.innovation import acts, help_acts, words
from gonghui.rehearsal.replay import builders as b
from gonghui.rehearsal.replay.ground import Ground, days
from gonghui.rehearsal.titles import call, name, name_decoys, scheme

ONE = timedelta(days=1)
JOINED = date(2020, 3, 1)
CALLS = (
    ("SN-050", words.NAMED_RESULT, "优秀创新成果", "work"), ("SN-051", words.NAMED_METHOD, "先进操作法", "work"),
    ("SN-052", words.NAMED_IDEA, "优秀创意作品", "work"), ("SN-053", words.NAMED_SKILL, "绝招绝技绝活", "work"),
    ("SN-056", words.INVENTOR, "工人发明家", "person"), ("SN-057", words.MENTOR, "带徒名师", "person"),
)  # fmt: skip


def workers(ground: Ground, code: str, number: int) -> list[str]:
    """Members of a union by their numbers."""
    return b.members(ground, [code], [JOINED] * number)["id_no"].to_list()


def person(number: str) -> Person:
    return Person.objects.for_act("replay").get(id_hash=blind("id", number))


def results(
    ground: Ground, codes: list[str], kind: str, on: list[date], authors: list[list[str]], *, call=None, done=False, worth: list[int] = ()
) -> None:
    """Results handed in on these days: entered for a call, or done, or with a benefit verified on that day."""
    first, ground.serial = ground.serial, ground.serial + len(on)
    texts = [d.isoformat() for d in on]
    rows = {
        "node": [codes[i % len(codes)] for i in range(len(on))], "kind": kind, "title": [f"成果{first + i}" for i in range(len(on))],
        "authors": ["、".join(authors[i % len(authors)]) for i in range(len(on))], "submitted_on": texts, "finished_on": texts if done or worth else "",
        "benefit": [str(w) for w in worth] if worth else "", "verified_on": texts if worth else "", "round": call.title if call else "",
        "entered_on": texts if call else "",
    }  # fmt: skip
    ground.table("results", pl.DataFrame(rows))


def result_decoys(ground: Ground, beside: Ground, codes, others, kind: str, start: date, end: date, mine, theirs, **more) -> None:
    """What must not count: next door, the day before, the day after; a call of next door takes what stands there."""
    pair = {"worth": [7000, 8000]} if "worth" in more else {}
    results(ground, codes, kind, [start - ONE, end + ONE], [mine], **more | pair)
    told = (
        more
        | pair
        | (
            {"call": call(beside, scheme(beside, more["call"].kind, f"邻省{more['call'].scheme.name}"), more["call"].title, start)}
            if "call" in more
            else {}
        )
    )
    results(beside, others, kind, [start, end], [theirs], **told)


def occasions(
    ground: Ground, code: str, kind: str, on: list[date], *, edition: list[int] = (), length: int = 1, hosts: list[str] = (), state: str = ""
) -> list:
    """Occasions of a kind on these days, with their edition, their length, the units that received them."""
    first, ground.serial = ground.serial, ground.serial + len(on)
    titles = [f"{kind}{first + i}" for i in range(len(on))]
    rows = {
        "node": code, "kind": kind, "title": titles, "held_on": [d.isoformat() for d in on], "ended_on": [(d + (length - 1) * ONE).isoformat() for d in on],
        "at_place": "文化宫", "host": [hosts[i % len(hosts)] for i in range(len(on))] if hosts else "", "head_count": "40",
        "edition": [str(e) for e in edition] if edition else "", "state": state,
    }  # fmt: skip
    ground.table("activities", pl.DataFrame(rows))
    return list(Activity.objects.for_act("replay").filter(title__in=titles, node__code=code).order_by("held_on", "pk"))


def editions(ground: Ground, beside: Ground, kind: str, on: date, number: int, length: int = 1) -> None:
    """This year's edition of an occasion, with the years around it, the neighbour's, and one called off."""
    occasions(ground, ground.code, kind, [on], edition=[number], length=length)
    occasions(ground, ground.code, kind, [on.replace(year=on.year - 1)], edition=[max(number - 1, 1)])
    occasions(ground, ground.code, kind, [date(on.year + 1, 1, 1)], edition=[number + 1])
    occasions(ground, ground.code, kind, [on], edition=[number + 5], state="cancelled")
    occasions(beside, beside.code, kind, [on], edition=[number])


def problems(ground: Ground, code: str, on: list[date], resolved: str = "是") -> list:
    """Technical problems of firms, taken in and closed on these days."""
    first, ground.serial = ground.serial, ground.serial + len(on)
    texts, titles = [d.isoformat() for d in on], [f"难题{first + i}" for i in range(len(on))]
    rows = {"node": code, "kind": words.HELP, "title": titles, "opened_on": texts, "closed_on": texts if resolved else "", "resolved": resolved}
    ground.table("cases", pl.DataFrame(rows))
    return list(Case.objects.for_act("replay").filter(title__in=titles, node__code=code).order_by("pk"))


def problem_decoys(ground: Ground, beside: Ground, code: str, other: str, start: date, end: date) -> None:
    """What must not count: the day before and after, next door, closed without a solution, still open."""
    problems(ground, code, [start - ONE, end + ONE])
    problems(ground, code, [start, end], "否")
    problems(ground, code, [start], "")
    problems(beside, other, [start, end])


def entries(ground: Ground, codes: list[str], kind: str, on: list[date], until: list[date | None] = ()) -> None:
    """Entries of the register of a kind, with whatever ends them."""
    first, ground.serial = ground.serial, ground.serial + len(on)
    ends = [d.isoformat() if d else "" for d in until] if until else ""
    rows = {
        "node": [codes[i % len(codes)] for i in range(len(on))], "kind": kind, "title": [f"{kind}{first + i}" for i in range(len(on))],
        "since": [d.isoformat() for d in on], "issuer": "颁发单位", "number": [f"{ground.code}-{first + i}" for i in range(len(on))],
        "holder_name": [f"成果{first + i}" for i in range(len(on))], "until": ends,
    }  # fmt: skip
    ground.table("register", pl.DataFrame(rows))


def entry_decoys(ground: Ground, beside: Ground, codes, others, kind: str, start: date, end: date) -> None:
    entries(ground, codes, kind, [start - ONE, end + ONE])
    entries(beside, others, kind, [start, end])


def shaanxi(stage, n) -> None:
    ground, beside, codes, others = stage.ground, stage.beside, stage.codes, stage.others
    start, end = date(2023, 1, 1), date(2023, 12, 31)
    editions(ground, beside, words.FESTIVAL, date(2023, 5, 20), n("SN-043"))
    editions(ground, beside, words.FAIR, date(2023, 7, 28), n("SN-048"), 3)
    schemes = {}
    for claim, kind, title, holder in CALLS:
        schemes[kind] = scheme(ground, kind, title, holder=holder)
        name(ground, schemes[kind], codes, days(start, end, n(claim)))
        name_decoys(ground, beside, kind, schemes[kind], codes, others, start, end)
    entered, people = n("SN-058"), workers(ground, codes[0], n("SN-059"))
    theirs, extra = workers(beside, others[0], 2), workers(ground, codes[0], 3)
    festival = call(ground, schemes[words.NAMED_RESULT], "第七届职工科技节", start)
    results(ground, codes, "result", days(start, end, entered), [people[i::entered] for i in range(entered)], call=festival)
    result_decoys(ground, beside, codes, others, "result", start, end, extra, theirs, call=festival)
    city = scheme(ground, words.NAMED_RESULT, "市创新成果评选", node=ground.cities[0], tier="city")
    results(ground, [ground.cities[0].code], "result", [start, end], [extra], call=call(ground, city, "市级评选", start))
    results(ground, codes, "result", [start, end], [extra])


def hebei(stage, n) -> None:
    ground, beside, codes, others = stage.ground, stage.beside, stage.codes, stage.others
    start, end = date(2023, 1, 1), date(2023, 12, 31)
    days_of_fair = n("HB-050")
    occasions(ground, ground.code, words.FAIR, [date(2023, 7, 28)], edition=[n("HB-015")], length=max(days_of_fair, 1))
    occasions(ground, ground.code, words.FAIR, [date(2022, 7, 28), date(2023, 8, 1), date(2024, 1, 1)], edition=[1, 1, 3])
    occasions(ground, ground.code, words.FAIR, [date(2023, 7, 28)], edition=[9], state="cancelled")
    occasions(beside, beside.code, words.FAIR, [date(2023, 7, 28)], edition=[2], length=2)
    gold, theirs = (scheme(g, words.GOLD, "职工创新金奖") for g in (ground, beside))
    first = call(ground, gold, "首届职工创新金奖", start, n("HB-052")) if n("HB-052") else None
    call(ground, gold, "第二届职工创新金奖", end + ONE, 2)
    call(beside, theirs, "邻省职工创新金奖", start, 1)
    other = scheme(ground, words.NAMED_RESULT, "优秀创新成果")
    told = first or call(ground, other, "优秀创新成果评选", start)
    mine, them = workers(ground, codes[0], 5), workers(beside, others[0], 1)
    results(ground, codes, "result", days(start, end, n("HB-012")), [[one] for one in mine], call=told)
    result_decoys(ground, beside, codes, others, "result", start, end, mine[:1], them, call=told)


def guizhou(stage, n) -> None:
    ground, beside, codes, others = stage.ground, stage.beside, stage.codes, stage.others
    start, end = date(2019, 1, 1), date(2023, 12, 31)
    small = scheme(ground, words.NAMED_SMALL, "五小创新成果")
    name(ground, small, codes, days(start, end, n("GZ-029")))
    name_decoys(ground, beside, words.NAMED_SMALL, small, codes, others, start, end)
    for claim, kind in (("GZ-030", words.NATIONAL_AWARD), ("GZ-031", words.PATENT_AWARD), ("GZ-032", words.WORLD_AWARD)):
        entries(ground, codes, kind, days(start, end, n(claim)))
        entry_decoys(ground, beside, codes, others, kind, start, end)


def baoji(stage, n) -> None:
    ground, beside, others = stage.ground, stage.beside, stage.others
    weibin, near = ground.counties[0], ground.counties[1]
    below = [code for code in stage.codes if b.union_of(code).node.path.startswith(near.path)]
    auto, coal = (b.union_of(code).node for code in below[:2])
    ground.named |= {"baoji.weibin": weibin, "baoji.shaanxi_auto_holdings": auto, "baoji.guojiahe_coal": coal}
    start, end = date(2024, 1, 1), date(2024, 12, 31)
    mine, theirs = workers(ground, below[2], 3), workers(beside, others[0], 1)
    # the district: problems solved, ideas, benefit, types of the drive
    solved = problems(ground, weibin.code, days(start, end, n("BJ-061")))
    problem_decoys(ground, beside, weibin.code, others[0], start, end)
    results(ground, [weibin.code], "suggestion", days(start, end, n("BJ-062")), [[one] for one in mine])
    result_decoys(ground, beside, [weibin.code], others, "suggestion", start, end, mine[:1], theirs)
    known = words.FIVE_SMALLS[: n("BJ-064")]
    entries(ground, [weibin.code], words.SMALL_TYPE, [start] * len(known))
    entries(ground, [weibin.code], words.SMALL_TYPE, [start, end + ONE], [end - ONE, None])
    entries(beside, others[:1], words.SMALL_TYPE, [start])
    told = Decimal(n("BJ-063") // 40)
    rest = n("BJ-063") - int(told)
    results(ground, [weibin.code], "reform", [date(2024, 5, 1), end], [mine[:1]], worth=[rest // 2, rest - rest // 2])
    declare(ground, solved, person(mine[1]), told, date(2024, 6, 30))
    result_decoys(ground, beside, [weibin.code], others, "reform", start, end, mine[:1], theirs, worth=[0])
    # the vehicle maker: helpers on a roster, sessions at units, crews visited, problems
    roster = b.teams(ground, auto, [date(2023, 3, 1)], "助企队", kind=words.HELPERS)[0]
    helpers = [person(number) for number in workers(ground, auto.code, n("BJ-065") + 1)]
    for one in helpers[:-1]:
        do(team_acts.add_member, SYSTEM, roster, person=one, since=date(2024, 2, 1))
    do(team_acts.add_member, SYSTEM, roster, person=helpers[-1], since=end + ONE)
    next_door = b.teams(beside, beside.cities[0], [date(2023, 3, 1)], "邻市助企队", kind=words.HELPERS)[0]
    do(team_acts.add_member, SYSTEM, next_door, person=person(theirs[0]), since=date(2024, 2, 1))
    units = [code for code in (*stage.codes, *(node.code for node in (*ground.towns, *ground.counties))) if code != auto.code][: n("BJ-067")]
    sessions = occasions(ground, auto.code, words.OUTREACH, days(start, end, n("BJ-066")), hosts=units)
    occasions(ground, auto.code, words.OUTREACH, [start, end], hosts=units, state="cancelled")
    around = occasions(ground, auto.code, words.OUTREACH, [start - ONE, end + ONE], hosts=[ground.cities[2].code]) + occasions(
        beside, others[0], words.OUTREACH, [start], hosts=others[1:2]
    )
    raised = problems(ground, auto.code, days(start, end, n("BJ-069")))
    for i, session in enumerate([*sessions, *around]):
        for k in range(i, n("BJ-068"), len(sessions)) if i < len(sessions) else (i,):
            crew = do(team_acts.found_team, SYSTEM, node=session.host, kind=words.CREW, name=f"班组{i}-{k}", since=date(2022, 1, 1)).subject
            told = {"activity": session, "crew": crew, "helper": helpers[k % len(helpers)]}
            do(help_acts.note_visit, SYSTEM, **told, matter=raised[k] if i < len(sessions) and k < len(raised) else None)
    problem_decoys(ground, beside, auto.code, others[0], start, end)
    # the coal firm: groups, projects with their benefit, patents
    b.teams(ground, coal, days(date(2022, 1, 1), end, n("BJ-070")), "创新小组", kind=words.GROUP)
    b.teams(ground, coal, [date(2022, 1, 1)], "撤销小组", ended=start - ONE, kind=words.GROUP)
    b.teams(ground, coal, [end + ONE], "次年小组", kind=words.GROUP)
    b.teams(beside, beside.cities[0], [date(2022, 1, 1)], "邻市小组", kind=words.GROUP)
    done, worth = n("BJ-071"), n("BJ-073")
    each = [worth // done + (i < worth % done) for i in range(done)] if done else []
    results(ground, [coal.code], "project", days(start, end, done), [mine[:1]], worth=each) if done else None
    results(ground, [coal.code], "project", [start, end], [mine[:1]], done=True)
    result_decoys(ground, beside, [coal.code], others, "project", start, end, mine[:1], theirs, worth=[0])
    entries(ground, [coal.code], words.PATENT, days(start, end, n("BJ-072")))
    entry_decoys(ground, beside, [coal.code], others, words.PATENT, start, end)


def declare(ground: Ground, solved: list, lead: Person, claimed: Decimal, on: date) -> None:
    """What the first problem is worth, declared by one hand and verified by another on a day."""
    with clock.at(on):
        for matter in solved[:1]:
            do(help_acts.declare_solution, SYSTEM, matter, title="解决难题一项", lead=lead, claimed=claimed)
            result = acts.Result.objects.for_act("replay").get(matter=matter)
            do(acts.verify, ground.officer, result, benefit=claimed)


def asked(claim: str, build):
    """Build only where the claims of this line are asked for."""
    return lambda stage, n: build(stage, n) if n(claim) else None


REPLAY = {
    "shaanxi": asked("SN-058", shaanxi),
    "hebei": asked("HB-012", hebei),
    "guizhou": asked("GZ-029", guizhou),
    "baoji": asked("BJ-062", baoji),
}
