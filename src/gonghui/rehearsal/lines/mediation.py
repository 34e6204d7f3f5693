"""Mediation of the demonstration, and what the published figures come from."""

from datetime import date, timedelta
from decimal import Decimal

import polars as pl

from gonghui.commons.activities import acts as activities
from gonghui.commons.cases import acts as cases
from gonghui.commons.cases import intake_acts, more_acts
from gonghui.commons.parties import team_acts
from gonghui.commons.places import acts as places
from gonghui.commons.registers import acts as registers
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.rights.mediation import acts, words
from gonghui.rehearsal.replay import rolls
from gonghui.rehearsal.replay.ground import Ground

ONE = timedelta(days=1)
BODIES = {
    "union": "区总工会", "labour": "区人社局", "department": "区住建局", "justice": "区司法局", "court": "区人民法院", "police": "区公安分局", "procurator": "区人民检察院",
    "mass": "区妇联",
}  # fmt: skip
STAGES = ("", "med.consent", "med.agreed", "med.confirmed", "med.failed", "med.performed")


def demo(b) -> None:
    """A county's mechanism with its eight bodies, mediators and their committee, three places under one roof, disputes in each stage, hearings."""
    county = b.counties[0]
    for role, body in BODIES.items():
        told = {"title": f"诉前联动·{words.ROLES[role]}", "topic": role, "holder_name": body}
        b.do(registers.enter, "wang", at=b.year, node=county, kind=words.LINKED, since=b.year, in_force_from=b.year, **told)
        if role in ("labour", "justice", "court", "procurator"):
            b.do(
                registers.enter,
                "li",
                at=b.year,
                node=b.cities[0],
                kind=words.PARTNER,
                since=b.year,
                in_force_from=b.year,
                **told | {"title": "诉调对接协议"},
            )
    for n, person in enumerate(dict.fromkeys(b.members(county, b.count(30, 5), skip=3))):
        told = {"title": "劳动争议调解员聘任", "number": f"TJ-{n + 1:04d}", "issuer": "市总工会", "person": person, "until": b.today + 400 * ONE}
        entry = b.do(registers.propose, "wang", at=b.year, node=county, kind=words.MEDIATOR, since=b.year, **told)
        if n != 4:
            b.do(registers.register, "li", entry, at=b.year + ONE)
            b.do(registers.bring_into_force, "wang", entry, at=b.year + ONE, on=b.year + ONE)
    team = b.do(team_acts.found_team, "sun", node=b.union.node, kind=words.COMMITTEE, name="劳动争议调解委员会", since=b.year)
    b.do(
        team_acts.add_member,
        "sun",
        team,
        person=b.members(b.union.node, 1)[0] if b.members(b.union.node, 1) else b.members(county, 1)[0],
        since=b.year,
    )
    for kind, name in ((words.CENTRE, "仲裁院调解中心"), (words.TRIBUNAL, "工会巡回法庭"), (words.OFFICE, "法院工会协调室")):
        b.do(places.enter, "wang", node=county, kind=kind, name=f"东湖区{name}", opened_on=b.year, another=True)
    b.do(registers.enter, "wang", node=county, kind=words.DUTY, title="驻院协调员", since=b.year, in_force_from=b.year, holder_name="周协调员")
    for n, stage in enumerate(STAGES):
        dispute(b, county, b.today - (3 + n) * ONE, stage, n)
    for n in range(b.count(12, 3)):
        on = b.today - (10 + 9 * n) * ONE
        told = {"kind": words.HEARING, "title": f"工资争议调解（{n + 1}）", "held_on": on, "at_place": "工会巡回法庭", "head_count": 6}
        b.do(activities.record, "wang", at=on, node=county, **told)


