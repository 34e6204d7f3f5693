"""Calls and tickets of the demonstration, and what the published hotline figures come from."""

from datetime import date, timedelta
from decimal import Decimal

import polars as pl

from gonghui.commons.cases import acts, after_acts, intake_acts, more_acts
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.rights.hotline import acts as hotline
from gonghui.rehearsal.replay.ground import days

from .aid import picture

ONE = timedelta(days=1)
ASKED = (
    ("拖欠两个月工资", "complain.arrears", "某劳务公司"), ("试用期未签合同", "consult.contract", "某餐饮店"), ("未缴社会保险", "consult.insurance", "某物业公司"),
    ("高温津贴未发放", "complain.safety", "某建筑公司"), ("申请困难帮扶", "help.hardship", ""), ("孕期被调岗", "complain.women", "某商场"),
    ("希望加入工会", "consult.union", ""), ("工伤待遇未落实", "complain.injury", "某机械厂"),
)  # fmt: skip
STATES = ("registered", "assigned", "accepted", "handled", "replied", "called_back", "closed", "returned")


def demo(b) -> None:
    """Calls over the last month; tickets in every state, one of them late, one with a confidential caller."""
    city, county = b.cities[0], b.counties[0]
    rows = [
        {"node": city.code, "serial": f"T{n:06d}", "on": b.day(b.today - 30 * ONE, b.today - ONE).isoformat(), "answered": "否" if n % 25 == 7 else "是",
         "topic": "legal.advice" if n % 4 == 0 else ASKED[n % 8][1], "wait": str(n % 17), "talk": str(60 + n % 240)}
        for n in range(b.count(400, 20))
    ]  # fmt: skip
    b.table("calls", b.province, pl.DataFrame(rows))
    for n, (title, topic, involved) in enumerate(ASKED * 2):
        on = b.today - (20 if n == 3 else 1 + n % 5) * ONE
        call = b.do(hotline.answer, "he", at=on, node=city, phone=f"139{n:08d}", area=county)
        b.do(hotline.classify, "he", call, at=on, topic=topic, talk=180)
        told = {"title": title, "says": f"{title}，希望工会协调解决。", "name": "来电职工", "involved": involved, "people": 12 if n == 0 else 1}
        call = b.do(hotline.open_ticket, "he", call, at=on, confidential=n % 5 == 0, urgent=n == 0, **told)
        carry(b, call.case, STATES[n % len(STATES)], on, county)
        if n == 3:  # what was owed for the heat has been paid
            paid = {"amount": Decimal(2400), "on": on + 9 * ONE, "proof": picture()}
            b.do(more_acts.note_amount, "wang", call.case, at=on + 9 * ONE, sort="recovered", **paid)
    on = b.today - 6 * ONE
    call = b.do(hotline.answer, "he", at=on, node=city, phone="13900009999", area=county)
    b.do(hotline.classify, "he", call, at=on, topic="consult.union", talk=240)
    call = b.do(hotline.open_ticket, "he", call, at=on, title="咨询入会手续", says="想了解怎样加入工会。", name="来电职工")
    b.do(intake_acts.answer_at_once, "he", call.case, at=on, answer="已告知线上入会步骤，当场办结。")


def carry(b, case, state: str, on: date, county) -> None:
    """Take a ticket as far as `state`."""
    steps = (
        ("assigned", acts.assign, "he", {"to": county}), ("accepted", acts.accept, "wang", {}),
        ("handled", acts.handle, "wang", {"answer": "已与用人单位核实，单位承诺限期整改。", "resolved": True}), ("replied", acts.reply, "li", {}),
        ("called_back", after_acts.call_back, "he", {"rating": 5, "resolved": True}), ("closed", after_acts.close, "he", {}),
    )  # fmt: skip
    if state == "registered":
        return
    for reached, act, who, more in steps:
        b.do(act, who, case, at=on, **more)
        if state == "returned":
            b.do(acts.send_back, "wang", case, at=on, why="不属本区管辖")
            return
        if reached == state:
            return


def baoji(stage, n) -> None:
    """Calls classified as legal advice; tickets of the half year, all closed."""
    start, end, city = date(2024, 1, 1), date(2024, 6, 30), stage.ground.cities[0]
    if n("BJ-049"):
        calls(stage.ground, city, days(start, end, n("BJ-049")), "legal.advice")
        calls(stage.ground, city, [start - ONE, end + ONE], "legal.advice")
        calls(stage.ground, city, [start, end], "consult.pay")
        calls(stage.ground, city, [start, end], "legal.advice", answered="否")
        calls(stage.ground, stage.ground.cities[1], [start], "legal.advice")
        calls(stage.beside, stage.beside.cities[0], [start], "legal.advice")
    if n("BJ-048"):
        for i, on in enumerate(days(start, end, 6)):
            ticket(city, on, closed=i < 6 * n("BJ-048") // 100)
        for on in (start - ONE, end + ONE):
            ticket(city, on, closed=False)
        ticket(stage.ground.cities[1], start, closed=False)
        ticket(stage.beside.cities[0], start, closed=False)
        with clock.at(start):
            do(after_acts.terminate, stage.ground.officer, ticket(city, start, closed=False), why="来电人撤诉")


def calls(ground, node, on: list[date], topic: str, answered: str = "是") -> None:
    first, ground.serial = ground.serial, ground.serial + len(on)
    rows = [
        {"node": node.code, "serial": f"{ground.code}-{first + i}", "on": d.isoformat(), "topic": topic, "answered": answered}
        for i, d in enumerate(on)
    ]
    ground.table("calls", pl.DataFrame(rows).with_columns(wait=pl.lit("5"), talk=pl.lit("90")))


def ticket(node, on: date, closed: bool):
    """A ticket of a day, carried to its end or left at the desk."""
    with clock.at(on):
        case = do(intake_acts.register, SYSTEM, node=node, kind="ticket", channel="phone", title=f"第{on}单", says="诉求").subject
        if closed:
            for act, more in (
                (acts.assign, {"to": node}), (acts.accept, {}), (acts.handle, {"answer": "已办", "resolved": True}), (acts.reply, {}),
                (after_acts.call_back, {"rating": 5, "resolved": True}), (after_acts.close, {}),
            ):  # fmt: skip
                do(act, SYSTEM, case, **more)
    return case


REPLAY = {"baoji": baoji}
