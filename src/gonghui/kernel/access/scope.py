"""
The first wall: querysets that fail closed.

The check sits in `sql.Query`, where every statement passes, not in queryset methods.
A scoped model is read by `.within(viewer)` or, inside an act or a count, `.for_act(reason)`;
anything else raises `UnscopedQuery`. A kept model is written only while an act is running.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps

from django.db import models
from django.db.models import Exists, OuterRef, Q, sql

from .viewer import Reach
from .wall import trusted, trusting

acting: ContextVar[object | None] = ContextVar("acting", default=None)


class UnscopedQuery(RuntimeError):
    """A scoped model was read without saying for whom."""


class OutsideAct(RuntimeError):
    """A kept model was written outside an act."""


def once_an_act(noun: str):
    """Decorator: what a function reads of a table of the house is read once while an act runs, and again when the act has written there."""

    def keep(read):
        @wraps(read)
        def reading(*args):
            run = acting.get()
            if run is None:
                return read(*args)
            known = run.read.setdefault(noun, {})
            if args not in known:
                known[args] = read(*args)
            return known[args]

        return reading

    return keep


@dataclass
class Scope:
    """
    Which rows a viewer sees: by the node a row stands at, by its owner, or through another noun.

    node: lookup to a kernel Node; more than one where a record belongs to two (organiser, host).
    owner: lookups to the Account whose own record it is.
    through: (model, lookup) pairs - visible when a row of `model` within reach points here;
        lines add theirs, so that commons need not know them.
    shown: seen by every signed-in account (a notice, an open course).
    named: not listed outside reach, but its name may stand on a record that points here (an
        organisation): the second wall lets the join through, the first does not list it.
    """

    node: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    through: list[tuple[type, str]] = field(default_factory=list)
    shown: bool = False
    named: bool = False

    def q(self, reach, own: bool = True) -> Q:
        if reach.everything or (self.shown and reach.account):
            return Q()
        if reach.whole and "" in self.node:
            return Q()
        q = Q(pk__in=[])
        for lookup in self.node:
            q |= self._stands(lookup, reach)
        for lookup in self.owner:
            if own and reach.own and reach.account:
                q |= Q(**{lookup: reach.account})
        for model, lookup in self.through:
            if reach.paths:
                rows = model.objects.for_act("scope of a noun seen through another")
                q |= Exists(rows.filter(model.scope.q(reach), **{lookup: OuterRef("pk")}))
        return q

    def _stands(self, lookup: str, reach) -> Q:
        """Rows whose node by `lookup` is in reach: by a join where there is one node; two would be joined to all rows before either is told."""
        if reach.whole:
            return Q(**{f"{lookup}__isnull": False})
        if len(self.node) == 1:
            return reach.paths_q(f"{lookup}__path" if lookup else "path")
        from ..tree.models import Node

        return Q(Exists(Node.objects.for_act("nodes in reach").filter(reach.paths_q("path"), pk=OuterRef(lookup))))


class ScopedQuery(sql.Query):
    """Refuses to compile unless marked; the mark travels with clones."""

    mark: str | None = None

    def _need(self):
        if self.mark is None:
            raise UnscopedQuery(f"{self.model.__name__}: say .within(viewer) or .for_act(reason)")

    def get_compiler(self, *args, **kwargs):
        self._need()
        return super().get_compiler(*args, **kwargs)

    def chain(self, klass=None):  # Update and Aggregate swap the class: check before it is lost
        if klass is not None:
            self._need()
        return super().chain(klass)

    def resolve_expression(self, *args, **kwargs):  # as a subquery
        self._need()
        return super().resolve_expression(*args, **kwargs)

    def combine(self, rhs, connector):  # a | b: an unscoped half would leak
        self._need()
        if isinstance(rhs, ScopedQuery):
            rhs._need()
        return super().combine(rhs, connector)


class ScopedQuerySet(models.QuerySet):
    """A queryset of a scoped model."""

    def __init__(self, model=None, query=None, using=None, hints=None):
        super().__init__(model, query or (ScopedQuery(model) if model else None), using, hints)

    def _marked(self, mark):
        qs = self._chain()
        qs.query.mark = mark
        return qs

    def within(self, viewer, power: str | None = None, *, own: bool = True):
        """
        Keep the rows `viewer` may see, or may do `power` on.

        own=False leaves one's own records out: a list in office goes by the tree alone, which an index serves.
        """
        return self.within_reach(viewer.reach(power or see(self.model)), own=own)

    def within_reach(self, reach, *, own: bool = True):
        """As `within`, for a reach that is known."""
        return self._marked("within").filter(self.model.scope.q(reach, own))

    def own(self, viewer):
        """Narrow a marked queryset to strictly one's own: the owner's path, whatever else one may see or do in office."""
        return self.filter(Scope(owner=self.model.scope.owner).q(Reach((), viewer.account_id, own=True)))

    def for_act(self, reason: str):
        """Read the whole tree: invariants are global. `reason` is for whoever reads the code."""
        if not reason:
            raise ValueError("say why")
        return self._marked("for_act")

    def none(self):
        return super().none()._marked("within")

    def raw(self, *args, **kwargs):
        raise UnscopedQuery("raw() is closed on scoped models")

    def _raw_delete(self, using):  # here Django swaps the class without chain()
        self.query._need()
        return super()._raw_delete(using)

    # for_act reads past the second wall as well; the doors below are where querysets meet the database
    def _past_wall(self):
        return trusted() if self.query.mark == "for_act" and not trusting() else _nothing()

    def _fetch_all(self):
        with self._past_wall():
            super()._fetch_all()

    def iterator(self, *args, **kwargs):
        with self._past_wall():
            yield from super().iterator(*args, **kwargs)

    def count(self):
        with self._past_wall():
            return super().count()

    def exists(self):
        with self._past_wall():
            return super().exists()

    def aggregate(self, *args, **kwargs):
        with self._past_wall():
            return super().aggregate(*args, **kwargs)

    # only acts write
    def _gate(self):
        if acting.get() is None:
            raise OutsideAct(self.model.__name__)

    def update(self, **values):
        self._gate()
        return super().update(**values)

    def delete(self):
        self._gate()
        return super().delete()

    def bulk_create(self, *args, **kwargs):
        self._gate()
        return super().bulk_create(*args, **kwargs)

    def bulk_update(self, *args, **kwargs):
        self._gate()
        return super().bulk_update(*args, **kwargs)

    update.alters_data = delete.alters_data = True
    delete.queryset_only = True


@contextmanager
def _nothing():
    yield


ScopedManager = models.Manager.from_queryset(ScopedQuerySet, "ScopedManager")


class Kept(models.Model):
    """A scoped model that only acts write; each save inside an act is noted for the ledger."""

    scope = Scope()
    sealed_fields: tuple[str, ...] = ()  # appear in the ledger as keyed hashes only
    unlogged_fields: tuple[str, ...] = ()  # derived columns whose change is no news
    seen_as: tuple[str, str] | None = None  # (noun, column of its key): rows of this table are shown as that noun's
    named_by: tuple[str, ...] = ()  # what its name needs joined

    objects = ScopedManager()

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db, field_names, values):
        row = super().from_db(db, field_names, values)
        if acting.get() is not None:
            row._before = dict(zip(field_names, values, strict=False))
        return row

    def save(self, *args, **kwargs):
        run = acting.get()
        if run is None:
            raise OutsideAct(type(self).__name__)
        born = self._state.adding
        super().save(*args, **kwargs)
        run.note(self, born=born)

    def delete(self, *args, **kwargs):
        run = acting.get()
        if run is None:
            raise OutsideAct(type(self).__name__)
        run.note(self, gone=True)
        return super().delete(*args, **kwargs)


def see(model) -> str:
    """The power to see a noun."""
    return f"see:{model.seen_as[0] if getattr(model, 'seen_as', None) else model._meta.label_lower}"
