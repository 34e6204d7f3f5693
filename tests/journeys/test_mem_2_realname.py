"""MEM-2 Real-name member base: a roster dry-run, duplicates under 15 and 18 digits, declared against verified."""

from io import BytesIO

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gonghui.kernel.intake.acts import carry_on
from gonghui.kernel.intake.models import Batch
from tests.people import valid_id

HEAD = ("工会编码", "姓名", "身份证号", "手机号", "入会日期")


def workbook(rows):
    book = openpyxl.Workbook()
    for row in (HEAD, *rows):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    return SimpleUploadedFile("名册.xlsx", out.getvalue())


def test_a_roster_is_judged_row_by_row_and_bad_rows_come_back(cast, program):
    old = valid_id("19650101", serial="123")
    short = old[:6] + old[8:17]
    rows = [
        ("UNION", "张一民", old, "13800000001", "2020-05-01"), ("UNION", "张一民", short, "", "2020-05-01"),
        ("UNION", "李二妹", "", "", "2021-05-01"), ("UNION", "王三", 4.40524188001010014e17, "", "2021-05-01"), ("UNION", "赵四", valid_id("20150101"), "", "2022-05-01"),
    ]  # fmt: skip
    officer = Client()
    officer.force_login(cast.accounts["wang"], backend="gonghui.faces.kit.signin.AccountBackend")
    form = {"node": cast.nodes["district"].pk, "kind": "members", "file": workbook(rows)}
    answer = officer.post("/office/kernel/batch/act/intake.check/", form)
    assert answer.status_code == 302
    batch = Batch.objects.for_act("journey").get()
    assert (batch.total, batch.good, batch.bad) == (5, 2, 3)
    page = officer.get(f"/office/kernel/batch/{batch.pk}/change/").content.decode()
    assert "视为同一人" in page and "科学计数" in page and "16 周岁" in page
    back = openpyxl.load_workbook(BytesIO(officer.get(f"/office/batch/{batch.pk}/bad.xlsx").content)).active
    told = list(back.iter_rows(values_only=True))
    assert len(told) == 4 and "原因" in told[0] and any("16 周岁" in str(c) for c in told[3])
    assert officer.post(f"/office/kernel/batch/{batch.pk}/act/intake.start/").status_code == 302
    carry_on(Batch.objects.for_act("journey").get())
    wang = program("wang")
    figures = {
        key: wang(f"/figures/membership.{key}", node="DISTRICT", period="asof-2023").json()["value"] for key in ("members_total", "realname_members")
    }
    assert figures == {"members_total": 2, "realname_members": 1}
    assert wang("/figures/membership.realname_rate", node="DISTRICT", period="asof-2023").json()["value"] == "50.00"
