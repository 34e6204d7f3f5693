"""One million members in 55,100 nodes on PostgreSQL: intake, tree, pages, figure."""

import os
import resource
import time
from dataclasses import replace
from datetime import date

import polars as pl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.backends.signals import connection_created
from django.test import Client

from benchmarks import house
from benchmarks.measure import copy_again, p95, timed, told
from gonghui.commons.parties.models import Person, Verification
from gonghui.kernel.access.viewer import SYSTEM, Viewer
from gonghui.kernel.access.wall import APP_ROLE, reading_as, trusted
from gonghui.kernel.indicators import figure, find, remembered
from gonghui.kernel.intake.acts import carry_on, check, start
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.periods import Period
from gonghui.kernel.search import named
from gonghui.kernel.tree.models import Node
from gonghui.lines.organization.membership.models import Membership, Spell
from gonghui.lines.organization.orgs import tree_acts
from gonghui.lines.organization.orgs.models import Union
from gonghui.rehearsal.people import people
from gonghui.rehearsal.replay import builders
from gonghui.rehearsal.replay.ground import appoint, lay

MEMBERS = int(os.environ.get("GONGHUI_BENCH_MEMBERS", "1000000"))
UNIONS, MOVED = 52_000, 3_000


def run(wanted) -> int:
    with trusted():
        ground = lay("bench")
        codes = builders.unions(ground, [date(2012, 1, 1)] * UNIONS)
        county = appoint(ground.cities[2], "county", "MOVED")
        moved = replace(ground, towns=[appoint(county, "town", f"MOVED-{i}") for i in range(10)])
        codes += builders.unions(moved, [date(2012, 1, 1)] * MOVED)
        results = [intake(ground, codes)]
        if "house" in wanted:
            house.fill(ground, codes)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    connection.close()
    connection_created.connect(as_application)
    if "tree" in wanted:
        results.append(tree(ground, county))
    if "pages" in wanted:
        results.append(pages(ground))
    if "figure" in wanted:
        results.append(one_figure(ground))
    if "house" in wanted:
        results.append(house.pages(ground))
    return 0 if all(results) else 1


def as_application(connection, **_):
    """From here on the second wall stands, as in service."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {APP_ROLE}")


def intake(ground, codes) -> bool:
    """Rows a second from CSV into person, membership, spell and event rows, against COPY of those rows into the same tables."""
    size, done, seconds = 500_000, 0, 0.0
    while done < MEMBERS:
        count = min(size, MEMBERS - done)
        frame = people(done, count).with_columns(
            pl.Series("union", [codes[i * 7 % len(codes)] for i in range(count)]), pl.lit("2020-05-01").alias("joined_on"), pl.lit("").alias("new_form"), pl.lit("contract").alias("employment")
        )  # fmt: skip
        upload = SimpleUploadedFile("members.csv", frame.write_csv().encode())
        started = time.perf_counter()
        batch = do(check, ground.officer, node=ground.root, kind="members", file=upload).subject
        carry_on(do(start, ground.officer, batch).subject)
        seconds += time.perf_counter() - started
        done += count
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    raw = copy_again((Person, Membership, Spell, Verification, Event))
    print(f"intake {MEMBERS / seconds:.0f} rows/s; COPY of the same rows into the same tables {MEMBERS / raw:.0f} rows/s")
    return told("intake: rate against COPY", raw / seconds, "x", 0.3, at_least=True) & told("intake: memory", memory, "MiB", 1024)


def tree(ground, county) -> bool:
    """One level and a search, read as an officer reads; and a county that moves with 3,000 unions and their members."""
    viewer = Viewer(ground.officer.account)
    town = ground.towns[0]
    with reading_as(viewer):
        level = timed(lambda: list(Node.objects.within(viewer).filter(parent=town, until=None).order_by("name")[:200]))
        search = max(
            timed(lambda word=word: list(Node.objects.within(viewer).filter(named(word, "~sought"))[:25])) for word in ("U4321", "changgong", "cgh")
        )
    with trusted():
        took = []
        for target in ground.cities * 7:
            union = Union.objects.for_act("bench").select_related("node").get(node=county)
            started = time.perf_counter()
            do(tree_acts.move, SYSTEM, union, parent=Node.objects.for_act("bench").get(pk=target.pk), on=date(2024, 1, 1 + len(took)))
            took.append(time.perf_counter() - started)
        below = Node.objects.for_act("bench").filter(path__startswith=Node.objects.for_act("bench").get(pk=county.pk).path).count()
    print(f"moved {below} nodes {len(took)} times")
    return (
        told("tree: one level of 55,100", level, "ms", 100)
        & told("tree: search by name or pinyin", search, "ms", 50)
        & told("tree: move of 3,000 unions", p95(took) / 1000, "s", 1)
    )


def pages(ground) -> bool:
    """Office list and record at a million members, through the whole stack, before the second wall."""
    client = Client()
    client.force_login(ground.officer.account, backend="gonghui.faces.kit.signin.AccountBackend")
    with trusted():
        row = Membership.objects.for_act("bench").order_by("pk").first().pk
    base = "/office/organization_membership/membership/"
    holds = True
    for name, path in (
        ("list", base),
        ("list, filtered", f"{base}?state__exact=active"),
        ("list, searched", f"{base}?q=zhou"),
        ("record", f"{base}{row}/change/"),
    ):
        holds &= told(f"pages: {name}", timed(lambda path=path: client.get(path).content, 20), "ms", 150)
    return holds


def one_figure(ground) -> bool:
    """Members at the province: as counted anew, with nothing written since, and with a union written to before each asking."""
    period, indicator = Period.parse("asof-2024-06-30"), find("membership.members_total")

    def ask():
        value = figure(indicator, ground.root, period, viewer=ground.officer).value
        assert value == MEMBERS, value

    def ask_anew():
        remembered.forget_all()
        ask()

    with trusted():
        spells = iter(list(Spell.objects.for_act("bench").order_by("pk").values_list("pk", flat=True)[:: MEMBERS // 200]))
    print(f"figure counted anew {timed(ask_anew):.0f} ms")
    ask()
    took = []
    for _ in range(40):
        by_house("bench.touch", lambda ctx: Spell.objects.for_act("bench").filter(pk=next(spells)).update(new_form="courier"))
        started = time.perf_counter()
        ask()
        took.append(time.perf_counter() - started)
    return told("figure: members at the province", timed(ask), "ms", 50) & told("figure: the same after each write", p95(took), "ms", 50)
