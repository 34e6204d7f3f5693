"""Emergencies of the demonstration, and what the published figures come from."""

from datetime import date, timedelta
from decimal import Decimal

from gonghui.commons.activities import acts as activities
from gonghui.commons.activities import names
from gonghui.commons.money import acts as money
from gonghui.commons.money import line_acts, receipt_acts
from gonghui.commons.money.models import Source
from gonghui.commons.plans import acts as plans
from gonghui.commons.registers import acts as registers
from gonghui.commons.tasks import acts as tasks
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.orgs import acts as founding
from gonghui.lines.welfare.emergency import words
from gonghui.rehearsal.replay import money as paying
from gonghui.rehearsal.replay import rolls
from gonghui.rehearsal.replay.ground import days

ONE = timedelta(days=1)
MEASURES = ("复工复产防疫物资保障", "困难职工临时补助", "线上技能培训", "减免小微企业会费", "心理关爱热线", "一线医务人员慰问")


def demo(b) -> None:
    """A flood from its needs to its published result, with money passed down and goods handed out; an epidemic's measures, training and dispatch."""
    county, since = b.counties[0], b.today - 70 * ONE
    told = {
        "title": "7·20 洪涝灾害应对",
        "category": "emergency.flood",
        "since": since,
        "until": b.today - 10 * ONE,
        "budget": Decimal(300_000),
        "lead": "生活保障部",
    }
    event = b.do(plans.propose, "wang", at=since, node=county, kind=words.EVENT, **told)
    for act in (plans.approve, plans.publish, plans.begin):
        b.do(act, "li", event, at=since)
    for n, union in enumerate(b.unions[: b.count(8, 3)]):
        need = {
            "kind": words.NEEDS,
            "title": f"{union.node.name}受灾情况",
            "quantity": 12 + n,
            "unit": "人",
            "plan": event,
            "note": "厂房进水，职工宿舍受损。",
        }
        b.do(registers.enter, "zhou", at=since + ONE, node=union.node, since=since + ONE, **need)
    source = b.do(money.declare_source, "zhou", at=b.year, node=b.province, code="JZ-1", name="救灾专项资金", since=b.year)
    passed = {"kind": words.PASSED, "to": county, "source": source, "purpose": "洪涝灾害救助", "year": since.year, "amount": Decimal(200_000)}
    transfer = b.do(receipt_acts.allot, "zhou", at=since + ONE, node=b.province, **passed)
    b.do(receipt_acts.approve_transfer, "gao", transfer, at=since + ONE)
    for kind, form, title in zip(words.RELIEF, ("goods", "goods", "cash"), ("受灾职工慰问品", "救援人员慰问品", "受灾企业复产补助"), strict=True):
        batch = b.do(
            money.open_batch,
            "wang",
            at=since + 3 * ONE,
            node=county,
            kind=kind,
            title=title,
            source=source,
            award_year=since.year,
            form=form,
            plan=event,
        )
        for n in range(b.count(20, 4)):
            b.do(
                line_acts.add,
                "wang",
                at=since + 3 * ONE,
                batch=batch,
                payee=f"{title}{n + 1}",
                amount=Decimal(300 + 50 * n),
                account_no="62220000888801",
            )
        b.do(money.approve, "zheng", batch, at=since + 4 * ONE)
        if form == "goods":
            b.do(money.hand_over, "hu", batch, at=since + 5 * ONE, on=since + 5 * ONE)
        else:
            b.do(money.send, "hu", batch, at=since + 5 * ONE)
            batch.refresh_from_db()
            b.do(money.all_paid, "hu", batch, at=since + 6 * ONE, on=since + 6 * ONE, total=batch.total)
    for act, who in ((plans.finish, "wang"), (plans.evaluate, "li"), (plans.publish_result, "li")):
        b.do(act, who, event, at=b.today - 9 * ONE)
    epidemic(b, county)


