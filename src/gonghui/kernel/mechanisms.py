"""Mechanisms 业务机制: the things a line does for people, each under its code, with the acts and figures that carry it."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Mechanism:
    """
    code: three letters of the line and a number ('HON-7'); a journey test of that name goes through it.

    acts, figures: keys, parted by blanks; they are looked up when the catalogue is written, for a line may name
    acts of a common room.
    """

    code: str
    label: str | Promise
    acts: str
    figures: str = ""

    def __post_init__(self):
        if self.code in MECHANISMS:
            raise LookupError(f"mechanism {self.code!r} is declared twice")
        MECHANISMS[self.code] = self

    @property
    def test(self) -> str:
        """How the names of its journey tests begin."""
        return f"test_{self.code.lower().replace('-', '_')}_"


MECHANISMS: dict[str, Mechanism] = {}
