"""
Trap 15 of the register of traps (systems.md, section 41): "exact" means that no hedging word was printed.

A rounded number without a word reads as exact; "more than" lies below the truth, "about" and "nearly" may lie on either side.
"""

from decimal import Decimal

import pytest

from gonghui.lines.review.stats import rules
from gonghui.rehearsal.replay.claims import Claim


def claim(value: str, qualifier: str, unit: str = "person") -> Claim:
    return Claim("X-1", "guizhou", "2023", "orgs", "k", "l", Decimal(value), unit, qualifier)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("9999", "9,999"),
        ("10000", "1万"),
        ("10001", "1万余"),
        ("3120000", "312万"),
        ("3124999", "312.4万余"),
        ("96.82", "96.82"),
        ("0", "0"),
        ("28288000", "2,828.8万"),
    ],
)
def test_15_a_rounded_number_says_that_it_is_rounded_and_never_lies_above_the_truth(value, told):
    assert rules.hedged(Decimal(value)) == told
    shown = Decimal(told.replace(",", "").removesuffix("余").removesuffix("万")) * (10_000 if "万" in told else 1)
    assert shown <= Decimal(value) and (shown == Decimal(value)) == ("余" not in told)


def test_15_exact_is_equal_at_the_printed_precision_and_no_more():
    assert claim("96.82", "exact", "percent").holds(Decimal("96.8161"), 1) and not claim("96.82", "exact", "percent").holds(Decimal("96.81"), 1)
    assert claim("3120000", "exact").holds(3_120_000, 1) and not claim("3120000", "exact").holds(3_120_001, 1)


def test_15_more_than_is_a_lower_bound_within_its_last_digit():
    said = claim("50000", "at_least")
    assert [said.holds(value, 1) for value in (49_999, 50_000, 59_999, 60_000)] == [False, True, True, False]


def test_15_about_may_lie_above_the_truth():
    said = claim("10000", "approx")
    assert [said.holds(value, 1) for value in (8_999, 9_700, 10_900, 11_001)] == [False, True, True, False]


@pytest.mark.parametrize("text", ["会员312万人", "增长51%", "共 1,600 余件", "新增７家"])
def test_15_no_number_is_typed_into_the_words_of_a_review(text):
    assert rules.typed_number(text)


@pytest.mark.parametrize("text", ["2023年5月4日召开第15次代表大会", "会员{membership.members_total:万}，建会{orgs.total@all}", "第 3 届"])
def test_15_years_days_ordinals_and_references_are_no_typed_numbers(text):
    assert rules.typed_number(text) == ""
