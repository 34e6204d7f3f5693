"""Study aid in the demo federation, and what its claims ask for."""

from datetime import date, timedelta
from decimal import Decimal

import polars as pl

from gonghui.commons.money import acts as money
from gonghui.commons.money.models import PayBatch
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.welfare.scholarships import acts
from gonghui.lines.welfare.scholarships.models import Student
from gonghui.rehearsal.replay.money import go_out, shares, source

from .aid import picture

AUTUMN, DREAM = "study_aid", "study_subsidy"
PIECE = 5000


def students(ground, codes, aid: str, year: int, sums, *, named: str = "学生") -> list[int]:
    """Requests of one year, checked by the unions and approved as proposed; return their numbers."""
    first, ground.serial = ground.serial, ground.serial + len(sums)
    frame = pl.DataFrame(
        {
            "node": [codes[i % len(codes)] for i in range(len(sums))], "aid": aid, "year": str(year), "name": [f"{named}{first + i}" for i in range(len(sums))],
            "worker": [f"职工{first + i}" for i in range(len(sums))], "id_no": "", "school": "河州大学", "level": "bachelor", "family": "hardship",
            "amount": [str(one) for one in sums], "account_no": [f"6217{first + i:012d}" for i in range(len(sums))],
        }
    )  # fmt: skip
    with clock.at(date(year, 8, 20)):
        before = set(Student.objects.for_act("replay").values_list("pk", flat=True).filter(aid=aid, year=year))
        ground.table("students", frame)
        pks = [
            pk for pk in Student.objects.for_act("replay").filter(aid=aid, year=year).order_by("pk").values_list("pk", flat=True) if pk not in before
        ]
        for i in range(0, len(pks), PIECE):
            do(acts.approve_many, SYSTEM, pks[i : i + PIECE])
    return pks


def granted(ground, codes, aid: str, year: int, sums, *, on: date | None = None, until: str = "paid") -> PayBatch:
    """Students of one year, on a list of their own that goes out on a day."""
    pks, day = students(ground, codes, aid, year, sums), on or date(year, 9, 10)
    node = ground.counties[year % len(ground.counties)]
    with clock.at(day):
        batch = do(
            money.open_batch, SYSTEM, node=node, kind=aid, title=f"{year}年助学{ground.serial}", source=source(ground), award_year=year,
        ).subject  # fmt: skip
        for i in range(0, len(pks), PIECE):
            do(acts.pay, SYSTEM, pks[i : i + PIECE], batch=batch)
    return go_out(PayBatch.objects.for_act("replay").get(pk=batch.pk), day, until)


def over(stage, aid: str, count: int, total: int, years) -> None:
    """So many grants of so much together, over the years; the last year's are paid on its last day."""
    sums = shares(total, count)
    for i, year in enumerate(years):
        mine = sums[i :: len(years)]
        if mine:
            granted(stage.ground, stage.codes, aid, year, mine, on=date(year, 12, 31) if year == years[-1] else None)


def decoys(stage, aid: str, years) -> None:
    """What must not count: next door, the years before and after, the other kind, asked for and never paid."""
    few = [Decimal(1500)] * 2
    granted(stage.beside, stage.others, aid, years[0], few)
    granted(stage.ground, stage.codes, aid, years[0] - 1, few, on=date(years[0], 1, 3))  # paid in the span, for the year before it
    if years[-1] + 1 <= clock.today().year - 1:
        granted(stage.ground, stage.codes, aid, years[-1] + 1, few)
    students(stage.ground, stage.codes, aid, years[0], few)
    granted(stage.ground, stage.codes, aid, years[1], few, until="approved")


def yanan(stage, n) -> None:
    years = range(2020, 2025)
    for aid, count, total in ((AUTUMN, "YA-047", "YA-048"), (DREAM, "YA-053", "YA-054")):
        if n(count) or n(total):
            over(stage, aid, n(count) or 10, n(total) or 10_000, years)
            decoys(stage, aid, years)


def guizhou(stage, n) -> None:
    years = range(2019, 2024)
    if n("GZ-060"):
        over(stage, AUTUMN, n("GZ-060"), 2000 * n("GZ-060"), years)
        decoys(stage, AUTUMN, years)


REPLAY = {"yanan": yanan, "guizhou": guizhou}


def demo(b) -> None:
    """Requests in every state; last year's paid, this year's waiting with the union, the county and the payers."""
    fund = b.do(money.declare_source, "zhou", at=b.year, node=b.province, code="ZX-2", name="金秋助学资金", since=b.year)
    year, day = b.today.year, timedelta(days=1)
    made = []
    for i in range(b.count(60, 14)):
        aid = DREAM if i % 7 == 6 else AUTUMN
        student = b.do(
            acts.enter, "sun", at=b.today - (40 - i % 20) * day, node=b.union.node, aid=aid, year=(b.today - 40 * day).year, name=f"{'赵钱孙李周吴郑王'[i % 8]}同学{i}",
            worker=f"{'冯陈褚卫蒋沈韩杨'[i % 8]}师傅{i}", school="河州大学", level="bachelor", family="hardship" if i % 3 else "migrant",
            account_no=f"622205{i:010d}",
        )  # fmt: skip
        if i % 6:
            student = b.do(acts.check, "qian", student, at=b.today - 18 * day, family="hardship", amount=Decimal(3000))
        if i % 6 > 1:
            student = b.do(acts.approve, "wang", student, at=b.today - 16 * day, amount=Decimal(3000 - 500 * (i % 3)))
            made.append(student)
        elif i % 6 == 1 and i % 4 == 1:
            b.do(acts.refuse, "wang", student, at=b.today - 15 * day, why="不在资助范围")
    approved = [s for s in made if s.aid == AUTUMN]
    batch = b.do(
        money.open_batch,
        "sun",
        at=b.today - 12 * day,
        node=b.union.node,
        kind=AUTUMN,
        title=f"{year}年金秋助学",
        source=fund,
        award_year=approved[0].year,
    )
    listed = approved[: len(approved) // 2]
    b.do(acts.pay, "sun", listed, at=b.today - 12 * day, batch=batch)
    b.do(money.approve, "qian", batch, at=b.today - 11 * day)
    b.do(money.send, "wang", batch, at=b.today - 10 * day)
    b.do(money.all_paid, "wang", batch, at=b.today - 9 * day, on=b.today - 9 * day, total=sum(row.amount for row in listed))


def own(b, me) -> None:
    """A request for a child at college that the union has looked at."""
    day = timedelta(days=1)
    told = {"aid": AUTUMN, "year": b.today.year, "name": f"{me.name[0]}小禾", "school": "河州大学", "level": "bachelor", "family": "hardship"}
    student = b.do(acts.apply, "chen", at=b.today - 8 * day, node=b.union.node, proof=picture(), **told)
    b.do(acts.check, "qian", student, at=b.today - 4 * day, family="hardship", amount=Decimal(3000))
