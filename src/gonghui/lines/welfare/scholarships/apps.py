"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.welfare.scholarships"
    label = "welfare_scholarships"
    verbose_name = "助学"
