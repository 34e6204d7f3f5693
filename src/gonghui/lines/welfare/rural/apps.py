"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.welfare.rural"
    label = "welfare_rural"
    verbose_name = "乡村帮扶"
