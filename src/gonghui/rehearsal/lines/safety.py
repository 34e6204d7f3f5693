"""Safety of the demonstration, and what the published figures come from."""

from datetime import date, timedelta

import polars as pl

from gonghui.commons.activities import acts as activities
from gonghui.commons.cases import acts as cases
from gonghui.commons.cases import intake_acts, more_acts
from gonghui.commons.designations import acts as titles
from gonghui.commons.designations import scheme_acts
from gonghui.commons.registers import acts as registers
from gonghui.commons.returns import acts as returns
from gonghui.kernel import clock
from gonghui.kernel.ledger.do import do
from gonghui.lines.production.safety import acts, words
from gonghui.rehearsal.replay import builders
from gonghui.rehearsal.replay.ground import days, shares

ONE = timedelta(days=1)
DANGERS = ("配电箱无门", "脚手架缺护栏", "消防通道堵塞", "行车限位失灵", "粉尘超标", "氨罐阀门渗漏")


def demo(b) -> None:
    """The cup with its units and returns; dangers in each state, one late; an accident in which the union takes part."""
    year = b.today.year - 1
    for n in range(b.count(12, 4)):
        entry = b.do(
            registers.propose, "wang", at=b.year, node=b.counties[0], kind=words.CUP_UNIT, title=f"{b.unions[n].node.name}（{n + 1}）", since=b.year
        )
        if n % 4:
            b.do(registers.register, "li", entry, at=b.year + 40 * ONE)
    rows = {"unit": [u.node.code for u in b.unions[: b.count(60, 5)]], "kind": words.CUP_HEADS, "period": str(year), "basis": "安康杯参赛台账"}
    b.table("returns", b.province, pl.DataFrame(rows | {"number": [str(40 + 7 * n) for n in range(len(rows["unit"]))]}, strict=False))
    found = b.do(returns.fill, "sun", node=b.union.node, kind=words.CUP_SELF, period=str(year), number=17, basis="班组自查整改台账")
    b.do(returns.submit, "sun", found, explained="首次填报")
    b.do(returns.accept, "wang", found)
    cup = {"kind": words.CUP, "name": "“安康杯”竞赛优胜单位", "tier": "province", "issuer": b.province.name, "holders": ["unit"]}
    cup = b.do(scheme_acts.declare_scheme, "zhou", at=b.year, node=b.province, since=b.year, document="河安康〔上年〕4号", **cup)
    won = {"holder": "unit", "unit": b.union.node, "batch": f"{year}年度", "awarded_on": b.today - 45 * ONE}
    b.do(titles.record, "zhou", at=b.today - 45 * ONE, scheme=cup, node=b.union.node, **won)
    told = {"kind": words.CUP_CHECK, "title": "安康杯竞赛检查", "held_on": b.year + 30 * ONE, "at_place": "东湖区", "head_count": 6}
    b.do(activities.record, "li", at=b.year + 31 * ONE, node=b.cities[0], **told)
    for n, title in enumerate(DANGERS * b.count(2)):
        on, grade = b.today - (60 - 5 * (n % 6)) * ONE, "major" if n % 6 in (3, 5) else "general"
        made = b.do(acts.find, "sun", at=on, node=b.union.node, title=f"{title}（{n + 1}）", at_place=f"{n + 1}号车间", found_on=on)
        steps = [(acts.grade, "sun", {"grade": grade, "due_on": b.today + 10 * ONE if n else on + 9 * ONE})]
        if grade == "major":
            steps += [
                (acts.report, "sun", {"to": "应急管理部门", "receipt": f"SJ-{n}"}),
                (acts.report_again, "qian", {"to": "职工代表大会", "receipt": f"ZD-{n}"}),
            ]
        steps += [(acts.rectify, "sun", {"measures": "已更换并加装警示标识"}), (acts.check, "wang", {})]
        for act, who, more in steps[: 1 if n == 0 else 1 + n % (len(steps) + 1)]:
            b.do(act, who, made, at=on + 2 * ONE, **more)
    case = b.do(
        intake_acts.register,
        "li",
        at=b.today - 25 * ONE,
        node=b.cities[0],
        kind=words.ACCIDENT,
        channel="passed",
        title="某厂机械伤害事故",
        says="接应急管理部门通报",
    )
    b.do(cases.assign, "li", case, at=b.today - 25 * ONE, to=b.counties[0], says="请派员参加调查组")
    b.do(cases.accept, "wang", case, at=b.today - 24 * ONE)
    b.do(more_acts.note_stage, "wang", case, at=b.today - 20 * ONE, stage="accident.took_part")


def own(b, me) -> None:
    """A danger told on the phone, graded by the union."""
    made = b.do(acts.tell, "chen", at=b.today - 4 * ONE, node=b.union.node, title="二号梯扶手松动", at_place="二号车间", says="上下班时晃动")
    b.do(acts.grade, "sun", made, at=b.today - 3 * ONE, grade="general", due_on=b.today + 6 * ONE)


def investigated(ground, node, on: date, *, took_part: bool = True, kind: str = words.ACCIDENT) -> None:
    """An accident the union hears of on a day, and takes part in."""
    ground.serial += 1
    with clock.at(on):
        told = {"kind": kind, "channel": "passed", "title": f"第{ground.serial}起事故", "says": "通报"}
        case = do(intake_acts.register, ground.officer, node=node, **told).subject
        do(cases.assign, ground.officer, case, to=node)
        do(cases.accept, ground.officer, case)
        if took_part:
            do(more_acts.note_stage, ground.officer, case, stage="accident.took_part" if kind == words.ACCIDENT else "arbitration")


def yanan(stage, n) -> None:
    """Investigations the union took part in; others it was only told of."""
    ground, beside, start, end = stage.ground, stage.beside, date(2020, 1, 1), date(2024, 12, 31)
    if n("YA-037"):
        for day in (*days(start, end, n("YA-037")), start - ONE, end + ONE):
            investigated(ground, ground.counties[0], day)
        investigated(beside, beside.counties[0], start)
        investigated(ground, ground.root, start, took_part=False)
        investigated(ground, ground.root, start, kind="ticket")


def guizhou(stage, n) -> None:
    """Participations as units declare them, year by year, accepted; others filed and not accepted, of the years around, next door."""
    ground, beside, total = stage.ground, stage.beside, n("GZ-049")
    if not total:
        return
    units, years = stage.codes[:20], range(2019, 2024)
    for year, part in zip(years, shares(total, len(years)), strict=True):
        builders.filed(ground, units, words.CUP_HEADS, str(year), shares(part, len(units)))
    for year in (2018, 2024):
        builders.filed(ground, units[:2], words.CUP_HEADS, str(year), [9, 9])
    builders.filed(beside, stage.others[:2], words.CUP_HEADS, "2023", [7, 7])
    builders.filed(ground, stage.codes[20:22], words.CUP_HEADS, "2023", [800, 800], accepted=False)
    builders.filed(ground, units[:2], words.CUP_SELF, "2023", [5, 5])


REPLAY = {"yanan": yanan, "guizhou": guizhou}
