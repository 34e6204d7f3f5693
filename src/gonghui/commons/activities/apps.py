"""The room as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.commons.activities"
    label = "commons_activities"
    verbose_name = "宣传教育"
