"""Sheet: the declaration of a table that can be taken in."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl
from django.utils.functional import Promise

from ..access.roles import give
from ..access.viewer import after
from ..tree.models import Node

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


def fault(rows: pl.Series, column: str, code: str, says: Text) -> pl.DataFrame:
    """One fault of these rows."""
    return pl.DataFrame({"#": rows, "column": column, "code": code, "says": str(says)}, schema=FAULTS)


def judged(frame: pl.DataFrame, rules: list[tuple | pl.DataFrame]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """
    The rows without a fault, and the faults.

    rules: (condition of a faulty row, column, code, what is said), all of them looked at in one pass; or faults found otherwise.
    """
    holds = frame.select("#", **{f"rule {n}": rule[0] for n, rule in enumerate(rules) if isinstance(rule, tuple)})
    told = [no_faults()]
    for n, rule in enumerate(rules):
        if isinstance(rule, pl.DataFrame):
            told.append(rule)
        elif holds[f"rule {n}"].any():
            told.append(fault(holds.filter(f"rule {n}")["#"], *rule[1:]))
    faults = pl.concat(told)
    return (frame.join(faults.select("#").unique(), on="#", how="anti") if len(faults) else frame), faults


def by_label(choices) -> dict[str, str]:
    """What may stand in a cell of one of `choices`, (slug, label): the label or the slug -> the slug."""
    return {str(label): str(slug) for slug, label in choices} | {str(slug): str(slug) for slug, _label in choices}


def word(column: str, choices, empty: str | None = None) -> pl.Expr:
    """A cell of one of `choices` as its slug, null where it is none; empty: what nothing means."""
    known = by_label(choices) | ({} if empty is None else {"": empty})
    return pl.col(column).replace_strict(known, default=None, return_dtype=pl.String)


def day(column: str) -> pl.Expr:
    """A cell as a day, null where it is none."""
    return pl.col(column).str.to_date("%Y-%m-%d", strict=False)


def yuan_in_fen(column: str, digits: int) -> pl.Expr:
    """A cell of yuan, of at most so many digits before the point and two after it, as fen; null where it is none."""
    part = pl.col(column).str.replace_all(",", "").str.extract_groups(rf"^(\d{{1,{digits}}})(?:\.(\d{{1,2}}))?$")
    return part.struct["1"].cast(pl.Int64) * 100 + part.struct["2"].fill_null("").str.pad_end(2, "0").cast(pl.Int64)


def nodes_below(node: Node, codes: list[str] | None = None) -> pl.DataFrame:
    """Code, number and slot of everything within reach of an intake, or of those with these codes."""
    rows = Node.objects.for_act("units of a table").filter(path__gte=node.path, path__lt=after(node.path))
    rows = (rows if codes is None else rows.filter(code__among=codes)).values_list("code", "pk", "slot")
    return pl.DataFrame(list(rows), schema={"node": pl.String, "node_id": pl.Int64, "slot": pl.Int64}, orient="row")


def twice(*names: str) -> pl.Expr:
    """Whether a row says in these columns what an earlier row of the table has said."""
    return pl.struct(*names).is_duplicated() & (pl.col("#") != pl.col("#").min().over(*names))
