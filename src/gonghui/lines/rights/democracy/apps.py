"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.rights.democracy"
    label = "rights_democracy"
    verbose_name = "民主管理"
