"""
Adapters of channels: each takes (address, text, number of the message) and raises when it was not taken.

An address and a text are all that leaves the house; the number lets a gateway drop what it has had already.
"""

import hashlib
import hmac
import json
import time
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from django.conf import settings
from django.core.mail import EmailMessage

from .outbox import NotTaken

SECONDS = 10
STALE = (40014, 42001)  # WeCom: the access token is wrong or over
_tokens: dict[str, tuple[str, float]] = {}


def local(to: str, text: str, number: int) -> None:
    """The message stays in the outbox, where a demonstration shows it."""


def email(to: str, text: str, number: int) -> None:
    """Send by Django's mail backend; the subject is the name of the house, so that it tells nothing."""
    EmailMessage(str(settings.SITE_TITLE), text, to=[to]).send()


def gateway(to: str, text: str, number: int) -> None:
    """
    POST {"id", "to", "text", "at"} as JSON to the SMS gateway; any 2xx is a yes.

    X-Signature is the HMAC-SHA256 of the body under the key shared with the gateway, in hex; `at` is in seconds.
    """
    body = json.dumps({"id": number, "to": to, "text": text, "at": int(time.time())}, ensure_ascii=False).encode()
    signature = hmac.new(settings.SMS_KEY.encode(), body, hashlib.sha256).hexdigest()
    _open(Request(settings.SMS_URL, body, {"Content-Type": "application/json", "X-Signature": signature}))


def wecom(to: str, text: str, number: int) -> None:
    """Send as a message of the federation's own WeCom application to whoever has this phone number there."""
    corp, secret, agent = settings.WECOM.split(":")
    token = _token(corp, secret)
    try:
        user = _wecom("user/getuserid", {"access_token": token}, {"mobile": to})["userid"]
        content = {"touser": user, "msgtype": "text", "agentid": int(agent), "text": {"content": text}}
        _wecom("message/send", {"access_token": token}, content | {"enable_duplicate_check": 1})
    except Coded as no:
        if no.code in STALE:
            _tokens.pop(corp, None)
        raise


def _token(corp: str, secret: str) -> str:
    """An access token is asked for once in its life; WeCom stops who asks for each message."""
    token, until = _tokens.get(corp, ("", 0))
    if until <= time.monotonic():
        said = _wecom("gettoken", {"corpid": corp, "corpsecret": secret})
        token = said["access_token"]
        _tokens[corp] = token, time.monotonic() + said["expires_in"] - 60
    return token


def _wecom(path: str, query: dict, body: dict | None = None) -> dict:
    data = json.dumps(body, ensure_ascii=False).encode() if body is not None else None
    said = json.loads(_open(Request(f"{settings.WECOM_URL}/cgi-bin/{path}?{urlencode(query)}", data, {"Content-Type": "application/json"})))
    if code := said.get("errcode"):
        raise Coded(code)
    return said


class Coded(NotTaken):
    """WeCom answers 200 and a code; 0 is a yes."""

    def __init__(self, code: int):
        super().__init__(f"errcode {code}")
        self.code = code


def _open(request: Request) -> bytes:
    try:
        with urlopen(request, timeout=SECONDS) as answer:
            return answer.read()
    except HTTPError as error:
        raise NotTaken(f"HTTP {error.code}") from None
