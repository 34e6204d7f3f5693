"""
What the figures of jobs and of emergencies tempt one to get wrong, built through the rehearsal.

Numbers in names of tests are those of the register of traps (systems.md, section 41).
"""

from datetime import date

from gonghui.commons.activities.words import COUNTED
from gonghui.commons.money.words import Form
from gonghui.kernel.indicators import INDICATORS
from gonghui.lines.welfare.jobs import words as jobs
from gonghui.rehearsal.lines import jobs as laid

from .test_traps_of_lines import built  # noqa: F401 - a fixture

Y2023 = "2023"


def test_14_an_intent_is_no_job_and_an_employer_twice_is_one_employer(built):  # noqa: F811
    of = built("baoji", "jobs")
    ground = of.stage.ground
    held = laid.fairs(ground, [ground.cities[0].code], [date(2024, 3, 2), date(2024, 3, 9)])
    offered = laid.stands(ground, held, 4, 40)
    laid.agreed(ground, offered, 6)
    told = {key: of(f"jobs.{key}", "2024-03") for key in ("intents", "placed", "employers@distinct", "employers@stands", "vacancies", "posts")}
    assert told == {"intents": 6, "placed": 0, "employers@distinct": 2, "employers@stands": 4, "vacancies": 4, "posts": 40}
    assert INDICATORS["jobs.placed"].counts is not INDICATORS["jobs.intents"].counts


def test_9_people_trained_are_sums_of_rolls_and_people_certified_are_people(built):  # noqa: F811
    of = built("hebei", "jobs", HB_017=9000, HB_018=4, HB_019=20, HB_020=6)
    assert of("jobs.training.attendances", Y2023) == 20 and of("jobs.training.certificates", Y2023) == 6
    assert of("jobs.training.certificate_pct", Y2023) == 30
    assert INDICATORS["jobs.served"].source == "head_count" and INDICATORS["jobs.training.attendances"].source == "records"
    assert jobs.FAIR != jobs.CLASS and "held" in COUNTED


def test_8_money_and_goods_of_relief_are_told_together_and_apart(built):  # noqa: F811
    of = built("hebei", "emergency", HB_016=4000)
    whole, apart = of("emergency.relief.amount", Y2023), [of(f"emergency.relief.amount@{form}", Y2023) for form in Form.values]
    assert whole == 4000 == sum(apart) and all(part > 0 for part in apart)
    assert sum(of(f"emergency.relief.amount@{whom}", Y2023) for whom in ("worker", "rescuer", "firm")) == whole


def test_6_what_the_union_paid_and_what_others_gave_for_villages_are_two_words(built):  # noqa: F811
    of = built("guizhou", "rural", GZ_016=5000, GZ_017=9000)
    term = "2019..2023"
    assert of("rural.investment@provincial", term) == 5000 and of("rural.coordinated_amount", term) == 9000
    assert of("rural.investment@payer", term) > of("rural.investment@provincial", term)
