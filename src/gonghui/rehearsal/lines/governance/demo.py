"""Governance of the demonstration: terms that run and end, a congress with its delegates, a joint conference, lists, agreements, documents."""

from datetime import timedelta

from django.db.models import Count

from gonghui.commons.activities import acts as activities
from gonghui.commons.cases import intake_acts
from gonghui.commons.plans import acts as plans
from gonghui.commons.registers import acts as registers
from gonghui.commons.registers.words import DOCUMENT
from gonghui.commons.tasks import acts as tasks
from gonghui.commons.tasks.words import CONVERSION, RECTIFICATION
from gonghui.lines.organization.governance import acts, words
from gonghui.lines.organization.governance.rules import last_day
from gonghui.lines.organization.membership.models import Membership
from gonghui.lines.organization.orgs.models import Union

ONE = timedelta(days=1)
LISTS = (
    (CONVERSION, "report", "新就业形态调研成果转化", ("参保率低", "议价渠道少"), ("推动参保补贴", "建立平台协商机制")),
    (RECTIFICATION, "finding", "主题教育检视整改", ("走访不深入", "台账不全"), ("建立走访日志", "补齐会员台账")),
    (words.SUPPORT, "programme", "支持新区发展措施", (), ("援建实训基地", "选派技术骨干")),
    (words.REFORM, "programme", "市级工会改革任务", (), ("优化内设机构", "规范直属企业")),
)


def demo(b) -> None:
    """What each mechanism shows, most of it under way."""
    city = b.cities[0]
    for n, node in enumerate((b.province, *b.cities, *b.counties)):
        since = b.today - (4 * 365 + 40 + 90 * (n % 6)) * ONE
        who = "zhou" if node == b.province else "li" if node.path.startswith(city.path) else "zhou"
        b.do(acts.enter_term, who, at=b.year, node=node, number=5 + n % 4, since=since, until=last_day(since, 5))
    convened(b, city)
    renewed(b)
    met(b, city)
    for kind, origin, title, findings, measures in LISTS:
        whole = b.do(tasks.open_list, "li", at=b.today - 90 * ONE, node=city, kind=kind, title=title, origin=origin, on=b.today - 90 * ONE)
        listed(b, city, whole, findings, measures)
    entered(b, city)


