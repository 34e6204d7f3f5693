"""Invented people and employers, made in columns: valid check digits, no two numbers alike, the same for the same place in the row."""

from datetime import date

import polars as pl
from stdnum.cn import uscc

from gonghui.commons.parties.columns import check_character

SURNAMES = list("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段") + [
    "欧阳", "司马", "上官", "诸葛",
]  # fmt: skip
GIVEN_A = list("建国秀英志明海燕春华文军玉兰晓东丽萍永强桂芳家乐思远雨晴子涵浩宇新民立新德胜凤霞金花红梅小龙大伟")
GIVEN_B = list("峰平涛敏静杰辉勇芬珍琴娟斌超亮洁倩宁博凯帆昊妍悦彬鑫磊莹")
MINORITY = ["阿依古丽·买买提", "扎西·达瓦", "巴特尔·孟和", "努尔兰·哈力克"]
# Invention may hit upon a name everybody knows; such a name gets one more character.
KNOWN = ("李强", "何立峰", "王东峰", "张军", "徐立平", "姚明", "马龙", "韩红", "陈建斌", "陈红")
# Counties that are no more, so that no office of today is named; all stood through the years of birth.
COUNTIES = (
    "132123", "132224", "132330", "132424", "132522", "132623", "132926", "133024", "142122", "142225", "142323", "142422",
    "142601", "142722", "410121",
)  # fmt: skip
DAYS = 11_000  # thirty years of birthdays: everybody was sixteen by 2010
FIRST_BIRTHDAY = date(1963, 1, 1)
PHONES = (
    "130", "131", "132", "133", "135", "136", "137", "138", "139", "150", "151", "152", "155", "156", "158", "159", "176", "177",
    "178", "180", "181", "182", "185", "186", "187", "188", "189",
)  # fmt: skip
MOST = len(COUNTIES) * DAYS * 999


def people(start: int, count: int) -> pl.DataFrame:
    """
    `count` people from number `start` on: name, id_no, phone. Number n is always the same person.

    Two numbers never share an ID number.
    """
    if start + count > MOST:
        raise ValueError(f"only {MOST} people can be invented")
    number = pl.int_range(start, start + count, dtype=pl.Int64)
    frame = pl.select(((number * 10_166_977) % MOST).alias("n"))  # coprime, so a permutation: neighbours look unrelated
    n, rest = pl.col("n"), pl.col("n") // len(COUNTIES)
    frame = named(frame).with_columns(
        (
            (n % len(COUNTIES)).replace_strict(range(len(COUNTIES)), COUNTIES, return_dtype=pl.String)
            + (pl.lit(FIRST_BIRTHDAY) + pl.duration(days=rest % DAYS)).dt.strftime("%Y%m%d")
            + (rest // DAYS + 1).cast(pl.String).str.zfill(3)
        ).alias("body"),
    )
    return frame.select(
        "name",
        (pl.col("body") + check_character(pl.col("body"))).alias("id_no"),
        (_pick(PHONES, pl.col("m")) + (n % 100_000_000).cast(pl.String).str.zfill(8)).alias("phone"),
    )


def named(frame: pl.DataFrame) -> pl.DataFrame:
    """Add `m`, a mixed number, and `name` to a frame with `n`."""
    frame = frame.with_columns(((pl.col("n") * 2_654_435 + 40_503) % 4_294_967_291).alias("m"))
    return frame.with_columns(_name().alias("name"))


def _pick(words, number: pl.Expr) -> pl.Expr:
    return (number % len(words)).replace_strict(range(len(words)), words, return_dtype=pl.String)


def _name() -> pl.Expr:
    m = pl.col("m")
    plain = _pick(SURNAMES, m) + _pick(GIVEN_A, m // 101) + _pick([*GIVEN_B, *[""] * 12], m // 7919)
    return pl.when(m % 997 == 0).then(_pick(MINORITY, m // 997)).when(plain.is_in(KNOWN)).then(plain + "泽").otherwise(plain)


def credit_code(n: int, division: str = "410102") -> str:
    """A valid credit code of an enterprise, a different one for every number."""
    organisation = f"{n:08d}"
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    check = 11 - sum(int(c) * w for c, w in zip(organisation, weights, strict=True)) % 11
    body = f"91{division}{organisation}{'X' if check == 10 else 0 if check == 11 else check}"
    return body + uscc.calc_check_digit(body)


FIRMS = (
    "纺织厂", "机械厂", "水泥厂", "化工厂", "电子公司", "物流公司", "建筑公司", "食品厂", "医院", "学校", "供电所", "快递公司",
    "酒店", "商场", "软件公司", "药业公司",
)  # fmt: skip
PLACES = ("东湖", "西岭", "南桥", "北关", "河口", "临江", "石门", "青山", "白沙", "金川", "龙泉", "云溪", "长宁", "新安", "永乐", "安定")


def firm(n: int, place: str) -> str:
    """A firm's name: 'n' makes it one of its kind."""
    return f"{place}{PLACES[n // len(FIRMS) % len(PLACES)]}{FIRMS[n % len(FIRMS)]}{'一二三四五六七八九'[n // 256 % 9] if n >= 256 else ''}"
