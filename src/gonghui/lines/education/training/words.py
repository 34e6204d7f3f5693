"""Kinds, states and settings of courses, classes and learning online."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities import words as activities
from gonghui.commons.enrolment import words as enrolment
from gonghui.commons.money.words import PAYMENTS
from gonghui.commons.plans import words as plans
from gonghui.commons.registers import words as registers
from gonghui.kernel.config import Config, declare
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

COURSE = enrolment.KINDS.declare("course", _("公益培训"))
LESSON = activities.KINDS.declare("lesson", _("公益培训课次"))
FEE = PAYMENTS.declare("teacher_fee", _("教师课酬"), cause="education_training.lesson")
TERM = plans.KINDS.declare("training.term", _("公益培训期次"))
PLANNED_TERMS = plans.KINDS.declare("training.terms", _("公益培训年度期数"))
PLANNED_SUBJECTS = plans.KINDS.declare("training.subjects", _("公益培训年度项目数"))
PLANNED_PEOPLE = plans.KINDS.declare("training.people", _("公益培训年度人数"))
PROVIDERS = (
    registers.KINDS.declare("college", _("骨干高职院校")),
    registers.KINDS.declare("worldskills_base", _("世赛中国集训基地")),
    registers.KINDS.declare("national_skill_base", _("国家级高技能人才培训基地")),
    registers.KINDS.declare("provincial_skill_base", _("省级高技能人才培训基地")),
)

declare(
    Config("class.min_open_ratio", 50, _("开班人数占名额的最低比例（%）"), most=100),
    Config("class.complete_ratio", 70, _("结业须到课的比例（%）"), least=1, most=100),
    Config("class.leave_needs_answer", False, _("请假须经批准")),
    Config("class.leave_left_out", False, _("请假的课次不计入应到课次")),
    Config("class.sign_in_minutes", 15, _("上课前多少分钟开放扫码签到"), most=240),
    Config("class.check_months", 12, _("面向子女的班次，教师从业查询的有效月数"), "未成年人保护法第六十二条", least=1, most=60),
    Config("class.lesson_fee", 300, _("每次课的教师课酬（元，税前；0 为不付）"), most=100_000),
    Config("class.pass_score", 60, _("线上课程测验合格分"), most=100),
)


class Mode(models.TextChoices):
    CLASSROOM = "classroom", _("面授")
    ONLINE = "online", _("线上")


class CourseState(States):
    PROPOSED = "proposed", _("拟开")
    APPROVED = "approved", _("已批准")
    ENDED = "ended", _("已停开")


COURSE_STATES = Lifecycle(
    CourseState,
    Step((), "training.propose", CourseState.PROPOSED),
    Step((CourseState.PROPOSED,), "training.approve", CourseState.APPROVED),
    Step((CourseState.PROPOSED, CourseState.APPROVED), "training.end_course", CourseState.ENDED),
)


class ClassState(States):
    DRAFT = "draft", _("拟定中")
    REVIEWED = "reviewed", _("已审定")
    PUBLISHED = "published", _("已发布报名")
    RUNNING = "running", _("开课中")
    FINISHED = "finished", _("已结课")
    ARCHIVED = "archived", _("已归档")
    POSTPONED = "postponed", _("已延期")
    CANCELLED = "cancelled", _("已取消")


C = ClassState
CLASS = Lifecycle(
    ClassState,
    Step((), "training.plan_class", C.DRAFT),
    Step((C.DRAFT,), "training.review", C.REVIEWED),
    Step((C.REVIEWED,), "training.publish", C.PUBLISHED),
    Step((C.PUBLISHED, C.POSTPONED), "training.begin", C.RUNNING),
    Step((C.RUNNING,), "training.finish", C.FINISHED),
    Step((C.FINISHED,), "training.archive", C.ARCHIVED),
    Step((C.PUBLISHED,), "training.postpone", C.POSTPONED),
    Step((C.DRAFT, C.REVIEWED, C.PUBLISHED, C.POSTPONED), "training.cancel", C.CANCELLED),
)
RUN = (C.RUNNING, C.FINISHED, C.ARCHIVED)


class LeaveState(States):
    ASKED = "asked", _("待批准")
    ALLOWED = "allowed", _("已准假")
    REFUSED = "refused", _("未准假")
    WITHDRAWN = "withdrawn", _("已撤回")


V = LeaveState
LEAVE = Lifecycle(
    LeaveState,
    Step((), "training.ask_leave", V.ASKED),  # or allowed at once, as `class.leave_needs_answer` says
    Step((V.ASKED,), "training.allow_leave", V.ALLOWED),
    Step((V.ASKED,), "training.refuse_leave", V.REFUSED),
    Step((V.ASKED, V.ALLOWED), "training.withdraw_leave", V.WITHDRAWN),
)


class LearningState(States):
    ENROLLED = "enrolled", _("已报名")
    LEARNING = "learning", _("学习中")
    TESTED = "tested", _("已测验")
    CERTIFIED = "certified", _("已发证")


L = LearningState
LEARNING = Lifecycle(
    LearningState,
    Step((), "training.learn", L.ENROLLED),
    Step((L.ENROLLED, L.LEARNING), "training.finish_unit", L.LEARNING),
    Step((L.LEARNING, L.TESTED), "training.test", L.TESTED),
    Step((L.TESTED,), "training.certify", L.CERTIFIED),
)


def _conflict(code, says, instead="", field="__all__"):
    return Refusal(f"training.{code}", says, instead=instead, field=field, kind=Kind.CONFLICT)


NOT_APPROVED = _conflict("not_approved", _("课程“{course}”尚未批准或已停开。"), _("请先报批。"), field="course")
NOT_A_TERM = Refusal("training.not_a_term", _("所选计划不是公益培训的一期。"), field="term")
TERM_CLOSED = _conflict("term_closed", _("本期尚未批准，或已结束。"), field="term")
ONLINE = _conflict("online", _("线上课程不设班次。"), _("请在“线上课程”学习。"), field="course")
NOT_ONLINE = _conflict("not_online", _("这门课是面授。"), _("请报名班次。"), field="course")
ROOM_BUSY = _conflict("room_busy", _("{at} 的课与“{other}”同用“{place}”。"), _("请换时间或教室。"), field="begins_at")
TEACHER_BUSY = _conflict("teacher_busy", _("{at} 的课与“{other}”是同一位教师。"), _("请换时间。"), field="begins_at")
LESSON_AFTER_END = _conflict("lesson_after_end", _("最后一次课在 {day}，结课日期不能早于它。"), field="ends_on")
WITH_CLASS = _conflict("with_class", _("这是班次“{one}”的报名项，随班次一起变动。"), _("请在“公益班次”中发布、排课、延期、取消或结课。"))
NO_LESSONS = _conflict("no_lessons", _("还没有课次。"), _("请先添加课次。"))
UNCHECKED = Refusal(
    "training.unchecked",
    _("面向会员子女的班次，开课时须有 {months} 个月以内的教师从业查询。"),
    because=_("《未成年人保护法》第六十二条"),
    instead=_("请向公安机关或检察院查询后，点“登记教师从业查询”。"),
    kind=Kind.CONFLICT,
)
CHECK_AHEAD = Refusal("training.check_ahead", _("查询日期不能在将来。"), field="checked_on")
TOO_FEW = _conflict("too_few", _("已确认 {count} 人，少于开班下限 {least} 人。"), _("可取消班次，参加者不记爽约。"))
NOT_BEGUN = _conflict("not_begun", _("{day} 才开课。"))
STILL_LESSONS = _conflict("still_lessons", _("还有 {count} 个课次没有点名。"), _("请先点名或取消这些课次。"))
NOT_OF_CLASS = _conflict("not_of_class", _("有不在本班名单上的人。"), field="present")
CALLED = _conflict("called", _("本课次已点名。"))
SIGN_IN_HOURS = _conflict("sign_in_hours", _("“{lesson}”的签到在 {since} 至 {until} 开放。"), _("错过签到请联系老师，由老师点名。"))
NOT_ON_ROLL = _conflict("not_on_roll", _("您和子女都不在“{lesson}”的名单上。"), _("请核对是不是自己班次的二维码；确在本班的，请联系老师点名。"))
STILL_LEAVES = _conflict("still_leaves", _("还有 {count} 个请假没有答复。"), _("请先在“公益培训请假”中准假或不准。"))
LESSON_BEGUN = _conflict("lesson_begun", _("本次课 {at} 已开始。"), _("请假只在上课前提出，之后请联系主办方。"))
LEAVE_TWICE = _conflict("leave_twice", _("本次课已请过假，当前为“{state}”。"))
NOT_YOURS = _conflict("not_yours", _("这不是您本人或子女已确认的班次，或本次补课没有安排您。"), _("请从“我的课表”选择。"))
NO_MAKE_UP = _conflict("no_make_up", _("补课补的是已点名的课次，不能再补补课。"), _("请先点名。"))
CAME_ALREADY = _conflict("came_already", _("{names}已到过这次课，不用补。"), _("请去掉后再提交。"), field="people")
OTHER_LIST = _conflict("other_list", _("这个批次的类别不是“教师课酬”。"), _("请另编一个“教师课酬”批次。"))
FEE_DAYS = Refusal("training.fee_days", _("起止日期先后不对，或止于将来。"), field="until")
NO_FEES = _conflict("no_fees", _("这段时间没有已点名、有教师、还未列支的课次。"), _("请核对日期，或先点名。"))
LATE_FEES = _conflict("late_fees", _("有 {count} 个课次刚被另一批次列入。"), _("请再点一次，只列其余的。"))
NOBODY_TO_CERTIFY = _conflict("nobody_to_certify", _("没有结业而未发证的学员。"), _("结业须到课达到规定比例。"))
UNITS_LEFT = _conflict("units_left", _("还有 {count} 个单元没有学完。"), field="score")
ALL_UNITS = _conflict("all_units", _("各单元已学完，请参加测验。"))
FAILED = _conflict("failed", _("测验 {score} 分，未到合格线 {least} 分。"), _("可以重测。"))
LEARNS = _conflict("learns", _("今年已在学这门课。"), field="course")
NOT_KNOWN = _conflict("not_known", _("还没有您的姓名。"), _("请先申请入会或由工会登记。"))
