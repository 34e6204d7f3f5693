"""What is counted of workforce reform: what is recommended is not yet granted, a score is never added."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.designations.models import Designation, Nomination
from gonghui.commons.designations.reads import titles
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.returns.counting import Filers, HeadCounts
from gonghui.commons.tasks.models import Task, TaskList
from gonghui.commons.tasks.words import DONE
from gonghui.kernel.indicators import Distinct, Flow, Mean, Stock

from . import words

HERE = {"told_by": "workforce_reform"}
IN = Q(registered_on__isnull=False)

Flow("reform.documents", _("产改配套文件数"), "item", RegisterEntry, IN & Q(kind=words.DOCUMENT, version=1), dated_by="since", main=True, **HERE,
    meaning=_("首次印发的计一件，更新版本不另计"))  # fmt: skip
Stock("reform.enterprises_listed", _("产改入库企业数"), "org", RegisterEntry, IN & Q(kind=words.FIRM), since="in_force_from", main=True, **HERE,
    meaning=_("在库企业，统一社会信用代码不重复；已移出的不计"))  # fmt: skip
Flow(
    "reform.model_counties",
    _("产改示范县区数"),
    "org",
    Designation,
    titles(words.COUNTY),
    dated_by="awarded_on",
    main=True,
    **HERE,
    meaning=_("按命名日期；误登的不计"),
)
Distinct("reform.pilot_enterprises", _("推荐省级产改试点单位数"), "org", Nomination, Q(kind=words.PILOT) & ~Q(document=""), dated_by="nominated_on", of="holder_key",
    meaning=_("已上报上级的推荐；获批与否另计"), **HERE)  # fmt: skip
Flow("reform.pilots_granted", _("产改试点单位获批数"), "org", Designation, titles(words.PILOT), dated_by="awarded_on", **HERE)
Flow("reform.special_actions", _("产改集中行动数"), "item", TaskList, Q(kind=words.DRIVE), dated_by="on", **HERE)
Flow("reform.tasks_done", _("产改任务办结数"), "item", Task, Q(kind=words.SPLIT, state__in=DONE), dated_by="done_on", **HERE)
Flow("reform.cases", _("产改案例数"), "item", RegisterEntry, IN & Q(kind=words.CASE), dated_by="since", **HERE)
Flow("reform.meetings", _("产改现场会场次"), "session", Activity, Q(kind=words.MEETING, state__in=COUNTED), dated_by="held_on",
    nodes=(("slot", "node"), ("host_slot", "host")), **HERE)  # fmt: skip
HeadCounts("reform.skilled", _("入库企业参加技能提升职工人次"), "person_time", kinds=(words.MONITOR,), **HERE)
points = HeadCounts("reform.points", _("产改评估得分合计"), "item", kinds=(words.SCORE,), **HERE)
scored = Filers("reform.scored", _("参加产改评估的单位数"), "org", kinds=(words.SCORE,), **HERE)
Mean("reform.score", _("产改评估平均得分"), "item", top=points, bottom=scored, meaning=_("实地评估后审核通过的得分；一市即该市得分"), **HERE)
