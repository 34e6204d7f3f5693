"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.rights.supervision"
    label = "rights_supervision"
    verbose_name = "劳动法律监督"
