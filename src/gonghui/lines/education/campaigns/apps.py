"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.education.campaigns"
    label = "education_campaigns"
    verbose_name = "网上活动"
