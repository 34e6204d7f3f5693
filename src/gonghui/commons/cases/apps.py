"""The room as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.commons.cases"
    label = "commons_cases"
    verbose_name = "综合"
