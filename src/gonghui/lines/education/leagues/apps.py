"""The line as Django knows it."""

from gonghui.kernel.rooms import Room


class Config(Room):
    name = "gonghui.lines.education.leagues"
    label = "education_leagues"
    verbose_name = "职工联赛与健身"
