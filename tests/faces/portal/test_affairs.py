"""A member's own affairs on the phone."""

import re
from datetime import date

import pytest
from django.test import Client

from gonghui.commons.cases import acts as cases
from gonghui.commons.cases import intake_acts
from gonghui.commons.parties import acts as party_acts
from gonghui.commons.parties.models import Consent, Person
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.membership import stay_acts
from gonghui.lines.organization.membership.models import Card, Correction, Membership, Transfer

from .test_portal import form, sign_in_by_phone


def read(client, path="/portal/mine/") -> str:
    return client.get(path).content.decode()


def one(model):
    return model.objects.for_act("test").get()


def test_a_search_without_script_keeps_what_was_typed_and_accuses_nobody(cast, demo):
    client = Client()
    sign_in_by_phone(client)
    answer = client.post("/portal/join/", {"name": "陈秀英", "union_q": "东纺", "_find": "union", "_key": "k"})
    page = answer.content.decode()
    assert answer.status_code == 200 and 'role="alert"' not in page
    assert "陈秀英" in page and "东湖纺织厂工会" in page and 'value="k"' in page


@pytest.mark.parametrize("typed", ["东纺", "东湖纺织厂", "dhfzc", "donghufang"])
def test_a_union_is_found_by_firm_name_or_letters(cast, client_of, typed):
    page = client_of("chen").get("/portal/pick/membership.apply/union/", {"union_q": typed}).content.decode()
    assert "东湖纺织厂工会" in page and "临江市东湖区总工会" in page and "北关煤矿" not in page


def test_a_union_chosen_stays_chosen_while_searching_on(cast, client_of):
    typed = {"union_q": "西岭", "union": cast.unions["union"].pk}
    page = client_of("chen").get("/portal/pick/membership.apply/union/", typed).content.decode()
    assert re.search(r'value="\d+" checked> <span>东湖纺织厂工会', page) and "西岭水泥厂工会" in page


def test_a_joining_code_leads_to_its_union_and_a_wrong_one_says_so(cast, client_of):
    code, worker = cast.unions["union"].joining_code, client_of("chen")
    assert worker.get("/portal/join/", {"code": code.lower()}).url == f"/portal/join/{code}/"
    assert re.search(r"checked> <span>东湖纺织厂工会", read(worker, f"/portal/join/{code}/"))
    assert "您将申请加入“东湖纺织厂工会”" in read(Client(), f"/portal/join/{code}/")
    wrong = worker.get("/portal/join/", {"code": "NOPE"})
    assert wrong.status_code == 422 and "没有这个入会码" in wrong.content.decode()
    assert worker.get("/portal/join/NOPE/").status_code == 404


def test_consents_that_may_be_withheld_are_not_ticked_beforehand(cast, client_of):
    page = read(client_of("chen"), "/portal/join/")
    for name in ("agree", "agree_register", "agree_benefits"):
        assert re.search(rf'<input type="checkbox" name="{name}"[^>]*>', page)[0].count("checked") == 0
    assert "可以不同意，不影响入会" in page


def test_an_application_says_by_when_and_can_be_taken_back(cast, demo):
    client = Client()
    sign_in_by_phone(client)
    client.post("/portal/join/", form(cast))
    assert "15 天内审批" in read(client)
    client.post(f"/portal/act/membership.cancel/{one(Membership).pk}/")
    assert one(Membership).state == "cancelled" and "重新申请入会" in read(client)


def test_a_transfer_keeps_the_first_day_and_shows_where_one_was(cast, membership, client_of):
    client = client_of("chen")
    page = client.post("/portal/transfer/", {"to": cast.unions["union"].pk}).content.decode()
    assert "会员已在该工会" in page
    assert client.post("/portal/transfer/", {"to": cast.unions["beside"].pk}).status_code == 302
    assert "等待接收" in read(client) and client.get("/portal/transfer/").status_code == 302
    do(stay_acts.accept_transfer, cast.wang, one(Transfer))
    page = read(client)
    assert "东湖机械厂工会" in page and membership.since.isoformat() in page


def test_leaving_is_free_but_says_first_what_ends(cast, busy, client_of):
    do(stay_acts.return_transfer, cast.wang, one(Transfer), why="编制已满")
    client = client_of("chen")
    assert "会籍和会员卡即日终止" in read(client, "/portal/leave/")
    assert one(Membership).state == "active"
    client.post("/portal/leave/", {"why": ""})
    assert one(Membership).state == "withdrawn" and one(Card).state == "cancelled"
    assert "已退会" in read(client)


def test_a_card_is_asked_for_shown_and_reported_lost(cast, membership, client_of):
    client = client_of("chen")
    client.post(f"/portal/act/membership.request_card/{membership.pk}/")
    card = one(Card)
    assert "已申请" in read(client)
    do(party_acts.verify, cast.sun, membership.person, on=date.today())
    do(stay_acts.issue_card, cast.sun, card)
    assert "挂失" in read(client, f"/portal/my/card/{card.pk}/")
    client.post(f"/portal/act/membership.report_lost/{card.pk}/")
    assert one(Card).state == "lost"


def test_a_correction_is_asked_for_and_its_answer_read(cast, membership, client_of):
    client = client_of("chen")
    address = f"/portal/act/membership.ask_correction/{membership.pk}/"
    assert client.post(address, {"says": ""}).status_code == 422
    client.post(address, {"says": "手机号已换"})
    assert "手机号已换" in read(client)
    do(stay_acts.settle_correction, cast.sun, one(Correction), answer="已按新号更正")
    assert "已按新号更正" in read(client)


