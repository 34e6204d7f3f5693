"""Cadres of the demonstration, and what the published figures come from."""

from datetime import date, timedelta
from decimal import Decimal

from gonghui.commons.activities import acts as activities
from gonghui.commons.activities import names
from gonghui.commons.cases import intake_acts
from gonghui.commons.money import acts as money
from gonghui.commons.money import line_acts
from gonghui.commons.plans import acts as plans
from gonghui.commons.registers import acts as registers
from gonghui.lines.organization.cadres import acts, words
from gonghui.rehearsal.replay import builders
from gonghui.rehearsal.replay.ground import days

ONE = timedelta(days=1)


def shaanxi(stage, n) -> None:
    if n("SN-016"):
        start, end, root = date(2023, 1, 1), date(2023, 12, 31), [stage.ground.root.code]
        builders.occasions(stage.ground, root, days(start, end, n("SN-016")), words.CLASS)
        builders.occasion_decoys(stage.ground, stage.beside, root, [stage.beside.root.code], start, end, words.CLASS)
        builders.occasions(stage.ground, [stage.ground.cities[0].code, stage.codes[0]], [start, end], words.CLASS)
        builders.occasions(stage.ground, root, [start, end], words.YOUTH)


def baoji(stage, n) -> None:
    """One class by its roster; a class told by a head count, one of another month, and those of others, are not of it."""
    if n("BJ-033"):
        ground, beside, city, day = stage.ground, stage.beside, stage.ground.cities[0], date(2024, 6, 17)
        for where, node, codes, count, on, kind in (
            (ground, city, stage.codes, n("BJ-033"), day, words.CLASS), (ground, city, stage.codes, 3, date(2024, 5, 31), words.CLASS),
            (ground, city, stage.codes, 3, date(2024, 7, 1), words.CLASS), (ground, city, stage.codes, 3, day, words.YOUTH),
            (beside, beside.cities[0], stage.others, 3, day, words.CLASS),
        ):  # fmt: skip
            builders.roll(where, node, builders.members(where, codes, [date(2018, 5, 1)] * count), on, kind, title="工会干部专题培训班")
        builders.occasions(ground, [city.code], [day], words.CLASS, heads=200)


def demo(b) -> None:
    """Classes with rolls and hours, appointments on their way and in post, hired workers with their months, secondments with diaries."""
    city, county = b.cities[0], b.counties[0]
    people = list({p.pk: p for p in b.members(county, 12, skip=4)}.values())
    for n in range(b.count(20, 4)):
        day = b.today - 17 * (n + 1) * ONE
        told = {"kind": (words.CLASS, words.YOUTH)[n % 4 == 3], "title": f"工会干部培训第{n + 1}期", "at_place": "外省高校", "head_count": 45 + n}
        b.do(activities.record, "li", at=day + 2 * ONE, node=city, held_on=day, ended_on=day + 2 * ONE, **told)
    coming = {"kind": words.CLASS, "title": "基层工会主席研修班", "held_on": b.today - 4 * ONE, "at_place": "劳模工匠学院"}
    row = b.do(activities.plan, "li", at=b.today - 20 * ONE, node=city, **coming)
    b.do(activities.approve, "zhou", row, at=b.today - 15 * ONE)
    b.do(activities.announce, "li", row, at=b.today - 14 * ONE)
    b.do(activities.hold, "li", row, at=b.today - 4 * ONE)
    b.do(names.call_roll, "li", row, at=b.today - 4 * ONE, people=people)
    b.do(activities.close_roll, "li", row, at=b.today - 3 * ONE)
    for person in people[:3]:
        told = {"kind": words.HOURS, "title": "基层工会主席研修班", "person": person, "quantity": 24, "unit": "学时", "since": b.today - 3 * ONE}
        b.do(registers.enter, "li", at=b.today - 3 * ONE, node=city, **told)
    appointed(b, city, county, people)
    sent(b, city, county, people)


