"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.welfare.mutual_aid"
    label = "welfare_mutual_aid"
    verbose_name = "职工互助"
