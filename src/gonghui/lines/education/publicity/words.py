"""Kinds of entry, outlets and rewards of publicity."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.words import PAYMENTS
from gonghui.commons.readings.words import KINDS as READINGS
from gonghui.commons.registers.words import KINDS as REGISTERS
from gonghui.commons.registers.words import Tier

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
