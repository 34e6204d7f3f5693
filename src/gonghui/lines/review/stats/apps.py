"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.review.stats"
    label = "review_stats"
    verbose_name = "统计综述"
    inner = ("survey",)
