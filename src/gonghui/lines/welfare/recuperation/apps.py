"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.welfare.recuperation"
    label = "welfare_recuperation"
    verbose_name = "疗休养"
