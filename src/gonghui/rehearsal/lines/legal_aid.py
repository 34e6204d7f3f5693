"""Legal aid of the demonstration, and what the published figures come from."""

from datetime import date, timedelta
from decimal import Decimal

import polars as pl

from gonghui.commons.activities import acts as activities
from gonghui.commons.cases import acts, after_acts, intake_acts, more_acts
from gonghui.commons.places import acts as places
from gonghui.commons.returns import acts as returns
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.rights.legal_aid import words
from gonghui.rehearsal.replay import builders
from gonghui.rehearsal.replay.ground import Ground, days

ONE = timedelta(days=1)
KINDS = dict(zip(words.FORMS, ("法律咨询", "代写文书", "协商调解", "代理仲裁诉讼"), strict=True))


def demo(b) -> None:
    """A year of aid as a table, the lawyers with their terms, two stations, and cases in each state."""
    rows = []
    for n in range(b.count(120, 12)):
        on, kind = b.day(b.year, b.today - 40 * ONE), words.FORMS[n % 4]
        came = on + 30 * ONE
        rows.append(
            row(
                b.counties[n % 6].code,
                on,
                kind,
                f"{KINDS[kind]}第{n + 1}件",
                closed=came,
                recovered=3000 + 700 * (n % 9) if kind == words.REPRESENTATION else 0,
            )
            | {"client": ("worker", "migrant", "new_form", "union")[n % 4]}
        )
    b.table("cases", b.province, pl.DataFrame(rows))
    b.table("register", b.province, pl.DataFrame([pro(b.cities[n % 3].code, f"公益律师{n + 1}", b.year, n) for n in range(12)]))
    station = {"node": b.counties[0], "opened_on": b.year, "address": "人民路 1 号"}
    b.do(places.enter, "wang", kind=words.STATION, name="东湖区职工法律援助站", **station)
    b.do(places.enter, "wang", kind=words.REMOTE_STATION, name="东湖区驻苏州维权工作站", **station, another=True)
    told = {
        "kind": words.FIELD_MEETING,
        "title": "维权工作现场会",
        "held_on": b.today - 55 * ONE,
        "at_place": "东湖区职工法律援助站",
        "head_count": 46,
    }
    b.do(activities.record, "li", at=b.today - 54 * ONE, node=b.cities[0], host=b.counties[0], **told)
    for n, state in enumerate(("registered", "assigned", "accepted", "handled", "replied")):
        on = b.today - (2 + n) * ONE
        case = b.do(
            intake_acts.register, "wang", at=on, node=b.counties[0], kind=words.REPRESENTATION, channel="visit", title=f"追讨劳动报酬第{n + 1}件",
            says="被拖欠劳动报酬，申请代理仲裁。", name="申请人", client="migrant", people=1 + n,
        )  # fmt: skip
        given = {"to": b.counties[0], "handler": b.cast["luo"].account}
        for reached, act, who, more in (
            ("assigned", acts.assign, "li", given), ("accepted", acts.accept, "luo", {}), ("", more_acts.note_stage, "luo", {"stage": "arbitration"}),
            ("", more_acts.note_amount, "luo", {"sort": "claimed", "amount": Decimal(20_000 + 1000 * n), "on": on}),
            ("handled", acts.handle, "luo", {"answer": "已裁决支持。", "resolved": True}), ("replied", acts.reply, "wang", {}),
        ):  # fmt: skip
            if state == "registered":
                break
            b.do(act, who, case, at=on, **more)
            if reached == state:
                break


def row(
    node: str, on: date, kind: str, title: str, *, closed: date | None = None, people: int = 1, recovered: int = 0, came: date | None = None
) -> dict:
    """A matter as the table has it; what was recovered came in on the last day unless another is said."""
    paid = came or closed or on
    return {
        "node": node, "kind": kind, "title": title, "opened_on": on.isoformat(), "closed_on": closed.isoformat() if closed else "", "topic": "",
        "channel": "visit", "client": "", "people": str(people), "claimed": str(recovered), "recovered": str(recovered),
        "recovered_on": paid.isoformat() if recovered else "",
    }  # fmt: skip


