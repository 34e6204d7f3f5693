"""
Where lines that know persons hook in, so that this room need not know them.

before_erasing: functions of (ctx, person) that refuse while the data are still needed.
on_erasing: functions of (ctx, person) that blank what a line has written about the person.
before_merging: functions of (ctx, keep, gone) that settle what both rows of one person hold, or refuse.
before_leading: functions of (ctx, team, person) that refuse who may not lead a team; person is None where a unit leads.
standing: functions of (numbers of persons) -> {person: paths of the nodes at which they are members now}.
"""

from collections.abc import Callable

before_erasing: list[Callable] = []
on_erasing: list[Callable] = []
before_merging: list[Callable] = []
before_leading: list[Callable] = []
standing: list[Callable] = []
