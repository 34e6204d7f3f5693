"""Partners, kinds, states and refusals of exchange."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.words import declare as case_kind
from gonghui.commons.readings.words import KINDS as READINGS
from gonghui.commons.registers.words import KINDS as REGISTERS
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

config.declare(config.Config("integration.answer_days", 7, _("对接消息多少天无回执提醒"), "default", least=1))

CODE_MAP = REGISTERS.declare("code_map", _("编码对照"))  # our code as name, theirs as number, the code list as issuer
PUSH = REGISTERS.declare("account_push", _("公众号推送"))  # deep link as address, opening time in the note
CHANNEL = REGISTERS.declare("rights_channel", _("维权服务渠道"))
COORDINATOR = REGISTERS.declare("court_coordinator", _("法院平台工会协调员"))
REFERRAL = case_kind("court_referral", _("法院平台转入法律援助"), brought=False)
AUDIENCE = READINGS.declare("platform_audience", _("数字平台惠及职工"))


class Partner(models.TextChoices):
    NATIONAL = "national", _("全国工会数字化网络")
    CIVIL = "civil", _("民政部门")
    COURT = "court", _("人民法院平台")
    OTHER = "other", _("其他")


class MessageState(States):
    QUEUED = "queued", _("待发送")
    SENT = "sent", _("已发送")
    ACKNOWLEDGED = "acked", _("已回执")
    REJECTED = "rejected", _("被退回")
    DROPPED = "dropped", _("已作废")


S = MessageState
MESSAGE = Lifecycle(
    MessageState,
    Step((), "integration.queue", S.QUEUED),
    Step((), "integration.queue_changes", S.QUEUED),
    Step((S.QUEUED,), "integration.send", S.SENT),
    Step((S.SENT,), "integration.acknowledge", S.ACKNOWLEDGED),
    Step((S.SENT,), "integration.reject", S.REJECTED),
    Step((S.REJECTED,), "integration.mend", S.QUEUED),
    Step((S.QUEUED, S.REJECTED), "integration.drop", S.DROPPED),
)

NO_BASIS = Refusal(
    "integration.no_basis", _("比对个人信息须写明法律依据或授权。"), because=_("《个人信息保护法》第十三条、第三十四条"), field="basis"
)
NOTHING = Refusal("integration.nothing", _("{day} 没有“{noun}”的变动。"), field="day")
QUEUED = Refusal("integration.queued", _("该日的变动已在队列中。"), instead=_("请在原消息上办理。"), field="day", kind=Kind.CONFLICT)
IN_FUTURE = Refusal("integration.in_future", _("日期 {day} 还没过完。"), field="day")
KNOWN = Refusal("integration.known", _("“{ref}”已有比对结果。"), field="ref", kind=Kind.CONFLICT)
NO_MATCHES = Refusal("integration.no_matches", _("只有与民政等部门的比对才有比对结果。"), kind=Kind.CONFLICT)
