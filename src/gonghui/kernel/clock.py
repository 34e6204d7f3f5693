"""The only source of time 时钟. A day is a day in Asia/Shanghai."""

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_fixed: ContextVar[datetime | None] = ContextVar("fixed_moment", default=None)


def now() -> datetime:
    """Return the present moment, aware."""
    return _fixed.get() or timezone.now()


def today() -> date:
    """Return the present day in Asia/Shanghai."""
    return timezone.localdate(now())


@contextmanager
def at(moment: datetime | date):
    """Let the clock stand still at `moment`; a bare day means its noon. For rehearsals and tests."""
    if not isinstance(moment, datetime):
        moment = timezone.make_aware(datetime(moment.year, moment.month, moment.day, 12))
    token = _fixed.set(moment)
    try:
        yield
    finally:
        _fixed.reset(token)
