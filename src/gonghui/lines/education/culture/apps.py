"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.education.culture"
    label = "education_culture"
    verbose_name = "文体"
