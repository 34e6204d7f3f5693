"""What people see of workforce reform: its part of the common desks."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.designations.models import Designation, Nomination, Round, Scheme
from gonghui.commons.registers.desk import HOLDER
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.returns.models import HeadCount
from gonghui.commons.tasks.models import Finding, Task, TaskList
from gonghui.kernel.desk import facet

from . import words

GROUP = _("劳动经济")
LISTS = (words.SPLIT, words.DRIVE, words.FEEDBACK)
TITLES = (words.COUNTY, words.PILOT)

facet(TaskList, "reform_lists", *LISTS, label=_("产改任务与行动"), group=GROUP, icon="account_tree", empty=_("还没有产改任务清单。"))
facet(Task, "reform_tasks", *LISTS, label=_("产改任务"), group=GROUP)
facet(Finding, "reform_findings", *LISTS, label=_("产改评估反馈问题"), group=GROUP)
facet(
    HeadCount, "reform_scores", words.SCORE, label=_("产改评估排名"), group=GROUP, icon="leaderboard", order=("-until", "-number", "pk"),
    empty=_("还没有评估得分。各市自评填报并附佐证，实地评估后审核。"),
)  # fmt: skip
facet(HeadCount, "reform_monitoring", words.MONITOR, label=_("产改入库企业监测"), group=GROUP, icon="monitoring")
facet(
    RegisterEntry, "reform_firms", words.FIRM, label=_("产改企业库"), group=GROUP, icon="factory", columns=("title", "number", HOLDER, "node", "in_force_from", "until", "state"),
    empty=_("还没有入库企业。提出登记为筛选，审核登记并生效为入库。"),
)  # fmt: skip
facet(
    RegisterEntry,
    "reform_register",
    words.DOCUMENT,
    words.CASE,
    words.MEMBER,
    words.REPORT,
    label=_("产改文件、案例与成员单位"),
    group=GROUP,
    icon="policy",
)
facet(Designation, "reform_titles", *TITLES, label=_("产改示范与试点"), group=GROUP)
facet(Nomination, "reform_nominations", *TITLES, label=_("产改示范与试点推荐"), group=GROUP)
facet(Round, "reform_rounds", *TITLES, label=_("产改示范与试点评选"), group=GROUP)
facet(Scheme, "reform_schemes", *TITLES, label=_("产改示范与试点项目"), group=GROUP)
facet(Activity, "reform_events", words.VISIT, words.MEETING, label=_("产改实地评估与现场会"), group=GROUP, icon="travel_explore")
