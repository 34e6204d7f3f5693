"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.review.integration"
    label = "review_integration"
    verbose_name = "数据对接"
