"""A program imports a table: template, dry run, verdicts, start, progress, the bad rows back."""

from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gonghui.house.worker import work
from gonghui.kernel.intake.sheet import SHEETS
from gonghui.lines.organization.membership.models import Membership
from tests.faces.api.conftest import refused
from tests.people import valid_id

HEAD = "工会编码,姓名,身份证号,手机号,入会日期\n"
TABLE = HEAD + f"UNION,张一民,{valid_id()},,2020-05-01\nUNION,李,,,2020-05-01\nNONE,王二,,,2020-05-01\n"


def upload(text=TABLE, name="名册.csv"):
    return SimpleUploadedFile(name, text.encode())


def book(answer):
    assert answer["Content-Type"].startswith("application/vnd.openxmlformats")
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(BytesIO(answer.content)).active]


@pytest.mark.django_db(transaction=True)
def test_a_table_goes_in_over_the_api_from_template_to_bad_rows(cast, program):
    wang = program("wang")
    tables = {t["kind"]: t for t in wang.get("/tables/").json()["items"]}
    assert [c["heading"] for c in tables["members"]["columns"]][:2] == ["工会编码", "姓名"]
    head = book(wang.get("/tables/members/template"))[0]
    assert head == [c["heading"] for c in tables["members"]["columns"]]

    checked = wang.send("/acts/intake.check", key="t1", node=cast.nodes["district"].pk, kind="members", file=upload())
    assert checked.status_code == 201, checked.content.decode()
    (pk,) = checked.json()["subjects"]
    batch = wang.get(f"/batch/{pk}").json()
    assert (batch["total"], batch["good"], batch["bad"], batch["done"], batch["state"]) == (3, 1, 2, 0, "checked")
    assert "intake.start" in batch["acts"] and batch["files"][0]["name"] == "名册.csv"
    assert not Membership.objects.for_act("test").exists()
    first = wang.get(f"/batch/{pk}/errors", limit=1).json()
    rest = wang.get(f"/batch/{pk}/errors", after=first["next"]).json()
    assert [e["row"] for e in first["items"] + rest["items"]] == [3, 4] and rest["next"] is None
    assert all(e["code"] and e["says"] for e in first["items"] + rest["items"])

    assert wang.post(f"/acts/intake.start/{pk}").status_code == 200
    assert wang.get(f"/batch/{pk}").json()["state"] == "running"
    work()
    batch = wang.get(f"/batch/{pk}").json()
    assert (batch["done"], batch["state"]) == (1, "done")
    back = book(wang.get(f"/batch/{pk}/bad-rows"))
    assert len(back) == 3 and back[0][-2:] == ["原因", "原行号"] and [r[-1] for r in back[1:]] == [3, 4] and back[1][1] == "李"
    sent = wang.client.get(f"/api/files/{batch['files'][0]['id']}", headers=wang.headers)
    assert sent.content.decode() == TABLE and "attachment" in sent["Content-Disposition"]
    assert [e["says"] for e in wang.get(f"/batch/{pk}/history").json()["items"]][-1] == "已校验，尚未写入"


def test_a_table_of_somebody_else_is_not_found(cast, program):
    (pk,) = program("wang").send("/acts/intake.check", node=cast.nodes["district"].pk, kind="members", file=upload()).json()["subjects"]
    for path in (f"/batch/{pk}", f"/batch/{pk}/errors", f"/batch/{pk}/bad-rows", f"/batch/{pk}/history"):
        assert refused(program("zhao").get(path), 404, "not_found"), path
    assert refused(program("zhao").post(f"/acts/intake.start/{pk}"), 404)
    assert program("li").get(f"/batch/{pk}/errors").status_code == 200
    assert refused(program("chen").get("/tables/members/template"), 404) and program("chen").get("/tables/").json()["items"] == []
    assert refused(program("chen").get("/tables/none/template"), 404)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"file": upload("x", "a.exe")}, "evidence.wrong_type"), ({"file": upload("甲,乙\n1,2\n")}, "intake.no_column"), ({}, "form.required"),
        ({"file": "text"}, "form.required"), ({"file": upload(), "kind": "none"}, "form.not_on_the_list"), ({"file": upload(), "zzz": "1"}, "json.unknown_field"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_is_refused_on_its_field(cast, program, form, code):
    answer = program("wang").send("/acts/intake.check", **({"node": cast.nodes["district"].pk, "kind": "members"} | form))
    assert refused(answer, 422, code), answer.content.decode()


def test_json_cannot_carry_a_file(cast, program):
    sent = {"node": cast.nodes["district"].pk, "kind": "members", "file": "工会编码"}
    assert refused(program("wang").post("/acts/intake.check", sent), 422, "json.wrong_type")


def test_every_table_that_is_declared_has_its_template(cast, program):
    for kind, sheet in SHEETS.items():
        answer = program("zhou").get(f"/tables/{kind}/template")
        assert answer.status_code == (200 if cast.zhou.may(sheet.power) else 404), kind
