"""The published figures of the claims file: reproduced from records, decoys beside them, and noticed when one short."""

import csv
import json
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection, transaction

from gonghui.commons.activities.models import Activity
from gonghui.commons.money.models import Payment
from gonghui.house import examples, indicator_pages
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.indicators.trace import rows_of, trace
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.models import Node
from gonghui.rehearsal.replay import replay
from gonghui.rehearsal.replay.claims import CONTEXT, read
from gonghui.rehearsal.replay.federations import FEDERATIONS, build, node_of
from gonghui.rehearsal.replay.meanings import definitions, indicator_key, restated
from gonghui.rehearsal.replay.run import built, judge
from tests.published import CLAIMS, needed
from tests.shares import share

SCALE = 0.001
DAY = timedelta(days=1)
# all of a closed list (the four seasons, the three forms of service, every county), or of a congress that comes once in five years:
# no other day within a year could add one
CLOSED = {"YA-038", "HB-053", "SN-061", "SN-062", "HB-039", "HB-040", "GZ-001", "GZ-002"}


@pytest.fixture(autouse=True)
def published():
    needed()


def claims_of(org: str) -> list:
    return [c for c in read(CLAIMS) if c.line in built() and c.root == org and c.id not in CONTEXT]


@pytest.mark.long
@pytest.mark.parametrize("org", share(FEDERATIONS, 2))
def test_published_figures_are_reproduced_and_one_short_is_noticed(db, org):
    """Each federation on one of the databases: built as printed, beside decoys that do not count; without a record it is not as printed."""
    mine = claims_of(org)
    numbers = {c.id: c.target(SCALE) for c in mine}
    with trusted():
        stage = build(org, lambda claim: numbers.get(claim, 0))
        verdicts = {c.id: judge(c, stage, SCALE) for c in mine}
        lonely = [c.id for c in mine if not decoys_of(c, stage)]
        unnoticed = [c.id for c in mine if not notices(c, stage)]
        apart = [c.id for c in mine if c.id in restated() and not told_twice(c, verdicts[c.id][1], stage)]
    assert mine and not {claim: told for claim, (verdict, told, _made) in verdicts.items() if verdict != "reproduced"}
    assert not apart, "these were to be one figure"
    assert not lonely, "nothing stands near these that could have been counted by mistake"
    assert not unnoticed, "these hold without some of the records behind them"


def notices(claim, stage) -> bool:
    """
    Whether a claim no longer holds without a record behind it, or without as many as its wording leaves open and one more.

    Of what is covered in full, and of so much each, the record is missing above and below the line: then the two parts are less.
    """
    indicator, period, node = find(indicator_key(claim)), Period.parse(claim.period), node_of(claim.org, stage)
    name, _sign, rows = trace(indicator, node, period)[0]
    of = getattr(getattr(indicator, name, None) or indicator, "of", "")
    shares = dict.fromkeys(rows.values_list(of, flat=True), 1) if of else dict(rows.order_by("-share").values_list("pk", "share"))
    if indicator.kind == "ordinal":
        shares = {pk: 1 for pk, number in shares.items() if number == max(shares.values())}
    told = figure(indicator, node, period, viewer=SYSTEM)
    gone, left = [], sum(shares.values())
    least = 0 if indicator.kind == "ordinal" else left * one_short(claim) / told.value
    for key, one in shares.items():
        if left <= least:
            break
        gone, left = [*gone, key], left - one
    with transaction.atomic():
        by_house("tests.short", lambda ctx: take_away(rows.filter(**{f"{of or 'pk'}__in": gone})))
        short = figure(indicator, node, period, viewer=SYSTEM)
        transaction.set_rollback(True)
    alike = indicator.kind == "mean" or (indicator.kind == "ratio" and claim.qualifier == "full_coverage")
    return not claim.holds(short.value, SCALE) or (alike and short.parts != told.parts)


def take_away(rows) -> None:
    """Delete records and nothing else; what points at them is not looked at until the transaction ends."""
    keys = ", ".join(map(str, rows.values_list("pk", flat=True)))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {rows.model._meta.db_table} WHERE id IN ({keys})")


