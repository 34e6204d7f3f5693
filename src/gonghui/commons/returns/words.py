"""Kinds, states and refusals of a filed number."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.kinds import Kinds
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

KINDS = Kinds()
MOST = 10**9  # what one unit can count


def kinds():
    return KINDS.choices()


class ReturnState(States):
    FILLED = "filled", _("已填写")
    SUBMITTED = "submitted", _("已报送")
    ACCEPTED = "accepted", _("已审核通过")
    RETURNED = "returned", _("已退回")


S = ReturnState
RETURN = Lifecycle(
    ReturnState,
    Step((), "returns.fill", S.FILLED),
    Step((S.FILLED, S.RETURNED), "returns.amend", S.FILLED),
    Step((S.FILLED, S.RETURNED), "returns.submit", S.SUBMITTED),
    Step((S.SUBMITTED,), "returns.accept", S.ACCEPTED, clock="returns.check_wd"),
    Step((S.SUBMITTED,), "returns.accept_alike", S.ACCEPTED),
    Step((S.SUBMITTED, S.ACCEPTED), "returns.send_back", S.RETURNED),
)

config.declare(
    config.Config("returns.check_wd", 3, _("填报审核时限（工作日）"), least=1, most=60),  # handbook, statistics, section 4: default
    config.Config("returns.jump_pct", 30, _("填报同比变动须说明的幅度（%）"), most=1000),  # handbook, statistics, section 5: default
)

NOT_OVER = Refusal("returns.not_over", _("期间到 {day} 才结束。"), instead=_("请在期间结束后填报。"), field="period")
NO_SPAN = Refusal(
    "returns.no_span",
    _("“{text}”不是一个起止明确的期间。"),
    instead=_("请写年、半年、季、月或日，如 2024、2024H1、2024Q1、2024-07。"),
    field="period",
)
FILED_ALREADY = Refusal(
    "returns.filed_already", _("“{unit}”已填报过 {label}（{period}）。"), because=_("同类填报的期间不能重叠"), instead=_("请修改原来的填报。"),
    field="period", kind=Kind.CONFLICT,
)  # fmt: skip
FILED_BELOW = Refusal(
    "returns.filed_below", _("下级已有 {count} 家填报过同类同期的数。"), because=_("上级合计时会重复"),
    instead=_("如只填本级自办的数，请勾选“只含本级自办”。"), field="own", kind=Kind.CONFLICT,
)  # fmt: skip
FILED_ABOVE = Refusal(
    "returns.filed_above", _("上级“{unit}”已填报过同类同期的数。"), because=_("上级合计时会重复"),
    instead=_("如上级的数不含本级，请勾选“只含本级自办”。"), field="own", kind=Kind.CONFLICT,
)  # fmt: skip
NAMED_ALREADY = Refusal(
    "returns.named_already", _("本期已有 {count} 条实名记录，不能再填报人数。"), because=_("实名记录与填报数不混用"), instead=_("以实名记录为准。"),
    field="number", kind=Kind.CONFLICT,
)  # fmt: skip
JUMP = Refusal("returns.jump", _("与上年同期 {earlier} 相比变动超过 {most}%。"), instead=_("请核对；无误的请填写变动说明。"), field="explained")