def pro(node: str, name: str, since: date, n: int, until: date | None = None, kind: str = words.PROFESSIONAL) -> dict:
    """A professional as the register's table has them: licence as number, term as days."""
    return {
        "node": node, "kind": kind, "title": name, "since": since.isoformat(), "issuer": "司法局", "number": f"{node}-{since:%Y%m%d}-{n}", "tier": "",
        "topic": "律师", "holder_name": name, "quantity": "", "unit": "", "year": "", "in_force_from": since.isoformat(),
        "until": until.isoformat() if until else "", "note": "",
    }  # fmt: skip


def served(ground: Ground, codes, on: list[date], kinds, **more) -> None:
    """Matters of these days, one after the other at these nodes, of these kinds in turn."""
    first, ground.serial = ground.serial, ground.serial + len(on)
    rows = [row(codes[i % len(codes)], day, kinds[i % len(kinds)], f"第{first + i}件", **more) for i, day in enumerate(on)]
    ground.table("cases", pl.DataFrame(rows))


def decoys(ground: Ground, beside: Ground, codes, others, start: date, end: date, kinds, **more) -> None:
    """What must not count: next door, the day before, the day after, another kind, and one taken back."""
    served(beside, others, [start, end], kinds, **more)
    served(ground, codes, [start - ONE, end + ONE], kinds, **more)
    served(ground, codes, [start, end], ("ticket",), **{"closed": end} | more)
    for kind in kinds[:1]:
        node = ground.cities[0]
        case = do(intake_acts.register, SYSTEM, node=node, kind=kind, channel="visit", title=f"终止{start}", says="x", opened_on=start).subject
        do(after_acts.terminate, ground.officer, case, why="申请人不再需要")


def roster(ground: Ground, beside: Ground, number: int, day: date) -> None:
    """Professionals in their term on a day; others whose term is over, has not begun, or who stand next door."""
    here, long = ground.cities[0].code, date(2020, 3, 1)
    rows = [pro(here, f"律师{i}", long, i) for i in range(number - 1)] + [pro(here, "当日聘任", day, number)]
    rows += [
        pro(here, "已期满", long, number + 1, day - ONE),
        pro(here, "次日聘任", day + ONE, number + 2),
        pro(here, "值班", day, 1, kind=words.DUTY),
    ]
    ground.table("register", pl.DataFrame(rows))
    beside.table("register", pl.DataFrame([pro(beside.cities[0].code, "邻省律师", long, 1)]))


def baoji(stage, n) -> None:
    ground, beside, city = stage.ground, stage.beside, stage.ground.cities[0]
    start, end = date(2024, 1, 1), date(2024, 6, 30)
    if n("BJ-043"):
        county = ground.counties[0]
        ground.named["baoji.longxian"] = county
        for i in range(n("BJ-043")):
            station(county, f"驻苏州站{i}", words.REMOTE_STATION, date(2023, 5, 1))
        station(county, "县内站", words.STATION, date(2023, 5, 1))
        station(county, "次年站", words.REMOTE_STATION, date(2025, 1, 1))
        station(ground.counties[1], "邻县驻外站", words.REMOTE_STATION, date(2023, 5, 1))
        station(beside.counties[0], "邻省驻外站", words.REMOTE_STATION, date(2023, 5, 1))
        gone = station(county, "已撤站", words.REMOTE_STATION, date(2022, 5, 1))
        do(places.close, ground.officer, gone, on=date(2023, 12, 30), why="到期撤回")
    if n("BJ-047"):
        roster(ground, beside, n("BJ-047"), end)
    if n("BJ-050"):
        served(ground, [city.code], days(start, end, n("BJ-050")), words.FORMS, closed=end)
        decoys(ground, beside, [city.code], [beside.cities[0].code], start, end, words.FORMS)
        served(ground, [ground.cities[1].code], [start], words.FORMS)


def station(node, name: str, kind: str, opened: date):
    return do(places.enter, SYSTEM, node=node, kind=kind, name=name, opened_on=opened, address=name).subject


