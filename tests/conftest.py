"""Fixtures all tests share."""

import pytest
from django.core.cache import cache

from tests import cast as casting


@pytest.fixture
def cast(db):
    """The cast in their federation."""
    return casting.set_up()


@pytest.fixture(autouse=True)
def fresh_cache(settings, tmp_path_factory):
    """No code or lock-out of one test reaches the next."""
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
    cache.clear()


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """Slow hashes are for service; tests sign in a thousand times."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
