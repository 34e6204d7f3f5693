"""Personal data is sealed: values planted through real acts are searched for wherever something is left."""

import json
import logging
import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client

from gonghui.commons.parties import erasing
from gonghui.commons.parties.models import Person
from gonghui.faces.kit.signin import last_code_shown, new_token
from gonghui.house.worker import tidy
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.intake import acts as intake
from gonghui.kernel.intake.models import Batch
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.models import Event
from gonghui.lines.organization.membership import acts, stay_acts
from gonghui.lines.organization.membership.models import Correction, Membership
from tests import cast as casting
from tests.people import valid_id

IMPORTED = [(valid_id(f"1983{m:02d}17", serial=f"7{m:02d}"), f"1596204{m:02d}71") for m in range(1, 9)]
APPLIED, TYPED, REGISTERED, CORRECTED = (valid_id(f"19760{n}19", "430102", f"83{n}") for n in range(1, 5))
PHONES = {"applied": "17759310462", "registered": "18946027315", "corrected": "13362950748", "login": "19952370461"}
WRONG = REGISTERED[:-1] + ("0" if REGISTERED[-1] != "0" else "1")  # one mistyped digit is a person's number all the same
PLANTED = [*(v for pair in IMPORTED for v in pair), APPLIED, TYPED, REGISTERED, CORRECTED, WRONG, *PHONES.values()]
NAMES = ["诸葛惊鸿", "司徒望舒"]
OFFICE = "/office/organization_membership/membership/"


class Places:
    """What has been searched, and what was found there."""

    def __init__(self):
        self.searched, self.found = [], []

    def search(self, place: str, text: str | bytes) -> None:
        data = text.encode() if isinstance(text, str) else text
        self.searched.append(place)
        self.found += [f"{place}: {value}" for value in PLANTED if any(shape in data for shape in shapes(value))]


def shapes(value: str) -> tuple[bytes, ...]:
    """As text, as UTF-16, as hex digits of its bytes."""
    return value.encode(), value.encode("utf-16-le"), value.encode().hex().encode(), value.encode("utf-16-be")


@pytest.fixture
def places(transactional_db, settings, caplog, tmp_path):
    settings.DEBUG, settings.DEMO = False, True
    settings.FILE_UPLOAD_TEMP_DIR, settings.FILE_UPLOAD_MAX_MEMORY_SIZE = str(tmp_path), 200
    caplog.set_level(logging.DEBUG)
    for name in ("gonghui", "django.request", "django.security", "django.server", "axes", "import_export", "asyncio"):
        caplog.set_level(logging.DEBUG, name)
    return Places()


def officer(cast, name) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(cast.accounts[name], backend="gonghui.faces.kit.signin.AccountBackend")
    return client


def roster(rows) -> SimpleUploadedFile:
    book = openpyxl.Workbook()
    for row in (("工会编码", "姓名", "身份证号", "手机号", "入会日期"), *rows):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    return SimpleUploadedFile(f"名册{IMPORTED[0][0]}.xlsx", out.getvalue())


