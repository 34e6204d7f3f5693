"""Which period a text gives a number: 截至2023年底, 2023年7月, 今年上半年; else the one it was given for."""

import re

from .claims import SENTENCE, bounds

AS_OF = re.compile(r"截[至止](?:到)?(?:(\d{4})年)(?:(\d{1,2})月)?(?:(\d{1,2})日)?[底末]?")
NAMED = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?(上半年|下半年)?")
YEARS = re.compile(r"([二三四五六七八九十])年来|过去([二三四五六七八九十])年")
DIGITS = {sign: n for n, sign in enumerate("一二三四五六七八九十", 1)}


def period_of(plain: str, at: int, given: str) -> str:
    """The period of what stands at `at`, as `Period.parse` reads it: told in its sentence before it, or `given`."""
    sentence = plain[bounds(plain, at, SENTENCE)[0] : at]
    if m := _last(AS_OF, sentence):
        return f"asof-{_day(m)}"
    if m := _last(NAMED, sentence):
        half = {"上半年": "H1", "下半年": "H2"}.get(m[4], "")
        return f"{m[1]}{half}" if half else _day(m)
    year = re.search(r"\d{4}", given)
    if year and (m := _last(YEARS, sentence)):
        return f"{DIGITS[m[1] or m[2]]}y-to-{year[0]}"
    return given


def _last(pattern: re.Pattern, text: str):
    return max(pattern.finditer(text), key=lambda m: m.end(), default=None)


def _day(m) -> str:
    return "-".join([m[1], *(f"{int(part):02d}" for part in (m[2], m[3]) if part)])
