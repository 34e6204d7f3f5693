"""What is counted of governance. What is told of a meeting's own number or days holds at its node alone; the rest adds up over the tree."""

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.cases.models import Case
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.words import STANDING
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.registers.words import DOCUMENT
from gonghui.commons.tasks.models import Finding, Result, Task
from gonghui.commons.tasks.words import CONVERSION, DONE, RECTIFICATION
from gonghui.kernel.indicators import Distinct, Flow, Latest, Ratio, Stock
from gonghui.kernel.tree.models import Placement

from . import words
from .models import Congress, Delegate, Elected, Term

PROVINCE, BELOW = Q(node__kind="province"), ("city", "county")
OPENED = {"counts": Congress, "where": Q(state__in=words.DONE), "dated_by": "opened_on"}
CHOSEN = {"counts": Delegate, "dated_by": "congress__opened_on", "of": "person", "personal": True, "nodes": (("congress__slot", "congress__node"),)}
VALID = Q(state="valid", congress__state__in=words.DONE)


def listed(*kinds: str) -> Q:
    """Entries of these kinds that were registered, not only proposed."""
    return Q(kind__in=kinds, registered_on__isnull=False)


def entries(key: str, label, where: Q, **more) -> Flow:
    return Flow(f"governance.{key}", label, "item", RegisterEntry, where, dated_by="since", **more)


def measures(key: str, label, kind: str, **more) -> Flow:
    return Flow(f"governance.{key}", label, "item", Task, Q(kind=kind) & ~Q(state="dropped"), dated_by="set_on", **more)


def held(key: str, label, kind: str) -> Flow:
    return Flow(f"governance.{key}", label, "session", Activity, Q(kind=kind, state__in=COUNTED), dated_by="held_on")


Latest("governance.congress.ordinal", _("代表大会届次"), "ordinal", **OPENED, shows="number", meaning=_("本级最近一次大会"))
Latest("governance.congress.days", _("代表大会会期天数"), "day", **OPENED, shows="days", meaning=_("本级最近一次大会"))
Latest(
    "governance.committee.outgoing_ordinal",
    _("报告工作的委员会届次"),
    "ordinal",
    **OPENED,
    shows="outgoing",
    meaning=_("本级最近一次大会上报告工作的那一届委员会"),
)
Flow("governance.congresses", _("召开代表大会次数"), "session", **OPENED, main=True, meaning=_("已召开的代表大会，按开幕日期"))
Distinct("governance.congress.delegates", _("代表大会代表人数"), "person", where=VALID, **CHOSEN, meaning=_("资格有效的代表，按人计；含下级各次大会"))
Distinct("governance.congress.delegates@province", _("省级代表大会代表人数"), "person", where=VALID & Q(congress__node__kind="province"), **CHOSEN)
entries("congress.reports_adopted", _("大会审议通过报告数"), listed(words.REPORT))
entries("congress.reports_adopted@province", _("省级大会审议通过报告数"), listed(words.REPORT) & PROVINCE)
Flow("governance.elected", _("当选人次"), "person_time", Elected, dated_by="on", personal=True, meaning=_("一人当选几职计几次"))
due = Flow("governance.terms_due", _("应换届组织数"), "org", Term, dated_by="until")
on_time = Flow("governance.terms_renewed", _("按期换届组织数"), "org", Term, Q(ended_on__lte=F("until")), dated_by="until")
Ratio(
    "governance.terms_on_time_pct",
    _("按期换届率"),
    "percent",
    top=on_time,
    bottom=due,
    main=True,
    meaning=_("任期在期内届满的组织中，届满日或之前已换届的比例"),
)
Stock("governance.check.term_overdue", _("届满未换届的组织"), "org", Term, Q(ended_on=None), since="until", until="", check=True)

JOINT = Q(kind=words.JOINT, state__in=COUNTED)
Latest("governance.joint_conference.ordinal", _("政府与工会联席会议次第"), "ordinal", Activity, JOINT, dated_by="held_on", shows="edition")
Latest("governance.joint_conference.followup_ordinal", _("通报落实情况的上次会议次第"), "ordinal", RegisterEntry, listed(words.FOLLOW_UP),
    dated_by="since", shows="quantity")  # fmt: skip
