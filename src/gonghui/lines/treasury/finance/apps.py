"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.treasury.finance"
    label = "treasury_finance"
    verbose_name = "财务经审"
