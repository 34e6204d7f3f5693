"""Mutual aid and the one-day donation of the demonstration, and what the published figures come from."""

from datetime import date, timedelta
from decimal import Decimal

import polars as pl

from gonghui.commons.money import acts as pay
from gonghui.commons.money import line_acts, receipt_acts
from gonghui.commons.money.models import PayBatch, Source
from gonghui.commons.registers import acts as registers
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.welfare.mutual_aid import acts, claim_acts, words
from gonghui.lines.welfare.mutual_aid.models import Claim, PlanYear, Roster
from gonghui.rehearsal.replay import builders, money

ONE = timedelta(days=1)
JOINED = date(2018, 5, 1)
PIECE = 5000
MUTUAL, DONATION = words.Fund.MUTUAL.value, words.Fund.DONATION.value


def demo(b) -> None:
    """A plan year: unions listed and paid for, one roster waiting; claims in each state; a day's donation and its relief."""
    day, city = b.year + ONE, b.cities[0]
    fund = b.do(pay.declare_source, "zhou", at=b.year, node=b.province, code="HZ-1", name="职工互助资金", since=b.year)
    plan, gift = (
        b.do(acts.declare_year, "zhou", at=b.year, node=b.province, fund=kind, code=code, name=name, since=b.year, until=b.year + 400 * ONE, wait_days=30)
        for kind, code, name in ((MUTUAL, "HZ-YL", "职工医疗互助年度计划"), (DONATION, "HZ-JK", "互助一日捐"))
    )  # fmt: skip
    people = b.members(b.counties[0], b.count(300, 9))
    rows = pl.DataFrame([{"node": b.union.node.code, "year": plan.code, "name": p.name, "id_no": p.id_no} for p in people])
    with clock.at(day):
        b.table("mutual_roster", b.province, rows)
        b.table("mutual_roster", b.province, rows.with_columns(pl.lit(gift.code).alias("year")))
    for roster in Roster.objects.for_act("demo").filter(node=b.union.node, state="listed").select_related("year"):
        money_in(b, roster, fund, day)
    later = b.members(b.cities[1], 3)
    b.do(acts.list_people, "sun", at=b.today - 2 * ONE, node=b.union.node, year=plan, people=later)
    for n, person in enumerate(people[:8]):
        on = b.today - (60 - 4 * n) * ONE
        told = {
            "event": "illness" if n % 3 else "accident",
            "admitted_on": on,
            "discharged_on": on + 5 * ONE,
            "cost": Decimal(18_000 + 700 * n),
            "own_paid": Decimal(6000),
        }
        claim = b.do(
            claim_acts.enter,
            "sun",
            at=on + 8 * ONE,
            node=b.union.node,
            year=gift if n == 7 else plan,
            person=person,
            account_no="6217000012345678",
            **told,
        )
        if n == 1:
            b.do(claim_acts.ask_supplement, "wang", claim, at=on + 9 * ONE, why="缺医保结算单")
        for act, who, more in ((claim_acts.accept, "wang", {}), (claim_acts.review, "wang", {"amount": Decimal(400 + 60 * n)})) if n > 2 else ():
            claim = b.do(act, who, claim, at=on + 10 * ONE, **more)
        if n == 3:
            b.do(claim_acts.refuse, "li", claim, at=on + 11 * ONE, why="材料与病历不符")
        if n > 4:
            b.do(claim_acts.approve, "li", [claim], at=on + 12 * ONE)
        if n > 5:
            batch = b.do(
                pay.open_batch,
                "li",
                at=on + 13 * ONE,
                node=city,
                kind=words.PAID_AS[claim.fund],
                title=f"互助给付第{n}批",
                source=fund,
                award_year=on.year,
            )
            b.do(claim_acts.pay, "li", [claim], at=on + 13 * ONE, batch=batch)
            b.do(pay.approve, "gao", batch, at=on + 14 * ONE)
            b.do(pay.hand_over, "zhou", batch, at=on + 15 * ONE, on=on + 15 * ONE)
    on = b.today - 25 * ONE
    told = {"kind": words.SOLACE, "title": "住院职工互助慰问", "source": fund, "award_year": on.year}
    batch = b.do(pay.open_batch, "li", at=on, node=city, **told)
    first = Claim.objects.for_act("demo").filter(state="listed").order_by("pk").first()
    told = {"person": first.person, "amount": Decimal(500), "cause": str(first.pk)}
    b.do(line_acts.add, "li", at=on, batch=batch, **told)
    b.do(pay.approve, "gao", batch, at=on + ONE)
    b.do(pay.hand_over, "zhou", batch, at=on + 2 * ONE, on=on + 2 * ONE)
    told = {"kind": words.ACCOUNT, "title": "互助一日捐收支公布", "since": b.today - 30 * ONE, "issuer": city.name}
    b.do(registers.enter, "li", at=b.today - 30 * ONE, node=city, **told)


