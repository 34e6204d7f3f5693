"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.organization.cadres"
    label = "organization_cadres"
    verbose_name = "工会干部"
