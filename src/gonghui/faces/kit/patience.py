"""One reader does not stop the rest: a statement of a read is ended when it has run too long."""

import time
from contextlib import contextmanager

from django.db import OperationalError, connection

ENDED = ("canceling statement", "interrupted")  # what PostgreSQL and SQLite say of a statement they ended
STEPS = 20_000  # SQLite looks at the clock after so many steps


@contextmanager
def patience(seconds: float, refusal):
    """
    End any statement inside that runs longer; raise `refusal` instead. 0 waits for ever.

    On PostgreSQL the limit holds for each statement, on SQLite for the whole block.
    """
    if not seconds:
        yield
        return
    _limit(seconds)
    try:
        yield
    except OperationalError as error:
        if not str(error).startswith(ENDED):
            raise
        raise refusal(seconds=seconds) from None
    finally:
        _limit(0)


def _limit(seconds: float) -> None:
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        end = time.monotonic() + seconds
        connection.connection.set_progress_handler((lambda: time.monotonic() > end) if seconds else None, STEPS)
    elif not connection.needs_rollback:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, false)", [str(int(seconds * 1000))])
