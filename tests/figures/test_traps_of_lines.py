"""
What the published figures tempt one to get wrong, built through the rehearsal: which payments make up a sum, whose year it is,
persons and times, a title held twice, what was only proposed, the same word for different things.

Numbers in names of tests are those of the register of traps (systems.md, section 41).
"""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from gonghui.commons.designations.models import Designation, Nomination
from gonghui.commons.money.models import Payment
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.desk import DESKS
from gonghui.kernel.indicators import INDICATORS, figure, find
from gonghui.kernel.indicators.declare import Flow, Stock
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period
from gonghui.lines.production.honours import words as honours
from gonghui.rehearsal.lines import modules
from gonghui.rehearsal.lines import scholarships as study
from gonghui.rehearsal.replay import builders as b
from gonghui.rehearsal.replay import federations
from gonghui.rehearsal.replay.meanings import definitions

HALF, YEAR = "2024H1", "2024"


@pytest.fixture
def built(db, monkeypatch):
    """Build a federation with one line on it: claim -> number; return how to ask it for a figure."""

    def build(org: str, slug: str = "", **asked):
        asked = {key.replace("_", "-"): number for key, number in asked.items()}
        monkeypatch.setattr(federations, "modules", lambda: {slug: modules()[slug]} if slug else {})
        stage = federations.build(org, lambda claim: asked.get(claim, 0))
        node = federations.node_of(org, stage)

        def of(key, period, where=node):
            return figure(find(key), where, Period.parse(period), viewer=SYSTEM).value

        of.stage = stage
        return of

    with trusted():
        yield build


def test_1_the_parts_of_a_total_are_shown_and_12_the_year_of_an_award_is_not_the_year_it_was_paid(built):
    of = built("baoji", "honours", BJ_038=20, BJ_074=801_000, BJ_040=1_266_500)
    by_pay = [of("honours.reward_amount", str(year)) for year in (2023, 2024, 2025)]
    by_award = [of("honours.reward_amount@award_year", str(year)) for year in (2022, 2023, 2024)]
    assert by_pay == [1500, 1_266_500, 1500] and by_award == [1500 + 65_500, 801_000, 1500]
    city = of.stage.ground.cities[0]
    rows = Payment.objects.for_act("test").filter(node__path__startswith=city.path, paid_on__year=2024, state="paid")
    parts = Counter()
    for kind, year, amount in rows.values_list("kind", "award_year", "amount"):
        parts[kind, year] += amount
    assert parts == {(honours.REWARD, 2023): 801_000, (honours.STUDIO_GRANT, 2023): 400_000, (honours.REWARD, 2022): 65_500}


def test_2_terms_planned_are_told_as_planned_and_terms_held_as_held(built):
    of = built("baoji", "training", BJ_020=10, BJ_021=6, BJ_022=500, BJ_023=7, BJ_085=2, BJ_086=1, BJ_088=2)
    assert (of("training.public.terms@planned", "2024-plan"), of("training.public.terms", HALF)) == (10, 7)
    told = [definitions().get(("training.public.terms", "baoji", period), "training.public.terms") for period in ("2024", HALF)]
    assert told == ["training.public.terms@planned", "training.public.terms"]  # the lead tells the plan of the year as if it were done


def test_4_a_number_out_of_scale_is_kept_with_its_doubt(built):
    of = built("guizhou")
    ground = of.stage.ground
    b.scheme(ground, honours.BEAUTIFUL, "最美劳动者", "province")
    given = {
        "scheme": b.Scheme.objects.for_act("test").get(name="最美劳动者"),
        "node": ground.towns[0],
        "holder": "person",
        "awarded_on": date(2020, 5, 1),
    }
    for number in range(3):
        do(b.awards.record, ground.officer, **given, name=f"劳动者{number}", doubtful="人数与同期劳模不成比例，待核")
    do(b.awards.record, ground.officer, **given, name="劳动者")
    assert of("honours.most_beautiful_workers", "2019..2023") == 4
    assert Designation.objects.for_act("test").exclude(doubtful="").count() == 3
    assert "doubtful" in DESKS["commons_designations.designation"].detail


