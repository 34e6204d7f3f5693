"""Public courses: terms, classes, a booking rush and providers, as the demonstration and the published figures have them."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from gonghui.commons.enrolment import acts as enrolment
from gonghui.commons.enrolment.models import Enrolment
from gonghui.commons.money import acts as money
from gonghui.commons.parties.models import Person
from gonghui.commons.plans import acts as plans
from gonghui.commons.registers import acts as registers
from gonghui.kernel import clock
from gonghui.kernel.access.models import Account
from gonghui.kernel.access.viewer import SYSTEM, Viewer
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.tree.models import Node
from gonghui.lines.education.training import acts, certificate_acts, fee_acts, leave_acts, lesson_acts, words
from gonghui.lines.education.training.models import Lesson
from gonghui.lines.organization.membership.models import Membership
from gonghui.rehearsal.replay import builders as b
from gonghui.rehearsal.replay.ground import Ground, days

ONE = timedelta(days=1)
TOPICS = ("电商", "古筝", "羽毛球", "机器人", "围棋", "拉丁舞", "书法", "瑜伽", "摄影", "烘焙")


def moment(day: date, hour: int = 9, minute: int = 0) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))


def term(ground: Ground, node: Node, since: date, *, state: str = "begun"):
    """A term that begins on a day: decided, and begun unless it is to come."""
    with clock.at(since - 30 * ONE):
        item = do(plans.propose, SYSTEM, node=node, kind=words.TERM, title=f"{since:%Y-%m}期", since=since, until=since + 60 * ONE).subject
        do(plans.approve, ground.officer, item)
    if state == "begun":
        with clock.at(since):
            do(plans.begin, ground.officer, item)
    return item


def target(ground: Ground, node: Node, kind: str, since: date, number: int, approved: bool = True) -> None:
    """What was planned for a year under a kind."""
    item = do(
        plans.propose, SYSTEM, node=node, kind=kind, title="年度计划", since=since, until=since.replace(month=12, day=31), target=number
    ).subject
    if approved:
        do(plans.approve, ground.officer, item)


def course(ground: Ground, node: Node, title: str, topic: str, on: date, **more):
    with clock.at(on):
        made = do(acts.propose, SYSTEM, node=node, title=title, topic=topic, hours=20, **more).subject
        return do(acts.approve, ground.officer, made).subject


def one_class(
    ground: Ground, a_course, a_term, begins_on: date, number: int, *, opens: datetime | None = None, seats: int = 30, published: bool = True
):
    """A class of a course in a term, published for booking from `opens`."""
    opens = opens or moment(begins_on - 10 * ONE)
    with clock.at(opens - ONE):
        made = do(
            acts.plan_class, SYSTEM, course=a_course, term=a_term, title=f"{a_course.title}{number}班", seats=seats, at_place=f"教室{number}",
            opens_at=opens, closes_at=opens + 9 * ONE, begins_on=begins_on, ends_on=begins_on + 40 * ONE,
        ).subject  # fmt: skip
        do(lesson_acts.add_lesson, SYSTEM, made, begins_at=moment(begins_on + ONE, 19), ends_at=moment(begins_on + ONE, 20))
        if a_course.for_children:
            do(acts.note_check, SYSTEM, made, checked_on=clock.today())
        if published:
            do(acts.review, ground.officer, made)
            do(acts.publish, ground.officer, made)
    return made


def booking(a_class, viewers: list[Viewer], at: datetime) -> None:
    """These workers ask for a seat, one after the other within minutes."""
    for n, viewer in enumerate(viewers):
        with clock.at(at + timedelta(seconds=n)):
            do(enrolment.enrol, viewer, offer=a_class.offer)


def workers(ground: Ground, codes: list[str], count: int, since: date) -> list[Viewer]:
    """Verified members with accounts of their own."""
    known = b.members(ground, codes, [since] * count)["phone"].to_list()

    def make(ctx):
        people = list(Person.objects.for_act("replay").filter(phone_hash__in=[blind("phone", phone) for phone in known], account=None))
        made = []
        for person in people:
            account = Account(login=f"replay-worker-{person.pk}", phone_hash=person.phone_hash)
            account.save()
            person.account, person.verified_on = account, since
            person.save()
            made.append(account)
        return made

    return [Viewer(account) for account in by_house("replay.workers", make)]


def baoji(stage, n) -> None:
    ground, beside = stage.ground, stage.beside
    city, other = ground.cities[0], beside.cities[0]
    if not n("BJ-020"):
        return
    year = date(2024, 1, 1)
    for claim, kind in (("BJ-020", words.PLANNED_TERMS), ("BJ-021", words.PLANNED_SUBJECTS), ("BJ-022", words.PLANNED_PEOPLE)):
        target(ground, city, kind, year, n(claim))
        target(ground, city, kind, year, 3, approved=False)
        target(ground, city, kind, year - 300 * ONE, 2)
        target(beside, other, kind, year, 5)
    for i in range(n("BJ-023") - 1):
        term(ground, city, year + (3 + 24 * i) * ONE)
    for day in (date(2023, 12, 31), date(2023, 6, 1)):
        term(ground, city, day)
    term(ground, city, date(2024, 7, 1), state="to come")
    term(beside, other, year + 40 * ONE)
    seventh = term(ground, city, date(2024, 6, 24))
    _seventh_term(stage, n, seventh)
    _rush(stage, n, date(2023, 3, 6))


def _seventh_term(stage, n, seventh) -> None:
    """The courses and classes of the term for children, in July; the day before and after, another city, cancelled and unpublished."""
    ground, city = stage.ground, stage.ground.cities[0]
    limits = {"for_children": True, "least_age": 6, "most_age": 12, "why_limits": "少儿班"}
    courses = [course(ground, city, f"少儿{TOPICS[i % 10]}{i}", TOPICS[i % 10], date(2024, 5, 6), **limits) for i in range(n("BJ-088"))]
    july = [date(2024, 7, 1), date(2024, 7, 31), *days(date(2024, 7, 1), date(2024, 7, 31), max(n("BJ-089") - 2, 0))]
    for i, day in enumerate(july[: n("BJ-089")]):
        one_class(ground, courses[i % len(courses)], seventh, day, i)
    one_class(ground, courses[0], seventh, date(2024, 7, 9), 90, published=False)
    gone = one_class(ground, courses[0], seventh, date(2024, 7, 9), 91)
    do(acts.cancel, ground.officer, gone, why="场地检修")
    extra = course(ground, city, "成人太极", "太极", date(2024, 5, 6))
    for i, day in enumerate((date(2024, 6, 30), date(2024, 8, 1))):
        one_class(ground, extra, seventh, day, 92 + i)
    earlier = [term(ground, city, date(2023, 2, 1) + 20 * i * ONE, state="to come") for i in range(9)]
    one_class(ground, extra, earlier[-1], date(2023, 7, 20), 94)
    beside = stage.beside
    away = course(beside, beside.cities[0], "邻市合唱", "合唱", date(2024, 5, 6))
    one_class(beside, away, term(beside, beside.cities[0], date(2024, 6, 1), state="to come"), date(2024, 7, 9), 95)


def _rush(stage, n, opened: date) -> None:
    """A booking that fills within the hour; next door, and the year after, one that must not count."""
    hours = n("BJ-086")
    for ground, codes, count, day, filled in (
        (stage.ground, stage.codes, n("BJ-085"), opened, hours),
        (stage.beside, stage.others, 3, opened, 1),
        (stage.ground, stage.codes, 2, date(2024, 1, 1), 4),
    ):
        city, opens = ground.cities[0], moment(day)
        here = [code for code in codes if b.union_of(code).node.path.startswith(city.path)]
        tea = course(ground, city, f"职工茶艺{day:%Y}", "茶艺", day - 60 * ONE)
        seats = max(count // 2, 1) if filled else count + 1
        made = one_class(ground, tea, term(ground, city, day + 9 * ONE, state="to come"), day + 20 * ONE, 1, opens=opens, seats=seats)
        booking(made, workers(ground, here, count, day - 90 * ONE), opens + timedelta(hours=max(filled - 1, 0), minutes=5))


def guizhou(stage, n) -> None:
    if not n("GZ-050"):
        return
    ground, beside = stage.ground, stage.beside
    zunyi = ground.cities[0]
    opened = date(2023, 11, 27)
    fifth = [term(ground, zunyi, date(2023, 2, 1) + 60 * i * ONE, state="to come") for i in range(n("GZ-050"))][-1]
    a_course = course(ground, zunyi, "瑜伽", "瑜伽", date(2023, 1, 9))
    one_class(ground, a_course, fifth, opened, 1)
    sixth = term(ground, zunyi, date(2023, 12, 20), state="to come")
    one_class(ground, a_course, sixth, opened + ONE, 2)
    away = course(beside, beside.cities[0], "合唱", "合唱", date(2023, 1, 9))
    one_class(beside, away, term(beside, beside.cities[0], date(2023, 11, 1), state="to come"), opened, 3)


REPLAY = {"baoji": baoji, "guizhou": guizhou}
MEANS = {
    ("training.public.terms", "baoji", "2024-plan"): "training.public.terms@planned",
    ("training.public.terms", "baoji", "2024"): "training.public.terms@planned",
    ("training.public.projects", "baoji"): "training.public.projects@planned",
    ("training.public.attendances", "baoji"): "training.public.attendances@planned",
}
RESTATED = {"BJ-002": "BJ-020", "BJ-003": "BJ-021"}


def demo(b_) -> None:
    """A year planned, a term under way: classes in each state, somebody on each list, a course online, providers."""
    city, first, today = b_.cities[0], b_.today - 40 * ONE, b_.today
    new_year = {"since": today.replace(month=1, day=1), "until": today.replace(month=12, day=31)}
    for kind, number in ((words.PLANNED_TERMS, 10), (words.PLANNED_SUBJECTS, 80), (words.PLANNED_PEOPLE, 10_000)):
        item = b_.do(plans.propose, "li", node=city, kind=kind, title="职工公益培训", target=number, **new_year)
        b_.do(plans.approve, "gao", item)
    item = b_.do(plans.propose, "li", at=first - ONE, node=city, kind=words.TERM, title="职工公益培训第一期", since=first, until=first + 120 * ONE)
    b_.do(plans.approve, "gao", item, at=first)
    b_.do(plans.begin, "li", item, at=first)
    courses = [b_.do(acts.propose, "li", at=first, node=city, title=f"{topic}入门", topic=topic, hours=20) for topic in TOPICS[:6]]
    for one in courses[:4]:
        b_.do(acts.approve, "gao", one, at=first)
    chen = b_.cast["chen"].account.person
    members = [m.person for m in Membership.objects.for_act("demo").filter(**_verified(b_)).select_related("person").order_by("pk")[:12]]
    for n, (one, reached) in enumerate(zip(courses, ("draft", "reviewed", "published", "running"), strict=False)):
        running = reached == "running"
        made_on, begins = (first, first + 10 * ONE) if running else (today, today + 15 * ONE)
        group = b_.do(
            acts.plan_class, "li", at=made_on, course=one, term=item, title=f"{one.title}一班", seats=3, at_place=f"文化宫{n + 1}号教室", teacher_name="周老师",
            opens_at=moment(made_on, 8), closes_at=moment(begins - ONE, 18), begins_on=begins, ends_on=begins + 40 * ONE,
        )  # fmt: skip
        b_.do(lesson_acts.add_lesson, "li", group, at=made_on, begins_at=moment(begins, 19), ends_at=moment(begins, 20))
        if running:
            b_.do(lesson_acts.add_lesson, "li", group, at=made_on, begins_at=moment(begins + 35 * ONE, 19), ends_at=moment(begins + 35 * ONE, 20))
        steps = ("draft", "reviewed", "published", "running").index(reached)
        if steps > 0:
            b_.do(acts.review, "gao", group, at=made_on)
        if steps > 1:
            b_.do(acts.publish, "li", group, at=made_on)
            for person in [*members[:2], chen] if running else members[:5]:
                b_.do(enrolment.enter, "li", at=made_on, offer=group.offer, person=person, why="现场报名")
        if running:
            b_.do(acts.begin, "li", group, at=begins)
            lesson = Lesson.objects.for_act("demo").filter(course_class=group).order_by("sitting__begins_at").first()
            came = Enrolment.objects.for_act("demo").filter(offer=group.offer, state="confirmed").order_by("pk")[1:]
            _taught(b_, group, lesson, list(came))
    _completed(b_, courses[2], item, [*members[5:7], chen], first)
    online = b_.do(acts.propose, "li", at=first, node=city, title="劳动法线上课", topic="法律", hours=8, mode="online", units=4)
    b_.do(acts.approve, "gao", online, at=first)
    for n, kind in enumerate(words.PROVIDERS):
        for i in range(b_.count(4 - n)):
            b_.do(registers.enter, "gao", node=b_.province, kind=kind, title=f"河州第{i + 1}职业学院{n + 1}", since=date(2021, 5, 6))


def _taught(b_, group, lesson: Lesson, came: list) -> None:
    """One lesson taught and given again to who missed it, one to come, of which a worker has leave."""
    day = timezone.localdate(lesson.sitting.begins_at)
    b_.do(lesson_acts.roll_call, "li", lesson, at=day + ONE, present=came)
    missed = Enrolment.objects.for_act("demo").filter(offer=group.offer, state="confirmed").exclude(pk__in=[row.pk for row in came])
    b_.do(
        lesson_acts.make_up, "li", lesson, at=day + ONE, begins_at=moment(day + 7 * ONE, 19), ends_at=moment(day + 7 * ONE, 20), people=list(missed)
    )
    given_again = lesson.make_ups.for_act("demo").get()
    b_.do(lesson_acts.roll_call, "li", given_again, at=day + 8 * ONE, present=list(missed))
    mine = Enrolment.objects.for_act("demo").get(offer=group.offer, holder__account=b_.cast["chen"].account)
    ahead = Lesson.objects.for_act("demo").filter(course_class=group, activity=None).get()
    b_.do(leave_acts.ask_leave, "chen", lesson=ahead, enrolment=mine, why="跟车出差")


def _completed(b_, a_course, item, people: list, on: date) -> None:
    """A class that is over: one lesson, certificates, its teacher's fee, and what a worker thinks of it."""
    begins = on + 10 * ONE
    group = b_.do(
        acts.plan_class, "li", at=on, course=a_course, term=item, title=f"{a_course.title}速成班", seats=3, at_place="文化宫报告厅", teacher_name="吴老师",
        opens_at=moment(on, 8), closes_at=moment(begins - ONE, 18), begins_on=begins, ends_on=begins + 10 * ONE,
    )  # fmt: skip
    b_.do(lesson_acts.add_lesson, "li", group, at=on, begins_at=moment(begins, 14), ends_at=moment(begins, 17))
    b_.do(acts.review, "gao", group, at=on)
    b_.do(acts.publish, "li", group, at=on)
    for person in people:
        b_.do(enrolment.enter, "li", at=on, offer=group.offer, person=person, why="现场报名")
    b_.do(acts.begin, "li", group, at=begins)
    everybody = Enrolment.objects.for_act("demo").filter(offer=group.offer)
    b_.do(lesson_acts.roll_call, "li", Lesson.objects.for_act("demo").get(course_class=group), at=begins + ONE, present=list(everybody))
    b_.do(lesson_acts.finish, "li", group, at=begins + 10 * ONE)
    b_.do(certificate_acts.give_certificates, "li", group, at=begins + 10 * ONE)
    given = begins + 10 * ONE
    source = b_.do(money.declare_source, "zhou", at=given, node=b_.province, code="GYPX", name="公益培训经费", since=on.replace(month=1, day=1))
    told = {"kind": words.FEE, "title": "公益培训教师课酬", "source": source, "award_year": given.year}
    fees = b_.do(money.open_batch, "li", at=given, node=b_.cities[0], **told)
    b_.do(fee_acts.list_fees, "li", fees, at=given, since=on, until=given)
    b_.do(
        enrolment.rate, "chen", everybody.get(holder__account=b_.cast["chen"].account), at=begins + 11 * ONE, stars=5, says="老师讲得清楚，时间合适"
    )


def _verified(b_) -> dict:
    return {"node__path__startswith": b_.cities[0].path, "state": "active", "person__verified_on__isnull": False, "since__lt": b_.today - 60 * ONE}
