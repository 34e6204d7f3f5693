"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.welfare.emergency"
    label = "welfare_emergency"
    verbose_name = "应急救助"
