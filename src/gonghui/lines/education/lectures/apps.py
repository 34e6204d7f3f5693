"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.education.lectures"
    label = "education_lectures"
    verbose_name = "宣讲"
