"""The room as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.commons.ballots"
    label = "commons_ballots"
    verbose_name = "综合"
