"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.rights.bargaining"
    label = "rights_bargaining"
    verbose_name = "集体协商"
