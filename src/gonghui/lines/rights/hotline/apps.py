"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.rights.hotline"
    label = "rights_hotline"
    verbose_name = "职工热线"