def convened(b, city) -> None:
    """The first city's congress: asked for, agreed to, delegates chosen in its counties, their credentials being looked at."""
    on = b.today - 30 * ONE
    congress = b.do(acts.request, "li", at=on, node=city, number=9, years=5)
    b.do(acts.approve, "zhou", congress, at=on + ONE, document="河工复〔今年〕9号")
    units = [county for county in b.counties if county.path.startswith(city.path)]
    b.do(acts.allot, "li", congress, at=on + 2 * ONE, units=units, seats=4 * len(units), base=2)
    made = []
    for unit in units:
        for person in {p.pk: p for p in b.members(unit, 2)}.values():
            made.append(b.do(acts.choose_delegate, "li", at=on + 9 * ONE, node=unit, congress=congress, person=person))
    b.do(acts.find_valid, "zhou", [one.pk for one in made[: len(made) // 2]], at=on + 20 * ONE)


def renewed(b) -> None:
    """A union's congress: its delegates were valid, it met and voted, and the county has agreed to whom it elected."""
    on = b.today - 60 * ONE
    old = Membership.objects.for_act("demo").filter(node__path__startswith=b.counties[0].path, state="active", since__lt=on).exclude(union=b.union)
    most = old.values("union").annotate(n=Count("pk")).order_by("-n", "union").first()["union"]
    persons = [one.person for one in old.filter(union=most).select_related("person").order_by("pk")[:3]]
    node = Union.objects.for_act("demo").get(pk=most).node
    since = on + (45 - 5 * 365 - 1) * ONE
    b.do(acts.enter_term, "wang", at=b.year, node=node, number=5, since=since, until=last_day(since, 5))
    congress = b.do(acts.request, "wang", at=on, node=node, number=6, years=5)
    b.do(acts.approve, "li", congress, at=on + ONE, document="东工复〔今年〕6号")
    b.do(acts.allot, "wang", congress, at=on + 2 * ONE, units=[node], seats=len(persons), base=1)
    made = [b.do(acts.choose_delegate, "wang", at=on + 9 * ONE, node=node, congress=congress, person=person) for person in persons]
    b.do(acts.find_valid, "li", [one.pk for one in made], at=on + 12 * ONE)
    b.do(acts.review, "wang", congress, at=on + 13 * ONE)
    met_on, count = on + 20 * ONE, len(persons)
    voted = {"entitled": count, "present": count, "seats": 7, "candidates": 8, "issued": count, "recovered": count}
    b.do(acts.hold, "wang", congress, at=met_on, opened_on=met_on, closed_on=met_on, **voted)
    b.do(acts.elect, "wang", congress, at=met_on, person=persons[0], post="chair", yes=count)
    b.do(acts.file, "wang", congress, at=met_on + 3 * ONE)
    b.do(acts.accept, "li", congress, at=met_on + 5 * ONE)


def met(b, city) -> None:
    """Last year's joint conference and this one, with topics, what came of them, and what is collected for the next."""
    for number, on in ((11, b.year + 10 * ONE), (12, b.today - 40 * ONE)):
        told = {"kind": words.JOINT, "title": f"第{number}次政府与工会联席会议", "held_on": on, "at_place": "市政府", "head_count": 32}
        meeting = b.do(activities.record, "li", at=on, node=city, **told)
        b.do(activities.describe, "li", meeting, at=on, edition=number, partner="市人民政府")
        whole = b.do(tasks.open_list, "li", at=on, node=city, kind=words.DECIDED, title=f"第{number}次会议议定事项", origin="meeting", on=on)
        listed(b, city, whole, ("户外劳动者服务站点", "欠薪联动处置"), ("建成站点二十处", "建立联动专班"), at=on, done=number == 11)
    on = b.today - 40 * ONE
    told = {"kind": words.FOLLOW_UP, "title": "第11次会议议题落实情况", "quantity": 11, "unit": "次", "since": on}
    b.do(registers.enter, "li", at=on, node=city, **told)
    for title in ("新就业形态劳动者体检", "职工托育点位"):
        b.do(registers.propose, "li", at=b.today - 5 * ONE, node=city, kind=words.TOPIC, title=title, since=b.today - 5 * ONE)


def listed(b, city, whole, findings, measures, *, at=None, done=False) -> None:
    """Findings and measures of a list; where it is `done`, all of them are closed and it with them."""
    on = at or b.today - 90 * ONE
    found = [b.do(tasks.find, "li", at=on, tasks_of=whole, title=title, area=title[:2], on=on) for title in findings]
    for n, title in enumerate(measures):
        about = {"finding": found[n]} if n < len(found) else {}
        task = b.do(tasks.set_, "li", at=on, tasks_of=whole, title=title, due_on=on + 120 * ONE, **about)
        b.do(tasks.assign, "li", task, at=on + ONE, node=city, department="办公室")
        if done or not n:
            b.do(tasks.report_result, "li", task, at=on + 30 * ONE, result="已完成", on=on + 30 * ONE)
            b.do(tasks.close, "zhou", task, at=on + 33 * ONE)
    if done:
        b.do(tasks.close_list, "li", whole, at=on + 40 * ONE)


def entered(b, city) -> None:
    """Entries of the registers, plans with a look back, visits, and matters reported."""
    on = b.today - 100 * ONE
    for n, (kind, title, more) in enumerate((
        (words.RESEARCH, "外卖骑手权益调研报告", {}), (words.RESEARCH, "县级工会建设调研报告", {}), (DOCUMENT, "产业工人队伍建设改革评价办法（试行）", {"number": "临工发〔5〕号"}),
        (DOCUMENT, "创新工作室管理办法", {"number": "临工发〔6〕号"}), (words.COOPERATION, "与外市总工会合作协议", {"holder_name": "外市总工会"}),
        (words.PILOT, "职工生活品质提升试点", {"topic": "生活品质", "issuer": "全国总工会", "tier": "national", "holder_node": b.counties[0]}),
        (words.CONTACT, "联系东湖纺织厂", {"holder_name": "市总工会主席"}), (words.REPORT, "第八届委员会工作报告", {}),
    )):  # fmt: skip
        entry = b.do(registers.propose, "li", at=on, node=city, kind=kind, title=title, since=on, **more)
        if n != 3:
            b.do(registers.register, "zhou", entry, at=on + 2 * ONE)
        if kind in (DOCUMENT, words.COOPERATION, words.PILOT) and n != 3:
            b.do(registers.bring_into_force, "li", entry, at=on + 5 * ONE, on=on + 5 * ONE, until=on + 800 * ONE)
    for n, (kind, title) in enumerate(
        ((words.VISIT, "领导走访联系点"), (words.EXCHANGE, "与外市总工会技能交流"), (words.MEETING, "党组（扩大）会议"))
    ):
        told = {"kind": kind, "title": title, "at_place": f"会议室{n}", "head_count": 12, "held_on": b.today - (9 + n) * ONE}
        b.do(activities.record, "li", at=b.today - (8 + n) * ONE, node=city, **told)
    for kind, title in ((words.RAISED, "夜班职工就餐难"), (words.MAJOR, "关于召开代表大会的请示")):
        b.do(intake_acts.register, "li", at=b.today - 3 * ONE, node=city, kind=kind, channel="visit", title=title, says=title)
    for n, (title, target) in enumerate((("新建基层工会", 120), ("技能竞赛", 233))):
        span = {
            "since": b.today.replace(month=1, day=1),
            "until": b.today.replace(month=12, day=31),
            "target": target,
            "unit": "item",
            "lead": "办公室",
        }
        plan = b.do(plans.propose, "li", at=b.today - 60 * ONE, node=city, kind=words.TARGET, title=title, **span)
        b.do(plans.approve, "zhou", plan, at=b.today - 59 * ONE)
        b.do(plans.begin, "li", plan, at=b.today - 58 * ONE)
        b.do(plans.report, "li", plan, at=b.today - 20 * ONE, says="年中回头看：按序时进度推进", done=target // 2 + n)
    span = {"since": b.year + 5 * ONE, "until": b.today - 30 * ONE, "target": 40, "unit": "item", "lead": "组织部"}
    plan = b.do(plans.propose, "li", at=b.year, node=city, kind=words.TARGET, title="规范化建设示范工会", **span)
    b.do(plans.approve, "zhou", plan, at=b.year + ONE)
    b.do(plans.begin, "li", plan, at=b.year + 5 * ONE)
    b.do(plans.report, "li", plan, at=b.today - 29 * ONE, says="全部验收", done=42)
    b.do(plans.finish, "li", plan, at=b.today - 28 * ONE)


def own(b, me) -> None:
    """The worker is a delegate of the county's congress."""
    node, on = b.counties[0], b.today - 15 * ONE
    congress = b.do(acts.request, "wang", at=on, node=node, number=19, years=5)
    b.do(acts.approve, "li", congress, at=on + ONE, document="临工复〔今年〕19号")
    b.do(acts.allot, "wang", congress, at=on + 2 * ONE, units=[b.union.node], seats=2, base=1)
    b.do(acts.choose_delegate, "wang", at=on + 5 * ONE, node=b.union.node, congress=congress, person=me)
