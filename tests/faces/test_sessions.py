"""Sessions hold: lock-out, fixation, sign-out everywhere, revoked grants, the second factor."""

from datetime import date

import pytest
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from gonghui.kernel.access import acts
from gonghui.kernel.access.models import Grant
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from tests.cast import PASSWORD

LOGIN = "/office/login/"


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
    from gonghui.kernel.refusal import Refused

    with pytest.raises(Refused) as no:
        do(acts.grant, cast.jiang, account=cast.accounts["feng"], role="audit_admin", node=cast.nodes["city"], since=date(2024, 1, 1))
    assert no.value.code == "access.held_apart"


@pytest.mark.parametrize("password", ["short", "alllowercaseletters", "12345678901", "Abcdefghijk"])
def test_a_weak_password_is_refused(cast, password):
    from gonghui.kernel.refusal import Refused

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
    assert client.post("/office/factor/", {"code": f"{totp.token():06d}"}).url == "/office/"
    assert client.get("/office/").status_code == 200
    second = Client()
    sign_in(second, "wang")
    assert second.post("/office/factor/", {"code": f"{totp.token():06d}"}).status_code == 422  # a code is taken once
    assert second.get("/office/").status_code == 302
