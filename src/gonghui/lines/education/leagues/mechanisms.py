"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "LEA-1", _("职工篮球联赛"),
    "leagues.open leagues.enter leagues.name_leader leagues.list_player leagues.transfer leagues.withdraw leagues.lock leagues.draw leagues.schedule "
    "leagues.set_match leagues.move leagues.postpone leagues.rota leagues.name_referee leagues.free_referee leagues.name_sheet leagues.report "
    "leagues.give_up leagues.agree leagues.dispute leagues.decide leagues.confirm leagues.annul leagues.call_off leagues.penalise leagues.lift "
    "leagues.begin_play_offs leagues.make_bracket leagues.finish leagues.cancel registers.enter readings.receive readings.accept",
    "leagues.season_ordinal leagues.teams leagues.athletes leagues.duration_months leagues.matches leagues.venue_attendances leagues.suspensions leagues.spectators",
)  # fmt: skip
Mechanism(
    "LEA-2", _("健身运动"), "activities.plan activities.approve activities.hold activities.file activities.check activities.record",
    "sports.events sports.attendances sports.attendances@named",
)  # fmt: skip
