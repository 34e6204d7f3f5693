"""The room as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.service.places"
    label = "service_places"
    verbose_name = "服务阵地"
