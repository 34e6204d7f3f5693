"""
Searching by typed words 查找.

A lookup is compared as it is marked: `name` contains the word, `^name` begins with it, `=name` equals it,
`~sought` is a SoughtField that contains it.
Beginnings are compared as ranges, which an index in byte order serves at any size.
"""

from django.db.models import Q

from .access.wall import trusted
from .pinyin import folded

LAST = chr(0x10FFFF)
MOST_WORDS, MOST_LENGTH = 5, 60
RARE = 500  # rows of the other table that are worth an index lookup each


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
    return Q(**{f"{lookup}__icontains": word})


def searched(rows, text: str, lookups: tuple[str, ...]):
    """
    Rows that match; lookups marked =, and ^ or ~ over a relation, are asked of their own table first.

    A rare name is a handful of persons, whose memberships an index finds; a frequent one is met so often
    in a list that a page of it is soon full, so there the tables are joined.
    """
    if not text.replace("\0", "").strip():
        return rows
    through: dict[str, list[str]] = {}  # relation, '' for the rows' own table -> lookups there
    near: list[str] = []
    for lookup in lookups:
        mark, (relation, _dash, field) = lookup[0], lookup[1:].rpartition("__")
        if "__" not in relation and (mark == "=" or (mark in "^~" and relation)):
            through.setdefault(relation, []).append(mark + field)
        else:
            near.append(lookup)
    q = Q(pk__in=[])
    for relation, fields in through.items():
        other = rows.model._meta.get_field(relation).related_model if relation else rows.model
        with trusted():
            found = list(other.objects.for_act("names searched for").filter(named(text, *fields)).values_list("pk", flat=True)[: RARE + 1])
        if len(found) > RARE:
            q |= named(text, *(f"{f[0]}{relation}__{f[1:]}" if relation else f for f in fields))
        elif found:
            q |= Q(**{f"{relation or 'pk'}__in": found})
    return rows.filter(q | named(text, *near) if near else q)
