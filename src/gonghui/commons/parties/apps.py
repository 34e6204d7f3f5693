"""The room as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.commons.parties"
    label = "commons_parties"
    verbose_name = "组织工作"
