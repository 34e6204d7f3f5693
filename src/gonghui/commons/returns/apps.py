"""The room as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.commons.returns"
    label = "commons_returns"
    verbose_name = "综合"
