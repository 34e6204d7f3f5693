"""
Searching by typed words 查找.

A lookup is compared as it is marked: `name` contains the word, `^name` begins with it, `=name` equals it,
`~sought` is a SoughtField that contains it, `%title` contains it; both have an index for that, `%` for nouns of a million records.
Beginnings are compared as ranges, which an index in byte order serves at any size.
"""

from django.db.models import CharField, Lookup, Q, TextField
from django.db.models.lookups import IContains

from .access.wall import trusted
from .pinyin import folded

LAST = chr(0x10FFFF)
MOST_WORDS, MOST_LENGTH = 5, 60
FREQUENT = 4  # times as many hits as are wanted
RARE = 500  # rows of the other table that are worth an index lookup each
NEAR = 3_000  # of the newest rows, read one by one before an index is asked: a frequent word is met among them


@CharField.register_lookup
@TextField.register_lookup
class Holds(Lookup):
    """
    `field__holds`: contains the word, whatever its case.

    PostgreSQL knows how many rows are like a column, and not how many are like its capitals; a word without any is compared as it is.
    """

    lookup_name = "holds"

    def as_sql(self, compiler, connection):
        return compiler.compile(IContains(self.lhs, self.rhs))

    def as_postgresql(self, compiler, connection):
        left, params = compiler.compile(self.lhs)
        like = "LIKE" if self.rhs.lower() == self.rhs.upper() else "ILIKE"
        return f"{left} {like} %s", [*params, f"%{connection.ops.prep_for_like_query(self.rhs)}%"]


@CharField.register_lookup
@TextField.register_lookup
class Pairs(Lookup):
    """`field__pairs`: has the pairs of letters of the word, which an index tells; true everywhere but in PostgreSQL."""

    lookup_name = "pairs"

    def as_sql(self, compiler, connection):
        return "1 = 1", []

    def as_postgresql(self, compiler, connection):
        left, params = compiler.compile(self.lhs)
        return f"gonghui_pairs({left}) @> gonghui_pairs(%s)", [*params, self.rhs]


def named(text: str, *lookups: str, pairs: bool = True) -> Q:
    """Every word of `text` in one of the lookups; where one is marked % or ~, an index says first which rows may have it, unless without `pairs`."""
    q = Q()
    for word in text.replace("\0", "")[:MOST_LENGTH].split()[:MOST_WORDS]:
        one, may = Q(pk__in=[]), Q(pk__in=[])
        for lookup in lookups:
            like = _compared(lookup, word)
            one |= like
            may |= Q(**{f"{lookup[1:]}__pairs": folded(word) if lookup[0] == "~" else word}) if lookup[0] in "%~" else like
        q &= one & may if pairs and len(folded(word)) > 1 and any(lookup[0] in "%~" for lookup in lookups) else one
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
            return Q(**{f"{lookup[1:]}__holds": word})
    return Q(**{f"{lookup}__icontains": word})


def searched(rows, text: str, lookups: tuple[str, ...]):
    """
    Rows that match; lookups marked %, and =, ^ or ~ over a relation, are asked of their own table first.

    A rare name is a handful of persons, whose memberships an index finds; a frequent one is met so often
    in a list that a page of it is soon full, so there the tables are joined.
    """
    return _searched(rows, text, lookups)[0]


def newest(rows, text: str, lookups: tuple[str, ...], among: int):
    """As `searched`, but of a word that is frequent in the table at most the `among` newest of all; and whether there may be more."""
    return _searched(rows, text, lookups, among)


def _searched(rows, text: str, lookups: tuple[str, ...], among: int = 0):
    if not text.replace("\0", "").strip():
        return rows, False
    through: dict[str, list[str]] = {}  # relation, '' for the rows' own table -> lookups there
    near: list[str] = []
    for lookup in lookups:
        mark, (relation, _dash, field) = lookup[0], lookup[1:].rpartition("__")
        if "__" not in relation and (mark == "%" or (mark in "=^~" and relation)):
            through.setdefault(relation, []).append(mark + field)
        else:
            near.append(lookup)
    q, more = Q(pk__in=[]), False
    for relation, fields in through.items():
        other = rows.model._meta.get_field(relation).related_model if relation else rows.model
        most, newest_only = (among, True) if among and not relation else (RARE, False)
        with trusted():
            there = other.objects.for_act("names searched for").values_list("pk", flat=True)
            found = _frequent(there, text, fields, most) if newest_only else None
            often = found is not None
            if not often:
                there = there.filter(named(text, *fields))
                found = list((there if relation else there.order_by("-pk"))[: most + 1])
                often = len(found) > most
        more |= often and newest_only
        if often and not newest_only:
            q |= named(text, *(f"{f[0].strip('%')}{relation}__{f[1:]}" if relation else f.strip("%") for f in fields))
        elif found:
            q |= Q(**{f"{relation or 'pk'}__among": found[:most]})
    return rows.filter(q | named(text, *near) if near else q), more


def _frequent(there, text: str, fields: list[str], most: int) -> list[int] | None:
    """
    The newest rows that match, at most `most`, if so many do that an index would only bring too many; the newest first.

    Told by how many of the NEAR newest rows match: where all rows would have many times `most` at that rate.
    """
    last = there.order_by("-pk").first() or 0
    found = list(there.filter(named(text, *fields, pairs=False), pk__gt=last - NEAR).order_by("-pk")[: most + 1])
    often = len(found) > most or (last > NEAR and len(found) * last > FREQUENT * most * NEAR)
    return found[:most] if often else None
