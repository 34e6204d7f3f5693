"""Workforce reform of the demonstration, and what the published figures come from."""

from datetime import date, timedelta

import polars as pl

from gonghui.commons.activities import acts as activities
from gonghui.commons.designations import acts as titles
from gonghui.commons.designations import naming_acts, nomination_acts, scheme_acts
from gonghui.commons.registers import acts as registers
from gonghui.commons.returns import acts as returns
from gonghui.commons.tasks import acts as tasks
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.production.workforce_reform import words
from gonghui.rehearsal.replay import builders
from gonghui.rehearsal.replay.ground import days
from gonghui.rehearsal.titles import call, name, name_decoys, scheme

ONE = timedelta(days=1)


def demo(b) -> None:
    """The group with its task split under way, a year's scores, enterprises, documents and cases, model counties."""
    year, root = b.today.year - 1, b.province
    for n, title in enumerate(("人社厅", "教育厅", "国资委", "工信厅")):
        b.do(registers.enter, "gao", at=b.year, node=root, kind=words.MEMBER, title=title, since=b.year, in_force_from=b.year, number=f"CY-{n + 1}")
    for n, title in enumerate(("产业工人队伍建设改革实施方案", "技术工人待遇意见", "工匠人才评价办法")):
        b.do(registers.enter, "gao", at=b.year + n * ONE, node=root, kind=words.DOCUMENT, title=title, since=b.year + n * ONE, issuer="协调小组", number=f"产改〔{b.year.year}〕{n + 1}号",
            in_force_from=b.year + n * ONE)  # fmt: skip
    firms = [
        {"node": b.counties[n % len(b.counties)].code, "kind": words.FIRM, "title": f"河州第{n + 1}机械有限公司", "since": b.year.isoformat(), "in_force_from": b.year.isoformat(),
         "number": f"91440000DEMO{n:06d}", "issuer": "产改办"}
        for n in range(b.count(80, 6))
    ]  # fmt: skip
    b.table("register", root, pl.DataFrame(firms))
    waits = b.do(
        registers.propose,
        "wang",
        node=b.counties[0],
        kind=words.FIRM,
        title="东湖精密制造有限公司",
        since=b.today - 3 * ONE,
        issuer="产改办",
        number="91440000NEW000001",
    )
    assert waits.state == "proposed"
    split = b.do(
        tasks.open_list,
        "gao",
        at=b.today - 90 * ONE,
        node=root,
        kind=words.SPLIT,
        title="产改年度任务分工",
        origin="programme",
        on=b.today - 90 * ONE,
    )
    for n, title in enumerate(("落实技术工人待遇", "建设实训基地", "选树示范企业")):
        task = b.do(tasks.set_, "gao", at=b.today - 89 * ONE, tasks_of=split, title=title, due_on=b.today + 60 * ONE)
        if n:
            task = b.do(tasks.assign, "gao", task, at=b.today - 88 * ONE, node=b.cities[0], department="产改办")
            b.do(tasks.report_result, "li", task, at=b.today - 20 * ONE, result="已按进度完成", on=b.today - 20 * ONE)
        if n > 1:
            b.do(tasks.close, "gao", task, at=b.today - 10 * ONE)
    b.do(tasks.open_list, "gao", at=b.today - 60 * ONE, node=root, kind=words.DRIVE, title="千企示范行动", origin="programme", on=b.today - 60 * ONE)
    for n, city in enumerate(b.cities):
        score = b.do(returns.fill, "zhou", at=b.today - 50 * ONE, node=city, kind=words.SCORE, period=str(year), number=92 - 3 * n, basis="自评报告")
        score = b.do(returns.submit, "zhou", score, at=b.today - 49 * ONE, explained="首次评估")
        told = {"kind": words.VISIT, "title": f"{city.name}产改实地评估", "held_on": b.today - 40 * ONE, "at_place": city.name, "head_count": 8}
        b.do(activities.record, "gao", at=b.today - 40 * ONE, node=root, host=city, **told)
        if n < 2:
            b.do(returns.accept, "gao", score, at=b.today - 30 * ONE)
    held = {"kind": words.MEETING, "title": "产改现场推进会", "held_on": b.today - 25 * ONE, "at_place": "东湖区", "head_count": 120}
    b.do(activities.record, "gao", at=b.today - 25 * ONE, node=root, **held)
    b.do(
        registers.enter,
        "gao",
        node=root,
        kind=words.CASE,
        title="一线技师带出一条班组长通道",
        since=b.today - 15 * ONE,
        holder_name="河州第1机械有限公司",
    )
    skilled = b.do(returns.fill, "wang", node=b.counties[0], kind=words.MONITOR, period=str(year), number=236, basis="入库企业监测表")
    skilled = b.do(returns.submit, "wang", skilled, explained="首次监测")
    b.do(returns.accept, "li", skilled)
    pilot = {"kind": words.PILOT, "name": "产改试点单位", "tier": "national", "issuer": "全国总工会", "holders": ["unit"], "outer": True}
    pilot = b.do(scheme_acts.declare_scheme, "gao", at=b.year, node=root, since=b.year, document="总工办发〔2024〕11号", **pilot)
    whom = {"holder": "unit", "unit": b.union.node, "batch": "第一批", "awarded_on": b.today - 35 * ONE}
    b.do(titles.record, "gao", at=b.today - 35 * ONE, scheme=pilot, node=b.union.node, **whom)
    model = b.do(scheme_acts.declare_scheme, "gao", at=b.year, node=root, kind=words.COUNTY, name="产改示范县区", tier="province", issuer=root.name, holders=["unit"],
        since=b.year, document="产改〔2024〕9号")  # fmt: skip
    with clock.at(b.today - 12 * ONE):
        rows = {"scheme": model.name, "node": [c.code for c in b.counties[:2]], "holder": "unit", "name": [c.name for c in b.counties[:2]], "batch": "第一批",
            "awarded_on": (b.today - 12 * ONE).isoformat(), "document": "产改〔2024〕12号"}  # fmt: skip
        b.table("designations", root, pl.DataFrame(rows))


