"""
The second wall: row-level security in PostgreSQL.

The application connects as a role that owns nothing and may read only what policies allow;
acts and counts step into a second role for which the policies are open, and which alone may
write kept tables. On SQLite there is one wall and these are no-ops.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection

APP_ROLE = "gonghui_app"
ACT_ROLE = "gonghui_act"

_depth: ContextVar[int] = ContextVar("trusted_depth", default=0)


def trusting() -> bool:
    """Tell whether the policies are open just now."""
    return _depth.get() > 0


def _set_role(role: str) -> None:
    # A failed transaction takes no more statements; enter this outside `atomic`, so that it never is one.
    if connection.vendor == "postgresql" and not _failed() and _walled():
        with connection.cursor() as cursor:
            cursor.execute(f"SET ROLE {role}")


def _failed() -> bool:
    raw = connection.connection
    return connection.needs_rollback or (raw is not None and raw.info.transaction_status == raw.info.transaction_status.INERROR)


def _walled() -> bool:
    connection.ensure_connection()
    walled = getattr(connection.connection, "_gonghui_walled", None)
    if walled is None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user = %s", [APP_ROLE])
            walled = connection.connection._gonghui_walled = cursor.fetchone()[0]
    return walled


@contextmanager
def trusted():
    """Open the policies for an act, a count, or a named system read; nests."""
    token = _depth.set(_depth.get() + 1)
    first = _depth.get() == 1
    if first:
        _set_role(ACT_ROLE)
    try:
        yield
    finally:
        _depth.reset(token)
        if first:
            _set_role(APP_ROLE)


@contextmanager
def reading_as(viewer):
    """Tell the database whose reads follow, for the length of a request."""
    if connection.vendor != "postgresql" or not _walled():
        yield
        return
    _tell(viewer.account_id, viewer.paths)
    try:
        yield
    finally:
        if connection.connection is not None and not _failed():
            _tell(None, ())


def _tell(account_id, paths) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('gonghui.account', %s, false), set_config('gonghui.reach', %s, false)",
            [str(account_id or ""), ",".join(paths)],
        )
