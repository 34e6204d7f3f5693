"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.production.honours"
    label = "production_honours"
    verbose_name = "荣誉表彰"
