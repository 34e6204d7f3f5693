"""The State Council's notices for 2021 to 2026, as printed: days off, and weekend days made up for them."""

from datetime import date, timedelta

OFF = {
    2021: ("0101-0103", "0211-0217", "0403-0405", "0501-0505", "0612-0614", "0919-0921", "1001-1007"),
    2022: ("0101-0103", "0131-0206", "0403-0405", "0430-0504", "0603-0605", "0910-0912", "1001-1007", "1231-1231"),
    2023: ("0101-0102", "0121-0127", "0405-0405", "0429-0503", "0622-0624", "0929-1006", "1230-1231"),
    2024: ("0101-0101", "0210-0217", "0404-0406", "0501-0505", "0610-0610", "0915-0917", "1001-1007"),
    2025: ("0101-0101", "0128-0204", "0404-0406", "0501-0505", "0531-0602", "1001-1008"),
    2026: ("0101-0103", "0215-0223", "0404-0406", "0501-0505", "0619-0621", "0925-0927", "1001-1007"),
}
MADE_UP = {
    2021: "0207 0220 0425 0508 0918 0926 1009",
    2022: "0129 0130 0402 0424 0507 1008 1009",
    2023: "0128 0129 0423 0506 0625 1007 1008",
    2024: "0204 0218 0407 0428 0511 0914 0929 1012",
    2025: "0126 0208 0427 0928 1011",
    2026: "0104 0214 0228 0509 0920 1010",
}


def _day(year: int, text: str) -> date:
    return date(year, int(text[:2]), int(text[2:]))


def worked(day: date) -> bool:
    """Whether a day of 2021 to 2026 is worked, read off the notices; of other years Monday to Friday."""
    if day in made_up:
        return True
    return day.weekday() < 5 and day not in off


def naive(day: date, count: int) -> date:
    """The `count`-th working day after `day`, one day after another."""
    while count:
        day += timedelta(days=1)
        count -= worked(day)
    return day


off = {
    _day(year, span[:4]) + timedelta(days=n)
    for year, spans in OFF.items()
    for span in spans
    for n in range((_day(year, span[5:]) - _day(year, span[:4])).days + 1)
}
made_up = {_day(year, one) for year, days in MADE_UP.items() for one in days.split()}
EVERY_DAY = [date(2021, 1, 1) + timedelta(days=n) for n in range((date(2026, 12, 31) - date(2021, 1, 1)).days + 1)]
