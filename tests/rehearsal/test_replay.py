"""Replay: what it means to reproduce a figure, and that a wrong build is noticed."""

from decimal import Decimal

import pytest

from gonghui.commons.parties.rules import id_number, mobile, person_name
from gonghui.kernel.clock import today
from gonghui.kernel.indicators.printed import last_unit
from gonghui.lines.review.stats import acts as stats
from gonghui.lines.review.stats.models import SealedRows
from gonghui.rehearsal.people import credit_code, firm, people
from gonghui.rehearsal.replay import federations, replay
from gonghui.rehearsal.replay.claims import Claim

HEAD = "id,article,org,period,line,indicator_key,label_zh,value,unit,qualifier,measure,note_en\n"
LECTURES = "SN-020,000,shaanxi,2023,lectures,lectures.sessions,宣讲,30,session,exact,count,x\nSN-003,000,shaanxi,2023,lectures,lectures.study_class.days,天数,8,day,exact,sum,x\n"


def claim(value, qualifier, unit="person"):
    return Claim("X", "x", "2023", "x", "x", "x", Decimal(value), unit, qualifier)


@pytest.mark.parametrize(
    ("value", "qualifier", "computed", "holds"),
    [
        ("100", "exact", 100, True), ("100", "exact", 101, False), ("51", "exact", Decimal("50.79"), True), ("51", "exact", Decimal("51.5"), False),
        ("1500", "at_least", 1500, True), ("1500", "at_least", 1599, True), ("1500", "at_least", 1600, False), ("1500", "at_least", 1499, False),
        ("50000", "approx", 45000, True), ("50000", "approx", 44999, False), ("100", "full_coverage", Decimal("100.00"), True),
        ("100", "full_coverage", Decimal("99.99"), False), ("5", "exact", None, False),
    ],
)  # fmt: skip
def test_a_figure_is_reproduced_or_it_is_not(value, qualifier, computed, holds):
    assert claim(value, qualifier).holds(computed, 1.0) == holds


def test_big_counts_are_scaled_and_percents_are_not():
    assert claim("6939600", "exact").scaled(0.01) == 69396 and claim("9999", "exact").scaled(0.01) == 9999
    assert claim("20000", "exact", "percent").scaled(0.01) == 20000
    assert [last_unit(Decimal(v)) for v in ("1500", "260000", "7", "60000")] == [100, 10000, 1, 10000]


@pytest.fixture
def claims(tmp_path):
    path = tmp_path / "claims.csv"
    path.write_text(HEAD + LECTURES + "GZ-003,003,guizhou,2023,membership,membership.workers_total,x,7000000,person,at_least,stock,x\n")
    return path


def test_claims_are_made_counted_and_opened(db, claims):
    said = []
    assert replay(claims, out=said.append) == 0
    assert said[-1] == "reproduced 2, not reproduced 0, excluded 1 of 3"
    sealed = SealedRows.objects.for_act("test").select_related("snapshot")
    assert said[-2] == f"sealed 2 figures in 1 reviews with {sum(one.count for one in sealed)} rows behind them, not as computed 0"
    told = {one.snapshot.key: (one.snapshot.value, one.count) for one in sealed}
    assert told["lectures.sessions"] == (30, 30) and told["lectures.study_class.days"][0] == 8


def test_a_figure_sealed_otherwise_than_computed_is_noticed(db, claims, monkeypatch):
    computed = stats.computed
    monkeypatch.setattr(
        stats, "computed", lambda ctx, review, key: setattr(made := computed(ctx, review, key), "value", made.value + 1) or made.save()
    )
    said = []
    assert replay(claims, out=said.append) == 1
    assert "lectures.sessions: sealed 31.00, computed 30" in said and said[-2].endswith("not as computed 2")


def test_a_build_one_short_is_noticed(db, claims, monkeypatch):
    held = federations.b.held
    monkeypatch.setattr(federations.b, "held", lambda ground, codes, on, **more: held(ground, codes, on[:-1] if len(on) > 20 else on, **more))
    said = []
    assert replay(claims, out=said.append) == 1
    assert said[-1] == "reproduced 1, not reproduced 1, excluded 1 of 3"


def test_invented_people_have_valid_numbers_and_no_doubles():
    frame = people(5, 3000)
    assert frame["id_no"].n_unique() == 3000 and frame.equals(people(5, 3000))
    for row in frame.head(300).iter_rows(named=True):
        assert id_number(row["id_no"], today()) == row["id_no"] and mobile(row["phone"]) and person_name(row["name"]) == row["name"]


def test_invented_firms_have_valid_codes_and_no_doubles():
    from gonghui.commons.parties.rules import credit_code as checked

    codes = [credit_code(n) for n in range(200)]
    assert len(set(codes)) == 200 and all(checked(c) == c for c in codes)
    assert firm(0, "东湖区") == "东湖区东湖纺织厂"
