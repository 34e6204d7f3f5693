"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

FLOW = "stats.begin stats.compute stats.check_line stats.write stats.freeze stats.publish stats.correct"
YEARLY = (
    "stats.issue_form stats.open_returns stats.open_return stats.fill_return stats.submit_return stats.accept_return stats.send_back_return "
    "stats.sum_up stats.sign_return stats.report_return stats.freeze_form stats.correct_cell"
)
Mechanism("STT-1", _("年度和届期综述"), f"{FLOW} {YEARLY}", "stats.reviews stats.errata stats.returns stats.returns@late stats.return_errata")
Mechanism(
    "STT-2", _("批示肯定和经验交流"), "registers.enter registers.revise registers.end",
    "recognition.leader_endorsements recognition.experience_exchanges recognition.experience_exchanges@county_year",
)  # fmt: skip
Mechanism("STT-3", _("上级考核结果"), "registers.enter", "stats.assessments")
Mechanism("STT-4", _("时点定格"), FLOW, "stats.reviews stats.errata")
