"""A year of innovation: results in every state, one entered for a title, firms helped, what others have given."""

from datetime import timedelta
from decimal import Decimal

import polars as pl

from gonghui.commons.activities import acts as activities
from gonghui.commons.cases import acts as cases
from gonghui.commons.cases import intake_acts
from gonghui.commons.designations import naming_acts, nomination_acts, scheme_acts
from gonghui.commons.parties import team_acts
from gonghui.commons.readings import acts as readings
from gonghui.commons.registers import acts as registers
from gonghui.commons.registers.models import RegisterEntry
from gonghui.lines.production.innovation import acts, award_acts, help_acts, words
from gonghui.lines.production.innovation.models import Result
from gonghui.rehearsal.builder import Builder

DAY = timedelta(days=1)
IDEAS = (
    "刀具快换夹具",
    "包装线防错装置",
    "巡检路线优化",
    "余热回收改造",
    "外卖箱温控改进",
    "叉车盲区提示",
    "模具预热工装",
    "配电柜除湿",
    "样衣版型数据库",
    "质检拍照比对",
)
STATES = ("submitted", "sorted", "declined", "adopted", "completed", "sent_back", "verified", "verified")
SORTS = ("suggestion", "reform", "suggestion", "creation", "invention", "design", "method", "project")
PROBLEMS = ("热处理变形超差", "涂装线漏底", "除尘风机振动", "锅炉结焦", "印刷套准不良", "空压机频繁停机")


def demo(b: Builder) -> None:
    """Last year's results as a table; then act by act, each by the hand whose turn it is."""
    table(b)
    groups(b)
    results(b)
    entered(b)
    helped(b)
    around(b)


def own(b: Builder, me) -> None:
    """An idea that was adopted."""
    b.do(acts.suggest, "chen", at=b.today - 6 * DAY, title="更衣柜加装烘干架", says="雨天下班衣物难干，建议加装。")
    row = Result.objects.for_act("demo").get(title="更衣柜加装烘干架")
    b.do(acts.adopt, "qian", row, at=b.today - 2 * DAY, reply="已采纳，下月在两个更衣室试装。")


def table(b: Builder) -> None:
    """Results of the year, a third of them with a benefit that was verified."""
    persons, rows = b.members(b.cities[0], b.count(60, 8), skip=40), []
    for n in range(b.count(240, 12)):
        day, done = b.day(b.year, b.today - 60 * DAY), n % 3 == 0
        after = (day + 40 * DAY).isoformat()
        title = f"{IDEAS[n % len(IDEAS)]}（{n // len(IDEAS) + 1}号线）"
        number = persons[n % len(persons)].id_no
        worth = [after, str(2000 * (n % 40 + 1)), after] if done else ["", "", ""]
        rows.append([b.unions[n % len(b.unions)].node.code, SORTS[n % len(SORTS)], title, number, day.isoformat(), *worth, "一线职工提出。"])
    schema = ["node", "kind", "title", "authors", "submitted_on", "finished_on", "benefit", "verified_on", "says"]
    b.table("results", b.province, pl.DataFrame(rows, schema=schema, orient="row"))


def groups(b: Builder) -> None:
    """Innovation groups of unions, and the county's roster of craftsmen who help firms."""
    for n, union in enumerate(b.unions[: b.count(20, 4)]):
        told = {"kind": words.GROUP, "name": f"{IDEAS[n % len(IDEAS)]}创新小组", "since": b.year}
        b.do(team_acts.found_team, "zhou", at=b.year, node=union.node, **told)
    told = {"kind": words.HELPERS, "name": "东湖区劳模工匠助企队", "since": b.year, "purpose": "到企业现场会诊技术难题"}
    team = b.do(team_acts.found_team, "wang", at=b.year, node=b.counties[0], **told)
    for person in b.members(b.counties[0], 5, skip=14):
        b.do(team_acts.add_member, "wang", team, at=b.year + DAY, person=person, since=b.year + DAY)


