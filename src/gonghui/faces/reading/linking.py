"""Which indicator a claim speaks of: the one whose name shares the rarest words with what stands around the number, in a unit that fits."""

import math
import re
from collections import Counter
from functools import cached_property

from gonghui.kernel.indicators import INDICATORS

from .claims import CLAUSE, SENTENCE, Claim, bounds
from .words import ALSO

# what stands nearest counts most: after the number, before it, the list before, the rest of the clause, of the sentence, the sentence before
NEAR, BESIDE, LISTED, EARLIER, SAID, BEFORE = 1.0, 0.9, 0.45, 0.3, 0.2, 0.1
LONE = 0.3  # a character alone says less than two neighbours
SAID_SO = 5.0  # a word of `ALSO` says more than the words of a name do; by its length
VARIANT = 0.95  # the plain definition is meant where nothing speaks for another
CLOSE = 12  # claims before and after that are looked at
KNOWN = 2.0  # below it nothing is known
# units people use for one another; all others differ
ALIKE = [
    {"person", "person_time", "household"},
    {"item", "time", "session"},
    {"org", "place", "item", "team"},
    {"ordinal", "session", "time"},
]
ALONGSIDE = 1.0  # a unit that may be one of the same
FIRM = {"yuan", "percent", "sqm", "mu", "ordinal", "day", "year", "month", "hour"}
STOP = set("数的和与及率额量总了在为等")


class Linker:
    """The names of all indicators, and how rare their words are."""

    def __init__(self, indicators=None):
        self.indicators = {i.key: i for i in (indicators or INDICATORS.values()) if not i.check}

    @cached_property
    def names(self) -> dict[str, set[str]]:
        return {key: grams(str(i.label)) for key, i in self.indicators.items()}

    @cached_property
    def also(self) -> dict[str, list[str]]:
        return {key: ALSO.get(key.partition("@")[0], "").split() for key in self.indicators}

    @cached_property
    def rarity(self) -> dict[str, float]:
        met = Counter(gram for name in self.names.values() for gram in name)
        return {gram: math.log(1 + len(self.names) / n) * (1 if len(gram) > 1 else LONE) for gram, n in met.items()}

    @cached_property
    def wholes(self) -> dict[str, float]:
        return {key: math.sqrt(sum(map(self.rarity.get, name))) or 1.0 for key, name in self.names.items()}

    def link(self, claim: Claim, around: list[tuple[float, str]]) -> tuple[str | None, float]:
        """
        The key of the indicator a claim speaks of, or nothing, and how much speaks for it; only greater or less means something.

        around: (weight, words) of what stands about the number, the heaviest first.
        """
        weights: dict[str, float] = {}
        for weight, words in around:
            for gram in grams(words):
                weights.setdefault(gram, weight)
        plain = [(weight, re.sub(r"[\s“”\u2060]", "", words)) for weight, words in around]
        scores = {key: self._score(key, claim, weights, plain) for key in self.indicators}
        best = max(scores, key=scores.get)
        return best if scores[best] >= KNOWN else None, round(scores[best], 2)

    def _score(self, key: str, claim: Claim, weights: dict[str, float], plain: list[tuple[float, str]]) -> float:
        met = sum(self.rarity[gram] * weights[gram] for gram in self.names[key] if gram in weights)
        said = [weight * min(len(word), 8) for word in self.also[key] for weight, words in plain if word in words]
        return (met + SAID_SO * max(said, default=0)) / self.wholes[key] * fit(claim.unit, self.indicators[key].unit) * (VARIANT if "@" in key else 1)


def fit(told: str, declared: str) -> float:
    """How well a unit of the text goes with one of an indicator."""
    if told == declared:
        return 1.25
    if not told:
        return 0.35 if declared in FIRM or declared == "person_time" else 1.0
    if told != "ordinal" and any({told, declared} <= group for group in ALIKE):
        return ALONGSIDE
    if told == "ordinal":
        return 0.4
    return 0.2 if told in FIRM or declared in FIRM else 0.6


def grams(words: str) -> set[str]:
    """Characters and pairs of neighbours."""
    words = re.sub(r"[^\u4e00-\u9fff]", " ", words)
    pairs = {words[i : i + 2] for i in range(len(words) - 1) if " " not in words[i : i + 2]}
    return {one for one in words if one not in STOP and one != " "} | pairs


def around(plain: str, claims: list[Claim], n: int) -> list[tuple[float, str]]:
    """What stands about the `n`-th claim in its clause, its sentence and the one before, with its weight."""
    claim, near = claims[n], claims[max(0, n - CLOSE) : n + CLOSE + 1]
    first, last = bounds(plain, claim.start, CLAUSE)
    said = bounds(plain, claim.start, SENTENCE)[0]
    beside = [c for c in near if first <= c.start < last and c.unit == claim.unit]
    low = max([first, *(c.end for c in near if c.end <= claim.start)])
    high = min([last, *(c.start for c in near if c.start >= claim.end)])
    after, beyond = plain[claim.end : max(claim.end, high)], ""
    if high < last and (cut := max(map(after.rfind, "、和及"))) >= 0:  # a list goes on
        after, beyond = after[:cut], after[cut:]
    ahead, _sign, before = plain[low : claim.start].rpartition("、")
    head, apart, _rest = plain[first:last].partition("分别")
    if apart and first + len(head) < beside[0].start and len(named := head.split("、")) == len(beside):
        mine = beside.index(claim)  # the first number is of the first thing named
        before, ahead = named[mine], " ".join(one for one in named if one != named[mine])
    told = plain[claim.start : claim.end] if claim.end - claim.start > 6 else ""
    return [
        (NEAR, f"{after} {told}"),
        (BESIDE, before),
        (LISTED, ahead),
        (EARLIER, f"{beyond} {plain[first:low]}"),
        (SAID, plain[said:first]),
        (BEFORE, plain[max(0, said - 60) : said]),
    ]
