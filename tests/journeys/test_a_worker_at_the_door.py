"""What a worker does on the day itself, on a phone in a real browser: the door's QR, an online course, a match agreed to."""

import pytest

from gonghui.commons.activities import acts as activities
from gonghui.commons.activities import names
from gonghui.commons.activities.models import Attendance
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import today
from gonghui.kernel.ledger.do import do
from gonghui.lines.education.leagues.words import SPORT
from gonghui.lines.education.training import acts as training
from gonghui.lines.education.training.models import Learning
from tests.commons.test_enrolment import worker

from .test_a_worker_s_phone import signed_in


@pytest.mark.browser
def test_a_chorus_a_reading_and_a_walk_are_signed_in_to_once_and_a_course_is_learnt(person, stage, live_server):
    """CUL-4, CUL-5, LEA-2, TRN-4: a second tap at the door finds the name there; a course goes unit by unit."""
    with trusted():
        told = {"node": stage.nodes["district"], "held_on": today(), "at_place": "文化宫"}
        held = [do(activities.plan, stage.wang, kind=kind, title=title, **told).subject for kind, title in DOORS]
        for one in held:
            do(activities.approve, stage.li, one)
            do(activities.hold, stage.wang, one)
        course = do(
            training.propose, stage.wang, node=stage.nodes["district"], title="劳动法入门", topic="法律", hours=2, mode="online", units=2
        ).subject
        do(training.approve, stage.li, course)
        account = worker(stage, 1).account
    phone = signed_in(person("a worker", phone=True), account, live_server.url)
    for one in held:
        phone.go(f"/portal/in/{names.code_of(one)}/").says(one.title).confirm().says("已签到")
        phone.go(f"/portal/in/{names.code_of(one)}/").says("已签到")
        assert not phone.page.locator("main form button").count(), "nothing left to press"
    phone.look("worker-10-at-the-door")
    phone.go("/portal/reading/").says("职工读书会").confirm().says("今天已打卡").look("worker-12-reading")
    phone.go("/portal/act/training.learn/").finds("course", "劳动法", "劳动法入门")
    phone.confirm().says("劳动法入门")
    with trusted():
        learning = Learning.objects.for_act("test").get()
    for _unit in range(2):
        phone.go(f"/portal/act/training.finish_unit/{learning.pk}/").confirm()
    phone.go(f"/portal/my/learning/{learning.pk}/").look("worker-11-learning").says("2")
    with trusted():
        assert sorted(Attendance.objects.for_act("test").values_list("activity", "method")) == sorted((one.pk, "qr") for one in held)


DOORS = (("culture", "五一合唱"), ("reading", "职工读书会"), (SPORT, "健步走"))
