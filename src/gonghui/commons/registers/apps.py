"""The room as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.commons.registers"
    label = "commons_registers"
    verbose_name = "综合"
