"""Dues given back, county support and outside assessments in the demo federation, and what their claims ask for."""

from datetime import date, timedelta
from decimal import Decimal

import polars as pl

from gonghui.commons.money import acts as money
from gonghui.commons.money import line_acts, receipt_acts
from gonghui.commons.money.line_acts import accounts_of
from gonghui.commons.money.models import PayBatch
from gonghui.commons.parties.models import Employer
from gonghui.commons.registers import acts as registers
from gonghui.commons.tasks import acts as tasks
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.tree.models import Node
from gonghui.lines.organization.orgs.models import Coverage
from gonghui.lines.treasury.finance import acts, asset_acts
from gonghui.lines.treasury.finance.models import PayerMonth
from gonghui.rehearsal.people import credit_code
from gonghui.rehearsal.replay.money import go_out, passed_on, shares, source

ONE, PIECE, MOST = timedelta(days=1), 5000, 9_900
FIRST_CODE = 70_000_000
_firms = [0]


def firms(ground, count: int) -> list[str]:
    """Employers of a ground, by their codes."""
    first, _firms[0] = _firms[0], _firms[0] + count
    codes = [credit_code(FIRST_CODE + first + i) for i in range(count)]

    def make(ctx):
        rows = [Employer(uscc=code, name=f"小微企业{first + i}", node=ground.root, since=date(2012, 1, 1)) for i, code in enumerate(codes)]
        for row in rows:
            row.sought = row.name
        Employer.objects.for_act("replay").bulk_create(rows, batch_size=500)
        ctx.note_many(Employer, [(row.pk, row.node_id, "", "", {}) for row in rows])

    by_house("replay.employers", make)
    return codes


def months(ground, codes, payers, year: int, sums) -> list[int]:
    """One month of each of these payers, paid upward so much; return the numbers of the months."""
    first, ground.serial = ground.serial, ground.serial + len(sums)
    frame = pl.DataFrame(
        {
            "union": [codes[i % len(codes)] for i in range(len(sums))], "uscc": payers[: len(sums)], "month": f"{year}-03",
            "wages": [str(one * 125) for one in sums], "received": [str(one * 5 / 2) for one in sums], "upward": [str(one) for one in sums],
            "voucher": [f"{ground.code}-V{first + i}" for i in range(len(sums))], "received_on": f"{year}-04-12",
        }
    ).with_columns(pl.col("received").str.to_decimal(scale=2).cast(pl.String))  # fmt: skip
    with clock.at(date(year, 12, 1)):
        ground.table("payer_months", frame)
        do(acts.classify, SYSTEM, node=ground.root, year=year)
    rows = PayerMonth.objects.for_act("replay").filter(voucher__startswith=f"{ground.code}-V", state="small", year=year)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def with_accounts(ground, codes) -> None:
    """An account for each union, once."""
    nodes = Node.objects.for_act("replay").filter(code__in=codes)
    known = accounts_of(nodes)
    for i, node in enumerate(nodes):
        if node.pk not in known:
            do(line_acts.note_account, SYSTEM, node=node, bank="工商银行", account_no=f"2605{ground.root.pk:06d}{i:08d}")


def rebates(ground, codes, payers, year: int, sums, on: date, until: str = "paid") -> PayBatch:
    """What small payers paid upward in a year, given back on a day; to the accounts of their unions."""
    pks = months(ground, codes, payers, year, sums)
    with_accounts(ground, codes)
    with clock.at(on):
        batch = do(
            money.open_batch,
            SYSTEM,
            node=ground.root,
            kind="dues_rebate",
            title=f"{year}年返还{ground.serial}",
            source=source(ground),
            award_year=year,
        ).subject
        for i in range(0, len(pks), PIECE):
            do(acts.rebate, SYSTEM, pks[i : i + PIECE], batch=batch)
    return go_out(PayBatch.objects.for_act("replay").get(pk=batch.pk), on, until)


