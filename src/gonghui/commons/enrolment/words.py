"""Kinds, states, audiences and settings of offers and enrolments."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.config import Config, declare
from gonghui.kernel.kinds import Kinds
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

KINDS = Kinds()
GENERAL = KINDS.declare("general", _("一般报名"))


def kinds() -> list[tuple]:
    """Every kind a line has declared."""
    return KINDS.choices()


declare(
    Config("enrol.max_per_round", 2, _("每人每期最多报名项数"), least=1, most=50),
    Config("enrol.hold_minutes", 5, _("占位待确认的分钟数"), least=1, most=1440),
    Config("enrol.cancel_hours", 48, _("开始前多少小时之内取消记爽约"), most=24 * 60),
    Config("enrol.offer_hours", 24, _("候补递补后须确认的小时数"), least=1, most=24 * 30),
    Config("enrol.strikes", 3, _("十二个月内爽约几次后暂停报名"), least=1, most=100),
    Config("enrol.let_in_a_second", 1000, _("开放时候场每秒放行人数"), least=1, most=1_000_000),
    Config("enrol.block_months", 6, _("爽约后暂停报名的月数"), least=1, most=60),
    Config("enrol.appeal_days", 7, _("爽约后可申诉的天数"), least=1, most=90),
    Config("enrol.answer_days", 3, _("申诉须答复的天数"), least=1, most=90),
    Config("enrol.called_off_first", True, _("因主办方取消而落空的，下期抽签（排序）优先")),
    Config("enrol.first_timers_first", False, _("从未录取过的，抽签（排序）优先")),
    Config(
        "enrol.puzzle", "often", _("防刷验证"),
        choices=(("off", _("不用")), ("often", _("请求频繁时")), ("room", _("进入候场和请求频繁时"))),
    ),
)  # fmt: skip
SOON_HOURS, SOON_OFFER_HOURS = 48, 2  # so near the start an offered seat waits two hours; handbook, default


class Mode(models.TextChoices):
    """How places are given. Source: handbook, 'Enrolment modes'; seats kept for units or groups until a moment go with any of them."""

    FIRST = "first", _("先到先得")
    LOTTERY = "lottery", _("摇号")
    REVIEW = "review", _("按公布的优先顺序")
    MIXED = "mixed", _("部分先到先得，部分抽签")


IN_ORDER = (Mode.FIRST, Mode.MIXED)  # some places at least go in the order of asking


class Given(models.TextChoices):
    """By which of an offer's ways somebody got the place."""

    ORDER = "order", _("按报名先后")
    KEPT = "kept", _("保留名额")
    DRAW = "draw", _("抽签（排序）")
    LIST = "list", _("候补递补")


# key -> (label, persons' numbers to those of them who come first); a line adds what it knows
PRIORITIES: dict[str, tuple] = {}
OF_THE_ONE = {"first_time", "called_off"}  # what has been of the one who comes; the rest is what they or their guardian are
BY_SETTING = (("called_off", "enrol.called_off_first"), ("first_time", "enrol.first_timers_first"))


def priorities() -> list[tuple]:
    return [(key, label) for key, (label, _who) in PRIORITIES.items()]


class OfferState(States):
    DRAFT = "draft", _("拟定中")
    OPEN = "open", _("已发布")
    CLOSED = "closed", _("已截止")
    CANCELLED = "cancelled", _("已取消")


O = OfferState  # noqa: E741 - as the table reads
OFFER = Lifecycle(
    OfferState,
    Step((), "enrolment.draft", O.DRAFT),
    Step((O.DRAFT,), "enrolment.publish", O.OPEN),
    Step((O.OPEN,), "enrolment.close", O.CLOSED),
    Step((O.CLOSED,), "enrolment.reopen", O.OPEN),
    Step((O.CLOSED,), "enrolment.draw", O.CLOSED),
    Step((O.DRAFT, O.OPEN, O.CLOSED), "enrolment.call_off", O.CANCELLED),
)


