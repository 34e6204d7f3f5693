"""A year of contests: planned and held, heads filed, a final with its prizes, an orchard contest under way, what others published."""

from datetime import timedelta
from decimal import Decimal

import polars as pl

from gonghui.commons.activities import acts as activities
from gonghui.commons.parties.team_acts import found_team
from gonghui.commons.plans import acts as plans
from gonghui.commons.readings import acts as readings
from gonghui.commons.registers import acts as registers
from gonghui.commons.returns import acts as returns
from gonghui.lines.organization.membership.models import Membership
from gonghui.lines.production.contests import acts, entry_acts, words
from gonghui.lines.production.contests.models import Entry

DAY = timedelta(days=1)
THEMES = ("安康杯", "重点工程", "产业链", "班组技能比武", "节能降碳", "网约配送")


def demo(b) -> None:
    """Everything in some state of its way."""
    first = b.year.replace(month=1, day=1)
    planned(b, first)
    listed = registered(b, first)
    filed(b)
    final(b, listed)
    orchards(b)
    for number, days in ((830_000, 60), (1_260_000, 2)):
        what = {"kind": words.VIEWS, "about": "技能创新大赛节目", "source": "省广播电视台", "number": Decimal(number)}
        reading = b.do(readings.receive, "gao", node=b.province, measured_on=b.today - days * DAY, **what)
        if days > 30:
            b.do(readings.accept, "zhou", reading)


def planned(b, first) -> None:
    """The year's plan, and contests held by it."""
    last = b.today.replace(month=12, day=31)
    for n, theme in enumerate(THEMES):
        what = {"node": b.province, "kind": words.PLAN, "title": f"“{theme}”竞赛", "since": first, "until": last, "target": 5, "unit": "item"}
        item = b.do(plans.propose, "gao", at=b.year, **what)
        if n < len(THEMES) - 1:
            b.do(plans.approve, "zhou", item, at=b.year + DAY)
    rows = []
    for n in range(b.count(240, 12)):
        node, theme = b.counties[n % len(b.counties)], THEMES[n % len(THEMES)]
        kind = words.SKILL if n % 3 == 0 else words.LABOUR
        held = b.day(b.year, b.today - DAY).isoformat()
        rows.append([node.code, kind, f"{node.name[:5]}“{theme}”竞赛第{n + 1}场", held, "生产现场", str(b.dice.randint(20, 200))])
    b.table("activities", b.province, pl.DataFrame(rows, schema=["node", "kind", "title", "held_on", "at_place", "head_count"], orient="row"))
    launch = {"kind": words.LAUNCH, "node": b.cities[0], "title": "年度劳动竞赛启动仪式", "at_place": "产业园", "host": b.counties[0]}
    b.do(activities.plan, "li", held_on=b.today + 9 * DAY, **launch)


def registered(b, first) -> dict:
    """Classes, chains, an edition and a result published by others."""
    listed = {}
    for kind, title, who, node, more in (
        (words.CLASS, "一类竞赛（跨行业）", "gao", b.province, {"tier": "provincial", "issuer": "省总工会"}),
        (words.CLASS, "二类竞赛（单一行业）", "gao", b.province, {"tier": "provincial", "issuer": "省总工会"}),
        (words.CHAIN, "新材料产业链", "li", b.cities[0], {"tier": "city", "issuer": "市人民政府"}),
        (words.CHAIN, "装备制造产业链", "li", b.cities[0], {"tier": "city", "issuer": "市人民政府"}),
        (words.EDITION, "第三届河州工匠杯", "gao", b.province, {"tier": "provincial", "quantity": 3, "unit": "届"}),
        (words.RESULT, "全国数字化技能大赛团体名次", "gao", b.province, {"tier": "national", "issuer": "大赛组委会", "quantity": 6, "unit": "名"}),
    ):
        since = first if kind in (words.CLASS, words.CHAIN) else b.today - 90 * DAY
        listed[title] = b.do(registers.enter, who, node=node, kind=kind, title=title, since=since, in_force_from=since, **more)
    return listed


