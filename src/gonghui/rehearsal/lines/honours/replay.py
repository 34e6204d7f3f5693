"""Honours: titles given and forwarded, rewards paid, what others have given the federation."""

from datetime import date, timedelta

from gonghui.commons.designations import naming_acts, nomination_acts, scheme_acts
from gonghui.commons.designations.models import Designation
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.orgs import acts as founding
from gonghui.lines.production.honours import acts, words
from gonghui.rehearsal.replay import builders as b
from gonghui.rehearsal.replay import money
from gonghui.rehearsal.replay.ground import BEGINNING, days, shares

DAY = timedelta(days=1)

MEANS = {
    "SN-049": "honours.org_received@fair",
    "SN-072": "honours.org_received@relations",
    "SN-073": "honours.org_received@ideology",
    "BJ-091": "honours.org_received@publicity",
    "GZ-079": "honours.org_received@safety",
    ("honours.may_day_awards", "baoji"): "honours.may_day_awards@forwarded",
    ("honours.pioneer_teams", "baoji"): "honours.pioneer_teams@forwarded",
    ("honours.may_day_and_pioneer", "hebei"): "honours.may_day_and_pioneer@provincial",
    "BJ-074": "honours.reward_amount@award_year",
    "BJ-075": "honours.rewarded_workers_projects@award_year",
}
RESTATED = {"BJ-056": "BJ-034", "BJ-057": "BJ-035", "BJ-058": "BJ-036", "BJ-075": "BJ-038"}


def title(
    stage, kind: str, name: str, tier: str, count: int, start: date, end: date, *, codes=None, holder: str = "person", outer: bool = False, ids=()
):
    """So many titles of a scheme in a span, and what must not count: next door, the day before and after, one entered by mistake."""
    ground, beside = stage.ground, stage.beside
    codes = codes or stage.codes
    for one in (ground, beside):
        b.scheme(one, kind, name, tier, holders=(holder,), outer=outer)
    if count:
        b.given(ground, name, codes, days(start, end, count), holder=holder, names=None, ids=list(ids))
    b.given(ground, name, codes, [start - DAY, end + DAY], holder=holder, names=["前一日", "后一日"])
    b.given(beside, name, stage.others, [start, end], holder=holder)
    b.mistaken(ground, name, codes[0], end, holder=holder, name="误登者")


def forget(ground, name: str, on: date) -> None:
    """What was given on a day was entered by mistake: a figure since the beginning has no day before."""
    rows = Designation.objects.for_act("replay").filter(scheme__name=name, scheme__node__path__startswith=ground.root.path, awarded_on=on)
    for row in rows:
        do(b.awards.correct, ground.officer, row, why="误登")


def received(ground, node, name: str, theme: str, on: date, tier: str = "national") -> None:
    """An honour somebody else has given to an organisation of the federation."""
    do(acts.receive, ground.officer, node=node, title=name, issuer="外单位", tier=tier, theme=theme, since=on)


def received_decoys(stage, node, theme: str, start: date, end: date) -> None:
    """What must not count: next door, the day before and after, another theme."""
    received(stage.beside, stage.beside.root, f"邻省{theme}荣誉", theme, start)
    received(stage.ground, node, f"上年{theme}荣誉", theme, start - DAY)
    received(stage.ground, node, f"次年{theme}荣誉", theme, end + DAY)
    received(stage.ground, node, f"{theme}以外荣誉", "other", start)


def shaanxi(stage, n) -> None:
    ground, end = stage.ground, date(2023, 12, 31)
    start = date(2023, 1, 1)
    if n("SN-029"):
        numbers = [p.id_no for p in b.persons(n("SN-029"))]
        title(stage, words.CRAFTSMAN, "省级工匠", "province", n("SN-029"), date(2017, 1, 1), end, ids=numbers)
        b.given(ground, "省级工匠", stage.codes, [end] * 10, ids=numbers[:10], batch="再次命名")  # ten of them named twice
        forget(ground, "省级工匠", date(2016, 12, 31))
    if n("SN-030"):
        title(stage, words.GREAT_CRAFTSMAN, "大国工匠", "national", n("SN-030"), date(2018, 1, 1), end, outer=True)
        forget(ground, "大国工匠", date(2017, 12, 31))
    if n("SN-049"):
        for name in ("最佳组织奖", "最具人气直播奖")[: n("SN-049")]:
            received(ground, ground.root, name, "fair", date(2023, 9, 22))
        received_decoys(stage, ground.root, "fair", start, end)
    if n("SN-072"):
        made = do(founding.appoint, SYSTEM, node=ground.root, kind="department", name="基层工作部", on=BEGINNING, code=f"{ground.code}-DEPT").subject
        ground.named["shaanxi.grassroots_dept"] = made.node
        received(ground, made.node, "和谐劳动关系创建先进集体", "relations", date(2023, 11, 3))
        received_decoys(stage, made.node, "relations", start, end)
        received(ground, ground.root, "机关另一荣誉", "relations", date(2023, 11, 3))
    if n("SN-073"):
        received(ground, ground.root, "思想政治工作先进单位", "ideology", date(2023, 12, 31), "provincial")
        received_decoys(stage, ground.root, "ideology", start, end)


