"""What people call about, and the limits of a ticket."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.words import TOPICS, Limits, declare
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step

config.declare(
    config.Config("ticket.accept_wd", 1, _("工单签收工作日"), "default"),
    config.Config("ticket.callback_wd", 3, _("工单回访工作日"), "default"),
)
TICKET = declare("ticket", _("12351 工单"), Limits(accept="ticket.accept_wd", call_back="ticket.callback_wd"))

# Five classes of the national scheme of 2023-09-27, each with the items most asked about; a province adds its own.
CLASSES = {
    "consult": (
        _("咨询"),
        {"contract": _("劳动合同"), "pay": _("工资报酬"), "hours": _("工时休假"), "insurance": _("社会保险"), "union": _("工会组织与会籍")},
    ),
    "help": (_("求助"), {"hardship": _("困难帮扶"), "medical": _("医疗互助"), "job": _("就业"), "mind": _("心理关爱")}),
    "complain": (
        _("投诉举报"),
        {"arrears": _("拖欠工资"), "dismissal": _("解除终止"), "injury": _("工伤"), "women": _("女职工权益"), "safety": _("劳动安全")},
    ),
    "legal": (_("法律援助"), {"advice": _("法律咨询"), "agency": _("代理仲裁诉讼")}),
    "suggest": (_("意见建议"), {"work": _("对工会工作"), "policy": _("对政策法规")}),
}
for _slug, (_label, _items) in CLASSES.items():
    TOPICS.declare(_slug, _label)
    for _item, _name in _items.items():
        TOPICS.declare(f"{_slug}.{_item}", _name)


class CallState(States):
    ANSWERED = "answered", _("已接听")
    MISSED = "missed", _("未接通")
    CLASSIFIED = "classified", _("已分类")
    DONE = "done", _("当场答复")
    TICKETED = "ticketed", _("转工单")


S = CallState
CALL = Lifecycle(
    CallState,
    Step((), "hotline.answer", S.ANSWERED),
    Step((), "hotline.miss", S.MISSED),
    Step((S.ANSWERED,), "hotline.classify", S.CLASSIFIED),
    Step((S.CLASSIFIED,), "hotline.answer_at_once", S.DONE),
    Step((S.CLASSIFIED,), "hotline.open_ticket", S.TICKETED),
    Step((S.CLASSIFIED,), "hotline.attach", S.TICKETED),
)
TAKEN = (S.ANSWERED, S.CLASSIFIED, S.DONE, S.TICKETED)  # somebody spoke with the caller
LEGAL_ADVICE = "legal.advice"
