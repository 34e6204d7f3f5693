"""The room as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.commons.tasks"
    label = "commons_tasks"
    verbose_name = "综合"
