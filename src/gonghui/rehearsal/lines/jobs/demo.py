"""Jobs in the demonstration: fairs, vacancies, people who found work, classes, files of seekers."""

from datetime import date, timedelta
from decimal import Decimal

from gonghui.commons.activities import acts as activities
from gonghui.commons.activities import names
from gonghui.commons.cases import acts as cases
from gonghui.commons.cases import intake_acts, more_acts
from gonghui.commons.enrolment import acts as enrolment
from gonghui.commons.enrolment import offer_acts
from gonghui.commons.enrolment.models import Offer
from gonghui.commons.money import acts as paying
from gonghui.commons.money import line_acts
from gonghui.commons.money.models import Source
from gonghui.commons.registers import acts as registers
from gonghui.kernel import clock
from gonghui.lines.welfare.jobs import acts, words
from gonghui.lines.welfare.jobs.models import JobMatch, Vacancy
from gonghui.rehearsal.people import credit_code, firm

ONE = timedelta(days=1)
POSTS = ("挡车工", "电工", "家政服务员", "货车司机", "仓库管理员", "育婴员", "焊工", "客服")
TRADES = ("园林绿化", "家政服务", "汽车驾驶", "电工")


def demo(b) -> None:
    """A fair that was held and one that is coming, vacancies in each state, intents and jobs; classes with rolls; seekers' files."""
    county, seen = b.counties[0], {}
    for held, on in ((True, b.today - 40 * ONE), (False, b.today + 12 * ONE)):
        at = b.today - 60 * ONE
        what = {
            "title": f"{on.month}月招聘会",
            "held_on": on,
            "at_place": "人民广场",
            "series": ["job.spring"],
            "expected": 800,
            "open_to_public": True,
        }
        fair = b.do(activities.plan, "wang", at=at, node=county, kind=words.FAIR, **what)
        for act in (activities.approve, activities.announce):
            b.do(act, "li", fair, at=at)
        posted_on = on - 5 * ONE if held else b.today - ONE
        made = [
            b.do(
                acts.post, "wang", at=posted_on, node=county, fair=fair, firm=firm(n, "东湖"), uscc=credit_code(n + 1), title=POSTS[n % 8], posts=3 + n % 20,
                pay_low=Decimal(3500 + 100 * n), pay_high=Decimal(5000 + 100 * n), until=on + 20 * ONE, at_place="东湖区",
            )
            for n in range(b.count(60, 8))
        ]  # fmt: skip
        b.do(acts.publish, "li", made[:-1], at=posted_on)
        b.do(acts.take_down, "li", made[1], at=posted_on, why="单位已招满")
        if held:
            b.do(activities.hold, "wang", fair, at=on)
            b.do(activities.file, "wang", fair, at=on, head_count=640)
            seen = {"on": on, "made": [made[0], *made[2:-1]]}
    for n, person in enumerate(b.members(county, b.count(40, 6))):
        vacancy, day = seen["made"][n % len(seen["made"])], seen["on"]
        intent = b.do(acts.note_intent, "wang", at=day, vacancy=vacancy, name=person.name, phone=f"139{n:08d}", on=day)
        if n % 3 == 1:
            b.do(acts.not_hire, "wang", intent, at=day + 20 * ONE, why="体检未到")
        elif n % 3 == 2:
            b.do(acts.hire, "wang", intent, at=day + 15 * ONE, since=day + 15 * ONE)
    b.do(acts.confirm, "li", list(JobMatch.objects.for_act("demo").order_by("pk")[:3]), told_by=words.ToldBy.FOLLOW_UP)
    settled(b, county)
    training(b, county)
    for n, stage in enumerate(("job.assessed", "job.trained", "job.employed")):
        file = seeker(b, b.today - (30 + n) * ONE, stage)
        if stage == "job.employed":
            b.do(acts.place, "wang", file=file, node=county, name="求职职工", firm=firm(9, "东湖"), since=b.today - 5 * ONE)


