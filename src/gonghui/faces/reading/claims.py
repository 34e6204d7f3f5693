"""Which numbers of a text are claims: something was counted, not a date, a name or a saying."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import chain

from .numbers import ABOUT, LEAST, SAID_AFTER, Number, in_words, numbers

# measure word -> unit of an indicator; the longest is looked for first
MEASURES = {
    "人次": "person_time", "场次": "session", "班次": "session", "平方米": "sqm", "个月": "month", "小时": "hour", "分钟": "", "人": "person",
    "名": "person", "位": "person", "户": "household", "场": "session", "期": "session", "批次": "session", "批": "session", "元": "yuan", "家次": "org", "家": "org", "所": "org", "支": "team",
    "届": "ordinal", "天": "day", "年": "year", "亩": "mu", "起": "item", "个": "", "项": "item", "件": "item", "份": "item", "篇": "item", "条": "item", "张": "item",
    "次": "time", "种": "item", "类": "item", "座": "place", "处": "place", "套": "item", "台": "item", "部": "item", "幅": "item", "本": "item", "册": "item",
    "通": "time", "票": "time", "对": "item", "队": "team", "门": "item", "节": "session", "班": "session", "组": "team", "省": "", "市": "", "县": "", "地": "", "方面": "item", "大": "",
    "等次": "item", "枚": "item", "余": "", "个多月": "month", "个多小时": "hour",
}  # fmt: skip
_measures = "|".join(sorted(MEASURES, key=len, reverse=True))
MEASURE = re.compile(rf"(?:{_measures})")
QUOTED = re.compile(r"“[^”]{0,60}”|‘[^’]{0,40}’|《[^》]{0,80}》|【[^】]*】")
_words = "〇零一二两三四五六七八九十百"
NO_COUNT = (
    r"(?:19|20)\d\d\s*[年/.-](?:\s*\d{1,2}\s*[月/.-](?:\s*\d{1,2}\s*[日号]?)?)?",  # 2023年7月25日, 2024-01-26
    r"(?:19|20)\d\d(?=[—–-](?:19|20)\d\d)",  # 2024 of 2024—2026
    r"\d{1,2}月(?:\d{1,2}日)?(?:至\d{1,2}月?(?:\d{1,2}日)?)?|\d{1,2}日",
    r"\d{1,2}[:：]\d{2}|\d{1,2}时(?:\d{1,2}分)?(?![间长])",  # of a clock
    r"[(（〔\[]\d{4}[)）〕\]]\s*\d+号|\d+号(?!线)",  # of a document
    r"(?<!\d)1[02]\d{3}(?=[^\d。；]{0,8}(?:热线|维权|平台|专线))",  # of a telephone
    r"\d{9,}[Xx]?",  # of a telephone, a person, an account
    r"\d+·\d+|[A-Za-z]+\d+|\d+[A-Za-z]+|\d+\+\d+|1+\+[\dN]",  # 12·4, A4, 1+1+N
    rf"[{_words}]+(?:周年|年代|月份|月|日|号)|\d+周年|\d+后",
    rf"党的[{_words}]+大|[{_words}]+大(?=[^赛奖型])|[{_words}]+届[{_words}]+[次中]全会|[{_words}]+中全会",  # names of congresses
)
DATED = re.compile("|".join(NO_COUNT))
ORDINAL = re.compile(r"(?<!领导)第([〇零一二三四五六七八九十百\d]+)(次|届|期|名|轮|季(?!度))")
FIRST = re.compile(r"首([次届期家])")
COUNTED = re.compile(r"[^，。；\n]*?\d")
FAR = 10  # a number so near says how many; then 首届 does not count by itself
ELSEWHERE = re.compile(r"(?:全国代表大会|全会|中央|全国人民)")
SPAN = re.compile(r"(\d{1,2})月(\d{1,2})日至(?:(\d{1,2})月)?(\d{1,2})日")
FULL = re.compile(r"全覆盖|全面\u2060*完成")
NAMED = re.compile(r"(?:被|获|荣获)[^，。；、]{0,40}?(?:评为|评|命名为|授予|确定为|认定为|评定为)|荣获|获评|(?<![让使])获得(?!感)")
YEARS = re.compile(r"^年(?:攻坚|行动|计划|提升|建成|形成|规划|滚动)")
JOINED = "\u2060"  # stands for the end of a line inside a sentence
WRAPPED = re.compile(r"(?:(?<=[，,、])|(?<=[^\n。！？；…：”\s]{20}))\n+(?=[\u4e00-\u9fff])")
# told one by one: a、b、c; “工会+法院”“工会+仲裁”; 以a、b等企业为重点; 推荐a、b为试点单位; 一二类
LISTED = re.compile(r"(?:[^，。；：、\n“”\d]{2,24}、){2,}[^，。；：、\n“”\d]{2,24}")
PAIRED = re.compile(r"(?:“([^”+]{2,6})\+[^”]{1,8}”){2,}")
POINTED = re.compile(r"以([^，。；\d]{2,60}?)等[^，。；]{2,14}为重点")
PUT_UP = re.compile(r"推荐([^，。；\d]{4,60}?)为[^，。；]*单位")
CLASSES = re.compile(r"(?<![\u4e00-\u9fff]第)([一二三四五]{2,4})类")
HEADING = re.compile(r"(?m)^\s*\d{1,2}[\s、.．]+(?=[^\d\s])")
CLAUSE, SENTENCE = "，。；！？：\n", "。；！？\n"  # what ends them
LONGEST = 2000  # characters; a text with no such sign at all is no sentence


@dataclass(frozen=True)
class Claim:
    """A number a text tells. start, end: in the text; unit: of an indicator, '' where the words leave it open; clause: what it stands in."""

    text: str
    start: int
    end: int
    value: Decimal
    unit: str
    qualifier: str
    clause: str = ""


@cache
def _simple():
    from opencc import OpenCC

    return OpenCC("t2s")


def simplified(text: str) -> str:
    """The text in simplified characters, each where its own stood; punctuation of full width."""
    simple = _simple().convert(text)
    if len(simple) != len(text):
        simple = "".join((_simple().convert(one) or one)[0] for one in text)
    simple = WRAPPED.sub(lambda m: JOINED * len(m[0]), simple)
    return simple.translate(str.maketrans(",;:!?%（）「」『』\u3000", "，；：！？%()“”‘’ "))


def claims(text: str) -> list[Claim]:
    """Every claim of a text in either script, in order."""
    plain = simplified(text)
    shut = bytearray(len(plain))  # 1 where no number is looked for
    for m in chain(*(pattern.finditer(plain) for pattern in (QUOTED, DATED, HEADING))):
        shut[m.start() : m.end()] = b"\1" * len(m[0])
    found = [*_ordinals(plain, shut), *_counted(plain, shut), *_spans(plain), *_full(plain), *_titles(plain), *_listed(plain)]
    found.sort(key=lambda c: (c.start, c.end))
    return [Claim(text[c.start : c.end], c.start, c.end, c.value, c.unit, c.qualifier, c.clause) for c in _apart(found)]


def _apart(found: list[Claim]):
    """A title stands for one only where no number does; an ordinal is told once."""
    counted = {c.clause for c in found if c.unit not in ("title", "ordinal")}
    told: set[tuple] = set()
    reached = 0
    for c in found:
        if c.end <= reached and c.unit != "title":  # told by what it stands in
            continue
        if c.unit == "title":
            if c.clause in counted:
                continue
            c = Claim(c.text, c.start, c.end, c.value, "item", c.qualifier, c.clause)
        elif c.unit == "ordinal":
            noun = re.sub(r"[^\w]", "", c.clause[c.clause.find(c.text) + len(c.text) :])[:4]
            if (c.value, noun) in told:
                continue
            told.add((c.value, noun))
        reached = max(reached, c.end) if c.unit != "" else reached
        yield c


def bounds(plain: str, at: int, signs: str) -> tuple[int, int]:
    """Where the clause or sentence begins and ends that `at` stands in."""
    low = max(plain.rfind(sign, max(0, at - LONGEST), at) for sign in signs) + 1
    ends = [n for n in (plain.find(sign, at, at + LONGEST) for sign in signs) if n >= 0]
    return max(low, at - LONGEST), min(ends, default=min(len(plain), at + LONGEST))


def _clause(plain: str, at: int) -> str:
    return plain[slice(*bounds(plain, at, CLAUSE))]


def _ordinals(plain: str, shut):
    for m in ORDINAL.finditer(plain):
        value = in_words(m[1])
        if value is None or ELSEWHERE.match(plain, m.end()) or any(shut[m.start() : m.end()]):
            continue
        yield Claim(m[0], *m.span(), value, "ordinal", "exact", _clause(plain, m.start()))
    for m in FIRST.finditer(plain):
        unit, far = ("org", 60) if m[1] == "家" else ("ordinal", FAR)
        if not COUNTED.match(plain, m.end(), m.end() + far) and not any(shut[m.start() : m.end()]):
            yield Claim(m[0], *m.span(), Decimal(1), unit, "exact", _clause(plain, m.start()))


def _counted(plain: str, shut):
    for number in numbers(plain):
        if plain.startswith("佳", number.end) and number.in_words:
            yield _claim(plain, number, 1, "item")
            continue
        spoken = YEARS.match(plain[number.end : number.end + 6])
        if (any(shut[number.start : number.end]) and not spoken) or plain[number.start - 1 : number.start] == "第":
            continue
        rest = plain[number.end : number.end + 12]
        measure = MEASURE.match(rest)
        if number.percent:
            yield _claim(plain, number, 0, "percent")
        elif number.in_words:
            if measure and _said(plain, number, measure[0], rest):
                yield _claim(plain, number, measure.end(), MEASURES[measure[0]])
        elif measure or re.match(r"[\u4e00-\u9fff]", rest):
            yield _claim(plain, number, measure.end() if measure else 0, MEASURES[measure[0]] if measure else "")


def _said(plain: str, number: Number, measure: str, rest: str) -> bool:
    """Whether a number in words counts something: not 一个, not 三年来, not 百家争鸣."""
    words = plain[number.start : number.end]
    if measure == "年":
        return bool(YEARS.match(rest))
    if measure in ("省", "市", "县", "地", "大", "级", "本", "部", "对", "节", "队", "门", "组", "班"):
        return False
    if words == "一" and measure in ("小时", "个月", "个多月", "个多小时"):
        return True
    if words in ("一", "十", "百", "千", "一二"):
        return False
    return words != "万" or measure in ("名", "人")


def _claim(plain: str, number: Number, measured: int, unit: str) -> Claim:
    end = number.end + measured
    qualifier = number.qualifier
    for word, says in SAID_AFTER.items():
        if plain.startswith(word, end) and qualifier == "exact":
            qualifier = says
    if plain[number.start : number.end] == "万" and qualifier == "exact":
        qualifier = ABOUT
    if plain.startswith(("余", "多"), end) or "多" in plain[number.end : end]:
        qualifier = LEAST
    return Claim(plain[number.start : end], number.start, end, number.value, unit, qualifier, _clause(plain, number.start))


def _spans(plain: str):
    """8月29日至31日 is three days, where something is held on them."""
    for m in SPAN.finditer(plain):
        if m[3] in (None, m[1]) and re.search(r"召开|举行|举办|开幕", plain[m.end() : m.end() + 40]):
            yield Claim(m[0], *m.span(), Decimal(int(m[4]) - int(m[2]) + 1), "day", "exact", _clause(plain, m.end() + 1))


def _full(plain: str):
    for m in FULL.finditer(plain):
        yield Claim(m[0], *m.span(), Decimal(100), "percent", "full_coverage", _clause(plain, m.start()))


def _titles(plain: str):
    """被评为先进集体 is one title, 被评为“甲”“乙” two; where a number says how many, that counts."""
    for m in NAMED.finditer(plain):
        clause = _clause(plain, m.start())
        rest = plain[m.end() : m.end() + 60]
        often = plain[max(0, m.start() - 2) : m.start()] == "多次"
        quoted = re.match(r"(?:“[^”]+”[、和]?)+", rest)
        count = len(re.findall("“", quoted[0])) if quoted else 2 if often else 1
        yield Claim(m[0], *m.span(), Decimal(count), "title", LEAST if often else "exact", clause)


def _listed(plain: str):
    """What is told one by one and alike: three reports, six ways of sending something, the agencies of a mechanism."""
    for m in LISTED.finditer(plain):
        items = m[0].split("、")
        items[-1] = re.split("等|和", items[-1])[0] if not items[-1].startswith("等") else items[-1]
        sent = {one[:1] for one in items[1:]} == {"送"} == {items[0][-len(items[1]) :][:1]}
        if len({one[-2:] for one in items}) == 1:
            yield _list(plain, m.span(), len(items), "exact")
        elif sent or sum(one.endswith("室") for one in items) * 2 > len(items):
            yield _list(plain, m.span(), len(items), LEAST)
    for pattern, count, qualifier in (
        (PAIRED, lambda m: m[0].count("“"), LEAST),
        (POINTED, lambda m: m[1].count("、") + 1, LEAST),
        (PUT_UP, lambda m: m[1].count("、") + 1, "exact"),
        (CLASSES, lambda m: len(m[1]), "exact"),
    ):
        for m in pattern.finditer(plain):
            yield _list(plain, m.span(), count(m), qualifier)


def _list(plain: str, span: tuple[int, int], count: int, qualifier: str) -> Claim:
    return Claim(plain[slice(*span)], *span, Decimal(count), "", qualifier, _clause(plain, span[0]))