def firms(ground, codes, count: int, since: list[date], until: str = "") -> None:
    """Enterprises in the library from these days on."""
    first, ground.serial = ground.serial, ground.serial + count
    rows = [
        {"node": codes[i % len(codes)], "kind": words.FIRM, "title": f"企业{first + i}", "since": since[i].isoformat(), "in_force_from": since[i].isoformat(),
         "number": f"{ground.code}{first + i}", "issuer": "产改办", "until": until}
        for i in range(count)
    ]  # fmt: skip
    ground.table("register", pl.DataFrame(rows))


def drive(ground, node, on: date, kind: str = words.DRIVE) -> None:
    ground.serial += 1
    with clock.at(on):
        do(tasks.open_list, SYSTEM, node=node, kind=kind, title=f"行动{ground.serial}", origin="programme", on=on)


def shaanxi(stage, n) -> None:
    """Enterprises in the library at the end of the year, model counties of the year, drives of the year."""
    ground, beside, start, end = stage.ground, stage.beside, date(2023, 1, 1), date(2023, 12, 31)
    if n("SN-026"):
        firms(ground, stage.codes, n("SN-026"), days(date(2021, 1, 1), end, n("SN-026")))
        firms(ground, stage.codes, 2, [start] * 2, (end - ONE).isoformat())
        firms(ground, stage.codes, 1, [end + ONE])
        firms(beside, stage.others, 2, [start] * 2)
        do(registers.propose, SYSTEM, node=ground.root, kind=words.FIRM, title="筛选中", since=start)
    if n("SN-027"):
        given = scheme(ground, words.COUNTY, "产改示范县区", holder="unit")
        name(ground, given, [c.code for c in ground.counties], days(start, end, n("SN-027")))
        name_decoys(ground, beside, words.PILOT, given, stage.codes, stage.others, start, end)
        name(beside, scheme(beside, words.COUNTY, "邻省示范县区", holder="unit"), [c.code for c in beside.counties[:2]], [start, end])
    if n("SN-028"):
        for day in (*days(start, end, n("SN-028")), start - ONE, end + ONE):
            drive(ground, ground.root, day)
        drive(beside, beside.root, start)
        drive(ground, ground.root, start, words.SPLIT)


def put_forward(ground, node, firm: str, on: date, *, of, forwarded: bool = True, granted: bool = False) -> None:
    """An enterprise put forward as a pilot, and sent on to the issuer."""
    with clock.at(on):
        row = do(nomination_acts.nominate, SYSTEM, round=of, node=node, holder="unit", name=firm, brief=f"{firm}改革情况").subject
        do(nomination_acts.recommend, SYSTEM, row, opinion="同意")
        while row.at_id != of.node_id:
            row.refresh_from_db()
            if row.at_id != of.node_id:
                do(nomination_acts.recommend_on, SYSTEM, row, opinion="同意")
        do(naming_acts.review, SYSTEM, row)
        if forwarded:
            do(naming_acts.forward, SYSTEM, row, document=f"产改推{on.year}号")
        if granted:
            do(naming_acts.confer, SYSTEM, row, document=f"产改批{on.year}号", awarded_on=on)


def yanan(stage, n) -> None:
    """Documents of the term, and pilots recommended to the province, one granted and one not."""
    ground, beside, start, end = stage.ground, stage.beside, date(2020, 1, 1), date(2024, 12, 31)
    if n("YA-030"):
        for i, day in enumerate((*days(start, end, n("YA-030")), start - ONE, end + ONE)):
            builders.entry(ground, ground.root, words.DOCUMENT, f"第{i}号文件", day)
        builders.entry(beside, beside.root, words.DOCUMENT, "邻市文件", start)
        builders.entry(ground, ground.root, words.CASE, "案例", start)
        do(registers.propose, SYSTEM, node=ground.root, kind=words.DOCUMENT, title="征求意见稿", since=start)
    if n("YA-031"):
        for where, spread in (
            (ground, [(day, f"试点企业{i}", True) for i, day in enumerate(days(start, end, n("YA-031")))]),
            (beside, [(start, "邻市企业", True)]),
        ):
            of = builders.scheme(where, words.PILOT, "省级产改试点单位", "province", holders=("unit",), outer=True)
            around = [(start - ONE, "上届企业", True), (end + ONE, "下届企业", True), (start, "未上报企业", False)] if where is ground else []
            for day, firm, sent in (*spread, *around):
                where.serial += 1
                with clock.at(day):
                    put_forward(
                        where,
                        where.counties[0],
                        firm,
                        day,
                        of=call(where, of, f"第{where.serial}批", day),
                        forwarded=sent,
                        granted=firm == "试点企业0",
                    )


REPLAY = {"shaanxi": shaanxi, "yanan": yanan}
