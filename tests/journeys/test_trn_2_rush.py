"""TRN-2 Course booking rush: every reason is told, seats go in order, the rest wait, and a seat given back is offered to the first of them."""

from datetime import timedelta

import pytest

from gonghui.commons.enrolment.models import Offer
from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import now
from tests.commons.test_enrolment import offered, worker

from .conftest import the
from .gated import gated
from .phones import Phone


def test_two_seats_and_four_who_want_them(cast, program):
    offer = offered(cast, seats=2, kind="course", opens_at=now() - timedelta(minutes=3))
    Phone(worker(cast, 9, "far").account).go(f"offers/{offer.pk}/").says("现在还不能报名", "只面向“临江市东湖区总工会”所属职工").lacks("提交")
    phones = [Phone(worker(cast, n).account) for n in range(4)]
    for phone in phones:
        phone.go(f"offers/{offer.pk}/").send()
    phones[1].says("已确认")
    phones[2].says("候补中", "前面 0 人")
    phones[3].says("候补中", "前面 1 人").go(f"offers/{offer.pk}/").says("已报名，当前为“候补中”")
    assert the(Offer).full_hours == 1
    first = phones[0].go("enrolments/").text.split("/act/enrolment.cancel/")[1].split("/")[0]
    phones[0].go(f"act/enrolment.cancel/{first}/").send().says("已取消")
    phones[2].go("enrolments/").says("已递补待确认", "请在此前确认")
    own = phones[2].text.split("/act/enrolment.accept/")[1].split("/")[0]
    phones[2].go(f"act/enrolment.accept/{own}/").send().says("已确认")
    figures = {
        key: program("wang")(f"/figures/training.public.{key}", node="DISTRICT", period=str(clock.today().year)).json()["value"]
        for key in ("rush_applicants", "sellout_hours")
    }
    assert figures == {"rush_applicants": 4, "sellout_hours": 1}


@pytest.mark.browser
def test_a_phone_in_the_waiting_room_asks_by_itself_and_again_when_the_line_was_lost(person, stage, live_server):
    """From the room to the seat in a real browser; the first request at the opening gets lost on its way, and a puzzle is worked out."""
    with trusted():
        offer = offered(stage, seats=1, opens_at=now() + timedelta(seconds=12), kind="course")
        account = worker(stage, 1).account
    phone = person("worker", phone=True)
    with gated(phone, account, live_server.url, often=True) as codes:
        phone.go(f"/portal/offers/{offer.pk}/").says("抽签种子校验值").confirm().look("rush-1-room").says("您已在候场")
        phone.page.wait_for_selector(".rush-left:not(:empty)")
        phone.look("rush-2-counting").says("离开放还有")
        assert not phone.page.is_visible(".rush-puzzle")
        phone.page.wait_for_selector(".rush[data-code]", timeout=60_000)
    phone.look("rush-3-seat").says("报名成功：已确认")
    assert codes[-1] == "done" and "turnstile.puzzle" in codes
    phone.go("/portal/enrolments/").says("已确认")
    phone.go(f"/portal/offers/{offer.pk}/fair/").look("rush-4-fair").says("公平性报告").says("当场录取")
