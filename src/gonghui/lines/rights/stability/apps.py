"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.rights.stability"
    label = "rights_stability"
    verbose_name = "劳动领域政治安全"