def test_a_consent_is_given_and_withdrawn_but_not_the_one_membership_needs(cast, membership, client_of):
    client, person = client_of("chen"), one(Person)
    client.post(f"/portal/act/parties.consent/{person.pk}/", {"purpose": "benefits"})
    given = Consent.objects.for_act("test").get(purpose="benefits")
    client.post(f"/portal/act/parties.withdraw_consent/{given.pk}/")
    assert Consent.objects.for_act("test").get(purpose="benefits").withdrawn_at
    needed = Consent.objects.for_act("test").get(purpose="membership")
    answer = client.post(f"/portal/act/parties.withdraw_consent/{needed.pk}/")
    assert answer.status_code == 409 and "请办理退会" in answer.content.decode()


def test_one_reads_who_looked_at_ones_number_of_which_organisation_and_why(cast, membership, client_of):
    do(party_acts.reveal, cast.sun, membership.person, field="id_no", why="补登保险")
    page = read(client_of("chen"))
    assert "孙（东湖纺织厂工会）身份证号：补登保险" in page


def test_signing_out_everywhere_ends_the_other_phone(cast, client_of):
    here, there = client_of("chen"), client_of("chen")
    assert there.get("/portal/mine/").status_code == 200
    assert "已退出所有设备" in here.post("/portal/signout/all/", follow=True).content.decode()
    assert here.get("/portal/mine/").status_code == 302 and there.get("/portal/mine/").status_code == 302


def test_large_type_is_kept_and_comes_back_to_the_same_page(cast):
    client = Client()
    assert client.post("/portal/large/", {"next": "/portal/join/"}).url == "/portal/join/"
    assert 'class="large"' in read(client, "/portal/join/")
    client.post("/portal/large/", {"next": "//evil.example/"})
    assert 'class="large"' not in read(client, "/portal/join/")


@pytest.mark.parametrize("path", ["/portal/my/membership/{}/", "/portal/act/membership.leave/{}/", "/portal/act/membership.start_transfer/{}/"])
def test_an_officer_reaches_a_members_record_in_the_office_not_here(cast, membership, client_of, path):
    address = path.format(membership.pk)
    assert client_of("chen").get(address, follow=True).status_code == 200
    for name in ("sun", "zhou", "zhao"):
        assert client_of(name).get(address).status_code == 404
        assert client_of(name).post(address, {"to": cast.unions["beside"].pk}).status_code == 404
    assert one(Membership).state == "active"


def test_nobody_elses_card_correction_consent_or_person_is_there(cast, busy, client_of):
    other = client_of("jiang")
    for slug, model in (("card", Card), ("correction", Correction), ("transfer", Transfer), ("person", Person), ("consent", Consent)):
        assert other.get(f"/portal/my/{slug}/{one(model).pk}/").status_code == 404
    for key, model in (("membership.report_lost", Card), ("parties.withdraw_consent", Consent), ("parties.consent", Person)):
        assert other.post(f"/portal/act/{key}/{one(model).pk}/", {"purpose": "benefits"}).status_code == 404
    assert other.post(f"/portal/act/access.sign_out_everywhere/{cast.accounts['chen'].pk}/").status_code == 404


def test_an_officers_act_has_no_page_here(cast, membership, client_of):
    for key in ("membership.approve", "parties.reveal", "membership.expel"):
        assert client_of("qian").get(f"/portal/act/{key}/{membership.pk}/").status_code == 404
    assert client_of("sun").get("/portal/act/membership.register/").status_code == 404


def test_a_phone_whose_owner_joined_elsewhere_is_told_so(cast, demo, membership):
    client = Client()
    sign_in_by_phone(client)
    answer = client.post("/portal/join/", form(cast))
    assert answer.status_code == 409 and "已由另一手机号登记" in answer.content.decode()
    assert Membership.objects.for_act("test").count() == 1


def test_what_one_may_ask_for_stands_on_the_home_page_and_what_comes_next_with_each_matter(cast, client_of):
    chen = client_of("chen")
    home = read(chen, "/portal/")
    assert "我要反映" in home and "申请困难帮扶" in home and "申请助学" in home and "/portal/act/activities.sign_in/" not in home
    asked = read(chen, "/portal/act/cases.receive/")
    assert "来信来访" in asked and "企业技术难题" not in asked
    told = {"node": cast.nodes["district"], "kind": "petition", "title": "食堂太热", "says": "七月起多人中暑"}
    case = do(intake_acts.receive, cast.chen, **told).subject
    mine = read(chen, "/portal/my/case/")
    assert "等工会办理：受理" in mine and "我要反映" in mine and "<dt>事由</dt>" not in mine
    do(intake_acts.admit, cast.wang, case)
    do(cases.assign, cast.wang, case, to=cast.nodes["district"])
    do(cases.accept, cast.wang, case)
    do(cases.handle, cast.wang, case, answer="已装风扇")
    assert "已装风扇" not in read(chen, f"/portal/my/case/{case.pk}/")  # nobody has looked at it yet
    do(cases.reply, cast.li, case)
    assert "已装风扇" in read(chen, f"/portal/my/case/{case.pk}/")
