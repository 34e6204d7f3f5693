"""Records of every noun that is counted, altered one at a time, and every figure asked that might have noticed."""

from collections import Counter
from datetime import timedelta

from django.db import connection

from gonghui.kernel.clock import today
from gonghui.kernel.indicators import INDICATORS
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.models import Node, Placement
from gonghui.kernel.tree.slots import one_tree
from tests.figures.changing import PK, House, alterations
from tests.shares import share

DAY = timedelta(days=1)


def spans() -> list[Period]:
    """The year of the demonstration, the year before it, and today."""
    last = today()
    return [Period("year", last - 365 * DAY, last), Period("before", last - 731 * DAY, last - 366 * DAY), Period(f"asof-{last}", last, last)]


def nodes(**which) -> list[Node]:
    return list(Node.objects.for_act("test").filter(tree="org", **which).order_by("path"))


def counts(house: House) -> dict[type, list]:
    """The nouns that are counted, and by which indicators."""
    made: dict[type, list] = {}
    for one in {one.key: one for one in house.plain.values()}.values():
        made.setdefault(one.counts, []).append(one)
    return made


def columns(model, pk: int) -> dict:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{model._meta.db_table}" WHERE "{model._meta.pk.column}" = %s', [pk])
        return dict(zip([c[0] for c in cursor.description], cursor.fetchone(), strict=True))


def picked(house: House, model) -> tuple[int | None, int | None, int | None]:
    """Of a noun the record that most figures count, another that is counted, and one that none counts."""
    keys = [key for key, one in house.plain.items() if one.counts is model]
    seen = Counter(row[PK] for key in keys for row in house.rows[key])
    rows = model.objects.for_act("test").order_by("pk")
    if model is Placement:  # the nodes that are asked about stay where they are
        rows = rows.exclude(node__kind__in=("province", "city", "county"))
    there = list(rows.values_list("pk", flat=True))
    ranked = sorted((pk for pk in there if pk in seen), key=lambda pk: (-seen[pk], pk))
    uncounted = next((pk for pk in there if pk not in seen), None)
    return (*(ranked[:1] or [None]), *(ranked[-1:] or [None]), uncounted)


def place_of(house: House, model, pk: int) -> str:
    """The path of the node a record lies at."""
    lookup = next(one for one in house.plain.values() if one.counts is model).nodes[0][1]
    return model.objects.for_act("test").values_list(f"{lookup}__path", flat=True).get(pk=pk)


def around(path: str, counties: list[Node]) -> tuple[list[Node], Node]:
    """The root, the city and county a record lies in, and another county; and a node elsewhere of the kind of its own."""
    on = [node for node in nodes(kind__in=("province", "city", "county")) if path.startswith(node.path)]
    city = "/".join(path.split("/")[:2]) + "/"
    other = next(node for node in reversed(counties) if not node.path.startswith(city))
    own = Node.objects.for_act("test").get(path=path)
    alike = Node.objects.for_act("test").filter(kind=own.kind).exclude(pk=own.pk).order_by("-path").first()
    return [*on, other], alike or other


def try_all(house: House, models, counties, told: Counter, of: int) -> None:
    """Alter records of these nouns one at a time, by every `of`th of what can be done to them."""
    for model, indicators in models.items():
        most, least, uncounted = picked(house, model)
        if most is None:
            told["uncounted nouns"] += 1
        for pk in dict.fromkeys(pk for pk in (most, uncounted) if pk is not None):
            asked, other = around(place_of(house, model, pk), counties)
            told["records"] += 1
            twin = columns(model, least or pk)
            for tries in share(alterations(model, indicators, columns(model, pk), other, twin), of, told["records"]):
                any(house.check(change, asked) for change in tries)


def exactly_what_counts_a_record_changes(of: int) -> None:
    """In the demonstration that stands, on the day that is."""
    counties = nodes(kind="county")
    house, told = House(list(INDICATORS.values()), spans(), counties[1]), Counter()
    house.check_all([*nodes(kind="province"), counties[0]])
    assert not house.faults, house.faults[:20]
    models = counts(house)
    with one_tree():
        try_all(house, models, counties, told, of)
    print(
        f"mutation: {len(models)} nouns are counted, of {told['uncounted nouns']} nothing in the demonstration; {told['records']} records, "
        f"{house.told['changes']} changes, {house.told['figures']} figures asked, {house.told['changed']} changed as their rows say"
    )
    assert not house.faults, (len(house.faults), house.faults[:20])
    assert house.told["changed"] > house.told["changes"] > 60