def filed(b) -> None:
    """Heads filed by units for last year: accepted, sent up, sent back, and not yet sent."""
    year, codes = str(b.year.year - 1), [u.node.code for u in b.unions[4 : 4 + b.count(600, 8)]]
    rows = [[code, words.LABOUR_HEADS, year, str(b.dice.randint(0, 80)), "竞赛台账"] for code in codes]
    b.table("returns", b.province, pl.DataFrame(rows, schema=["unit", "kind", "period", "number", "basis"], orient="row"))
    alike = returns.HeadCount.objects.for_act("demo").filter(kind=words.LABOUR_HEADS, state="submitted")
    b.do(returns.accept_alike, "gao", alike.first())
    before = str(b.today.year - 1)
    for node, kind, number in ((b.union.node, words.LABOUR_HEADS, 63), (b.beside.node, words.SKILL_HEADS, 28)):
        row = b.do(returns.fill, "wang", node=node, kind=kind, period=before, number=number, basis="竞赛签到表")
        b.do(returns.submit, "wang", row, explained="首次填报")
        b.do(returns.accept, "li", row)
    for period, steps in ((f"{year}H1", ("submit",)), (f"{year}H2", ("submit", "back")), (f"{int(year) - 1}H2", ())):
        row = b.do(returns.fill, "sun", node=b.union.node, kind=words.SKILL_HEADS, period=period, number=42, basis="技能比武台账")
        if "submit" in steps:
            b.do(returns.submit, "sun", row)
        if "back" in steps:
            b.do(returns.send_back, "wang", row, why="与台账不符")


def final(b, listed) -> None:
    """A provincial final: one item rewarded, one being judged, one open for entries."""
    on = b.today - 20 * DAY
    cup = b.do(activities.plan, "gao", at=on - 60 * DAY, kind=words.SKILL, node=b.province, title="河州工匠杯", held_on=on, at_place="省体育馆")
    b.do(activities.approve, "zhou", cup, at=on - 55 * DAY)
    what = {"contest": cup, "tier": "provincial", "judged": "score", "held_on": on, "edition": listed["第三届河州工匠杯"], "per_team": 4}
    more = {"category": listed["一类竞赛（跨行业）"]}
    items = [b.do(acts.open_item, "gao", at=on - 50 * DAY, title=title, **what, **more) for title in ("焊工", "网络安全管理员", "养老护理员")]
    who = [m.person for m in Membership.objects.for_act("demo").filter(state="active").select_related("person").order_by("pk")[:12]]
    for n, item in enumerate(items):
        node = b.cities[n % len(b.cities)]
        what = {"kind": words.DELEGATION, "name": f"{node.name[:2]}代表队", "since": on - 50 * DAY}
        team = b.do(found_team, "zhou", at=on - 45 * DAY, node=node, **what)
        b.do(entry_acts.enter, "gao", at=on - 40 * DAY, team=team, item=item, persons=who[4 * n : 4 * n + 4])
    for n, item in enumerate(items[:2]):
        for entry in Entry.objects.for_act("demo").filter(item=item).order_by("pk"):
            b.do(entry_acts.check_entry, "zhou", entry, at=on - 30 * DAY)
        b.do(acts.close_entries, "gao", item, at=on - 5 * DAY)
        for k, entry in enumerate(Entry.objects.for_act("demo").filter(item=item).order_by("pk")[: 4 - n]):
            b.do(entry_acts.score, "gao", entry, at=on, score=Decimal(95 - 3 * k))
    b.do(acts.sign_scores, "gao", items[0], at=on)
    b.do(acts.rank, "zhou", items[0], at=on + DAY)
    b.do(acts.award, "zhou", Entry.objects.for_act("demo").filter(item=items[0], rank=1), at=on + 2 * DAY, award="first")
    b.do(acts.award_item, "zhou", items[0], at=on + 2 * DAY, document=f"河工发〔{on.year}〕12号")


def orchards(b) -> None:
    """A contest of orchards in a city: entered, inspected, some measured."""
    on, city = b.today + 10 * DAY, b.cities[0]
    contest = b.do(activities.plan, "li", kind=words.LABOUR, node=city, title="果园亩均效益竞赛", held_on=on, at_place="果区")
    item = b.do(acts.open_item, "li", contest=contest, title="矮化苹果园", tier="city", judged="benefit", held_on=on)
    made = [b.do(entry_acts.enter_work, "wang", node=b.counties[0], item=item, title=f"{name}果园") for name in ("河东", "河西", "塬上", "川道")]
    for entry in made[:3]:
        b.do(entry_acts.check_entry, "li", entry)
    b.do(entry_acts.withdraw, "wang", made[3], why="遭雹灾")
    b.do(acts.close_entries, "li", item)
    for n, entry in enumerate(made[:2]):
        what = {"visited_on": b.today, "area": Decimal(12), "income": Decimal(150_000 + 9_000 * n), "cost": Decimal(52_000)}
        b.do(entry_acts.measure, "li", entry, **what)
