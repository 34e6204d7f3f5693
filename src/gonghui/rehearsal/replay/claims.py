"""Reading claims.csv, scaling, and what it means to reproduce one."""

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

BIG = 10_000
# A total whose printed parts lie below BIG is not scaled: it would come to less than they do.
WHOLE = frozenset(["GZ-012", "BJ-040", "BJ-074", "BJ-077", "YA-040"])
# Section 43: context figures that no union record can make (agriculture, education, labour force).
CONTEXT = frozenset(["BJ-028", "YA-018", "YA-019", "YA-020", "YA-021", "YA-022", "GZ-003", "GZ-025", "GZ-026", "GZ-027", "GZ-028", "HB-046"])


@dataclass(frozen=True)
class Claim:
    """One printed figure."""

    id: str
    org: str
    period: str
    line: str
    key: str
    label: str
    value: Decimal
    unit: str
    qualifier: str

    @property
    def root(self) -> str:
        """The federation the claim belongs to: `guizhou` for `guizhou.liupanshui`."""
        return self.org.split(".")[0]

    @property
    def counted(self) -> bool:
        """A count that scales; percents, ordinals and years do not."""
        return self.unit not in ("percent", "ordinal", "year", "day")

    def scaled(self, scale: float) -> Decimal:
        """The value to reproduce: counts over 10,000 are scaled and rounded."""
        if scale < 1 and self.counted and self.value > BIG and self.id not in WHOLE:
            return Decimal(round(self.value * Decimal(str(scale))))
        return self.value

    def target(self, scale: float) -> int | Decimal:
        """How many to make: in the middle of what the wording allows; a printed fraction of a measure stays one."""
        value = self.scaled(scale)
        if self.qualifier == "at_least":
            return int(value + last_unit(value) * 2 // 5)
        if self.qualifier == "approx":
            return round(value * 97 / 100)
        return int(value) if value == int(value) else value

    def holds(self, computed, scale: float) -> bool:
        """
        exact: equal at the printed precision; at_least: v <= x < v + one unit of v's last non-zero digit;
        approx: within 10 %; full_coverage: 100 percent, or every one of a printed count.
        """
        if computed is None:
            return False
        value, computed = self.scaled(scale), Decimal(computed)
        match self.qualifier:
            case "exact":
                return computed.quantize(Decimal(1).scaleb(value.as_tuple().exponent), rounding="ROUND_HALF_UP") == value
            case "at_least":
                return value <= computed < value + last_unit(value)
            case "approx":
                return abs(computed - value) * 10 <= abs(value)
            case "full_coverage":
                return computed == (100 if self.unit == "percent" else value)
        raise ValueError(self.qualifier)


def last_unit(value: Decimal) -> int:
    """One unit of the last non-zero digit: 1500 -> 100, 260000 -> 10000, 7 -> 1."""
    unit, rest = 1, int(value)
    while rest and rest % 10 == 0:
        unit, rest = unit * 10, rest // 10
    return unit


def read(path: Path) -> list[Claim]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            Claim(r["id"], r["org"], r["period"], r["line"], r["indicator_key"], r["label_zh"], Decimal(r["value"]), r["unit"], r["qualifier"])
            for r in csv.DictReader(file)
        ]
