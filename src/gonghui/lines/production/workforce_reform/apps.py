"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.production.workforce_reform"
    label = "production_workforce_reform"
    verbose_name = "产业工人队伍建设改革"
