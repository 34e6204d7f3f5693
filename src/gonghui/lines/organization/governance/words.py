"""States of a term, a congress and a delegate, the kinds governance gives the common records, and how it says no."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.ballots.words import KINDS as POLLS
from gonghui.commons.cases.words import declare as matter
from gonghui.commons.plans.words import KINDS as PLANS
from gonghui.commons.registers.words import KINDS as ENTRIES
from gonghui.commons.tasks.words import KINDS as LISTS
from gonghui.kernel.config import Config, declare
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal


class CongressState(States):
    REQUESTED = "requested", _("已请示")
    APPROVED = "approved", _("已批复，筹备中")
    REVIEWED = "reviewed", _("代表资格已审查")
    HELD = "held", _("已选举")
    FILED = "filed", _("已报选举结果")
    ACCEPTED = "accepted", _("结果已批准")
    REPEAT = "repeat", _("须重新选举")


C = CongressState
CONGRESS = Lifecycle(
    CongressState, Step((), "governance.request", C.REQUESTED), Step((C.REQUESTED,), "governance.approve", C.APPROVED, clock="elect.approve_days"),
    Step((C.APPROVED,), "governance.review", C.REVIEWED), Step((C.REVIEWED, C.REPEAT), "governance.hold", C.HELD),
    Step((C.HELD,), "governance.file", C.FILED, clock="elect.report_days"),
    Step((C.FILED,), "governance.accept", C.ACCEPTED, clock="elect.approve_days"), Step((C.FILED,), "governance.repeat", C.REPEAT),
)  # fmt: skip
RUNNING = (C.REQUESTED, C.APPROVED, C.REVIEWED, C.HELD, C.FILED, C.REPEAT)
DONE = (C.HELD, C.FILED, C.ACCEPTED)


class DelegateState(States):
    CHOSEN = "chosen", _("已选出，待审查")
    VALID = "valid", _("资格有效")
    INVALID = "invalid", _("资格无效")


DELEGATE = Lifecycle(
    DelegateState, Step((), "governance.choose_delegate", DelegateState.CHOSEN),
    Step((DelegateState.CHOSEN,), "governance.find_valid", DelegateState.VALID),
    Step((DelegateState.CHOSEN, DelegateState.VALID), "governance.find_invalid", DelegateState.INVALID),
)  # fmt: skip


class Post(models.TextChoices):
    CHAIR = "chair", _("主席")
    VICE = "vice", _("副主席")
    STANDING = "standing", _("常委")
    MEMBER = "member", _("委员")
    AUDIT = "audit", _("经审委员会主任")
    WOMEN = "women", _("女职工委员会主任")
    NATIONAL = "national", _("出席上级代表大会代表")


declare(
    Config("elect.remind_first", 180, _("换届首次提醒天数"), "handbook; default", least=1, most=365),
    Config("elect.remind_next", 90, _("换届再次提醒天数"), "handbook; default", least=1, most=365),
    Config("elect.remind_last", 30, _("换届最后提醒天数"), "handbook; default", least=1, most=365),
    Config("elect.approve_days", 15, _("换届请示、结果批复天数"), "handbook [CHECK]", least=1, most=90),
    Config("elect.report_days", 15, _("报选举结果天数"), "handbook; default", least=1, most=90),
    Config("elect.extend_months", 6, _("延期换届最多月数"), "handbook", least=0, most=24),
    Config("elect.margin", 5, _("委员差额比例（%）"), "handbook [CHECK]", least=0, most=50),
)

BALLOT = POLLS.declare("congress", _("代表大会选举"))
REPORT = ENTRIES.declare("congress_report", _("大会报告和决议"))
TOPIC = ENTRIES.declare("joint_topic", _("联席会议议题"))
FOLLOW_UP = ENTRIES.declare("joint_followup", _("上次联席会议落实情况通报"))
RESEARCH = ENTRIES.declare("research", _("调研报告"))
CONTACT = ENTRIES.declare("contact_point", _("领导联系点"))
COOPERATION = ENTRIES.declare("cooperation", _("与外省工会合作协议"))
PILOT = ENTRIES.declare("reform_pilot", _("上级授予的改革试点"))
JOINT = ACTIVITIES.declare("joint_conference", _("政府与工会联席会议"))
VISIT = ACTIVITIES.declare("leader_visit", _("领导走访联系点"))
EXCHANGE = ACTIVITIES.declare("union_exchange", _("工会交流协作"))
MEETING = ACTIVITIES.declare("organ_meeting", _("党组（领导班子）会议"))
DECIDED = LISTS.declare("joint_conference", _("联席会议议定事项"))
REFORM = LISTS.declare("self_reform", _("工会自身改革任务"))
SUPPORT = LISTS.declare("regional_support", _("区域支持措施"))
RAISED = matter("contact_issue", _("联系点反映的问题"), brought=False)
MAJOR = matter("major_matter", _("重大事项请示报告"), brought=False)
TARGET = PLANS.declare("target", _("年度目标任务"))


def _no(code, says, instead="", field="__all__", because=""):
    return Refusal(f"governance.{code}", says, instead=instead, field=field, because=because, kind=Kind.CONFLICT)


YEARS = _no("years", _("“{node}”每届应为 {years} 年。"), field="until", because=_("《工会法》第十六条：基层三年或五年，地方和产业工会五年"))
STANDS = _no("stands", _("“{node}”第 {number} 届已登记。"), _("换届请从换届请示办起。"))
OVERDUE = _no("overdue", _("届期已于 {day} 届满，不能再延期。"), _("请立即请示换届。"))
TOO_LONG = _no("too_long", _("延期最多到 {day}。"), _("请核对日期。"), "until")
IN_HAND = _no("in_hand", _("已有第 {number} 次代表大会。"), _("请在原记录上办理，或核对届次。"), "number")
DAYS = _no("days", _("日期先后不对：不能早于 {day}，也不能在将来。"), _("请核对日期。"), "opened_on")
QUOTA_FULL = _no("quota_full", _("“{unit}”的 {seats} 个名额已满。"), _("请调整名额或更换代表。"), "person")
NO_QUOTA = _no("no_quota", _("“{unit}”没有代表名额。"), _("请先分配名额。"), "node")
NOT_MEMBER = _no("not_member", _("“{person}”目前不是“{unit}”的会员。"), because=_("代表、候选人须为会员"), field="person")
CHOSEN_ALREADY = _no("chosen_already", _("“{person}”已是代表。"), field="person")
UNREVIEWED = _no("unreviewed", _("还有 {count} 名代表没有审查资格。"), _("请先逐一审查。"))
NO_QUORUM = _no("no_quorum", _("应到 {entitled} 人，实到 {present} 人，不足三分之二。"), _("不能开会选举。"), "present")
MARGIN = _no("margin", _("应选 {seats} 人，候选人至少 {least} 人。"), because=_("差额选举"), field="candidates")
BALLOTS = _no("ballots", _("收回选票多于发出选票。"), _("选举无效，须重新投票。"), "recovered")
NOT_ELECTED = _no("not_elected", _("赞成 {yes} 票，未超过应到会 {entitled} 人的半数。"), because=_("得票过应到会人数半数方可当选"), field="yes")
ELECTED_ALREADY = _no("elected_already", _("“{person}”已登记当选{post}。"), field="person")
NOBODY = _no("nobody", _("还没有登记当选人员。"), _("请先登记当选人员。"))