def appointed(b, city, county, people) -> None:
    """Posts proposed, consented to, held, left; two hired under a quota."""
    on = b.today - 200 * ONE
    for n, (post, sort) in enumerate(
        (("区总工会主席", "full"), ("区总工会副主席", "part"), ("区总工会挂职副主席", "attached"), ("组织部部长", "full"))
    ):
        row = b.do(acts.propose, "wang", at=on, node=county, person=people[n % len(people)], post=post, sort=sort)
        if n != 3:
            b.do(acts.consent, "li", row, at=on + 9 * ONE, document=f"临工复〔今年〕{n + 1}号")
        if n < 2:
            b.do(acts.appoint, "wang", row, at=on + 20 * ONE, on=on + 20 * ONE)
    span = {"since": on, "until": b.today + 100 * ONE, "target": 2, "unit": "person"}
    quota = b.do(plans.propose, "wang", at=on, node=county, kind=words.QUOTA, title="社会化工会工作者名额", **span)
    b.do(plans.approve, "li", quota, at=on + ONE)
    hired = b.do(acts.propose, "wang", at=on + 5 * ONE, node=county, person=people[-1], post="社会化工会工作者", sort="hired", plan=quota)
    b.do(acts.consent, "li", hired, at=on + 6 * ONE, document="临工复〔今年〕9号")
    hired = b.do(acts.appoint, "wang", hired, at=on + 9 * ONE, on=on + 9 * ONE, until=on + 730 * ONE)
    for n in range(4):
        month = (on + (40 + 30 * n) * ONE).replace(day=1)
        b.do(acts.note_month, "wang", at=max(month, on + 40 * ONE), appointment=hired, month=month)
    b.do(acts.assess, "li", hired, at=b.today - 9 * ONE, grade="fit")
    subsidised(b, county, hired)


def subsidised(b, county, hired) -> None:
    """The months of somebody hired, paid by the county."""
    on = b.today - 8 * ONE
    fund = b.do(money.declare_source, "wang", at=on, node=county, code="SH-1", name="社会化工会工作者补助资金", since=b.year)
    batch = b.do(money.open_batch, "wang", at=on, node=county, kind=words.SUBSIDY, title="社会化工会工作者补助", source=fund, award_year=on.year)
    for month in hired.months.for_act("demo").order_by("month"):
        b.do(line_acts.add, "wang", at=on, batch=batch, person=hired.person, amount=Decimal(800), cause=str(month.pk))
    b.do(money.approve, "zheng", batch, at=on + ONE)
    b.do(money.hand_over, "hu", batch, at=on + 2 * ONE, on=on + 2 * ONE)


def sent(b, city, county, people) -> None:
    """Cadres sent to the grassroots: one writes a diary, one has been judged, one is about to go."""
    for n, purpose in enumerate(("蹲点基层工会", "驻村帮扶", "进车间当工人")):
        since = b.today - (90 - 45 * n) * ONE
        told = {"node": city, "to": b.union.node if n != 1 else county, "purpose": purpose, "since": since, "until": since + 60 * ONE}
        row = b.do(acts.select, "li", at=since - 5 * ONE, person=people[(n + 3) % len(people)], **told)
        if n == 2:
            continue
        b.do(acts.post, "li", row, at=since)
        for step in range(3):
            b.do(
                acts.write_diary,
                "li",
                row,
                at=since + 7 * (step + 1) * ONE,
                on=since + 7 * (step + 1) * ONE,
                says=f"第{step + 1}周：走访职工，梳理需求。",
            )
        if n == 0:
            b.do(acts.end_secondment, "li", row, at=since + 60 * ONE, on=since + 60 * ONE)
            b.do(acts.appraise, "zhou", row, at=since + 65 * ONE, grade="excellent")
    told = {"kind": words.PROBLEM, "channel": "visit", "title": "夜班宿舍无热水", "says": "驻点干部反映。"}
    b.do(intake_acts.register, "li", at=b.today - 12 * ONE, node=city, **told)


def own(b, me) -> None:
    """The worker has been to a class and is a part-time vice chair of the union."""
    told = {"kind": words.HOURS, "title": "基层工会干部网络课程", "person": me, "quantity": 8, "unit": "学时", "since": b.today - 8 * ONE}
    b.do(registers.enter, "wang", at=b.today - 8 * ONE, node=b.counties[0], **told)
    row = b.do(acts.propose, "sun", at=b.today - 30 * ONE, node=b.union.node, person=me, post="工会副主席", sort="part")
    b.do(acts.consent, "wang", row, at=b.today - 25 * ONE, document="东工复〔今年〕2号")
    b.do(acts.appoint, "sun", row, at=b.today - 20 * ONE, on=b.today - 20 * ONE)


REPLAY = {"shaanxi": shaanxi, "baoji": baoji}
MEANS = {
    ("cadres.training.classes", "shaanxi"): "cadres.training.classes@province",
    ("cadres.training.attendances", "baoji"): "cadres.training.attendances@roster",
}