def rebated(stage, total: int, years) -> None:
    """A sum given back over the years, each payer's year below the threshold; the last day is the last year's."""
    count = max(-(-total // MOST), len(years))
    sums, each = shares(total, count), -(-count // len(years))
    payers = firms(stage.ground, each + 3)
    for i, year in enumerate(years):
        rebates(stage.ground, stage.codes, payers, year, sums[i * each : (i + 1) * each], date(year, 12, 31))
    last = years[-1]
    # one at the threshold, one paid the day after, one never paid, one next door
    assert not months(stage.ground, stage.codes, payers[-3:], last, [Decimal(10_000)])
    rebates(stage.ground, stage.codes, payers[-2:], last - 1, [Decimal(500)], date(last + 1, 1, 1))
    rebates(stage.ground, stage.codes, payers[-1:], last - 1, [Decimal(600)], date(last, 12, 31), until="approved")
    rebates(stage.beside, stage.others, firms(stage.beside, 1), last, [Decimal(700)], date(last, 6, 30))


def shaanxi(stage, n) -> None:
    if n("SN-014"):
        rebated(stage, n("SN-014"), range(2021, 2024))
    if n("SN-064"):
        ground, counties = stage.ground, stage.ground.counties
        for county, amount in zip(counties, shares(n("SN-064"), len(counties)), strict=True):
            passed_on(ground, "county_support", county, amount, date(2023, 12, 31) if county is counties[-1] else date(2023, 5, 6))
        for until in ("listed", "approved"):
            passed_on(ground, "county_support", counties[0], 900, date(2023, 6, 1), until=until)
        passed_on(ground, "county_support", counties[0], 901, date(2022, 12, 31))
        passed_on(ground, "county_support", counties[0], 902, date(2024, 1, 1))
        passed_on(ground, "subsidy", counties[0], 903, date(2023, 6, 1))
        passed_on(stage.beside, "county_support", stage.beside.counties[0], 904, date(2023, 6, 1))


def guizhou(stage, n) -> None:
    ground, beside = stage.ground, stage.beside
    if n("GZ-020"):
        rebated(stage, n("GZ-020"), range(2019, 2024))

    def award(at, kind, year, rank, issuer="全国总工会"):
        do(
            registers.enter,
            SYSTEM,
            node=at.root,
            kind=kind,
            title=f"{year}年度考核",
            since=date(year + 1, 3, 1),
            year=year,
            issuer=issuer,
            quantity=rank,
            unit="等",
        )

    if n("GZ-077"):
        for year in range(2024 - n("GZ-077"), 2024):
            award(ground, "audit_award", year, 0 if year % 2 else 1)
        award(ground, "audit_award", 2017, 1)
        award(ground, "audit_award", 2024, 1)
        award(beside, "audit_award", 2022, 1)
    for i in range(n("GZ-078")):
        award(ground, "finance_award", 2020 + i, 1)
    if n("GZ-078"):
        award(ground, "finance_award", 2024, 1)
        award(beside, "finance_award", 2021, 1)


REPLAY = {"shaanxi": shaanxi, "guizhou": guizhou}


def demo(b) -> None:
    """Money on its ways: a list in each state, receipts, a transfer under way, an audit with its measures, assets."""
    day, county, fund = timedelta(days=1), b.counties[0], None
    fund = b.do(money.declare_source, "zhou", at=b.year, node=b.province, code="JF-1", name="本级工会经费", since=b.year)
    for i, (steps, kind) in enumerate(((0, "other"), (1, "other"), (2, "expense"), (4, "expense"), (5, "other"))):
        on = b.today - (60 - 10 * i) * day
        batch = b.do(
            money.open_batch,
            "wang",
            at=on,
            node=county,
            kind=kind,
            title=f"{('春节', '元宵', '五一', '端午', '国庆')[i]}慰问",
            source=fund,
            award_year=on.year,
        )
        for j in range(b.count(40, 4)):
            b.do(
                line_acts.add, "wang", at=on, batch=batch, payee=f"{'赵钱孙李周吴郑王'[j % 8]}师傅{j}", amount=Decimal(300 + 50 * (j % 5)),
                account_no=f"622202{i:04d}{j:06d}",
            )  # fmt: skip
        batch.refresh_from_db()
        ways = (
            (money.approve, "zheng", {}), (money.send, "hu", {}), (money.all_paid, "hu", {"on": on + 3 * day, "total": batch.total}),
            (money.reconcile, "zheng", {"statement": batch.total}), (None, "", {}),
        )  # fmt: skip
        for step, (act, who, more) in enumerate(ways[:steps]):
            if act:
                b.do(act, who, batch, at=on + (step + 1) * day, **more)
    for i in range(3):
        got = b.do(
            receipt_acts.take_in, "hu", at=b.today - (30 - i) * day, node=county, kind="dues", source=fund, giver=f"企业{i}", number=f"SJ{i:05d}",
            amount=Decimal(20_000 + i), on=b.today - (31 - i) * day,
        )  # fmt: skip
        if i:
            b.do(receipt_acts.book_in, "zheng", got, at=b.today - 20 * day)
    passing = b.do(
        receipt_acts.allot, "zhou", at=b.today - 15 * day, node=b.province, kind="county_support", to=county, source=fund, purpose="县级工会建设",
        year=b.today.year, amount=Decimal(500_000),
    )  # fmt: skip
    b.do(receipt_acts.approve_transfer, "gao", passing, at=b.today - 14 * day)
    used(b, county, fund)
    dues(b, county, fund)
    audit = b.do(
        tasks.open_list,
        "li",
        at=b.today - 50 * day,
        node=b.cities[0],
        kind="audit",
        title="上年度经费审计整改",
        origin="audit",
        on=b.today - 50 * day,
    )
    found = b.do(tasks.find, "li", at=b.today - 49 * day, tasks_of=audit, title="慰问品签领不全", on=b.today - 49 * day, area="支出")
    measure = b.do(tasks.set_, "li", at=b.today - 48 * day, tasks_of=audit, title="补齐签领单", due_on=b.today + 10 * day, finding=found)
    b.do(tasks.assign, "li", measure, at=b.today - 47 * day, node=county)
    told = {"title": "修订慰问经费管理办法", "due_on": b.today + 10 * day, "finding": found}
    done = b.do(tasks.set_, "li", at=b.today - 48 * day, tasks_of=audit, **told)
    b.do(tasks.assign, "li", done, at=b.today - 47 * day, node=county)
    b.do(tasks.report_result, "wang", done, at=b.today - 30 * day, result="办法已修订印发。", on=b.today - 30 * day)
    b.do(tasks.close, "li", done, at=b.today - 28 * day)
    b.do(tasks.note_outcome, "li", done, at=b.today - 27 * day, outcome="use", title="审计结果列入县级工会年度考核", on=b.today - 27 * day)
    asset = b.do(
        asset_acts.ask_asset,
        "wang",
        at=b.today - 30 * day,
        node=county,
        name="会议室投影机",
        sort="equipment",
        value=Decimal(6800),
        purpose="职工培训",
    )
    b.do(asset_acts.approve_asset, "li", asset, at=b.today - 28 * day)
    for n, name in enumerate(("户外劳动者服务站空调", "旧打印机")):
        on = b.today - (90 - 10 * n) * day
        more = {"name": name, "sort": "equipment", "value": Decimal(4200), "purpose": "办公和服务"}
        bought = b.do(asset_acts.ask_asset, "wang", at=on, node=county, **more)
        b.do(asset_acts.approve_asset, "li", bought, at=on + day)
        b.do(
            asset_acts.book_asset,
            "zheng",
            bought,
            at=on + 2 * day,
            number=f"GC-{n + 1:03d}",
            value=Decimal(4180),
            on=on + 2 * day,
            at_place="区总工会",
        )
        if n:
            b.do(asset_acts.ask_disposal, "wang", bought, at=on + 40 * day, way_out="报废")
            b.do(asset_acts.approve_disposal, "li", bought, at=on + 41 * day)
            b.do(asset_acts.dispose, "zheng", bought, at=on + 45 * day, on=on + 45 * day, proceeds=Decimal(120))
    b.do(
        asset_acts.ask_asset,
        "wang",
        at=b.today - 3 * day,
        node=county,
        name="流动服务车",
        sort="vehicle",
        value=Decimal(180_000),
        purpose="户外劳动者服务",
    )


def used(b, county, fund) -> None:
    """Support of a county that has come and been used, and a grant of the province's own, each paid by a third hand."""
    on = b.today - 75 * ONE
    b.account("8802", "白雪", "cashier", b.province, "省总工会出纳")
    b.accounts.pop()  # a number for a login: nobody is asked to sign in as them
    told = {"kind": "county_support", "to": county, "source": fund, "purpose": "县级工会建设", "year": on.year, "amount": Decimal(300_000)}
    passed = b.do(receipt_acts.allot, "zhou", at=on, node=b.province, **told)
    for n, (act, who, more) in enumerate(
        (
            (receipt_acts.approve_transfer, "gao", {}),
            (receipt_acts.pass_on, "8802", {}),
            (receipt_acts.confirm_transfer, "wang", {}),
            (receipt_acts.report_use, "wang", {"used": Decimal(268_000)}),
        )
    ):
        b.do(act, who, passed, at=on + (1 + 9 * n) * ONE, **more)
    told = {"kind": "other", "title": "省级机关走访慰问", "source": fund, "award_year": on.year}
    batch = b.do(money.open_batch, "zhou", at=on, node=b.province, **told)
    b.do(line_acts.add, "zhou", at=on, batch=batch, payee="赵师傅", amount=Decimal(1000), account_no="6222020000990001")
    b.do(money.approve, "gao", batch, at=on + ONE)
    b.do(money.hand_over, "8802", batch, at=on + 2 * ONE, on=on + 2 * ONE)


def dues(b, county, fund) -> None:
    """What two firms of the county paid for a month, small by the year's sum, and given back to their unions."""
    on = b.today - 70 * ONE
    firms_of = Coverage.objects.for_act("demo").filter(until=None, union__node__path__startswith=county.path, union__node__kind="single")
    rows = []
    for n, row in enumerate(firms_of.select_related("employer", "union__node").order_by("pk")[:2]):
        told = {"wages": Decimal(90_000), "received": Decimal(1800), "upward": Decimal(720), "voucher": f"DX-{n + 1:04d}"}
        month = {"employer": row.employer, "month": on.replace(day=1), "received_on": on}
        rows.append(b.do(acts.receive_dues, "zheng", at=on, node=row.union.node, **month, **told))
        b.do(line_acts.note_account, "wang", at=on, node=row.union.node, bank="工商银行", account_no=f"26050001{n + 1:08d}")
    b.do(acts.classify, "zheng", at=on + 20 * ONE, node=county, year=on.year)
    told = {"kind": "dues_rebate", "title": "小额缴费工会经费返还", "source": fund, "award_year": on.year}
    batch = b.do(money.open_batch, "wang", at=on + 21 * ONE, node=county, **told)
    b.do(acts.rebate, "wang", [row.pk for row in rows], at=on + 21 * ONE, batch=batch)
    b.do(money.approve, "zheng", batch, at=on + 22 * ONE)
    b.do(money.hand_over, "hu", batch, at=on + 23 * ONE, on=on + 23 * ONE)
