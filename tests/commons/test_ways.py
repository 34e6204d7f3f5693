"""How places are given: by lot, by published priority, some in order and the rest drawn, kept for a group; and how anybody draws again."""

import json
from functools import partial

from gonghui.commons.enrolment import acts, draw_acts, fairness, offer_acts, words
from gonghui.house.cli import main
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.clock import now
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.turnstile import draw
from gonghui.lines.organization.membership.words import NewForm
from gonghui.lines.welfare.aid.models import Household, HouseholdMember
from tests.commons.test_enrolment import DAY, HOUR, again, codes, enrol, offered, worker
from tests.commons.test_gate import arrive, live, rush, set_rate, soon
from tests.journeys.phones import Phone


def drawn(cast, tmp_path, **more):
    """An offer of two seats and one waiting place, drawn among five; its file."""
    offer = offered(cast, seats=2, waiting=1, **more)
    rows = [enrol(worker(cast, n), offer) for n in range(5)]
    assert {row.state for row in rows} == {"applied"} and again(offer).taken == 0
    assert codes(lambda: do(draw_acts.draw, cast.wang, offer)) == ["wrong_state"]
    do(offer_acts.close, cast.wang, offer)
    do(draw_acts.draw, cast.wang, again(offer))
    path = tmp_path / "draw.json"
    path.write_text(json.dumps(draw_acts.published(again(offer))), encoding="utf-8")
    return again(offer), [again(row) for row in rows], path


def test_a_lottery_gives_its_places_by_the_seed_that_was_committed_to(cast, tmp_path, capsys):
    offer, rows, path = drawn(cast, tmp_path, mode="lottery")
    assert sorted(row.state for row in rows) == ["confirmed", "confirmed", "unplaced", "unplaced", "waitlisted"] and offer.taken == 2
    assert draw.commitment(offer.seed) == offer.commitment
    by_place = sorted(rows, key=lambda row: row.drawn)
    assert [row.state for row in by_place] == ["confirmed", "confirmed", "waitlisted", "unplaced", "unplaced"]
    assert main(["lottery", "verify", str(path)]) == 0 and "the same order" in capsys.readouterr().out
    told_of = json.loads(path.read_text())
    path.write_text(json.dumps(told_of | {"order": told_of["order"][::-1]}))
    assert main(["lottery", "verify", str(path)]) == 1
    path.write_text("[]")
    assert main(["lottery", "verify", str(path)]) == 2
    do(acts.cancel, Viewer(by_place[0].person.account), by_place[0])
    assert again(by_place[2]).state == "offered"
    assert codes(lambda: do(draw_acts.draw, cast.wang, offer)) == ["wrong_state"]
    phone = Phone(by_place[1].person.account).go("enrolments/").says(f"申请序号 {by_place[1].number}", "抽签第 2 位")
    assert phone.client.get(f"/portal/offers/{offer.pk}/draw.json").json() == told_of
    phone.go(f"offers/{offer.pk}/fair/").says(offer.seed, "自己复算", "≥ 5")


def test_a_mix_gives_some_in_order_and_draws_the_rest(cast, tmp_path, capsys):
    assert codes(lambda: offered(cast, seats=2, mode="mixed", drawn_seats=2)) == ["enrolment.no_share"]
    assert codes(lambda: offered(cast, seats=2, drawn_seats=1)) == ["enrolment.no_share"]
    offer = soon(cast, seats=3, waiting=0, mode="mixed", drawn_seats=2)
    viewers = [worker(cast, n) for n in range(5)]
    arrivals = [arrive(viewer, offer) for viewer in viewers]
    Phone(viewers[0].account).go(f"offers/{offer.pk}/").says("先到 1 名；其余 2 名")
    with clock.at(now() + 2 * HOUR):
        assert [(one.code, one.place) for one in rush(offer, arrivals)] == [("done", 1), *(("applied", n) for n in range(2, 6))]
        do(acts.cancel, viewers[0], live(offer).get(number=1))
        assert [one.code for one in rush(offer, [arrive(worker(cast, 9), offer)])] == ["applied"], "nobody overtakes who has applied"
        do(offer_acts.close, cast.wang, again(offer))
        do(draw_acts.draw, cast.wang, again(offer))
    told_of = draw_acts.published(again(offer))
    assert live(offer).count() == again(offer).taken == len(told_of["placed"]) == 3 and told_of["placed"] == told_of["order"][:3]
    path = tmp_path / "draw.json"
    path.write_text(json.dumps(told_of))
    assert main(["lottery", "verify", str(path)]) == 0
    for changed in ({"placed": told_of["order"][1:4]}, {"in_order": ["99"]}):
        path.write_text(json.dumps(told_of | changed))
        assert main(["lottery", "verify", str(path)]) == 1, changed
    capsys.readouterr()
    assert {str(line.cells[0]) for line in fairness.report(again(offer))} >= {"抽签（排序）"}


