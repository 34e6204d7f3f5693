"""
What the figures of recuperation, safety and stability tempt one to get wrong, built through the rehearsal.

Numbers in names of tests are those of the register of traps (systems.md, section 41).
"""

from .test_traps_of_lines import built  # noqa: F401 - a fixture


def test_9_persons_who_travelled_twice_are_persons_once(built):  # noqa: F811
    of = built("baoji", "recuperation", BJ_041=5, BJ_042=4, BJ_079=12)
    span = "2024-06..2024-07"
    assert of("recuperation.participants", span) == 12 == of("recuperation.trips", span) - 1
    assert (of("recuperation.batches", "2024H1"), of("recuperation.sites", "2024H1")) == (5, 4)


def test_12_a_grade_of_one_year_is_told_in_the_next(built):  # noqa: F811
    of = built("baoji", "stability", BJ_090=1)
    assert [of("stability.assessment_excellent", year) for year in ("2022", "2023", "2024")] == [1, 1, 1]
    assert of("stability.assessment_excellent", "2025") == 0


def test_7_declared_participations_of_two_levels_are_noticed_and_not_accepted_ones_left_out(built):  # noqa: F811
    of = built("guizhou", "safety", GZ_049=5000)
    assert of("safety.ankang.participations", "2019..2023") == 5000
    assert of("safety.ankang.participations", "2018..2024") == 5000 + 4 * 9
    assert of("safety.ankang.doubled", "asof-2023-12-31") == 0
