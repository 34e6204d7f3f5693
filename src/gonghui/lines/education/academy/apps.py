"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.education.academy"
    label = "education_academy"
    verbose_name = "劳模工匠学院"
