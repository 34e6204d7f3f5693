"""Programs that call the API."""

import json
import logging

import pytest
from django.test import Client

from gonghui.faces.kit.signin import new_token


class Program:
    """A program with a token."""

    def __init__(self, token):
        self.client, self.headers = Client(), {"Authorization": f"Bearer {token}"}

    def get(self, path, **query):
        return self.client.get(f"/api{path}", query, headers=self.headers)

    def post(self, path, data=None, key=""):
        text = json.dumps(data or {})
        return self.client.post(f"/api{path}", text, content_type="application/json", headers=self.headers | {"Idempotency-Key": key})

    def send(self, path, key="", **form):
        """A form with files, as multipart."""
        return self.client.post(f"/api{path}", form, headers=self.headers | {"Idempotency-Key": key})

    def raw(self, path, data: bytes, media="application/json"):
        return self.client.post(f"/api{path}", data, content_type=media, headers=self.headers)


@pytest.fixture(autouse=True)
def quiet():
    """Refusals are what these tests ask for; they need not stand in the log."""
    log = logging.getLogger("django")
    level = log.level
    log.setLevel(logging.CRITICAL)
    yield
    log.setLevel(level)


@pytest.fixture
def program(cast):
    return lambda name: Program(new_token(cast.accounts[name]))


def refused(answer, status, code=""):
    """Whether an answer is a problem of this status and code, with a sentence a person can read."""
    told = answer.json() if answer["Content-Type"] == "application/problem+json" else {}
    fits = told.get("status") == answer.status_code == status and told["code"] == (code or told["code"])
    return fits and any("\u4e00" <= c <= "\u9fff" for c in told["title"])
