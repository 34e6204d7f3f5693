"""A risk or a round from its entry to its check; every act is the city's or the province's."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.privacy.crypto import new_salt
from gonghui.kernel.privacy.masks import NUMBERS
from gonghui.kernel.tree.models import Node

from . import words
from .models import Watch
from .words import RESTRICTED, Sort

SAYS = {"long": True, "max_length": 2000}
COUNT = {"least": 0, "most": 10**8}


def refuse_numbers(text: str, field: str) -> None:
    if NUMBERS.search(text):
        raise words.NAMED(field=field)


@act("stability.enter", Watch, label=_("登记事项"), past=_("已登记"), by=RESTRICTED, icon="shield", main=True)
def enter(
    ctx, *, node: Annotated[Node, P(_("组织"))], sort: Annotated[Sort, P(_("类别"))], title: Annotated[str, P(_("名称"), max_length=100)],
    source: Annotated[words.Source, P(_("来源"))], says: Annotated[str, P(_("情况"), help=_("不写姓名和号码"), **SAYS)],
    period: Annotated[str, P(_("期间"), help=_("如 2024Q1"), max_length=24)] = "",
):  # fmt: skip
    """Enter a risk, or open a round of screening or analysis of a period. Refuses: NAMED."""
    refuse_numbers(title, "title")
    refuse_numbers(says, "says")
    return ctx.create(Watch, node=node, sort=sort, title=title, source=source, says=says, salt=new_salt(), period=period, set_on=ctx.day)


@act("stability.grade", Watch, label=_("定级"), past=_("已定级"), by=RESTRICTED, icon="speed", main=True, when=lambda w: w.sort == Sort.RISK)
def grade(ctx, watch, *, level: Annotated[words.Level, P(_("等级"))]):
    """Say how grave a risk is."""
    watch.level = level


@act("stability.assign", Watch, label=_("交办"), past=_("已交办"), by=RESTRICTED, icon="send", main=True)
def assign(ctx, watch, *, unit: Annotated[Node, P(_("责任单位"))], due_on: Annotated[date, P(_("期限"))]):
    """Say who answers for it until when. Refuses: NOT_GRADED, DUE_PAST."""
    if watch.sort == Sort.RISK and not watch.level:
        raise words.NOT_GRADED()
    refuse_past(ctx, due_on)
    watch.unit, watch.due_on = unit, due_on


def refuse_past(ctx, due_on: date) -> None:
    if due_on < ctx.day:
        raise words.DUE_PAST(day=due_on)


@act("stability.handle", Watch, label=_("报结果"), past=_("已报结果"), by=RESTRICTED, icon="assignment_turned_in", main=True)
def handle(
    ctx, watch, *, done: Annotated[str, P(_("处置情况"), help=_("不写姓名和号码"), **SAYS)], covered: Annotated[int | None, P(_("覆盖人数"), **COUNT)] = None,
    risks: Annotated[int | None, P(_("发现风险数"), **COUNT)] = None,
):  # fmt: skip
    """Say what was done; a round says how many people it covered, in numbers only. Refuses: NAMED, NO_NUMBERS."""
    refuse_numbers(done, "done")
    if watch.sort in (Sort.SCREENING, Sort.ANALYSIS) and covered is None:
        raise words.NO_NUMBERS()
    watch.done, watch.covered, watch.risks = done, covered, risks


@act("stability.send_back", Watch, label=_("退回"), past=_("已退回"), by=RESTRICTED, apart_from=("stability.handle",), icon="undo")
def send_back(ctx, watch, *, why: Annotated[str, WHY]):
    """It is not done."""


@act("stability.close", Watch, label=_("销号"), past=_("已销号"), by=RESTRICTED, apart_from=("stability.handle",), icon="task_alt", main=True)
def close(ctx, watch):
    """It is closed, by another than who handled it."""
    watch.closed_on = ctx.day


@act("stability.check", Watch, label=_("复核"), past=_("已复核"), by=RESTRICTED, apart_from=("stability.handle",), icon="fact_check", main=True)
def check(ctx, watch):
    """Looked at again later: it stays closed."""


@act("stability.reopen", Watch, label=_("复核未过，重新交办"), past=_("已重新交办"), by=RESTRICTED, icon="restart_alt")
def reopen(ctx, watch, *, due_on: Annotated[date, P(_("期限"))], why: Annotated[str, WHY]):
    """Looked at again: it is not over. Refuses: DUE_PAST."""
    refuse_past(ctx, due_on)
    watch.due_on, watch.closed_on = due_on, None
