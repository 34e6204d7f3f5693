"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.service.service_centres"
    label = "service_service_centres"
    verbose_name = "职工服务中心"
