"""Forms of legal aid and the stages it goes through."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as activities
from gonghui.commons.cases.words import STAGES, Limits, declare
from gonghui.commons.places.words import KINDS as places
from gonghui.commons.registers.words import KINDS as registers
from gonghui.commons.returns.words import KINDS as returns
from gonghui.kernel import config

config.declare(
    config.Config("aid.decide_days", 7, _("法律援助受理审查天数"), "《法律援助法》第四十三条", least=1),
    config.Config("aid.assign_days", 3, _("法律援助指派天数"), "《法律援助法》第四十三条", least=1),
    config.Config("aid.callback_wd", 30, _("法律援助结案回访工作日"), "default", least=1),
)
TIMES = Limits(decide="aid.decide_days", assign="aid.assign_days", call_back="aid.callback_wd")

ADVICE = declare("aid.advice", _("法律咨询"), TIMES)
DRAFTING = declare("aid.drafting", _("代写文书"), TIMES)
MEDIATION = declare("aid.mediation", _("协商调解"), TIMES)
REPRESENTATION = declare("aid.agency", _("代理仲裁诉讼"), TIMES)
FORMS = (ADVICE, DRAFTING, MEDIATION, REPRESENTATION)

for _slug, _label in (
    ("negotiation", _("协商")), ("mediation", _("调解")), ("arbitration", _("仲裁")), ("first", _("一审")), ("second", _("二审")),
    ("enforcement", _("执行")),
):  # fmt: skip
    STAGES.declare(_slug, _label)

LEGAL_SERVICE = "legal_service"  # the topic of an award somebody else gave for it
PROFESSIONAL = registers.declare("legal_pro", _("法律服务专业人员"))  # lawyer, adviser, coordinator: licence as number, term as days
DUTY = registers.declare("legal_duty", _("法律服务值班"))  # who is on duty where, from day to day
STATION = places.declare("legal_station", _("法律援助站"))
REMOTE_STATION = places.declare("remote_legal", _("驻外维权工作站"))  # owned here, stands in another province
LEAFLETS = returns.declare("law_leaflets", _("发放普法宣传资料份数"))
LAW_EVENT = activities.declare("law_event", _("普法活动"))
FIELD_MEETING = activities.declare("rights_meeting", _("维权工作现场会"))
