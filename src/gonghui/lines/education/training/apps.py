"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.education.training"
    label = "education_training"
    verbose_name = "职工培训"
