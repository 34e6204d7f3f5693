"""Rural support of the demonstration, and what the published figures come from."""

from datetime import date, timedelta
from decimal import Decimal

from gonghui.commons.enrolment import offer_acts
from gonghui.commons.money import acts as money
from gonghui.commons.money import line_acts
from gonghui.commons.money.models import Source
from gonghui.commons.plans import acts as plans
from gonghui.commons.registers import acts as registers
from gonghui.commons.registers import link_acts
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.welfare.rural import words
from gonghui.rehearsal.replay import builders, ground
from gonghui.rehearsal.replay import money as paying

ONE = timedelta(days=1)
PROJECTS = (
    ("通村道路维修", "road", 600_000),
    ("购置收割机", "machine", 200_000),
    ("肉羊养殖", "livestock", 300_000),
    ("苹果园改造", "planting", 400_000),
    ("旧址修缮", "heritage", 900_000),
)
ROUTES = (("东湖赏花一日线", ("花海村", "荷塘村", "老街")), ("红色旧址线", ("会议旧址", "纪念馆")), ("果园采摘线", ("苹果园", "农家院")))


def demo(b) -> None:
    """A village the county stands by, projects in each state with what was paid and what others gave, routes with their stops."""
    county, village, first = b.counties[0], b.towns[1], b.year.replace(day=1)
    told = {"kind": words.VILLAGE, "title": "结对帮扶：柳树村", "holder_node": village, "in_force_from": first}
    b.do(registers.enter, "wang", at=first, node=county, since=first, **told)
    source = Source.objects.for_act("demo").get(code="JF-1")
    for n, (title, category, cost) in enumerate(PROJECTS):
        over = n == 0
        since, until = (first, b.today - 20 * ONE) if over else (b.today - 80 * ONE, b.today + 120 * ONE)
        what = {"title": f"柳树村{title}", "category": f"village.{category}", "budget": Decimal(cost), "lead": "驻村工作队"}
        item = b.do(plans.propose, "wang", at=since, node=village, kind=words.PROJECT, since=since, until=until, **what)
        for act in (plans.approve, plans.publish, plans.begin)[: n % 4 or 3]:
            b.do(act, "li", item, at=since + ONE)
        if n % 4 not in (0, 3):
            continue
        b.do(plans.report, "wang", item, at=since + 30 * ONE, says="已完成招标，开始施工。")
        on = since + 40 * ONE
        batch = b.do(
            money.open_batch, "wang", at=on, node=county, kind=words.SPENT, title=what["title"], source=source, award_year=on.year, plan=item
        )
        b.do(line_acts.add, "wang", at=on, batch=batch, payee="柳树村村民委员会", amount=Decimal(cost // 2), account_no="62220000888801")
        b.do(money.approve, "zheng", batch, at=on + ONE)
        b.do(money.send, "hu", batch, at=on + 2 * ONE)
        b.do(money.all_paid, "hu", batch, at=on + 3 * ONE, on=on + 3 * ONE, total=Decimal(cost // 2))
        given = {
            "kind": words.COORDINATED,
            "title": f"{title}配套",
            "issuer": "区交通运输局",
            "quantity": cost // 4,
            "unit": "元",
            "plan": None if over else item,
        }
        b.do(registers.enter, "wang", at=on, node=county, since=on, **given)
        if over:
            for act, who in ((plans.finish, "wang"), (plans.evaluate, "li"), (plans.publish_result, "li")):
                b.do(act, who, item, at=until + ONE)
    for n, (title, stops) in enumerate(ROUTES):
        route = b.do(registers.propose, "wang", at=first, node=county, kind=words.ROUTE, title=title, since=first, note="凭会员卡享门票优惠。")
        if n == 2:
            continue
        b.do(registers.register, "li", route, at=first + ONE)
        b.do(registers.bring_into_force, "wang", route, at=first + 2 * ONE, on=first + 2 * ONE)
        for stop in stops:
            entry = b.do(registers.enter, "wang", at=first, node=county, kind=words.STOP, title=stop, since=first, holder_name="柳树村")
            b.do(link_acts.link, "wang", entry, at=first + 3 * ONE, other=route, bond="member", since=first + 3 * ONE)
    start = clock.now() + 15 * ONE
    span = {"opens_at": b.open_now, "closes_at": start, "starts_at": start, "ends_at": start + 60 * ONE}
    b.do(
        offer_acts.publish,
        "wang",
        b.do(offer_acts.draft, "wang", node=county, kind=words.VOUCHER, title="乡村旅游惠工券（第二批）", seats=200, **span),
    )


def village(stage, key: str, at, claim: str, n, kinds) -> None:
    """Projects of one village that a city paid for over a term, and what must not count at it."""
    if not n(claim):
        return
    where, city, start, end = stage.ground, stage.ground.cities[0], date(2020, 1, 1), date(2024, 12, 31)
    where.named[key] = at
    for i, amount in enumerate(paying.shares(n(claim), len(kinds))):
        item = project(where, at, kinds[i], start, end)
        spent(where, city, item, amount, paying.spans(start, end, len(kinds))[i])
    item = project(where, at, "road", date(2019, 1, 1), date(2025, 12, 31))
    for on in (start - ONE, end + ONE):
        spent(where, city, item, Decimal(700), on)
    spent(where, city, item, Decimal(800), end, until="approved")
    spent(where, at, None, Decimal(900), end)
    other = builders.plan(where, at, "lecture", f"宣讲{key}", start, end)
    spent(where, city, other, Decimal(900), end)
    beside = stage.beside
    spent(beside, beside.cities[0], project(beside, beside.towns[0], "road", start, end), Decimal(600), end)


def project(where, node, category: str, since: date, until: date):
    where.serial += 1
    return builders.plan(where, node, words.PROJECT, f"帮扶项目{where.serial}", since, until, category=f"village.{category}")


def spent(where, node, item, amount, on: date, until: str = "paid") -> None:
    """One payment for a project on a day, by the union at a node."""
    where.serial += 1
    with clock.at(on):
        told = {"kind": words.SPENT, "title": f"帮扶{where.serial}", "source": paying.source(where), "award_year": on.year, "plan": item}
        batch = do(money.open_batch, SYSTEM, node=node, **told).subject
        do(line_acts.add, SYSTEM, batch=batch, payee="村民委员会", amount=amount, account_no="62220000888801")
        paying.go_out(batch, on, until)


def route(where, node, on: date, *, published: bool = True) -> None:
    """A route proposed, looked at, and published on a day."""
    where.serial += 1
    with clock.at(on):
        made = do(registers.propose, SYSTEM, node=node, kind=words.ROUTE, title=f"线路{where.serial}", since=on).subject
        do(registers.register, where.officer, made)
        if published:
            do(registers.bring_into_force, where.officer, made, on=on)


def yanan(stage, n) -> None:
    where, start, end = stage.ground, date(2020, 1, 1), date(2024, 12, 31)
    village(stage, "yanan.mengzhangzhen", where.towns[0], "YA-062", n, ("road", "machine", "livestock", "planting"))
    village(stage, "yanan.gaohuahe", where.towns[3], "YA-063", n, ("heritage", "tourism", "planting", "livestock"))
    if n("YA-064"):
        for i, on in enumerate(ground.days(start, end, n("YA-064"))):
            route(where, where.counties[i % 6], on)
        for on in (start - ONE, end + ONE):
            route(where, where.counties[0], on)
        route(where, where.counties[0], start, published=False)
        route(stage.beside, stage.beside.counties[0], start)
        first = first_route(where)
        with clock.at(date(2022, 6, 1)):
            do(link_acts.revise, where.officer, first, since=date(2022, 6, 1))


def first_route(where):
    """The route of a ground published first within the term."""
    rows = registers.RegisterEntry.objects.for_act("replay").filter(kind=words.ROUTE, node__path__startswith=where.root.path)
    return rows.filter(in_force_from=date(2020, 1, 1)).first()


def guizhou(stage, n) -> None:
    """What the province paid itself, and what it got others to give."""
    where, beside, start, end = stage.ground, stage.beside, date(2019, 1, 1), date(2023, 12, 31)
    if n("GZ-016"):
        for amount, on in zip(paying.shares(n("GZ-016"), 10), paying.spans(start, end, 10), strict=True):
            spent(where, where.root, project(where, where.towns[0], "planting", start, end), amount, on)
        spent(where, where.cities[0], None, Decimal(900), start)
        for on in (start - ONE, end + ONE):
            spent(where, where.root, None, Decimal(700), on)
        spent(beside, beside.root, None, Decimal(600), end)
    if n("GZ-017"):
        for i, (amount, on) in enumerate(zip(ground.shares(n("GZ-017"), 12), paying.spans(start, end, 12), strict=True)):
            given(where, where.counties[i % 6], amount, on, f"厅局{i}")
        for on in (start - ONE, end + ONE):
            given(where, where.counties[0], 500, on, "期外")
        given(beside, beside.counties[0], 500, end, "邻省")
        do(registers.propose, SYSTEM, node=where.root, kind=words.COORDINATED, title="未审核", since=end, quantity=500, issuer="x")


def given(where, node, amount: int, on: date, who: str) -> None:
    do(registers.enter, SYSTEM, node=node, kind=words.COORDINATED, title=f"{who}帮扶资金", since=on, quantity=amount, unit="元", issuer=who)


REPLAY = {"yanan": yanan, "guizhou": guizhou}
MEANS = {
    ("rural.investment", "yanan.mengzhangzhen"): "rural.investment@village",
    ("rural.investment", "yanan.gaohuahe"): "rural.investment@village",
    ("rural.investment", "guizhou"): "rural.investment@provincial",
}