def forwarded(ground, county, kind: str, name: str, count: int, on: date, *, granted: bool = True) -> None:
    """Candidates a county puts forward, its city recommends and the issuer above grants, or does not."""
    called = {"opens_on": on - 90 * DAY, "closes_on": on, "title": f"{name}{on}", "batch": f"{name}{county.pk}{on}{granted}"}
    scheme = b.Scheme.objects.for_act("replay").filter(name=name, node=ground.root).first()
    scheme = scheme or b.scheme(ground, kind, name, "national", holders=("person", "team"), outer=True)
    with clock.at(on - 60 * DAY):
        round = do(scheme_acts.call, ground.officer, scheme=scheme, **called).subject
        rows = [
            do(
                nomination_acts.nominate,
                ground.officer,
                round=round,
                node=county,
                holder="team" if kind == words.PIONEER else "person",
                name=f"{name}人选{i}",
                brief=f"{name}事迹{i}",
            ).subject
            for i in range(count)
        ]
        for row in rows:
            do(nomination_acts.recommend, ground.officer, row, opinion="同意推荐")
            do(nomination_acts.recommend_on, ground.officer, row, opinion="同意推荐")
            do(naming_acts.review, ground.officer, row)
            do(naming_acts.forward, ground.officer, row, document=f"工发{on.year}号")
    with clock.at(on):
        for row in rows:
            if granted:
                do(naming_acts.confer, SYSTEM, row, document=f"总工发{on.year}号", awarded_on=on)
            else:
                do(nomination_acts.reject, SYSTEM, row, why="未获授予")


def forwarded_decoys(ground, kind: str, name: str, start: date, end: date) -> None:
    """What must not count: the city beside, the year before and after, what was forwarded in vain, what was given without being forwarded."""
    mine, others = ground.counties[0], ground.counties[-1]
    forwarded(ground, others, kind, name, 1, start)
    forwarded(ground, mine, kind, name, 1, start - DAY)
    forwarded(ground, mine, kind, name, 1, end + DAY)
    forwarded(ground, mine, kind, name, 2, end, granted=False)
    b.given(ground, name, [mine.code], [start], names=["直接登记"])


def paid(ground, city, kind: str, name: str, causes: list, total: int, year: int, on: date) -> None:
    """A list of payments for titles, as equal as they can be, sent to the bank and paid on a day."""
    rows = [(f"{name}{i}", amount, cause) for i, (amount, cause) in enumerate(zip(money.shares(total, len(causes)), causes, strict=True))]
    money.pay(ground, kind, rows, on, node=city, year=year)


def causes(ground, name: str, codes, on: date, count: int, holder: str = "person") -> list[int]:
    """The numbers of titles given on a day."""
    b.given(ground, name, codes, [on] * count, holder=holder)
    rows = Designation.objects.for_act("replay").filter(
        scheme__name=name, scheme__node__path__startswith=ground.root.path, awarded_on=on, holder=holder
    )
    return list(rows.filter(node__code__in=codes).order_by("pk").values_list("pk", flat=True))