def settled(b, county) -> None:
    """Two seekers of the spring: one still at work after months, one helped to begin a business."""
    begun = b.today - 150 * ONE
    file = seeker(b, begun, "job.employed")
    job = b.do(acts.place, "wang", at=begun + 9 * ONE, file=file, node=county, name="求职职工", firm=firm(3, "东湖"), since=begun + 8 * ONE)
    b.do(acts.confirm, "li", [job], at=begun + 20 * ONE, told_by=words.ToldBy.FOLLOW_UP)
    b.do(acts.keep, "wang", job, at=b.today - 2 * ONE)
    file = seeker(b, begun + 20 * ONE, "job.start_up")
    on = begun + 60 * ONE
    source = b.do(paying.declare_source, "zhou", at=b.year, node=b.province, code="CY-1", name="创业扶持资金", since=b.year)
    told = {"kind": words.START_UP, "title": "职工创业扶持", "source": source, "award_year": on.year}
    batch = b.do(paying.open_batch, "wang", at=on, node=county, **told)
    line = {"payee": "求职职工", "amount": Decimal(5000), "account_no": "62220000777701", "cause": file.number}
    b.do(line_acts.add, "wang", at=on, batch=batch, **line)
    b.do(paying.approve, "zheng", batch, at=on + ONE)
    b.do(paying.send, "hu", batch, at=on + 2 * ONE)
    b.do(paying.all_paid, "hu", batch, at=on + 3 * ONE, on=on + 3 * ONE, total=Decimal(5000))


def training(b, county) -> None:
    """Classes that were held with their rolls and certificates, and one that people may enrol for."""
    for n, trade in enumerate(TRADES):
        on, who = b.today - (90 - 10 * n) * ONE, b.members(county, b.count(30, 5), skip=5 * n)
        what = {"title": f"{trade}技能培训班", "held_on": on, "ended_on": on + 5 * ONE, "at_place": "职工技能实训基地"}
        course = b.do(activities.plan, "wang", at=on, node=county, kind=words.CLASS, **what)
        for act, by in ((activities.approve, "li"), (activities.hold, "wang")):
            b.do(act, by, course, at=on)
        b.do(names.call_roll, "wang", course, at=on, people=list(dict.fromkeys(who)))
        b.do(activities.close_roll, "wang", course, at=on + 5 * ONE)
        certify(b, county, who[0], trade, f"JN-{n + 1:04d}", on + 12 * ONE)
        subsidy(b, county, course, on + 20 * ONE)
    start = clock.now() + 20 * ONE
    told = {
        "title": "育婴员技能培训（第5期）",
        "seats": 40,
        "opens_at": b.open_now,
        "closes_at": start,
        "starts_at": start,
        "ends_at": start + 5 * ONE,
    }
    b.do(offer_acts.publish, "wang", b.do(offer_acts.draft, "wang", node=county, kind=words.SEATS, at_place="职工技能实训基地", **told))


def subsidy(b, county, course, on: date) -> None:
    """The training's subsidy, listed against its class."""
    found = Source.objects.for_act("demo").filter(code="JY-1").first()
    source = found or b.do(paying.declare_source, "zhou", at=b.year, node=b.province, code="JY-1", name="就业培训资金", since=b.year)
    told = {"kind": words.SUBSIDY, "title": f"{course.title}补贴", "source": source, "award_year": on.year}
    batch = b.do(paying.open_batch, "wang", at=on, node=county, **told)
    b.do(line_acts.add, "wang", at=on, batch=batch, payee="技工学校", amount=Decimal(30_000), account_no="62220000888801", cause=str(course.pk))
    b.do(paying.approve, "zheng", batch, at=on + ONE)


def certify(b, node, person, trade: str, number: str, on: date) -> None:
    told = {"title": f"{trade}职业技能等级证书", "issuer": "人力资源和社会保障局", "number": number, "topic": trade, "person": person}
    b.do(registers.enter, "wang", at=on, node=node, kind=words.CERTIFICATE, since=on, **told)


def seeker(b, on: date, stage: str, who: str = ""):
    """A seeker's file as far as a stage; brought by a worker, or entered at a desk."""
    told = {"node": b.counties[0], "kind": words.SEEKER, "title": "求职登记", "says": "希望从事本区制造业岗位，可参加培训。"}
    if who:
        file = b.do(intake_acts.receive, who, at=on, name="陈师傅", **told)
        b.do(intake_acts.admit, "wang", file, at=on)
    else:
        file = b.do(intake_acts.register, "wang", at=on, channel="centre", name="求职职工", client="hardship", **told)
    b.do(cases.assign, "wang", file, at=on, to=b.counties[0])
    b.do(cases.accept, "wang", file, at=on)
    b.do(more_acts.note_stage, "wang", file, at=on + ONE, stage=stage)
    return file


def own(b, me) -> None:
    """The worker has a file, a certificate, a seat in a class, and an application that waits."""
    seeker(b, b.today - 12 * ONE, "job.recommended", "chen")
    certify(b, b.counties[0], me, "电工", "JN-9001", b.today - 30 * ONE)
    coming = Vacancy.objects.for_act("demo").filter(state="published", fair__held_on__gt=b.today).order_by("pk").first()
    b.do(acts.apply, "chen", vacancy=coming)
    b.do(enrolment.enrol, "chen", offer=Offer.objects.for_act("demo").filter(kind=words.SEATS).first())
