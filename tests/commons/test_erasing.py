"""Erasing a person: the data are gone, what was counted stays, the chains are whole."""

from datetime import date, timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.test import Client

from gonghui.commons.parties import acts as parties
from gonghui.commons.parties import erasing
from gonghui.commons.parties.models import Consent, Erasure, Person, Reveal
from gonghui.kernel import clock
from gonghui.kernel.access.models import Account
from gonghui.kernel.indicators import INDICATORS, figure
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.notices.models import Message
from gonghui.kernel.periods import Period
from gonghui.kernel.privacy import crypto
from gonghui.kernel.refusal import Refused
from gonghui.kernel.tree.slots import one_tree
from gonghui.lines.organization.membership import acts, stay_acts
from gonghui.lines.organization.membership.models import Correction, Membership
from tests.people import valid_id
from tests.shares import share

JOINED, LEFT, ASKED = date(2024, 3, 1), date(2025, 6, 30), date(2025, 9, 1)
NAME, NUMBER, PHONE = "欧阳逐月", valid_id("19870714", serial="428"), "13800000001"


@pytest.fixture
def member(cast):
    """陈 has joined, been verified and looked at, has asked for a correction, and has left."""
    with clock.at(JOINED):
        made = do(acts.apply, cast.chen, name=NAME, id_no=NUMBER, union=cast.unions["union"], agree=True).subject
        do(acts.approve, cast.qian, made)
        person = Person.objects.for_act("test").get(pk=made.person_id)
        do(parties.verify, cast.sun, person, on=JOINED)
        do(stay_acts.ask_correction, cast.chen, made, says=f"我叫{NAME}，电话 {PHONE}")
    with clock.at(JOINED + timedelta(days=9)):
        do(parties.reveal, cast.wang, person, field="id_no", why="核对")
    return made


def left(cast, member):
    with clock.at(LEFT):
        do(stay_acts.leave, cast.chen, member)
    return Person.objects.for_act("test").get(pk=member.person_id)


def figures(cast):
    told = {}
    with one_tree():
        for key, indicator in share(INDICATORS.items(), 2):
            for period in ("asof-2024-05-31", "2024", "asof-2025-06-30"):
                made = figure(indicator, cast.nodes["province"], Period.parse(period), viewer=cast.zhou)
                told[key, period] = (made.value, made.parts)
    return told


@pytest.mark.long
def test_a_worker_asks_after_leaving_and_is_erased(cast, member):
    person = left(cast, member)
    boxes = bytes(person.__dict__["id_no"]), bytes(person.salt)
    before = figures(cast)
    with clock.at(ASKED):
        do(erasing.ask_erasure, cast.chen, person)
        request = Erasure.objects.for_act("test").get()
        do(erasing.agree_erasure, cast.wang, request, why="本人请求")
        request.refresh_from_db()
    gone = Person.objects.for_act("test").get(pk=person.pk)
    assert (request.state, request.settled_on, gone.erased_on) == ("done", ASKED, ASKED)
    assert (gone.name, gone.pinyin, gone.initials, bytes(gone.salt)) == ("", "", "", b"")
    assert (gone.id_no, gone.phone, gone.id_hash, gone.phone_hash, gone.birth, gone.account_id) == ("", "", None, None, None, None)
    assert crypto.unseal(*boxes) == NUMBER
    with pytest.raises(InvalidTag):
        crypto.unseal(boxes[0], b"")
    assert str(gone) == "（已注销）" == str(Membership.objects.for_act("test").get(pk=member.pk))
    assert figures(cast) == before and any(value for value, _parts in before.values())
    assert verify() is None


def test_who_looked_and_what_was_agreed_to_stays_but_no_text_of_the_person(cast, member):
    person = left(cast, member)
    do(erasing.erase, cast.wang, person, why="亲属请求")
    assert Reveal.objects.for_act("test").filter(person=person, account=cast.accounts["wang"]).count() == 1
    assert Consent.objects.for_act("test").filter(person=person).count() == 1
    asked = Correction.objects.for_act("test").get()
    assert (asked.says, asked.state) == ("", "refused")
    assert not Message.objects.for_act("test").filter(account=cast.accounts["chen"]).exists()
    account = Account.objects.for_act("test").get(pk=cast.accounts["chen"].pk)
    assert (account.is_active, account.name, account.phone_hash) == (False, "", None)
    changes = "".join(Event.objects.for_act("test").values_list("changes", flat=True))
    assert not [text for text in (NAME, NUMBER, PHONE, "ouyangzhuyue", "1987-07-14") if text in changes]


