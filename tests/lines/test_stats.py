"""The rules of returns: what is hard, what needs a word, what is read of a rule, and what a definition may not say."""

from decimal import Decimal

import pytest

from gonghui.lines.review.stats.survey import reads, rules
from gonghui.lines.review.stats.survey.acts import typed
from gonghui.lines.review.stats.survey.rules import Item, Numbers


def told(items, own, last=None, records=None, other=None, jump=30, direct=frozenset()):
    """(code, hard) of every fault."""
    known = Numbers(
        lambda code: number(own.get(code)), lambda code: number((last or {}).get(code)), lambda form, code: number((other or {}).get((form, code))),
        lambda code: number((records or {}).get(code)),
    )  # fmt: skip
    return [(fault.code, fault.hard) for fault in rules.faults(items, known, jump, direct)]


def number(value):
    return None if value is None else Decimal(str(value))


A, B, C = Item("A01", "会员", "person"), Item("A02", "女会员", "person", rules=("<= A01",)), Item("A03", "其他", "person", rules=("= A01 - A02",))


def test_a_cell_is_a_whole_number_that_is_typed_and_not_below_zero():
    assert told([A], {}) == [("A01", True)] and told([A], {"A01": 0}) == []
    assert told([A], {"A01": "1.5"}) == told([A], {"A01": -1}) == told([A], {"A01": 10**13}) == [("A01", True)]


def test_sums_of_which_and_heads_hold_and_a_missing_number_is_no_second_fault():
    assert told([A, B, C], {"A01": 10, "A02": 4, "A03": 6}) == []
    assert told([A, B, C], {"A01": 10, "A02": 11, "A03": 6}) == [("A02", True), ("A03", True)]
    assert told([A, B, C], {"A01": 10, "A03": 6}) == [("A02", True)]
    money = Item("B01", "金额", "yuan", rules=("? per A01 1..100000",))
    assert told([A, money], {"A01": 10, "B01": 5}) == told([A, money], {"A01": 10, "B01": 2_000_000}) == [("B01", False)]
    assert told([A, money], {"A01": 10, "B01": "12.50"}) == []


def test_a_stock_goes_on_from_last_years_and_other_forms_and_records_are_compared():
    stock = Item("A01", "会员", "person", rules=("= A01@last + A02 - A03",))
    came, went = Item("A02", "新入", "person"), Item("A03", "退出", "person")
    year = {"A01": 105, "A02": 10, "A03": 5}
    assert told([stock, came, went], year, last={"A01": 100}) == [] == told([stock, came, went], year)
    assert told([stock, came, went], year | {"A03": 4}, last={"A01": 100}) == [("A01", True)]
    crossed = Item("A01", "工会", "org", rules=("= above.B01",))
    assert told([crossed], {"A01": 3}, other={("above", "B01"): 4}) == [("A01", True)] and told([crossed], {"A01": 3}) == []
    assert told([Item("A01", "会员", "person", rules=("= records",))], {"A01": 3}, records={"A01": 4}) == [("A01", True), ("A01", False)]


@pytest.mark.parametrize(
    ("now", "last", "faults"),
    [(130, 100, 0), (131, 100, 1), (69, 100, 1), (100_000, 100, 1), (0, 100, 1), (5, 0, 0), (3, 3000, 1)],
)
def test_a_jump_and_a_wrong_unit_need_a_word(now, last, faults):
    assert told([A], {"A01": now}, last={"A01": last}) == [("A01", False)] * faults


def test_a_rate_is_between_0_and_100_and_0_95_is_asked_about():
    rate = Item("R01", "率", "percent")
    assert [told([rate], {"R01": value}) for value in ("95.5", "101", "0.95", "0")] == [[], [("R01", True)], [("R01", False)], []]
    of = Item("R02", "率", "percent", derived=("A02", "A01"))
    assert rules.derived(of, {"A01": Decimal(3), "A02": Decimal(2)}.get) == Decimal("66.67") and rules.derived(of, {"A01": Decimal(0)}.get) is None


def test_last_years_form_sent_again_and_a_sum_typed_over_are_noticed():
    items, year = [A, B, Item("A04", "农民工", "person")], {"A01": 10, "A02": 4, "A04": 3}
    assert told(items, year, last=year) == [("A01", False)] and told(items, year | {"A04": 2}, last=year, jump=50) == []
    assert told([A], {"A01": 7}, direct={"A01"}) == [("A01", False)]


def test_a_definition_names_cells_there_are_and_rules_that_can_be_read():
    row = {"code": "A01", "label": "会员", "unit": "person", "indicator": "", "top": "", "bottom": "", "rules": ""}
    wrong = [row | {"rules": text} for text in ("= A09", "== A01", "<= ", "= A01 A01", "per A09 1..2", "~ 30", "= 5; drop")]
    assert all(rules.parsed([one])[1] == ["A01"] for one in wrong)
    assert (
        rules.parsed([row, row])[1] == ["A01"]
        and rules.parsed([row | {"code": "1A"}])[1] == ["1A"]
        and rules.parsed([row | {"top": "A02", "bottom": "A01"}])[1]
    )
    for who in ("basic", "above"):
        items, none = rules.parsed(reads.template(who))
        assert len(items) > 40 and not none and all(reads.fills(one.indicator) for one in items if one.indicator)
        assert all(rules.from_json(rules.as_json(one)) == one for one in items)


@pytest.mark.parametrize("text", ["约300", "95%", "1e5", "NaN", "１２", "1.234", "--1", "9" * 14, "²"])
def test_what_is_no_number_is_refused(text):
    from gonghui.kernel.refusal import Refused

    if text == "１２":
        assert typed("A01", text) == 12
        return
    with pytest.raises(Refused) as no:
        typed("A01", text)
    assert no.value.code == "stats.no_number"


def test_thousands_may_be_apart_and_nothing_is_no_number():
    assert typed("A01", " 1,234,567 ") == 1_234_567 and typed("A01", "12.50") == Decimal("12.5") and typed("A01", "  ") is None
