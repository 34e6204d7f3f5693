"""Messages leave by mail, SMS gateway and WeCom to servers that really listen; what fails is tried again and at last given up."""

import hashlib
import hmac
import json
import os
import socketserver
import subprocess
import sys
import threading
from contextlib import contextmanager
from datetime import datetime, timedelta
from email import message_from_bytes
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest

from gonghui.house.worker import work
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.act import act_of_house
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.notices import senders
from gonghui.kernel.notices.models import Message
from gonghui.kernel.notices.outbox import TRIES, WAITS, send

START = datetime(2024, 5, 6, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
PHONE, TEXT = "13800000001", "您的证书已颁发，请到“我的荣誉”查看。"
ROOT = Path(__file__).resolve().parents[2]
PATH = "gonghui.kernel.notices.senders"


@contextmanager
def serving(server):
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Mailbox(socketserver.StreamRequestHandler):
    """As much of SMTP (RFC 5321) as one letter needs."""

    def handle(self):
        self.say("220 here")
        while line := self.rfile.readline().decode().strip():
            word = line[:4].upper()
            if word == "RCPT" and "nobody@" in line:
                self.say("550 no such box")
            elif word == "DATA":
                self.say("354 go on")
                lines = iter(lambda: self.rfile.readline(), b".\r\n")
                self.server.letters.append(b"".join(lines))
                self.say("250 kept")
            else:
                self.say("221 bye" if word == "QUIT" else "250 yes")

    def say(self, text):
        self.wfile.write(f"{text}\r\n".encode())


class Gateway(BaseHTTPRequestHandler):
    """Keeps what is asked, answers what the test laid ready, else 200 {}."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        url = urlsplit(self.path)
        self.server.asked.append(SimpleNamespace(path=url.path, query=parse_qs(url.query), headers=self.headers, body=body))
        status, said = self.server.answers(url.path)
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(said).encode())

    do_GET = do_POST

    def log_message(self, *_):
        pass


@pytest.fixture
def mailbox(settings):
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mailbox)
    server.letters = []
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", *server.server_address
    settings.MESSAGE_ADAPTERS = settings.MESSAGE_ADAPTERS | {"email": f"{PATH}.email"}
    with serving(server):
        yield server


@pytest.fixture
def gateway(settings, monkeypatch):
    monkeypatch.setattr(senders, "_tokens", {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), Gateway)
    server.asked, server.answers = [], lambda path: (200, {})
    settings.SMS_URL = settings.WECOM_URL = f"http://127.0.0.1:{server.server_address[1]}"
    settings.SMS_KEY, settings.WECOM = "shared", "corp:secret:1000002"
    settings.MESSAGE_ADAPTERS = settings.MESSAGE_ADAPTERS | {"sms": f"{PATH}.gateway", "wecom": f"{PATH}.wecom"}
    with serving(server):
        yield server


def sent(channel, to, captured):
    """Write a message inside an act and let the act be committed."""
    with captured(execute=True):
        do(act_of_house("notices.try", "try", Message, lambda ctx: send(ctx, channel, to, TEXT)), SYSTEM)
    return Message.objects.for_act("test").latest("pk")


def now(row):
    return Message.objects.for_act("test").get(pk=row.pk)


def test_a_letter_arrives_by_mail_and_its_subject_tells_nothing(cast, mailbox, django_capture_on_commit_callbacks):
    message = sent("email", "chen@example.org", django_capture_on_commit_callbacks)
    (letter,) = [message_from_bytes(text, policy=default) for text in mailbox.letters]
    assert (letter["To"], letter["Subject"], letter.get_content().strip()) == ("chen@example.org", "工会一张网", TEXT)
    assert message.sent_at and message.tries == 1


def test_a_refused_address_is_noted_without_the_address(cast, mailbox, django_capture_on_commit_callbacks):
    message = sent("email", "nobody@example.org", django_capture_on_commit_callbacks)
    assert (message.sent_at, message.tries, message.fault) == (None, 1, "SMTPRecipientsRefused")
    told = "".join(Event.objects.for_act("test").filter(subject=message.pk, noun="kernel.message").values_list("changes", flat=True))
    assert "nobody" not in told


def test_a_text_message_is_signed_and_carries_no_more_than_its_text(cast, gateway, django_capture_on_commit_callbacks):
    message = sent("sms", PHONE, django_capture_on_commit_callbacks)
    (asked,) = gateway.asked
    body = json.loads(asked.body)
    assert body.pop("at") > 0 and body == {"id": message.pk, "to": PHONE, "text": TEXT}
    assert asked.headers["X-Signature"] == hmac.new(b"shared", asked.body, hashlib.sha256).hexdigest()
    assert message.sent_at


def wecom(path):
    said = {"gettoken": {"access_token": "T", "expires_in": 7200}, "getuserid": {"userid": "lin"}}
    return 200, {"errcode": 0} | said.get(path.rsplit("/", 1)[1], {})


def test_wecom_finds_the_person_by_phone_and_asks_for_its_token_once(cast, gateway, django_capture_on_commit_callbacks):
    gateway.answers = wecom
    for _ in range(2):
        assert sent("wecom", PHONE, django_capture_on_commit_callbacks).sent_at
    token, user, letter = (a for a in gateway.asked[:3])
    assert token.query == {"corpid": ["corp"], "corpsecret": ["secret"]} and json.loads(user.body) == {"mobile": PHONE}
    assert letter.query == {"access_token": ["T"]}
    said = json.loads(letter.body)
    assert (said["touser"], said["agentid"], said["text"], PHONE in str(said)) == ("lin", 1000002, {"content": TEXT}, False)
    assert [a.path.rsplit("/", 1)[1] for a in gateway.asked] == ["gettoken", "getuserid", "send", "getuserid", "send"]


def test_a_token_that_is_over_is_asked_for_anew(cast, gateway, django_capture_on_commit_callbacks):
    gateway.answers = lambda path: (200, {"errcode": 42001}) if path.endswith("/send") else wecom(path)
    message = sent("wecom", PHONE, django_capture_on_commit_callbacks)
    assert (message.sent_at, message.fault) == (None, "errcode 42001")
    gateway.answers = wecom
    with clock.at(message.try_at):
        work()
    assert now(message).sent_at and [a.path for a in gateway.asked].count("/cgi-bin/gettoken") == 2


def test_what_fails_is_tried_again_in_its_time_then_given_up_and_told(cast, gateway, django_capture_on_commit_callbacks):
    gateway.answers = lambda path: (503, {})
    inbox = Message.objects.for_act("test").filter(channel="inbox", text__contains="未能送达")
    at = START
    with clock.at(at):
        message = sent("sms", PHONE, django_capture_on_commit_callbacks)
        work()
        assert len(gateway.asked) == 1  # not before its time
    for tries, minutes in enumerate(WAITS, 2):
        at += timedelta(minutes=minutes)
        assert now(message).failed_at is None and not inbox.exists()
        with clock.at(at):
            work()
        assert now(message).tries == len(gateway.asked) == tries
    assert (now(message).tries, now(message).fault, now(message).failed_at) == (TRIES, "HTTP 503", at)
    with clock.at(at + timedelta(days=1)):
        work()
    assert len(gateway.asked) == TRIES
    told = list(inbox.values_list("account__login", "text"))
    assert [login for login, _ in told] == ["feng"] and "HTTP 503" in told[0][1] and PHONE not in told[0][1]


def test_a_channel_that_is_down_holds_up_one_message_a_round_and_no_other_channel(cast, gateway, mailbox, django_capture_on_commit_callbacks):
    gateway.answers = lambda path: (500, {})
    with clock.at(START):
        for channel, to in (("sms", PHONE), ("sms", "13800000002"), ("email", "nobody@example.org"), ("email", "chen@example.org")):
            sent(channel, to, django_capture_on_commit_callbacks)
    asked = len(gateway.asked)
    with clock.at(START + timedelta(minutes=2)):
        work()
    assert len(gateway.asked) == asked + 1 and len(mailbox.letters) == 1


def test_a_channel_goes_out_once_its_variables_are_set_and_stays_in_the_outbox_before():
    code = "from gonghui.house import settings as s; print(s.MESSAGE_ADAPTERS, s.EMAIL_HOST, s.EMAIL_PORT, s.EMAIL_HOST_PASSWORD, s.EMAIL_USE_SSL)"
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("GONGHUI_SMS", "GONGHUI_EMAIL", "GONGHUI_WECOM"))}
    plain["PYTHONPATH"] = str(ROOT / "src")
    set_ = {"GONGHUI_SMS_URL": "https://sms.example/", "GONGHUI_EMAIL_URL": "smtps://box:p%40ss@mail.example", "GONGHUI_WECOM": "a:b:1"}

    def told(env):
        return subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True, cwd=ROOT).stdout

    assert told(plain).count(".local'") == 3
    out = told(plain | set_)
    assert out.endswith("mail.example 465 p@ss True\n") and all(f"senders.{name}'" in out for name in ("gateway", "email", "wecom"))
