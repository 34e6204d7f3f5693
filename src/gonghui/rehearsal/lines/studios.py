"""What the published figures of studios come from, record by record."""

from datetime import date, timedelta
from decimal import Decimal

from gonghui.commons.activities import acts as activities
from gonghui.commons.cases import intake_acts
from gonghui.commons.designations import acts as titles
from gonghui.commons.designations import scheme_acts
from gonghui.commons.designations.models import Designation
from gonghui.commons.money import acts as pay
from gonghui.commons.money import line_acts
from gonghui.commons.parties import team_acts
from gonghui.commons.plans import acts as plans
from gonghui.commons.registers import acts as registers
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.production.studios import acts, words
from gonghui.rehearsal.replay import builders as b
from gonghui.rehearsal.replay import money
from gonghui.rehearsal.replay.ground import Ground, days
from gonghui.rehearsal.titles import LONG_AGO, name, name_decoys, scheme

from .innovation.replay import asked, occasions, person, workers

ONE = timedelta(days=1)
CHAINS = ("轨道交通装备", "石油装备", "机床工具", "白酒", "乳制品")


def shaanxi(stage, n) -> None:
    ground, beside, codes, others = stage.ground, stage.beside, stage.codes, stage.others
    start, end = date(2023, 1, 1), date(2023, 12, 31)
    for claim, kind, title in (("SN-054", words.MODEL, "示范性创新工作室"), ("SN-055", words.LEAGUE_NAMED, "创新工作室联盟")):
        given = scheme(ground, kind, title, holder="team")
        name(ground, given, codes, days(start, end, n(claim)))
        name_decoys(ground, beside, kind, given, codes, others, start, end)


def hebei(stage, n) -> None:
    ground, beside, codes, others = stage.ground, stage.beside, stage.codes, stage.others
    start, end = date(2023, 1, 1), date(2023, 12, 31)
    given = scheme(ground, words.MODEL, "示范性创新工作室", holder="team")
    name(ground, given, codes, days(start, end, n("HB-013")))
    name_decoys(ground, beside, words.MODEL, given, codes, others, start, end)
    last = date(2022 + max(n("HB-014"), 1), 12, 31)
    b.plan(ground, ground.root, words.UPGRADE, "工作室提质增效计划", date(2023, 3, 1), last)
    b.plan(ground, ground.root, words.UPGRADE, "未批准的计划", date(2023, 3, 1), last, approved=False)
    for first in (date(2022, 3, 1), end + ONE):
        b.plan(ground, ground.root, words.UPGRADE, "另一年的计划", first, first.replace(month=12, day=31))
    b.plan(beside, beside.root, words.UPGRADE, "邻省的计划", date(2023, 3, 1), last)


def guizhou(stage, n) -> None:
    """Studios of all tiers: some hold several and count once; some came later or lost their title."""
    ground, beside, codes, others = stage.ground, stage.beside, stage.codes, stage.others
    start, end, total = date(2019, 1, 1), date(2023, 12, 31), n("GZ-033")
    county, province, nation = (
        scheme(ground, kind, title, tier=tier, holder="team")
        for kind, title, tier in (
            (words.NAMED, "市级创新工作室", "city"), (words.NAMED, "省级创新工作室", "province"), (words.MODEL, "全国示范性创新工作室", "national"),
        )
    )  # fmt: skip
    names = [f"工作室{i}" for i in range(total)]
    of_province, of_nation = names[: n("GZ-035")], names[: n("GZ-034")]
    rest = names[max(len(of_province) - 50, 0) :]  # the last fifty of the province are of a city too
    first = len(names) - len(rest)
    name(ground, county, [codes[(first + i) % len(codes)] for i in range(len(rest))], days(LONG_AGO, end, len(rest)), rest)
    name(ground, province, codes, days(LONG_AGO, end, len(of_province), 2), of_province)
    name(ground, nation, codes, days(start, end, len(of_nation), 3), of_nation)
    for given in (county, province, nation):
        name(ground, given, codes, [end + ONE, end + ONE], [f"次年{given.name}{i}" for i in range(2)])
        name(ground, given, codes[:1], [start], [f"摘牌{given.name}"])
        gone = Designation.objects.for_act("replay").get(scheme=given, name=f"摘牌{given.name}")
        do(titles.withdraw, SYSTEM, gone, on=end - ONE, document="〔2023〕撤1号", why="复核不合格")
        name(beside, scheme(beside, given.kind, given.name, tier=given.tier, holder="team"), others, [start, end])
    grants(
        ground, beside, [(2019 + i % 5, date(2019 + i % 5, 6, 1)) for i in range(n("GZ-036"))], [(2018, date(2018, 6, 1)), (2024, date(2024, 1, 1))]
    )