class EnrolmentState(States):
    HELD = "held", _("占位待确认")
    CONFIRMED = "confirmed", _("已确认")
    WAITLISTED = "waitlisted", _("候补中")
    OFFERED = "offered", _("已递补待确认")
    ATTENDED = "attended", _("已参加")
    NO_SHOW = "no_show", _("未到")
    DROPPED = "dropped", _("中途缺席除名")
    CANCELLED = "cancelled", _("已取消")
    CANCELLED_LATE = "cancelled_late", _("逾期取消")
    EXPIRED = "expired", _("逾期未确认")
    CALLED_OFF = "called_off", _("主办方取消")
    APPLIED = "applied", _("已申请，待抽签")
    UNPLACED = "unplaced", _("未中签")


E = EnrolmentState
ENROLMENT = Lifecycle(
    EnrolmentState,
    Step((), "enrolment.enrol", E.CONFIRMED),  # or held or waitlisted, as `settle` finds
    Step((), "enrolment.enter", E.CONFIRMED),
    Step((E.HELD,), "enrolment.confirm", E.CONFIRMED),
    Step((E.WAITLISTED,), "enrolment.promote", E.OFFERED),
    Step((E.OFFERED,), "enrolment.accept", E.CONFIRMED),
    Step((E.HELD, E.OFFERED), "enrolment.lapse", E.EXPIRED),
    Step((E.APPLIED,), "enrolment.place", E.CONFIRMED),  # or held, as the offer asks
    Step((E.APPLIED,), "enrolment.queue", E.WAITLISTED),
    Step((E.APPLIED,), "enrolment.leave_out", E.UNPLACED),
    Step((E.HELD, E.CONFIRMED, E.WAITLISTED, E.OFFERED, E.APPLIED), "enrolment.cancel", E.CANCELLED),
    Step((E.CONFIRMED,), "enrolment.cancel_late", E.CANCELLED_LATE),
    Step((E.CONFIRMED,), "enrolment.attend", E.ATTENDED),
    Step((E.CONFIRMED,), "enrolment.miss", E.NO_SHOW),
    Step((E.CONFIRMED,), "enrolment.drop", E.DROPPED),
    Step((E.CONFIRMED,), "enrolment.put_off", E.HELD),
    Step((E.NO_SHOW,), "enrolment.pardon", E.NO_SHOW),
    Step((E.DROPPED,), "enrolment.pardon", E.DROPPED),
    Step((E.CANCELLED_LATE,), "enrolment.pardon", E.CANCELLED_LATE),
    *(Step((state,), act, state) for act in ("enrolment.appeal", "enrolment.uphold") for state in (E.NO_SHOW, E.DROPPED, E.CANCELLED_LATE)),
    Step((E.ATTENDED,), "enrolment.rate", E.ATTENDED),
)
ADMITTED = (E.CONFIRMED, E.ATTENDED, E.NO_SHOW, E.DROPPED, E.CANCELLED_LATE)  # had a place for certain, whatever came of it
SEATED = (E.HELD, E.CONFIRMED, E.OFFERED, E.ATTENDED, E.NO_SHOW)  # a seat is taken
COMING = (E.HELD, E.CONFIRMED, E.WAITLISTED, E.OFFERED, E.APPLIED)
LIVE = (*COMING, E.ATTENDED, E.NO_SHOW)  # one of these a person and offer
STRUCK = (E.CANCELLED_LATE, E.NO_SHOW, E.DROPPED)


class Audience(models.TextChoices):
    MEMBERS = "members", _("工会会员")
    WORKERS = "workers", _("实名职工")
    ANYONE = "anyone", _("所有登录用户")


class Channel(models.TextChoices):
    PORTAL = "portal", _("本人线上")
    OFFICE = "office", _("工会代报")
    TABLE = "table", _("名单导入")


def _conflict(code, says, instead="", field="__all__"):
    return Refusal(f"enrolment.{code}", says, instead=instead, field=field, kind=Kind.CONFLICT)


