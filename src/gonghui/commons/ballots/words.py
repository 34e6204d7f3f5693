"""Kinds, states, secrecy and refusals of polls."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.config import Config, declare
from gonghui.kernel.kinds import Kinds
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

KINDS = Kinds()
GENERAL = KINDS.declare("general", _("一般投票"))

declare(Config("poll.per_device_day", 50, _("同一设备每日计票上限"), least=1, most=100_000))


def kinds() -> list[tuple]:
    """Every kind a line has declared."""
    return KINDS.choices()


class PollState(States):
    DRAFT = "draft", _("拟定中")
    OPEN = "open", _("投票中")
    CLOSED = "closed", _("已截止")
    COUNTED = "counted", _("已计票")
    POSTED = "posted", _("已公布")


S = PollState
POLL = Lifecycle(
    PollState,
    Step((), "ballots.draft", S.DRAFT),
    Step((S.DRAFT,), "ballots.open", S.OPEN),
    Step((S.OPEN,), "ballots.close", S.CLOSED),
    Step((S.CLOSED,), "ballots.count", S.COUNTED),
    Step((S.COUNTED,), "ballots.recount", S.COUNTED),
    Step((S.COUNTED,), "ballots.post", S.POSTED),
)
FROZEN = (S.COUNTED, S.POSTED)


class Secrecy(models.TextChoices):
    SECRET = "secret", _("无记名")
    NAMED = "named", _("记名")


class Electorate(models.TextChoices):
    ANYONE = "anyone", _("所有登录用户")
    MEMBERS = "members", _("工会会员")
    LISTED = "listed", _("指定名单")


class Aside(models.TextChoices):
    """Why a ballot is not counted."""

    LIMIT = "limit", _("超过每人票数")
    DEVICE = "device", _("同一设备过多")
    FRAUD = "fraud", _("刷票")
    INELIGIBLE = "ineligible", _("无投票资格")
    INVALID = "invalid", _("选项无效")


def _conflict(code, says, instead="", field="__all__"):
    return Refusal(f"ballots.{code}", says, instead=instead, field=field, kind=Kind.CONFLICT)


DAYS = Refusal("ballots.days", _("投票开始应早于截止。"), instead=_("请核对时间。"), field="closes_at")
LIMITS = Refusal("ballots.limits", _("最少选几项不能多于最多选几项。"), field="most")
OPTION_TWICE = _conflict("option_twice", _("已有选项“{title}”。"), field="title")
FEW_OPTIONS = _conflict("few_options", _("选项只有 {count} 个，少于应选的 {needed} 个。"), _("请先添加选项。"))
NO_VOTERS = _conflict("no_voters", _("还没有投票人名单。"), _("请先登记投票人。"))
NOT_LISTED = _conflict("not_listed", _("您不在本次投票人名单中。"))
NOT_MEMBER = _conflict("not_member", _("面向“{node}”的工会会员，您目前不在其中。"))
NOT_YET = _conflict("not_yet", _("投票 {at} 开始。"))
OVER = _conflict("over", _("投票已截止。"))
VOTED = _conflict("voted", _("您已投过票，每人限投 {count} 票。"))
VOTED_TODAY = _conflict("voted_today", _("您今天的 {count} 票已投完。"), _("请明天再投。"))
DEVICE_FULL = _conflict("device_full", _("这台设备今天已投 {count} 票，达到上限。"), _("请用本人的手机投票，或明天再投。"))
NO_DEVICE = Refusal("ballots.no_device", _("没有从设备“{device}”投出的计票选票。"), instead=_("请按“同一设备票数”中的设备摘要填写。"), field="device")
HOW_MANY = Refusal("ballots.how_many", _("应选 {least} 至 {most} 项，您选了 {count} 项。"), field="options")
OTHER_POLL = Refusal("ballots.other_poll", _("有不属于本次投票的选项。"), field="options")
RUNNING = _conflict("running", _("投票 {at} 才截止。"), _("如须提前结束，请先截止。"))
DIFFERS = _conflict("differs", _("两种方法计票结果不一致：{what}。"), _("请停止公布，联系审计管理员核查。"))
NOT_RECOUNTED = _conflict("not_recounted", _("还没有由另一人复核计票。"), _("请由另一位有权限的同事复核。"))
FROZEN_RESULT = _conflict("frozen", _("结果已冻结，不能再改动选票。"))
