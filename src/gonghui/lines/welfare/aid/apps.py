"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.welfare.aid"
    label = "welfare_aid"
    verbose_name = "困难帮扶"
