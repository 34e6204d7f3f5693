"""Readings as an indicator: what the source said last, at the node it said it of."""

from dataclasses import dataclass

from django.db.models import Q

from gonghui.kernel.indicators import Latest

from .models import Reading


@dataclass
class Readings(Latest):
    """The latest accepted reading of some kinds; marked as reading, and never added to own counts."""

    kinds: tuple[str, ...] = ()
    dated_by: str = "measured_on"
    shows: str = "number"
    kind = "reading"

    def __post_init__(self):
        self.counts, self.source = Reading, "reading"
        super().__post_init__()

    def condition(self) -> Q:
        return super().condition() & Q(kind__in=self.kinds, state="accepted")
