"""Who works in the demonstration, and what is done and what waits on their desks: single things, act by act."""

from datetime import timedelta

from gonghui.commons.activities import acts as activities
from gonghui.commons.parties.acts import count_workers, end_employer, enter_employer
from gonghui.commons.parties.models import Person
from gonghui.commons.plans import acts as plans
from gonghui.kernel.access.models import Account
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.privacy.crypto import blind
from gonghui.lines.education.lectures import acts as lectures
from gonghui.lines.education.lectures.words import Series
from gonghui.lines.organization.membership import acts as membership
from gonghui.lines.organization.membership import stay_acts
from gonghui.lines.organization.membership.models import Membership
from gonghui.lines.organization.orgs import acts as founding
from gonghui.lines.organization.orgs.models import Coverage

from .builder import Builder
from .people import credit_code, people

DAY = timedelta(days=1)
SEGMENTS = ("新业态企业", "两新组织", "互联网企业", "小三级工会")
FOUNDINGS = ("submitted", "returned", "preparing", "elected", "result_submitted", "established")
TRADES = ("汽修", "家政", "餐饮", "理发", "物业", "印刷", "洗染", "旅店", "园艺", "装裱", "维修", "快印")


def cast(b: Builder) -> None:
    """Offices and accounts; `zhou` has been there from the beginning."""
    b.union, b.beside = b.unions[0], b.unions[1]
    for login, name, role, node, label in (
        ("gao", "高宁", "province_officer", b.province, "省总工会干部（另一人）"),
        ("li", "李静", "city_officer", b.cities[0], "市总工会干部"),
        ("wang", "王敏", "county_officer", b.counties[0], "县（区）组织干部"),
        ("sun", "孙丽", "grassroots_officer", b.union.node, "基层工会经办人"),
        ("qian", "钱玉", "grassroots_chair", b.union.node, "基层工会主席"),
        ("tang", "唐莹", "grassroots_officer", b.beside.node, "邻近工会经办人"),
        ("wu", "吴悦", "auditor", b.cities[0], "市总经审人员"),
        ("hu", "胡敏", "cashier", b.counties[0], "县（区）总工会出纳"),
        ("zheng", "郑洁", "accountant", b.counties[0], "县（区）总工会会计"),
        ("he", "何静", "hotline_agent", b.cities[0], "市总热线坐席"),
        ("luo", "罗宁", "lawyer", b.cities[0], "律师"),
        ("xie", "谢萍", "expert", b.province, "评审专家"),
        ("deng", "邓丽", "keeper", b.counties[0], "阵地管理员"),
        ("feng", "冯萍", "system_admin", b.province, "系统管理员"),
        ("jiang", "蒋洁", "security_admin", b.province, "安全管理员"),
        ("shen", "沈宁", "audit_admin", b.province, "审计管理员"),
    ):
        b.account(login, name, role, node, label)


def plans_of(b: Builder) -> None:
    """A three-year drive with its segments, and what the year is to bring, proposed by one hand and approved by another."""
    first = b.year.replace(month=3, day=1)
    span = {"since": first, "until": first.replace(year=first.year + 2, month=12, day=31)}

    def propose(**what):
        item = b.do(plans.propose, "gao", at=b.year, node=b.province, **span | what)
        return b.do(plans.approve, "zhou", item, at=b.year + 3 * DAY)

    drive = propose(kind="drive", title="基层组建攻坚行动", target=400)
    for title in SEGMENTS:
        propose(kind="drive.segment", title=title, part_of=drive)
    b.do(plans.propose, "gao", node=b.province, kind="drive.segment", title="快递行业", part_of=drive, **span)
    year = {"since": b.today.replace(month=1, day=1), "until": b.today.replace(month=12, day=31)}
    propose(**year, kind="drive", title="年末会员目标", target=b.count(42_000), unit="person", measure="membership.members_total")
    propose(**year, kind="lecture", title="全年宣讲目标", target=b.count(1_000), unit="session", measure="lectures.sessions")


def lectures_by_hand(b: Builder) -> None:
    """Planned lectures in every state; those to come and those to approve wait."""
    steps = (
        (activities.approve, "gao", {}), (activities.announce, "li", {}), (activities.hold, "li", {}),
        (activities.file, "li", {"head_count": 86}), (activities.check, "zhou", {}),
    )  # fmt: skip
    for n, done in enumerate((0, 0, 1, 2, 3, 4, 5, 5)):
        coming = done < 3
        held_on = b.today + (7 + n) * DAY if coming else b.today - (20 + n) * DAY
        lecture = b.do(
            lectures.plan, "li", at=b.today - 40 * DAY, node=b.cities[0], series=[Series.MODEL_WORKER], title=f"劳模工匠进企业第{n + 1}讲",
            held_on=held_on, at_place="工人文化宫", host=b.counties[0],
        )  # fmt: skip
        for act, who, more in steps[:done]:
            b.do(act, who, lecture, **more)
        if n == 1:
            b.do(activities.cancel, "li", lecture, why="场地检修")


