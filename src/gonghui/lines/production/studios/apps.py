"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.production.studios"
    label = "production_studios"
    verbose_name = "创新工作室"
