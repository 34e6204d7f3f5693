"""Forms of legal aid and the stages it goes through."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.words import STAGES, Limits, declare
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
