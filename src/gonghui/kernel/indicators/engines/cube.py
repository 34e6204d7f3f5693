"""
The cube 指标立方: every figure of a year at every node above the unions, for each month and the year, counted in stages.

A pass looks at its tables once and groups to the lowest node above the unions (a segment of slots), so that what goes
up the tree is small. A row with two slots goes up once wherever either lies. What is to be different is sorted: along
the slots, each adds one to the nodes round it that were not round the one before it (`_runs`); a node that has lain in
several places, and a pass of several measures, are counted anew. Compounds are made of their parts as `figure` makes them.
"""

from collections import Counter, defaultdict

import polars as pl

from ..declare import INDICATORS, Stock
from ..figure import compound
from ..trace import parts
from .passes import COMPOUND, EARLIEST, YEAR, Pass, begun, day_of, month_of, passes, span


def build(engine, year: int, indicators=None, progress=lambda text: None, months: bool = True) -> dict[int, str]:
    """
    Make the table `cells` (indicator, node, point, value) on an engine; return the keys of the numbers it calls indicators by.

    months: without them, what is to be different is counted for the year alone. Checks are lists of work and left out unless they are asked for. Where a count or sum has no cell it is nought, where a ratio has none it cannot be said. By the tree as it was.
    """
    indicators = [one for one in INDICATORS.values() if not one.check] if indicators is None else list(indicators)
    numbers = {id(one): n for n, one in enumerate(indicators)}
    segments(engine)
    engine.run("CREATE TEMP TABLE points (indicator INT, node BIGINT, point INT, value NUMERIC(20, 2))")
    for n, one in enumerate(passes(indicators, year)):
        _first(engine, one, n, year, months)
        _upward(engine, one, n, numbers, months)
        progress(f"{one.source[:60]}: {len(one.measures)}")
    stocks = ", ".join(str(numbers[id(one)]) for one in indicators if isinstance(one, Stock)) or "-1"
    engine.run(
        f"""CREATE TEMP TABLE cells AS SELECT indicator, node, point, value FROM points WHERE point BETWEEN 1 AND {YEAR}
        UNION ALL SELECT indicator, node, {YEAR}, value FROM points WHERE point = {YEAR - 1} AND indicator IN ({stocks})"""
    )
    _compounds(engine, indicators, numbers, year)
    return {n: one.key for n, one in enumerate(indicators)}


def segments(engine) -> None:
    """
    `seg_of` (slot, seg): the lowest node above the unions round a slot; `above` (seg, node): all nodes round it. Slots nest, and
    segments are numbered along them. `torn` (node): those that have lain in several places.
    """
    above_unions = {node for (node,) in engine.rows("SELECT DISTINCT parent_id FROM kernel_placement WHERE parent_id IS NOT NULL")}
    round_it, seg_of, above, own = [], [], [], Counter()
    for slot, end, node in engine.rows("SELECT slot, slot_end, node_id FROM kernel_placement ORDER BY slot, slot_end DESC"):
        while round_it and round_it[-1][0] <= slot:
            round_it.pop()
        if node in above_unions:
            round_it.append((end, node, len(above) and above[-1][0] + 1 or 1))
            above += [(round_it[-1][2], other) for other in {one[1] for one in round_it}]
            own[node] += 1
        if round_it:
            seg_of.append((slot, round_it[-1][2]))
    engine.load("seg_of", {"slot": pl.Int64, "seg": pl.Int32}, seg_of)
    engine.load("above", {"seg": pl.Int32, "node": pl.Int64}, above)
    engine.load("torn", {"node": pl.Int64}, [(node,) for node, places in own.items() if places > 1])


