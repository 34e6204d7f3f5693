"""Kinds jobs give the common records, states of vacancies, intents and matches, and how this line says no."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.activities.words import SERIES
from gonghui.commons.cases.words import STAGES, Limits
from gonghui.commons.cases.words import declare as matter
from gonghui.commons.enrolment.words import KINDS as OFFERS
from gonghui.commons.money.words import PAYMENTS
from gonghui.commons.registers.words import KINDS as ENTRIES
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

FAIR = ACTIVITIES.declare("job_fair", _("招聘会"))
CLASS = ACTIVITIES.declare("job_class", _("就业技能培训班"))
for _slug, _label in (
    ("job.spring", _("春风行动（春季就业月）")), ("job.sunshine", _("阳光就业暖心行动")), ("job.series", _("工会就业服务系列")), ("job.online", _("线上招聘")),
):  # fmt: skip
    SERIES.declare(_slug, _label, FAIR)
SEATS = OFFERS.declare("job_class", _("就业技能培训报名"))
CERTIFICATE = ENTRIES.declare("job_certificate", _("职业技能等级证书"))
SUBSIDY = PAYMENTS.declare("job_training", _("就业培训补贴"), cause="commons_activities.activity", each=("payee",))
START_UP = PAYMENTS.declare("job_start_up", _("创业扶持"), cause="commons_cases.case", by="number")
SEEKER = matter("job_seeker", _("求职登记（就业服务档案）"), Limits(call_back=""))
for _slug, _label in (
    ("job.assessed", _("已评估")), ("job.guided", _("职业指导")), ("job.trained", _("技能培训")), ("job.start_up", _("创业扶持")),
    ("job.recommended", _("岗位推荐")), ("job.employed", _("已就业")),
):  # fmt: skip
    STAGES.declare(_slug, _label)


class VacancyState(States):
    SUBMITTED = "submitted", _("待审核")
    PUBLISHED = "published", _("已发布")
    OFFLINE = "offline", _("已下架")


V = VacancyState
VACANCY = Lifecycle(
    VacancyState,
    Step((), "jobs.post", V.SUBMITTED),
    Step((V.SUBMITTED,), "jobs.publish", V.PUBLISHED),
    Step((V.SUBMITTED, V.PUBLISHED), "jobs.take_down", V.OFFLINE),
)


class IntentState(States):
    APPLIED = "applied", _("已应聘")
    AGREED = "agreed", _("达成意向")
    HIRED = "hired", _("已录用")
    NOT_HIRED = "not_hired", _("未录用")
    WITHDRAWN = "withdrawn", _("已撤回")


I = IntentState  # noqa: E741 - as the table reads
INTENT = Lifecycle(
    IntentState,
    Step((), "jobs.apply", I.APPLIED),
    Step((), "jobs.note_intent", I.AGREED),
    Step((I.APPLIED,), "jobs.agree", I.AGREED),
    Step((I.AGREED,), "jobs.hire", I.HIRED, clock="job.follow_up_days"),
    Step((I.APPLIED, I.AGREED), "jobs.not_hire", I.NOT_HIRED),
    Step((I.APPLIED, I.AGREED), "jobs.withdraw", I.WITHDRAWN),
)


class MatchState(States):
    FOUND = "found", _("待核实")
    CONFIRMED = "confirmed", _("已核实")
    KEPT = "kept", _("稳定就业")


M = MatchState
MATCH = Lifecycle(
    MatchState,
    Step((), "jobs.place", M.FOUND),
    Step((M.FOUND,), "jobs.confirm", M.CONFIRMED),
    Step((M.CONFIRMED,), "jobs.keep", M.KEPT),
)


class ToldBy(models.TextChoices):
    EMPLOYER = "employer", _("单位确认")
    FOLLOW_UP = "follow_up", _("回访确认")


config.declare(
    config.Config("job.valid_days", 90, _("岗位信息有效天数"), "handbook; default", least=1, most=366),
    config.Config("job.least_pay", 1500, _("当地月最低工资（元）"), "handbook; default", least=1, most=100_000),
    config.Config("job.follow_up_days", 30, _("就业意向回访天数"), "handbook; default", least=1, most=365),
    config.Config("job.stable_days", 90, _("稳定就业的天数"), "handbook; default", least=1, most=365),
)
# fees, deposits and kept papers: Labour Contract Law art 9; sex and the like: Order 700 art 24; age and health: handbook 4
BIASED = r"限(男|女)|(男|女)(性|士)?优先|只招(男|女)|\d{2}周?岁(以下|以内|以上)|本地户籍|限.{0,4}户籍|乙肝|押金|保证金|扣押.{0,4}证"
BIAS = Refusal(
    "jobs.biased", _("岗位信息含有歧视或违规收费的内容：“{found}”。"), because=_("《人力资源市场暂行条例》第二十四条、《劳动合同法》第九条"), instead=_("请删去后再提交。"), field="title",
)  # fmt: skip
PAY = Refusal("jobs.pay", _("月薪应从低到高，且不低于当地最低工资 {least} 元。"), instead=_("请核对单位是否为元。"), field="pay_low")
VALID = Refusal("jobs.valid", _("有效期应从发布日期起，最长 {days} 天。"), field="until")
OFFERED = Refusal("jobs.offered_twice", _("该单位在这里已发布过这个岗位。"), instead=_("请修改岗位名称或人数。"), field="title", kind=Kind.CONFLICT)
SEEKS_TWICE = Refusal(
    "jobs.seeks_twice", _("此人与该单位已有应聘或意向。"), because=_("每人与每家单位只计一个意向"), field="vacancy", kind=Kind.CONFLICT
)
NOT_KNOWN = Refusal("jobs.not_known", _("还没有您的姓名。"), instead=_("请先申请入会或由工会登记。"), kind=Kind.CONFLICT)
BEFORE = Refusal("jobs.before", _("日期早于 {day} 或在将来。"), instead=_("请核对日期。"), field="on")
EARLY = Refusal("jobs.early", _("就业未满 {days} 天。"), instead=_("请期满后再回访。"), kind=Kind.CONFLICT)
PLACED = Refusal("jobs.placed", _("此人在该单位就业已登记。"), field="name", kind=Kind.CONFLICT)
