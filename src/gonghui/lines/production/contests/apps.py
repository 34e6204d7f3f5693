"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.production.contests"
    label = "production_contests"
    verbose_name = "竞赛"
