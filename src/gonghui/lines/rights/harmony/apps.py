"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.rights.harmony"
    label = "rights_harmony"
    verbose_name = "和谐劳动关系"
