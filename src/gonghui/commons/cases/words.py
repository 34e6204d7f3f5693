"""States, channels and limits of a matter."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.kinds import Kinds
from gonghui.kernel.lifecycle import Lifecycle, States, Step

KINDS = Kinds()  # declared by lines
TOPICS = Kinds()  # what a matter is about; lines declare 'class' and 'class.item'
STAGES = Kinds()  # where a matter under way stands, in the words of a line


def kind_choices():
    """What the model names, so that a new kind needs no migration."""
    return KINDS.choices()


def topic_choices():
    return TOPICS.choices()


def stage_choices():
    return STAGES.choices()


class CaseState(States):
    RECEIVED = "received", _("已接收")
    SUPPLEMENT = "supplement", _("待补正")
    REFUSED = "refused", _("不予受理")
    REGISTERED = "registered", _("已登记")
    ASSIGNED = "assigned", _("已派单")
    RETURNED = "returned", _("已退回")
    ACCEPTED = "accepted", _("办理中")
    HANDLED = "handled", _("已办理，待审核")
    REPLIED = "replied", _("已答复")
    CALLED_BACK = "called_back", _("已回访")
    REOPENED = "reopened", _("重新办理")
    CLOSED = "closed", _("已办结")
    MERGED = "merged", _("已并案")
    ENDED = "ended", _("已终止")


S = CaseState
FRESH = (S.RECEIVED, S.SUPPLEMENT)
AT_DESK = (S.REGISTERED, S.RETURNED, S.REOPENED)  # waits to be given to somebody
IN_HAND = (S.ASSIGNED, S.ACCEPTED, S.HANDLED)
OPEN = (*FRESH, *AT_DESK, *IN_HAND, S.REPLIED, S.CALLED_BACK)
OVER = (S.REFUSED, S.CLOSED, S.MERGED, S.ENDED)
CASE = Lifecycle(
    CaseState,
    Step((), "cases.receive", S.RECEIVED),
    Step((), "cases.register", S.REGISTERED),
    Step((S.RECEIVED,), "cases.admit", S.REGISTERED),
    Step((S.RECEIVED,), "cases.ask_supplement", S.SUPPLEMENT),
    Step((S.SUPPLEMENT,), "cases.supplement", S.RECEIVED),
    Step(FRESH, "cases.refuse", S.REFUSED),
    Step((S.REGISTERED,), "cases.answer_at_once", S.CLOSED),
    Step(AT_DESK, "cases.assign", S.ASSIGNED),
    Step((S.ASSIGNED, S.ACCEPTED), "cases.pass_on", S.ASSIGNED),
    Step((S.ASSIGNED,), "cases.accept", S.ACCEPTED),
    Step((S.ASSIGNED,), "cases.send_back", S.RETURNED),
    Step((S.ACCEPTED,), "cases.handle", S.HANDLED),
    Step((S.HANDLED,), "cases.reply", S.REPLIED),
    Step((S.HANDLED,), "cases.improve", S.ACCEPTED),
    Step((S.REPLIED,), "cases.call_back", S.CALLED_BACK),
    Step((S.REPLIED, S.CALLED_BACK), "cases.close", S.CLOSED),
    Step((S.REPLIED, S.CALLED_BACK, S.CLOSED), "cases.reopen", S.REOPENED),
    Step((*FRESH, *AT_DESK, *IN_HAND), "cases.withdraw", S.ENDED),
    Step((*AT_DESK, *IN_HAND), "cases.terminate", S.ENDED),
    Step((*FRESH, *AT_DESK, *IN_HAND), "cases.merge", S.MERGED),
)


class Channel(models.TextChoices):
    """By which way somebody came."""

    PHONE = "phone", _("电话")
    WEB = "web", _("网站")
    APP = "app", _("手机端")
    MINI = "mini", _("小程序")
    LETTER = "letter", _("来信")
    VISIT = "visit", _("来访")
    CENTRE = "centre", _("服务中心窗口")
    PASSED = "passed", _("外部转办")


class Client(models.TextChoices):
    """Whose matter it is."""

    WORKER = "worker", _("职工")
    HARDSHIP = "hardship", _("困难职工")
    MIGRANT = "migrant", _("农民工")
    NEW_FORM = "new_form", _("新就业形态劳动者")
    UNION = "union", _("基层工会")


class Weight(models.TextChoices):
    """How hard it is; decides the days to answer. Source: 12351 national scheme of 2023-09-27, three grades."""

    GENERAL = "general", _("一般")
    DIFFICULT = "difficult", _("疑难")
    COMPLEX = "complex", _("特别复杂")


class Rating(models.IntegerChoices):
    VERY_GOOD = 5, _("非常满意")
    GOOD = 4, _("满意")
    FAIR = 3, _("基本满意")
    POOR = 2, _("不满意")
    VERY_POOR = 1, _("非常不满意")


class Deed(models.TextChoices):
    """What a step tells."""

    CONTACT = "contact", _("来访来电")
    MOVED = "moved", _("流转")
    NOTED = "noted", _("办理记录")
    STAGE = "stage", _("办理阶段")
    TRIED = "tried", _("回访未接通")
    EXTENSION = "extension", _("延期")
    URGED = "urged", _("督办")
    ESCALATED = "escalated", _("自动提级")
    LINKED = "linked", _("关联")


class Level(models.IntegerChoices):
    """How far a matter has gone up by itself."""

    NONE = 0, _("正常")
    NEAR = 1, _("黄灯（已过 75%）")
    LATE = 2, _("红灯（已到期）")
    LATER = 3, _("上级督办")


class Limit(models.TextChoices):
    """Which time runs."""

    DECIDE = "decide", _("受理时限")
    ASSIGN = "assign", _("派单时限")
    ACCEPT = "accept", _("签收时限")
    REPLY = "reply", _("答复时限")
    CALL_BACK = "call_back", _("回访时限")


class Sum(models.TextChoices):
    """What an amount of a matter is."""

    CLAIMED = "claimed", _("主张金额")
    AWARDED = "awarded", _("裁决或约定金额")
    RECOVERED = "recovered", _("实际追回金额")


class Bond(models.TextChoices):
    """How two matters hang together."""

    REPEAT = "repeat", _("重复反映")
    RELATED = "related", _("相关事项")
    PASSED = "passed", _("转办事项")


config.declare(
    config.Config("case.assign_wd", 1, _("派单工作日"), "default"),
    config.Config("case.accept_wd", 1, _("签收工作日"), "default"),
    config.Config("case.general_wd", 5, _("一般事项答复工作日"), "default", least=1),
    config.Config("case.difficult_wd", 15, _("疑难事项答复工作日"), "default", least=1),
    config.Config("case.complex_wd", 30, _("特别复杂事项答复工作日"), "default", least=1),
    config.Config("case.callback_wd", 3, _("回访工作日"), "default"),
    config.Config("case.callback_tries", 3, _("回访未接通几次后可办结"), "default", least=1),
    config.Config("case.warn_pct", 75, _("黄灯提醒（已过时限的百分比）"), "default", least=1, most=100),
    config.Config("case.letter_wd", 3, _("到期后几个工作日上级督办"), "default", least=1),
    config.Config("case.repeat_days", 30, _("同一来电人几日内再次反映视为重复"), "default"),
)
WEIGHED = {Weight.GENERAL: "case.general_wd", Weight.DIFFICULT: "case.difficult_wd", Weight.COMPLEX: "case.complex_wd"}


@dataclass(frozen=True)
class Limits:
    """
    The configuration keys of the limits of one kind; an empty one does not run.

    reply: one key for all weights, '' for the three of `WEIGHED`. Keys that end in `_wd` count working days, others calendar days.
    """

    decide: str = ""
    assign: str = "case.assign_wd"
    accept: str = "case.accept_wd"
    reply: str = ""
    call_back: str = "case.callback_wd"

    def key(self, limit: str, weight: str) -> str:
        return getattr(self, limit) or (WEIGHED[weight] if limit == Limit.REPLY else "")


_limits: dict[str, Limits] = {}
_brought: list[str] = []  # kinds a worker may bring oneself


def declare(slug: str, label: str | Promise, limits: Limits | None = None, *, brought: bool = True) -> str:
    """A kind of matter with its limits; return its slug. brought: a worker may bring one oneself."""
    if brought:
        _brought.append(slug)
    _limits[slug] = limits or Limits()
    return KINDS.declare(slug, label)


def brought_kinds() -> list[tuple]:
    """The kinds of matter a worker may choose among."""
    return [(slug, label) for slug, label in KINDS.choices() if slug in _brought]


def limits_of(kind: str) -> Limits:
    return _limits.get(kind) or Limits()
