"""The office: what its users meet, and what it keeps from them."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gonghui.kernel.desk import DESKS
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.membership import acts
from gonghui.lines.organization.membership.models import Membership
from tests.people import valid_id
from tests.shares import about, share

LIST = "/office/organization_membership/membership/"


@pytest.fixture
def application(cast):
    return do(acts.register, cast.sun, union=cast.unions["union"], name="林秀英", id_no=valid_id()).subject


def test_every_desk_opens_for_the_province_officer(cast, client_of, application):
    from gonghui.faces.office.site import list_url

    client = client_of("zhou")
    assert client.get("/office/").status_code == 200
    for desk in share(DESKS.values(), about(30, DESKS)):
        wanted = 200 if cast.zhou.may(desk.see) else 403
        assert client.get(list_url(desk)).status_code == wanted, desk.label
        assert client.get(list_url(desk), {"q": "林"}).status_code == wanted, desk.label
        for act in desk.acts:
            if act.creates and cast.zhou.holds(act.power):
                assert client.get(f"{list_url(desk)}act/{act.key}/").status_code == 200, act.key


def test_a_record_opens_with_its_acts_and_they_work(cast, client_of, application):
    page = client_of("qian").get(f"{LIST}{application.pk}/change/")
    text = page.content.decode()
    assert page.status_code == 200 and "act/membership.approve" in text and "林秀英" in text
    assert valid_id() not in text
    answer = client_of("qian").post(f"{LIST}{application.pk}/act/membership.approve/", {"_key": "a"})
    assert answer.status_code == 302
    assert Membership.objects.for_act("test").get(pk=application.pk).state == "active"


def test_outside_reach_is_404_and_without_power_403(cast, client_of, application):
    zhao, sun = client_of("zhao"), client_of("sun")
    assert zhao.get(f"{LIST}{application.pk}/change/").status_code == 404
    assert zhao.get(f"{LIST}{application.pk}/act/membership.approve/").status_code == 404
    assert zhao.post(f"{LIST}{application.pk}/act/membership.approve/").status_code == 404
    refused = sun.post(f"{LIST}{application.pk}/act/membership.approve/")
    assert refused.status_code == 403
    assert sun.get(f"{LIST}add/").status_code == 403
    assert sun.post(f"{LIST}{application.pk}/delete/").status_code in (403, 404)
    assert sun.get(f"{LIST}{application.pk}/history/").status_code == 404


def test_a_refusal_stands_on_its_field_and_nothing_typed_is_lost(cast, client_of):
    typed = {"union": cast.unions["union"].pk, "name": "林秀英", "id_no": "11010519891231002", "employment": "contract", "_key": "k"}
    answer = client_of("sun").post(f"{LIST}act/membership.register/", typed)
    text = answer.content.decode()
    assert answer.status_code == 422 and "身份证号应为 18 位" in text and "林秀英" in text and "11010519891231002" in text


def test_a_list_is_approved_at_once(cast, client_of, application):
    second = do(acts.register, cast.sun, union=cast.unions["union"], name="王建国", id_no=valid_id(serial="018")).subject
    form = {"action": "membership.approve_many", "_selected_action": [application.pk, second.pk], "select_across": "0", "index": "0"}
    page = client_of("qian").post(LIST, form)
    assert page.status_code == 200 and "membership.approve_many" in page.content.decode()
    assert client_of("qian").post(LIST, {**form, "apply": "1", "_key": "b"}).status_code == 302
    assert set(Membership.objects.for_act("test").values_list("state", flat=True)) == {"active"}


def test_hidden_columns_cannot_be_probed_by_address(cast, client_of, application):
    assert client_of("sun").get(LIST, {"person__id_hash__startswith": "a"}).status_code in (302, 400)


def test_the_export_keeps_to_reach_and_masks(cast, client_of, application):
    names = ("person", "number", "id_masked", "node")
    form = {"format": "1", "resource": "", **{f"membershipresource_{n}": "on" for n in names}}
    inside = client_of("wang").post(f"{LIST}export/", form)
    assert inside.status_code == 200 and "林秀英" in inside.content.decode("utf-8-sig") and valid_id() not in inside.content.decode("utf-8-sig")
    outside = client_of("zhao").post(f"{LIST}export/", {**form, "export_items": [str(application.pk)]})
    assert "林秀英" not in outside.content.decode("utf-8-sig")
    assert client_of("wu").post(f"{LIST}export/", form).status_code == 403


def test_a_figure_opens_to_its_rows(cast, client_of, application):
    do(acts.approve, cast.qian, application)
    page = client_of("wang").get("/office/figure/membership.members_total/", {"node": "DISTRICT"})
    assert page.status_code == 200 and "林秀英" in page.content.decode()
    assert client_of("wang").get("/office/figure/membership.members_total/", {"node": "PROV"}).status_code == 403
    rows = client_of("wang").get("/office/figure/membership.members_total/rows.csv", {"node": "DISTRICT"})
    assert "林秀英" in b"".join(rows.streaming_content).decode()


def test_the_tree_opens_by_level_and_finds_by_first_letters(cast, client_of):
    wang = client_of("wang")
    assert "东湖纺织厂工会" in wang.get(f"/office/tree/{cast.nodes['district'].pk}/").content.decode()
    assert wang.get(f"/office/tree/{cast.nodes['outside'].pk}/").status_code == 404
    assert "东湖纺织厂工会" in wang.get("/office/tree/", {"q": "dhfzc"}).content.decode()


def test_the_picker_offers_what_may_be_chosen(cast, client_of):
    found = client_of("wang").get("/office/pick/membership.register/union/", {"term": "工会"}).json()["results"]
    assert {r["text"] for r in found} == {"东湖纺织厂工会", "东湖机械厂工会", "临江市东湖区总工会"}


def test_the_first_page_tells_what_waits_for_whom(cast, client_of):
    do(acts.register, cast.sun, union=cast.unions["union"], name="林秀英", id_no=valid_id(serial="018"))
    shown = {who: re.sub(r"<[^>]+>|\s+", "", client_of(who).get("/office/").content.decode()) for who in ("qian", "sun", "wu", "shen")}
    assert "groups会员待批准1" in shown["qian"].split("等我办理")[1].split("常用办理")[0] and "在办，等其他岗位办理" not in shown["qian"]
    for seer in ("sun", "wu"):
        assert "没有等您办理的事项" in shown[seer] and "groups会员待批准1" in shown[seer].split("在办，等其他岗位办理")[1]
    assert "可以查看" in shown["shen"] and "会员待批准" not in shown["shen"]


def test_the_first_page_asks_a_noun_once_and_its_figures_come_after_it(cast, client_of):
    zhou = client_of("zhou")
    zhou.get("/office/")
    with CaptureQueriesContext(connection) as captured:
        page = zhou.get("/office/").content.decode()
    counts = [q["sql"] for q in captured.captured_queries if "COUNT(" in q["sql"]]
    nouns = {desk.noun for desk in DESKS.values() if desk.work}
    assert len(counts) <= 1.2 * len(nouns), len(counts)
    assert len(captured) - len(counts) <= 20, len(captured)  # the second wall asks a few more
    assert 'hx-get="/office/figures/own/"' in page
    cards = zhou.get("/office/figures/own/").content.decode()
    assert "河州省总工会" in cards and cards.count("<b>") > 15
    assert client_of("shen").get("/office/figures/own/").status_code == 404


def test_a_browser_that_asks_for_english_gets_no_mixture(client_of, application):
    from gonghui.faces.office.site import list_url

    page = client_of("zhou").get(list_url(DESKS["organization_membership.membership"]), headers={"Accept-Language": "en-US,en"}).content.decode()
    assert "Type to search" not in page and "Export" not in page and "导出" in page