def plant(cast, places):
    """Enter the values by every road that takes them, with faults on the way; search every answer that others may read."""
    sun, wang = officer(cast, "sun"), officer(cast, "wang")
    # a table: four good rows, four with a fault
    rows = [("UNION", "张一民", number, phone, "2020-05-01" if i < 4 else "2199-01-01") for i, (number, phone) in enumerate(IMPORTED)]
    form = {"node": cast.nodes["district"].pk, "kind": "members", "file": roster(rows), "_key": "p1"}
    assert wang.post("/office/kernel/batch/act/intake.check/", form).status_code == 302
    batch = Batch.objects.for_act("test").get()
    places.search("batch page", wang.get(f"/office/kernel/batch/{batch.pk}/change/").content)
    with trusted():
        batch = intake.carry_on(do(intake.start, cast.wang, batch).subject)
    assert (batch.done, batch.bad) == (4, 4)
    # a worker signs in, types a wrong number, then joins, and asks for a correction
    phone = Client(raise_request_exception=False)
    phone.post("/portal/signin/", {"phone": PHONES["applied"]})
    code = re.search(r"\d{6}", last_code_shown(PHONES["applied"]))[0]
    phone.post("/portal/signin/", {"phone": PHONES["applied"], "code": "000000"})
    assert phone.post("/portal/signin/", {"phone": PHONES["applied"], "code": code}).status_code == 302
    mine = {"name": NAMES[0], "union": cast.unions["union"].pk, "employment": "contract", "agree": "on", "_key": "p2"}
    assert phone.post("/portal/join/", {**mine, "id_no": TYPED[:-1] + "A"}).status_code == 422
    assert phone.post("/portal/join/", {**mine, "id_no": APPLIED}).status_code == 302
    places.search("portal, own membership", phone.get("/portal/mine/").content)
    places.search("portal, approving", officer(cast, "qian").get("/portal/applications/").content)
    made = Membership.objects.for_act("test").get(state="applied")
    assert officer(cast, "qian").post(f"{OFFICE}{made.pk}/act/membership.approve/", {"_key": "p3"}).status_code == 302
    says = f"号码应为 {CORRECTED}，电话 {PHONES['corrected']}"
    assert phone.post(f"/portal/act/membership.ask_correction/{made.pk}/", {"says": says, "_key": "p4"}).status_code == 302
    do(stay_acts.settle_correction, cast.wang, Correction.objects.for_act("test").get(), answer=says, phone=PHONES["corrected"])
    # a program registers, by the same key twice, with a wrong number once; a number in a reason is refused
    program = Client(raise_request_exception=False, headers={"Authorization": f"Bearer {new_token(cast.accounts['sun'])}"})
    body = {"union": cast.unions["union"].pk, "name": NAMES[1], "id_no": REGISTERED, "phone": PHONES["registered"]}
    for status, number, key in ((422, WRONG, "a"), (201, REGISTERED, "b"), (200, REGISTERED, "b")):
        answer = program.post(
            "/api/acts/membership.register", json.dumps(body | {"id_no": number}), "application/json", headers={"Idempotency-Key": key}
        )
        assert answer.status_code == status
        places.search(f"program's answer {status}", answer.content)
    reason = {"why": f"与{REGISTERED}重复", "_key": "p5"}
    second = Membership.objects.for_act("test").get(state="applied")
    assert officer(cast, "qian").post(f"{OFFICE}{second.pk}/act/membership.reject/", reason).status_code == 422
    # a full number is shown to whoever says why, on that page and nowhere else
    shown = wang.post(f"/office/commons_parties/person/{made.person_id}/act/parties.reveal/", {"field": "id_no", "why": "核对档案", "_key": "p7"})
    assert APPLIED in shown.content.decode()
    # somebody takes the name field for the phone field, and a search field for a finding aid
    for _ in range(2):
        Client().post("/portal/signin/password/", {"username": PHONES["login"], "password": TYPED})
        Client().post("/office/login/", {"username": PHONES["login"], "password": TYPED})
    for path in (OFFICE, "/office/commons_parties/person/"):
        assert sun.get(path, {"q": REGISTERED}).status_code == 200
    return made, second


