"""A population register to rehearse with 公安人口库模拟: the same question always gets the same answer."""

from datetime import date
from zlib import crc32

import polars as pl

from gonghui.commons.parties.words import Result

from .people import COUNTIES, DAYS, FIRST_BIRTHDAY, MOST, named


def local(asked: list[tuple[str, str]]) -> list[str]:
    """
    Answer (name, number) pairs. Invented people are known by their own name; of all others most agree.

    By the number's checksum 2 of 100 others are unknown and 3 stand under another name.
    """
    places = [place_of(number) for _name, number in asked]
    known = [n for n in places if n is not None]
    names = iter(named(pl.DataFrame({"n": known}, schema={"n": pl.Int64}))["name"].to_list())
    answers = []
    for (name, number), n in zip(asked, places, strict=True):
        if n is not None:
            answers.append(Result.MATCH if next(names) == name else Result.DIFFERS)
        else:
            rest = crc32(number.encode()) % 100
            answers.append(Result.UNKNOWN if rest < 2 else Result.DIFFERS if rest < 5 else Result.MATCH)
    return [answer.value for answer in answers]


def place_of(number: str) -> int | None:
    """The place of an invented person's number among all, None for everybody else's."""
    if number[:6] not in COUNTIES:
        return None
    days = (date(int(number[6:10]), int(number[10:12]), int(number[12:14])) - FIRST_BIRTHDAY).days
    serial = int(number[14:17]) - 1
    if not 0 <= days < DAYS or serial < 0:
        return None
    n = (serial * DAYS + days) * len(COUNTIES) + COUNTIES.index(number[:6])
    return n if n < MOST else None
