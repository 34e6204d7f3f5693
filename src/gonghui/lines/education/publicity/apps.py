"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.education.publicity"
    label = "education_publicity"
    verbose_name = "新闻宣传"