def break_things(cast, places, second):
    """Pages that say something went wrong: the database fails in the middle of an act, and the others."""

    def full(execute, sql, params, many, context):
        if 'INSERT INTO "kernel_link"' in sql:
            raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    sun = officer(cast, "sun")
    form = {"union": cast.unions["union"].pk, "name": "张二民", "id_no": TYPED, "employment": "contract", "_key": "p6"}
    with connection.execute_wrapper(full):
        answer = sun.post(f"{OFFICE}act/membership.register/", form)
    assert answer.status_code == 500
    places.search("page 500", answer.content)
    for status, path in ((404, f"{OFFICE}{10**9}/change/"), (403, f"{OFFICE}{second.pk}/act/membership.approve/")):
        answer = sun.get(path)
        assert answer.status_code == status
        places.search(f"page {status}", answer.content)
    answer = Client(raise_request_exception=False).get("/portal/", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    places.search("page 400", answer.content)
    refused = Client(enforce_csrf_checks=True).post("/portal/signin/", {"phone": PHONES["login"]})
    assert refused.status_code == 403
    places.search("page without token", refused.content)


def look_around(cast, places):
    """Everything a colleague without the power to reveal can list, open, export and open behind a figure."""
    wang, wu = officer(cast, "wang"), officer(cast, "wu")
    wide = {f"membershipresource_{name}": "on" for name in ("person", "number", "id_masked", "node", "new_form", "since", "verified", "state")}
    for kind, form in (("xlsx", "0"), ("csv", "1")):
        answer = wang.post(f"{OFFICE}export/", {"format": form, "resource": "", **wide})
        assert answer.status_code == 200
        places.search(f"export {kind}", opened(answer.content))
    person = {f"personresource_{n}": "on" for n in ("name", "gender", "id_masked", "phone_masked", "verified_on")}
    answer = wang.post("/office/commons_parties/person/export/", {"format": "1", "resource": "", **person})
    assert answer.status_code == 200 and "159" in answer.content.decode("utf-8-sig")
    places.search("export persons", answer.content)
    rows = wang.get("/office/figure/membership.members_total/rows.csv", {"node": "DISTRICT"})
    places.search("rows of a figure", b"".join(rows.streaming_content))
    for client, who in ((wang, "district"), (wu, "auditor"), (officer(cast, "zhou"), "province")):
        for noun in ("organization_membership/membership", "commons_parties/person", "kernel/event", "kernel/batch", "organization_membership/card"):
            answer = client.get(f"/office/{noun}/")
            if answer.status_code == 200:
                places.search(f"office {who} {noun}", answer.content)
    program = Client(headers={"Authorization": f"Bearer {new_token(cast.accounts['wang'])}"})
    for slug in ("membership", "person", "batch", "attachment", "transfer", "reveal"):
        answer = program.get(f"/api/{slug}/")
        if answer.status_code == 200:
            places.search(f"api {slug}", answer.content)


def opened(data: bytes) -> bytes:
    """A workbook or archive as the text of its parts; other bytes as they are."""
    if data[:2] != b"PK":
        return data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


def search_what_is_stored(places, settings, caplog, tmp_path):
    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        for part in (path, path.with_name(path.name + "-wal")):
            places.search(f"database {part.name.rpartition('.')[2]}", part.read_bytes())
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"' if connection.vendor == "sqlite" else f'SELECT t::text FROM "{table}" t')
            dump = "\n".join(" ".join(v.hex() if isinstance(v, bytes) else str(v) for v in row) for row in cursor.fetchall())
            places.search(f"table {table}", dump)
    sessions = [s.get_decoded() for s in Session.objects.all()]
    assert sessions and AccessAttempt.objects.exists()
    places.search("sessions", json.dumps(sessions, ensure_ascii=False, default=str))
    places.search(
        "cache", repr(list(cache._cache)).encode() + b"".join(v if isinstance(v, bytes) else repr(v).encode() for v in cache._cache.values())
    )
    kept = [p for p in Path(settings.MEDIA_ROOT).rglob("*") if p.is_file()]
    assert kept
    for path in (*kept, *(p for p in tmp_path.rglob("*") if p.is_file())):
        places.search(f"file {path.name[:12]}", opened(path.read_bytes()))
    assert "OperationalError" in caplog.text and "/act/membership.register/" in caplog.text
    places.search("log", caplog.text + "".join(repr(r.args) for r in caplog.records))


def test_planted_numbers_are_found_nowhere(places, settings, caplog, tmp_path):
    with trusted():
        cast = casting.set_up()
    _made, second = plant(cast, places)
    break_things(cast, places, second)
    look_around(cast, places)
    with trusted():
        search_what_is_stored(places, settings, caplog, tmp_path)
        events = "".join(Event.objects.for_act("test").values_list("changes", flat=True))
        assert verify() is None
    assert not [name for name in NAMES if name in events]
    print(f"places searched {len(places.searched)}, found = {len(places.found)}")
    assert not places.found, places.found
    # the search itself would find them, and what need not be sealed is there
    probe = Places()
    probe.search("plain", f"x{REGISTERED}x")
    probe.search("bytes", b"\x00" + PHONES["applied"].encode("utf-16-le"))
    assert len(probe.found) == 2


def left_of(values: list[bytes]) -> list[bytes]:
    """Which of the values still stand in a table, or on SQLite anywhere in its files, freed pages and log included."""
    data = b""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            data += b" ".join(bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode() for row in cursor.fetchall() for v in row)
    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        data += b"".join(part.read_bytes() for part in (path, path.with_name(path.name + "-wal")))
    return [value for value in values if value in data]


def test_the_key_and_the_name_of_an_erased_person_leave_the_database(transactional_db):
    with trusted():
        cast = casting.set_up()
        made = do(acts.register, cast.sun, union=cast.unions["union"], name=NAMES[1], id_no=REGISTERED).subject
        for n in range(40):
            do(acts.register, cast.sun, union=cast.unions["union"], name="张一民", id_no=valid_id(serial=f"{n:03d}"))
        do(acts.reject, cast.qian, made, why="重复")
        person = Person.objects.for_act("test").get(pk=made.person_id)
        values = [bytes(person.salt), bytes(person.id_hash), person.name.encode(), person.pinyin.encode()]
        assert left_of(values) == values
        do(erasing.erase, cast.wang, person, why="本人请求")
        tidy()
        assert left_of(values) == []


def test_a_table_is_destroyed_when_nobody_needs_it_any_more(transactional_db):
    with trusted():
        cast = casting.set_up()
        row = ("UNION", "张一民", IMPORTED[0][0], "", "2020-05-01")
        late = ("UNION", "张二民", IMPORTED[1][0], "", "2199-01-01")
        for rows, kept in (([row], False), ([late], True)):
            upload = roster(rows)
            batch = do(intake.check, cast.wang, node=cast.nodes["district"], kind="members", file=upload).subject
            assert batch.stored
            batch = intake.carry_on(do(intake.start, cast.wang, batch).subject) if batch.good else batch
            assert batch.stored == kept
        assert intake.let_go(date.today()) == 0 and batch.stored
        assert intake.let_go(date(2100, 1, 1)) == 1 and not batch.stored
    page = officer(cast, "wang")
    assert page.get(f"/office/batch/{batch.pk}/bad.xlsx").status_code == 404
    assert page.get(f"/office/kernel/batch/{batch.pk}/change/").status_code == 200
