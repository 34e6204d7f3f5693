"""Pinyin columns 拼音 for search: full, and first letters."""

from functools import lru_cache

from pypinyin import Style, lazy_pinyin


@lru_cache(maxsize=200_000)
def _syllables(text: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(text, style=Style.NORMAL, errors="default"))


def pinyin_of(text: str) -> str:
    """'总工会' -> 'zonggonghui'."""
    return "".join(_syllables(text)).lower()


def initials_of(text: str) -> str:
    """'总工会' -> 'zgh'."""
    return "".join(s[:1] for s in _syllables(text)).lower()
