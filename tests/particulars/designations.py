"""Titles: schemes that fit where they are given."""

from datetime import timedelta

from gonghui.kernel import clock

BEFORE = timedelta(days=30)
VALUES = {
    ("designations.call", "scheme"): lambda g, s: g.made("designations.declare_scheme", document="批〔2024〕1号"),
    ("designations.call", "closes_on"): lambda g, s: clock.today() + BEFORE,
    ("designations.record", "scheme"): lambda g, s: g.made("designations.declare_scheme", outer=True),
    ("designations.record", "name"): lambda g, s: g.person()["name"],
    ("designations.end_scheme", "on"): lambda g, s: clock.today(),
}
