"""Numbers and names of persons and employers. Pure functions."""

import re
import unicodedata
from datetime import date

from django.utils.translation import gettext_lazy as _
from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError

from gonghui.kernel.refusal import Refusal

ID_SHAPE = Refusal("parties.id_shape", _("身份证号应为 18 位。"), because=_("GB 11643-1999"), instead=_("请核对后重新输入。"), field="id_no")
ID_CHECK = Refusal(
    "parties.id_check", _("身份证号的校验位不对，可能有一位输错。"), because=_("GB 11643-1999"), instead=_("请逐位核对。"), field="id_no"
)
ID_LETTER = Refusal("parties.id_letter", _("身份证号里有字母 O 或 I，应为数字 0 或 1。"), instead=_("请改正后再试。"), field="id_no")
ID_FLOAT = Refusal("parties.id_float", _("身份证号被表格软件变成了科学计数。"), instead=_("请把该列设为“文本”后重新填写。"), field="id_no")
ID_PROVINCE = Refusal("parties.id_province", _("身份证号前两位不是省级代码。"), because=_("GB/T 2260"), field="id_no")
ID_BIRTH = Refusal("parties.id_birth", _("身份证号中的出生日期不存在或在将来。"), field="id_no")
NAME_SHAPE = Refusal("parties.name_shape", _("姓名应为 2 至 50 个汉字或字母，少数民族姓名用间隔号“·”。"), instead=_("请按身份证填写。"), field="name")
PHONE_SHAPE = Refusal("parties.phone_shape", _("手机号应为 1 开头的 11 位数字。"), instead=_("请核对后重新输入。"), field="phone")
USCC_SHAPE = Refusal("parties.uscc_shape", _("统一社会信用代码应为 18 位，不含 I、O、S、V、Z。"), because=_("GB 32100-2015"), field="uscc")
USCC_CHECK = Refusal(
    "parties.uscc_check", _("统一社会信用代码的校验位不对。"), because=_("GB 32100-2015"), instead=_("请对照证照核对。"), field="uscc"
)

PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
    ]
)
DOT = "·"  # U+00B7, the middle dot of minority names
_LOOKALIKES = dict.fromkeys(map(ord, "•・‧∙⋅．."), DOT)
FULL_WIDTH = {ord("０") + i: ord("0") + i for i in range(10)} | {ord("Ｘ"): ord("X"), ord("ｘ"): ord("X")}


def plain_number(text: str) -> str:
    """Drop spaces and hyphens, turn full-width figures and small x into the standard form."""
    return re.sub(r"[\s\-\u200b-\u200f\ufeff]", "", text.translate(FULL_WIDTH)).upper()


def id_number(text: str, today: date, *, historical: bool = False) -> str:
    """
    Return the 18-digit form of a resident ID number.

    historical: take 15-digit numbers too, by inserting '19' and computing the check character.
    Refuses: ID_FLOAT, ID_LETTER, ID_SHAPE, ID_PROVINCE, ID_BIRTH, ID_CHECK. An unknown county code
    is no fault: codes are abolished. Source: GB 11643-1999; handbook 'identifiers'.
    """
    if re.fullmatch(r"\d(\.\d+)?[Ee]\+?\d+", text.strip()):
        raise ID_FLOAT()
    number = plain_number(text)
    if re.search(r"[OI]", number):
        raise ID_LETTER()
    if historical and re.fullmatch(r"\d{15}", number):
        number = number[:6] + "19" + number[6:]
        number += ric.calc_check_digit(number + "0")
    if not re.fullmatch(r"\d{17}[\dX]", number):
        raise ID_SHAPE()
    if number[:2] not in PROVINCES:
        raise ID_PROVINCE()
    birth = birth_of(number)
    if birth is None or birth > today:
        raise ID_BIRTH()
    if ric.calc_check_digit(number) != number[17]:
        raise ID_CHECK()
    return number


def birth_of(number: str) -> date | None:
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def gender_of(number: str) -> str:
    """1 male, 2 female, by the 17th digit. Source: GB 11643-1999, GB/T 2261.1."""
    return "1" if int(number[16]) % 2 else "2"


def age_on(birth: date, day: date) -> int:
    """Full years: on the birthday one is a year older."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def person_name(text: str) -> str:
    """
    Return a name as it is written on the ID card: no spaces, the middle dot as U+00B7.

    Refuses: NAME_SHAPE. Rare characters outside the basic plane (𠮷) are names too.
    """
    name = unicodedata.normalize("NFC", re.sub(r"\s", "", text)).translate(_LOOKALIKES)
    inner = name.replace(DOT, "")
    if not 2 <= len(name) <= 50 or not inner or not all(unicodedata.category(c) in ("Lo", "Lu", "Ll") for c in inner):
        raise NAME_SHAPE()
    if name[0] == DOT or name[-1] == DOT:
        raise NAME_SHAPE()
    return name


def mobile(text: str) -> str:
    """Return eleven digits; a leading +86 goes. Refuses: PHONE_SHAPE."""
    number = re.sub(r"^(\+|00)?86(?=1)", "", plain_number(text))
    if not re.fullmatch(r"1[3-9]\d{9}", number):
        raise PHONE_SHAPE()
    return number


def credit_code(text: str) -> str:
    """Return a unified social credit code in capitals. Refuses: USCC_SHAPE, USCC_CHECK."""
    number = plain_number(text)
    if not re.fullmatch(r"[0-9A-HJ-NPQRTUWXY]{18}", number):
        raise USCC_SHAPE()
    try:
        checked = uscc.calc_check_digit(number[:17]) == number[17]
    except (ValidationError, ValueError):
        checked = False
    if not checked:
        raise USCC_CHECK()
    return number


UNION_PREFIXES = ("81", "89", "13", "19")


def is_union_code(number: str) -> bool:
    """81 grassroots union, 89 other union; federations may hold 13 or 19. Source: GB 32100-2015."""
    return number[:2] in UNION_PREFIXES
