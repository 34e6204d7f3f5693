"""Fixtures all tests share."""

import gc
import itertools
import os
import shutil

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.backends.signals import connection_created
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings

from gonghui.kernel import clock, indexes
from gonghui.kernel.access import policies
from gonghui.kernel.access.wall import APP_ROLE, trusted
from gonghui.kernel.indicators import INDICATORS, remembered, touched
from tests import cast as casting
from tests.at_once import let_go

EVEN = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck), "phases": (Phase.explicit, Phase.generate)}
settings.register_profile("few", settings(max_examples=6, derandomize=True, **EVEN))
settings.register_profile("many", settings(max_examples=400, **EVEN))
settings.load_profile("few")

printed: list[str] = []


@pytest.hookimpl(tryfirst=True)  # then transactions of their own go last, as they must
def pytest_collection_modifyitems(items):
    """What takes longest begins first: at the end nobody waits for it."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish():
    """What stands when the tests begin stands to the end: looking through it for rubbish again and again took a tenth of the time."""
    gc.freeze()


def pytest_runtest_logreport(report):
    """Keep what tests print: the numbers behind the promises. Two processes print a part each."""
    if report.when == "teardown":
        printed.extend(line for line in report.capstdout.splitlines() if line.strip())


def pytest_terminal_summary(terminalreporter):
    if printed:
        terminalreporter.section("printed by the tests")
        for line in printed:
            terminalreporter.write_line(line[:200])


def _enter_as_application(connection, **_):
    """Tests connect as the application does: as a role that owns nothing."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {APP_ROLE}")


@pytest.fixture(scope="session")
def django_db_keepdb(request, django_db_modify_db_settings, django_db_blocker):
    """Where the house's own database has been migrated for the tests, each process begins with a copy of it."""
    if os.environ.get("GONGHUI_TEST_BEGIN") != "migrated":
        return request.config.option.reuse_db
    ours, copy = connection.settings_dict["NAME"], connection.creation._get_test_db_name()
    if connection.vendor == "sqlite":
        shutil.copyfile(ours, copy)
        return True
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{copy}"')
        cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{ours}"')
    return True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The second wall stands in every test on PostgreSQL."""
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            policies.build()
            touched.build()
            indexes.build()
            with connection.cursor() as cursor:
                cursor.execute(f"GRANT TRUNCATE ON ALL TABLES IN SCHEMA public TO {APP_ROLE}")
            connection.close()
            connection_created.connect(_enter_as_application)
    yield
    connection_created.disconnect(_enter_as_application)
    let_go()
    with django_db_blocker.unblock():
        connection.close()


SWEPT_EVERY, TURNS = 20, itertools.count(1)
# What is empty and yet has pages. A table that is vacuumed would be known to be empty; one that is truncated is new, and planned for as if it had some rows.
BLOATED = """SELECT string_agg(quote_ident(relname), ', ') FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 100000
      AND (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM (SELECT 1 FROM %I LIMIT 1) one', relname), false, true, '')))[1]::text = '0'"""


@pytest.fixture(autouse=True)
def swept(django_db_blocker):
    """PostgreSQL keeps the rows of tests rolled back: after some hundred of them an act took four times as long."""
    yield
    if next(TURNS) % SWEPT_EVERY == 0 and connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
            cursor.execute(BLOATED)
            if tables := cursor.fetchone()[0]:
                cursor.execute(f"TRUNCATE {tables} CASCADE")
        connection.close()


@pytest.fixture
def cast(db, request):
    """The cast in their federation. Tests of faces stay before the second wall; others look past it."""
    made = casting.set_up()
    if "faces" in request.node.path.parts or "journeys" in request.node.path.parts:
        yield made
    else:
        with trusted():
            yield made


BEGUN = clock.today()


@pytest.fixture(autouse=True)
def one_day(monkeypatch):
    """A run that passes midnight in Shanghai stays on the day it began on: tests took that day when they were loaded."""
    past, now = clock.today() - BEGUN, timezone.now
    if past:
        monkeypatch.setattr(timezone, "now", lambda: now() - past)


@pytest.fixture
def declared():
    """Indicators declared for one test only."""
    known = set(INDICATORS)
    yield
    for key in INDICATORS.keys() - known:
        del INDICATORS[key]


@pytest.fixture(autouse=True)
def fresh_cache(settings, tmp_path_factory):
    """No code, lock-out or count of one test reaches the next."""
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    remembered.forget_all()


@pytest.fixture(autouse=True)
def no_quota(settings):
    """Tests ask more in a minute than a program may; those about the quota set one."""
    settings.API_COST = 0


@pytest.fixture(autouse=True)
def not_in_service(settings):
    """Slow hashes and a list of all files beforehand are for service; tests sign in a thousand times, with a client each."""
    settings.WHITENOISE_AUTOREFRESH = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
