"""Tables: hostile files do nothing, a killed import goes on where it stood."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gonghui.kernel.intake import acts as intake
from gonghui.kernel.intake.models import Batch
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.ledger.do import do
from gonghui.kernel.refusal import Refused
from gonghui.lines.organization.membership.models import Membership, Spell
from tests.people import valid_id

HEAD = ("工会编码", "姓名", "身份证号", "手机号", "入会日期")


def xlsx(rows, change=lambda book: None):
    book = openpyxl.Workbook()
    for row in (HEAD, *rows):
        book.active.append(row)
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(data, name, body):
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return out.getvalue()


ROW = ("UNION", "张一民", "", "", "2020-05-01")
HOSTILE = {
    "a bomb": lambda: ("a.xlsx", with_part(xlsx([ROW]), "xl/media/a.bin", b"\0" * (450 << 20)), "intake.bomb"),
    "a thousand parts": lambda: ("a.xlsx", parts(xlsx([ROW]), 1000), "intake.bomb"),
    "no workbook": lambda: ("a.xlsx", b"PK\x03\x04[Content_Types].xml" + b"junk" * 100, "evidence.broken"),
    "an executable": lambda: ("a.xlsx", b"MZ\x90\0" + b"\0" * 500, "evidence.wrong_type"),
    "a page": lambda: ("a.xlsx", b"<html><script>alert(1)</script>", "evidence.wrong_type"),
    "nothing": lambda: ("a.csv", b"", None),
    "only a heading": lambda: ("a.xlsx", xlsx([]), "intake.no_rows"),
    "other columns": lambda: ("a.csv", "甲,乙\n1,2\n".encode(), "intake.no_column"),
    "300 MB": lambda: ("a.csv", b"x" * (61 << 20), "evidence.too_big"),
}


def parts(data, count):
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        for i in range(count):
            archive.writestr(f"xl/x{i}", b"x")
    return out.getvalue()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence(cast, name):
    filename, data, code = HOSTILE[name]()
    with pytest.raises(Refused) as no:
        do(intake.check, cast.wang, node=cast.nodes["district"], kind="members", file=SimpleUploadedFile(filename, data))
    assert no.value.text and (code is None or no.value.code == code)
    assert not Batch.objects.for_act("test").exists()


def test_formulas_links_and_gb18030_are_read_as_plain_text(cast):
    def formula(book):
        book.active["B3"] = '=HYPERLINK("http://evil.example","x")'

    batch = do(
        intake.check, cast.wang, node=cast.nodes["district"], kind="members", file=SimpleUploadedFile("a.xlsx", xlsx([ROW, ROW], formula))
    ).subject
    assert (batch.good, batch.bad) == (1, 1)
    chinese = ("工会编码,姓名,身份证号,手机号,入会日期\nUNION,张一民,,,2020-05-01\n").encode("gb18030")
    batch = do(intake.check, cast.wang, node=cast.nodes["district"], kind="members", file=SimpleUploadedFile("a.csv", chinese)).subject
    assert batch.good == 1


def test_a_killed_import_goes_on_without_loss_or_doubles(cast, monkeypatch):
    monkeypatch.setattr(intake, "CHUNK", 40)
    rows = [("UNION", f"张{chr(0x4E00 + i)}", valid_id(serial=f"{i:03d}"), "", "2020-05-01") for i in range(200)]
    upload = SimpleUploadedFile("a.xlsx", xlsx(rows))
    batch = do(intake.start, cast.wang, do(intake.check, cast.wang, node=cast.nodes["district"], kind="members", file=upload).subject).subject

    class Killed(Exception):
        pass

    def die(batch, at):
        if batch.cursor >= at:
            raise Killed

    for at in (40, 90, 150):
        with pytest.raises(Killed):
            intake.carry_on(Batch.objects.for_act("test").get(pk=batch.pk), progress=lambda b, at=at: die(b, at))
        done = Batch.objects.for_act("test").get(pk=batch.pk).done
        assert Membership.objects.for_act("test").count() == done
    batch = intake.carry_on(Batch.objects.for_act("test").get(pk=batch.pk))
    assert (batch.state, batch.done) == ("done", 200)
    assert Membership.objects.for_act("test").count() == 200 == Spell.objects.for_act("test").count()
    assert verify() is None


def test_a_table_is_not_taken_in_where_one_has_no_power(cast):
    data = "上级编码,组织编码,工会名称,类型,成立日期\nDISTRICT,X,新工会,single,2021-03-01\n"
    with pytest.raises(Refused) as no:
        do(intake.check, cast.sun, node=cast.nodes["union"], kind="unions", file=SimpleUploadedFile("a.csv", data.encode()))
    assert no.value.code == "intake.not_yours"


def test_a_union_outside_the_node_is_no_target(cast):
    data = "工会编码,姓名\nFAR,张一民\n"
    batch = do(intake.check, cast.wang, node=cast.nodes["district"], kind="members", file=SimpleUploadedFile("a.csv", data.encode())).subject
    assert batch.good == 0 and batch.errors.get().code == "membership.no_union"
    with pytest.raises(Refused):
        do(intake.start, cast.wang, batch)
