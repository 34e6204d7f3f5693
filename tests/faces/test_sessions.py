"""Sessions hold: lock-out, fixation, sign-out everywhere, revoked grants, the second factor."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.conf import settings as standing
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from gonghui.faces.kit import signin
from gonghui.kernel import clock
from gonghui.kernel.access import acts
from gonghui.kernel.access.models import Grant
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.clock import now
from gonghui.kernel.ledger.do import do
from gonghui.kernel.refusal import Refused
from gonghui.lines.organization.membership import acts as membership
from tests.cast import PASSWORD
from tests.people import valid_id

LOGIN = "/office/login/"
PHONE = "13955550001"


@pytest.fixture(scope="module")
def cases():
    told = []
    yield told
    print(f"\nsessions: cases {len(told)}")


@pytest.fixture(autouse=True)
def counted(cases, request):
    yield
    cases.append(request.node.name)


def sign_in(client, name, password=PASSWORD):
    return client.post(LOGIN, {"username": name, "password": password, "next": "/office/"})


def test_five_wrong_passwords_lock_the_name_and_not_the_others(cast):
    client = Client()
    for _ in range(5):
        sign_in(client, "wang", "wrong")
    assert sign_in(client, "wang").status_code == 429
    assert sign_in(Client(), "li").status_code == 302


def test_signing_in_gives_a_new_session(cast):
    client = Client()
    client.get("/portal/large/")
    client.session["planted"] = "1"
    before = client.session.session_key
    sign_in(client, "wang")
    assert client.session.session_key != before and "planted" not in client.session


def test_signing_out_everywhere_ends_every_session(cast):
    here, there = Client(), Client()
    sign_in(here, "wang")
    sign_in(there, "wang")
    assert there.get("/office/").status_code == 200
    do(acts.sign_out_everywhere, cast.wang, cast.accounts["wang"].pk)
    assert here.get("/office/").status_code == 302 and there.get("/office/").status_code == 302
    sign_in(here, "wang")
    assert here.get("/office/").status_code == 200


def test_a_revoked_grant_ends_at_the_next_request(cast):
    client = Client()
    sign_in(client, "wang")
    assert client.get("/office/organization_membership/membership/").status_code == 200
    grant = Grant.objects.for_act("test").get(account=cast.accounts["wang"])
    do(acts.revoke, SYSTEM, grant)
    assert client.get("/office/organization_membership/membership/").status_code == 302


def test_a_closed_account_is_out_at_once(cast):
    client = Client()
    sign_in(client, "wang")
    do(acts.close_account, cast.feng, cast.accounts["wang"].pk)
    assert client.get("/office/").status_code == 302
    assert sign_in(Client(), "wang").status_code == 200  # the form again, with its fault


def test_one_account_cannot_hold_two_of_the_three_administrators(cast):
    with pytest.raises(Refused) as no:
        do(acts.grant, cast.jiang, account=cast.accounts["feng"], role="audit_admin", node=cast.nodes["city"], since=date(2024, 1, 1))
    assert no.value.code == "access.held_apart"


@pytest.mark.parametrize("password", ["short", "alllowercaseletters", "12345678901", "Abcdefghijk"])
def test_a_weak_password_is_refused(cast, password):
    with pytest.raises(Refused) as no:
        do(acts.open_account, cast.feng, node=cast.nodes["city"], login="new", name="新人", password=password)
    assert no.value.code == "access.weak_password"


def test_an_office_with_a_second_factor_opens_only_after_it(cast, settings):
    settings.SECOND_FACTOR = True
    client = Client()
    sign_in(client, "wang")
    assert client.get("/office/").status_code == 302
    assert client.get(LOGIN).url == "/office/factor/"
    assert "image/svg+xml" in client.get("/office/factor/").content.decode()
    assert client.post("/office/factor/", {"code": "000000"}).status_code == 422
    device = TOTPDevice.objects.get()
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    code = f"{totp.token():06d}"
    assert client.post("/office/factor/", {"code": code}).url == "/office/"
    assert client.get("/office/").status_code == 200
    second = Client()
    sign_in(second, "wang")
    assert second.post("/office/factor/", {"code": code}).status_code == 422  # a code is taken once
    assert second.get("/office/").status_code == 302


def test_without_the_second_factor_a_post_has_no_power_on_any_face(cast, settings):
    settings.SECOND_FACTOR = True
    waiting = do(membership.register, cast.sun, union=cast.unions["union"], name="林秀英", id_no=valid_id()).subject
    client = Client()
    sign_in(client, "qian")
    assert client.get("/portal/applications/").status_code == 404
    assert client.post("/portal/applications/", {"pk": [waiting.pk], "_key": "a"}).status_code == 404
    assert client.get(f"/portal/applications/{waiting.pk}/").status_code == 404
    assert [client.get(f"/api/membership/{which}").status_code for which in ("", waiting.pk)] == [403, 403]
    assert client.post(f"/api/acts/membership.approve/{waiting.pk}", "{}", content_type="application/json").status_code in (403, 404)
    assert client.get(f"/office/organization_membership/membership/{waiting.pk}/change/").status_code == 302
    assert type(waiting).objects.for_act("test").get(pk=waiting.pk).state == "applied"


def test_a_lock_holds_on_both_doors_and_for_names_that_are_none(cast):
    for n in range(5):
        Client().post("/portal/signin/password/" if n % 2 else LOGIN, {"username": "wang", "password": "wrong"})
        sign_in(Client(), "nobody", "wrong")
    assert sign_in(Client(), "wang").status_code == 429
    assert Client().post("/portal/signin/password/", {"username": "wang", "password": PASSWORD}).status_code == 429
    assert sign_in(Client(), "nobody").status_code == 429


def code_of(phone=PHONE) -> str:
    return re.search(r"\d{6}", signin.last_code_shown(phone))[0]


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_a_code_is_guessed_at_five_times_and_then_no_more(cast):
    signin.ask_code(PHONE)
    answers = []
    for _ in range(6):
        with pytest.raises(Refused) as no:
            signin.confirm_code(PHONE, wrong(code_of()))
        answers.append(no.value.code)
    assert answers == ["signin.wrong_code"] * 4 + ["signin.no_code"] * 2
    with pytest.raises(Refused) as no:
        signin.confirm_code(PHONE, code_of())
    assert no.value.code == "signin.no_code"


@pytest.mark.django_db(transaction=True)
def test_guesses_made_at_once_are_counted_one_by_one(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]  # slow, as in service: all look before one has finished
    signin.ask_code(PHONE)
    code = wrong(code_of())

    def guess(_n):
        try:
            signin.confirm_code(PHONE, code)
        except Refused as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(guess, range(24)))
    print(f"guesses {len(answers)}, looked at {answers.count('signin.wrong_code') + 1}")
    assert answers.count("signin.wrong_code") <= signin.CODE_TRIES and answers.count(None) == 0


def test_a_code_dies_after_five_minutes_and_after_use(cast):
    signin.ask_code(PHONE)
    with clock.at(now() + timedelta(minutes=signin.CODE_MINUTES, seconds=1)), pytest.raises(Refused):
        signin.confirm_code(PHONE, code_of())
    assert signin.confirm_code(PHONE, code_of())
    with pytest.raises(Refused):
        signin.confirm_code(PHONE, code_of())


def test_no_phone_is_sent_more_than_ten_codes_a_day(cast):
    start = now().replace(hour=1)
    for n in range(signin.CODES_A_DAY):
        with clock.at(start + timedelta(minutes=2 * n)):
            signin.ask_code(PHONE)
    with clock.at(start + timedelta(minutes=60)), pytest.raises(Refused) as no:
        signin.ask_code(PHONE)
    assert no.value.code == "signin.too_many"
    with clock.at(start + timedelta(days=1)):
        assert signin.ask_code(PHONE) == PHONE


def test_a_code_of_one_phone_opens_no_other(cast):
    signin.ask_code(PHONE)
    signin.ask_code("13955550002")
    if code_of() != code_of("13955550002"):
        with pytest.raises(Refused):
            signin.confirm_code("13955550002", code_of())


def test_signing_in_by_phone_gives_a_new_session_too(cast, settings):
    settings.DEMO = True
    client = Client()
    client.cookies["sessionid"] = "planted-by-somebody-else-000000"
    client.post("/portal/signin/", {"phone": PHONE})
    client.post("/portal/signin/", {"phone": PHONE, "code": code_of()})
    assert client.cookies["sessionid"].value != "planted-by-somebody-else-000000"
    assert client.get("/portal/mine/").status_code == 200
    thief = Client()
    thief.cookies["sessionid"] = "planted-by-somebody-else-000000"
    assert thief.get("/portal/mine/").status_code == 302


def test_an_idle_session_ends_and_a_used_one_goes_on(cast):
    client = Client()
    sign_in(client, "wang")
    row = Session.objects.get(session_key=client.session.session_key)
    row.expire_date = now() + timedelta(seconds=30)
    row.save()
    assert client.get("/office/").status_code == 200
    row.refresh_from_db()
    left = row.expire_date - now()
    assert timedelta(seconds=standing.SESSION_COOKIE_AGE - 60) < left <= timedelta(seconds=standing.SESSION_COOKIE_AGE)
    row.expire_date = now() - timedelta(seconds=1)
    row.save()
    assert client.get("/office/").status_code == 302


def test_a_session_that_was_signed_out_opens_nothing(cast):
    client, kept = Client(), Client()
    sign_in(client, "wang")
    kept.cookies["sessionid"] = client.cookies["sessionid"].value
    assert kept.get("/office/").status_code == 200
    assert client.get("/portal/signout/").status_code == 405  # no link signs anybody out
    client.post("/portal/signout/")
    assert kept.get("/office/").status_code == 302


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(cast):
    client = Client()
    sign_in(client, "wang")
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"


def test_a_token_ends_with_its_day_and_with_its_account(cast):
    def listed(token):
        return Client().get("/api/membership/", headers={"Authorization": f"Bearer {token}"}).status_code

    account = cast.accounts["wang"]
    with clock.at(date(2024, 1, 1)):
        ended = signin.new_token(account, date(2024, 2, 1))
    standing_one = signin.new_token(account)
    assert (listed(ended), listed(standing_one)) == (401, 200)
    do(acts.close_account, cast.feng, account.pk)
    assert listed(standing_one) == 401
