"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "SAF-1", _("安康杯竞赛"), "registers.propose returns.fill returns.submit returns.accept activities.record registers.register designations.record",
    "safety.ankang.participations safety.ankang.units safety.ankang.titles",
)  # fmt: skip
Mechanism(
    "SAF-2", _("隐患排查与双报告"),
    "safety.find safety.tell safety.grade safety.report safety.report_again safety.rectify safety.send_back safety.check",
    "safety.hazards safety.hazards.cured",
)  # fmt: skip
Mechanism(
    "SAF-3", _("参与事故调查"),
    "cases.register cases.assign cases.accept cases.note_stage cases.handle cases.reply cases.close",
    "safety.accident_investigations",
)  # fmt: skip
