"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "SUP-1", _("一函两书"), "cases.register supervision.issue registers.add_proof registers.end cases.note_stage cases.handle cases.reply cases.close",
    "supervision.issued supervision.answered supervision.answered_pct supervision.corrected supervision.corrected_pct",
)  # fmt: skip
Mechanism(
    "SUP-2", _("基层监督委员会"), "parties.found_team parties.add_member registers.enter activities.record cases.register",
    "supervision.committees supervision.supervisors supervision.inspections",
)  # fmt: skip
Mechanism(
    "SUP-3", _("农民工欠薪"), "cases.receive cases.register cases.assign cases.note_amount cases.note_stage",
    "supervision.arrears supervision.arrears_people supervision.arrears_owed supervision.arrears_paid",
)  # fmt: skip
