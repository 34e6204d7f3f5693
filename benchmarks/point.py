"""One figure at any node and period of a full province, and the first page of the rows behind a province's figure."""

import random
import time

from django.db import connection
from django.test import Client

from benchmarks import full
from benchmarks.measure import p95, timed, told
from gonghui.commons.activities.models import Activity
from gonghui.commons.cases.models import Case
from gonghui.commons.registers.models import RegisterEntry
from gonghui.house.asgi import settle_in
from gonghui.kernel.access.wall import reading_as
from gonghui.kernel.indicators import INDICATORS, figure
from gonghui.kernel.indicators.remembered import adds
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.models import Placement
from gonghui.lines.organization.membership.models import Membership, Spell

ASKED = 400
COUNTED = (Activity, Case, RegisterEntry, Spell, Membership, Placement)
PERIODS = ("2025", "2026-03", "2025H1", "5y-to-2025", "asof-2026-06-30")
OPENED = ("lectures.sessions", "hotline.tickets", "publicity.articles", "membership.members_total", "membership.joined", "orgs.total@basic")


def run() -> bool:
    """Told beside `select 1`; the figures are those of the nouns that fill the province."""
    province = full.laid()
    with full.as_service():
        settle_in()
        with reading_as(province.officer):
            holds = figures(province)
        return opened(province) & holds


def combinations(province) -> list[tuple]:
    dice = random.Random(3)
    mine = [one for one in INDICATORS.values() if one.counts in COUNTED]
    nodes = [[province.root], province.cities, province.counties, province.towns, province.unions]
    return [(dice.choice(mine), dice.choice(dice.choice(nodes)), Period.parse(dice.choice(PERIODS))) for _ in range(ASKED)]


def figures(province) -> bool:
    """Every figure is asked for twice: anew, and once it is known."""
    asked, took = combinations(province), ([], [])
    for indicator, node, period in asked:
        for times in took:
            started = time.perf_counter()
            figure(indicator, node, period, viewer=province.officer)
            times.append(time.perf_counter() - started)
    cold, warm = took
    bare = timed(select_one)
    for seconds, (indicator, node, period) in sorted(zip(warm, asked, strict=True), key=lambda pair: -pair[0])[:5]:
        kept = "by parts" if adds(indicator) else indicator.kind
        print(f"  {seconds * 1000:8.1f} ms {indicator.key} at a {node.kind}, {period} ({kept})")
    print(
        f"point: {len(asked)} figures, anew p95 {p95(cold):.0f} ms, known p95 {p95(warm):.1f} ms, {p95(warm) / bare:.0f} x select 1 ({bare:.2f} ms)",
        flush=True,
    )
    return told("point: a figure that is known", p95(warm), "ms", 10)


def select_one() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def opened(province) -> bool:
    """The office's page of a figure with its first fifty rows, through the whole stack, before the second wall."""
    client = Client()
    client.force_login(province.officer.account, backend="gonghui.faces.kit.signin.AccountBackend")
    holds = True
    for key in OPENED:
        path = f"/office/figure/{key}/?node={province.root.code}&period={'asof-2026-06-30' if key in OPENED[3:4] + OPENED[5:] else '2025'}"
        assert client.get(path).status_code == 200, key
        holds &= told(f"point: rows behind {key}", timed(lambda p=path: client.get(p).content, 20), "ms", 200)
    return holds
