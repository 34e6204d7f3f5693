"""Desk 工作台: one declaration a noun, from which office, API, search, export, help and portal lists are made."""

from collections.abc import Callable
from dataclasses import dataclass, fields

from django.db import models
from django.utils.functional import Promise

from .access.roles import SEERS, give
from .access.scope import see
from .ledger.act import Act

Text = str | Promise


@dataclass(frozen=True)
class Column:
    """
    A column computed from a row. `show` gets the row and returns what to print.

    order: the field it sorts by, if it does.
    """

    name: str
    label: Text
    show: Callable
    order: str = ""


@dataclass(frozen=True)
class Paper:
    """
    A document made from a record 公文, as a Word file. `make` gets the row and returns its bytes.

    when: the rows it is made of.
    """

    name: str
    label: Text
    make: Callable
    when: Callable = lambda row: True


@dataclass(frozen=True)
class Line:
    """A line of an annex: what stands in it, and the record it is about, which it opens to whoever sees that."""

    cells: tuple
    opens: models.Model | None = None


@dataclass(frozen=True)
class Lines:
    """Lines of the rows of a queryset, counted and sliced by the database. cells: what stands in a row's line."""

    rows: models.QuerySet
    cells: Callable

    def __len__(self):
        return self.rows.count()

    def __getitem__(self, part):
        return [Line(self.cells(row), row) for row in self.rows[part]]


@dataclass(frozen=True)
class Annex:
    """
    A table that belongs to a record 附表. `lines` gets the row and the viewer and returns Lines, anything with a length that can be sliced.

    at_once: its beginning stands on the record's own page; else it is made when somebody opens it. when: the rows it is made of.
    """

    name: str
    label: Text
    heads: tuple[Text, ...]
    lines: Callable
    at_once: bool = False
    when: Callable = lambda row: True


@dataclass
class Desk:
    """
    What people see of a noun and may do with it.

    columns, detail, exports: field names or Columns. filters: names of choice, date or yes-no fields.
    search: lookups that a typed word is compared with, see `search.py`. seen_by: roles that see it at their node and
    below; owners of a record see their own in any case when `own` is set. related: what a list needs
    joined. work: the states in which a record waits for somebody. personal: rows name people.
    papers: documents made from one record, for whoever sees it. annexes: tables that belong to it, likewise.
    own_label: what its owner calls it. own_columns, own_detail: what its owner is told of it, where that is something else.

    A noun of the commons has one whole desk, and a facet in each line: slug names it, kinds are the kinds it shows.
    Who sees the noun is said by the whole desk alone.
    """

    noun: type[models.Model]
    label: Text
    group: Text
    icon: str
    columns: tuple
    detail: tuple = ()
    filters: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    exports: tuple = ()
    acts: tuple[Act, ...] = ()
    papers: tuple[Paper, ...] = ()
    annexes: tuple[Annex, ...] = ()
    related: tuple[str, ...] = ()
    order: tuple[str, ...] = ("-pk",)
    seen_by: tuple[str, ...] = SEERS
    exported_by: tuple[str, ...] = ()
    own: bool = False
    own_label: Text = ""
    own_columns: tuple = ()
    own_detail: tuple = ()
    work: tuple[str, ...] = ()
    personal: bool = False
    empty: Text = ""
    help: Text = ""
    row_label: Callable | None = None
    slug: str = ""
    kinds: tuple[str, ...] = ()

    def __post_init__(self):
        if not self.kinds:
            give(self.see, self.seen_by)
            give(self.export, self.exported_by or self.seen_by)
        if self.own:
            give(self.see, ("member",))
        self.detail, self.own_label = self.detail or self.columns, self.own_label or self.label
        self.exports = self.exports or self.columns
        name = self.noun._meta.label_lower
        self.slug = self.slug or self.noun._meta.model_name  # its name in addresses: 'membership', 'shows'
        if self.slug in FACETS or name in DESKS and not self.kinds:
            raise LookupError(f"desk {self.slug!r} is declared twice")
        if self.kinds:
            FACETS[self.slug] = self
        else:
            DESKS[name] = self

    @property
    def see(self) -> str:
        return see(self.noun)

    @property
    def export(self) -> str:
        return f"export:{self.noun._meta.label_lower}"

    def narrow(self, rows):
        """Of rows of the noun those that stand on this desk."""
        return rows.filter(kind__in=self.kinds) if self.kinds else rows

    def rows(self, viewer):
        """What this viewer sees in office, or of their own when they hold no such post, ready to list."""
        rows = self.narrow(self.noun.objects.within(viewer, own=not viewer.holds(self.see))).order_by(*self.order)
        return rows.select_related(*self.related) if self.related else rows  # without arguments it would join everything

    def acts_for(self, viewer, row) -> list[Act]:
        """The acts open to this viewer on this row now."""
        return [a for a in self.acts if not a.creates and a.open_for(row) and reaches(viewer, a, row)]

    def papers_of(self, row) -> list[Paper]:
        """The documents there are of this row now."""
        return [paper for paper in self.papers if paper.when(row)]

    def annexes_of(self, row) -> list[Annex]:
        """The tables that belong to this row now."""
        return [annex for annex in self.annexes if annex.when(row)]

    def creating(self, viewer) -> list[Act]:
        return [a for a in self.acts if a.creates and viewer.may(a.power)]


DESKS: dict[str, Desk] = {}  # whole desks by noun
FACETS: dict[str, Desk] = {}  # by slug


def facet(noun: type[models.Model] | str, slug: str, *kinds: str, **own) -> Desk:
    """
    A line's part of a common noun (its model, or its label): the whole desk again, for these kinds, with what is the line's own.

    Who owns a record finds it on the whole desk, unless the facet is told to be `own`.
    """
    whole = DESKS[noun if isinstance(noun, str) else noun._meta.label_lower]
    return Desk(**{f.name: getattr(whole, f.name) for f in fields(Desk)} | {"own": False, "slug": slug, "kinds": kinds} | own)


def desk_of(row) -> Desk | None:
    """The desk a record is opened on: the facet of its kind, else the whole."""
    facets = (desk for desk in FACETS.values() if desk.noun is type(row) and row.kind in desk.kinds)
    return next(facets, None) or desk_of_rows(type(row))


def desk_of_rows(model: type[models.Model]) -> Desk | None:
    """The whole desk that rows of a table are shown on: their own, or that of the noun they are seen as."""
    return DESKS.get(see(model).removeprefix("see:"))


def shown_as(row) -> int:
    """The number of the record a row is shown as, on the desk of its table."""
    return getattr(row, row.seen_as[1]) if row.seen_as else row.pk


def reaches(viewer, act: Act, row) -> bool:
    """Tell whether the viewer holds the act's power where this row stands (or on it, being its owner)."""
    reach = viewer.reach(act.power)
    if not reach:
        return False
    node = getattr(row, "node", None)
    if node is not None and reach.covers(node.path):
        return True
    return type(row).objects.within(viewer, act.power).filter(pk=row.pk).exists()
