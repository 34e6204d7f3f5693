"""Kinds of record of family, states of an entrant, and how this line says no."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.enrolment.words import KINDS as OFFERS
from gonghui.commons.registers.words import KINDS as REGISTERS
from gonghui.commons.tasks.words import KINDS as TASKS
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

MEETING = ACTIVITIES.declare("single_meeting", _("单身职工联谊"))
SEATS = OFFERS.declare("single_meeting", _("单身职工联谊报名"))
RULE = REGISTERS.declare("women_rule", _("女职工权益法规政策"))
CHECK = TASKS.declare("women_check", _("女职工权益执行情况检查"))


class EntrantState(States):
    APPLIED = "applied", _("待核验")
    CHECKED = "checked", _("已核验")
    REFUSED = "refused", _("未通过核验")
    WITHDRAWN = "withdrawn", _("已退出")


S = EntrantState
ENTRANT = Lifecycle(
    EntrantState,
    Step((), "family.enter", S.APPLIED),
    Step((S.APPLIED,), "family.check", S.CHECKED),
    Step((S.APPLIED,), "family.turn_down", S.REFUSED),
    Step((S.APPLIED, S.CHECKED), "family.withdraw", S.WITHDRAWN),
)


def _no(code, says, instead, field="__all__", kind=Kind.CONFLICT):
    return Refusal(f"family.{code}", says, instead=instead, field=field, kind=kind)


NO_PERSON = _no("no_person", _("还没有您的实名信息。"), _("请先申请入会并实名。"))
NOT_SINGLE = _no("not_single", _("联谊只面向单身职工。"), _("请如实声明婚姻状况。"), "single", Kind.INVALID)
NO_CONSENT = _no("no_consent", _("没有同意联系方式的使用规则。"), _("双方互选后才交换联系方式；不同意不能报名。"), "consent", Kind.INVALID)
NOT_BEGUN = _no("not_begun", _("{at} 开始后才能互选。"), _("请在活动当天选择。"))
NO_BADGE = _no("no_badge", _("本场没有 {badge} 号，或尚未到场。"), _("请核对胸牌号。"), "badge", Kind.INVALID)
ONESELF = _no("oneself", _("这是您自己的号码。"), _("请核对胸牌号。"), "badge", Kind.INVALID)
CHOSEN = _no("chosen", _("已经选过 {badge} 号。"), _("请等待对方选择。"), "badge")
