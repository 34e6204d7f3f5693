"""Reading 读数: the claims of an article or report, each with its period and the indicator it speaks of."""

from dataclasses import dataclass

from .claims import SENTENCE, Claim, bounds, claims, simplified
from .dating import period_of
from .linking import ALONGSIDE, Linker, around, fit

__all__ = ["Claim", "Told", "claims", "read"]


@dataclass(frozen=True)
class Told:
    """
    A claim, the period it is of ('' where nobody says), and the key of its indicator, or nothing; score: how much speaks for that.

    whole: the claim it is told to be a part of (其中).
    """

    claim: Claim
    period: str
    key: str | None
    score: float
    whole: Claim | None = None

    @property
    def too_much(self) -> bool:
        """Whether a part is more than its whole."""
        return self.whole is not None and self.claim.value > self.whole.value


def read(text: str, period: str = "") -> list[Told]:
    """Every claim of a text in simplified or traditional characters, in order. `period`: of what the text itself does not date."""
    found, plain, linker = claims(text), simplified(text), Linker()
    return [
        Told(claim, period_of(plain, claim.start, period), *linker.link(claim, around(plain, found, n)), _whole(plain, found[:n], claim))
        for n, claim in enumerate(found)
    ]


def _whole(plain: str, before: list[Claim], claim: Claim) -> Claim | None:
    """The last claim before the 其中 of a claim's sentence that is counted in a like unit."""
    begins = bounds(plain, claim.start, SENTENCE)[0]
    of_which = plain.rfind("其中", begins, claim.start)
    told = (one for one in reversed(before) if begins <= one.start and one.end <= of_which and _alike(one, claim))
    return next(told, None)


def _alike(one: Claim, other: Claim) -> bool:
    return bool(one.unit) == bool(other.unit) and fit(one.unit, other.unit) >= ALONGSIDE