def grants(ground: Ground, beside: Ground, wanted: list[tuple[int, date]], around: list[tuple[int, date]], node=None, amount: int = 10_000) -> None:
    """Projects granted for a year and paid on a day; around them other years and the neighbour's."""
    for where, pairs, at, each in ((ground, wanted, node, amount), (ground, around, node, amount + 2000), (beside, wanted[:1], None, amount)):
        at = at or where.cities[0]
        known = scheme(where, words.PROJECT, f"优秀创新项目{where.serial}", node=at, tier="city")
        for year, on in sorted(set(pairs)):
            count = pairs.count((year, on))
            first, where.serial = where.serial, where.serial + 1
            names = [f"项目{first}-{i}" for i in range(count)]
            name(where, known, [at.code], [date(year, 12, 1)] * count if date(year, 12, 1) < on else [date(year, 1, 1)] * count, names)
            rows = Designation.objects.for_act("replay").filter(scheme=known, name__in=names).order_by("pk")
            money.pay(where, words.GRANT, [(row.name, each, row.pk) for row in rows], on, node=at, year=year)


def baoji(stage, n) -> None:
    ground, beside, others = stage.ground, stage.beside, stage.others
    city, half = ground.cities[0], date(2024, 6, 30)
    seats = [b.union_of(code).node for code in stage.codes if b.union_of(code).node.path.startswith(city.path)]
    seat_food, seat_machines = seats[-1], seats[-2]
    ground.named |= {"baoji.tobacco_food_alliance": seat_food, "baoji.equipment_alliance": seat_machines}
    leaders = iter(workers(ground, stage.codes[0], n("BJ-054") + n("BJ-030") + 12))
    food, machines, gone, later = (
        alliance(ground, node, title)
        for node, title in ((seat_food, "烟酒食品产业联盟"), (seat_machines, "装备制造产业联盟"), (seats[0], "解散的联盟"), (seats[1], "次年的联盟"))
    )
    for league, members, units, chains, since in (
        (food, n("BJ-054"), n("BJ-053"), 2, date(2024, 4, 10)), (machines, n("BJ-030"), n("BJ-029"), n("BJ-031"), date(2024, 7, 9)),
        (gone, 2, 2, 1, date(2023, 3, 1)), (later, 2, 2, 1, date(2023, 3, 1)),
    ):  # fmt: skip
        for i in range(members):
            join(ground, league, seats[i % max(units, 1)], person(next(leaders)), CHAINS[i % max(chains, 1)], since)
    join(ground, food, ground.counties[0], person(next(leaders)), "茶叶", date(2024, 5, 1))
    join(ground, machines, ground.counties[1], person(next(leaders)), "数控系统", date(2024, 7, 10))
    founded = ((food, date(2024, 4, 10)), (machines, date(2024, 7, 9)))[: n("BJ-032")]
    for league, on in (*founded, (gone, date(2023, 3, 1)), (later, date(2025, 1, 1))):
        do(acts.found_alliance, ground.officer, league, on=on)
    do(acts.end_alliance, ground.officer, gone, on=date(2023, 12, 31), why="任务完成")
    theirs = alliance(beside, beside.cities[0], "邻市联盟")
    for i, number in enumerate(workers(beside, others[0], 2)):
        join(beside, theirs, b.union_of(others[i]).node, person(number), CHAINS[0], date(2023, 3, 1))
    do(acts.found_alliance, beside.officer, theirs, on=date(2023, 3, 1))
    third = date(2024, 5, 20)
    before = max(n("BJ-024") - 1, 0)
    held = [date(2024, 4, 12) + i * ONE for i in range(before)] + [third] + [third + (i + 1) * ONE for i in range(n("BJ-055") - before - 1)]
    occasions(ground, seat_food.code, words.SESSION, held)
    occasions(ground, seat_food.code, words.SESSION, [third], state="cancelled")
    occasions(ground, seat_food.code, words.SESSION, [half + ONE])
    occasions(ground, seat_machines.code, words.SESSION, [date(2024, 7, 9)])
    occasions(beside, beside.cities[0].code, words.SESSION, [date(2024, 4, 12), half])
    if n("BJ-039"):
        around = [(2022, date(2023, 3, 1)), (2024, date(2025, 1, 1))]
        grants(ground, beside, [(2023, date(2024, 3, 1))] * n("BJ-039"), around, city, n("BJ-060"))