# why somebody cannot enrol; all that hold are told at once
UNVERIFIED = _conflict("unverified", _("尚未实名核验。"), _("请先在“我的会籍”完成实名。"))
NOT_MEMBER = _conflict("not_member", _("面向工会会员，您目前没有有效会籍。"), _("请先申请入会。"))
OUT_OF_SCOPE = _conflict("out_of_scope", _("只面向“{node}”所属职工。"))
AGE_UNKNOWN = _conflict("age_unknown", _("有年龄要求，但没有登记出生日期。"), _("请先完成实名。"))
TOO_YOUNG = _conflict("too_young", _("须年满 {age} 周岁（{why}）。"))
TOO_OLD = _conflict("too_old", _("须不超过 {age} 周岁（{why}）。"))
GENDER = _conflict("gender", _("本项只面向{gender}（{why}）。"))
HEALTH = _conflict("health", _("须声明身体状况适合参加。"), field="healthy")
BLOCKED = _conflict("blocked", _("十二个月内爽约 {count} 次，{until} 前暂停报名。"), _("可在“我的报名”查看每次爽约，期限内可申诉。"))
ROUND_FULL = _conflict("round_full", _("本期已报 {count} 项，每人最多 {limit} 项。"), _("可先取消其中一项。"))
SAME_SUBJECT = _conflict("same_subject", _("同一内容今年已报“{title}”。"))
CLASHES = _conflict("clashes", _("与已报的“{title}”时间冲突。"))
IN_ROOM = _conflict("in_room", _("候场的人正在按抽签次序入场，{seconds} 秒后轮到您。"), _("请稍候再提交。"))
NOT_YET = _conflict("not_yet", _("报名 {at} 开始。"))
OVER = _conflict("over", _("报名已截止。"))
ALREADY = _conflict("already", _("已经报过名，当前为“{state}”。"), _("请在“我的报名”查看。"))
NO_GUARDIAN = _conflict("no_guardian", _("未成年人须由作为会员的监护人报名，并同意处理其信息。"), field="consent")
FULL = _conflict("full", _("名额与候补均已满。"))
NOT_KNOWN = _conflict("not_known", _("还没有您的姓名。"), _("请先申请入会或由工会登记。"))
NOT_A_CHILD = _conflict("not_a_child", _("参加人已满十八周岁。"), _("请由本人报名。"), field="child_id_no")
OTHER_NAME = _conflict("other_name", _("姓名与该证件号登记的不一致。"), _("请核对后重填。"), field="child_name")
NOT_OVER = _conflict("not_over", _("{at} 结束后才能评价。"))
APPEAL_OVER = _conflict("appeal_over", _("申诉期限 {until} 已过。"))
OTHER_GUARDIAN = _conflict("other_guardian", _("另一位监护人已为该子女进入候场。"), _("请由对方完成报名。"), field="child_id_no")

GONE = _conflict("gone", _("报名项已不再开放。"))

# what an organiser is told
NO_PRIORITY = Refusal("enrolment.no_priority", _("按优先顺序给名额的，须公布优先顺序；先到先得和摇号没有。"), field="priority")
NO_SHARE = Refusal("enrolment.no_share", _("部分抽签的，须写明抽签名额，且少于总名额；其他办法不填。"), field="drawn_seats")
FIRST_COME = _conflict("first_come", _("先到先得的报名项不摇号。"))
SEED_LOST = _conflict("seed_lost", _("摇号种子与事先公布的校验值不符，不能摇号。"), _("请联系系统管理员核查密钥。"))
DAYS = Refusal("enrolment.days", _("时间先后不对：开放、截止、开始、结束须依次。"), instead=_("请核对时间。"), field="closes_at")
AGES = Refusal("enrolment.ages", _("年龄下限高于上限，或有限制而没有写明理由。"), field="why_limits")
SEATS_TAKEN = _conflict("seats_taken", _("已占用或已分配 {taken} 个名额，总数不能少于它。"), field="seats")
NO_SEATS_LEFT = _conflict("no_seats_left", _("只剩 {free} 个未分配的名额。"), field="seats")
QUOTA_TWICE = _conflict("quota_twice", _("“{node}”已有这样的名额。"), field="node")
NOT_BEGUN = _conflict("not_begun", _("{at} 才开始。"))
TOO_LATE = _conflict("too_late", _("保留时间已过，名额已转给候补。"))


def said_by_code(code: str) -> str:
    """The sentence of a refusal of this file, without its numbers; the code itself where it is another's."""
    found = next((one for one in globals().values() if isinstance(one, Refusal) and one.code == code), None)
    return str(found.says).partition("{")[0].rstrip("，“ ") if found else code