def money_in(b, roster, fund, on: date) -> None:
    """The money of a roster comes in, is booked by another, and matched."""
    told = {
        "kind": words.TAKEN_AS[roster.fund],
        "source": fund,
        "giver": roster.node.name,
        "number": f"HZ{roster.pk}",
        "amount": roster.total,
        "on": on,
    }
    receipt = b.do(receipt_acts.take_in, "wang", at=on, node=b.counties[0], **told)
    receipt = b.do(receipt_acts.book_in, "zheng", receipt, at=on + ONE)
    b.do(acts.bring_in, "wang", roster, at=on + ONE, receipt=receipt)


def own(b, me) -> None:
    """Covered for the year, with a request the window has taken in."""
    plan, fund = PlanYear.objects.for_act("demo").get(code="HZ-YL"), Source.objects.for_act("demo").get(code="HZ-1")
    there = Roster.objects.for_act("demo").filter(node=b.union.node, year=plan, state="listed").first()
    if there:
        b.do(acts.drop, "sun", there, why="重新报送名单")
    (roster,) = [b.do(acts.list_people, "sun", at=b.year + 2 * ONE, node=b.union.node, year=plan, people=[me])]
    money_in(b, roster, fund, b.year + 3 * ONE)
    on = b.today - 30 * ONE
    told = {
        "event": "illness",
        "admitted_on": on,
        "discharged_on": on + 6 * ONE,
        "cost": Decimal(15_600),
        "own_paid": Decimal(4200),
        "says": "肺炎住院",
    }
    claim = b.do(claim_acts.file, "chen", at=on + 9 * ONE, node=b.union.node, year=plan, account_no="6217000087654321", **told)
    b.do(claim_acts.accept, "wang", claim, at=on + 11 * ONE)


def plan_year(ground, fund: str, year: int, mark: str = "") -> PlanYear:
    """A plan year, or a campaign of the donation, of one calendar year."""
    told = {"since": date(year, 1, 1), "until": date(year, 12, 31), "wait_days": 0, "file_days": 3660, "cap": Decimal(9_000_000)}
    with clock.at(date(year, 1, 1)):
        return do(
            acts.declare_year,
            SYSTEM,
            node=ground.root,
            fund=fund,
            code=f"{ground.code}-{fund}-{year}{mark}"[-24:],
            name=f"{year}年{fund}{mark}",
            **told,
        ).subject


def listed(ground, year: PlanYear, units, people: pl.DataFrame, sums, on: date, *, paid: bool = True) -> None:
    """People on the rosters of these units, as a table; the money for each roster comes on a day."""
    frame = people.select("name", "id_no").with_columns(
        pl.Series("node", [units[i % len(units)] for i in range(len(people))]), pl.lit(year.code).alias("year"), pl.Series("amount", list(map(str, sums)), dtype=pl.String)
    )  # fmt: skip
    with clock.at(on):
        ground.table("mutual_roster", frame)
        for roster in Roster.objects.for_act("replay").filter(year=year, state="listed").select_related("node") if paid else ():
            do(acts.bring_in, SYSTEM, roster, receipt=came_in(ground, words.TAKEN_AS[year.fund], roster.node, roster.total, on))