def baoji(stage, n) -> None:
    ground, beside, start, end = stage.ground, stage.beside, date(2024, 1, 1), date(2024, 12, 31)
    city, county, others = ground.cities[0], ground.counties[0], [ground.counties[-1].code]
    for claim, kind, name in (("BJ-034", words.MAY_DAY, "全国五一劳动奖"), ("BJ-035", words.PIONEER, "全国工人先锋号")):
        if n(claim):
            forwarded(ground, county, kind, name, n(claim), date(2024, 4, 28))
            forwarded_decoys(ground, kind, name, start, end)
    if n("BJ-036"):
        title(stage, words.CULTIVATION, "大国工匠培育工程", "national", n("BJ-036"), start, end, codes=[county.code], outer=True)
        b.given(ground, "大国工匠培育工程", others, [start], names=["邻市人选"])
    if n("BJ-037"):
        craftsmen(ground, city, [c.code for c in ground.counties[:2]], n("BJ-037"), end)
    if n("BJ-038") or n("BJ-074"):
        rewards(ground, beside, city, [county.code], n)
    if n("BJ-091"):
        received(ground, city, "新闻宣传先进集体", "publicity", date(2023, 12, 20), "provincial")
        received_decoys(stage, city, "publicity", date(2023, 1, 1), date(2023, 12, 31))
        received(ground, ground.cities[1], "邻市荣誉", "publicity", date(2023, 12, 20))


def craftsmen(ground, city, codes, count: int, end: date) -> None:
    """City craftsmen in the talent pool; others are craftsmen and not in it, in it no longer, in it and no craftsman, or craftsmen elsewhere."""
    b.scheme(ground, words.CRAFTSMAN, "市级工匠", "city", node=city)
    b.scheme(ground, words.CRAFTSMAN, "邻市工匠", "city", node=ground.cities[1])
    people = b.persons(count + 4)
    b.given(ground, "市级工匠", codes, days(date(2020, 1, 1), end, count + 3), ids=[p.id_no for p in people[: count + 3]])
    b.given(ground, "市级工匠", codes, [end], ids=[people[0].id_no], batch="再次命名")
    b.given(ground, "邻市工匠", [ground.cities[1].code], [end], ids=[people[-1].id_no])
    for person in (*people[:count], people[-1]):
        b.entry(ground, city, words.POOL, f"入库{person.pk}", date(2021, 6, 1), person=person)
    b.entry(ground, city, words.POOL, "已出库", date(2021, 6, 1), person=people[count], until=end - DAY)
    b.entry(ground, city, words.POOL, "次年入库", end + DAY, person=people[count + 1])


