"""In the office: a value is set, duplicates are merged, a list is compared, and what is late stands on its record."""

from datetime import date, timedelta

from gonghui.kernel import clock, clocks, config
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.membership import acts
from gonghui.lines.organization.membership.models import Membership
from tests.people import valid_id

PERSONS = "/office/commons_parties/person/"
DAY = date(2026, 3, 2)


def applied(cast, **who):
    with clock.at(DAY):
        return do(acts.register, cast.zhou, union=cast.unions["union"], name="林秀英", **who).subject


def test_a_province_officer_sets_a_value_and_everybody_reads_it_in_words(cast, client_of):
    zhou, url = client_of("zhou"), "/office/kernel/setting/act/config.set/"
    assert "接转逾期后（默认 视为接收）" in zhou.get(url).content.decode()
    typed = {"node": cast.nodes["province"].pk, "what": "member.transfer_then", "since": clock.today().isoformat(), "why": "省总发〔2026〕1号"}
    wrong = zhou.post(url, {**typed, "value": "随便", "_key": "a"})
    assert wrong.status_code == 422 and "可填：视为接收、退回原工会" in wrong.content.decode()
    assert zhou.post(url, {**typed, "value": "退回原工会", "_key": "b"}).status_code == 302
    assert config.value("member.transfer_then", cast.nodes["union"], clock.today()) == "return"
    assert "退回原工会" in zhou.get("/office/kernel/setting/").content.decode()
    assert client_of("wang").get(url).status_code == 403
    assert client_of("wang").post(url, {**typed, "value": "视为接收", "_key": "c"}).status_code == 403
    assert config.value("member.transfer_then", cast.nodes["union"], clock.today()) == "return"


def test_duplicates_are_told_apart_when_picked_and_merged_from_either_page(cast, client_of):
    one, two = applied(cast, phone="13900000077"), applied(cast, id_no=valid_id())
    wang = client_of("wang")
    picked = wang.get("/office/pick/parties.merge/other/", {"term": "林秀英"}).json()["results"]
    assert len({p["text"] for p in picked}) == 2 and all("林秀英" in p["text"] for p in picked)
    assert valid_id() not in str(picked)
    answer = wang.post(f"{PERSONS}{two.person_id}/act/parties.merge/", {"other": one.person_id, "why": "同一人", "_key": "m"}, follow=True)
    assert answer.status_code == 200 and answer.redirect_chain[-1][0] == PERSONS and "已合并" in answer.content.decode()
    assert wang.get(f"{PERSONS}{two.person_id}/change/").status_code == 404
    assert set(Membership.objects.for_act("test").values_list("state", flat=True)) == {"applied", "merged"}


def test_a_list_of_people_is_compared_with_the_register(cast, client_of):
    made = do(acts.apply, cast.chen, name="陈秀英", id_no=valid_id(), union=cast.unions["union"], agree=True, agree_register=True).subject
    other = applied(cast)
    form = {"action": "parties.check_register", "_selected_action": [made.person_id, other.person_id], "select_across": "0", "index": "0"}
    sun = client_of("sun")
    assert sun.post(PERSONS, form).status_code == 200
    told = sun.post(PERSONS, {**form, "apply": "1", "_key": "r"}).content.decode()
    assert "一致 1 人" in told and "未比对 1 人（无证件号 1 人" in told and "本次查看已留痕" not in told
    assert "公安人口库比对" in sun.get("/office/commons_parties/verification/").content.decode()
    assert "陈秀英" not in client_of("zhao").get("/office/commons_parties/verification/").content.decode()


def test_what_is_late_stands_on_the_first_page_on_the_record_and_in_its_history(cast, client_of):
    made = applied(cast)
    with clock.at(DAY + timedelta(days=16)):
        clocks.strike("membership.undecided")
    wang = client_of("wang")
    assert "时限提醒" in wang.get("/office/").content.decode()
    page = wang.get(f"/office/organization_membership/membership/{made.pk}/change/").content.decode()
    assert page.count("入会申请逾期未批") == 2 and "期限 2026-03-17" in page and "东湖区总工会" in page
    assert "入会申请逾期未批" in wang.get("/office/kernel/mark/").content.decode()
    assert "入会申请逾期未批" not in client_of("zhao").get("/office/kernel/mark/").content.decode()
