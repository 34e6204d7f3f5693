"""A house of this size is tried by shares: a test takes every n-th thing, each turn and each database another one."""

from django.db import connection


def about(count: int, things) -> int:
    """Every how manyth of the things is taken, so that about so many are, however big the house grows."""
    return max(1, len(things) // count)


def share(things, of: int, turn: int = 0) -> list:
    """Every `of`th thing, another one at each turn; the other database begins one further."""
    first = turn + (connection.vendor == "postgresql")
    return [thing for n, thing in enumerate(things) if (n + first) % of == 0]
