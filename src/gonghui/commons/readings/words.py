"""Kinds, states and refusals of a number from outside."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.kinds import Kinds
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

KINDS = Kinds()
MOST = 10**12  # views of a programme, and far beyond


def kinds():
    """What the model names, so that a new kind needs no migration."""
    return KINDS.choices()


class ReadingState(States):
    RECEIVED = "received", _("已收到")
    ACCEPTED = "accepted", _("已采用")
    SUPERSEDED = "superseded", _("已被替代")


S = ReadingState
READING = Lifecycle(
    ReadingState,
    Step((), "readings.receive", S.RECEIVED),
    Step((S.RECEIVED,), "readings.accept", S.ACCEPTED),
    Step((S.RECEIVED, S.ACCEPTED), "readings.set_aside", S.SUPERSEDED),
)

IN_FUTURE = Refusal("readings.in_future", _("日期 {day} 还没到。"), instead=_("请填写数据的截止日期。"), field="measured_on")
SAME = Refusal("readings.same", _("同一来源、同一日期的这个数已收到，数值相同。"), instead=_("不必重复登记。"), field="number", kind=Kind.CONFLICT)