def epidemic(b, county) -> None:
    begun = b.today - 200 * ONE
    plan = {"kind": words.MEASURES, "title": "疫情防控和经济支持措施", "origin": "programme", "on": begun, "basis": "省总〔2025〕3号"}
    listed = b.do(tasks.open_list, "li", at=begun, node=b.cities[0], **plan)
    for n, title in enumerate(MEASURES):
        task = b.do(tasks.set_, "li", at=begun, tasks_of=listed, title=title, due_on=begun + 90 * ONE)
        if n < 4:
            b.do(tasks.assign, "li", task, at=begun, node=county)
            b.do(tasks.report_result, "wang", task, at=begun + 40 * ONE, result="已落实。", on=begun + 40 * ONE)
        if n < 3:
            b.do(tasks.close, "li", task, at=begun + 45 * ONE)
    source = Source.objects.for_act("demo").get(code="JZ-1")
    told = {"kind": words.CARE, "title": "一线医务人员慰问", "source": source, "award_year": begun.year, "form": "goods"}
    batch = b.do(money.open_batch, "wang", at=begun + 9 * ONE, node=county, **told)
    b.do(line_acts.add, "wang", at=begun + 9 * ONE, batch=batch, payee="区人民医院医务人员", amount=Decimal(6000))
    b.do(money.approve, "zheng", batch, at=begun + 10 * ONE)
    b.do(money.hand_over, "hu", batch, at=begun + 11 * ONE, on=begun + 11 * ONE)
    told = {"kind": words.DRILL, "title": "援外医疗队员院感培训", "held_on": begun, "at_place": "职工医院"}
    course = b.do(activities.plan, "wang", at=begun, node=county, **told)
    b.do(activities.approve, "li", course, at=begun)
    b.do(activities.hold, "wang", course, at=begun)
    b.do(names.call_roll, "wang", course, at=begun, people=list(dict.fromkeys(b.members(county, b.count(20, 4)))))
    b.do(activities.close_roll, "wang", course, at=begun)
    sent = {"kind": words.DISPATCH, "title": "首批援外医疗队", "quantity": 16, "unit": "人", "in_force_from": begun + ONE, "until": begun + 60 * ONE}
    b.do(registers.enter, "wang", at=begun + ONE, node=county, since=begun + ONE, **sent)


def own(b, me) -> None:
    """The worker was given goods after the flood, and has not yet signed for them."""
    on = b.today - 15 * ONE
    source = Source.objects.for_act("demo").get(code="JZ-1")
    told = {"kind": words.RELIEF[0], "title": "受灾职工补发物资", "source": source, "award_year": on.year, "form": "goods"}
    batch = b.do(money.open_batch, "wang", at=on, node=b.counties[0], **told)
    b.do(line_acts.add, "wang", at=on, batch=batch, person=me, amount=Decimal(400))
    b.do(money.approve, "zheng", batch, at=on)
    b.do(money.hand_over, "hu", batch, at=on, on=on)


def guizhou(stage, n) -> None:
    """Trainings at the union's hospital, and measures the province has set itself."""
    ground, beside, start, end = stage.ground, stage.beside, date(2019, 1, 1), date(2023, 12, 31)
    if n("GZ-018"):
        what = {"kind": "institution", "on": date(2012, 1, 1)}
        hospital, theirs = (
            do(founding.appoint, SYSTEM, node=g.root, name="职工医院", code=f"{g.code}-HOSPITAL", **what).subject.node for g in (ground, beside)
        )
        ground.named["guizhou.staff_hospital"] = hospital
        who = rolls.pool(200)
        rolls.rolled(ground, [hospital], days(start, end, 12), words.DRILL, who, n("GZ-018"))
        rolls.rolled(ground, [hospital], [start - ONE, end + ONE], words.DRILL, who, 6)
        rolls.rolled(ground, [ground.cities[0]], [start], words.DRILL, who, 4)
        rolls.rolled(ground, [hospital], [start], "law_event", who, 4)
        rolls.rolled(beside, [theirs], [start], words.DRILL, who, 4)
    if n("GZ-019"):
        for i, on in enumerate(days(date(2020, 1, 27), date(2020, 12, 31), n("GZ-019"))):
            measure(ground.root, f"措施{i}", on)
        for on in (start - ONE, end + ONE):
            measure(ground.root, "期外", on)
        measure(beside.root, "邻省", end)
        measure(ground.root, "别类", end, kind="measures")
        do(tasks.drop, ground.officer, measure(ground.root, "已撤销", end), why="不再实施")


def measure(node, title: str, on: date, kind: str = words.MEASURES):
    """One measure set on a list of a day."""
    with clock.at(on):
        listed = do(tasks.open_list, SYSTEM, node=node, kind=kind, title=f"{title}清单", origin="programme", on=on).subject
        return do(tasks.set_, SYSTEM, tasks_of=listed, title=title, due_on=on + 30 * ONE).subject


def hebei(stage, n) -> None:
    """Relief in money and goods to workers, rescuers and firms; what was passed down to be handed out is not told twice."""
    ground, beside, start, end = stage.ground, stage.beside, date(2023, 1, 1), date(2023, 12, 31)
    if not n("HB-016"):
        return
    sums = [int(amount) for amount in paying.shares(n("HB-016") // 4, 3)]
    sums = [*sums, n("HB-016") - sum(sums)]
    for kind, form, total in zip((*words.RELIEF, words.RELIEF[0]), ("goods", "goods", "cash", "cash"), sums, strict=True):
        paying.paid(ground, kind, total, 12, start, end, form=form)
    paying.paid_decoys(ground, beside, words.RELIEF[0], start, end)
    paying.passed_on(ground, words.PASSED, ground.cities[0], 5000, end)


REPLAY = {"guizhou": guizhou, "hebei": hebei}
