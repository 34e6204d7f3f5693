"""Viewer and Reach 可见范围: what an account may see and do on a day."""

from dataclasses import dataclass, replace
from functools import cache, cached_property

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from ..clock import today
from ..store import SOME_DAY, SOMEBODY, as_param, values_by, written
from .roles import MEMBER, powers_of
from .wall import trusted


@dataclass(frozen=True)
class Reach:
    """
    A set of subtrees of the org tree as it is today, plus the viewer's own records.

    whole: they are all there is, every tree from its root; whatever stands at a node is within.
    """

    paths: tuple[str, ...] = ()
    account: int | None = None
    own: bool = False
    everything: bool = False
    whole: bool = False

    def paths_q(self, lookup: str) -> Q:
        """Path prefixes as ranges, which indexes serve on both databases."""
        q = Q(pk__in=[])
        for path in self.paths:
            q |= Q(**{f"{lookup}__gte": path, f"{lookup}__lt": after(path)})
        return q

    def shape(self) -> tuple["Reach", dict]:
        """A reach of this shape in which marks stand for the paths and the account, and what each of them stands for: for a statement written once."""
        marks = tuple(f"\1{n}/" for n in range(len(self.paths)))
        values = {SOMEBODY: self.account, **dict(zip(marks, self.paths, strict=True))}
        values |= {after(mark): after(path) for mark, path in zip(marks, self.paths, strict=True)}
        return replace(self, paths=marks, account=self.account and SOMEBODY), values

    def covers(self, path: str) -> bool:
        return any(path.startswith(p) for p in self.paths)

    def __bool__(self) -> bool:
        return bool(self.paths) or (self.own and self.account is not None)


def after(path: str) -> str:
    """The first text after every path below `path`: '1/12/' -> '1/120'."""
    return path[:-1] + "0" if path else "~"


def topmost(paths) -> tuple[str, ...]:
    """Drop every path that lies below another."""
    kept: list[str] = []
    for path in sorted(set(paths)):
        if not kept or not path.startswith(kept[-1]):
            kept.append(path)
    return tuple(kept)


class Viewer:
    """
    An account looking on a day. Grants are read once a request and never cached beyond it.

    device: the number a face has given the browser that asks; empty for what is no browser.
    """

    device = ""

    def __init__(self, account):
        self.account = account
        self.account_id = account.pk if account is not None and account.is_authenticated else None

    @cached_property
    def _posts(self) -> list[tuple[str, str, bool]]:
        """(role, path, whether there is no tree beside this node) in force today."""
        if not self.account_id or not self.account.is_active:
            return []
        values = {SOMEBODY: self.account_id, as_param(SOME_DAY): as_param(today())}
        with trusted():
            posts = values_by(_asked(connection.vendor), values)
        return [(role, path, bool(alone)) for role, path, alone in posts]

    @cached_property
    def grants(self) -> list[tuple[str, str]]:
        """(role, path) pairs in force today."""
        return [(role, path) for role, path, _alone in self._posts]

    @cached_property
    def _only_root(self) -> str | None:
        """The path of the only tree there is, if this viewer holds a grant at its root."""
        return next((path for _role, path, alone in self._posts if alone), None)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every subtree this viewer holds any grant in."""
        return topmost(path for _role, path in self.grants)

    def reach(self, power: str) -> Reach:
        """Where this viewer may use `power`."""
        paths = topmost(path for role, path in self.grants if power in powers_of(role))
        return Reach(paths, self.account_id, power in powers_of(MEMBER), whole=paths == (self._only_root,))

    def may(self, power: str) -> bool:
        return bool(self.reach(power))

    def holds(self, power: str) -> bool:
        """By a grant, not merely on one's own records."""
        return any(power in powers_of(role) for role, _path in self.grants)

    @property
    def in_office(self) -> bool:
        return bool(self.grants)


@cache
def _asked(_vendor: str) -> tuple[str, tuple]:
    """The statement of a viewer's posts, asked at every request and written once for SOMEBODY on SOME_DAY."""
    from ..tree.models import Node
    from .models import Grant  # the model needs the manager, the manager needs reaches

    roots = Node.objects.for_act("whether there is one tree").filter(parent=None)
    rows = Grant.objects.for_act("grants of a viewer").filter(account=SOMEBODY, since__lte=SOME_DAY, revoked_at=None)
    rows = rows.filter(Q(until=None) | Q(until__gte=SOME_DAY))
    return written(rows.values_list("role", "node__path", ~Exists(roots.exclude(pk=OuterRef("node")))))


class System(Viewer):
    """The house itself: clocks, set-up and rehearsal. It has no account and reaches everything."""

    def __init__(self):
        self.account, self.account_id = None, None
        self.grants, self.paths = [], ()

    def reach(self, power: str) -> Reach:
        return Reach(("",), everything=True)

    def holds(self, power: str) -> bool:
        return True


SYSTEM = System()


def colleagues(rows, viewer: Viewer):
    """For choosing whom to name in an act: accounts in use at or below the viewer's own posts."""
    return rows.for_act("whom to name").filter(Reach(viewer.paths).paths_q("node__path"), is_active=True)
