"""TRN-2 Course booking rush: every reason is told, seats go in order, the rest wait, and a seat given back is offered to the first of them."""

from datetime import timedelta

from gonghui.commons.enrolment.models import Offer
from gonghui.kernel import clock
from gonghui.kernel.clock import now
from tests.commons.test_enrolment import offered, worker

from .conftest import the
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
