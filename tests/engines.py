"""What every engine has to agree on, looked at where a whole federation stands."""

import os
import tempfile
from pathlib import Path

from django.db import connection

from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.clock import today
from gonghui.kernel.indicators import INDICATORS, figure
from gonghui.kernel.indicators.declare import Latest
from gonghui.kernel.indicators.engines import compared, cube, engine, write
from gonghui.kernel.indicators.engines.passes import COMPOUND, YEAR, span
from gonghui.kernel.indicators.engines.postgres import Postgres
from gonghui.kernel.indicators.trace import parts
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.models import Node
from tests.shares import share

BESIDE = os.environ.get("GONGHUI_TEST_ENGINES", "duckdb").split(",")  # `make scale` adds spark


def every_engine_says_the_same(_printed, _rf):
    """All indicators at the top for the year, and elsewhere for other periods, each turn another one; the cube says it too."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "facts")
        engines = [engine(name, Path(folder) / "facts") for name in BESIDE]
        everywhere(engines)
        cube_of_a_share([engines[0], *([Postgres()] if connection.vendor == "postgresql" else [])])
        for one in engines:
            one.close()


def everywhere(engines: list) -> None:
    year, nodes = today().year, {node.depth: node for node in Node.objects.for_act("engines").filter(kind__in=("province", "city", "county", "town"))}
    turns = [
        (nodes[1], f"{year}"),
        (nodes[2], f"{year}H1"),
        (nodes[3], f"{year - 1}..{year}"),
        (nodes[1], f"asof-{today()}"),
        (nodes[2], f"cum-to-{year}"),
    ]
    first = connection.vendor == "postgresql"
    for as_was in (True, False):
        wanted = []
        for n, indicator in enumerate(INDICATORS.values(), first + 2 * as_was):
            node, period = (nodes[0], f"{year}") if as_was else turns[n % len(turns)]
            wanted.append((indicator, node, Period.parse(period)))
        told = list(compared(engines, wanted, as_was))
        assert len(told) == len(INDICATORS)
        differ = [(one.key, str(node), str(period), values) for one, node, period, values, equal in told if not equal]
        assert not differ, differ[:5]
        assert sum(bool(values[0]) for *_what, values, _equal in told) > (100 if as_was else 10)


def cube_of_a_share(engines: list) -> None:
    year = today().year
    plain = [one for one in INDICATORS.values() if not isinstance(one, (*COMPOUND, Latest)) and not one.check]
    compound = share([one for one in INDICATORS.values() if isinstance(one, COMPOUND)], 4)
    asked = share(plain, 8) + [part for one in compound for _name, part, _period, _sign in parts(one, span(year, YEAR))] + compound
    asked = list(dict.fromkeys(one.key for one in asked))
    nodes = list(Node.objects.for_act("engines").filter(kind__in=("province", "city", "county")).order_by("pk"))
    for number, one in enumerate(engines):
        keys = cube.build(one, year, [INDICATORS[key] for key in asked])
        cells = {(keys[n], node, point): value for n, node, point, value in one.rows("SELECT indicator, node, point, value FROM cells")}
        for n, key in enumerate(asked):
            indicator = INDICATORS[key]
            for node, point in ((nodes[0], YEAR), (nodes[(n + number) % len(nodes)], 1 + n % 12)):
                found = cells.get((key, node.pk, point), None if isinstance(indicator, COMPOUND) and indicator.kind != "change" else 0)
                value = figure(indicator, node, span(year, point), viewer=SYSTEM).value
                assert found == value or (indicator.kind == "ordinal" and not found and value is None), (key, node, point)
