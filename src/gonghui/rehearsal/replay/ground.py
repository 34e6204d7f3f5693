"""The ground a claim is built on: a federation of its own, and a neighbour beside it whose records must not count."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

import polars as pl
from django.core.files.uploadedfile import SimpleUploadedFile

from gonghui.kernel import clock
from gonghui.kernel.access.models import Account, Grant
from gonghui.kernel.access.viewer import SYSTEM, Viewer
from gonghui.kernel.intake.acts import carry_on, check, start
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.tree.models import Node
from gonghui.lines.organization.orgs import acts as founding
from gonghui.lines.organization.orgs.acts import stand_up

BEGINNING = date(2010, 1, 1)
PIECE = 400_000  # rows a file


@dataclass
class Ground:
    """One root: its officers, its nodes, its members, and the numbers of what has been made on it."""

    root: Node
    officer: Viewer
    second: Viewer  # who looks at what the first has made
    cities: list[Node]
    counties: list[Node]
    towns: list[Node]
    unions: int = 0
    serial: int = 0
    named: dict[str, Node] = field(default_factory=dict)
    members: pl.DataFrame | None = None  # those of the register who are still members, for lines that need some

    @property
    def code(self) -> str:
        return self.root.code

    def table(self, kind: str, frame: pl.DataFrame) -> int:
        """Take a table in, in files that a workbook could be; return how many rows went in."""
        done = 0
        for i in range(0, len(frame), PIECE):
            piece = frame.slice(i, PIECE)
            upload = SimpleUploadedFile(f"{kind}.csv", piece.write_csv().encode())
            batch = do(check, self.officer, node=self.root, kind=kind, file=upload).subject
            if batch.bad:
                fault = batch.errors.first()
                raise AssertionError(f"{kind}, row {fault.row}: {fault.says}")
            done += carry_on(do(start, self.officer, batch).subject).done
        return done


@dataclass
class Stage:
    """What a federation's claims are built on: its ground, the neighbour, and the codes of unions of each to hold things at."""

    ground: Ground
    beside: Ground
    codes: list[str]
    others: list[str]


def lay(org: str, city: str = "") -> Ground:
    """Lay a root with 3 cities, 6 counties and 12 towns; `city` names the first city's code."""
    code = org.upper()

    def root(ctx):
        node = stand_up(ctx, parent=None, kind="province", name=f"{org}省总工会", on=BEGINNING, code=code).node
        accounts = [Account(login=login, name=org, node=node) for login in (f"replay-{org}", f"replay-{org}-second")]
        for account in accounts:
            account.set_unusable_password()
            account.save()
            Grant(account=account, role="province_officer", node=node, since=BEGINNING).save()
        return node, accounts

    with clock.at(BEGINNING):
        node, accounts = by_house("replay.root", root)
        ground = Ground(node, *map(Viewer, accounts), [], [], [])
        for i in range(3):
            above = appoint(node, "city", f"{code}-{i + 1}" if i or not city else f"{code}-{city.upper()}")
            ground.cities.append(above)
            for j in range(2):
                county = appoint(above, "county", f"{above.code}-{j + 1}")
                ground.counties.append(county)
                ground.towns += [appoint(county, "town", f"{county.code}-{k + 1}") for k in range(2)]
    return ground


def appoint(parent: Node, kind: str, code: str) -> Node:
    """Stand a union up below `parent` by appointment, since the beginning."""
    return do(founding.appoint, SYSTEM, node=parent, kind=kind, name=f"{code}工会", on=BEGINNING, code=code).subject.node


def shares(total: int, count: int) -> list[int]:
    """A number in `count` parts as equal as they can be."""
    return [total // count + (i < total % count) for i in range(count)]


def days(start: date, end: date, count: int, seed: int = 1) -> list[date]:
    """`count` days spread over a span, both ends among them when there are at least two."""
    dice, width = random.Random(seed), (end - start).days
    picked = [start + timedelta(days=dice.randint(0, width)) for _ in range(count)]
    if count > 1:
        picked[0], picked[-1] = start, end
    return picked
