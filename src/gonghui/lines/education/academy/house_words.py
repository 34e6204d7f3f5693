"""Rooms of the house, who may sleep where, what things cost, and how beds say no."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.places.words import KINDS as PLACES
from gonghui.kernel.config import Config, declare

from .words import _no

DORM = PLACES.declare("academy_dorm", _("学院宿舍房间"))
declare(
    Config("academy.bed_night", 120, _("学院住宿：每人每晚（元）"), most=10_000),
    Config("academy.meals_day", 80, _("学院用餐：每人每天（元）"), most=10_000),
    Config("academy.room_half_day", 600, _("学院教室：每间每半天（元）"), most=100_000),
    Config("academy.teacher_half_day", 1000, _("学院授课：每位教师每半天（元）"), most=100_000),
)


class Sex(models.TextChoices):
    """Which rooms a guest may sleep in."""

    M = "M", _("男")
    F = "F", _("女")


BAD_LINE = _no("bad_line", _("第 {line} 行“{text}”看不懂。"), _("每行一人：姓名 男（女）。"), "names")
TOO_MANY = _no("too_many", _("名单共 {there} 人，预订 {people} 人。"), _("请先改预订人数。"), "names")
NOBODY = _no("nobody", _("没有还未安排床位的学员。"), _("请先导入学员名单。"))
NO_BEDS = _no("no_beds", _("还缺 {short} 张床：男学员差 {men} 张，女学员差 {women} 张。"), _("请调整名单、改期或登记更多宿舍房间。"))
UNEQUAL = _no("unequal", _("报价 {quoted} 元，这笔收入 {paid} 元。"), _("请核对收入，或按实际重新报价。"), "receipt")
