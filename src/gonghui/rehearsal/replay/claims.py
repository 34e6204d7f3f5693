"""Reading claims.csv, scaling, and what it means to reproduce one."""

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from gonghui.kernel.indicators.printed import last_unit, stands

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
        """Whether a figure is what was printed, at the chosen scale."""
        return stands(self.scaled(scale), self.qualifier, self.unit, computed)


def read(path: Path) -> list[Claim]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            Claim(r["id"], r["org"], r["period"], r["line"], r["indicator_key"], r["label_zh"], Decimal(r["value"]), r["unit"], r["qualifier"])
            for r in csv.DictReader(file)
        ]
