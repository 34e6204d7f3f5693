"""A year of honours: titles given, a round with somebody at every step of the way up, rewards paid, courtesies offered."""

from datetime import timedelta
from decimal import Decimal
from itertools import count

import polars as pl

from gonghui.commons.designations import acts as titles
from gonghui.commons.designations import naming_acts, nomination_acts, scheme_acts
from gonghui.commons.designations.models import Designation, Nomination, Scheme
from gonghui.commons.money import acts as money
from gonghui.commons.money import line_acts
from gonghui.commons.plans import acts as plans
from gonghui.commons.registers import acts as registers
from gonghui.lines.production.honours import acts, words
from gonghui.lines.production.honours.models import Courtesy
from gonghui.rehearsal.builder import Builder
from gonghui.rehearsal.people import people

DAY = timedelta(days=1)
PHONE = "0371-12351"
SCHEMES = (
    (words.LABOUR_MODEL, "省劳动模范", "province", "person"), (words.MAY_DAY, "省五一劳动奖章", "province", "person"),
    (words.PIONEER, "省工人先锋号", "province", "team"), (words.WOMEN, "省五一巾帼标兵", "province", "person"),
    (words.CRAFTSMAN, "河州工匠", "province", "person"), (words.CRAFTSMAN, "市级工匠", "city", "person"),
    (words.GREAT_CRAFTSMAN, "大国工匠", "national", "person"), (words.BEAUTIFUL, "最美职工", "province", "person"),
    (words.STAR_KEEPER, "最美站长", "province", "person"), (words.SKILLED, "优秀技工", "city", "person"),
)  # fmt: skip
WORKS = (
    "焊接机器人示教",
    "变电站带电检修",
    "公交安全行车",
    "高铁轨道精调",
    "桥梁钢构装配",
    "水质在线监测",
    "数控刀具改进",
    "社区配送服务",
    "矿井通风改造",
    "纺织挡车操作",
)
WAY = ("nominated", "recommended", "returned", "at_city", "reviewed", "posted", "named", "rejected", "taken_back", "withdrawn")


def demo(b: Builder) -> None:
    """Titles of the last years as a table; then one round, rewards, courtesies and what others gave, act by act."""
    first = b.year.replace(month=1, day=1)
    schemes = declared(b, first)
    listed(b)
    round_of(b, schemes["省五一劳动奖章"])
    outside(b, schemes["全国五一劳动奖章"])
    rechecked(b)
    projects(b, first)
    rewards(b)
    courtesies(b, first)
    register(b, first)


def own(b: Builder, me) -> None:
    """A title of the city, and a courtesy that goes with it."""
    on = b.today - 70 * DAY
    scheme = Scheme.objects.for_act("demo").get(name="市级工匠")
    told = {"holder": "person", "person": me, "batch": "第六批", "awarded_on": on, "document": f"临工发〔{on.year}〕16号"}
    title = b.do(titles.record, "li", at=on, scheme=scheme, node=b.union.node, **told)
    courtesy = Courtesy.objects.for_act("demo").get(title="文艺演出邀请")
    b.do(acts.offer, "gao", at=b.today - 5 * DAY, courtesy=courtesy, designation=title, occasion="新年音乐会")


def declared(b: Builder, first) -> dict:
    """The catalogue of titles: the province's, a city's, and one that the federation above gives."""
    made = {}
    for kind, name, tier, holder in SCHEMES:
        node, who = (b.cities[0], "li") if tier == "city" else (b.province, "zhou")
        told = {"kind": kind, "name": name, "tier": tier, "issuer": node.name, "holders": [holder], "document": f"河评组〔{first.year}〕6号"}
        experts = {"experts": 1, "recheck_months": 24} if kind == words.MAY_DAY else {}
        made[name] = b.do(scheme_acts.declare_scheme, who, at=b.year, node=node, since=first, **told, **experts)
    told = {"kind": words.MAY_DAY, "name": "全国五一劳动奖章", "tier": "national", "issuer": "全国总工会", "holders": ["person"], "outer": True}
    made["全国五一劳动奖章"] = b.do(scheme_acts.declare_scheme, "zhou", at=b.year, node=b.province, since=first, **told)
    return made


