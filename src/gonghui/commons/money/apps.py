"""The room as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.commons.money"
    label = "commons_money"
    verbose_name = "财务经审"
