"""
The demo federation: a province, three cities, twelve counties, 1,200 unions, 40,000 members, one year.

Everything is made by the acts and tables that production uses, under the accounts that would do it.
"""

import random
from datetime import date, timedelta

import polars as pl
from django.core.files.uploadedfile import SimpleUploadedFile

from gonghui.commons.parties.acts import enter_employer
from gonghui.commons.parties.models import Person
from gonghui.commons.plans import acts as plans
from gonghui.kernel import clock
from gonghui.kernel.access.acts import random_password
from gonghui.kernel.access.models import Account, Grant
from gonghui.kernel.access.viewer import SYSTEM, Viewer
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.intake.acts import carry_on, check, start
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.tree.models import Node
from gonghui.lines.education.lectures import acts as lectures
from gonghui.lines.education.lectures.words import Series
from gonghui.lines.organization.membership import acts as joining
from gonghui.lines.organization.membership import stay_acts as staying
from gonghui.lines.organization.membership.models import Membership
from gonghui.lines.organization.orgs import acts as founding
from gonghui.lines.organization.orgs import tree_acts
from gonghui.lines.organization.orgs.acts import stand_up
from gonghui.lines.organization.orgs.models import Union

from .people import credit_code, firm, people

BEGINNING = date(2015, 1, 1)
CITIES = {
    "临江": ("东湖区", "西岭区", "白沙县", "石门县"),
    "远山": ("北关区", "南桥区", "青山县", "云溪县"),
    "金川": ("河口区", "新安区", "龙泉县", "永乐县"),
}
PROVINCE = "河州省总工会"
FORMS = ("", "", "", "", "courier", "rider", "truck", "ride")
TOPICS = ("劳模精神", "工匠故事", "安全生产", "法律进企业", "新时代产业工人", "女职工权益", "家风家训", "绿色低碳")


class Builder:
    """One build: its seed, its clock, who does what."""

    def __init__(self, scale: float, seed: int, progress):
        self.scale, self.dice, self.say = scale, random.Random(seed), progress
        self.today = clock.today()
        self.year = self.today - timedelta(days=365)
        self.accounts: list[dict] = []

    def count(self, number: int) -> int:
        return max(round(number * self.scale), 1)

    def day(self) -> date:
        return self.year + timedelta(days=self.dice.randrange(364))

    def table(self, kind: str, node: Node, frame: pl.DataFrame):
        """Take a table in as the province officer would."""
        upload = SimpleUploadedFile(f"{kind}.csv", frame.write_csv().encode())
        batch = do(check, self.officer, node=node, kind=kind, file=upload).subject
        if batch.bad:
            raise AssertionError(f"{kind}: {batch.errors.first().says}")
        return carry_on(do(start, self.officer, batch).subject)


def build(*, scale: float = 1.0, seed: int = 2024, progress=lambda text: None) -> list[dict]:
    """Build it in the current database; return the ready accounts with their passwords."""
    with trusted():
        b = Builder(scale, seed, progress)
        _federations(b)
        _unions(b)
        _members(b)
        _lectures(b)
        _waiting(b)
        _people_of_the_demo(b)
    return b.accounts


def _federations(b: Builder) -> None:
    def root(ctx):
        return stand_up(ctx, parent=None, kind="province", name=PROVINCE, on=BEGINNING, code="HZ").node

    with clock.at(BEGINNING):
        b.province = by_house("rehearsal.root", root)
        b.officer = _account(b, "zhou", "周敏", "province_officer", b.province, "省总工会干部")
        b.counties, b.towns = [], []
        for i, (city, counties) in enumerate(CITIES.items(), 1):
            above = _appoint(b.province, "city", f"{city}市总工会", f"HZ{i:02d}")
            for j, county in enumerate(counties, 1):
                node = _appoint(above, "county", f"{city}市{county}总工会", f"HZ{i:02d}{j:02d}")
                b.counties.append(node)
                for k, town in enumerate(("城关", "河东", "园区"), 1):
                    kind = "zone" if town == "园区" else "town"
                    name = f"{county}{'经济开发区' if kind == 'zone' else town + '街道'}工会"
                    b.towns.append(_appoint(node, kind, name, f"HZ{i:02d}{j:02d}-{k}"))
                _appoint(node, "sector_league", f"{county}快递行业工会联合会", f"HZ{i:02d}{j:02d}-L")
        b.city = Node.objects.for_act("demo").get(code="HZ01")
    b.say(f"federations: {Node.objects.for_act('demo').count()}")


