"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.production.safety"
    label = "production_safety"
    verbose_name = "劳动安全"
