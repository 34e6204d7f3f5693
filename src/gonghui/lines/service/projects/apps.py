"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.service.projects"
    label = "service_projects"
    verbose_name = "服务项目"
