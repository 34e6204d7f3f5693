"""REC-1 Recuperation: quota, nominated by the union, posted, locked by another, departed, back with who really went, settled within the day rate."""

from datetime import date, timedelta
from decimal import Decimal

from gonghui.commons.enrolment.models import Enrolment
from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted
from gonghui.lines.welfare.recuperation.models import Trip
from tests.particulars.recuperation import verified
from tests.situations import Ground

from .by_program import Program

ONE = timedelta(days=1)


def test_a_batch_goes_from_its_quota_to_its_settling(cast):
    ground, today = Ground(cast), date.today()
    with trusted():
        people = [verified(ground) for _ in range(3)]

    def on(day):
        return clock.at(day)

    def who(*names):
        return [Program(cast.accounts[name]) for name in names]

    zhou, li, sun = who("zhou", "li", "sun")
    told = {
        "node": cast.nodes["city"],
        "title": "第一批劳模疗休养",
        "site": "青岛",
        "far": True,
        "seats": 2,
        "closes_on": today + 5 * ONE,
        "since": today + 30 * ONE,
    }
    assert "最多 7 天" in li.refused("recuperation.plan", until=today + 38 * ONE, **told)
    trip = li.does("recuperation.plan", until=today + 33 * ONE, **told)
    with trusted():
        offer = Trip.objects.for_act("test").select_related("offer").get(pk=trip).offer
    li.does("enrolment.give_quota", offer, node=cast.nodes["district"], seats=1, release_at=f"{today + 4 * ONE}T08:00")
    for person in people[:2]:
        sun.does("recuperation.nominate", node=cast.nodes["union"], batch=trip, person=person)
    assert "已经报过名" in sun.refused("recuperation.nominate", node=cast.nodes["union"], batch=trip, person=people[0])
    li.does("recuperation.post", trip, phone="0911-12351")
    assert zhou.refused("recuperation.lock", trip)  # the posting is not over
    with on(today + 29 * ONE):
        zhou, li = who("zhou", "li")
        assert "同一人" in li.refused("recuperation.lock", trip)
        zhou.does("recuperation.lock", trip)
        assert "才出发" in li.refused("recuperation.depart", trip)
    with on(today + 40 * ONE):
        zhou, li = who("zhou", "li")
        li.does("recuperation.depart", trip)
        li.does("recuperation.come_back", trip, missing=[people[1]])
        assert "超过 400 元" in zhou.refused("recuperation.settle", trip, cost=2000)
        zhou.does("recuperation.settle", trip, cost=2000, own=500)
        source = zhou.does("money.declare_source", node=cast.nodes["city"], code="LX", name="疗休养经费", since=today)
        batch = li.does(
            "money.open_batch", node=cast.nodes["city"], kind="recuperation_cost", title="疗休养结算", source=source, award_year=today.year
        )
        li.does("money.add", batch=batch, payee="青岛工人疗养院", account_no="6222020000001234", amount=1500, cause=str(trip))
        span = f"{today}..{today + 40 * ONE}"
        for key in ("batches", "sites", "participants", "trips"):
            assert li.figure(f"recuperation.{key}", "CITY", span) == 1, key
        assert li.figure("recuperation.cost", "CITY", span) == Decimal(2000)
        told |= {"closes_on": today + 50 * ONE, "since": today + 60 * ONE, "until": today + 62 * ONE, "title": "第二批"}
        again = li.does("recuperation.plan", **told)
        assert "3 年内不重复" in who("sun")[0].refused("recuperation.nominate", node=cast.nodes["union"], batch=again, person=people[0])
        who("sun")[0].does("recuperation.nominate", node=cast.nodes["union"], batch=again, person=people[1])
    with trusted():
        assert Enrolment.objects.for_act("test").filter(kind="recuperation", state="attended").count() == 1