def foundings(b: Builder) -> None:
    """Two foundings in each state, applied for over the last months."""
    for n, trade in enumerate(TRADES):
        state, town = FOUNDINGS[n % len(FOUNDINGS)], b.towns[n % 3]
        applied = b.today - (10 + 12 * (n % len(FOUNDINGS)) + n) * DAY
        reached = FOUNDINGS.index(state)
        name = f"{town.name[:5]}{trade}"
        employers = [
            b.do(enter_employer, "wang", at=applied, node=b.counties[0], name=f"{name}{k}店", uscc=credit_code(50_000_000 + 10 * n + k), workers=12)
            for k in range(2)
        ]
        case = b.do(
            founding.apply_founding,
            "li",
            at=applied,
            node=town,
            kind="joint",
            name=f"{name}联合工会",
            employers=employers,
            applicant="筹备人",
            members=18,
        )
        if state == "returned":
            b.do(founding.return_founding, "wang", case, at=applied + DAY, why="缺职工花名册")
            continue
        chair = people(7_000_000 + n, 1)["name"][0]
        for act, who, after, more in (
            (founding.approve_preparation, "wang", 2, {"document": f"东工组〔{applied.year}〕{n + 1}号"}),
            (founding.hold_election, "li", 6, {"on": applied + 5 * DAY, "chair": chair}),
            (founding.file_result, "li", 7, {}),
            (founding.establish, "wang", 9, {"on": applied + 9 * DAY}),
        )[: max(reached - 1, 0)]:
            b.do(act, who, case, at=applied + after * DAY, **more)


def joining(b: Builder) -> None:
    """Paper applications over the year: approved, one refused, one taken back, twelve waiting, one of them too long."""
    rows = list(people(8_000_000, 26).iter_rows(named=True))
    for n, row in enumerate(rows):
        waits = n >= 14
        on = b.today - (20 if n == 25 else n % 5) * DAY if waits else b.day(b.year, b.today - 6 * DAY)
        number = row["id_no"] if n != 20 else ""
        case = b.do(membership.register, "sun", at=on, union=b.union, name=row["name"], id_no=number, phone=row["phone"])
        if n == 0:
            b.do(membership.reject, "qian", case, at=on + DAY, why="已在原单位入会")
        elif n == 1:
            b.do(membership.cancel, "sun", case, at=on + DAY)
        elif not waits:
            b.do(membership.approve, "qian", case, at=on + 2 * DAY)


def staying(b: Builder) -> None:
    """Members who change: transfers received and waiting, memberships retained, cards asked for and lost."""
    own, theirs = _active(b, b.union, 8), _active(b, b.beside, 8)
    for n, member in enumerate(theirs[:5]):
        b.do(stay_acts.start_transfer, "tang", member, at=b.today - 5 * DAY, to=b.union)
        if n < 2:
            case = member.transfers.for_act("demo").get()
            b.do(stay_acts.accept_transfer, "qian", case, at=b.today - 2 * DAY)
    for member in own[-3:]:
        b.do(stay_acts.retain, "sun", member, at=b.today - 30 * DAY, why="退休")
    for union in b.unions[2 : 2 + b.count(60)]:
        for member in _active(b, union, 1):
            b.do(stay_acts.retain, "zhou", member, at=b.day(max(b.year, member.since + DAY), b.today), why="退休")


def untidy(b: Builder) -> None:
    """What real-name checks find: a member entered twice, an employer that ended, more members than workers."""
    member = _active(b, b.union, 1)[0]
    again = {"union": b.union, "name": member.person.name, "phone": member.person.phone}
    case = b.do(membership.register, "sun", at=b.today - 30 * DAY, **again)
    b.do(membership.approve, "qian", case, at=b.today - 28 * DAY)
    firms = [row.employer for row in Coverage.objects.for_act("demo").filter(union__in=b.unions[6:8]).select_related("employer").order_by("pk")]
    b.do(end_employer, "zhou", firms[0], at=b.today - 20 * DAY, on=b.today - 20 * DAY)
    b.do(count_workers, "zhou", firms[1], at=b.today - 20 * DAY, workers=3)


def _active(b: Builder, union, count: int) -> list[Membership]:
    rows = Membership.objects.for_act("demo").filter(union=union, state="active", since__lt=b.today - 40 * DAY)
    return list(rows.order_by("since", "pk")[:count])


def worker(b: Builder) -> None:
    """The worker of the demonstration: a member of the first union whose phone is known."""
    members = Membership.objects.for_act("demo").filter(union=b.union, state="active", person__verified_on__isnull=False)
    member = members.select_related("person").order_by("pk").first()

    def make(ctx):
        person = Person.objects.for_act("demo").get(pk=member.person_id)
        account = Account(login="chen", name=person.name, phone_hash=blind("phone", person.phone))
        account.set_unusable_password()
        account.save()
        person.account = account
        person.save()
        return person.phone

    phone = by_house("rehearsal.worker", make)
    b.cast["chen"] = Viewer(Account.objects.for_act("demo").get(login="chen"))
    b.accounts.append({"label": "职工（手机号）", "login": phone, "password": "验证码见页面"})