def results(b: Builder) -> None:
    """One in each state, of the union that is worked on by hand."""
    persons = b.members(b.counties[0], len(STATES) + 1, skip=20)
    for n, (state, kind) in enumerate(zip(STATES, SORTS, strict=True)):
        on = b.today - (40 - 3 * n) * DAY
        told = {
            "kind": kind,
            "title": f"{IDEAS[n]}（总装车间）",
            "lead": persons[n],
            "authors": persons[n + 1 : n + 2],
            "says": "减少停机，提高一次合格率。",
        }
        row = b.do(acts.file, "sun", at=on, node=b.union.node, **told)
        done = {"on": on + 6 * DAY, "claimed": Decimal(38_000 + 9000 * n)}
        steps = {
            "submitted": (), "sorted": ((acts.sort, "qian", {"kind": kind}),), "declined": ((acts.decline, "qian", {"reply": "与现有工装重复，暂不采纳。"}),),
        }.get(state) or (
            (acts.sort, "qian", {"kind": kind}), (acts.adopt, "qian", {"reply": "同意立项，车间配合试用。"}), (acts.complete, "sun", done),
            (acts.verify, "wang", {"benefit": Decimal(30_000 + 8000 * n)}),
        )[: {"adopted": 2, "completed": 3, "sent_back": 3}.get(state, 4)]  # fmt: skip
        if state == "submitted":
            steps = ()
        for step, (act, who, more) in enumerate(steps):
            b.do(act, who, row, at=on + (2 + 2 * step) * DAY, **more)
        if state == "sent_back":
            b.do(acts.send_back, "wang", row, at=on + 9 * DAY, why="效益计算缺原始记录")


def entered(b: Builder) -> None:
    """A call of the province for results: one entered and on its way up; a patent listed with another."""
    first, on = b.year.replace(month=1, day=1), b.today - 20 * DAY
    told = {"kind": words.NAMED_RESULT, "name": "职工优秀创新成果", "tier": "province", "issuer": b.province.name, "holders": ["work"]}
    scheme = b.do(scheme_acts.declare_scheme, "zhou", at=b.year, node=b.province, since=first, document=f"河评组〔{first.year}〕7号", **told)
    days = {"opens_on": on, "closes_on": b.today + 30 * DAY}
    call = b.do(scheme_acts.call, "zhou", at=on, scheme=scheme, title="本年度职工优秀创新成果征集", batch="本批", seats=30, **days)
    done = list(Result.objects.for_act("demo").filter(node=b.union.node, state="verified", kind__in=("method", "project")).order_by("pk"))
    b.do(award_acts.enter, "sun", done[0], at=b.today - 4 * DAY, round=call, brief="在两条产线推广，年节约工时两千小时。")
    row = call.nominations.for_act("demo").get()
    b.do(nomination_acts.recommend, "sun", row, at=b.today - 3 * DAY, opinion="同意推荐")
    nominated(b, first, on, done[0])
    told = {"kind": words.PATENT, "title": "一种模具预热装置", "issuer": "国家知识产权局", "number": "ZL20250001", "since": b.today - 8 * DAY}
    b.do(award_acts.note_award, "sun", done[1], **told)
    told = {"kind": words.PATENT, "title": "一种涂装线防漏底装置", "issuer": "国家知识产权局", "number": "ZL20250002", "since": b.today - 200 * DAY}
    b.do(award_acts.note_award, "sun", done[1], **told)
    patent = RegisterEntry.objects.for_act("demo").get(kind=words.PATENT, number="ZL20250002")
    b.do(registers.bring_into_force, "sun", patent, on=b.today - 5 * DAY)


def nominated(b: Builder, first, on, result) -> None:
    """A prize of others, for which the province nominates: handed up level by level, and forwarded."""
    told = {"kind": words.SCIENCE_PRIZE, "name": "省科学技术奖提名", "tier": "province", "issuer": "省科学技术厅", "holders": ["work"], "outer": True}
    scheme = b.do(scheme_acts.declare_scheme, "zhou", at=b.year, node=b.province, since=first, document="科奖〔本年〕2号", experts=0, **told)
    days = {"opens_on": on, "closes_on": b.today + 30 * DAY}
    call = b.do(scheme_acts.call, "zhou", at=on, scheme=scheme, title="本年度科学技术奖提名", batch="本年", **days)
    b.do(award_acts.enter, "sun", result, at=on + DAY, round=call, brief="国内领先，已推广两条产线。")
    row = call.nominations.for_act("demo").get()
    b.do(nomination_acts.recommend, "sun", row, at=on + 2 * DAY, opinion="同意推荐")
    for n, who in enumerate(("wang", "wang", "li")):
        b.do(nomination_acts.recommend_on, who, row, at=on + (3 + n) * DAY, opinion="同意")
    b.do(naming_acts.review, "zhou", row, at=on + 7 * DAY)
    b.do(naming_acts.forward, "zhou", row, at=on + 8 * DAY, document="河总〔本年〕提1号")