PUT = {"counts": Finding, "dated_by": "on"}
Flow(
    "governance.joint_conference.topics", _("联席会议研究议题数"), "item", where=Q(kind=words.DECIDED), **PUT, meaning=_("各级会议研究的议题，按会议日期"),
)  # fmt: skip
Flow("governance.joint_conference.topics@province", _("省级联席会议研究议题数"), "item", where=Q(kind=words.DECIDED) & PROVINCE, **PUT)
Distinct("governance.joint_conference.topics@settled", _("市县联席会议解决问题数"), "item", Task, Q(kind=words.DECIDED, state__in=DONE, tasks_of__node__kind__in=BELOW),
    dated_by="done_on", of="finding", nodes=(("tasks_of__slot", "tasks_of__node"),), meaning=_("市县会议议题中已办结的，按办结日期"), main=True)  # fmt: skip
orgs = Distinct(
    "governance.joint_conference.orgs_held", _("召开联席会议市县数"), "org", Activity, JOINT & Q(node__kind__in=BELOW), dated_by="held_on", of="node"
)
all_orgs = Stock("governance.cities_counties", _("市县总工会数"), "org", Placement, Q(node__kind__in=BELOW))
Ratio(
    "governance.joint_conference.coverage_pct",
    _("市县联席会议覆盖率"),
    "percent",
    top=orgs,
    bottom=all_orgs,
    meaning=_("期内召开过联席会议的市县总工会，除以期末市县总工会"),
)

entries("research.reports", _("调研报告篇数"), listed(words.RESEARCH))
measures("research.measures", _("调研成果转化措施数"), CONVERSION)
Flow("governance.research.policies", _("调研促成政策机制数"), "item", Result, Q(task__kind=CONVERSION, outcome__in=("policy", "mechanism")), dated_by="on",
    nodes=(("task__slot", "task__node"),))  # fmt: skip
Distinct(
    "governance.rectification.problem_areas", _("检视问题方面数"), "item", Finding, Q(kind=RECTIFICATION) & ~Q(area=""), dated_by="on", of="area"
)
measures("rectification.measures", _("问题整改措施数"), RECTIFICATION)
Distinct("governance.contact_points", _("领导联系点数"), "org", RegisterEntry, listed(words.CONTACT), dated_by="since", of="node")
held("contact_visits", _("领导走访联系点次数"), words.VISIT)
Flow("governance.contact_issues", _("联系点反映问题数"), "item", Case, Q(kind=words.RAISED) & ~Q(state__in=("merged", "ended")), dated_by="opened_on")
entries("cooperation_agreements", _("与外省工会合作协议数"), listed(words.COOPERATION))
held("exchanges", _("工会交流协作次数"), words.EXCHANGE)
measures("support_measures", _("区域支持措施数"), words.SUPPORT)
PILOTS = {"counts": RegisterEntry, "where": listed(words.PILOT)}
Stock("governance.reform_pilots.categories", _("全国改革试点类别数"), "item", **PILOTS, of="topic")
Stock("governance.reform_pilots.units", _("全国改革试点单位数"), "org", **PILOTS, of="holder_node")
entries("documents", _("制定制度文件数"), listed(DOCUMENT))
Stock("governance.documents@in_force", _("有效制度文件数"), "item", RegisterEntry, Q(kind=DOCUMENT), since="in_force_from")
targets = Flow("governance.targets", _("年度目标任务数"), "item", PlanItem, Q(kind=words.TARGET, state__in=STANDING), dated_by="since")
met = Flow(
    "governance.targets_done", _("已完成目标任务数"), "item", PlanItem, Q(kind=words.TARGET, state__in=("done", "evaluated", "reported")), dated_by="since",
)  # fmt: skip
Ratio(
    "governance.targets_done_pct",
    _("目标任务完成率"),
    "percent",
    top=met,
    bottom=targets,
    main=True,
    meaning=_("起始日期在期内的目标任务中现已完成的比例"),
)
Flow("governance.major_matters", _("重大事项请示报告数"), "item", Case, Q(kind=words.MAJOR) & ~Q(state__in=("merged", "ended")), dated_by="opened_on")
held("organ_meetings", _("党组（领导班子）会议次数"), words.MEETING)
measures("reform.tasks", _("工会自身改革任务数"), words.REFORM)
Flow("governance.reform.done", _("已完成的自身改革任务数"), "item", Task, Q(kind=words.REFORM, state__in=DONE), dated_by="done_on")
