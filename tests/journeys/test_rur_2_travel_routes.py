"""RUR-2 Rural travel routes: proposed, looked at by another, published for everybody with stops, published anew; vouchers beside."""

from datetime import date, timedelta

from django.test import Client

from gonghui.commons.enrolment.models import Offer
from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted

from .by_program import Program


def test_a_route_is_published_with_its_stops_and_refreshed_without_counting_twice(cast):
    wang, li, here = Program(cast.accounts["wang"]), Program(cast.accounts["li"]), cast.nodes["district"]
    today, begun = date.today(), date.today() - timedelta(days=30)
    route = wang.does("registers.propose", node=here, kind="travel_route", title="东湖赏花线", since=begun, note="凭会员卡优惠")
    assert "同一人" in wang.refused("registers.register", route)
    li.does("registers.register", route)
    for title in ("花海村", "荷塘村"):
        stop = wang.does("registers.enter", node=here, kind="route_stop", title=title, since=begun)
        wang.does("registers.link", stop, other=route, bond="member", since=begun)
    assert "东湖赏花线" not in Client().get("/portal/routes/").content.decode()
    wang.does("registers.bring_into_force", route, on=begun)
    page = Client().get("/portal/routes/").content.decode()
    assert "东湖赏花线" in page and "花海村 → 荷塘村" in page
    wang.does("registers.revise", route, since=today, title="东湖赏花线（新）")
    page = Client().get("/portal/routes/").content.decode()
    assert "东湖赏花线（新）" in page and "花海村 → 荷塘村" in page
    assert li.figure("rural.travel_routes", "CITY", begun.year) == 1
    assert li.figure("rural.travel_routes@standing", "CITY", f"asof-{today}") == 1
    start = clock.now() + timedelta(days=9)
    span = {"opens_at": clock.now(), "closes_at": start, "starts_at": start, "ends_at": start + timedelta(days=9)}
    offer = wang.does(
        "enrolment.draft", node=here, kind="route_voucher", title="赏花线惠工券", seats=20, **{k: v.isoformat() for k, v in span.items()}
    )
    wang.does("enrolment.publish", offer)
    with trusted():
        assert Offer.objects.for_act("journey").get(pk=offer).state == "open"