def helped(b: Builder) -> None:
    """Problems that firms have told, in every hand; visits of craftsmen to crews; one solution declared and one verified."""
    county, union = b.counties[0], b.union.node
    persons, seats = b.members(county, 3, skip=14), [u.node for u in b.unions if u.node.path.startswith(county.path)]
    matters = []
    for n, title in enumerate(PROBLEMS):
        on = b.today - (25 - n) * DAY
        told = {"kind": words.HELP, "channel": "visit", "title": title, "says": f"{title}，影响交货，请工会组织劳模工匠会诊。", "involved": ""}
        case = b.do(intake_acts.register, "wang", at=on, node=county, **told)
        if n < 3:
            b.do(intake_acts.answer_at_once, "wang", case, at=on + 3 * DAY, answer="工匠现场调整工艺参数，企业确认问题解决。")
        elif n < 5:
            b.do(cases.assign, "wang", case, at=on, to=union, says="请安排技术骨干会诊")
            if n == 4:
                b.do(cases.accept, "sun", case, at=on + DAY)
        matters.append(case)
    for n in range(b.count(12, 3)):
        day, seat = b.today - (24 - n) * DAY, seats[n % len(seats)]
        told = {"kind": words.OUTREACH, "title": f"劳模工匠助企行第{n + 1}站", "at_place": "生产车间", "head_count": 12 + n}
        session = b.do(activities.record, "wang", at=day, node=county, host=seat, held_on=day, **told)
        told = {"kind": words.CREW, "name": f"{('装配', '热处理', '涂装', '机修')[n % 4]}{n + 1}班", "since": b.year}
        crew = b.do(team_acts.found_team, "wang", at=b.year, node=seat, **told)
        visited = {"crew": crew, "helper": persons[n % 3], "matter": matters[n] if n < 4 else None}
        b.do(help_acts.note_visit, "wang", at=day, activity=session, **visited)
    for n in range(2):
        told = {"title": f"{PROBLEMS[n]}治理", "lead": persons[n], "claimed": Decimal(60_000)}
        b.do(help_acts.declare_solution, "wang", matters[n], at=b.today - 10 * DAY, **told)
    b.do(acts.verify, "li", Result.objects.for_act("demo").get(matter=matters[0]), at=b.today - 6 * DAY, benefit=Decimal(52_000))


def around(b: Builder) -> None:
    """The science festival and the fair, people who watched it, awards of others, the sorts of the drive."""
    for n, (kind, title) in enumerate(((words.FESTIVAL, "职工科技节"), (words.FAIR, "工匠创新交流大会"), (words.EXHIBITION, "职工创新成果展"))):
        day, told = b.today - (80 - 20 * n) * DAY, {"kind": kind, "title": title, "at_place": "省科技馆", "head_count": 900 - 200 * n}
        b.do(activities.record, "gao", at=day, node=b.province, held_on=day, **told)
    seen = {"kind": words.FAIR_VIEWS, "about": "工匠创新交流大会", "source": "省广播电视台", "number": Decimal(2_160_000)}
    b.do(readings.accept, "zhou", b.do(readings.receive, "gao", node=b.province, measured_on=b.today - 58 * DAY, **seen))
    for kind, title, issuer in (
        (words.NATIONAL_AWARD, "全国职工优秀技术创新成果三等奖", "全国总工会"), (words.PATENT_AWARD, "中国专利优秀奖", "国家知识产权局"),
        (words.SMALL_TYPE, "小发明", ""), (words.SMALL_TYPE, "小改进", ""),
    ):  # fmt: skip
        day = b.today - 100 * DAY
        b.do(registers.enter, "gao", at=day, node=b.province, kind=kind, title=title, issuer=issuer, since=day, in_force_from=day)
