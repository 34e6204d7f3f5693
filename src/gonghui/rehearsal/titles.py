"""Titles and rounds of the rehearsal, by kind, node, days and number: what several lines lay the ground with."""

from datetime import date, timedelta

import polars as pl

from gonghui.commons.designations import acts as titles
from gonghui.commons.designations import scheme_acts
from gonghui.commons.designations.models import Designation
from gonghui.kernel.ledger.do import do

ONE = timedelta(days=1)
LONG_AGO = date(2011, 1, 1)


def scheme(ground, kind: str, name: str, *, node=None, tier: str = "province", holder: str = "work"):
    """A title given at a node, approved long ago."""
    node = node or ground.root
    told = {"kind": kind, "name": name, "tier": tier, "issuer": node.name, "holders": [holder], "since": LONG_AGO, "document": "〔2011〕1号"}
    return do(scheme_acts.declare_scheme, ground.officer, node=node, **told).subject


def call(ground, of, title: str, on: date, edition: int | None = None):
    """A round of a title, called on a day."""
    told = {"title": title, "batch": title, "opens_on": on, "closes_on": on + 30 * ONE, "edition": edition}
    return do(scheme_acts.call, ground.officer, scheme=of, **told).subject


def name(ground, of, codes: list[str], on: list[date], names: list[str] | None = None) -> None:
    """Give a title on these days, to holders at these nodes in turn; each is somebody else unless `names` says who."""
    first, ground.serial = ground.serial, ground.serial + len(on)
    rows = {
        "scheme": of.name, "node": [codes[i % len(codes)] for i in range(len(on))], "holder": of.holders,
        "name": names or [f"{of.name}{first + i}" for i in range(len(on))], "batch": [f"{d.year}年" for d in on],
        "awarded_on": [d.isoformat() for d in on], "document": [f"〔{d.year}〕{first + i}号" for i, d in enumerate(on)],
    }  # fmt: skip
    ground.table("designations", pl.DataFrame(rows))


def name_decoys(ground, beside, kind: str, of, codes, others, start: date, end: date) -> None:
    """What must not count between two days: next door, the day before and after, of a city, and entered by mistake."""
    name(ground, of, codes, [start - ONE, end + ONE])
    lower = scheme(ground, kind, f"市{of.name}", node=ground.cities[0], tier="city", holder=of.holders)
    name(ground, lower, [ground.cities[0].code], [start, end])
    name(ground, of, codes[:1], [end], ["登记有误的一项"])
    mistaken = Designation.objects.for_act("replay").get(scheme=of, name="登记有误的一项")
    do(titles.correct, ground.officer, mistaken, why="重复登记")
    theirs = scheme(beside, kind, of.name, tier=of.tier, holder=of.holders)
    name(beside, theirs, others, [start, end])