def dispute(b, county, on: date, stage: str, n: int):
    """A dispute as far as a stage; the first has its bodies called in."""
    told = {"title": f"加班工资争议第{n + 1}件", "says": "双方就加班工资计算有分歧。", "name": "申请人", "people": 1 + 4 * n, "client": "migrant"}
    case = b.do(intake_acts.register, "wang", at=on, node=county, kind=words.DISPUTE, channel="passed", **told)
    if not stage:
        b.do(acts.call_in, "li", at=on, case=case, roles=["labour", "justice", "court"])
        return case
    b.do(cases.assign, "li", case, at=on, to=county)
    b.do(cases.accept, "wang", case, at=on)
    b.do(more_acts.note_amount, "wang", case, at=on, sort="claimed", amount=Decimal(8000 + 900 * n), on=on)
    b.do(more_acts.note_stage, "wang", case, at=on + ONE, stage=stage)
    return case


def own(b, me) -> None:
    """The worker asks for mediation."""
    told = {"title": "年休假工资争议", "says": "两年未休年休假，申请调解。", "name": "陈师傅"}
    case = b.do(intake_acts.receive, "chen", at=b.today - 4 * ONE, node=b.counties[0], kind=words.DISPUTE, **told)
    b.do(intake_acts.admit, "wang", case, at=b.today - 3 * ONE)


def member(node, kind: str, role: str, body: str, since: date, until: date | None = None) -> None:
    """A body in a mechanism from one day to another."""
    told = {"title": f"{body}·{role}", "topic": role, "holder_name": body}
    do(registers.enter, SYSTEM, node=node, kind=kind, since=since, in_force_from=since, until=until, **told)


def mechanism(node, elsewhere, kind: str, number: int, day: date) -> None:
    """So many roles on a day at a node, one with two bodies; one whose role has ended, one that comes later, one elsewhere."""
    roles, other = list(words.ROLES)[-number:], next(iter(words.ROLES)) if number < len(words.ROLES) else "arbitration"
    for role in roles:
        member(node, kind, role, f"机关{role}", date(2021, 3, 1))
    member(node, kind, roles[0], "另一机关", date(2021, 3, 1))
    member(node, kind, other, "已退出", date(2021, 3, 1), day - ONE)
    member(node, kind, other, "次日加入", day + ONE)
    member(elsewhere, kind, other, "邻地机关", date(2021, 3, 1))


def mediators(ground: Ground, who: pl.DataFrame, node, since: date, until: date | None = None) -> None:
    """Appointments of these people at a node, as the register's table has them."""
    first, ground.serial = ground.serial, ground.serial + len(who)
    rows = {
        "node": node.code, "kind": words.MEDIATOR, "title": "调解员聘任", "since": since.isoformat(), "in_force_from": since.isoformat(), "issuer": ground.code,
        "until": until.isoformat() if until else "", "number": [f"{first + i}" for i in range(len(who))], "id_no": who["id_no"].to_list(),
    }  # fmt: skip
    ground.table("register", pl.DataFrame(rows))


def baoji(stage, n) -> None:
    ground, beside, city, end = stage.ground, stage.beside, stage.ground.cities[0], date(2024, 6, 30)
    if n("BJ-044"):
        county = ground.counties[1]
        ground.named["baoji.chencang"] = county
        mechanism(county, ground.counties[0], words.LINKED, n("BJ-044"), date(2024, 12, 31))
    if n("BJ-045"):
        mechanism(city, ground.cities[1], words.PARTNER, n("BJ-045"), end)
    if n("BJ-046"):
        here, long = [city, *ground.counties[:2]], date(2022, 3, 1)
        who = rolls.pool(n("BJ-046") + 12)
        ours = who.head(n("BJ-046"))
        for i, node in enumerate(here):
            mediators(ground, ours.gather_every(3, i), node, long)
        mediators(ground, ours.head(5), here[1], end)  # appointed a second time elsewhere, counted once
        rest = who.tail(12)
        mediators(ground, rest.slice(0, 3), city, long, end - ONE)
        mediators(ground, rest.slice(3, 3), city, end + ONE)
        mediators(ground, rest.slice(6, 3), ground.cities[1], long)
        mediators(beside, rest.slice(9, 3), beside.cities[0], long)


def guizhou(stage, n) -> None:
    if n("GZ-041"):
        mechanism(stage.ground.root, stage.beside.root, words.PARTNER, n("GZ-041"), date(2023, 12, 31))


REPLAY = {"baoji": baoji, "guizhou": guizhou}
