"""Reviews and recognition of the demonstration, and what the published figures come from."""

from datetime import date, timedelta
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from gonghui.commons.registers import acts as registers
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period
from gonghui.lines.review.stats import acts, rules, words
from gonghui.lines.review.stats.models import ReturnCell, YearReturn
from gonghui.lines.review.stats.survey import acts as survey
from gonghui.lines.review.stats.survey import form_acts
from gonghui.rehearsal.replay.ground import days

ONE = timedelta(days=1)
# a heading, and sentences that are told where all their figures are known and none is nought
WORDS = (
    ("一、强化思想引领", "组建职工宣讲队{lectures.teams}，开展宣讲{lectures.sessions}，覆盖职工{lectures.attendances}。", "举办宣教文化阅读活动{culture.activities}，参与{culture.attendances}；开展健身运动{sports.events}。",
     "在市级以上媒体发稿{publicity.articles}。"),
    ("二、建强工会组织", "全省基层工会组织达到{orgs.total@basic}。", "工会会员达到{membership.members_total}，新发展会员{membership.joined}；新就业形态会员达到{membership.newform.members}。", "举办工会干部培训班{cadres.training.classes}。"),
    ("三、组织职工建功立业", "开展劳动和技能竞赛{contests.held}。", "建成劳模工匠创新工作室{studios.total}。", "征集金点子{innovation.suggestions}。", "各级各类工匠命名{honours.craftsmen.all_levels}。"),
    ("四、维护职工权益", "签订集体合同{bargaining.contracts}，覆盖职工{bargaining.workers_covered}。", "办理法律援助案件{legal_aid.cases}，提供法律服务{legal_aid.services}。", "热线受理工单{hotline.tickets}，办结率{hotline.completion_pct}。",
     "发现隐患{safety.hazards}，整改销号{safety.hazards.cured}。"),
    ("五、做实服务职工", "送温暖款物{aid.warmth.amount}。", "金秋助学资金{scholarships.amount}，资助子女{scholarships.children}。", "职工互助参加{mutual_aid.participations}。", "举办招聘会{jobs.fairs}，达成就业意向{jobs.intents}。",
     "建成户外劳动者服务站点{places.stations}。", "公示服务项目{projects.published.total}。"),
    ("六、管好用好经费", "收入入账{finance.income.amount}，支付{finance.paid.amount}。"),
)  # fmt: skip


def demo(b) -> None:
    """Endorsements, presentations and assessments; the review of the last half-year that is over (else of last year) published with an erratum due, a city's being checked."""
    for n in range(b.count(12, 4)):
        on = b.day(b.year, b.today - 5 * ONE)
        told = {
            "kind": words.ENDORSEMENT if n % 3 == 0 else words.PRESENTATION,
            "issuer": "省委主要领导" if n % 3 == 0 else "全国总工会会议",
            "since": on,
        }
        told |= {"tier": "provincial" if n % 2 else "national", "topic": words.COUNTY_YEAR if n % 4 == 1 else "新就业形态"}
        b.do(registers.enter, "zhou", at=on, node=b.province, title=f"{('县级工会加强年', '新业态建会', '产改')[n % 3]}工作（{n + 1}）", **told)
    for n, (subject, grade) in enumerate((("政治安全考核", "优秀"), ("财务工作考核", "一等"), ("经审工作考核", "特等"))):
        told = {
            "kind": words.ASSESSMENT,
            "title": f"{b.year.year}年度{subject}",
            "topic": subject,
            "issuer": "上级工会",
            "note": grade,
            "year": b.year.year,
        }
        b.do(registers.enter, "li", at=b.today - (80 - n) * ONE, node=b.cities[0], since=b.today - (80 - n) * ONE, **told)
    period, told = (f"{b.today.year}H1", f"{b.today.year}年上半年") if b.today.month > 6 else (str(b.today.year - 1), f"{b.today.year - 1}年")
    for node, who, other, far in ((b.province, "zhou", "gao", 6), (b.cities[0], "zhou", "li", 3)):
        review = b.do(acts.begin, who, node=node, period=period, title=f"{node}{told}工作综述")
        b.do(acts.compute, who, review)
        if far > 3:
            b.do(acts.check_line, other, review, line="all")
            b.do(acts.write, who, review, text=words_of(review))
            b.do(acts.freeze, other, review)
            b.do(acts.publish, who, review)
        else:
            b.do(acts.check_line, other, review, line="membership")
    yearly(b)
    frozen(b, f"{b.today.year}H1" if b.today.month > 6 else f"{b.today.year - 1}H2")


def words_of(review) -> str:
    """The headings and sentences whose figures the review has."""
    known = set(review.snapshots.for_act("demo").exclude(value=0).exclude(value=None).values_list("key", flat=True))
    told = ((head, [one for one in sentences if known.issuperset(rules.keys_of(one))]) for head, *sentences in WORDS)
    return "\n".join(f"{head}\n{''.join(sentences)}" for head, sentences in told if sentences) or "各项工作见附表。"


