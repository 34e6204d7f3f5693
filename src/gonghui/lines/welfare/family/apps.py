"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.welfare.family"
    label = "welfare_family"
    verbose_name = "女职工与家庭"
