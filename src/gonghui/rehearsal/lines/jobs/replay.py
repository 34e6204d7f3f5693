"""What the published figures of jobs ask for."""

from datetime import date, timedelta
from decimal import Decimal

import polars as pl

from gonghui.commons.activities import acts as activities
from gonghui.commons.activities.models import Activity
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.kernel.tree.models import Node
from gonghui.lines.welfare.jobs import acts, words
from gonghui.lines.welfare.jobs.models import JobMatch, Vacancy
from gonghui.rehearsal.people import credit_code, firm
from gonghui.rehearsal.replay import builders, money, rolls
from gonghui.rehearsal.replay.ground import Ground, days, shares

ONE = timedelta(days=1)
POSTS = ("挡车工", "电工", "家政服务员", "货车司机", "仓库管理员", "育婴员", "焊工", "客服")


def fairs(ground: Ground, codes: list[str], on: list[date], *, state: str = "", series: str = "job.spring", heads=40) -> list[Activity]:
    """Fairs held on these days; in the order of their making."""
    last = Activity.objects.for_act("replay").order_by("-pk").values_list("pk", flat=True).first() or 0
    builders.occasions(ground, codes, on, words.FAIR, series=series, heads=heads, state=state)
    return list(Activity.objects.for_act("replay").filter(pk__gt=last).select_related("node").order_by("pk"))


def stands(ground: Ground, held: list[Activity], number: int, posts: int, *, published: bool = True) -> list[Vacancy]:
    """Employers at these fairs, at one after the other, each with a vacancy; a firm takes two stands where there are two fairs."""
    first, ground.serial = ground.serial, ground.serial + number
    last = Vacancy.objects.for_act("replay").order_by("-pk").values_list("pk", flat=True).first() or 0
    rows, twice = [], 2 if len(held) > 1 else 1
    for i, count in enumerate(shares(posts, number)):
        fair, n = held[i % len(held)], first + i // twice
        rows.append(
            {
                "node": fair.node.code, "fair": str(fair.pk), "firm": firm(n, "乡镇"), "uscc": credit_code(500_000 + n), "title": POSTS[i % 8], "posts": str(count),
                "at_place": "", "since": fair.held_on.isoformat(), "until": (fair.held_on + 60 * ONE).isoformat(),
            }
        )  # fmt: skip
    ground.table("vacancies", pl.DataFrame(rows))
    made = Vacancy.objects.for_act("replay").filter(pk__gt=last).order_by("pk")
    if published:
        rolls.in_pieces(acts.publish, made)
    return list(made.select_related("node", "fair"))


_phones = [0]


def agreed(ground: Ground, offered: list[Vacancy], number: int) -> None:
    """Seekers, each agreeing with an employer at its stand."""
    first, _phones[0] = _phones[0], _phones[0] + number
    rows = [
        {"node": v.node.code, "vacancy": str(v.pk), "name": f"求职者{i}", "on": v.fair.held_on.isoformat(), "phone": f"15{first + i:09d}"}
        for i, v in ((i, offered[i % len(offered)]) for i in range(number))
    ]
    ground.table("job_intents", pl.DataFrame(rows))


def decoys(ground: Ground, beside: Ground, codes, others, start: date, end: date) -> None:
    """What must not count: fairs next door, the day before and after, cancelled; a fair's vacancies nobody has looked at; another kind."""
    for where, at, on in ((ground, codes, [start - ONE]), (ground, codes, [end + ONE]), (beside, others, [start, end])):
        agreed(where, stands(where, fairs(where, at, on), 4, 40), 6)
    with clock.at(start):
        what = {"kind": words.FAIR, "title": "因雨取消的一场", "held_on": start, "at_place": "广场"}
        off = do(activities.plan, SYSTEM, node=Node.objects.for_act("replay").get(code=codes[0]), **what).subject
        agreed(ground, stands(ground, [off], 4, 40), 6)
        do(activities.cancel, ground.officer, off, why="大雨")
    held = fairs(ground, codes, [start - ONE * 2])
    stands(ground, held, 3, 30, published=False)
    builders.occasions(ground, codes, [start, end], "bargain_guidance")


def found(ground: Ground, codes: list[str], on: list[date], *, confirmed: bool = True) -> None:
    """People at work since these days, told by somebody else or not yet."""
    first, ground.serial = ground.serial, ground.serial + len(on)
    rows = [
        {"node": codes[i % len(codes)], "name": f"职工{first + i}", "firm": firm(i, "城关"), "since": day.isoformat()} for i, day in enumerate(on)
    ]
    last = JobMatch.objects.for_act("replay").order_by("-pk").values_list("pk", flat=True).first() or 0
    ground.table("job_matches", pl.DataFrame(rows))
    if confirmed:
        rolls.in_pieces(acts.confirm, JobMatch.objects.for_act("replay").filter(pk__gt=last).order_by("pk"), told_by=words.ToldBy.EMPLOYER)


