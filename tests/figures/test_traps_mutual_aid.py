"""
What the figures of mutual aid and of workforce reform tempt one to get wrong, built through the rehearsal.

Numbers in names of tests are those of the register of traps (systems.md, section 41).
"""

from datetime import date

from gonghui.kernel.indicators import INDICATORS
from gonghui.rehearsal.lines import workforce_reform as reform
from gonghui.rehearsal.replay import builders
from gonghui.rehearsal.titles import call

from .test_traps_of_lines import built  # noqa: F401 - a fixture

AT = "asof-2023-11-30"


def test_8_benefits_and_consolations_are_told_together_and_apart_and_10_from_the_beginning(built):  # noqa: F811
    of = built("guizhou", "mutual_aid", GZ_061=50, GZ_062=5, GZ_063=6000)
    assert of("mutual_aid.payouts@pooled", AT) == 6000 == of("mutual_aid.payouts", "2019..2023-11-30")
    assert [of(f"mutual_aid.payouts@{part}", "2019..2023-11-30") for part in ("benefit", "solace")] == [5400, 600]
    assert of("mutual_aid.beneficiaries@pooled", AT) == 5  # a consolation beside a benefit is no further claim
    assert of("mutual_aid.participations@pooled", AT) == 50 > of("mutual_aid.participations", "2023") > 0
    assert 9 < of("mutual_aid.participants", "2019..2023") < of("mutual_aid.participations", "2019..2023")


def test_14_a_donation_is_no_contribution(built):  # noqa: F811
    of = built("hebei", "mutual_aid", HB_021=900, HB_022=20, HB_023=4)
    assert [of(f"mutual_aid.donation.{key}", "2023") for key in ("amount", "donors", "beneficiaries")] == [900, 20, 4]
    assert of("mutual_aid.participations", "2023") == 1 and of("mutual_aid.beneficiaries", "2023") == 0
    assert INDICATORS["mutual_aid.income"].condition() != INDICATORS["mutual_aid.donation.amount"].condition()


def test_14_a_pilot_recommended_is_not_a_pilot_granted(built):  # noqa: F811
    of = built("yanan", "workforce_reform", YA_031=2)
    term = "5y-to-2024"
    assert (of("reform.pilot_enterprises", term), of("reform.pilots_granted", term)) == (2, 1)
    ground, day = of.stage.ground, date(2024, 3, 1)
    of_scheme = builders.Scheme.objects.for_act("test").get(kind="reform_pilot", node=ground.root)
    reform.put_forward(ground, ground.counties[0], "未上报的", day, of=call(ground, of_scheme, "又一批", day), forwarded=False)
    assert of("reform.pilot_enterprises", term) == 2
