"""The pages that span all lines, at a million members and two million records on PostgreSQL."""

import os
import re
from datetime import date, timedelta

import polars as pl
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.measure import timed, told
from gonghui.commons.activities.models import Activity
from gonghui.commons.cases.models import Case
from gonghui.commons.parties.models import Person
from gonghui.commons.registers.models import RegisterEntry
from gonghui.house.asgi import settle_in
from gonghui.kernel.access.models import Account, Grant
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.production.safety import acts as safety
from gonghui.rehearsal.replay.ground import PIECE

RECORDS = int(os.environ.get("GONGHUI_BENCH_RECORDS", "2000000"))
FIRST, DAYS = date(2015, 1, 1), 3500
HELD = ("labour_contest", "lesson", "culture", "lecture", "joint_conference", "job_fair", "law_event", "cool_visit", "sports", "arts_contest")
BROUGHT = ("ticket", "aid.advice", "med.dispute", "sup.arrears", "petition")
ENTERED = ("award", "article", "patent", "legal_pro", "job_certificate")
ABOUT = ("欠薪", "加班", "工伤", "劳动合同", "社会保险", "休息休假", "集体合同", "劳动保护")


def fill(ground, codes) -> None:
    """Matters 8, activities 7 and entries 5 of 20, taken in by tables; one matter in ten is under way."""
    for kind, part, rows in (("cases", 8, _matters), ("activities", 7, _activities), ("register", 5, _entries)):
        count = RECORDS * part // 20
        for first in range(0, count, PIECE):
            ground.table(kind, rows(codes, pl.int_range(first, min(first + PIECE, count), eager=True)))
    with trusted():
        made = [model.objects.for_act("bench").count() for model in (Case, Activity, RegisterEntry)]
    print(f"records: {made[0]:,} matters, {made[1]:,} activities, {made[2]:,} entries", flush=True)


def _common(codes, numbers: pl.Series, kinds) -> pl.DataFrame:
    return pl.DataFrame({"n": numbers}).with_columns(
        pl.Series("node", [codes[n * 13 % len(codes)] for n in numbers]),
        pl.Series("kind", [kinds[n % len(kinds)] for n in numbers]),
        pl.Series("day", [(FIRST + timedelta(days=n * 7 % DAYS)).isoformat() for n in numbers]),
        pl.Series("about", [ABOUT[n // 7 % len(ABOUT)] for n in numbers]),
    )


def _matters(codes, numbers) -> pl.DataFrame:
    closed = pl.when(pl.col("n") % 10 > 0).then(pl.col("day")).otherwise(pl.lit(""))
    return _common(codes, numbers, BROUGHT).select(
        "node", "kind", pl.format("{}事项第{}号", "about", "n").alias("title"), pl.col("day").alias("opened_on"), closed.alias("closed_on"),
        pl.lit("").alias("topic"), pl.lit("").alias("client"), pl.lit("").alias("channel"), pl.lit("1").alias("people"), pl.lit("是").alias("resolved"),
        *(pl.lit("").alias(name) for name in ("claimed", "recovered", "recovered_on")),
    )  # fmt: skip


def _activities(codes, numbers) -> pl.DataFrame:
    return _common(codes, numbers, HELD).select(
        "node", "kind", pl.format("{}知识普及第{}场", "about", "n").alias("title"), pl.col("day").alias("held_on"), pl.lit("30").alias("head_count"),
        *(pl.lit("").alias(name) for name in ("host", "ended_on", "edition", "venue", "level", "state", "series", "plan", "partner")), pl.lit("会场").alias("at_place"),
    )  # fmt: skip


def _entries(codes, numbers) -> pl.DataFrame:
    return _common(codes, numbers, ENTERED).select(
        "node", "kind", pl.format("{}先进第{}项", "about", "n").alias("title"), pl.col("day").alias("since"), pl.lit("省总工会").alias("issuer"),
        pl.format("表〔{}〕号", "n").alias("number"), pl.lit("一班").alias("holder_name"),
        *(pl.lit("").alias(name) for name in ("tier", "topic", "id_no", "quantity", "unit", "year", "in_force_from", "until", "note")),
    )  # fmt: skip


def _officer(login: str, role: str, node) -> Account:
    def make(ctx):
        account = Account(login=login, name=login, node=node)
        account.set_unusable_password()
        account.save()
        Grant(account=account, role=role, node=node, since=FIRST).save()
        return account

    return by_house("bench.officer", make)


def _worker(ground) -> Account:
    """A member with dangers told of on the phone."""

    def make(ctx):
        account = Account(login="worker", name="工人")
        account.set_unusable_password()
        account.save()
        person = Person.objects.for_act("bench").order_by("pk").first()
        person.account = account
        person.save()
        return account

    account = by_house("bench.worker", make)
    for n in range(3):
        do(safety.tell, Viewer(account), node=ground.towns[0], title=f"楼梯缺扶手 {n}", at_place="三楼")
    return account


def signed_in(account) -> Client:
    client = Client()
    client.force_login(account, backend="gonghui.faces.kit.signin.AccountBackend")
    return client


def asked(client, path) -> int:
    """Statements of a page that ask for rows."""
    with CaptureQueriesContext(connection) as seen:
        answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return sum(1 for one in seen.captured_queries if re.match(r"SELECT", one["sql"]) and "set_config" not in one["sql"])


def pages(ground) -> bool:
    """The 95th percentile of each page through the whole stack, before the second wall; none asks more than the tests freeze."""
    settle_in()  # as the server does before it answers
    with trusted():
        province = signed_in(ground.officer.account)
        county = signed_in(_officer("bench-county", "county_officer", ground.counties[1]))
        worker = signed_in(_worker(ground))
    holds = True
    for who, client in (("province", province), ("county", county)):
        for name, path in (
            ("the sidebar alone", "/office/found/"),
            ("morning list", "/office/"),
            ("search, rare", "/office/found/?q=第123457"),
            ("search, frequent", "/office/found/?q=工伤"),
            ("search, nothing", "/office/found/?q=没有的词"),
            ("search, two words", "/office/found/?q=社会保险 77"),
        ):
            number = asked(client, path)
            holds &= told(f"house: {who}, {name} ({number} queries)", timed(lambda c=client, p=path: c.get(p).content, 20), "ms", 150)
    number = asked(worker, "/portal/")
    return holds & told(f"house: the worker's page ({number} queries)", timed(lambda: worker.get("/portal/").content, 20), "ms", 150)
