"""Officers on the move: signing in, deciding applications, hanging up posters."""

import pytest
from django.test import Client

from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.membership import acts
from gonghui.lines.organization.membership.models import Membership
from tests.cast import PASSWORD
from tests.people import valid_id

LIST = "/portal/applications/"


@pytest.fixture
def waiting(cast):
    """Three applications at the factory's union."""
    return [
        do(acts.register, cast.sun, union=cast.unions["union"], name=name, id_no=valid_id(serial=serial)).subject
        for name, serial in (("林秀英", "018"), ("黄志强", "035"), ("欧阳娜娜", "052"))
    ]


def states() -> list[str]:
    return list(Membership.objects.for_act("test").order_by("pk").values_list("state", flat=True))


def test_the_ticked_ones_are_approved_together(cast, client_of, waiting):
    chair = client_of("qian")
    answer = chair.post(LIST, {"pk": [m.pk for m in waiting[:2]], "_key": "k"}, follow=True)
    assert states() == ["active", "active", "applied"] and "已批准 2 人入会" in answer.content.decode()


def test_nothing_ticked_is_said_and_nothing_is_approved(cast, client_of, waiting):
    answer = client_of("qian").post(LIST, {})
    assert answer.status_code == 422 and "请至少勾选一份" in answer.content.decode()


def test_one_is_approved_and_one_refused_only_with_a_reason(cast, client_of, waiting):
    chair = client_of("qian")
    assert chair.post(f"{LIST}{waiting[0].pk}/", {"approve": "1"}).status_code == 302
    bare = chair.post(f"{LIST}{waiting[1].pk}/", {"why": ""})
    assert bare.status_code == 422 and "此项必填" in bare.content.decode()
    assert chair.post(f"{LIST}{waiting[1].pk}/", {"why": "不是本单位职工"}).status_code == 302
    assert states() == ["active", "rejected", "applied"]


def test_whoever_entered_it_or_stands_elsewhere_does_not_decide(cast, client_of, waiting):
    for name in ("zhao", "sun", "chen"):
        client = client_of(name)
        assert client.get(f"{LIST}{waiting[0].pk}/").status_code == 404
        assert client.post(f"{LIST}{waiting[0].pk}/", {"approve": "1"}).status_code == 404
        assert "林秀英" not in client.get(LIST).content.decode()
        client.post(LIST, {"pk": waiting[0].pk})
    entered = do(acts.register, cast.qian, union=cast.unions["union"], name="郑美玲", id_no=valid_id(serial="069")).subject
    answer = client_of("qian").post(LIST, {"pk": entered.pk})
    assert answer.status_code == 422 and "不能是同一人" in answer.content.decode()
    assert states() == ["applied"] * 4


def test_a_poster_leads_to_joining_and_stays_within_reach(cast, client_of):
    officer, union = client_of("sun"), cast.unions["union"]
    page = officer.get(f"/portal/posters/{union.pk}/").content.decode()
    assert "东湖纺织厂工会" in page and union.joining_code in page
    assert officer.get(f"/portal/posters/{union.pk}/qr.svg")["Content-Type"] == "image/svg+xml"
    for address in (f"/portal/posters/{cast.unions['far'].pk}/", f"/portal/posters/{cast.unions['far'].pk}/qr.svg"):
        assert officer.get(address).status_code == 404
    found = client_of("zhou").get("/portal/posters/", {"q": "bgmk"}).content.decode()
    assert "北关煤矿工会" in found and "东湖" not in found


def test_wrong_passwords_lock_the_name_and_say_so(cast):
    client = Client()
    for _ in range(5):
        answer = client.post("/portal/signin/password/", {"username": "qian", "password": "wrong"})
    assert answer.status_code == 429 and "15 分钟后再试" in answer.content.decode()
    assert client.post("/portal/signin/password/", {"username": "qian", "password": PASSWORD}).status_code == 429


def test_a_password_opens_the_portal_only_where_no_second_factor_is_asked(cast, settings):
    typed = {"username": "qian", "password": PASSWORD, "next": LIST}
    assert Client().post("/portal/signin/password/", typed).url == LIST
    settings.SECOND_FACTOR = True
    assert Client().post("/portal/signin/password/", typed).url.startswith("/office/")