@pytest.mark.parametrize("state", ["active", "applied"])
def test_nobody_is_erased_while_a_membership_is_open(cast, member, state):
    if state == "applied":
        left(cast, member)
        do(acts.apply, cast.chen, name=NAME, id_no=NUMBER, union=cast.unions["beside"], agree=True)
    person = Person.objects.for_act("test").get(pk=member.person_id)
    for act, viewer, more in ((erasing.ask_erasure, cast.chen, {}), (erasing.erase, cast.wang, {"why": "x"})):
        with pytest.raises(Refused) as no:
            do(act, viewer, person, **more)
        assert no.value.code == "membership.still_open" and "退会" in no.value.text
    assert Person.objects.for_act("test").get(pk=person.pk).id_no == NUMBER


@pytest.mark.parametrize(
    ("who", "code"), [("sun", "no_power"), ("shen", "not_found"), ("chen", "no_power"), ("zhao", "not_found"), ("feng", "not_found")]
)
def test_only_an_upper_officer_in_reach_erases(cast, member, who, code):
    person = left(cast, member)
    with pytest.raises(Refused) as no:
        do(erasing.erase, cast.viewer(who), person, why="x")
    assert no.value.code == code


def test_a_request_is_made_once_and_a_refusal_says_why(cast, member):
    person = left(cast, member)
    do(erasing.ask_erasure, cast.chen, person)
    with pytest.raises(Refused) as no:
        do(erasing.ask_erasure, cast.chen, person)
    assert no.value.code == "parties.erasure_asked"
    request = Erasure.objects.for_act("test").get()
    do(erasing.refuse_erasure, cast.wang, request, answer="诉讼未结，依法保存")
    client = Client()
    client.force_login(cast.accounts["chen"], backend="gonghui.faces.kit.signin.AccountBackend")
    assert "诉讼未结" in client.get(f"/portal/my/erasure/{request.pk}/").content.decode()
    do(erasing.ask_erasure, cast.chen, person)


def test_an_erased_person_may_come_back_as_somebody_new(cast, member):
    person = left(cast, member)
    do(erasing.erase, cast.wang, person, why="本人请求")
    again = do(acts.register, cast.sun, union=cast.unions["union"], name=NAME, id_no=NUMBER, phone=PHONE).subject
    assert again.person_id != person.pk
    for act, more in ((parties.reveal, {"field": "id_no", "why": "x"}), (parties.verify, {"on": JOINED}), (erasing.erase, {"why": "x"})):
        with pytest.raises(Refused):
            do(act, cast.wang, person, **more)


def test_a_relatives_messages_on_the_same_phone_stay(cast, member):
    relative = do(acts.register, cast.sun, union=cast.unions["union"], name="欧阳追风", phone=PHONE).subject
    do(acts.register, cast.sun, union=cast.unions["union"], name="欧阳踏雪", phone=PHONE)
    with clock.at(LEFT):
        do(acts.reject, cast.qian, relative, why="重复")
    do(erasing.erase, cast.wang, Person.objects.for_act("test").get(pk=relative.person_id), why="误登")
    assert Message.objects.for_act("test").filter(account=cast.accounts["chen"]).exists()


def test_the_worker_finds_it_on_the_phone_only_after_leaving(cast, member):
    client = Client()
    client.force_login(cast.accounts["chen"], backend="gonghui.faces.kit.signin.AccountBackend")
    path = f"/portal/act/parties.ask_erasure/{member.person_id}/"
    assert path not in client.get("/portal/mine/").content.decode()
    assert client.post(path).status_code == 409
    left(cast, member)
    assert path in client.get("/portal/mine/").content.decode()
    assert client.post(path, {"_key": "a"}).status_code == 302
    do(erasing.agree_erasure, cast.wang, Erasure.objects.for_act("test").get(), why="本人请求")
    assert client.get("/portal/mine/").status_code == 302  # signed out everywhere
