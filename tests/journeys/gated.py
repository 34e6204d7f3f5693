"""A browser whose requests to the gate are answered by the real door, beside the live server that serves the rest."""

from contextlib import contextmanager
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

from django.test import Client

from gonghui.faces.gate.door import Door
from gonghui.kernel.turnstile.limits import ASKS
from gonghui.kernel.turnstile.queue import Turnstile
from tests.faces.test_door import post


@contextmanager
def gated(phone, account, url: str, often: bool = False):
    """
    Sign the account in on the phone, and let its asks through, but for the first: that line breaks. Yields the codes told.

    often: as if the first had been tapped very often.
    """
    door, lost, codes = Door(Turnstile(1)), [], []

    def through(route):
        asked = route.request
        session = SimpleCookie(asked.all_headers().get("cookie", ""))["sessionid"].value
        if asked.method == "POST" and not lost:
            lost.append(asked.url)
            for _tap in range(ASKS * often):
                door.limits.too_often(account.pk, session)
            route.abort()
            return
        status, told = post(door, urlsplit(asked.url).path, asked.post_data_buffer or b"", session, asked.method)
        codes.extend([told["code"]] if "code" in told else [])
        route.fulfill(status=status, json=told)

    client = Client()
    client.force_login(account, backend="gonghui.faces.kit.signin.AccountBackend")
    phone.context.add_cookies([{"name": "sessionid", "value": client.session.session_key, "url": url}])
    phone.context.route("**/gate/**", through)
    yield codes
    phone.faults = [fault for fault in phone.faults if "ERR_FAILED" not in fault]  # the line that broke
    assert lost, "no line broke"
    door.turnstile.close()
