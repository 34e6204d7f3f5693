"""What tests of more than one face use."""

import pytest
from django.test import Client


@pytest.fixture
def client_of(cast):
    """A signed-in client of one of the cast."""

    def sign_in(name):
        client = Client()
        client.force_login(cast.accounts[name], backend="gonghui.faces.kit.signin.AccountBackend")
        return client

    return sign_in
