"""
The demo federation: a province, three cities, twelve counties, 1,200 unions, 40,000 members, one year.

Everything is made by the acts and tables that production uses, under the accounts that would do it.
"""

from datetime import date, timedelta

import polars as pl

from gonghui.commons.parties import team_acts
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.tree.models import Node
from gonghui.lines.education.lectures.words import LECTURER_TEAM, Series
from gonghui.lines.organization.membership.models import Membership
from gonghui.lines.organization.orgs import acts as founding
from gonghui.lines.organization.orgs import tree_acts
from gonghui.lines.organization.orgs.acts import stand_up
from gonghui.lines.organization.orgs.models import Union

from . import affairs, own
from .builder import BEGINNING, Builder
from .lines import modules
from .people import credit_code, firm, people

CITIES = {
    "临江": ("东湖区", "西岭区", "白沙县", "石门县"),
    "远山": ("北关区", "南桥区", "青山县", "云溪县"),
    "金川": ("河口区", "新安区", "龙泉县", "永乐县"),
}
PROVINCE = "河州省总工会"
FORMS = ("", "", "", "courier", "rider", "truck", "ride", "domestic")  # in a third of the unions, so that a fifth of all are of a new form
TOPICS = ("劳模精神", "工匠故事", "安全生产", "法律进企业", "新时代产业工人", "女职工权益", "家风家训", "绿色低碳")


def build(*, scale: float = 1.0, seed: int = 2024, progress=lambda text: None) -> list[dict]:
    """Build it in the current database; return the ready accounts with their passwords."""
    with trusted():
        b = Builder(scale, seed, progress)
        _federations(b)
        _unions(b)
        _members(b)
        _lectures(b)
        affairs.cast(b)
        affairs.plans_of(b)
        affairs.lectures_by_hand(b)
        affairs.foundings(b)
        affairs.joining(b)
        affairs.staying(b)
        affairs.untidy(b)
        affairs.worker(b)
        for line in modules().values():
            if hasattr(line, "demo"):
                line.demo(b)
        own.records(b)
        b.say("affairs: done and waiting")
    return b.accounts


def _federations(b: Builder) -> None:
    def root(ctx):
        return stand_up(ctx, parent=None, kind="province", name=PROVINCE, on=BEGINNING, code="HZ").node

    b.province = by_house("rehearsal.root", root)
    b.account("zhou", "周敏", "province_officer", b.province, "省总工会干部")
    b.cities, b.counties, b.towns = [], [], []
    for i, (city, counties) in enumerate(CITIES.items(), 1):
        above = _appoint(b, b.province, "city", f"{city}市总工会", f"HZ{i:02d}")
        b.cities.append(above)
        for j, county in enumerate(counties, 1):
            node = _appoint(b, above, "county", f"{city}市{county}总工会", f"HZ{i:02d}{j:02d}")
            b.counties.append(node)
            for k, town in enumerate(("城关", "河东", "园区"), 1):
                kind = "zone" if town == "园区" else "town"
                name = f"{county}{'经济开发区' if kind == 'zone' else town + '街道'}工会"
                b.towns.append(_appoint(b, node, kind, name, f"HZ{i:02d}{j:02d}-{k}"))
            _appoint(b, node, "sector_league", f"{county}快递行业工会联合会", f"HZ{i:02d}{j:02d}-L")
    b.say(f"federations: {Node.objects.for_act('demo').count()}")


def _appoint(b: Builder, parent: Node, kind: str, name: str, code: str) -> Node:
    return b.do(founding.appoint, "zhou", at=BEGINNING, on=BEGINNING, node=parent, kind=kind, name=name, code=code).node


