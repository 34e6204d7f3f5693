"""
Building the second wall: roles, grants and row-level policies, derived from each model's Scope.

Run as the owner after every migration (`gonghui migrate`); PostgreSQL only. The first run makes a role
with BYPASSRLS (COPY takes no policies), for which the owner must be a superuser. The application's role
reads through policies; the act role, into which only acts and counts step, reads and writes all.
"""

from django.apps import apps
from django.db import connection

from .scope import Kept, ScopedManager
from .wall import ACT_ROLE, APP_ROLE

ACCOUNT = "(SELECT nullif(current_setting('gonghui.account', true), '')::bigint)"
SIGNED_IN = f"{ACCOUNT} IS NOT NULL"
REACH = "(SELECT array_remove(string_to_array(current_setting('gonghui.reach', true), ','), ''))::text[]"
IN_REACH = f"path ^@ ANY ({REACH})"


def build() -> int:
    """Make roles, grants and policies anew; return the number of tables behind the wall."""
    if connection.vendor != "postgresql":
        return 0
    walled = [m for m in apps.get_models() if issubclass(m, Kept) or isinstance(m._default_manager, ScopedManager)]
    with connection.cursor() as cursor:
        for role in (APP_ROLE, ACT_ROLE):
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
            if cursor.fetchone() is None:
                cursor.execute(f"CREATE ROLE {role} {'LOGIN NOINHERIT' if role == APP_ROLE else 'NOLOGIN BYPASSRLS'}")
        cursor.execute(f"GRANT {ACT_ROLE} TO {APP_ROLE}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP_ROLE}, {ACT_ROLE}")
        cursor.execute(f"GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE}, {ACT_ROLE}")
        for model in walled:
            table = model._meta.db_table
            cursor.execute(f'REVOKE INSERT, UPDATE, DELETE ON "{table}" FROM {APP_ROLE}')
            cursor.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
            cursor.execute(f'DROP POLICY IF EXISTS reads ON "{table}"')
            cursor.execute(f'CREATE POLICY reads ON "{table}" FOR SELECT TO {APP_ROLE} USING ({_condition(model)})')
        # what a signed-out request needs before it can say who it is
        for table in ("kernel_chain", "kernel_link"):
            cursor.execute(f'REVOKE INSERT, UPDATE, DELETE ON "{table}" FROM {APP_ROLE}')
    return len(walled)


def _condition(model) -> str:
    """The scope of a model as SQL over its own columns; looser than the first wall, never tighter."""
    scope, table = model.scope, f'"{model._meta.db_table}"'
    if scope.shown or scope.named:
        return SIGNED_IN
    parts = []
    for lookup in scope.node:
        parts.append(_reaches(model, lookup.split("__")) if lookup else IN_REACH)
    for lookup in scope.owner:
        steps = lookup.split("__")
        if lookup == "pk":
            parts.append(f"id = {ACCOUNT}")
        elif len(steps) == 1:
            parts.append(f'"{model._meta.get_field(lookup).column}" = {ACCOUNT}')
        else:
            parts.append(_owned(model, steps))
    for other, lookup in scope.through:
        column = other._meta.get_field(lookup).column
        parts.append(f'(SELECT true FROM "{other._meta.db_table}" t WHERE t."{column}" = {table}."id" LIMIT 1)')
    return " OR ".join(f"({p})" for p in parts) or "false"


def _reaches(model, steps: list[str]) -> str:
    """
    Whether the node at the end of `steps` lies in reach; asked of one row at a time, and only of rows a page
    looks at: as `IN (SELECT ...)` all nodes in reach would be gathered first, at a province longer than the page takes.
    """
    field, table = model._meta.get_field(steps[0]), model._meta.db_table
    target = field.related_model
    inner = IN_REACH if len(steps) == 1 else _reaches(target, steps[1:])
    return f'(SELECT {inner} FROM "{target._meta.db_table}" WHERE "{target._meta.db_table}"."{target._meta.pk.column}" = "{table}"."{field.column}")'


def _through(model, steps: list[str], last: str) -> str:
    """Follow foreign keys: the row at the end of `steps` meets `last`."""
    field = model._meta.get_field(steps[0])
    target = field.related_model
    inner = last if len(steps) == 1 else _through(target, steps[1:], last)
    return f'"{field.column}" IN (SELECT "{target._meta.pk.column}" FROM "{target._meta.db_table}" WHERE {inner})'


def _owned(model, steps: list[str]) -> str:
    """
    Rows whose owner is reached over other tables, by a function that looks past their policies:
    a person is seen through a membership, and a membership through its person.
    """
    field = model._meta.get_field(steps[0])
    target, rest = field.related_model, steps[1:]
    name = f"gonghui_own_{target._meta.db_table}_{'_'.join(rest)}"
    last = rest[-1:]
    where = (
        f'"{target._meta.get_field(rest[0]).column}" = {ACCOUNT}'
        if rest == last
        else _through(target, rest[:-1], f'"{_end(target, rest)}" = {ACCOUNT}')
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS "
            f'$$ SELECT id FROM "{target._meta.db_table}" WHERE {where} $$'
        )
    return f'"{field.column}" IN (SELECT {name}())'


def _end(model, steps: list[str]) -> str:
    """The column of the last step."""
    for step in steps[:-1]:
        model = model._meta.get_field(step).related_model
    return model._meta.get_field(steps[-1]).column
