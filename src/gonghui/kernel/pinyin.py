"""Pinyin columns 拼音 for search: full, and first letters, cut where their columns end."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=200_000)
def _syllables(text: str) -> tuple[str, ...]:
    from pypinyin import Style, lazy_pinyin  # half a second to load, for those who write names

    return tuple(lazy_pinyin(text, style=Style.NORMAL, errors="default"))


# surnames read otherwise than the character alone
SURNAMES = {
    "单": "shan", "仇": "qiu", "解": "xie", "查": "zha", "曾": "zeng", "盖": "ge", "区": "ou", "朴": "piao", "覃": "qin", "翟": "zhai",
    "缪": "miao", "任": "ren", "纪": "ji", "华": "hua", "乐": "yue", "员": "yun", "黑": "he", "尉": "yu", "重": "chong", "种": "chong",
}  # fmt: skip


def name_pinyin(name: str) -> tuple[str, str]:
    """Full pinyin and first letters of a person's name: read by characters, the surname as surnames are."""
    syllables = [SURNAMES.get(name[:1]) or _character(name[:1]), *map(_character, name[1:])]
    return "".join(syllables)[:200], "".join(s[:1] for s in syllables)[:50]


@lru_cache(maxsize=50_000)
def _character(character: str) -> str:
    return "".join(_syllables(character)).lower() if character.isalnum() else ""


def folded(text: str) -> str:
    """Small letters, full-width ones made plain: as a search compares."""
    return unicodedata.normalize("NFKC", text).lower()


def sought(name: str, *others: str | None) -> str:
    """What a search looks into: ('总工会', '610000') -> '总工会 zonggonghui zgh 610000'."""
    syllables = _syllables(name)
    return folded(" ".join([name, "".join(syllables), "".join(s[:1] for s in syllables), *filter(None, others)]))
