"""What the education department opens to workers, on a phone in a real browser: classes, seats, children, quizzes, suggestions."""

from datetime import timedelta

import pytest
from django.test import Client
from stdnum.cn import ric

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.names import code_of
from gonghui.commons.enrolment.models import Enrolment, Sitting
from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import now
from gonghui.kernel.ledger.house import by_house
from tests.commons.test_enrolment import DAY, offered, worker
from tests.lines.test_campaigns import live
from tests.lines.test_training_leave import running


def signed_in(phone, account, url: str):
    client = Client()
    client.force_login(account, backend="gonghui.faces.kit.signin.AccountBackend")
    phone.context.add_cookies([{"name": "sessionid", "value": client.session.session_key, "url": url}])
    return phone


@pytest.mark.browser
def test_courses_concerts_and_a_child_s_class_are_enrolled_in_and_given_back(person, stage, live_server):
    """TRN-1, CUL-3, FAM-5: own seat, a concert's, a child's; one is given back."""
    with trusted():
        opened = {"opens_at": now() - timedelta(minutes=3)}
        course = offered(stage, kind="course", **opened)
        concert = offered(stage, kind="show_seats", seats=1, start=22 * DAY, **opened)
        children = offered(stage, kind="course", start=24 * DAY, for_children=True, least_age=6, most_age=12, why_limits="少儿班", **opened)
        account = worker(stage, 1).account
        number = f"110105{clock.today().year - 9}0105002"
    phone = signed_in(person("a worker", phone=True), account, live_server.url)
    phone.go("/portal/offers/").look("worker-1-offers").says("瑜伽班")
    for offer in (course, concert):
        phone.go(f"/portal/offers/{offer.pk}/").says("先到先得").confirm().says("已确认")
    phone.go(f"/portal/offers/{children.pk}/")
    phone.page.fill("[name=child_name]", "陈小宝")
    phone.page.fill("[name=child_id_no]", number + ric.calc_check_digit(number + "0"))
    phone.page.check("[name=consent]")
    phone.look("worker-2-child").confirm().says("已确认")
    phone.go(f"/portal/offers/{children.pk}/").says("陈小宝已报名").says("再为一名子女报名")
    phone.go("/portal/enrolments/").look("worker-3-mine")
    phone.page.locator(f"a[href*='/act/enrolment.cancel/{the_row(course).pk}/']").first.click()
    phone.confirm().says("已取消")
    with trusted():
        states = dict(Enrolment.objects.for_act("test").values_list("offer", "state"))
    assert states == {course.pk: "cancelled", concert.pk: "confirmed", children.pk: "confirmed"}


def the_row(offer) -> Enrolment:
    with trusted():
        return Enrolment.objects.for_act("test").get(offer=offer)


@pytest.mark.browser
def test_a_quiz_a_check_in_and_a_suggestion(person, stage, live_server):
    """CAM-1, CAM-2, CAM-5: taken part in at once."""
    with trusted():
        quiz = live(stage, "quiz", paper=2, pass_score=60, prizes=1, prize="书券", prize_value=50)
        daily, asked = live(stage), live(stage, "suggest", each_day=2)
        account = worker(stage, 2).account
    phone = signed_in(person("a worker", phone=True), account, live_server.url)
    phone.go("/portal/campaigns/").look("worker-4-campaigns")
    phone.go(f"/portal/campaigns/{quiz.pk}/").look("worker-5-quiz")
    names = phone.page.eval_on_selector_all("main input[type=radio]", "all => [...new Set(all.map(e => e.name))]")
    assert len(names) == 2
    for name in names:
        phone.page.check(f"[name={name}][value=A]")
    phone.confirm().look("worker-6-scored").says("得分：100")
    phone.go(f"/portal/campaigns/{daily.pk}/").confirm().look("worker-7-checked-in")
    phone.go(f"/portal/campaigns/{asked.pk}/suggest/")
    phone.page.fill("[name=says]", "食堂夜班供应热餐")
    phone.confirm().look("worker-8-suggested")


@pytest.mark.browser
def test_a_lesson_is_signed_in_to_at_the_door_and_leave_asked_of_the_next(person, stage, live_server):
    """TRN-1: the teacher shows the code, a worker scans it and is marked once; leave stands on the timetable."""
    with trusted():
        with clock.at(now() - 10 * DAY):
            teacher = worker(stage, 8)
            _one, (lesson, after), (viewer,), (row,) = running(stage, 1, 2, teacher=teacher.account.person)
        hour = {"begins_at": now() - timedelta(minutes=5), "ends_at": now() + timedelta(minutes=55)}
        by_house("tests.now_on", lambda ctx: Sitting.objects.for_act("test").filter(pk=lesson.sitting_id).update(**hour))
    door = signed_in(person("a teacher", phone=True), teacher.account, live_server.url)
    door.go(f"/portal/lessons/{lesson.pk}/code/").confirm().look("teacher-1-door").says("应到 1 人")
    assert door.page.locator("main img").first.evaluate("e => e.naturalWidth") > 0
    with trusted():
        code = code_of(Activity.objects.for_act("test").get())
    phone = signed_in(person("a worker", phone=True), viewer.account, live_server.url)
    phone.go(f"/portal/in/{code}/").confirm().says("您已签到")
    phone.go(f"/portal/timetable/{after.pk}/leave/?place={row.pk}")
    phone.page.fill("[name=why]", "跟车出差")
    phone.confirm().look("worker-10-timetable").says("已准假")
    door.go(f"/portal/lessons/{lesson.pk}/roll/").look("teacher-2-roll").says("已扫码").confirm().says("已点名")
