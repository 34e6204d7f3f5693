"""Kinds of entry, outlets and rewards of publicity."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.words import PAYMENTS
from gonghui.commons.readings.words import KINDS as READINGS
from gonghui.commons.registers.words import KINDS as REGISTERS
from gonghui.commons.registers.words import Tier
from gonghui.kernel.config import Config, declare
from gonghui.kernel.refusal import Kind, Refusal

ARTICLE = REGISTERS.declare("article", _("新闻稿件"))
CORRESPONDENT = REGISTERS.declare("correspondent", _("通讯员"))
PUBLICITY = "新闻宣传"  # the topic of awards given for it
VIEWS = READINGS.declare("publicity.views", _("稿件与视频阅读（播放）量"))
REWARD = PAYMENTS.declare("article_reward", _("稿件奖励"), cause="commons_registers.registerentry")


class Outlet(models.TextChoices):
    """Outlets that are counted apart; each is of a tier."""

    ACFTU_NET = "acftu_net", _("中工网")
    WORKERS_DAILY = "workers_daily", _("工人日报")
    STUDY_APP = "study_app", _("学习强国")
    PROVINCE_PAPER = "worker_daily", _("省级工人报")
    PROVINCE_MEDIA = "province_media", _("其他省级媒体")
    CITY_DAILY = "city_daily", _("市级党报")
    CITY_MEDIA = "city_media", _("其他市级媒体")
    COUNTY_MEDIA = "county_media", _("县级媒体")


TIERS = {
    Outlet.ACFTU_NET: Tier.NATIONAL, Outlet.WORKERS_DAILY: Tier.NATIONAL, Outlet.STUDY_APP: Tier.NATIONAL, Outlet.PROVINCE_PAPER: Tier.PROVINCIAL,
    Outlet.PROVINCE_MEDIA: Tier.PROVINCIAL, Outlet.CITY_DAILY: Tier.CITY, Outlet.CITY_MEDIA: Tier.CITY, Outlet.COUNTY_MEDIA: Tier.COUNTY,
}  # fmt: skip
CITY_OR_ABOVE = (Tier.WORLD, Tier.NATIONAL, Tier.REGIONAL, Tier.PROVINCIAL, Tier.CITY)


class Genre(models.TextChoices):
    """What an article is; its points follow from it and from the tier of the outlet."""

    NEWS = "news", _("消息")
    FEATURE = "feature", _("通讯、专题")
    COMMENT = "comment", _("评论、理论")
    PICTURE = "picture", _("图片、视频")


POINTS = {
    Tier.NATIONAL: (10, 20, 20, 8), Tier.PROVINCIAL: (5, 10, 10, 4), Tier.CITY: (3, 6, 6, 2), Tier.COUNTY: (1, 2, 2, 1),
}  # fmt: skip
RATES = {(tier, genre): f"publicity.points.{tier.value}.{genre.value}" for tier in POINTS for genre in Genre}
declare(
    *(
        Config(RATES[tier, genre], number, _("稿件积分：%(tier)s·%(genre)s") % {"tier": tier.label, "genre": genre.label}, most=1000)
        for tier, numbers in POINTS.items()
        for genre, number in zip(Genre, numbers, strict=True)
    ),
    Config("publicity.yuan_per_point", 20, _("稿件奖励：每分金额（元）"), most=10_000),
)


def _no(code, says, instead="", field="__all__"):
    return Refusal(f"publicity.{code}", says, instead=instead, field=field, kind=Kind.CONFLICT)


NOTHING = _no("nothing_to_reward", _("这段时间没有还可奖励的稿件。"), _("请先审核登记稿件，或核对起止日期；已列支的不再列。"), "since")
DAYS = _no("days", _("截止日期早于起始日期，或还没到。"), _("请核对日期。"), "until")
LATE = _no("late", _("有 {count} 篇刚被列入另一批次。"), _("请重新列入。"))
OTHER_LIST = _no("other_list", _("这个批次不是稿件奖励。"), _("请另开类别为“稿件奖励”的批次。"))
