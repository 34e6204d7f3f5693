"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.organization.governance"
    label = "organization_governance"
    verbose_name = "换届与组织建设"
