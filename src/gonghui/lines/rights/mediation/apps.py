"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.rights.mediation"
    label = "rights_mediation"
    verbose_name = "争议调解"