def baoji(stage, n) -> None:
    """One fair of a city with many employers, of which one offers two kinds of post."""
    if not n("BJ-076"):
        return
    ground, beside, city = stage.ground, stage.beside, stage.ground.cities[0]
    start, end = date(2024, 3, 1), date(2024, 3, 31)
    number, posts = n("BJ-076"), n("BJ-077") or 20_000
    (fair,) = fairs(ground, [city.code], [date(2024, 3, 16)])
    offered = stands(ground, [fair], number, posts - 7)
    told = {"node": city, "fair": fair, "firm": offered[0].firm, "uscc": offered[0].uscc, "title": "领班", "posts": 7}
    with clock.at(date(2024, 3, 16)):
        more = do(acts.post, SYSTEM, **told, until=date(2024, 4, 1)).subject
        do(acts.publish, SYSTEM, [more])
    agreed(ground, offered, n("BJ-078"))
    decoys(ground, beside, [city.code], [beside.cities[0].code], start, end)
    other = fairs(ground, [ground.cities[1].code], [start])
    agreed(ground, stands(ground, other, 3, 30), 3)


def held_in(stage, start: date, end: date, number: int, employers: int, posts: int, intents: int, **more) -> None:
    held = fairs(stage.ground, stage.codes, days(start, end, number), **more)
    agreed(stage.ground, stands(stage.ground, held, employers, posts), intents)
    decoys(stage.ground, stage.beside, stage.codes, stage.others, start, end)


def taught(stage, start: date, end: date, classes: int, total: int, people: int) -> tuple[list, pl.DataFrame]:
    """Classes of a span with `total` names on their rolls; who they are."""
    ground, beside = stage.ground, stage.beside
    who = rolls.pool(people + 4)
    made = rolls.rolled(ground, ground.counties, days(start, end, classes), words.CLASS, who.head(people), total)
    rolls.rolled(ground, ground.counties, [start - ONE, end + ONE], words.CLASS, who.tail(4), 6)
    rolls.rolled(ground, ground.counties, [start, end], "alliance_session", who.tail(4), 6)
    rolls.rolled(beside, beside.counties, [start, end], words.CLASS, who.tail(4), 6)
    return made, who


def yanan(stage, n) -> None:
    start, end = date(2020, 1, 1), date(2024, 12, 31)
    if n("YA-039"):
        held_in(stage, start, end, n("YA-039"), n("YA-039"), n("YA-040") or 24_404, n("YA-041"))
    if n("YA-042"):
        total = n("YA-043")
        taught(stage, start, end, n("YA-042"), total, max(total // 20, 20))


def guizhou(stage, n) -> None:
    start, end = date(2019, 1, 1), date(2023, 12, 31)
    if n("GZ-065"):
        held_in(stage, start, end, n("GZ-065"), n("GZ-066"), n("GZ-067"), n("GZ-068"), series="job.online")


def hebei(stage, n) -> None:
    start, end, ground, beside = date(2023, 1, 1), date(2023, 12, 31), stage.ground, stage.beside
    if n("HB-024"):
        number, served = n("HB-024"), n("HB-025")
        fairs(ground, stage.codes, days(start, end, number), heads=shares(served, number))
        fairs(ground, stage.codes, [start - ONE, end + ONE])
        fairs(beside, stage.others, [start, end])
        fairs(ground, stage.codes, [start, end], state="cancelled")
    if n("HB-026"):
        found(ground, stage.codes, days(start, end, n("HB-026")))
        found(ground, stage.codes, [start, end], confirmed=False)
        found(ground, stage.codes, [start - ONE, end + ONE])
        found(beside, stage.others, [start, end])
    if n("HB-018"):
        certified = n("HB-020") or 50
        made, who = taught(stage, start, end, n("HB-018"), n("HB-019"), certified)
        for where, whom, on in ((ground, range(certified), end), (ground, [0, 1], start), (ground, [2, -2], end + ONE), (beside, [-1], end)):
            certificates(where, [who.row(i) for i in whom], on)
        certificates(ground, list(rolls.pool(2).iter_rows()), end)
        amounts = money.shares(n("HB-017") or 150_000, len(made))
        money.pay(ground, words.SUBSIDY, [("培训机构", amount, course.pk) for amount, course in zip(amounts, made, strict=True)], date(2023, 12, 20))
        for on in (start - ONE, end + ONE):
            money.pay(ground, words.SUBSIDY, [("另一机构", Decimal(900), made[0].pk if on < start else made[1].pk)], on)
        money.pay(ground, words.SUBSIDY, [("未付机构", Decimal(900), made[2].pk)], end, until="approved")
        money.pay(ground, "other", [("别类", Decimal(900))], end)
        theirs = rolls.rolled(beside, beside.counties, [end], words.CLASS, who.tail(4), 4)[0]
        money.pay(beside, words.SUBSIDY, [("邻省机构", Decimal(900), theirs.pk)], end)


def certificates(ground: Ground, whom: list, on: date) -> None:
    """Certificates issued on a day to these people, as the register's table has them."""
    first, ground.serial = ground.serial, ground.serial + len(whom)
    rows = [
        {"node": ground.cities[0].code, "kind": words.CERTIFICATE, "title": f"技能等级证书{first + i}", "since": on.isoformat(), "issuer": "人社厅",
         "number": f"{ground.code}-{first + i}", "id_no": number}
        for i, (_name, number) in enumerate(whom)
    ]  # fmt: skip
    ground.table("register", pl.DataFrame(rows))


REPLAY = {"baoji": baoji, "yanan": yanan, "guizhou": guizhou, "hebei": hebei}
MEANS = {("jobs.employers", "baoji"): "jobs.employers@distinct", ("jobs.employers", "guizhou"): "jobs.employers@stands"}