def came_in(ground, kind: str, node, amount, on: date, *, booked: bool = True):
    ground.serial += 1
    told = {"kind": kind, "source": money.source(ground), "giver": node.name, "number": f"H{ground.serial}", "amount": amount, "on": on}
    receipt = do(receipt_acts.take_in, SYSTEM, node=node, **told).subject
    return do(receipt_acts.book_in, SYSTEM, receipt).subject if booked else receipt


def claimed(ground, year: PlanYear, unit: str, people: pl.DataFrame, sums, on: date, *, until: str = "paid") -> list[int]:
    """Claims as the window has assessed them, approved and paid on a day; return their numbers."""
    if not len(people):
        return []
    frame = people.select("name", "id_no").with_columns(
        pl.lit(unit).alias("node"), pl.lit(year.code).alias("year"), pl.lit("accident").alias("event"), pl.lit(on.isoformat()).alias("admitted_on"),
        pl.lit("90000000").alias("cost"), pl.lit("90000000").alias("own_paid"), pl.Series("amount", list(map(str, sums)), dtype=pl.String),
        pl.lit("6217000012345678").alias("account_no"),
    )  # fmt: skip
    with clock.at(on):
        ground.table("mutual_claims", frame)
        pks = list(Claim.objects.for_act("replay").filter(year=year, state="reviewed", admitted_on=on).order_by("pk").values_list("pk", flat=True))
        if until == "reviewed":
            return pks
        ground.serial += 1
        told = {"kind": words.PAID_AS[year.fund], "title": f"互助给付{ground.serial}", "source": money.source(ground), "award_year": on.year}
        batch = do(pay.open_batch, SYSTEM, node=ground.root, **told).subject
        for i in range(0, len(pks), PIECE):
            do(claim_acts.approve, SYSTEM, pks[i : i + PIECE])
            do(claim_acts.pay, SYSTEM, pks[i : i + PIECE], batch=batch)
    money.go_out(PayBatch.objects.for_act("replay").get(pk=batch.pk), on, until)
    return pks


