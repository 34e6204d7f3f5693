"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

WAY = "stability.enter stability.assign stability.handle stability.close stability.check"
Mechanism(
    "STA-1",
    _("劳动领域政治安全"),
    f"{WAY} stability.grade stability.reopen registers.enter",
    "stability.assessment_excellent stability.risks stability.risks_closed",
)
Mechanism("STA-2", _("专项排查与思想动态分析"), f"{WAY} stability.send_back", "stability.screenings stability.screened")
