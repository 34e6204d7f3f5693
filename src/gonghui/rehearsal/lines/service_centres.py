"""Service centres of the demonstration, and what the published figures come from."""

from datetime import date, timedelta

import polars as pl

from gonghui.commons.activities import acts as activities
from gonghui.commons.cases import after_acts, intake_acts
from gonghui.commons.designations import acts as titles
from gonghui.commons.designations import scheme_acts
from gonghui.commons.places import acts as places
from gonghui.commons.places import more_acts
from gonghui.commons.places.models import Place
from gonghui.commons.plans import acts as plans
from gonghui.commons.registers import acts as registers
from gonghui.commons.returns import acts as returns
from gonghui.commons.returns.models import HeadCount
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.service.service_centres import words
from gonghui.rehearsal.replay.ground import days
from gonghui.rehearsal.titles import name, name_decoys, scheme

ONE = timedelta(days=1)
DIMENSIONS = ("幸福文化", "幸福成长", "幸福保障", "幸福环境")
MATTERS = ("mutual", "hardship", "petition", "legal")


def demo(b) -> None:
    """A centre a county with windows and services, people at its windows, volumes filed, pilots and happy enterprises."""
    for county in b.counties[: b.count(18, 3)]:
        told = {"name": f"{county.name.removesuffix('总工会')}职工服务中心", "hours": "周一至周五 09:00-17:00", "another": True}
        offers = [*words.WINDOWS[:4], *words.FIXED, *words.LOCAL[:2]]
        b.do(places.enter, "zhou", at=b.year, node=county, kind="centre", opened_on=b.year, facilities=offers, **told)
    county = b.counties[0]
    for n in range(b.count(40, 8)):
        on = b.today - (n // 8) * ONE
        told = {"topic": f"window.{MATTERS[n % 4]}", "title": "窗口咨询办理", "says": "到窗口办理", "name": "来访职工", "client": "worker"}
        case = b.do(intake_acts.register, "wang", at=on, node=county, kind=words.VISIT, channel="centre", another=True, **told)
        if n % 8 < 6:
            b.do(intake_acts.answer_at_once, "wang", case, at=on, answer="已当场办理。")
    for n, slug in enumerate((*words.FIXED, *words.LOCAL[:2])):
        told = {"kind": slug, "period": str(b.today.year - 1), "number": 800 + 90 * n, "basis": "服务台账", "own": True}
        row = b.do(returns.fill, "wang", node=county, **told)
        b.do(returns.submit, "wang", row, explained="新开办")
        if n % 3:
            b.do(returns.accept, "li", row)
    table = [
        {"unit": b.counties[1].code, "kind": slug, "period": str(b.today.year - 1), "number": str(420 + 35 * n), "basis": "服务台账", "own": "是"}
        for n, slug in enumerate((*words.FIXED, *words.LOCAL))
    ]
    b.table("returns", b.province, pl.DataFrame(table))
    for row in HeadCount.objects.for_act("demo").filter(node=b.counties[1], state="submitted").order_by("pk"):
        b.do(returns.accept, "gao", row)
    pilots(b, county)


def pilots(b, county) -> None:
    """Pilots with their plans, dimensions, self-scores, visits, and who was named."""
    for n, (kind, title, tier) in enumerate(
        ((words.PILOT_CENTRE, "全国生活品质试点服务中心", "national"), (words.PILOT_FIRM, "省级生活品质试点企业", "province"))
    ):
        told = {
            "kind": kind,
            "name": title,
            "tier": tier,
            "issuer": "全国总工会" if n == 0 else "省总工会",
            "outer": n == 0,
            "document": "〔2024〕8号",
        }
        given = b.do(scheme_acts.declare_scheme, "zhou", at=b.year, node=b.province, holders=["place" if n == 0 else "unit"], since=b.year, **told)
        whom = {"holder": "place", "name": "东湖区职工服务中心"} if n == 0 else {"holder": "unit", "unit": b.union.node}
        b.do(titles.record, "zhou", scheme=given, node=county, awarded_on=b.today - 50 * ONE, batch="首批", **whom)
    since, until = b.today - 60 * ONE, b.today + 300 * ONE
    item = b.do(
        plans.propose,
        "wang",
        at=since,
        node=county,
        kind=words.PILOT,
        title="职工生活品质提升试点方案",
        since=since,
        until=until,
        target=12,
        unit="item",
    )
    for act in (plans.approve, plans.publish, plans.begin):
        b.do(act, "li", item, at=since + ONE)
    b.do(plans.report, "wang", item, says="中期：已完成 5 项。", done=5)
    for n, title in enumerate(DIMENSIONS):
        b.do(registers.enter, "zhou", at=b.year, node=b.province, kind=words.DIMENSION, title=title, since=b.year, in_force_from=b.year)
        told = {"kind": words.SCORE, "title": f"自评：{title}", "topic": title, "quantity": 82 + n, "unit": "分", "holder_node": b.union.node}
        b.do(registers.enter, "sun", node=b.union.node, since=b.today - 5 * ONE, **told)
    visit = {"kind": words.LOOK, "title": "幸福企业实地走访", "held_on": b.today - 3 * ONE, "at_place": "东湖纺织厂", "head_count": 5}
    b.do(activities.record, "wang", node=county, **visit)


def own(b, me) -> None:
    """The worker has taken a number today; another was served and rated."""
    for n, on in enumerate((b.today, b.today - 6 * ONE)):
        told = {"kind": words.VISIT, "topic": "window.mutual", "title": "住院互助金申请咨询", "says": "想了解怎样申请", "name": "陈师傅"}
        case = b.do(intake_acts.receive, "chen", at=on, node=b.counties[0], **told)
        if n:
            b.do(intake_acts.admit, "wang", case, at=on)
            b.do(intake_acts.answer_at_once, "wang", case, at=on, answer="已告知所需材料。")
            b.do(after_acts.rate, "chen", case, at=on, rating=5, resolved=True)


def yanan(stage, n) -> None:
    """A palace with windows of so many kinds; one kind twice, one taken away, one opened later, one next door."""
    if not n("YA-032"):
        return
    for ground, kinds in ((stage.ground, words.WINDOWS[: n("YA-032")]), (stage.beside, words.WINDOWS[-1:])):
        told = {"node": ground.root, "opened_on": date(2021, 5, 1), "another": True}
        do(places.enter, SYSTEM, kind="palace", name="文化宫服务窗口", facilities=[*kinds, "water"], **told)
        do(places.enter, SYSTEM, kind="centre", name="服务中心窗口", facilities=list(kinds[:1]), **told)
    other = words.WINDOWS[n("YA-032")]
    gone = do(
        places.enter, SYSTEM, kind="centre", name="已并入的中心", node=stage.ground.counties[0], opened_on=date(2020, 5, 1), facilities=[other]
    ).subject
    do(more_acts.equip, SYSTEM, gone, facilities=["water"], on=date(2024, 12, 30))
    palace = Place.objects.for_act("replay").get(name="文化宫服务窗口", node=stage.ground.root)
    do(more_acts.equip, SYSTEM, palace, facilities=[*words.WINDOWS[: n("YA-032")], "water", other], on=date(2025, 1, 1))


def hebei(stage, n) -> None:
    """Pilots of two tiers and two kinds; the dimensions of the template on the last day of the year."""
    ground, beside, start, end = stage.ground, stage.beside, date(2023, 1, 1), date(2023, 12, 31)
    for claim, kind, tier, holder in (
        ("HB-030", words.PILOT_CENTRE, "national", "place"), ("HB-031", words.PILOT_FIRM, "national", "unit"),
        ("HB-032", words.PILOT_CENTRE, "province", "place"), ("HB-033", words.PILOT_FIRM, "province", "unit"),
    ):  # fmt: skip
        if n(claim):
            given = scheme(ground, kind, f"试点{claim}", tier=tier, holder=holder)
            name(ground, given, stage.codes, days(start, end, n(claim)))
            name_decoys(ground, beside, kind, given, stage.codes, stage.others, start, end)
    if n("HB-034"):
        for i, title in enumerate(("一", "二", "三", "四")[: n("HB-034")]):
            dimension(ground, ground.root, title, date(2023, 3, 1 + i))
        dimension(ground, ground.root, "已取消", date(2022, 3, 1), until=end - ONE)
        dimension(ground, ground.root, "次年", end + ONE)
        dimension(beside, beside.root, "邻省", date(2022, 3, 1))
        do(registers.enter, SYSTEM, node=ground.root, kind=words.SCORE, title="自评", since=end, quantity=90)


def dimension(ground, node, title: str, on: date, until: date | None = None) -> None:
    do(registers.enter, SYSTEM, node=node, kind=words.DIMENSION, title=title, since=on, in_force_from=on, until=until)


REPLAY = {"yanan": yanan, "hebei": hebei}