def yanan(stage, n) -> None:
    start, end = date(2020, 1, 1), date(2024, 12, 31)
    if n("YA-034"):
        here, there = [node.code for node in stage.ground.counties], [stage.beside.counties[0].code]
        served(stage.ground, here, days(start, end, n("YA-034") // 2), words.FORMS, people=2)
        served(stage.ground, here, [start] * (n("YA-034") % 2), words.FORMS)
        decoys(stage.ground, stage.beside, here, there, start, end, words.FORMS)
    if n("YA-035"):
        same = {"kind": words.LAW_EVENT}
        builders.held(stage.ground, stage.codes, days(start, end, n("YA-035")), **same)
        builders.held_decoys(stage.ground, stage.beside, stage.codes, stage.others, start, end, **same)
    if n("YA-036"):
        counties, whole = stage.ground.counties, n("YA-036")
        for i in range(30):
            handed_out(stage.ground, counties[i % 6], f"{2020 + i // 6}", whole // 30 + (whole % 30 if i == 0 else 0))
        for node, period in ((counties[0], "2019"), (counties[1], "2025H1")):
            handed_out(stage.ground, node, period, 70_000)
        handed_out(stage.ground, counties[0].parent, "2024", 50_000, accepted=False)
        handed_out(stage.beside, stage.beside.counties[0], "2024", 60_000)


def handed_out(ground: Ground, node, period: str, number: int, accepted: bool = True) -> None:
    """Leaflets a unit says it handed out in a period; what nobody has accepted does not count."""
    row = do(returns.fill, SYSTEM, node=node, kind=words.LEAFLETS, period=period, number=number, basis="普法资料发放登记", own=True).subject
    do(returns.submit, SYSTEM, row, explained="活动安排不同")
    if accepted:
        do(returns.accept, ground.officer, row)


def hebei(stage, n) -> None:
    ground, beside, start, end = stage.ground, stage.beside, date(2023, 1, 1), date(2023, 12, 31)
    here, there = [node.code for node in ground.counties], [beside.counties[0].code]
    kinds = (words.DRAFTING, words.MEDIATION, words.REPRESENTATION)[: n("HB-053") or 3]
    if n("HB-035"):
        roster(ground, beside, n("HB-035"), date(2023, 12, 21))
    if n("HB-042"):
        number, whole = n("HB-042"), n("HB-043") or 25_000_000
        each = whole // number
        served(ground, here, days(start, end, number - 1), kinds, recovered=each, came=end)
        served(ground, here, [start], kinds[:1], recovered=whole - each * (number - 1), came=end)
        served(ground, here, [start], (words.ADVICE,))
        served(ground, here, [start - ONE * 3], kinds[:1], recovered=900_000, came=start - ONE)
        served(ground, here, [start - ONE * 3], kinds[:1], recovered=900_000, came=end + ONE)
        decoys(ground, beside, here, there, start, end, kinds, recovered=0)
        served(beside, there, [start], kinds[:1], recovered=800_000, came=end)


def guizhou(stage, n) -> None:
    ground, end = stage.ground, date(2023, 12, 31)
    if n("GZ-048"):
        given = {
            "issuer": "全国总工会、司法部、全国律师协会",
            "tier": "全国",
            "topic": words.LEGAL_SERVICE,
            "kind": "外部荣誉",
            "in_force_from": "",
            "until": "",
        }
        here = [node.code for node in ground.counties]
        whose = [(ground, here[i % 6], day, {}) for i, day in enumerate(days(date(2019, 1, 1), end, n("GZ-048")))]
        whose += [(ground, here[0], end + ONE, {}), (ground, here[0], date(2018, 12, 31), {}), (ground, here[0], end, {"topic": "其他"})]
        whose += [(stage.beside, stage.beside.counties[0].code, end, {})]
        for i, (where, code, day, other) in enumerate(whose):
            where.table("register", pl.DataFrame([pro(code, f"公益法律服务突出集体{i}", day, 500 + i) | given | other]))


REPLAY = {"baoji": baoji, "yanan": yanan, "hebei": hebei, "guizhou": guizhou}
