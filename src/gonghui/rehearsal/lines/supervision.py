"""Supervision of the demonstration; no published figure tells of it."""

from datetime import timedelta
from decimal import Decimal

from gonghui.commons.activities import acts as activities
from gonghui.commons.cases import acts as cases
from gonghui.commons.cases import after_acts, intake_acts, more_acts
from gonghui.commons.parties import team_acts
from gonghui.commons.registers import acts as registers
from gonghui.lines.organization.orgs.models import Coverage
from gonghui.lines.rights.supervision import acts, words

from .aid import picture

ONE = timedelta(days=1)


def demo(b) -> None:
    """A committee with its supervisors and inspections, clues with a letter, an opinion and a proposal, one corrected, wages owed and paid."""
    county, first = b.counties[0], b.today - 60 * ONE
    team = b.do(team_acts.found_team, "wang", node=county, kind=words.COMMITTEE, name="区总劳动法律监督委员会", since=b.year)
    for n, person in enumerate(dict.fromkeys(b.members(county, b.count(12, 3), skip=1))):
        b.do(team_acts.add_member, "wang", team, person=person, since=b.year)
        told = {"title": "劳动法律监督员", "number": f"JD-{n + 1:04d}", "issuer": "市总工会", "person": person, "until": b.today + 500 * ONE}
        b.do(registers.enter, "wang", node=county, kind=words.SUPERVISOR, since=b.year, in_force_from=b.year, **told)
    for n in range(b.count(8, 2)):
        on = b.today - (12 + 20 * n) * ONE
        told = {"kind": words.CHECK, "title": f"工资支付专项检查（{n + 1}）", "held_on": on, "at_place": "工业园", "head_count": 3}
        b.do(activities.record, "wang", at=on, node=county, **told)
    firms = [
        row.employer
        for row in Coverage.objects.for_act("demo")
        .filter(until=None, union__node__path__startswith=county.path)
        .select_related("employer")
        .order_by("pk")[:4]
    ]
    for n, firm in enumerate(firms):
        told = {"title": f"未依法支付加班费（{n + 1}）", "says": "巡查发现考勤与工资表不符。", "topic": "law.pay", "employer": firm, "people": 20 + n}
        clue = b.do(intake_acts.register, "wang", at=first, node=county, kind=words.CLUE, channel="visit", **told)
        b.do(cases.assign, "wang", clue, at=first, to=county)
        b.do(cases.accept, "wang", clue, at=first)
        papers = []
        for kind in (words.LETTER, words.OPINION, words.PROPOSAL)[: n + 1]:
            on = first + (2 + 16 * len(papers)) * ONE
            papers.append(b.do(acts.issue, "wang", at=on, node=county, case=clue, kind=kind, says="请于十五个工作日内书面答复。", on=on))
        if n == 1:
            corrected(b, clue, papers)
    arrears(b, county, "wang", "register")


def corrected(b, clue, papers) -> None:
    """The firm has answered and corrected; the matter is closed."""
    on = b.today - 20 * ONE
    for paper in papers:
        b.do(registers.end, "wang", paper, at=on, on=on, why="单位已书面答复并补发加班费")
    b.do(more_acts.note_stage, "wang", clue, at=on, stage="sup.rectified")
    b.do(cases.handle, "wang", clue, at=on, answer="已整改。", resolved=True)
    b.do(cases.reply, "li", clue, at=on + ONE)
    b.do(after_acts.call_back, "zhou", clue, at=on + 2 * ONE, rating=5, resolved=True)
    b.do(after_acts.close, "li", clue, at=on + 3 * ONE)


def arrears(b, county, who: str, how: str):
    """Wages owed to migrant workers, given to the labour office."""
    on = b.today - 25 * ONE
    told = {
        "title": "项目部拖欠农民工工资",
        "says": "拖欠三个月工资。",
        "people": 18,
        "client": "migrant",
        "involved": "某建筑公司项目部",
        "name": "工友代表",
    }
    if how == "register":
        case = b.do(intake_acts.register, who, at=on, node=county, kind=words.ARREARS, channel="visit", **told)
        b.do(cases.assign, "wang", case, at=on, outside="区人社局劳动监察大队")
        b.do(cases.accept, "wang", case, at=on)
        b.do(more_acts.note_amount, "wang", case, at=on, sort="claimed", amount=Decimal(216_000), on=on)
        paid = {"amount": Decimal(150_000), "on": on + 15 * ONE, "proof": picture()}
        b.do(more_acts.note_amount, "wang", case, at=on + 15 * ONE, sort="recovered", **paid)
    else:
        case = b.do(intake_acts.receive, who, at=on, node=county, kind=words.ARREARS, **told)
    return case


def own(b, me) -> None:
    """The worker has told of wages that are owed."""
    arrears(b, b.counties[0], "chen", "receive")
