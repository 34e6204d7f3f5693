"""CUL-3 Concert seats for target groups: seats are kept for a district, given by name, and counted at the door."""

from datetime import date, timedelta

from gonghui.commons.activities.models import Activity
from gonghui.commons.enrolment.models import Enrolment, Offer
from gonghui.commons.parties.models import Team
from gonghui.commons.parties.reads import own_person
from gonghui.kernel import clock
from gonghui.kernel.clocks import strike
from gonghui.lines.education.culture import seat_rules
from gonghui.lines.education.culture.models import Seat, SeatMap
from gonghui.lines.education.culture.portal import signer
from tests.commons.test_enrolment import worker
from tests.lines.test_training import moment

from .office import AtDesk, newest
from .phones import Phone

DAY = timedelta(days=1)


def test_kept_seats_go_to_those_they_are_kept_for_and_the_door_counts(cast):
    li, zhou, today = AtDesk(cast, "li"), AtDesk(cast, "zhou"), date.today()
    begins, (one, two, far) = today + 5 * DAY, (own_person(worker(cast, n, union)) for n, union in enumerate(("union", "union", "above_beside")))
    li.does(
        "enrolment.draft", desk="show_seats", node=cast.nodes["city"], kind="show_seats", title="交响音乐会座席", at_place="大剧院", seats=2,
        opens_at=moment(today - DAY, 9), closes_at=moment(begins - DAY, 9), starts_at=moment(begins, 19), ends_at=moment(begins, 21), audience="members",
    )  # fmt: skip
    offer = newest(Offer)
    li.does("enrolment.give_quota", offer, node=cast.nodes["district"], seats=2, release_at=moment(begins, 9))
    li.does("enrolment.publish", offer)
    for person in (far, one, two):
        li.does("enrolment.enter", offer=offer, person=person, why="书面报名")
    states = {row.person_id: row.state for row in Enrolment.objects.for_act("journey")}
    assert (states[far.pk], states[one.pk], states[two.pk]) == ("waitlisted", "confirmed", "confirmed")
    li.does("parties.found_team", desk="troupes", node=cast.nodes["city"], kind="visiting_troupe", name="省交响乐团", since=date(2020, 1, 1))
    what = {"kind": "show", "title": "交响音乐会", "series": ["concert"], "at_place": "大剧院", "team": newest(Team)}
    li.does("activities.plan", desk="shows", node=cast.nodes["city"], held_on=begins, **what)
    concert = newest(Activity)
    zhou.does("activities.approve", concert)
    li.does("activities.announce", concert)
    with clock.at(moment(begins, 21)):
        li.does("activities.hold", concert).does("activities.call_roll", concert, people=[one]).does("activities.close_roll", concert)
        for key, value in (("performance_audience@concert", 1), ("visiting_troupes", 1), ("performance_audience", 0)):
            li.figure(f"culture.{key}", "CITY", begins.year, value)


def test_every_place_has_a_number_a_unit_sits_together_and_what_comes_back_goes_to_the_next(cast):
    li, today = AtDesk(cast, "li"), date.today()
    begins, accounts = today + 5 * DAY, [worker(cast, n, "union" if n < 2 else "above_beside") for n in range(5)]
    li.does(
        "enrolment.draft", desk="show_seats", node=cast.nodes["city"], kind="show_seats", title="新年音乐会", at_place="大剧院", seats=4,
        opens_at=moment(today - DAY, 9), closes_at=moment(begins - DAY, 9), starts_at=moment(begins, 19), ends_at=moment(begins, 21), audience="members",
    )  # fmt: skip
    offer = newest(Offer)
    li.does("enrolment.give_quota", offer, node=cast.nodes["district"], seats=2, release_at=moment(begins, 9)).does("enrolment.publish", offer)
    li.refused("culture.draw_seats", "少于名额 4", offer=offer, lines="池座 1 3").refused(
        "culture.draw_seats", "不重复", offer=offer, lines="池座 1 3\n池座 1 4"
    )

    def enter(n):
        li.does("enrolment.enter", offer=offer, person=own_person(accounts[n]), why="书面报名")

    def number(n):
        seat = newest(Seat, enrolment__person=own_person(accounts[n]).pk)
        return seat and seat.label

    enter(2)
    li.does("culture.draw_seats", offer=offer, lines="池座 1 1,3-4\n池座 2 2").refused("culture.draw_seats", "", offer=offer, lines="池座 1 9")
    drawn = newest(SeatMap)
    for n in (0, 3, 1, 4):  # the district's two sit side by side, whoever asks between them
        enter(n)
        li.does("culture.seat_people", drawn)
    assert [number(n) for n in range(5)] == ["池座1排3座", "池座1排4座", "池座1排1座", "池座2排1座", None]
    li.reads(drawn, "已排座")
    assert "池座1排3座" in li.client.get(f"/office/annex/education_culture/seatmap/{drawn.pk}/seats/").content.decode()
    phone = Phone(accounts[3].account).go("tickets/").says("新年音乐会", "池座2排1座")
    mine, theirs = (newest(Enrolment, person=own_person(accounts[n])).pk for n in (3, 0))
    assert [phone.client.get(f"/portal/tickets/{pk}/qr.svg").status_code for pk in (mine, theirs)] == [200, 404]
    code = signer.sign(str(mine))
    phone.go(f"act/enrolment.cancel/{mine}/").send()
    strike("culture.seats_settle")
    assert (number(3), number(4)) == (None, "池座2排1座")
    phone.go("tickets/").lacks("池座2排1座")
    door = Phone(cast.accounts["li"]).go(f"tickets/door/{code}/").says("此票已失效")
    door.go(f"tickets/door/{signer.sign(str(theirs))}/").says("池座1排3座")
    with clock.at(moment(begins, 19)):
        door.send().says("已登记到场", "已参加")
    assert seat_rules.beside([1, 2, 3, 5, 6, 9], 2) == [5, 6] and seat_rules.beside([1, 2, 4], 3) == [1, 2, 4]
