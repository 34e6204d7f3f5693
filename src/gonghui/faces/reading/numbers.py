"""Numbers as people write them: 4.37万余, 近百万, 三十四, 百分之九十, 1/3, 超亿元."""

import re
from dataclasses import dataclass
from decimal import Decimal

TIMES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
WORDS = "〇零一二两三四五六七八九十百千万亿"
LEAST, ABOUT = "at_least", "approx"
SAID_BEFORE = {"近": ABOUT, "约": ABOUT, "大约": ABOUT, "将近": ABOUT, "接近": ABOUT} | dict.fromkeys(
    ("超过", "超", "逾", "突破", "至少", "不少于", "不低于", "多达"), LEAST
)
SAID_AFTER = {"左右": ABOUT, "上下": ABOUT, "以上": LEAST}

_before = "|".join(sorted(SAID_BEFORE, key=len, reverse=True))
NUMBER = re.compile(
    rf"(?P<before>{_before})?"
    rf"(?:(?P<top>\d+)/(?P<bottom>\d+)|百分之(?P<parts>[{WORDS}点]+|\d+(?:\.\d+)?)|"
    rf"(?P<digits>\d+(?:[,，]\d{{3}})*(?:\.\d+)?)\s?(?P<more>[余多])?(?P<times>[百千万亿]*)|(?P<words>[{WORDS}]+))"
    r"(?P<more_after>[余多来](?!自|年来))?(?P<wide>[万亿](?=[^\s]))?(?P<percent>[%％])?"
)


@dataclass(frozen=True)
class Number:
    """value: exact. in_words: written in Chinese characters. qualifier: 'exact', 'at_least' or 'approx'."""

    start: int
    end: int
    value: Decimal
    qualifier: str
    percent: bool
    in_words: bool


def numbers(text: str):
    """Every number of a text of one script, in order; what it counts is not looked at."""
    for m in NUMBER.finditer(text):
        words = m["words"]
        value = _value(m)
        if value is None:
            continue
        qualifier = SAID_BEFORE.get(m["before"] or "") or (LEAST if m["more"] or m["more_after"] else "") or (ABOUT if m["top"] else "exact")
        yield Number(m.start(), m.end(), value, qualifier, bool(m["percent"] or m["parts"] or m["top"]), bool(words))


def _value(m) -> Decimal | None:
    if m["top"]:
        return (Decimal(m["top"]) * 100 / Decimal(m["bottom"])).quantize(Decimal("0.01")) if int(m["bottom"]) else None
    if m["digits"]:
        value = Decimal(re.sub("[,，]", "", m["digits"]))
    else:
        value = in_words(m["words"] or m["parts"])
    for sign in (m["times"] or "") + (m["wide"] or ""):
        value = value and value * TIMES[sign]
    return value


def in_words(words: str) -> Decimal | None:
    """The number characters say, or nothing where they say none (百千, 三五)."""
    if re.fullmatch(r"[\d.]+", words):
        return Decimal(words)
    words = words.replace("两", "二").replace("〇", "零")
    if words in TIMES and words != "十":
        return Decimal(TIMES[words])
    from cn2an import cn2an  # loaded when a text is read: its patterns take a third of a second

    try:
        return Decimal(str(cn2an(words, "normal")))
    except ValueError:
        return None
