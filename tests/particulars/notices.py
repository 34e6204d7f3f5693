"""Notices and the calendar: who is at the top, what is up."""

from datetime import date

VALUES = {
    ("calendar.enter", "node"): lambda g, s: g.cast.nodes["province"],
    ("calendar.enter", "since"): lambda g, s: date(2027, 2, 5),
    ("calendar.enter", "until"): lambda g, s: date(2027, 2, 11),
}
LATE = {
    "notices.end_postings": lambda g: g.made("notices.post"),
    "notices.objection_waits": lambda g: g.made("notices.object"),
}
