"""The portal: joining on a phone, one's own affairs, officers on the move."""

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from gonghui.commons.activities.models import Activity
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.membership import acts
from gonghui.lines.organization.membership.models import Membership
from tests.people import valid_id

PHONE = "13911112222"


def sign_in_by_phone(client, phone=PHONE, where="/portal/mine/"):
    page = client.post("/portal/signin/", {"phone": phone, "next": where}).content.decode()
    code = re.search(r"验证码 (\d{6})", page)[1]
    return client.post("/portal/signin/", {"phone": phone, "code": code, "next": where})


def form(cast, **more):
    return {"name": "陈秀英", "id_no": valid_id(), "union": cast.unions["union"].pk, "employment": "contract", "agree": "on", "_key": "k"} | more


def test_a_worker_joins_by_phone_follows_and_is_approved(cast, demo, client_of):
    client = Client()
    assert sign_in_by_phone(client, where="/portal/join/").url == "/portal/join/"
    assert "东湖纺织厂工会" in client.get("/portal/pick/membership.apply/union/", {"union_q": "东纺"}).content.decode()
    assert client.post("/portal/join/", form(cast)).url == "/portal/mine/"
    assert "待批准" in client.get("/portal/mine/").content.decode()
    chair = client_of("qian")
    assert "陈秀英" in chair.get("/portal/applications/").content.decode()
    made = Membership.objects.for_act("test").get()
    assert chair.post("/portal/applications/", {"pk": made.pk, "approve": "1"}).status_code == 302
    mine = client.get("/portal/mine/").content.decode()
    assert "在会" in mine and "您已成为" in mine and "qr.svg" in mine
    assert client.get("/portal/mine/qr.svg")["Content-Type"] == "image/svg+xml"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"id_no": "110105198912310"}, "身份证号应为 18 位"),
        ({"id_no": valid_id()[:-1] + ("1" if valid_id()[-1] != "1" else "2")}, "校验位不对"),
        ({"id_no": "4.40524E+17"}, "科学计数"),
        ({"id_no": "11010519891231O02X"}, "字母 O"),
        ({"id_no": valid_id(birth="20200101")}, "须年满 16 周岁"),
        ({"name": "陈"}, "姓名应为"),
        ({"name": "陈\u202e英"}, "控制字符"),
        ({"union": ""}, "此项必填"),
        ({"agree": ""}, "须同意"),
    ],
)
def test_a_refusal_is_one_sentence_on_the_field_and_nothing_typed_is_lost(cast, demo, typed, says):
    client = Client()
    sign_in_by_phone(client)
    answer = client.post("/portal/join/", form(cast, **typed))
    page = answer.content.decode()
    assert answer.status_code == 422 and says in page
    assert typed.get("id_no", valid_id()) in page
    assert not Membership.objects.for_act("test").exists()


def test_a_tap_repeated_makes_one_application(cast, demo):
    client = Client()
    sign_in_by_phone(client)
    for _ in range(3):
        client.post("/portal/join/", form(cast))
    assert Membership.objects.for_act("test").count() == 1


def test_a_wrong_code_counts_and_a_code_asked_twice_waits(cast, demo):
    client = Client()
    client.post("/portal/signin/", {"phone": PHONE})
    assert "秒后再试" in client.post("/portal/signin/", {"phone": PHONE}).content.decode()
    for left in (4, 3, 2, 1):
        assert f"还可以试 {left} 次" in client.post("/portal/signin/", {"phone": PHONE, "code": "000000"}).content.decode()
    assert "已失效" in client.post("/portal/signin/", {"phone": PHONE, "code": "000000"}).content.decode()


def test_another_persons_records_are_not_there(cast, demo, client_of):
    made = do(acts.register, cast.sun, union=cast.unions["union"], name="林秀英", id_no=valid_id(serial="018")).subject
    client = Client()
    sign_in_by_phone(client)
    assert client.get(f"/portal/my/membership/{made.pk}/").status_code == 404
    assert client.get(f"/portal/act/membership.leave/{made.pk}/").status_code == 404
    assert client.post(f"/portal/act/membership.cancel/{made.pk}/").status_code == 404
    assert client.get("/portal/applications/").status_code == 404


def test_sign_in_leads_only_to_this_house(cast, demo):
    assert sign_in_by_phone(Client(), where="//evil.example/").url == "/portal/"
    assert sign_in_by_phone(Client(), phone="13911113333", where="https://evil.example/").url == "/portal/"


def test_every_writing_road_asks_for_the_token(cast, demo):
    client = Client(enforce_csrf_checks=True)
    for path in ("/portal/signin/", "/portal/signin/password/", "/portal/signout/", "/portal/join/", "/portal/large/", "/portal/transfer/"):
        assert client.post(path, {"phone": PHONE}).status_code == 403, path


def test_pages_carry_a_strict_policy_and_no_inline_code(cast, demo, client_of):
    client = Client()
    sign_in_by_phone(client)
    client.post("/portal/join/", form(cast))
    officer = client_of("qian")
    pages = [(client, p) for p in ("/portal/", "/portal/mine/", "/portal/my/membership/", "/portal/my/message/")]
    pages += [(officer, p) for p in ("/portal/lectures/", "/portal/applications/", "/portal/posters/")] + [(Client(), "/portal/signin/")]
    for who, path in pages:
        answer = who.get(path)
        assert answer.status_code == 200, path
        policy = answer["Content-Security-Policy"]
        assert "unsafe-inline" not in policy and "unsafe-eval" not in policy
        assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=", answer.content.decode()), path


def test_a_lecture_is_filed_with_a_photo_and_asked_about_when_it_looks_twice(cast, client_of):
    client = client_of("sun")
    picture = BytesIO()
    Image.new("RGB", (40, 30), "red").save(picture, "JPEG")

    def filed(**more):
        photo = SimpleUploadedFile("现场.jpg", picture.getvalue(), "image/jpeg")
        day = (date.today() - timedelta(days=1)).isoformat()
        typed = {
            "node": cast.nodes["union"].pk,
            "series": ["women", "campus"],
            "title": "巾帼宣讲",
            "held_on": day,
            "at_place": "礼堂",
            "head_count": "40",
        }
        return client.post("/portal/lectures/", typed | {"photo": photo} | more)

    assert filed().status_code == 302
    twice = filed()
    assert twice.status_code == 409 and "确为另一场" in twice.content.decode()
    assert filed(another="on").status_code == 302
    assert Activity.objects.for_act("test").count() == 2
    assert "礼堂" in client.get("/portal/lectures/").content.decode()