def rewards(ground, beside, city, codes, n) -> None:
    """
    Rewards of award year 2023 paid early in 2024, with grants to studio projects and what was paid late for the year before.

    The two printed totals of the year differ by what neither article explains; here that part is payments for an earlier award year.
    """
    decided, pays = date(2024, 1, 15), date(2024, 2, 6)
    count, total, whole = n("BJ-038") or n("BJ-075"), n("BJ-074"), n("BJ-040")
    for one in (ground, beside):
        b.scheme(one, words.SKILLED, "优秀技工和项目", "city", holders=("person", "work"))
        b.scheme(one, "studio_project", "工作室创新项目", "city", holders=("work",))
    people = causes(ground, "优秀技工和项目", codes, decided, count - count // 10)
    projects = causes(ground, "优秀技工和项目", codes, decided, count // 10, "work")
    if total:
        paid(ground, city, words.REWARD, "2023年度优秀技工", people + projects, total, 2023, pays)
    if whole:
        grants = n("BJ-039") * n("BJ-060")  # what studios lay on this ground; without them the printed 40 of 10,000 yuan stand in
        if not grants:
            grants = 40 * 10_000
            projects = causes(ground, "工作室创新项目", codes, decided, 40, "work")
            paid(ground, city, words.STUDIO_GRANT, "工作室创新项目资助", projects, grants, 2023, pays)
        late = causes(ground, "优秀技工和项目", codes, date(2023, 12, 31), 5)  # 65,500 yuan are told nowhere
        paid(ground, city, words.REWARD, "2022年度补发", late, whole - total - grants, 2022, date(2024, 6, 30))
    early = causes(ground, "优秀技工和项目", codes, date(2023, 6, 1), 3)
    paid(ground, city, words.REWARD, "上年支付", early, 1500, 2022, date(2023, 12, 31))
    following = causes(ground, "优秀技工和项目", codes, date(2025, 1, 1), 3)
    paid(ground, city, words.REWARD, "次年支付", following, 1500, 2024, date(2025, 1, 2))
    next_door = causes(ground, "优秀技工和项目", [ground.counties[-1].code], decided, 2)
    paid(ground, ground.cities[-1], words.REWARD, "邻市支付", next_door, 1000, 2023, pays)


def guizhou(stage, n) -> None:
    ground, start, end = stage.ground, date(2019, 1, 1), date(2023, 12, 31)
    if n("GZ-004"):
        half = n("GZ-004") // 5
        title(stage, words.LABOUR_MODEL, "全国劳动模范", "national", half, start, end, outer=True)
        title(stage, words.LABOUR_MODEL, "省劳动模范", "province", n("GZ-004") - half, start, end)
        title(stage, words.LABOUR_MODEL, "市劳动模范", "city", 3, start, end)
    if n("GZ-005"):
        parts = shares(n("GZ-005"), 4)
        title(stage, words.MAY_DAY, "省五一劳动奖章", "province", parts[0], start, end)
        title(stage, words.MAY_DAY, "全国五一劳动奖状", "national", parts[1], start, end, holder="unit", outer=True)
        title(stage, words.PIONEER, "省工人先锋号", "province", parts[2], start, end, holder="team")
        title(stage, words.WOMEN, "省五一巾帼标兵", "province", parts[3], start, end)
        title(stage, words.MAY_DAY, "市五一劳动奖章", "city", 3, start, end)
    if n("GZ-006") or n("GZ-007"):
        beautiful(stage, n("GZ-006"), n("GZ-007"), [date(2020, 5, 1), date(2023, 5, 1)], start, end)
    ladder = (
        ("GZ-008", words.GREAT_CRAFTSMAN, "大国工匠", "national"), ("GZ-009", words.QUALITY_CRAFTSMAN, "中国质量工匠", "national"),
        ("GZ-010", words.CRAFTSMAN, "省级工匠", "province"), ("GZ-011", words.CRAFTSMAN, "行业工匠", "sector"),
    )  # fmt: skip
    for claim, kind, name, tier in ladder:
        if n(claim):
            title(stage, kind, name, tier, n(claim), start, end, outer=tier == "national")
    if n("GZ-012"):
        rest = n("GZ-012") - sum(n(claim) for claim, *_rest in ladder)
        title(stage, words.CRAFTSMAN, "市级工匠", "city", rest // 2, start, end)
        title(stage, words.CRAFTSMAN, "县级工匠", "county", rest - rest // 2, start, end)
    if n("GZ-079"):
        received(ground, ground.root, "安康杯竞赛优秀组织单位", "safety", date(2022, 12, 5))
        received_decoys(stage, ground.root, "safety", start, end)


def beautiful(stage, count: int, rounds: int, on: list[date], start: date, end: date) -> None:
    """Editions of a selection that were finished, others called off or of another year; and whom they named."""
    ground, beside = stage.ground, stage.beside
    name = "最美劳动者"
    title(stage, words.BEAUTIFUL, name, "province", count, start, end)

    def edition(one, number: int, day: date, act) -> None:
        scheme = b.Scheme.objects.for_act("replay").get(name=name, node=one.root)
        what = {"title": f"第{number}届{name}", "batch": f"第{number}届", "edition": number, "opens_on": day - 60 * DAY, "closes_on": day - 30 * DAY}
        made = do(scheme_acts.call, one.officer, scheme=scheme, **what).subject
        if act is scheme_acts.finish_round:
            do(scheme_acts.close_round, one.officer, made)
        do(act, one.officer, made, **{"on": day} if act is scheme_acts.finish_round else {"why": "改期"})

    for number, day in enumerate(on[:rounds], 1):
        edition(ground, number, day, scheme_acts.finish_round)
    edition(ground, 8, start - DAY, scheme_acts.finish_round)
    edition(ground, 9, end + DAY, scheme_acts.finish_round)
    edition(ground, 7, end, scheme_acts.cancel_round)
    edition(beside, 1, end, scheme_acts.finish_round)


def hebei(stage, n) -> None:
    start, end = date(2023, 1, 1), date(2023, 12, 31)
    if n("HB-002"):
        beautiful(stage, 10, n("HB-002"), [date(2023, 4, 26)], start, end)
    if n("HB-008"):
        parts = shares(n("HB-008"), 3)
        title(stage, words.MAY_DAY, "省五一劳动奖章", "province", parts[0], start, end)
        title(stage, words.MAY_DAY, "省五一劳动奖状", "province", parts[1], start, end, holder="unit")
        title(stage, words.PIONEER, "省工人先锋号", "province", parts[2], start, end, holder="team")
        title(stage, words.MAY_DAY, "全国五一劳动奖章", "national", 4, start, end, outer=True)
        title(stage, words.WOMEN, "省五一巾帼标兵", "province", 4, start, end)


REPLAY = {"shaanxi": shaanxi, "baoji": baoji, "guizhou": guizhou, "hebei": hebei}