def one_short(claim) -> int:
    return max(int(claim.scaled(SCALE) * (Decimal("0.9") if claim.qualifier == "approx" else 1)) - 1, 0)


def decoys_of(claim, stage) -> bool:
    """Tell whether neighbours have the same, and whether the days around the period, or the year after it, have more or less of it."""
    indicator, period = find(indicator_key(claim)), Period.parse(claim.period)
    node = node_of(claim.org, stage)

    def value(where, span):
        return figure(indicator, where, span, viewer=SYSTEM).value

    here = value(node, period)
    wider = [Period("wider", period.start - 366 * DAY, period.end + after * DAY) for after in (1, 366)]
    told = value(stage.beside.root, period)
    near = told is not None if indicator.kind in ("ratio", "growth") else told or value(stage.ground.root, period) != here
    return bool(near) and (claim.id in CLOSED or any(value(node, span) != here for span in wider))


def test_every_printed_figure_has_an_example_that_opens_to_rows():
    kept = json.loads(indicator_pages.EXAMPLES.read_text())
    printed = {indicator_key(c) for c in read(CLAIMS) if c.id not in CONTEXT}
    assert not [key for key in sorted(printed) if key not in kept or examples.lacking(kept[key])], "gonghui catalogue --examples --claims FILE"


def test_cancelled_lectures_stand_inside_the_period(db):
    assert replay(CLAIMS, scale=SCALE, only=["BJ-007"], out=lambda text: None) == 0
    with trusted():
        cancelled = Activity.objects.for_act("decoys").filter(state="cancelled", tags__slug="women", held_on__range=("2024-01-01", "2024-06-30"))
        assert cancelled.exists()


def told_twice(claim, verdict: str, stage) -> bool:
    """Whether a claim that says another one again says so, and is the same figure or one of the very same records, granted and paid in other years."""
    first = next(c for c in claims_of(claim.root) if c.id == restated()[claim.id])
    asked = [(indicator_key(c), c.org, Period.parse(c.period).start, Period.parse(c.period).end) for c in (claim, first)]
    if f"restates {first.id}" not in verdict:
        return False
    if asked[0] == asked[1]:
        return True
    one, other = (behind(rows_of(find(indicator_key(c)), node_of(c.org, stage), Period.parse(c.period), True)) for c in (claim, first))
    return one == other != set()


def behind(rows) -> set:
    """The records a figure counts; behind a payment stands what gave it cause."""
    if rows.model is Payment:
        return set(rows.values_list("cause_noun", "cause_id"))
    return {(rows.model._meta.label_lower, pk) for pk in rows.values_list("pk", flat=True)}


def test_a_claim_that_nobody_builds_or_counts_is_not_reproduced(db, tmp_path):
    rows = list(csv.DictReader(CLAIMS.open(encoding="utf-8-sig", newline="")))
    row = next(r for r in rows if r["id"] == "HB-001")
    path = tmp_path / "claims.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, row)
        table.writeheader()
        table.writerows([row | {"id": "X-1", "org": "nowhere"}, row | {"id": "X-2", "indicator_key": "lectures.unheard_of"}])
    said = []
    assert replay(path, lines=["lectures"], out=said.append) == 1
    assert said[-1] == "reproduced 0, not reproduced 2, excluded 0 of 2"
    assert replay(path, lines=["orgs"], out=said.append) == 1


def test_the_two_tables_name_what_exists():
    known = {key for c in read(CLAIMS) for key in (c.id, (c.key, c.org), (c.key, c.root), (c.key, c.org, c.period))}
    assert definitions().keys() <= known
    assert {key for key in definitions().values() if find(key)} == set(definitions().values())
    assert {c.id for c in read(CLAIMS)} >= CONTEXT


def test_claims_below_a_federation_are_counted_at_their_city(db):
    said = []
    assert replay(CLAIMS, scale=SCALE, only=["HB-049"], out=said.append) == 0
    with trusted():
        root = Node.objects.for_act("city").get(code="HEBEI")
        city = Node.objects.for_act("city").get(code="HEBEI-XINGTAI")
        period, indicator = Period.parse("2023"), find("orgs.new_class_unions")
        assert figure(indicator, root, period, viewer=SYSTEM).value > figure(indicator, city, period, viewer=SYSTEM).value == 1
