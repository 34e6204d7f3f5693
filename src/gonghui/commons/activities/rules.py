"""Pure rules of activities: times of day, and which occasions look like one."""

import re

HOURS = re.compile(r"(\d{1,2})[:：](\d{2})(?:[-–—~～至](\d{1,2})[:：](\d{2}))?")


def hours(text: str) -> str | None:
    """'9:00—11：30' as '09:00-11:30'; '' for nothing typed; None for what is no time of day or ends before it begins."""
    typed = text.replace(" ", "")
    if not typed:
        return ""
    found = HOURS.fullmatch(typed)
    if found is None:
        return None
    told = [int(part) for part in found.groups() if part is not None]
    if any(hour > 23 for hour in told[::2]) or any(minute > 59 for minute in told[1::2]):
        return None
    ends = [f"{hour:02d}:{minute:02d}" for hour, minute in zip(told[::2], told[1::2], strict=True)]
    return "-".join(ends) if ends == sorted(set(ends)) else None


def same_place(text: str) -> str:
    """A place as it is compared: without spaces, in one case."""
    return "".join(text.split()).casefold()


def same_series(ours, theirs) -> bool:
    """Two filings of one occasion carry a series in common, or none at all."""
    return bool(set(ours) & set(theirs)) or not (set(ours) or set(theirs))