def yearly(b) -> None:
    """The form of grassroots unions for last year: the county of the union worked on by hand has summed its own, one is sent back, the others are late."""
    begun, due = date(b.today.year, 1, 5), date(b.today.year, 1, 22)
    told = {"who": "basic", "period": str(b.today.year - 1), "due_on": due}
    form = b.do(form_acts.issue_form, "zhou", at=begun, node=b.province, **told)
    b.do(form_acts.open_returns, "zhou", form, at=begun)
    county = b.union.node.parent
    returns = YearReturn.objects.for_act("demo").filter(form=form, node__path__startswith=county.path).select_related("form", "node").order_by("pk")
    for n, filed in enumerate(returns[: b.count(30, 5)]):
        who, on = "sun" if filed.node_id == b.union.node_id else "wang", begun + (3 + n % 9) * ONE
        b.do(survey.fill_return, who, filed, at=on, zeros=True)
        if any(fault.hard for fault in survey.found(filed)):
            continue  # kept back by the rules until somebody has mended the records
        b.do(survey.submit_return, who, filed, at=on, whys={one.name: "台账与系统登记时间不同" for one in survey.asked_whys(filed)})
        if n == 1:
            b.do(survey.send_back_return, "li", filed, at=on + ONE, why="请核对", remarks={"A09": "与上年相差较大，请核对职工数"})
        else:
            b.do(survey.accept_return, "li", filed, at=on + ONE)
    area = b.do(survey.open_return, "wang", at=due - 3 * ONE, form=form, node=county, summed=True)
    b.do(survey.sum_up, "wang", area, at=due - 3 * ONE)


def frozen(b, period: str) -> None:
    """A county's own short form of the last half-year that is over: its union was late with it, the county signed, and a number was corrected since."""
    county = b.counties[0]
    table = "代码,指标,计量单位,取数指标,分子,分母,校验\nB01,走访职工家庭数,household,,,,\nB02,职工之家活动场次,session,,,,\n"
    told = {"who": "basic", "period": period, "due_on": Period.parse(period).end + ONE}
    form = b.do(form_acts.issue_form, "li", node=county, table=SimpleUploadedFile("走访活动.csv", table.encode()), **told)
    filed = b.do(survey.open_return, "sun", form=form, node=b.union.node)
    b.do(survey.fill_return, "sun", filed, values={"B01": "36", "B02": "9"})
    b.do(survey.submit_return, "sun", filed)
    b.do(survey.accept_return, "wang", filed)
    area = b.do(survey.open_return, "wang", form=form, node=county, summed=True)
    b.do(survey.sum_up, "wang", area)
    b.do(survey.sign_return, "li", area)
    b.do(form_acts.freeze_form, "li", form)
    cell = ReturnCell.objects.for_act("demo").get(filed=filed, code="B01", standing=True)
    b.do(form_acts.correct_cell, "li", cell, value=Decimal(37), why="核对走访日志，补计一户")


def shaanxi(stage, n) -> None:
    """Endorsements and presentations of a year; some of them of one programme."""
    start, end = date(2023, 1, 1), date(2023, 12, 31)
    for on in days(start, end, n("SN-001")):
        entry(stage.ground, words.ENDORSEMENT, on)
    for i, on in enumerate(days(start, end, max(n("SN-002"), n("SN-070")))):
        topic = words.COUNTY_YEAR if i < n("SN-070") else "其他"
        entry(stage.ground, words.PRESENTATION, on, topic=topic, tier="national" if i < n("SN-070") or i % 2 else "provincial")
    for kind in (words.ENDORSEMENT, words.PRESENTATION) if n("SN-001") or n("SN-002") or n("SN-070") else ():
        for on in (start - ONE, end + ONE):
            entry(stage.ground, kind, on, topic=words.COUNTY_YEAR)
        entry(stage.ground, kind, start, tier="city", topic=words.COUNTY_YEAR)
        entry(stage.beside, kind, end, topic=words.COUNTY_YEAR)
        stage.ground.serial += 1
        told = {"kind": kind, "title": f"未登记{stage.ground.serial}", "tier": "national", "topic": words.COUNTY_YEAR, "since": start}
        do(registers.propose, SYSTEM, node=stage.ground.root, **told)


def entry(ground, kind: str, on: date, tier: str = "national", topic: str = "") -> None:
    ground.serial += 1
    told = {"kind": kind, "title": f"第{ground.serial}件", "issuer": "上级", "since": on, "tier": tier, "topic": topic}
    do(registers.enter, ground.officer, node=ground.root, **told)


REPLAY = {"shaanxi": shaanxi}
MEANS = {"SN-070": "recognition.experience_exchanges@county_year"}
