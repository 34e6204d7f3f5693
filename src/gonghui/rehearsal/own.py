"""What the worker of the demonstration has of one's own: matters, aid, a title with its courtesy, money, a seat, an idea."""

from datetime import timedelta
from decimal import Decimal

from gonghui.commons.cases import acts as cases
from gonghui.commons.cases import intake_acts
from gonghui.commons.designations import acts as titles
from gonghui.commons.designations.models import Scheme
from gonghui.commons.enrolment import acts as enrolment
from gonghui.commons.enrolment.models import Offer
from gonghui.commons.money import acts as money
from gonghui.commons.money import line_acts
from gonghui.commons.money.models import Source
from gonghui.commons.parties.reads import own_person
from gonghui.lines.production.honours import acts as honours
from gonghui.lines.production.honours.models import Courtesy
from gonghui.lines.production.innovation import acts as innovation
from gonghui.lines.production.innovation.models import Result
from gonghui.lines.welfare.aid import acts as aid
from gonghui.lines.welfare.scholarships import acts as scholarships
from gonghui.lines.welfare.scholarships.words import AUTUMN

from .builder import Builder
from .lines.aid import picture

DAY = timedelta(days=1)


def records(b: Builder) -> None:
    """Each in a state in which it tells something: waiting, answered, paid and not yet confirmed."""
    me = own_person(b.cast["chen"])
    matters(b)
    asked(b, me)
    paid(b, me)
    honoured(b, me)
    offer = Offer.objects.for_act("demo").filter(title="交响音乐会座席").first()
    b.do(enrolment.enrol, "chen", offer=offer)
    b.do(innovation.suggest, "chen", at=b.today - 6 * DAY, title="更衣柜加装烘干架", says="雨天下班衣物难干，建议加装。")
    row = Result.objects.for_act("demo").get(title="更衣柜加装烘干架")
    b.do(innovation.adopt, "qian", row, at=b.today - 2 * DAY, reply="已采纳，下月在两个更衣室试装。")


def matters(b: Builder) -> None:
    """One matter that was answered and may be rated, one that is under way, one handed in today."""
    county = b.counties[0]
    for n, (title, says) in enumerate(
        (("加班费计算有误", "国庆加班只按平时工资计发。"), ("食堂高温无降温设施", "七月起多人中暑。"), ("想了解退休手续", "明年退休，想问办理流程。"))
    ):
        on = b.today - (20 - 10 * n) * DAY
        told = {"kind": "ticket", "title": title, "says": says, "node": county}
        case = b.do(intake_acts.receive, "chen", at=on, **told)
        if n == 2:
            break
        b.do(intake_acts.admit, "wang", case, at=on + DAY)
        b.do(cases.assign, "wang", case, at=on + DAY, to=b.union.node)
        b.do(cases.accept, "sun", case, at=on + 2 * DAY)
        if n == 0:
            b.do(cases.handle, "sun", case, at=on + 6 * DAY, answer="已与单位核对，差额随下月工资补发。", resolved=True)
            b.do(cases.reply, "qian", case, at=on + 7 * DAY)


def asked(b: Builder, me) -> None:
    """A request for aid that was taken in, and one for a child at college that the union has looked at."""
    told = {"name": me.name, "id_no": me.id_no, "size": 3, "cause": "illness", "says": "配偶长期患病，家庭支出大。", "agree": True}
    household = b.do(aid.apply, "chen", at=b.today - 5 * DAY, node=b.union.node, **told)
    b.do(aid.accept, "sun", household, at=b.today - 3 * DAY)
    told = {
        "aid": AUTUMN,
        "year": b.today.year,
        "name": f"{me.name[0]}小禾",
        "school": "河州大学",
        "level": "bachelor",
        "proof": picture(),
    }
    student = b.do(scholarships.apply, "chen", at=b.today - 8 * DAY, node=b.union.node, family="hardship", **told)
    b.do(scholarships.check, "qian", student, at=b.today - 4 * DAY, family="hardship", amount=Decimal(3000))


def paid(b: Builder, me) -> None:
    """A gift handed over a while ago and confirmed, one that still waits for the worker's word."""
    source = Source.objects.for_act("demo").get(code="JF-1")
    for n, title in enumerate(("国庆走访慰问", "送清凉慰问")):
        on = b.today - (50 - 40 * n) * DAY
        told = {"kind": "other", "title": title, "source": source, "award_year": on.year}
        batch = b.do(money.open_batch, "wang", at=on, node=b.counties[0], **told)
        line = b.do(line_acts.add, "wang", at=on, batch=batch, person=me, amount=Decimal(500 - 200 * n))
        b.do(money.approve, "zheng", batch, at=on + DAY)
        b.do(money.hand_over, "hu", batch, at=on + 2 * DAY, on=on + 2 * DAY)
        if n == 0:
            b.do(line_acts.sign, "chen", line, at=on + 3 * DAY)


def honoured(b: Builder, me) -> None:
    """A title of the city, and a courtesy that goes with it."""
    on = b.today - 70 * DAY
    scheme = Scheme.objects.for_act("demo").get(name="市级工匠")
    told = {"holder": "person", "person": me, "batch": "第六批", "awarded_on": on, "document": f"临工发〔{on.year}〕16号"}
    title = b.do(titles.record, "li", at=on, scheme=scheme, node=b.union.node, **told)
    courtesy = Courtesy.objects.for_act("demo").get(title="文艺演出邀请")
    b.do(honours.offer, "gao", at=b.today - 5 * DAY, courtesy=courtesy, designation=title, occasion="新年音乐会")
