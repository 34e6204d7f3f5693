"""Sheet: the declaration of a table that can be taken in."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl
from django.utils.functional import Promise

from ..access.roles import give

Text = str | Promise


@dataclass(frozen=True)
class SheetColumn:
    """label: the heading people see. example: what the template shows under it."""

    name: str
    label: Text
    required: bool = False
    example: str = ""
    choices: tuple[str, ...] = ()


@dataclass
class Sheet:
    """
    check(frame, node, on) -> (frame of good rows with what `apply` needs, frame of faults with
        columns #, column, code, says). It is pure of writes and set-based.
    apply(ctx, frame, node) writes good rows and returns faults that only writing showed.
    """

    kind: str
    label: Text
    columns: tuple[SheetColumn, ...]
    check: Callable
    apply: Callable
    by: tuple[str, ...]
    help: Text = ""

    def __post_init__(self):
        SHEETS[self.kind] = self
        give(self.power, self.by)

    @property
    def power(self) -> str:
        return f"intake:{self.kind}"


SHEETS: dict[str, Sheet] = {}

FAULTS = {"#": pl.Int64, "column": pl.String, "code": pl.String, "says": pl.String}


def no_faults() -> pl.DataFrame:
    return pl.DataFrame(schema=FAULTS)


def fault(frame: pl.DataFrame, bad: pl.Expr, column: str, code: str, says: str) -> pl.DataFrame:
    """The rows of `frame` for which `bad` holds, as faults."""
    return frame.filter(bad).select(pl.col("#"), pl.lit(column).alias("column"), pl.lit(code).alias("code"), pl.lit(says).alias("says"))
