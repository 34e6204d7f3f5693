"""The room as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.commons.plans"
    label = "commons_plans"
    verbose_name = "综合"
