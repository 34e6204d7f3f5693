"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.organization.membership"
    label = "organization_membership"
    verbose_name = "会员会籍"
