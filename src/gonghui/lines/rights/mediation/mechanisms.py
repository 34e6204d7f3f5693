"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "MED-1", _("诉调对接联合机制"), "registers.enter cases.receive cases.register cases.assign cases.accept cases.note_stage cases.note_amount cases.handle",
    "mediation.partner_agencies mediation.disputes mediation.agreed mediation.agreed_pct",
)  # fmt: skip
Mechanism("MED-2", _("八方诉前联动"), "registers.enter mediation.call_in cases.assign", "mediation.linked_roles mediation.lanes")
Mechanism(
    "MED-3", _("调解中心、巡回法庭、驻院协调员"), "places.enter registers.enter activities.plan activities.hold activities.file",
    "mediation.centres mediation.tribunals mediation.court_offices mediation.hearings",
)  # fmt: skip
Mechanism(
    "MED-4", _("调解员"), "registers.propose registers.register registers.bring_into_force registers.revise registers.end parties.found_team activities.record",
    "mediation.mediators mediation.committees",
)  # fmt: skip