def listed(b: Builder) -> None:
    """Titles given over the year."""
    number = b.count(160, 20)
    names, rows = people(9_600_000, number)["name"], []
    for n in range(number):
        _kind, name, tier, holder = SCHEMES[n % len(SCHEMES)]
        below = [union for union in b.unions if tier != "city" or union.node.path.startswith(b.cities[0].path)]
        whom = names[n] if holder == "person" else f"{WORKS[n % len(WORKS)]}班组"
        day = b.day(b.year, b.today - 30 * DAY)
        rows.append(
            [name, below[(7 * n) % len(below)].node.code, holder, whom, f"{day.year}年", day.isoformat(), f"河工发〔{day.year}〕{n % 9 + 1}号"]
        )
    schema = ["scheme", "node", "holder", "name", "batch", "awarded_on", "document"]
    b.table("designations", b.province, pl.DataFrame(rows, schema=schema, orient="row"))


def round_of(b: Builder, scheme) -> None:
    """A round of a title: a candidate at each step of the way up, an expert's score, a notice, a certificate, a title taken away."""
    on = b.today - 60 * DAY
    days = {"opens_on": on, "closes_on": b.today + 10 * DAY}
    call = b.do(scheme_acts.call, "zhou", at=on, scheme=scheme, title=f"{on.year}年省五一劳动奖章评选", batch="本批", seats=20, edition=31, **days)
    b.do(scheme_acts.set_quota, "zhou", call, at=on, level=b.cities[0], seats=12)
    b.do(scheme_acts.set_share, "zhou", call, at=on, what="industrial", percent=40, at_least=True)
    whom = b.members(b.counties[0], len(WAY))
    for n, (reached, person) in enumerate(zip(WAY, whom, strict=True)):
        told = {"holder": "person", "person": person, "category": "industrial" if n % 3 else "frontline", "minutes_on": on}
        brief = f"长期在生产一线工作，{WORKS[n]}成绩突出，带徒{n + 2}人。"
        row = b.do(nomination_acts.nominate, "sun", at=on + DAY, round=call, node=b.union.node, brief=brief, **told)
        carry(b, row, reached, on)
    closed = {"opens_on": b.year + 40 * DAY, "closes_on": b.year + 60 * DAY}
    old = b.do(scheme_acts.call, "zhou", at=b.year + 40 * DAY, scheme=scheme, title="上一年度省五一劳动奖章评选", batch="上年", edition=30, **closed)
    b.do(scheme_acts.close_round, "zhou", old, at=b.year + 61 * DAY)
    b.do(scheme_acts.finish_round, "zhou", old, at=b.year + 100 * DAY, on=b.year + 100 * DAY)


def carry(b: Builder, row: Nomination, reached: str, on) -> None:
    """Take a nomination as far as `reached`, every step by the level whose turn it is."""
    if reached == "nominated":
        return
    if reached == "taken_back":
        b.do(nomination_acts.take_back, "sun", row, at=on + 2 * DAY, why="本人放弃")
        return
    b.do(nomination_acts.recommend, "sun", row, at=on + 2 * DAY, opinion="同意推荐")
    if reached == "recommended":
        return
    if reached == "returned":
        b.do(nomination_acts.return_nomination, "wang", row, at=on + 4 * DAY, why="缺职工（代表）大会纪要")
        return
    levels = ("wang", "wang", "li")[: 2 if reached == "at_city" else 3]
    for step, who in enumerate(levels):
        row = b.do(nomination_acts.recommend_on, who, row, at=on + (4 + step) * DAY, opinion="同意推荐")
    if reached == "at_city":
        return
    if reached == "rejected":
        b.do(nomination_acts.reject, "zhou", row, at=on + 9 * DAY, why="名额有限，本次未入选")
        return
    asked = b.do(naming_acts.assign_expert, "zhou", at=on + 8 * DAY, nomination=row, expert=b.cast["xie"].account)
    b.do(naming_acts.score, "xie", asked, at=on + 10 * DAY, score=Decimal("92.50"), comment="一线业绩突出，带徒成效明显。")
    b.do(naming_acts.review, "zhou", row, at=on + 12 * DAY)
    if reached == "reviewed":
        return
    b.do(naming_acts.post, "zhou", row, at=b.today - DAY if reached == "posted" else on + 14 * DAY, phone=PHONE)
    if reached == "posted":
        return
    given = {"document": f"河工发〔{on.year}〕31号", "awarded_on": on + 40 * DAY}
    b.do(naming_acts.confer, "zhou", row, at=on + 40 * DAY, **given)
    if reached == "withdrawn":
        title = Nomination.objects.for_act("demo").get(pk=row.pk).designation
        told = {"on": b.today - 3 * DAY, "document": f"河工发〔{b.today.year}〕40号", "why": "弄虚作假骗取荣誉"}
        b.do(titles.withdraw, "gao", title, at=b.today - 3 * DAY, **told)


