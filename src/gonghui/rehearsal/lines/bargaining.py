"""Contracts and mechanisms of the demonstration, and what the published figures come from."""

from datetime import date, timedelta

import polars as pl

from gonghui.commons.activities import acts as activities
from gonghui.commons.designations import acts as titles
from gonghui.commons.designations import scheme_acts
from gonghui.commons.registers import acts as registers
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.orgs.models import Coverage
from gonghui.lines.rights.bargaining import acts, words
from gonghui.rehearsal.replay import builders
from gonghui.rehearsal.replay.ground import days, shares
from gonghui.rehearsal.titles import name, name_decoys, scheme

ONE = timedelta(days=1)
STEPS = ("accept", "meet", "draft", "carry", "sign", "file", "take_effect", "publish", "inspect")
SORTS = (words.Sort.WHOLE, words.Sort.WAGE, words.Sort.WOMEN, words.Sort.SKILL, words.Sort.SAFETY)


def demo(b) -> None:
    """Contracts in every state, a regional one with its units, one refused, one that runs out; mechanisms of platform firms, a best case."""
    rows = list(Coverage.objects.for_act("demo").filter(until=None).select_related("employer", "union__node").order_by("pk"))
    rows.sort(key=lambda row: row.union_id != b.union.pk)
    for n, row in enumerate(rows[: b.count(300, 14)]):
        sort, begun = SORTS[n % 5], b.today - (60 + 7 * (n % 30)) * ONE
        told = {"node": row.union.node, "sort": sort, "reach": words.Reach.OWN, "title": f"{row.employer}{sort.label}", "employer": row.employer}
        contract = b.do(acts.offer, "zhou", at=begun, on=begun, **told)
        carried(b, contract, begun, 9 if n < 2 else n % 11, workers=row.employer.workers or 60)
    regional(b, rows[: b.count(30, 6)])
    told = {"sort": words.Sort.WAGE, "reach": words.Reach.SECTOR, "title": "餐饮行业工资专项", "on": b.today - 30 * ONE}
    no = b.do(acts.offer, "wang", at=b.today - 30 * ONE, node=b.counties[0], **told)
    b.do(acts.refuse, "wang", no, why="行业协会正在换届，请求下半年协商")
    platforms(b, rows)


def carried(b, contract, begun: date, far: int, workers: int | None = None) -> None:
    """Take a contract so many steps on; the tenth puts it to the vote and loses."""
    told = {
        "accept": {"answer": "同意，十日内协商"}, "meet": {"on": begun + 5 * ONE, "minutes": "就工资增长、休息休假达成一致"},
        "draft": {"terms": "最低工资不低于当地标准，年增长 5%；技能津贴：初级工 100 元、中级工 200 元、高级工 400 元", "workers": workers},
        "carry": {"staff": 60, "present": 54, "yes": 48}, "sign": {"on": begun + 12 * ONE, "until": begun + 720 * ONE},
        "file": {"on": begun + 14 * ONE, "number": f"集备{contract.pk:06d}"}, "take_effect": {"on": begun + 31 * ONE}, "publish": {"on": begun + 33 * ONE},
        "inspect": {"on": begun + 50 * ONE, "performance": "12 项条款，11 项履行，1 项部分履行"},
    }  # fmt: skip
    for step in STEPS[: far if far < 10 else 3]:
        b.do(getattr(acts, step), "zhou", contract, at=max(begun + ONE, told[step].get("on", begun)), **told[step])
    if far == 10:
        b.do(acts.vote_down, "zhou", contract, at=begun + 9 * ONE, why="加班费基数条款未获半数同意")