def run(stage, years, parts: int, income: int, claims: int, payouts: int, last: date, *, solace: int = 0, cumulative: bool = False) -> None:
    """So many participations, contributions, paid claims and yuan over the years; the last claims are paid on the last day."""
    ground, unit = stage.ground, stage.codes[0]
    each, most = money.shares(income, parts), -(-parts // len(years))
    named = ground.members.filter(pl.col("id_no") != "") if ground.members is not None else ()
    known = len(named) >= most
    people = named.head(most) if known else builders.members(ground, [unit], [JOINED] * most)
    sums, spent = money.shares(payouts - solace, claims), 0
    for n, year in enumerate(years):
        plan, mine = plan_year(ground, MUTUAL, year), each[n :: len(years)]
        listed(ground, plan, [unit], people.head(len(mine)), mine, date(year, 1, 1))
        paid, round_ = sums[n :: len(years)], 0
        while paid:  # somebody may fall ill more than once a year
            now, paid = paid[: len(mine)], paid[len(mine) :]
            day = last if year == last.year and not paid else date(year, 3, 1) + round_ * ONE
            pks, round_ = claimed(ground, plan, unit, people.head(len(now)), now, day), round_ + 1
        spent = pks[0] if n == 0 else spent
    if solace:
        money.pay(ground, words.SOLACE, [("慰问对象", Decimal(solace), spent)], date(years[0], 6, 1))
    around(stage, years, people.head(3), last, cumulative)
    if not known:
        builders.leave(ground, people, [last + 20 * ONE] * len(people))  # so that members are counted without them


def around(stage, years, people: pl.DataFrame, last: date, cumulative: bool) -> None:
    """What must not count: next door, the year before (but of what is told from the beginning), the days after, a roster nobody paid, a claim nobody paid, a donation."""
    ground, beside, few = stage.ground, stage.beside, [Decimal(50)] * 3
    others = builders.members(beside, stage.others[:1], [JOINED] * 3)
    before = [] if cumulative else [(ground, stage.codes[0], people, years[0] - 1)]
    for where, unit, whom, year in ((beside, stage.others[0], others, years[0]), *before):
        plan = plan_year(where, MUTUAL, year, "旁")
        listed(where, plan, [unit], whom, few, date(year, 1, 5))
        claimed(where, plan, unit, whom, few, date(year, 4, 5))
    late = last + ONE
    plan = plan_year(ground, MUTUAL, late.year, "后")
    listed(ground, plan, stage.codes[:1], people, few, late)
    claimed(ground, plan, stage.codes[0], people, few, late + ONE)
    plan = plan_year(ground, MUTUAL, years[0], "未")
    listed(ground, plan, stage.codes[:1], people, few, date(years[0], 5, 1), paid=False)
    for until, day in (("reviewed", 7), ("approved", 8)):
        claimed(ground, PlanYear.objects.for_act("replay").get(node=ground.root, fund=MUTUAL, name=f"{years[0]}年{MUTUAL}"), stage.codes[0], people.head(1), few[:1],
            date(years[0], 9, day), until=until)  # fmt: skip
    plan = plan_year(ground, DONATION, years[0], "捐")
    listed(ground, plan, stage.codes[:1], people, few, date(years[0], 5, 20))
    claimed(ground, plan, stage.codes[0], people, few, date(years[0], 6, 20))


def yanan(stage, n) -> None:
    if n("YA-058"):
        run(stage, range(2020, 2025), n("YA-058"), n("YA-059") or 1000, n("YA-061") or 5, n("YA-060") or 500, date(2024, 12, 31))


def guizhou(stage, n) -> None:
    if n("GZ-061"):
        total = n("GZ-063") or 1000
        run(stage, range(2019, 2024), n("GZ-061"), 60 * n("GZ-061"), n("GZ-062") or 5, total, date(2023, 11, 30), solace=total // 10, cumulative=True)


def hebei(stage, n) -> None:
    """One campaign everybody gives in, another some of them give in again; relief to persons, some of them helped twice."""
    if not n("HB-022"):
        return
    ground, beside, unit, last = stage.ground, stage.beside, stage.codes[0], date(2023, 12, 31)
    people = builders.members(ground, [unit], [JOINED] * n("HB-022"))
    total, again = n("HB-021") or n("HB-022"), 2
    main, second = plan_year(ground, DONATION, 2023), plan_year(ground, DONATION, 2023, "再")
    listed(ground, main, [unit], people, money.shares(total - again, len(people)), date(2023, 1, 1))
    listed(ground, second, [unit], people.head(again), [Decimal(1)] * again, last)
    helped = people.head(n("HB-023") or 2)
    claimed(ground, main, unit, helped, [Decimal(1000)] * len(helped), date(2023, 1, 1))
    claimed(ground, main, unit, helped.head(2), [Decimal(900)] * 2, last)
    few, spare, day = people.tail(1), builders.members(ground, [unit], [JOINED]), [Decimal(33)]
    others = builders.members(beside, stage.others[:1], [JOINED])
    for where, code, whom, on in (
        (ground, unit, spare, date(2022, 12, 31)),
        (ground, unit, spare, date(2024, 1, 1)),
        (beside, stage.others[0], others, last),
    ):
        plan = plan_year(where, DONATION, on.year, "旁")
        listed(where, plan, [code], whom, day, on)
        claimed(where, plan, code, whom, day, on)
    claimed(ground, main, unit, few, day, date(2023, 9, 9), until="approved")
    listed(ground, plan_year(ground, DONATION, 2023, "未"), [unit], few, day, date(2023, 9, 9), paid=False)
    mutual = plan_year(ground, MUTUAL, 2023)
    listed(ground, mutual, [unit], few, day, date(2023, 2, 1))
    came_in(ground, words.GIFT, ground.root, Decimal(5), last, booked=False)
    builders.leave(ground, people, [date(2024, 1, 20)] * len(people))


REPLAY = {"yanan": yanan, "guizhou": guizhou, "hebei": hebei}
MEANS = {(f"mutual_aid.{key}", "guizhou"): f"mutual_aid.{key}@pooled" for key in ("participations", "beneficiaries", "payouts")}