def outside(b: Builder, scheme) -> None:
    """A title of the federation above: one nominee forwarded, one granted."""
    on = b.today - 90 * DAY
    days = {"opens_on": on, "closes_on": on + 20 * DAY}
    call = b.do(scheme_acts.call, "zhou", at=on, scheme=scheme, title="全国五一劳动奖章推荐", batch="本批", seats=4, **days)
    for n, person in enumerate(b.members(b.counties[0], 2, skip=len(WAY))):
        told = {"holder": "person", "person": person, "brief": f"参与{WORKS[n]}攻关，成果在全省推广。"}
        row = b.do(nomination_acts.nominate, "li", at=on + DAY, round=call, node=b.cities[0], **told)
        b.do(nomination_acts.recommend, "li", row, at=on + 2 * DAY, opinion="同意推荐")
        b.do(naming_acts.review, "zhou", row, at=on + 5 * DAY)
        b.do(naming_acts.post, "zhou", row, at=on + 6 * DAY, phone=PHONE)
        b.do(naming_acts.forward, "zhou", row, at=on + 30 * DAY, document=f"河工报〔{on.year}〕5号")
        if n:
            b.do(naming_acts.confer, "zhou", row, at=on + 60 * DAY, document=f"总工发〔{on.year}〕8号", awarded_on=on + 55 * DAY)


def rechecked(b: Builder) -> None:
    """Titles looked at again: one under way, one passed, one to mend, one ended, one entered by mistake."""
    kinds = (words.CRAFTSMAN, words.BEAUTIFUL, words.STAR_KEEPER)
    rows = Designation.objects.for_act("demo").filter(kind__in=kinds, tier="province", state="standing").order_by("-awarded_on")
    for n, row in enumerate(rows[:5]):
        if n < 3:
            b.do(titles.begin_recheck, "gao", row)
        if n == 1:
            b.do(titles.pass_recheck, "gao", row, on=b.today)
        elif n == 2:
            b.do(titles.let_rectify, "gao", row, why="工作室一年未开展活动")
        elif n == 3:
            b.do(titles.end, "gao", row, on=b.today, why="本人已调离本省")
        elif n == 4:
            b.do(titles.correct, "gao", row, why="重复登记")


def projects(b: Builder, first) -> None:
    """Two projects of skilled workers that a city has named beside the workers."""
    told = {"kind": words.SKILLED, "name": "优秀技工项目", "tier": "city", "issuer": b.cities[0].name, "holders": ["work"]}
    scheme = b.do(scheme_acts.declare_scheme, "li", at=b.year, node=b.cities[0], since=first, document=f"临工发〔{first.year}〕9号", **told)
    for n in range(2):
        on = b.today - (95 + n) * DAY
        told = {"holder": "work", "name": f"{WORKS[n]}攻关项目", "batch": "本年", "awarded_on": on}
        b.do(titles.record, "li", at=on, scheme=scheme, node=b.union.node, **told)


