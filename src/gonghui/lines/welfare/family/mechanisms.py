"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "FAM-1", _("单身职工联谊"), "enrolment.draft enrolment.publish family.enter family.check family.turn_down enrolment.attend family.choose family.withdraw activities.record",
    "family.meetings family.entrants family.matches",
)  # fmt: skip
Mechanism(
    "FAM-2", _("女职工权益"), "registers.propose registers.register registers.bring_into_force tasks.open_list tasks.find tasks.set tasks.note_outcome",
    "family.women_rules family.women_checks family.women_breaches family.women_mended",
)  # fmt: skip
