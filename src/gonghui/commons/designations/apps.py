"""The room as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.commons.designations"
    label = "commons_designations"
    verbose_name = "综合"
