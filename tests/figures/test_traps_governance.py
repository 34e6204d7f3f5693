"""Traps of section 41 that touch governance, leagues and the academy; numbers in names of tests are those of the register."""

from datetime import date, timedelta

from gonghui.kernel.periods import Period
from gonghui.lines.education.leagues.rules import whole_months
from gonghui.rehearsal.replay import federations
from gonghui.rehearsal.replay.meanings import definitions

from .test_traps_of_lines import built  # noqa: F401 - a fixture


def test_3_two_numbers_of_one_academy_are_two_definitions_until_proven_one_series(built):  # noqa: F811
    of = built("yanan", "academy", YA_015=30, YA_016=3000)
    node = federations.node_of("yanan.nanniwan_academy", of.stage)
    alone, events = of("academy.classes", "cum-to-2024", node), of("academy.classes@with_events", "cum-to-2024", node)
    assert (alone, events) == (20, 30)
    assert of("academy.attendances", "cum-to-2024", node) == 2000 and of("academy.attendances@with_events", "cum-to-2024", node) == 3000
    told = [definitions().get(("academy.classes", f"{org}.nanniwan_academy"), "academy.classes") for org in ("shaanxi", "yanan")]
    assert told == ["academy.classes", "academy.classes@with_events"]


def test_16_a_league_lasts_from_its_first_match_to_its_last_whichever_of_them_a_paper_dates(built):  # noqa: F811
    of = built("baoji", "leagues", BJ_012=1, BJ_013=2, BJ_014=4)
    whistle = date(2024, 5, 28)
    assert of("leagues.duration_months", "2024H1") == 1
    assert {whole_months(*span) for span in ((whistle - timedelta(days=38), whistle), (whistle, whistle + timedelta(days=38)))} == {1}


def test_17_a_span_whose_years_were_never_printed_is_told_as_the_inference_it_is(built):  # noqa: F811
    of = built("yanan", "governance", YA_001=5)
    span = Period.parse("5y-to-2024")
    assert (span.start, span.end) == (date(2020, 1, 1), date(2024, 12, 31))
    assert of("governance.congress.ordinal", "5y-to-2024") == 5
    assert of("governance.congress.ordinal", "2025") == 6  # were the five years others, it would be another congress


def test_19_topics_of_one_meeting_and_matters_settled_everywhere_are_two_figures(built):  # noqa: F811
    of = built("shaanxi", "governance", SN_017=29, SN_018=3, SN_019=28)
    key, day = "governance.joint_conference.topics", "2023-12-19"
    assert (of(f"{key}@province", day), of(key, day), of(f"{key}@settled", day)) == (3, 8, 0)
    of = built("hebei", "governance", HB_041=5)
    assert (of(f"{key}@settled", "2023"), of(f"{key}@province", "2023"), of(key, "2023")) == (5, 2, 10)
