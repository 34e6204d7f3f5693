"""Kinds, states, numbers a province decides, and refusals of democratic management."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.words import Limits
from gonghui.commons.cases.words import declare as case_kind
from gonghui.commons.designations.words import KINDS as TITLES
from gonghui.commons.parties.words import TEAM_KINDS
from gonghui.commons.registers.words import KINDS as REGISTERS
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

config.declare(
    config.Config("wc.ratio", 5, _("职工代表占职工的最低百分比"), "《企业民主管理规定》第八条", least=1, most=100),
    config.Config("wc.min", 30, _("职工代表最少人数"), "《企业民主管理规定》第八条", least=1),
    config.Config("wc.meeting_below", 100, _("职工少于几人的可开职工大会"), "default"),
    config.Config("wc.manager_max", 20, _("中高层管理人员占代表的最高百分比"), "《企业民主管理规定》第九条", most=100),
    config.Config("wc.material_days", 7, _("会议材料提前送达天数"), "《企业民主管理规定》第十八条"),
    config.Config("proposal.answer_days", 30, _("职工代表提案答复天数"), "default", least=1),
    config.Config("proposal.seconders", 2, _("提案附议人最少人数"), "default"),
)

MODEL_UNIT = TITLES.declare("democracy_model", _("厂务公开民主管理先进（示范）单位"))
DISCLOSURE = REGISTERS.declare("disclosure", _("厂务公开事项"))
DELEGATES = TEAM_KINDS.declare("delegates", _("职工代表团"))
PROPOSAL = case_kind("dem.proposal", _("职工代表提案"), Limits(reply="proposal.answer_days"), brought=False)
PRIZED = "democracy_proposal"  # the topic of an award somebody else gave a proposal


class Sort(models.TextChoices):
    """Whose the enterprise is; the two rates are told apart by it."""

    PUBLIC = "public", _("公有制")
    PRIVATE = "private", _("非公有制")


class SessionState(States):
    PLANNED = "planned", _("筹备中")
    NOTICED = "noticed", _("材料已送达")
    HELD = "held", _("已召开")
    PUBLISHED = "published", _("已公布")
    FILED = "filed", _("已报上级")
    EVALUATED = "evaluated", _("已评估")
    CANCELLED = "cancelled", _("已取消")


S = SessionState
SESSION = Lifecycle(
    SessionState,
    Step((), "democracy.plan_session", S.PLANNED),
    Step((S.PLANNED,), "democracy.send_material", S.NOTICED),
    Step((S.NOTICED,), "democracy.hold", S.HELD),
    Step((S.HELD,), "democracy.resolve", S.HELD),
    Step((S.HELD,), "democracy.publish", S.PUBLISHED),
    Step((S.PUBLISHED,), "democracy.file", S.FILED),
    Step((S.FILED,), "democracy.evaluate", S.EVALUATED),
    Step((S.PLANNED, S.NOTICED), "democracy.cancel", S.CANCELLED),
)
TOOK_PLACE = (S.HELD, S.PUBLISHED, S.FILED, S.EVALUATED)

NO_UNION = Refusal("democracy.no_union", _("“{employer}”在该组织没有建会。"), because=_("建制率按已建工会企业计算"), field="employer")
LISTED = Refusal("democracy.listed", _("“{employer}”已在名单中。"), field="employer", kind=Kind.CONFLICT)
PLANNED = Refusal(
    "democracy.planned",
    _("第 {term} 届第 {number} 次会议已登记。"),
    instead=_("请填写下一次会议，或先取消已登记的。"),
    field="number",
    kind=Kind.CONFLICT,
)
BEFORE = Refusal("democracy.before", _("日期须在 {first} 至 {last} 之间。"), field="on")
TOO_FEW = Refusal(
    "democracy.too_few", _("职工 {staff} 人，代表不得少于 {least} 人。"), instead=_("请增选代表；小单位可开职工大会。"), field="delegates"
)
TOO_MANY_MANAGERS = Refusal("democracy.managers", _("中高层管理人员不得超过代表的 {most}%。"), instead=_("请调整代表结构。"), field="managers")
MORE_THAN_ALL = Refusal("democracy.more_than_all", _("人数不能多于 {all} 人。"), field="present")
SHORT_NOTICE = Refusal("democracy.short_notice", _("材料须提前 {days} 日送达。"), instead=_("请改期召开。"), field="on")
NO_QUORUM = Refusal("democracy.no_quorum", _("到会须达代表的三分之二，至少 {least} 人。"), instead=_("请另行召集。"), field="present")
NOT_DELEGATE = Refusal("democracy.not_delegate", _("您不是该单位的职工代表。"), instead=_("可向工会“我要反映”提出建议。"), kind=Kind.FORBIDDEN)
FEW_SECONDERS = Refusal("democracy.few_seconders", _("提案须有 {least} 名以上职工代表附议。"), field="seconders")
