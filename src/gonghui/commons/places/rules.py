"""Points, distances and hours."""

import re
from datetime import date, datetime, timedelta
from math import asin, cos, radians, sin, sqrt

from .words import HOURS, OVERLAP, POINT

EARTH = 6_371_000  # metres, mean radius
DEGREE = 111_195  # metres of a degree of latitude
DAYS = "一二三四五六日"
PART = re.compile(
    r"(?P<days>每天|工作日|周末|周[一二三四五六日天](?:[至到-]周?[一二三四五六日天])?(?:、周?[一二三四五六日天])*)\s*(?P<spans>[\d:,\-— ]+)"
)
SPAN = re.compile(r"(\d{1,2}):(\d{2})[-—](\d{1,2}):(\d{2})")


def point_of(text: str, field: str = "point") -> tuple[float, float] | tuple[None, None]:
    """'纬度,经度' as two degrees; nothing typed is no point. Refuses: POINT for what lies outside China or is swapped."""
    clean = text.replace("，", ",").strip()
    if not clean:
        return None, None
    try:
        latitude, longitude = (float(part) for part in clean.split(","))
    except ValueError:
        raise POINT(field=field) from None
    if not (3 <= latitude <= 54 and 73 <= longitude <= 136):
        raise POINT(field=field)
    return round(latitude, 6), round(longitude, 6)


def metres(one: tuple[float, float], other: tuple[float, float]) -> int:
    """Distance between two points, great circle."""
    (a, b), (c, d) = ((radians(x), radians(y)) for x, y in (one, other))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return round(2 * EARTH * asin(min(1.0, sqrt(half))))


def box(latitude: float, longitude: float, radius: int) -> tuple[float, float, float, float]:
    """South, north, west and east of the square that holds every point within `radius` metres."""
    high = radius / DEGREE
    wide = high / max(cos(radians(latitude)), 0.1)
    return latitude - high, latitude + high, longitude - wide, longitude + wide


def week_of(text: str) -> list[tuple[int, int, int]]:
    """
    Weekday, opening and closing minute of every span of a week: '周一至周五 09:00-17:00；周六 10:00-16:00'.

    '每天', '工作日' and '周末' are days too; a span may end on the next day (20:00-02:00). Refuses: HOURS, OVERLAP.
    """
    week = []
    for part in re.split(r"[；;\n]+", text.replace("：", ":").replace("，", ",").strip(" ；;\n")):
        found = PART.fullmatch(part.strip())
        if not found:
            raise HOURS(text=text[:60])
        spans = [span_of(one.strip(), text) for one in found["spans"].split(",")]
        week += [(day, opens, closes) for day in _days(found["days"], text) for opens, closes in spans]
    for one in range(7):
        spans = sorted((opens, closes if closes > opens else closes + 1440) for day, opens, closes in week if day == one)
        if any(after[0] < before[1] for before, after in zip(spans, spans[1:], strict=False)):
            raise OVERLAP(day=f"周{DAYS[one]}")
    return sorted(week)


def span_of(text: str, whole: str = "") -> tuple[int, int]:
    """'09:00-17:00' as minutes of the day. Refuses: HOURS."""
    found = SPAN.fullmatch(text.replace("：", ":").strip())
    if not found:
        raise HOURS(text=(whole or text)[:60])
    a, b, c, d = map(int, found.groups())
    opens, closes = a * 60 + b, c * 60 + d
    if opens > 1439 or not 1 <= closes <= 1440 or b > 59 or d > 59 or opens == closes:
        raise HOURS(text=(whole or text)[:60])
    return opens, closes


def _days(text: str, whole: str) -> list[int]:
    named = {"每天": range(7), "工作日": range(5), "周末": range(5, 7)}
    if text in named:
        return list(named[text])
    days = []
    for part in text.replace("周", "").replace("天", "日").split("、"):
        ends = [DAYS.index(c) for c in re.split("[至到-]", part)]
        if ends[0] > ends[-1]:
            raise HOURS(text=whole[:60])
        days += range(ends[0], ends[-1] + 1)
    return sorted(set(days))


def said(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def week_said(week) -> str:
    """Spans of a week as people read them, days with the same hours joined."""
    by_day = {day: "、".join(f"{said(o)}-{said(c)}" for d, o, c in week if d == day) for day in sorted({d for d, _o, _c in week})}
    runs: list[list] = []
    for day, hours in by_day.items():
        if runs and runs[-1][2] == hours and runs[-1][1] == day - 1:
            runs[-1][1] = day
        else:
            runs.append([day, day, hours])
    if [run[:2] for run in runs] == [[0, 6]]:
        return f"每天 {runs[0][2]}"
    return "；".join(f"周{DAYS[a]}{f'至周{DAYS[b]}' if b > a else ''} {hours}" for a, b, hours in runs)


def minute_of(moment: datetime) -> tuple[date, int]:
    return moment.date(), moment.hour * 60 + moment.minute


def yesterday(day: date) -> date:
    return day - timedelta(days=1)