def alliance(ground: Ground, node, title: str):
    return do(acts.propose_alliance, ground.officer, node=node, name=title, on=date(2023, 1, 10)).subject


def join(ground: Ground, league, node, leader, chain: str, since: date) -> None:
    """A studio of this unit, and its place in the alliance."""
    first, ground.serial = ground.serial, ground.serial + 1
    told = {"node": node, "name": f"{leader}工作室{first}", "leader": leader, "since": date(2022, 5, 1), "chain": chain}
    studio = do(acts.found, ground.officer, **told).subject
    do(team_acts.add_member, ground.officer, league.team, group=studio.team, since=since)


FIELDS = (
    ("焊接", "装备制造"),
    ("数控加工", "装备制造"),
    ("配电检修", "电力"),
    ("纺织工艺", "纺织服装"),
    ("物流配送", "现代物流"),
    ("食品检测", "食品"),
)


def demo(b_) -> None:
    """Studios with their leaders and titles of each tier, two alliances, their sessions and problems, project grants."""
    city, year = b_.cities[0], b_.year
    titles_of = {}
    for kind, title, tier, holder in (
        (words.NAMED, "市级创新工作室", "city", "team"), (words.NAMED, "省级创新工作室", "province", "team"),
        (words.MODEL, "省级示范性创新工作室", "province", "team"), (words.LEAGUE_NAMED, "省级工作室联盟", "province", "team"),
        (words.PROJECT, "优秀创新项目", "city", "work"),
    ):  # fmt: skip
        node, who = (city, "li") if tier == "city" else (b_.province, "zhou")
        told = {"kind": kind, "name": title, "tier": tier, "issuer": node.name, "holders": [holder], "document": f"河评组〔{year.year}〕8号"}
        titles_of[title] = b_.do(scheme_acts.declare_scheme, who, at=year, node=node, since=year, **told)
    outer = {"kind": words.MODEL, "name": "全国示范性创新工作室", "tier": "national", "issuer": "全国总工会", "holders": ["team"], "outer": True}
    titles_of["全国示范性创新工作室"] = b_.do(scheme_acts.declare_scheme, "zhou", at=year, node=b_.province, since=year, **outer)
    unions = [union for union in b_.unions if union.node.path.startswith(city.path)]
    made = founded(b_, unions)
    tiers = ("市级创新工作室", "省级创新工作室", "省级示范性创新工作室", "全国示范性创新工作室")
    for n, studio in enumerate(made):
        for step, title in enumerate(tiers[: 1 + n % 5]):
            on = year + (40 + 60 * step) * ONE
            given = {"scheme": titles_of[title], "holder": "team", "team": studio.team, "batch": f"{on.year}年", "awarded_on": on}
            b_.do(titles.record, "zhou", at=on, node=studio.node, **given)
    leagues(b_, made, titles_of["省级工作室联盟"])
    b_.do(acts.lose_leader, "li", made[-1], at=b_.today - 20 * ONE, on=b_.today - 20 * ONE, why="退休")
    b_.do(acts.close, "li", made[-2], at=b_.today - 30 * ONE, on=b_.today - 30 * ONE, why="企业搬迁")
    granted(b_, titles_of["优秀创新项目"], unions)
    told = {"kind": words.SERVICE, "name": "临江市劳模工匠服务队", "since": year}
    b_.do(team_acts.found_team, "li", at=year, node=city, **told)
    span = {"since": year.replace(month=1, day=1), "until": year.replace(month=1, day=1) + 1094 * ONE}
    item = b_.do(plans.propose, "gao", at=year, node=b_.province, kind=words.UPGRADE, title="工作室提质增效计划", **span)
    b_.do(plans.approve, "zhou", item, at=year + ONE)


def founded(b_, unions) -> list:
    """Studios at unions of the first city, each led by somebody else."""
    made = []
    for n, leader in enumerate(b_.members(b_.cities[0], b_.count(40, 8), skip=110 if b_.scale > 0.1 else 30)):
        field, chain = FIELDS[n % len(FIELDS)]
        told = {"name": f"{leader.name}{field}创新工作室", "leader": leader, "since": b_.year + n * ONE, "field": field, "chain": chain}
        made.append(b_.do(acts.found, "li", at=b_.year + n * ONE, node=unions[n % len(unions)].node, **told))
    return made


