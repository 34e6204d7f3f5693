"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.organization.orgs"
    label = "organization_orgs"
    verbose_name = "工会组织"
