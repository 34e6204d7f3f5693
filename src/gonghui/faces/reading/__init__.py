"""Reading 读数: the claims of an article or report, each with its period and the indicator it speaks of."""

from dataclasses import dataclass

from .claims import Claim, claims, simplified
from .dating import period_of
from .linking import Linker, around

__all__ = ["Claim", "Told", "claims", "read"]


@dataclass(frozen=True)
class Told:
    """A claim, the period it is of ('' where nobody says), and the key of its indicator, or nothing; score: how much speaks for that."""

    claim: Claim
    period: str
    key: str | None
    score: float


def read(text: str, period: str = "") -> list[Told]:
    """Every claim of a text in simplified or traditional characters, in order. `period`: of what the text itself does not date."""
    found, plain, linker = claims(text), simplified(text), Linker()
    return [Told(claim, period_of(plain, claim.start, period), *linker.link(claim, around(plain, found, n))) for n, claim in enumerate(found)]