def _unions(b: Builder) -> None:
    count = b.count(1200, 40)
    chairs, rows = people(9_000_000, count)["name"], []
    for n in range(count):
        town = b.towns[n % len(b.towns)]
        early = n < 40 or b.dice.random() < 0.9
        founded = b.day(BEGINNING, date(2021, 12, 31)) if early else b.day(date(2022, 1, 1), b.today)
        name = firm(n // len(b.towns), town.name[:3])
        rows.append(
            {
                "parent": town.code, "code": f"{town.code}-{n:04d}", "name": f"{name}工会", "kind": "single", "founded_on": founded.isoformat(),
                "employer": name, "uscc": credit_code(n + 1), "workers": str(b.dice.randint(20, 400)), "chair": chairs[n],
                "verified_on": b.day(founded, b.today).isoformat() if b.dice.random() < 0.8 else "", "segment": "new_form" if n % 17 == 0 else "",
            }
        )  # fmt: skip
    b.table("unions", b.province, pl.DataFrame(rows))
    b.unions = list(Union.objects.for_act("demo").filter(node__kind="single").select_related("node").order_by("pk"))
    b.unions.sort(key=lambda union: union.node.code[-4:])  # as in the table: union n hangs below town n
    for i, county in enumerate(b.counties[:6]):
        site = b.do(tree_acts.list_site, "zhou", at=date(2022, 1, 5), node=county, name=f"{county.name[3:6]}搬迁安置点", since=date(2022, 1, 5))
        if i < 5:
            b.do(tree_acts.cover_site, "zhou", site, union=b.unions[3 * i], on=b.day(date(2022, 2, 1), b.year))
    b.say(f"unions: {len(b.unions)}")


def _members(b: Builder) -> None:
    count, chaired = b.count(41_000, 400) - len(b.unions), [union for n, union in enumerate(b.unions) if n % 40 != 7]  # a few chairs never joined
    unions = [b.unions[b.dice.randrange(len(b.unions))] for _ in range(count)] + chaired
    joined = [b.day(union.founded_on, b.today) for union in unions]
    forms = [FORMS[b.dice.randrange(8)] if int(union.node.code[-4:]) % 3 == 0 else "" for union in unions]
    chairs = people(9_000_000, len(b.unions)).filter(pl.int_range(pl.len()) % 40 != 7)
    frame = pl.concat([people(0, count), chairs])
    frame = frame.with_columns(
        pl.Series("union", [union.node.code for union in unions]),
        pl.Series("joined_on", joined).dt.strftime("%Y-%m-%d"),
        pl.Series("new_form", forms),
        pl.Series("employment", ["new_form" if form else "contract" for form in forms]),
        pl.when(pl.Series([b.dice.random() < 0.06 for _ in unions])).then(pl.lit("")).otherwise(pl.col("id_no")).alias("id_no"),
    )
    b.table("members", b.province, frame)
    since = pl.Series([b.day(max(day, b.year), b.today).isoformat() for day in joined])
    named = frame.with_columns(since.alias("later")).filter(pl.col("id_no") != "")
    cards = named.head(len(named) * 2 // 5).with_row_index("n")
    number = (pl.lit("62") + pl.col("n").cast(pl.String).str.zfill(12)).alias("card")
    b.table("cards", b.province, cards.select("id_no", number, pl.col("later").alias("issued_on")))
    b.table("exits", b.province, named.slice(len(named) // 2, len(named) // 40).select("id_no", pl.col("later").alias("left_on")))
    b.say(f"members: {Membership.objects.for_act('demo').filter(state='active').count()}")


def _lectures(b: Builder) -> None:
    for node, name in ((b.province, "省劳模工匠宣讲团"), (b.province, "省职工理论宣讲团"), (b.cities[0], "临江市巾帼宣讲团")):
        b.do(team_acts.found_team, "zhou", at=b.year, node=node, kind=LECTURER_TEAM, name=name, since=b.year)
    labels, rows = {s.value: str(s.label) for s in Series}, []
    for n in range(b.count(900, 20)):
        union = b.unions[b.dice.randrange(len(b.unions))]
        tags = b.dice.sample(list(labels), b.dice.choice((1, 1, 2)))
        rows.append(
            {
                "node": union.node.code, "kind": "lecture", "series": "、".join(labels[t] for t in tags), "title": f"{b.dice.choice(TOPICS)}宣讲第{n + 1}场",
                "held_on": b.day(max(b.year, union.founded_on), b.today - timedelta(days=1)).isoformat(), "at_place": f"{union.node.name[:4]}礼堂",
                "venue": "school" if "campus" in tags else "firm", "host": b.counties[n % len(b.counties)].code if n % 9 == 0 else "",
                "head_count": str(b.dice.randint(20, 260)), "state": "cancelled" if n % 60 == 59 else "",
            }
        )  # fmt: skip
    b.table("lectures", b.province, pl.DataFrame(rows))
    b.say(f"lectures: {len(rows)}")
