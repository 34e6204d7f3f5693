"""The room as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.commons.readings"
    label = "commons_readings"
    verbose_name = "综合"