def _first(engine, one: Pass, n: int, year: int, months: bool) -> None:
    """Group what a pass looks at to segments: table s{n} with a, b (segments), its axis, what is different, and measures m0, m1, ..."""
    two = len(one.slots) > 1
    joins = " ".join(f"{'LEFT' if two else 'INNER'} JOIN seg_of g{i} ON g{i}.slot = {slot}" for i, slot in enumerate(one.slots))
    keys = ["COALESCE(g0.seg, 0) AS a", f"{'COALESCE(g1.seg, 0)' if two else '0'} AS b"]
    where = ["(g0.seg IS NOT NULL OR g1.seg IS NOT NULL)"] if two else []
    if one.standing:
        since, until = one.axis
        keys.append(f"GREATEST({month_of(since, year)}, {EARLIEST}) AS begins")
        where.append(f"{since} <= {day_of(YEAR, year)}")
        if not until:
            keys.append(f"{YEAR - 1} AS ends")
        else:
            keys.append(f"LEAST(COALESCE({month_of(f'({until} + 1)', year)} - 1, {YEAR - 1}), {YEAR - 1}) AS ends")
            where.append(f"({until} IS NULL OR {until} >= {day_of(EARLIEST, year)})")
    elif one.axis:
        first, last = one.axis[0], one.axis[-2] if len(one.axis) > 1 else one.axis[0]
        month = f"CAST(EXTRACT(MONTH FROM {first}) AS INT)"
        if months or not one.of:
            keys.append(f"{month if first == last else f'CASE WHEN {month} = EXTRACT(MONTH FROM {last}) THEN {month} ELSE 0 END'} AS point")
        where.append(f"{first} >= {begun(year)} AND {last} <= {day_of(YEAR, year)}")
    if one.of:
        keys.append(f"{one.of} AS different")
        where.append(f"{one.of} IS NOT NULL")
    if one.of:
        conditions = [measure.where.sql("postgres") for measure in one.measures]
        made = [f"BOOL_OR({condition})" for condition in conditions] if len(conditions) > 1 else ["TRUE"]
        where.append(_any(conditions))
        engine.run(f"CREATE TEMP TABLE s{n} AS {_grouped(keys, made, 'm', f'{one.source} {joins}', where)}")
        return
    split = [(measure.value.sql("postgres"), *measure.split(one.word)) for measure in one.measures]
    columns = {both: i for i, both in enumerate(dict.fromkeys((value, rest) for value, rest, _words in split))}
    made = [f"{value} FILTER (WHERE {rest})" if len(columns) > 1 else value for value, rest in columns]
    where.append(_any([rest for _value, rest in columns]))
    if one.word and all(words for *_rest, words in split):
        where.append(f"{one.word} IN ({', '.join(dict.fromkeys(word for *_rest, words in split for word in words))})")
    if one.word:
        keys.append(f"{one.word} AS word")
    looked = _grouped(keys, made, "c", f"{one.source} {joins}", where)
    named = [key.rsplit(" AS ", 1)[1] for key in keys if not key.endswith(" AS word")]
    sums = [
        f"{'MAX' if measure.value.key == 'max' else 'SUM'}(c{columns[value, rest]})"
        + (f" FILTER (WHERE word IN ({', '.join(words)}))" if words else "")
        for measure, (value, rest, words) in zip(one.measures, split, strict=True)
    ]
    engine.run(f"CREATE TEMP TABLE s{n} AS {_grouped(named, sums, 'm', f'FROM ({looked}) looked')}")


def _any(conditions: list[str]) -> str:
    return "TRUE" if "TRUE" in conditions else f"({' OR '.join(dict.fromkeys(f'({condition})' for condition in conditions))})"


def _grouped(keys: list[str], made: list[str], name: str, source: str, where: list[str] = ()) -> str:
    columns = ", ".join([*keys, *(f"{told} AS {name}{i}" for i, told in enumerate(made))])
    return f"SELECT {columns} {source} {'WHERE ' * bool(where)}{' AND '.join(where)} GROUP BY {', '.join(map(str, range(1, len(keys) + 1)))}"


def _upward(engine, one: Pass, n: int, numbers: dict, months: bool) -> None:
    """From segments to every node round them; what comes out goes to `points`."""
    measures = range(len(one.measures))
    around = "(SELECT seg AS a, 0 AS b, node FROM above)"
    if len(one.slots) > 1:
        pairs = f"(SELECT DISTINCT a, b FROM s{n}) p"
        around = f"(SELECT a, b, node FROM {pairs} JOIN above ON seg = a UNION SELECT a, b, node FROM {pairs} JOIN above ON seg = b)"
    rows = f"s{n} s JOIN {around} r ON r.a = s.a AND r.b = s.b"
    if one.of:
        alone = len(measures) == 1
        for keys in ("node, point", "node") if one.axis and months else ("node",):
            if alone:
                _told(engine, one, _runs(n, len(one.slots) > 1, keys.replace("node", "")), numbers)
            where = "WHERE node IN (SELECT node FROM torn) " * alone
            different = f"SELECT {keys}, different, {_each(measures, 'BOOL_OR(m{0}) AS m{0}')} FROM {rows} {where}GROUP BY {keys}, different"
            _told(
                engine, one, f"SELECT {keys}, {_each(measures, 'COUNT(*) FILTER (WHERE m{0}) AS m{0}')} FROM ({different}) d GROUP BY {keys}", numbers
            )
    elif one.standing:
        change = f"""SELECT a, b, begins AS month, {_each(measures, "m{0}")} FROM s{n}
            UNION ALL SELECT a, b, ends + 1, {_each(measures, "-m{0}")} FROM s{n}"""
        summed = _each(measures, "SUM(m{0}) AS m{0}")
        at_node = f"SELECT node, month, {summed} FROM ({change}) s JOIN {around} r ON r.a = s.a AND r.b = s.b GROUP BY node, month"
        ends = f"(SELECT UNNEST(ARRAY[{', '.join(map(str, range(EARLIEST, YEAR)))}]) AS point) e"
        _told(engine, one, f"SELECT node, point, {summed} FROM ({at_node}) c JOIN {ends} ON e.point >= c.month GROUP BY node, point", numbers)
    else:
        summed = ", ".join(f"{'MAX' if m.value.key == 'max' else 'SUM'}(m{i}) AS m{i}" for i, m in enumerate(one.measures))
        if one.axis:
            grouped = f"SELECT node, COALESCE(point, {YEAR}) AS point, {summed} FROM {rows} GROUP BY GROUPING SETS ((node, point), (node))"
        else:
            grouped = f"SELECT node, {summed} FROM {rows} GROUP BY node"
        _told(engine, one, grouped, numbers)
    engine.run(f"DROP TABLE s{n}")


