"""Hardship aid of the demonstration, and what the published figures come from."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import polars as pl
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from gonghui.commons.cases import intake_acts
from gonghui.commons.money import acts as pay
from gonghui.commons.money import line_acts, receipt_acts
from gonghui.commons.money.models import PayBatch, Source
from gonghui.commons.plans import acts as plans
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.welfare.aid import acts, file_acts, words
from gonghui.rehearsal.people import people
from gonghui.rehearsal.replay import builders, money
from gonghui.rehearsal.replay.ground import Ground, Stage, days

ONE = timedelta(days=1)
FIRST = 5_000_000  # people of files are nobody else's
STATES = ("applied", "accepted", "visited", "county_check", "checking", "assessed", "notice")


def picture() -> SimpleUploadedFile:
    """A photo of a visit."""
    out = BytesIO()
    Image.new("RGB", (40, 30)).save(out, "PNG")
    return SimpleUploadedFile("入户.png", out.getvalue(), "image/png")


def demo(b) -> None:
    """Files of the last years as a table, one in each state by hand, the four seasons, cooling visits."""
    ended = [("", ""), ("", ""), ("lifted", "1")]
    rows = files([union.node.code for union in b.unions[: b.count(90, 12)]], [b.day(b.year, b.today - 60 * ONE) for _ in range(b.count(90, 12))])
    for n, row in enumerate(rows):
        row["left"], left = ended[n % 3]
        row["left_on"] = (date.fromisoformat(row["filed_on"]) + 40 * ONE).isoformat() if left else ""
    b.table("households", b.province, pl.DataFrame(rows))
    for n, (kind, title) in enumerate(zip(words.SEASONS, ("春送岗位", "夏送清凉", "金秋助学", "冬送温暖"), strict=True)):
        span = {"since": b.year + (30 + 60 * n) * ONE, "until": b.year + (80 + 60 * n) * ONE}
        item = b.do(plans.propose, "gao", at=b.year, node=b.province, kind=kind, title=title, **span)
        b.do(plans.approve, "zhou", item, at=b.year + ONE)
    for n, person in enumerate(people(FIRST + 900_000, len(STATES)).iter_rows(named=True)):
        told = {"name": person["name"], "id_no": person["id_no"], "size": 3, "cause": "illness", "says": "家中有长期病人。", "paper": picture()}
        household = b.do(acts.enter, "sun", at=b.today - 20 * ONE, node=b.union.node, **told)
        for state, act, who, more in (
            ("accepted", acts.accept, "sun", {}), ("visited", acts.visit, "sun", {"beside": "社区网格员", "photo": picture()}),
            ("county_check", acts.send_up, "qian", {}), ("checking", acts.ask_check, "wang", {}),
            ("assessed", acts.assess, "wang", {"category": "relative", "basis": "核对结果符合。"}), ("notice", acts.give_notice, "sun", {"phone": "0531-12351"}),
        ):  # fmt: skip
            if STATES.index(state) > n:
                break
            b.do(act, who, household, at=b.today - 15 * ONE, **more)
    given(b)
    helped(b)
    visits = [
        {"node": b.counties[n % 6].code, "kind": words.COOL_VISIT, "series": "", "title": f"走访第{n + 1}个工地", "held_on": b.day(b.year, b.today - ONE).isoformat(),
         "ended_on": "", "at_place": f"第{n + 1}工地", "head_count": str(20 + n % 60), "host": "", "venue": "", "state": ""}
        for n in range(b.count(60, 6))
    ] + [
        {"node": b.union.node.code, "kind": kind, "series": "", "title": title, "held_on": (b.today - (20 + n) * ONE).isoformat(), "ended_on": "", "at_place": place,
         "head_count": str(6 + 8 * n), "host": "", "venue": "", "state": ""}
        for n, (kind, title, place) in enumerate(((words.CARE, "慰问公安英烈家庭", "家属院"), (words.TELEMEDICINE, "矿区远程会诊", "北山矿")))
    ]  # fmt: skip
    b.table("activities", b.province, pl.DataFrame(visits))


def given(b) -> None:
    """Warmth and cooling of the city: lists made, approved and handed over by three people, and one still made up."""
    city = b.cities[0]
    fund = b.do(pay.declare_source, "zhou", at=b.year, node=b.province, code="BF-1", name="帮扶慰问资金", since=b.year)
    names = people(FIRST + 950_000, b.count(60, 6))["name"].to_list()
    for n, (kind, form, title) in enumerate(
        (
            (words.WARMTH, "资金", "春节送温暖"),
            (words.WARMTH, "物资", "送温暖米面油"),
            (words.COOLING, "物资", "高温送清凉"),
            (words.WARMTH, "资金", "冬季送温暖"),
        )
    ):
        on = b.today - (120 - 30 * n) * ONE
        rows = [[city.code, title, kind, "BF-1", str(on.year), form, name, str(300 + 100 * n)] for name in names]
        schema = ["node", "batch", "kind", "source", "award_year", "form", "payee", "amount"]
        with clock.at(on):
            b.table("payments", b.province, pl.DataFrame(rows, schema=schema, orient="row"))
        batch = PayBatch.objects.for_act("demo").get(title=title, source=fund)
        if n < 3:
            b.do(pay.approve, "gao", batch, at=on + ONE)
            b.do(pay.hand_over, "li", batch, at=on + 2 * ONE, on=on + 2 * ONE)


def helped(b) -> None:
    """Temporary help to a household, paid; money raised for warmth and for schooling; a letter."""
    on, county = b.today - 14 * ONE, b.counties[0]
    fund = Source.objects.for_act("demo").get(code="BF-1")
    person = people(FIRST + 900_100, 1).row(0, named=True)
    told = {"name": person["name"], "id_no": person["id_no"], "size": 3, "cause": "illness", "says": "突发重病。", "paper": picture()}
    household = b.do(acts.enter, "sun", at=on, node=b.union.node, **told)
    grant = {"sort": words.Sort.TEMPORARY, "year": on.year, "approval": f"东工帮〔{on.year}〕7号", "amount": Decimal(3000)}
    measure = b.do(file_acts.grant, "wang", at=on, household=household, **grant)
    told = {"kind": words.RELIEF, "title": "突发困难临时救助", "source": fund, "award_year": on.year}
    batch = b.do(pay.open_batch, "wang", at=on + ONE, node=county, **told)
    b.do(
        line_acts.add, "wang", at=on + ONE, batch=batch, payee=person["name"], amount=Decimal(3000), cause=measure.number, account_no="62220000667701"
    )
    b.do(pay.approve, "zheng", batch, at=on + 2 * ONE)
    b.do(pay.send, "hu", batch, at=on + 3 * ONE)
    b.do(pay.all_paid, "hu", batch, at=on + 4 * ONE, on=on + 4 * ONE, total=Decimal(3000))
    for n, kind in enumerate((words.WARMTH_RAISED, words.STUDY_RAISED)):
        got = {"kind": kind, "source": fund, "giver": "河州爱心企业联合会", "number": f"JZ{n + 1:05d}", "amount": Decimal(50_000), "on": on}
        receipt = b.do(receipt_acts.take_in, "hu", at=on, node=county, **got)
        b.do(receipt_acts.book_in, "zheng", receipt, at=on + ONE)
    letter = {"kind": words.PETITION, "channel": "letter", "title": "反映退休手续办理", "says": "来信反映退休手续办理时间较长。"}
    b.do(intake_acts.register, "wang", at=on, node=county, **letter)


def own(b, me) -> None:
    """A request that the union has taken in."""
    told = {"name": me.name, "id_no": me.id_no, "size": 3, "cause": "illness", "says": "配偶长期患病，家庭支出大。", "agree": True}
    household = b.do(acts.apply, "chen", at=b.today - 5 * ONE, node=b.union.node, **told)
    b.do(acts.accept, "sun", household, at=b.today - 3 * ONE)


_filed = [0]


def files(codes, filed: list[date], left: str = "", on: list[date] | None = None) -> list[dict]:
    """Household files at these nodes, filed on these days; all left in the same way, each on its day."""
    first, _filed[0] = _filed[0], _filed[0] + len(filed)
    workers = people(FIRST + first, len(filed)).select("name", "id_no").iter_rows(named=True)
    return [
        worker | {"node": codes[i % len(codes)], "phone": "", "size": "3", "cause": "illness", "category": "deep", "filed_on": filed[i].isoformat(),
                  "left_on": on[i].isoformat() if on else "", "left": left}
        for i, worker in enumerate(workers)
    ]  # fmt: skip


def file(ground: Ground, *groups: list[dict]) -> None:
    ground.table("households", pl.DataFrame([row for group in groups for row in group]))


def lifted(stage: Stage, number: int, start: date, end: date, *, closed: int = 0, staying: int = 0) -> None:
    """Households lifted out over a span, beside others in file then: closed for another reason, or staying."""
    ground, codes, before = stage.ground, stage.codes, start - timedelta(400)
    file(ground, files(codes, [before] * number, "lifted", days(start, end, number)))
    file(ground, files(codes, [before] * 2, "lifted", [start - ONE] * 2), files(codes, [end + ONE] * 2, "lifted", [end + ONE] * 2))
    file(ground, files(codes, [before], "closed", [start - ONE]), files(codes, [end + ONE]))
    file(ground, files(codes, [before] * closed, "closed", days(start, end, closed)), files(codes, [before] * staying))
    file(stage.beside, files(stage.others, [before] * 2, "lifted", [start, end]), files(stage.others, [before] * 2))


MOST_EACH = 5_000_000  # yuan of one measure; an act takes no more than ten million


def relief(stage: Stage, total: int, start: date, end: date) -> None:
    """Measures on files, each paid once; one granted and never paid, one paid next door, one the day after."""
    ground = stage.ground
    sums = money.shares(total, max(10, -(-total // MOST_EACH)))
    half = len(sums) // 2
    whose = measures(ground, stage.codes, [*sums, Decimal(900)], start - ONE)
    money.pay(ground, words.RELIEF, [("受助职工", amount, number) for amount, number in zip(sums[:half], whose, strict=False)], start)
    money.pay(
        ground,
        words.RELIEF,
        [("受助职工", amount, number) for amount, number in zip(sums[half:], whose[half:-1], strict=True)],
        end,
        node=ground.counties[0],
    )
    money.pay(ground, words.RELIEF, [("未付职工", Decimal(900), whose[-1])], end, until="approved")
    for where, codes, day in ((stage.beside, stage.others, start), (ground, stage.codes, end + ONE), (ground, stage.codes, start - ONE)):
        (number,) = measures(where, codes, [Decimal(800)], day)
        money.pay(where, words.RELIEF, [("别处职工", Decimal(800), number)], day)


def measures(ground: Ground, codes, sums, on: date) -> list[str]:
    """Temporary help granted to households that have just applied; the numbers of the measures."""
    node, made = builders.union_of(codes[0]).node, []
    first, _filed[0] = _filed[0], _filed[0] + len(sums)
    with clock.at(on):
        for worker, amount in zip(people(FIRST + first, len(sums)).iter_rows(named=True), sums, strict=True):
            told = {"name": worker["name"], "id_no": worker["id_no"], "size": 2, "cause": "illness", "says": "x", "paper": picture()}
            household = do(acts.enter, SYSTEM, node=node, **told).subject
            grant = {"sort": words.Sort.TEMPORARY, "year": on.year, "approval": f"帮〔{on.year}〕1号", "amount": amount}
            made.append(do(file_acts.grant, ground.officer, household=household, **grant).subject.number)
    return made


def cooling(stage: Stage, units: int, heads: int, total: int, start: date, end: date) -> None:
    """Visits to sites with their heads, and goods for them."""
    each = [heads // units + (i < heads % units) for i in range(units)]
    same = {"kind": words.COOL_VISIT}
    builders.held(stage.ground, stage.codes, days(start, end, units), heads=each, **same)
    builders.held_decoys(stage.ground, stage.beside, stage.codes, stage.others, start, end, **same)
    money.paid(stage.ground, words.COOLING, total, 20, start, end, form="goods")
    money.paid_decoys(stage.ground, stage.beside, words.COOLING, start, end)


def yanan(stage: Stage, n) -> None:
    start, end = date(2020, 1, 1), date(2024, 12, 31)
    if n("YA-038"):
        for kind in words.SEASONS[: n("YA-038")]:
            for year in (2021, 2022):
                builders.plan(stage.ground, stage.ground.root, kind, f"{year}年{kind}", date(year, 3, 1), date(year, 9, 1))
        builders.plan(stage.beside, stage.beside.root, words.SEASONS[0], "邻省", date(2021, 3, 1), date(2021, 9, 1))
    if n("YA-044"):
        cooling(stage, n("YA-044"), n("YA-045") or 20_000, n("YA-046") or 5_813_100, start, end)
    if n("YA-049") or n("YA-050"):
        count, total = n("YA-049") or 40, n("YA-050") or 28_288_000
        money.paid(stage.ground, words.WARMTH, total // 2, count // 2, start, end)
        money.paid(stage.ground, words.WARMTH, total - total // 2, count - count // 2, start, end, form="goods")
        money.paid_decoys(stage.ground, stage.beside, words.WARMTH, start, end)
    if n("YA-051"):
        relief(stage, n("YA-051"), start, end)
    if n("YA-052"):
        lifted(stage, n("YA-052"), start, end, closed=2, staying=2)


def guizhou(stage: Stage, n) -> None:
    start, end = date(2019, 1, 1), date(2023, 12, 31)
    if n("GZ-056"):
        relief(stage, n("GZ-056"), start, end)
    if n("GZ-057"):
        done = 40 * n("GZ-057") // 100
        lifted(stage, done, start, end, staying=40 - done)
    if n("GZ-058"):
        whole = n("GZ-058")
        for where, kind, amount, day, book in (
            (stage.ground, words.WARMTH_RAISED, whole // 3, start, True), (stage.ground, words.STUDY_RAISED, whole - whole // 3, end, True),
            (stage.ground, words.WARMTH_RAISED, 700, start - ONE, True), (stage.ground, words.STUDY_RAISED, 700, end + ONE, True),
            (stage.ground, words.WARMTH_RAISED, 700, end, False), (stage.ground, "other", 700, end, True), (stage.beside, words.STUDY_RAISED, 700, end, True),
        ):  # fmt: skip
            raised(where, kind, amount, day, book)
    if n("GZ-059"):
        money.paid(stage.ground, words.WARMTH, 500 * n("GZ-059"), n("GZ-059"), start, end)
        money.paid_decoys(stage.ground, stage.beside, words.WARMTH, start, end)


def raised(ground: Ground, kind: str, amount: int, on: date, book: bool) -> None:
    """Money that came in for a purpose; what nobody has booked does not count."""
    ground.serial += 1
    given = {"giver": "爱心企业", "number": f"R{ground.serial}", "amount": Decimal(amount), "on": on}
    receipt = do(receipt_acts.take_in, SYSTEM, node=ground.root, kind=kind, source=money.source(ground), **given).subject
    if book:
        do(receipt_acts.book_in, ground.officer, receipt)


REPLAY = {"yanan": yanan, "guizhou": guizhou}
