"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.production.innovation"
    label = "production_innovation"
    verbose_name = "职工创新"