def rewards(b: Builder) -> None:
    """Rewards of a city: a list that is paid and reconciled, and one that is still made up; a fund for craftsmen."""
    rows = list(Designation.objects.for_act("demo").filter(kind=words.SKILLED, state="standing").order_by("pk"))
    makers = list(Designation.objects.for_act("demo").filter(kind=words.CRAFTSMAN, tier="city", state="standing").order_by("pk")[:3])
    city, half = b.cities[0], max(len(rows) // 2, 1)
    fund = b.do(money.declare_source, "zhou", at=b.year, node=b.province, code="RY-1", name="荣誉奖励资金", since=b.year)
    for n, (kind, title, those) in enumerate(
        ((words.REWARD, "优秀技工奖励第一批", rows[:half]), (words.REWARD, "优秀技工奖励第二批", rows[half:]), (words.FUND, "市级工匠基金", makers))
    ):
        on = b.today - (18 - 5 * n) * DAY
        told = {"kind": kind, "title": title, "source": fund, "award_year": b.year.year}
        batch = b.do(money.open_batch, "li", at=on, node=city, **told)
        for row in those:
            told = {"payee": row.name, "amount": Decimal(2000 + 1000 * n), "account_no": f"622203{row.pk:012d}", "cause": str(row.pk)}
            b.do(line_acts.add, "li", at=on, batch=batch, **told)
        if n != 1:
            b.do(money.approve, "gao", batch, at=on + DAY)
            b.do(money.send, "zhou", batch, at=on + 2 * DAY)
            b.do(money.all_paid, "zhou", batch, at=on + 3 * DAY, on=on + 3 * DAY, total=Decimal(2000 + 1000 * n) * len(those))


def courtesies(b: Builder, first) -> None:
    """What holders are entitled to, and who has used, declined or not answered it."""
    kinds = (
        ("labour_model", "劳模疗休养", "recuperation", 1),
        ("labour_model", "劳模健康体检", "health", 1),
        (words.CRAFTSMAN, "文艺演出邀请", "show", 4),
    )
    turn = count()
    for honour, title, kind, times in kinds:
        told = {"title": title, "kind": kind, "honour": honour, "times": times, "basis": "劳模工匠服务办法"}
        courtesy = b.do(acts.entitle, "zhou", at=b.year, node=b.province, since=first, **told)
        holders = Designation.objects.for_act("demo").filter(kind=honour, state="standing", awarded_on__lt=b.today - 40 * DAY).order_by("pk")
        for row in holders[:8]:
            told = {"courtesy": courtesy, "designation": row, "occasion": f"{b.today.year}年{title}"}
            use = b.do(acts.offer, "gao", at=b.today - 25 * DAY, **told)
            n = next(turn) % 4
            if n == 1:
                b.do(acts.decline, "gao", use, at=b.today - 20 * DAY)
            elif n == 3:
                b.do(acts.let_lapse, "gao", use, at=b.today - 5 * DAY)
            elif n == 0:
                b.do(acts.use, "gao", use, at=b.today - 10 * DAY, on=b.today - 10 * DAY)
    old = {"title": "公园免票", "kind": "transport", "honour": words.LABOUR_MODEL, "times": 12}
    b.do(acts.end_courtesy, "zhou", b.do(acts.entitle, "zhou", at=b.year, node=b.province, since=first, **old), on=b.today, why="并入市民卡")


def register(b: Builder, first) -> None:
    """What others have given the federation, rules in force, a training plan."""
    for n, (title, issuer, tier, theme) in enumerate(
        (
            ("全国模范职工之家", "全国总工会", "national", "relations"), ("“安康杯”竞赛优秀组织单位", "应急管理部", "national", "safety"),
            ("新闻宣传先进单位", "省委宣传部", "provincial", "publicity"), ("会展优秀组织奖", "省商务厅", "provincial", "fair"),
            ("工会财务工作先进单位", "全国总工会", "national", "finance"), ("平安建设先进单位", "省委政法委", "provincial", "other"),
        )
    ):  # fmt: skip
        b.do(
            acts.receive,
            "gao",
            at=b.today - 30 * n * DAY,
            node=b.province,
            title=title,
            issuer=issuer,
            tier=tier,
            theme=theme,
            since=b.today - (30 * n + 5) * DAY,
        )
    for kind, title in ((words.RULES, "省五一劳动奖评选管理办法"), (words.FUND_RULES, "河州工匠基金管理办法")):
        told = {"kind": kind, "title": title, "issuer": "河州省总工会", "number": f"河工发〔{first.year}〕{len(title)}号", "in_force_from": first}
        b.do(registers.enter, "gao", at=b.year, node=b.province, since=first, **told)
    for row in Designation.objects.for_act("demo").filter(kind=words.CRAFTSMAN, tier="city", person__isnull=True).order_by("pk")[:6]:
        b.do(registers.enter, "li", node=b.cities[0], kind=words.POOL, title=f"产业工匠 {row.name}", since=row.awarded_on, holder_name=row.name)
    span = {"since": first, "until": first.replace(year=first.year + 2, month=12, day=31)}
    item = b.do(plans.propose, "gao", at=b.year, node=b.province, kind=words.TRAINING, title="河州工匠培育计划", target=300, **span)
    b.do(plans.approve, "zhou", item, at=b.year + DAY)
