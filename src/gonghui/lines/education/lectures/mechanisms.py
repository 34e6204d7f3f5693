"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "LEC-1", _("宣讲队与宣讲场次"), "parties.found_team lectures.plan lectures.file lectures.file_class",
    "lectures.sessions lectures.attendances lectures.teams lectures.study_class.days",
)  # fmt: skip
Mechanism("LEC-2", _("劳动教育进校园"), "lectures.file", "lectures.campus.sessions")
Mechanism("LEC-3", _("红色教育基地"), "activities.record activities.plan", "lectures.base_visits lectures.base_visitors")
Mechanism(
    "LEC-4", _("劳模短片与融媒课"), "registers.propose registers.register readings.receive readings.accept", "lectures.videos lectures.video_views"
)
