"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "LEA-1", _("职工篮球联赛"),
    "leagues.open leagues.enter leagues.list_player leagues.withdraw leagues.lock leagues.draw leagues.set_match leagues.report leagues.confirm "
    "leagues.call_off leagues.begin_play_offs leagues.finish leagues.cancel registers.enter readings.receive readings.accept",
    "leagues.season_ordinal leagues.teams leagues.athletes leagues.duration_months leagues.matches leagues.venue_attendances leagues.spectators",
)  # fmt: skip
Mechanism(
    "LEA-2", _("健身运动"), "activities.plan activities.approve activities.hold activities.file activities.check activities.record",
    "sports.events sports.attendances",
)  # fmt: skip