def test_5_declared_and_verified_are_two_figures_and_a_rate(built):
    of = built("guizhou", GZ_071=120, GZ_075=90)
    declared, verified = of("membership.members_total", "asof-2023-12-31"), of("membership.realname_members", "asof-2023-12-31")
    assert (declared, verified) == (120, 90) and round(of("membership.realname_rate", "asof-2023-12-31"), 1) == Decimal("75.0")


def test_6_one_word_for_two_populations_is_two_figures_and_none_bears_the_bare_word(built):
    of = built("guizhou", GZ_070=30)
    every, basic = of("orgs.total@all", "asof-2023-12-31"), of("orgs.total@basic", "asof-2023-12-31")
    assert basic == 30 < every and "orgs.total" not in INDICATORS
    assert {definitions()["orgs.total", org] for org in ("yanan", "guizhou")} == {"orgs.total@all", "orgs.total@basic"}


def test_7_a_studio_with_titles_of_several_tiers_is_one_studio(built):
    of = built("guizhou", "studios", GZ_033=90, GZ_034=7, GZ_035=60, GZ_036=5)
    total, national, provincial = (of(f"studios.{key}", "asof-2023-12-31") for key in ("total", "national_model", "provincial"))
    given = Designation.objects.for_act("test").filter(
        node__path__startswith=of.stage.ground.root.path, state="standing", awarded_on__lte="2023-12-31"
    )
    assert (total, national, provincial) == (90, 7, 60) and given.count() > 90


def test_9_the_same_child_helped_twice_is_one_person_and_two_times(built):
    of = built("guizhou")
    ground, first = of.stage.ground, of.stage.ground.serial
    for year in (2022, 2023):
        ground.serial = first
        study.granted(ground, of.stage.codes, study.AUTUMN, year, [2000, 3000])
    assert (of("scholarships.children", "2019..2023"), of("scholarships.children@persons", "2019..2023")) == (4, 2)


def test_10_titles_since_the_title_began_are_no_titles_of_a_term(built):
    of = built("guizhou")
    b.scheme(of.stage.ground, honours.CRAFTSMAN, "省级工匠", "province")
    b.given(of.stage.ground, "省级工匠", of.stage.codes, [date(2015, 5, 1), date(2018, 12, 31), date(2019, 1, 1), date(2023, 5, 1)])
    assert (of("honours.craftsmen.provincial", "cum-to-2023"), of("honours.craftsmen.provincial", "2019..2023")) == (4, 2)


def test_10_a_stock_and_what_came_to_it_are_two_figures():
    pairs = [("places.stations", "places.stations_new"), ("places.mother_rooms@open", "places.mother_rooms@supported")]
    assert [(type(find(stock)), type(find(flow))) for stock, flow in pairs] == [(Stock, Flow)] * 2


def test_11_growth_is_counted_from_what_stood_a_year_before_and_from_nothing_it_is_none(built):
    of = built("shaanxi", SN_068=60, SN_069=50)
    now, before = (of("membership.newform.members", f"asof-{year}-12-31") for year in (2023, 2022))
    assert (now, before) == (60, 40) and of("membership.newform.growth_pct", "asof-2023-12-31") == 50
    assert of("membership.newform.growth_pct", "asof-2015-12-31") is None


def test_14_what_was_nominated_is_not_granted(built):
    of = built("baoji", "honours", BJ_034=3)
    city = of.stage.ground.cities[0]
    sent_up = Nomination.objects.for_act("test").filter(kind=honours.MAY_DAY, node__path__startswith=city.path)
    assert of("honours.may_day_awards@forwarded", YEAR) == 3 < sent_up.count()


def test_18_legal_advice_is_part_of_the_calls_and_not_the_calls(built):
    of = built("baoji", "hotline", BJ_049=30)
    assert (of("hotline.legal_consultations", HALF), of("hotline.calls", HALF), of("hotline.calls@all", HALF)) == (30, 32, 34)


def test_20_one_heading_of_titles_holds_the_womens_in_one_federation_and_not_in_another(built):
    of = built("guizhou", "honours", GZ_005=40)
    keys = ("may_day_and_pioneer", "may_day_and_pioneer@provincial", "may_day_awards", "pioneer_teams", "women_pacesetters")
    whole, provincial, *parts = (of(f"honours.{key}", "2019..2023") for key in keys)
    assert whole == 40 and parts[2] > 0 and provincial == whole - parts[2] - 10  # ten of the awards are national ones
