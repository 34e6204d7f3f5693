"""What people see of lectures."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.desk import ON_ONE
from gonghui.commons.activities.models import Activity
from gonghui.commons.parties.models import Team
from gonghui.commons.readings.models import Reading
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.desk import facet

from . import acts, words

GROUP = _("宣传教育")

facet(
    Activity, "lectures", words.LECTURE, words.STUDY_CLASS, label=_("宣讲"), group=GROUP, icon="campaign",
    acts=(acts.file, acts.file_class, acts.plan, *ON_ONE), empty=_("还没有宣讲。点“填报宣讲”，一屏即可完成。"),
)  # fmt: skip
facet(Team, "lecturer_teams", words.LECTURER_TEAM, label=_("宣讲队"), group=GROUP, icon="groups_3")
facet(Activity, "base_visits", words.BASE_VISIT, label=_("教育基地参观"), group=GROUP, icon="museum")
facet(RegisterEntry, "model_videos", words.VIDEO, label=_("劳模工匠短片"), group=GROUP, icon="movie")
facet(Reading, "video_views", words.VIDEO_VIEWS, label=_("短片播放量"), group=GROUP, icon="visibility")