def _appoint(parent: Node, kind: str, name: str, code: str) -> Node:
    return do(founding.appoint, SYSTEM, node=parent, kind=kind, name=name, on=BEGINNING, code=code).subject.node


def _account(b: Builder, login: str, name: str, role: str, node: Node, label: str) -> Viewer:
    password = random_password()

    def make(ctx):
        account = Account(login=login, name=name, node=node)
        account.set_password(password)
        account.save()
        Grant(account=account, role=role, node=node, since=BEGINNING).save()
        return account

    b.accounts.append({"label": label, "login": login, "password": password})
    return Viewer(by_house("rehearsal.account", make))


def _unions(b: Builder) -> None:
    rows = []
    for n in range(b.count(1200)):
        town = b.towns[n % len(b.towns)]
        founded = date(b.dice.randint(2015, 2023), b.dice.randint(1, 12), b.dice.randint(1, 28))
        name = firm(n // len(b.towns), town.name[:3])
        rows.append(
            {
                "parent": town.code, "code": f"{town.code}-{n:04d}", "name": f"{name}工会", "kind": "single", "founded_on": founded.isoformat(),
                "employer": name, "uscc": credit_code(n + 1), "workers": str(b.dice.randint(20, 400)), "chair": people(9_000_000 + n, 1)["name"][0],
                "verified_on": founded.isoformat() if b.dice.random() < 0.8 else "", "segment": "new_form" if n % 17 == 0 else "",
            }
        )  # fmt: skip
    b.table("unions", b.province, pl.DataFrame(rows))
    b.unions = list(Union.objects.for_act("demo").filter(node__kind="single").select_related("node").order_by("pk"))
    for i in range(6):
        with clock.at(BEGINNING + timedelta(days=900)):
            site = do(tree_acts.list_site, SYSTEM, node=b.counties[i], name=f"{b.counties[i].name[3:6]}搬迁安置点", since=clock.today()).subject
        if i < 5:
            do(tree_acts.cover_site, b.officer, site, union=b.unions[i], on=b.unions[i].founded_on)
    b.say(f"unions: {len(b.unions)}")


def _members(b: Builder) -> None:
    count = b.count(41_000)
    frame = people(0, count)
    unions = [b.unions[b.dice.randrange(len(b.unions))] for _ in range(count)]
    joined = [max(u.founded_on, date(2010, 1, 1)) + timedelta(days=b.dice.randrange(300)) for u in unions]
    forms = [FORMS[b.dice.randrange(8)] if u.pk % 3 == 0 else "" for u in unions]
    unnamed = [b.dice.random() < 0.06 for _ in range(count)]
    frame = frame.with_columns(
        pl.Series("union", [u.node.code for u in unions]),
        pl.Series("joined_on", [d.isoformat() for d in joined]),
        pl.Series("new_form", forms),
        pl.Series("employment", ["new_form" if f else "contract" for f in forms]),
        pl.when(pl.Series(unnamed)).then(pl.lit("")).otherwise(pl.col("id_no")).alias("id_no"),
    )
    b.table("members", b.province, frame)
    named = frame.filter(pl.col("id_no") != "")
    cards = named.head(len(named) * 2 // 5).with_row_index("n")
    cards = cards.select(
        "id_no", (pl.lit("62") + pl.col("n").cast(pl.String).str.zfill(12)).alias("card"), pl.lit(b.today.isoformat()).alias("issued_on")
    )
    b.table("cards", b.province, cards)
    left = named.tail(len(named) // 40).select("id_no", pl.lit((b.today - timedelta(days=30)).isoformat()).alias("left_on"))
    b.table("exits", b.province, left.filter(~pl.col("id_no").is_in(cards["id_no"].to_list())))
    b.say(f"members: {Membership.objects.for_act('demo').filter(state='active').count()}")


def _lectures(b: Builder) -> None:
    teams = [(b.province, "省劳模工匠宣讲团"), (b.province, "省职工理论宣讲团"), (b.city, "临江市巾帼宣讲团")]
    for node, name in teams:
        do(lectures.found_team, b.officer, node=node, name=name, since=b.year)
    labels = {s.value: str(s.label) for s in Series}
    rows = []
    for n in range(b.count(900)):
        union = b.unions[b.dice.randrange(len(b.unions))]
        tags = b.dice.sample(list(labels), b.dice.choice((1, 1, 2)))
        rows.append(
            {
                "node": union.node.code, "kind": "lecture", "series": "、".join(labels[t] for t in tags), "title": f"{b.dice.choice(TOPICS)}宣讲第{n + 1}场",
                "held_on": b.day().isoformat(), "at_place": f"{union.node.name[:4]}礼堂", "venue": "school" if "campus" in tags else "firm",
                "host": b.counties[n % len(b.counties)].code if n % 9 == 0 else "", "head_count": str(b.dice.randint(20, 260)),
            }
        )  # fmt: skip
    b.table("lectures", b.province, pl.DataFrame(rows))
    with clock.at(b.year):
        drive = do(
            plans.propose,
            SYSTEM,
            node=b.province,
            kind="drive",
            title="基层组建攻坚行动",
            since=b.year,
            until=b.year + timedelta(days=900),
            target=400,
        ).subject
        for title in ("新业态企业", "两新组织", "互联网企业", "小三级工会"):
            item = do(
                plans.propose,
                SYSTEM,
                node=b.province,
                kind="drive.segment",
                title=title,
                since=b.year,
                until=b.year + timedelta(days=900),
                part_of=drive,
            ).subject
            do(plans.approve, b.officer, item)
        do(plans.approve, b.officer, drive)
    b.say("lectures: one year")


def _waiting(b: Builder) -> None:
    """Work that waits: applications, foundings, transfers."""
    b.union, b.county = b.unions[0], b.counties[0]
    b.sun = _account(b, "sun", "孙丽", "grassroots_officer", b.union.node, "基层工会经办人")
    b.qian = _account(b, "qian", "钱伟", "grassroots_chair", b.union.node, "基层工会主席")
    b.wang = _account(b, "wang", "王强", "county_officer", b.county, "县（区）组织干部")
    _account(b, "li", "李静", "city_officer", b.city, "市总工会干部")
    for login, name, role, label in (
        ("feng", "冯涛", "system_admin", "系统管理员"),
        ("jiang", "蒋洁", "security_admin", "安全管理员"),
        ("shen", "沈宁", "audit_admin", "审计管理员"),
    ):
        _account(b, login, name, role, b.province, label)
    for i, row in enumerate(people(8_000_000, 12).iter_rows(named=True)):
        with clock.at(b.today - timedelta(days=i % 5)):
            do(joining.register, b.sun, union=b.union, name=row["name"], id_no=row["id_no"], phone=row["phone"])
    for i, name in enumerate(("河东汽修联合工会", "城关家政联合工会")):
        employers = [do_employer(b, f"{name[:4]}{k}店", 4000 + i * 10 + k) for k in range(2)]
        do(founding.apply_founding, SYSTEM, node=b.towns[i], kind="joint", name=name, employers=employers, applicant="筹备人", members=18)
    members = list(Membership.objects.for_act("demo").filter(union=b.unions[1], state="active").order_by("pk")[:3])
    for member in members:
        do(staying.start_transfer, SYSTEM, member, to=b.union)


def do_employer(b: Builder, name: str, n: int):
    return do(enter_employer, b.wang, node=b.county, name=name, uscc=credit_code(n), workers=12).subject


def _people_of_the_demo(b: Builder) -> None:
    """The worker of the demonstration: a member of the first union whose phone is known."""
    member = (
        Membership.objects.for_act("demo")
        .filter(union=b.union, state="active", person__verified_on__isnull=False)
        .select_related("person")
        .order_by("pk")
        .first()
    )

    def make(ctx):
        person = Person.objects.for_act("demo").get(pk=member.person_id)
        account = Account(login="chen", name=person.name, phone_hash=blind("phone", person.phone))
        account.set_unusable_password()
        account.save()
        person.account = account
        person.save()
        return person.phone

    phone = by_house("rehearsal.worker", make)
    b.accounts.append({"label": "职工（手机号）", "login": phone, "password": "验证码见页面"})
    b.say("accounts: ready")
