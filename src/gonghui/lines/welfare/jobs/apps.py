"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.welfare.jobs"
    label = "welfare_jobs"
    verbose_name = "就业服务"
