"""`gonghui figure` and `gonghui facts`: one figure, the rows behind it, all figures by several engines, and what these read."""

import json
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from .commands import node_of, refusals_on_stderr, set_up


def figure(options) -> int:
    set_up()
    from gonghui.kernel.access.wall import trusted

    if bool(options.key) == options.all:
        sys.exit("请指定一个指标，或用 --all / name one indicator, or --all")
    with refusals_on_stderr(), trusted():
        return _all(options) if options.all else _one(options)


def _one(options) -> int:
    from gonghui.kernel.access.viewer import SYSTEM
    from gonghui.kernel.indicators import figure as compute
    from gonghui.kernel.indicators import find, trace
    from gonghui.kernel.indicators.declare import UNITS
    from gonghui.kernel.indicators.engines import value
    from gonghui.kernel.periods import Period

    indicator, node, period = find(options.key), node_of(options.node), Period.parse(options.period)
    with _engines(options) as engines:
        if engines:
            said = value(engines[0], indicator, node, period, options.as_was)
        else:
            said = compute(indicator, node, period, viewer=SYSTEM, as_was=options.as_was).value
    unit = UNITS[indicator.unit]
    if options.json:
        print(_line(key=indicator.key, node=node.code, period=str(period), value=said, unit=str(unit)))
    else:
        print(f"{node} {period} {indicator.label}: {'—' if said is None else said}{unit}")
    for name, sign, rows in trace(indicator, node, period, as_was=options.as_was) if options.trace else ():
        for row in rows.select_related(*rows.model.named_by).order_by("pk").iterator(2000):
            print(f"  {name or '-'} {row.share * sign:+d} {row._meta.label_lower} {row.pk} {row}")
    return 0


def _all(options) -> int:
    from django.db import connection

    from gonghui.kernel.indicators import INDICATORS
    from gonghui.kernel.indicators.engines import compared
    from gonghui.kernel.periods import Period

    nodes = [node_of(code) for code in options.node.split(",")]
    periods = [Period.parse(text) for text in options.period.split(",")]
    wanted = [(indicator, node, period) for indicator in INDICATORS.values() for node in nodes for period in periods]
    differ = 0
    with _engines(options) as engines:
        names = [connection.vendor, *(engine.name for engine in engines)]
        for indicator, node, period, values, equal in compared(engines, wanted, options.as_was):
            differ += not equal
            if options.json:
                print(_line(key=indicator.key, node=node.code, period=str(period), equal=equal, **dict(zip(names, values, strict=True))))
            else:
                told = "  ".join(f"{name} {'—' if value is None else value}" for name, value in zip(names, values, strict=True))
                print(f"{'=' if equal else '≠'} {indicator.key} {node.code} {period}  {told}")
    print(f"{len(wanted)} figures by {', '.join(names)}: {len(wanted) - differ} equal, {differ} not", file=sys.stderr)
    return int(differ > 0)


def facts(options) -> int:
    set_up()
    from gonghui.kernel.indicators.engines import write

    with refusals_on_stderr():
        rows = write(options.folder, lambda text: None if options.json else print(f"  {text}", flush=True))
    for table, count in rows.items() if options.json else ():
        print(_line(table=table, rows=count))
    return 0


@contextmanager
def _engines(options):
    """The engines asked for beside the database, over facts of their own where no folder is named."""
    from django.db import connection

    from gonghui.kernel.indicators.engines import engine, write

    names = [name for name in options.engine.split(",") if name and name != connection.vendor]
    if options.all and not options.engine:
        names = ["duckdb"]
    with tempfile.TemporaryDirectory(prefix="gonghui-facts-") as folder:
        home = options.facts or Path(folder) / "facts"
        if names and not options.facts:
            write(home)
        engines = [engine(name, home) for name in names]
        yield engines
        for one in engines:
            one.close()


def _line(**values) -> str:
    return json.dumps(values, ensure_ascii=False, default=str)
