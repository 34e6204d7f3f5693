"""The room as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.commons.enrolment"
    label = "commons_enrolment"
    verbose_name = "综合"
