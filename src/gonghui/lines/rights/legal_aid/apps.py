"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.rights.legal_aid"
    label = "rights_legal_aid"
    verbose_name = "法律援助"
