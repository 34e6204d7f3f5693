"""
Searching by typed words 查找.

A lookup is compared as it is marked: `name` contains the word, `^name` begins with it, `=name` equals it,
`~sought` is a SoughtField that contains it, `%title` contains it and has an index for that, for nouns of a million records.
Beginnings are compared as ranges, which an index in byte order serves at any size.
"""

from django.db import connection
from django.db.models import CharField, Lookup, Q, TextField
from django.db.models.lookups import IContains

from .access.wall import trusted
from .desk import DESKS
from .pinyin import folded

LAST = chr(0x10FFFF)
MOST_WORDS, MOST_LENGTH = 5, 60
RARE = 500  # rows of the other table that are worth an index lookup each
PAIRS = """
CREATE OR REPLACE FUNCTION gonghui_pairs(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
    SELECT coalesce(array_agg(DISTINCT substr(lower(words), at, 2)), '{}') FROM generate_series(1, length(words) - 1) at
$$
"""


@CharField.register_lookup
@TextField.register_lookup
class Holds(Lookup):
    """`field__holds`: contains the word; in PostgreSQL found by its pairs of letters, since most Chinese words are two."""

    lookup_name = "holds"

    def as_sql(self, compiler, connection):
        return compiler.compile(IContains(self.lhs, self.rhs))

    def as_postgresql(self, compiler, connection):
        text, params = self.as_sql(compiler, connection)
        left, of_left = compiler.compile(self.lhs)
        return f"({text} AND gonghui_pairs({left}) @> gonghui_pairs(%s))", [*params, *of_left, self.rhs]


def build() -> None:
    """Make an index for each lookup marked %; run as the owner after every migration. PostgreSQL only."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(PAIRS)
        for desk in DESKS.values():
            table = desk.noun._meta.db_table
            for column in (desk.noun._meta.get_field(one[1:]).column for one in desk.search if one[0] == "%"):
                cursor.execute(f"CREATE INDEX IF NOT EXISTS {table}_{column}_pairs ON {table} USING gin (gonghui_pairs({column}))")


def named(text: str, *lookups: str) -> Q:
    """Every word of `text` in one of the lookups."""
    q = Q()
    for word in text.replace("\0", "")[:MOST_LENGTH].split()[:MOST_WORDS]:
        one = Q(pk__in=[])
        for lookup in lookups:
            one |= _compared(lookup, word)
        q &= one
    return q


def _compared(lookup: str, word: str) -> Q:
    match lookup[0]:
        case "^":
            # pinyin is kept in small letters; a Chinese word has none to lower
            return Q(**{f"{lookup[1:]}__gte": word.lower(), f"{lookup[1:]}__lt": word.lower() + LAST})
        case "~":
            return Q(**{f"{lookup[1:]}__contains": folded(word)})
        case "=":
            return Q(**{lookup[1:]: word})
        case "%":
            return Q(**{f"{lookup[1:]}__{'holds' if len(word) > 1 else 'icontains'}": word})
    return Q(**{f"{lookup}__icontains": word})


def searched(rows, text: str, lookups: tuple[str, ...]):
    """
    Rows that match; lookups marked = or %, and ^ or ~ over a relation, are asked of their own table first.

    A rare name is a handful of persons, whose memberships an index finds; a frequent one is met so often
    in a list that a page of it is soon full, so there the tables are joined.
    """
    if not text.replace("\0", "").strip():
        return rows
    through: dict[str, list[str]] = {}  # relation, '' for the rows' own table -> lookups there
    near: list[str] = []
    for lookup in lookups:
        mark, (relation, _dash, field) = lookup[0], lookup[1:].rpartition("__")
        if "__" not in relation and (mark in "=%" or (mark in "^~" and relation)):
            through.setdefault(relation, []).append(mark + field)
        else:
            near.append(lookup)
    q = Q(pk__in=[])
    for relation, fields in through.items():
        other = rows.model._meta.get_field(relation).related_model if relation else rows.model
        with trusted():
            found = list(other.objects.for_act("names searched for").filter(named(text, *fields)).values_list("pk", flat=True)[: RARE + 1])
        if len(found) > RARE:
            q |= named(text, *(f"{f[0].strip('%')}{relation}__{f[1:]}" if relation else f.strip("%") for f in fields))
        elif found:
            q |= Q(**{f"{relation or 'pk'}__in": found})
    return rows.filter(q | named(text, *near) if near else q)
