"""Kinds and stages of supervision, its limits, and how this line says no."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.cases.words import STAGES, TOPICS, Limits
from gonghui.commons.cases.words import declare as matter
from gonghui.commons.parties.words import TEAM_KINDS
from gonghui.commons.registers.words import KINDS as ENTRIES
from gonghui.kernel import config
from gonghui.kernel.refusal import Kind, Refusal

config.declare(
    config.Config("lls.check_wd", 10, _("监督线索核查工作日"), "handbook; default", least=1),
    config.Config("lls.letter_wd", 15, _("监督文书答复工作日"), "handbook; one province", least=1),
    config.Config("lls.dept_result_wd", 40, _("主管部门反馈工作日"), "handbook; default", least=1),
)
TIMES = Limits(reply="lls.check_wd")
CLUE = matter("sup.clue", _("劳动法律监督线索"), TIMES)
ARREARS = matter("sup.arrears", _("农民工欠薪线索"), TIMES)
SUBJECTS = (CLUE, ARREARS)
for _slug, _label in (
    ("law", _("监督事项")), ("law.contract", _("劳动合同")), ("law.pay", _("工资支付")), ("law.hours", _("工时休假")), ("law.insurance", _("社会保险")),
    ("law.safety", _("安全卫生")), ("law.women", _("女职工和未成年工")), ("law.union", _("工会组织与民主管理")), ("law.dispatch", _("劳务派遣与新业态用工")),
):  # fmt: skip
    TOPICS.declare(_slug, _label)
for _slug, _label in (
    ("sup.letter", _("已发提示函")), ("sup.opinion", _("已发意见书")), ("sup.proposal", _("已发建议书")), ("sup.rectified", _("已整改")),
    ("sup.dept", _("部门已处理")), ("sup.moved", _("已移送")), ("sup.paid", _("欠薪已付清")),
):  # fmt: skip
    STAGES.declare(_slug, _label)

LETTER = ENTRIES.declare("sup_letter", _("劳动法律监督提示函"))
OPINION = ENTRIES.declare("sup_opinion", _("劳动法律监督意见书"))
PROPOSAL = ENTRIES.declare("sup_proposal", _("劳动法律监督建议书"))
# kind -> the character of its number, its stage, how long an answer may take
PAPERS = {
    LETTER: ("提", "sup.letter", "lls.letter_wd"),
    OPINION: ("意", "sup.opinion", "lls.letter_wd"),
    PROPOSAL: ("建", "sup.proposal", "lls.dept_result_wd"),
}
SUPERVISOR = ENTRIES.declare("supervisor", _("劳动法律监督员"))  # person, certificate as number, term as days
COMMITTEE = TEAM_KINDS.declare("sup_committee", _("劳动法律监督委员会"))
CHECK = ACTIVITIES.declare("sup_check", _("劳动法律监督检查"))

NO_FIRM = Refusal(
    "supervision.no_firm",
    _("线索上没有选定用人单位。"),
    because=_("文书须有名称和统一社会信用代码准确的单位"),
    instead=_("请登记线索时选择用人单位。"),
    field="case",
)
FIRM_ENDED = Refusal("supervision.firm_ended", _("“{firm}”已于 {day} 终止。"), instead=_("请核对承继单位。"), field="case", kind=Kind.CONFLICT)
STILL_OPEN = Refusal(
    "supervision.still_open", _("同一事项的“{number}”还没有答复。"), instead=_("请先登记答复，或发下一种文书。"), field="kind", kind=Kind.CONFLICT
)
COUNTY = Refusal("supervision.county", _("建议书由县级以上总工会发出。"), instead=_("请报请县（区）总工会。"), field="kind", kind=Kind.FORBIDDEN)
OPINION_FIRST = Refusal(
    "supervision.opinion_first",
    _("还没有发过意见书。"),
    because=_("非紧急事项先意见后建议"),
    instead=_("请先发意见书；危急的请在线索上标明紧急。"),
    field="kind",
)