def test_seats_kept_for_a_group_of_a_union_go_to_it_alone_until_released(cast):
    had = worker(cast, 9)
    enrol(had, offered(cast, seats=1, start=30 * DAY))
    offer = soon(cast, seats=2, publish=False)
    keep = partial(do, offer_acts.give_quota, cast.wang, offer, node=cast.nodes["union"], release_at=now() + 2 * DAY)
    keep(seats=1, priority="first_time")
    assert codes(lambda: keep(seats=1, priority="first_time")) == ["enrolment.quota_twice"]
    offer = do(offer_acts.publish, cast.wang, offer).subject
    keep = partial(do, offer_acts.give_quota, cast.wang, offer, node=cast.nodes["union"], release_at=now() + 2 * DAY)
    assert codes(lambda: keep(seats=1)) == ["wrong_state"], "rules are frozen when published"
    arrivals = [arrive(viewer, offer) for viewer in (had, worker(cast, 1, "beside"), worker(cast, 2))]
    with clock.at(now() + 2 * HOUR):
        assert [one.code for one in rush(offer, arrivals)] == ["done", "waiting", "done"]
        assert {row.number: row.given for row in live(offer)} == {1: "order", 2: "", 3: "kept"}


def test_who_lost_a_place_or_never_had_one_comes_first_where_a_setting_says_so(cast):
    lost, had, never = (worker(cast, n) for n in range(3))
    gone = offered(cast, seats=1, start=30 * DAY)
    enrol(lost, gone)
    do(offer_acts.call_off, cast.wang, gone, why="老师生病")
    enrol(had, offered(cast, seats=1, start=31 * DAY))
    by_house("tests.first", lambda ctx: set_rate(ctx, cast, "enrol.first_timers_first", "是"))
    offer = offered(cast, seats=1, mode="lottery")
    assert offer.priority == "called_off,first_time"
    rows = [enrol(viewer, offer) for viewer in (had, never, lost)]
    do(offer_acts.close, cast.wang, offer)
    do(draw_acts.draw, cast.wang, again(offer))
    assert [again(row).drawn for row in rows] == [3, 2, 1]


def test_a_seed_that_was_exchanged_draws_nothing(cast, tmp_path):
    offer = offered(cast, mode="lottery")
    enrol(worker(cast, 1), offer)
    do(offer_acts.close, cast.wang, offer)

    def exchange(ctx):
        row = again(offer)
        row.seed = "another"
        row.save()

    by_house("tests.exchange", exchange)
    assert codes(lambda: do(draw_acts.draw, cast.wang, again(offer))) == ["enrolment.seed_lost"]


def test_a_review_ranks_by_what_was_published_and_draws_among_equals(cast, tmp_path):
    had = worker(cast, 9)
    enrol(had, offered(cast, seats=1, start=30 * DAY))
    offer = offered(cast, seats=2, mode="review", priority=["first_time"])
    assert offer.priority == "called_off,first_time"  # the first by setting
    rows = [enrol(had, offer), *(enrol(worker(cast, n), offer) for n in range(2))]
    do(offer_acts.close, cast.wang, offer)
    do(draw_acts.draw, cast.wang, again(offer))
    states = [again(row) for row in rows]
    assert [row.state for row in states] == ["waitlisted", "confirmed", "confirmed"] and [row.group for row in states] == [2, 1, 1]
    assert not draw.faults(draw_acts.published(again(offer)))
    for wrong in ({"mode": "review"}, {"mode": "lottery", "priority": ["first_time"]}):
        assert codes(lambda more=wrong: offered(cast, **more)) == ["enrolment.no_priority"]


def test_priorities_that_lines_know_rank_those_they_mean(cast):
    """A member in a new form of employment and one whose household is in the file of hardship come before the rest, in the order published."""
    assert {"first_time", "new_form", "hardship"} <= words.PRIORITIES.keys()
    offer = offered(cast, seats=2, mode="review", priority=["hardship", "new_form"])
    viewers = [worker(cast, n) for n in range(3)]
    rows = [enrol(viewer, offer) for viewer in viewers]

    def mark(ctx):
        membership = rows[1].person.memberships.for_act("test").get()
        membership.new_form = NewForm.COURIER
        membership.save()
        file = Household(node=cast.nodes["union"], salt=b"0" * 16, cause="illness", applied_on=ctx.day, state="in_file", number="D1")
        file.save()
        HouseholdMember(household=file, relation="head", id_hash=rows[2].person.id_hash).save()

    by_house("tests.mark", mark)
    do(offer_acts.close, cast.wang, offer)
    do(draw_acts.draw, cast.wang, again(offer))
    assert [(again(row).group, again(row).drawn, again(row).state) for row in rows] == [
        (3, 3, "waitlisted"),
        (2, 2, "confirmed"),
        (1, 1, "confirmed"),
    ]
