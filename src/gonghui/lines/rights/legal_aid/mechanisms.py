"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

GIVE = "cases.assign cases.accept"
Mechanism("LEG-1", _("法律援助站与维权服务队"), "places.enter registers.enter", "legal_aid.stations")
Mechanism(
    "LEG-2", _("驻外省维权工作站"), f"places.enter cases.register {GIVE} cases.note_amount", "legal_aid.remote_stations legal_aid.recovered_amount"
)
Mechanism(
    "LEG-3", _("法律援助案件"), f"cases.receive cases.admit cases.refuse cases.ask_supplement {GIVE} cases.note_stage cases.note_amount cases.handle cases.reply",
    "legal_aid.cases legal_aid.services legal_aid.claimed_amount legal_aid.recovered_amount legal_aid.service_types",
)  # fmt: skip
Mechanism(
    "LEG-4",
    _("律师、协调员、法律顾问聘任"),
    "registers.propose registers.register registers.bring_into_force registers.end",
    "legal_aid.team_members",
)
Mechanism("LEG-5", _("重点群体与薄弱基层工会援助"), f"cases.register {GIVE}", "legal_aid.union_clients legal_aid.service_types")
Mechanism("LEG-6", _("普法宣传"), "activities.record returns.fill returns.submit returns.accept", "legal_aid.publicity_events legal_aid.leaflets")
Mechanism("LEG-7", _("服务农民工公益法律服务获表扬"), "registers.enter", "legal_aid.honoured_units")
Mechanism("LEG-8", _("维权工作现场会"), "activities.plan activities.record", "legal_aid.field_meetings")