def regional(b, rows) -> None:
    begun = b.today - 100 * ONE
    told = {"sort": words.Sort.WAGE, "reach": words.Reach.REGION, "title": "东湖街道区域性工资专项集体合同"}
    contract = b.do(acts.offer, "wang", at=begun, node=b.counties[0], on=begun, **told)
    carried(b, contract, begun, 2)
    for row in rows:
        b.do(acts.cover, "wang", contract, at=begun + 6 * ONE, employer=row.employer, workers=row.employer.workers or 30)
    told = {"staff": 60, "present": 54, "yes": 48}
    b.do(acts.draft, "wang", contract, at=begun + 7 * ONE, terms="区域最低工资 2600 元；年增长 4%")
    b.do(acts.carry, "wang", contract, at=begun + 8 * ONE, **told)
    b.do(acts.sign, "wang", contract, at=begun + 9 * ONE, on=begun + 9 * ONE, until=begun + 360 * ONE)
    b.do(acts.file, "wang", contract, at=begun + 10 * ONE, on=begun + 10 * ONE, number="集备区域0001")
    b.do(acts.take_effect, "wang", contract, at=begun + 26 * ONE, on=begun + 26 * ONE)


def platforms(b, rows) -> None:
    """Platform firms on the focus list, mechanisms with their meetings, a best case."""
    city, on = b.cities[0], b.year + 20 * ONE
    for n, row in enumerate(rows[: b.count(40, 5)]):
        told = {
            "title": f"{row.employer}协商协调机制",
            "employer": row.employer,
            "quantity": 40 + n,
            "unit": "人",
            "since": on,
            "note": "每季度一次会议",
        }
        b.do(registers.enter, "zhou", at=on, node=row.union.node, kind=words.MECHANISM, in_force_from=on, topic="算法和劳动规则", **told)
        if n < 4:
            told = {"kind": words.FOCUS, "title": f"重点平台：{row.employer}", "employer": row.employer, "since": on}
            b.do(registers.enter, "li", at=on, node=city, **told)
            held = {
                "kind": words.MEETING,
                "title": f"算法和配送时限协商（第{n + 1}次）",
                "held_on": on + 30 * ONE,
                "at_place": "站点",
                "head_count": 14,
            }
            b.do(activities.record, "zhou", at=on + 30 * ONE, node=row.union.node, **held)
    told = {"kind": words.GUIDANCE, "title": "平台企业协商指导", "held_on": on, "at_place": "市总工会", "head_count": 30}
    b.do(activities.record, "li", at=on, node=city, **told)
    told = {"kind": words.BEST_CASE, "name": "十佳集体协商案例", "tier": "province", "issuer": b.province.name, "holders": ["work"]}
    given = b.do(scheme_acts.declare_scheme, "zhou", at=b.year, node=b.province, since=b.year, document="河工〔2024〕20号", **told)
    for n in range(3):
        held = {"holder": "work", "name": f"快递企业协商案例{n + 1}", "batch": "首届", "awarded_on": b.today - 30 * ONE}
        b.do(titles.record, "zhou", at=b.today - 30 * ONE, scheme=given, node=city, **held)


def shaanxi(stage, n) -> None:
    """Mechanisms in operation at the end of a year, best cases of a round, platform firms in focus."""
    ground, beside, start, end = stage.ground, stage.beside, date(2023, 1, 1), date(2023, 12, 31)
    if n("SN-039"):
        firms = units(ground, n("SN-039") + 3)
        workers = shares(n("SN-040") or 1000, n("SN-039"))
        for i, on in enumerate(days(start, end, n("SN-039"))):
            mechanism(ground, firms[i], on, workers[i])
        for firm, on, more in (
            (firms[-1], end + ONE, {}), (firms[-2], start, {"until": end - ONE}), (firms[-3], start, {"kind": "partner"}),
            (units(beside, 1)[0], start, {}),
        ):  # fmt: skip
            mechanism(beside if firm[0].path.startswith(beside.root.path) else ground, firm, on, 900, **more)
    if n("SN-041"):
        given = scheme(ground, words.BEST_CASE, "十佳集体协商案例")
        name(ground, given, stage.codes, days(start, end, n("SN-041")))
        name_decoys(ground, beside, words.BEST_CASE, given, stage.codes, stage.others, start, end)
    for i in range(n("SN-042")):
        focus(ground, units(ground, 1)[0], start + i * ONE)
    if n("SN-042"):
        firm = units(ground, 1)[0]
        for where, on in ((ground, start - ONE), (ground, end + ONE)):
            focus(where, firm, on)
        focus(beside, units(beside, 1)[0], end)


