"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "LEC-1", _("宣讲队与宣讲场次"), "parties.found_team lectures.plan lectures.file lectures.file_class",
    "lectures.sessions lectures.attendances lectures.teams lectures.study_class.days",
)  # fmt: skip
Mechanism("LEC-2", _("劳动教育进校园"), "lectures.file", "lectures.campus.sessions")