def leagues(b_, made, title) -> None:
    """Two alliances that stand, one of them named, one proposed and one dissolved; what they do together."""
    city, on = b_.cities[0], b_.year + 60 * ONE
    for n, name_ in enumerate(("装备制造产业链工作室联盟", "食品产业链工作室联盟", "现代物流工作室联盟", "纺织工作室联盟")):
        league = b_.do(acts.propose_alliance, "li", at=on, node=city, name=name_, on=on, purpose="攻关、交流、共享")
        for studio in made[n : n + 4]:
            b_.do(team_acts.add_member, "li", league.team, at=on + ONE, group=studio.team, since=on + ONE)
        if n != 2:
            b_.do(acts.found_alliance, "li", league, at=on + 10 * ONE, on=on + 10 * ONE)
        if n == 3:
            b_.do(acts.end_alliance, "li", league, at=b_.today - 40 * ONE, on=b_.today - 40 * ONE, why="并入装备制造联盟")
        if n == 0:
            given = {"scheme": title, "holder": "team", "team": league.team, "batch": f"{on.year}年", "awarded_on": on + 90 * ONE}
            b_.do(titles.record, "zhou", at=on + 90 * ONE, node=city, **given)
    for n in range(b_.count(12, 3)):
        day = b_.today - 20 * (n + 1) * ONE
        told = {"kind": words.SESSION, "title": f"联盟技术协作第{n + 1}次活动", "at_place": "成员工作室", "head_count": 18 + n}
        b_.do(activities.record, "li", at=day, node=city, held_on=day, **told)
    for n, problem in enumerate(("薄壁件焊接变形", "冷链温度波动")):
        told = {"kind": words.PROBLEM, "channel": "visit", "title": problem, "says": f"{problem}，请联盟会诊。"}
        case = b_.do(intake_acts.register, "li", at=b_.today - 9 * ONE, node=city, **told)
        if n:
            b_.do(intake_acts.answer_at_once, "li", case, at=b_.today - 4 * ONE, answer="联盟三家工作室会诊，已给出工艺方案。")
    rules = {"kind": words.RULES, "title": "装备制造产业链工作室联盟章程", "since": on, "in_force_from": on}
    b_.do(registers.enter, "li", at=on, node=city, **rules)


def granted(b_, title, unions) -> None:
    """Projects named, most of them granted money on a list that is paid; the last still wait."""
    on, rows = b_.today - 50 * ONE, []
    for n in range(b_.count(24, 4)):
        given = {"scheme": title, "holder": "work", "name": f"{FIELDS[n % len(FIELDS)][0]}攻关项目{n + 1}", "batch": f"{on.year}年", "awarded_on": on}
        rows.append(b_.do(titles.record, "li", at=on, node=unions[n % len(unions)].node, **given))
    fund = b_.do(pay.declare_source, "zhou", at=b_.year, node=b_.province, code="GZ-1", name="工作室项目资金", since=b_.year)
    for part, whole in ((rows[: len(rows) * 3 // 4], True), (rows[len(rows) * 3 // 4 :], False)):
        told = {"kind": words.GRANT, "title": f"工作室项目资助第{2 - whole}批", "source": fund, "award_year": on.year}
        batch = b_.do(pay.open_batch, "li", at=on + 10 * ONE, node=b_.cities[0], **told)
        for row in part:
            told = {"payee": str(row.node), "amount": Decimal(10_000), "account_no": f"622204{row.pk:012d}", "cause": str(row.pk)}
            b_.do(line_acts.add, "li", at=on + 10 * ONE, batch=batch, **told)
        if whole:
            b_.do(pay.approve, "gao", batch, at=on + 12 * ONE)
            b_.do(pay.send, "zhou", batch, at=on + 14 * ONE)
            b_.do(pay.all_paid, "zhou", batch, at=on + 15 * ONE, on=on + 15 * ONE, total=Decimal(10_000) * len(part))


REPLAY = {
    "shaanxi": asked("SN-054", shaanxi),
    "hebei": asked("HB-013", hebei),
    "guizhou": asked("GZ-033", guizhou),
    "baoji": asked("BJ-054", baoji),
}
MEANS = {("studios.alliances", "shaanxi"): "studios.alliances@provincial", ("studios.project_grants", "baoji", "2024"): "studios.project_grants@paid"}
RESTATED = {"BJ-059": "BJ-039"}
