"""What people, programs and tables type where a value of some kind is asked for."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import models
from hypothesis import strategies as st

from gonghui.kernel.ledger.act import Param
from gonghui.lines.organization.orgs.models import Union

TEXTS = [
    "", " ", "\0", "林\0英", "\u202e倒", "零\u200b宽", "\ufeff", "a\r\nb\u2028c", "𠮷㛃", "阿依古丽·买买提", "·林", "１２３４５６７８", "11010519491231002X",
    "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "+1+1", "'; DROP TABLE kernel_node;--", "%s{0}{name}", "\ud800", "字" * 70_000, "庄" * 50, "装" * 100, "İ" * 100, "NaN", "None",
]  # fmt: skip
TYPED = st.sampled_from(TEXTS) | st.text(max_size=60)  # made once: what it may hold is worked out anew for each
CODED = st.sampled_from(["A01", "A02", "E01"]) | TYPED  # names of texts asked for at once
NUMBERS = [0, -1, 1, 10**6, 2**31, 2**62, 2**63, 10**30, -(2**63)]
TODAY = date.today()
DAYS = [date.min, date.max, date(1840, 1, 1), date(2200, 12, 31), date(1900, 2, 28), TODAY + timedelta(1), TODAY - timedelta(1), date(2019, 6, 1)]
DATES = ["2024-02-30", "2024-2-3", "0001-01-01", "9999-12-31", "20240101", "二〇二四年", "2024-01-01T00:00:00Z", "-2024-01-01"]
KEYS = [0, -1, 1, 2**31, 2**40, 2**62 - 1, 2**63, 10**30]
WRONG = [None, True, 3, 1.5, "x", [], {}, [None], [[1]], {"a": 1}]
FILES = [
    SimpleUploadedFile("空.png", b""), SimpleUploadedFile("a\0b.png", b"x"), SimpleUploadedFile("炸弹.xlsx", b"PK\x03\x04" + b"\0" * 500),
    SimpleUploadedFile("x.csv", b"\xff\xfe" + "工会编码,姓名".encode("utf-16-le")), SimpleUploadedFile("y.csv", "工会编码,姓名\n,=1\n".encode("gb18030")),
    SimpleUploadedFile("../../" + "长" * 300 + ".pdf", b"%PDF-1.4 broken"), SimpleUploadedFile("坏.jpg", b"\xff\xd8\xff\xe0broken"),
]  # fmt: skip


def choices_of(parameter: Param) -> list:
    p = parameter.p
    choices = (p.choices() if callable(p.choices) else p.choices) or getattr(parameter.type, "choices", None) or []
    return [value for value, _label in choices]


def typed(parameter: Param, cast) -> st.SearchStrategy:
    """Python values for a parameter of `do`: of its type and beyond its bounds, and of other types."""
    kind = parameter.type
    if choices_of(parameter):
        own = st.sampled_from([*choices_of(parameter), "none of them", ""])
    elif issubclass(kind, models.Model):
        own = st.sampled_from([*far(kind, cast), kind(), cast.nodes["far"], cast.accounts["zhao"], 1])
    elif issubclass(kind, UploadedFile):
        own = st.sampled_from([*FILES, "file", b"bytes"])
    elif kind is date:
        own = st.sampled_from([*DAYS, datetime(2024, 1, 1), "2024-01-01"])
    elif kind is datetime:
        own = st.sampled_from([datetime(2024, 1, 1), *(datetime.combine(day, time(9), UTC) for day in DAYS), *DAYS, "2024-01-01T09:00"])
    elif kind is int:
        own = st.sampled_from(NUMBERS)
    elif kind is Decimal:
        own = st.sampled_from([Decimal("NaN"), Decimal("1e30"), Decimal("-0.01"), Decimal("0.001"), 1.5])
    elif kind is dict:
        own = st.dictionaries(CODED, TYPED, max_size=3)
    else:
        own = TYPED
    if parameter.many:
        own = st.lists(own, max_size=3)
    return st.one_of(own, own, own, st.sampled_from(WRONG))


def untyped(parameter: Param, cast) -> st.SearchStrategy:
    """JSON values for a parameter of a face; a form gets them as text."""
    kind = parameter.type
    if choices_of(parameter):
        own = st.sampled_from([*map(str, choices_of(parameter)), "none of them", ""])
    elif issubclass(kind, models.Model):
        own = st.sampled_from([*(row.pk for row in far(kind, cast)), *KEYS])
    elif issubclass(kind, UploadedFile):
        own = st.sampled_from([*FILES, "file"])
    elif kind is date:
        own = st.sampled_from([*(day.isoformat() for day in DAYS), *DATES])
    elif kind is datetime:
        own = st.sampled_from([*(f"{day}T09:00" for day in DAYS), "2024-01-01T25:00", "2024-01-01T09:00:00+23:59", *DATES])
    elif kind is int:
        own = st.sampled_from([*NUMBERS, "１２"])
    elif kind is dict:
        own = st.dictionaries(CODED, TYPED, max_size=3)
    else:
        own = TYPED
    if parameter.many:
        own = st.lists(own, max_size=3)
    return st.one_of(own, own, own, st.sampled_from(WRONG))


def far(kind, cast) -> list:
    """Records of a noun which nobody below the other city reaches, and the highest there is."""
    match kind._meta.label_lower:
        case "kernel.node":
            return [cast.nodes["far"], cast.nodes["outside"], cast.nodes["province"]]
        case "organization_orgs.union":
            return [cast.unions["far"], cast.unions["outside"], Union.objects.for_act("hostile").get(pk=cast.unions["city"].pk)]
        case "kernel.account":
            return [cast.accounts["zhao"]]
    return []