def units(ground, number: int) -> list:
    """Unions with an enterprise each: (node, employer)."""
    return [(row.union.node, row.employer) for row in builders.firms(ground, number)]


def mechanism(ground, firm, on: date, workers: int, kind: str = words.MECHANISM, **more) -> None:
    told = {"title": f"{firm[1]}机制", "employer": firm[1], "quantity": workers, "since": on, "in_force_from": on}
    do(registers.enter, ground.officer, node=firm[0], kind=kind, **told | more)


def focus(ground, firm, on: date) -> None:
    do(registers.enter, ground.officer, node=ground.root, kind=words.FOCUS, title=f"{firm[1]}", employer=firm[1], since=on)


def hebei(stage, n) -> None:
    """Contracts signed in a year and the workers they cover once; skill-level contracts by firm."""
    ground, beside, start, end = stage.ground, stage.beside, date(2023, 1, 1), date(2023, 12, 31)
    skilled = n("HB-038")
    whole = max(n("HB-036") - 2, 1)
    firms = units(ground, max(whole, skilled))
    heads = shares(n("HB-037") or len(firms), len(firms))
    both = list(zip(firms, heads, strict=True))
    signed(ground, both[:whole], days(start, end, whole), words.Sort.WHOLE)
    if skilled:  # one contract of a trade may cover them all
        signed(ground, both[len(both) - skilled :], [end], words.Sort.SKILL, words.Reach.SECTOR)
    region = [(firm, 5000) for firm in firms[:3]]
    signed(ground, region, [start], words.Sort.WAGE, words.Reach.REGION)
    for on in (start - 400 * ONE, end + ONE):
        signed(ground, [(firm, 700) for firm in units(ground, 2)], [on] * 2, words.Sort.SKILL, until=on + 60 * ONE)
    do(acts.offer, ground.officer, node=firms[0][0], sort=words.Sort.SKILL, reach=words.Reach.OWN, title="只有要约", on=start, employer=firms[0][1])
    signed(beside, [(firm, 800) for firm in units(beside, 2)], [start, end], words.Sort.SKILL)


def signed(ground, whom, on: list[date], sort: str, reach: str = words.Reach.OWN, until: date = date(2025, 6, 30)) -> None:
    """Contracts of these firms and their workers, signed on these days, as tables; a regional one covers them all."""
    own, first = reach == words.Reach.OWN, ground.serial
    held = whom if own else whom[:1]
    ground.serial += len(held)
    numbers = [f"{ground.code}-{first + i}" for i in range(len(held))]
    texts, until_text = [day.isoformat() for day in on], until.isoformat()
    rows = {
        "node": [firm[0].code if own else ground.root.code for firm, _heads in held], "title": [f"合同{number}" for number in numbers], "sort": sort, "reach": reach,
        "employer": [firm[1].uscc if own else "" for firm, _heads in held], "offered_on": texts, "signed_on": texts, "filed_on": texts, "number": numbers,
        "since": texts, "until": until_text,
    }  # fmt: skip
    ground.table("contracts", pl.DataFrame(rows))
    covered = {
        "node": [firm[0].code for firm, _heads in whom], "contract": numbers if own else numbers * len(whom),
        "employer": [firm[1].uscc for firm, _heads in whom], "workers": [str(heads) for _firm, heads in whom], "on": texts if own else texts * len(whom),
    }  # fmt: skip
    ground.table("covered_units", pl.DataFrame(covered))


REPLAY = {"shaanxi": shaanxi, "hebei": hebei}
