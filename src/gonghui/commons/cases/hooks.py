"""
Where lines that know employers and unions hook in.

before_assigning: functions of (case, node) that refuse to give a matter to whom it accuses.
"""

from collections.abc import Callable

before_assigning: list[Callable] = []
