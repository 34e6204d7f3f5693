"""CUL-3 Concert seats for target groups: seats are kept for a district, given by name, and counted at the door."""

from datetime import date, timedelta

from gonghui.commons.activities.models import Activity
from gonghui.commons.enrolment.models import Enrolment, Offer
from gonghui.commons.parties.models import Team
from gonghui.commons.parties.reads import own_person
from gonghui.kernel import clock
from tests.commons.test_enrolment import worker
from tests.lines.test_training import moment

from .office import AtDesk, newest

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
