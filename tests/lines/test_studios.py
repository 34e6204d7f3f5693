"""Studios and alliances: one leads one, another may lead after, and an alliance needs studios of two units."""

from datetime import date

from gonghui.commons.parties import team_acts
from gonghui.kernel.ledger.do import do
from gonghui.lines.production.studios import acts
from tests.journeys.innovating import workers
from tests.refusals import refused

BEGUN = date(2025, 3, 1)


def studio(cast, leader, name="王师傅创新工作室", unit="union", who="wang"):
    return do(acts.found, getattr(cast, who), node=cast.nodes[unit], name=name, leader=leader, since=BEGUN).subject


def test_one_leads_one_studio_until_they_leave_it(cast):
    one, two = workers(cast, 2)
    first = studio(cast, one)
    second = studio(cast, two, "李师傅创新工作室")
    do(acts.lose_leader, cast.wang, second, on=date(2026, 1, 5), why="退休")
    assert refused(do, acts.name_leader, cast.wang, second, leader=one) == "studios.leads_another"
    do(acts.lose_leader, cast.wang, first, on=date(2026, 1, 6), why="调岗")
    do(acts.name_leader, cast.wang, second, leader=one)
    assert str(first.__class__.objects.for_act("test").get(pk=second.pk).leader) == str(one)


def test_a_closed_studio_ends_with_its_team_and_frees_its_leader(cast):
    (one,) = workers(cast, 1)
    first = studio(cast, one)
    do(acts.close, cast.wang, first, on=date(2026, 1, 5), why="企业搬迁")
    first.team.refresh_from_db()
    assert (first.team.until, refused(do, acts.name_leader, cast.wang, first, leader=one)) == (date(2026, 1, 5), "wrong_state")
    studio(cast, one, "王师傅新工作室")


def test_an_alliance_is_founded_when_studios_of_two_units_have_joined(cast):
    one, two = workers(cast, 2)
    near, beside = studio(cast, one), studio(cast, two, "机械厂创新工作室", "beside")
    alliance = do(acts.propose_alliance, cast.li, node=cast.nodes["city"], name="纺织机械联盟", on=BEGUN).subject
    for joined in (near, beside):
        assert refused(do, acts.found_alliance, cast.li, alliance, on=BEGUN) == "studios.too_few"
        do(team_acts.add_member, cast.li, alliance.team, group=joined.team, since=BEGUN)
    do(acts.found_alliance, cast.li, alliance, on=BEGUN)