def _runs(n: int, two: bool, point: str) -> str:
    """
    How many are different at every node that lies in one place: along its slots each counts but where the same was before it.

    point: `, point` for each by itself.
    """
    ends = " UNION ALL ".join(f"SELECT {end} AS seg, different{point} FROM s{n} WHERE {end} <> 0" for end in ("a", "b")[: 1 + two])
    along = f"SELECT seg{point}, LAG(seg) OVER (PARTITION BY different{point} ORDER BY seg) AS before FROM ({ends}) e"
    grouped = f"SELECT seg, before{point}, COUNT(*) AS many FROM ({along}) l GROUP BY seg, before{point}"
    return f"""SELECT r.node{point}, SUM(many) AS m0 FROM ({grouped}) g JOIN above r ON r.seg = g.seg
        LEFT JOIN above o ON o.seg = g.before AND o.node = r.node
        WHERE o.node IS NULL AND r.node NOT IN (SELECT node FROM torn) GROUP BY r.node{point}"""


def _each(measures, said: str) -> str:
    return ", ".join(said.format(i) for i in measures)


def _told(engine, one: Pass, wide: str, numbers: dict) -> None:
    """One column a measure becomes one row a measure; noughts are left out."""
    known = ", ".join(str(numbers[id(measure.indicator)]) for measure in one.measures)
    if one.measures[0].point is not None:
        point = f"UNNEST(ARRAY[{', '.join(str(measure.point) for measure in one.measures)}])"
    else:
        point = "point" if "point" in wide.split("FROM", 1)[0] else str(YEAR)
    values = ", ".join(f"CAST(CAST(m{i} AS NUMERIC(20, 2)) * {measure.times:f} AS NUMERIC(20, 2))" for i, measure in enumerate(one.measures))
    engine.run(
        f"""INSERT INTO points SELECT indicator, node, point, value FROM (
            SELECT UNNEST(ARRAY[{known}]) AS indicator, node, {point} AS point, UNNEST(ARRAY[{values}]) AS value FROM ({wide}) w) u WHERE value <> 0"""
    )


def _compounds(engine, indicators: list, numbers: dict, year: int) -> None:
    """Changes, ratios, means and growth, of the points of their parts."""
    asked = {id(one): _parts(one, year) for one in indicators if isinstance(one, COMPOUND)}
    wanted = sorted({numbers[id(part)] for split in asked.values() for points in split.values() for _name, part, _point in points})
    found: dict[tuple, dict] = defaultdict(dict)
    rows = engine.rows(f"SELECT indicator, point, node, value FROM points WHERE indicator IN ({', '.join(map(str, wanted)) or '-1'})")
    for number, point, node, value in rows:
        found[number, point][node] = value
    made = []
    for one in indicators:
        for point, split in asked.get(id(one), {}).items():
            known = {name: found[numbers[id(part)], at] for name, part, at in split}
            for node in set().union(*known.values()):
                value = compound(one, {name: values.get(node, 0) for name, values in known.items()})
                if value is not None:
                    made.append((numbers[id(one)], node, point, value))
    engine.load("compounds", {"indicator": pl.Int32, "node": pl.Int64, "point": pl.Int32, "value": pl.Decimal(20, 2)}, made)
    engine.run("INSERT INTO cells SELECT indicator, node, point, value FROM compounds")


def _parts(one, year: int) -> dict[int, list[tuple]]:
    """Of each point (name, indicator, point) of the parts; a part that is itself a change or ratio is not known."""
    told = {}
    for point in range(1, YEAR + 1):
        told[point] = [(name, part, _point(part, period, year)) for name, part, period, _sign in parts(one, span(year, point))]
    return told


def _point(part, period, year: int) -> int:
    if not isinstance(part, Stock) and (period.start, period.end) == (span(year, YEAR).start, span(year, YEAR).end):
        return YEAR
    return (period.end.year - year) * 12 + period.end.month
