"""TRN-1 Public-welfare courses, as a worker lives them on the phone: the timetable, leave, a lesson given again, what one thinks of it."""

from datetime import timedelta

from gonghui.commons.enrolment import acts as enrolment
from gonghui.kernel import clock
from gonghui.kernel.ledger.do import do
from gonghui.lines.education.training.models import Leave, Lesson
from tests.lines.test_training import moment
from tests.lines.test_training_leave import running, set_to

from .conftest import the
from .phones import Phone

DAY = timedelta(days=1)


def test_leave_is_asked_on_the_phone_and_the_lesson_given_again(cast, program):
    set_to(cast, "class.leave_needs_answer", "是")
    one, lessons, viewers, rows = running(cast, 2, 2)
    phone, wang = Phone(viewers[0].account), program("wang")
    phone.go("timetable/").says("古筝班", "琴房", "请假")
    phone.go(f"timetable/{lessons[0].pk}/leave/{rows[0].pk}/").says("古筝班").send(why="孩子发烧").says("待批准", "撤回请假")
    phone.go(f"timetable/{lessons[0].pk}/leave/{rows[0].pk}/").send(409, why="孩子发烧").says("本次课已请过假")
    assert Phone(viewers[1].account).client.get(f"/portal/timetable/{lessons[0].pk}/leave/{rows[0].pk}/").status_code == 404
    assert wang(f"/acts/training.allow_leave/{the(Leave).pk}", {}).status_code == 200
    phone.go("timetable/").says("已准假")
    with clock.at(lessons[0].sitting.ends_at):
        assert wang(f"/acts/training.roll_call/{lessons[0].pk}", {"present": [rows[1].pk]}).status_code == 200
        when = {"begins_at": moment(one.begins_on + 3 * DAY, 19).isoformat(), "ends_at": moment(one.begins_on + 3 * DAY, 20).isoformat()}
        assert wang(f"/acts/training.make_up/{lessons[0].pk}", {"people": [rows[0].pk], **when}).status_code == 200
        phone.go("timetable/").says("补课", "上过的课")
        Phone(viewers[1].account).go("timetable/").lacks("补课")
    given_again = Lesson.objects.for_act("test").get(makes_up=lessons[0])
    for lesson, there in ((lessons[1], rows), (given_again, rows[:1])):
        with clock.at(lesson.sitting.ends_at):
            assert wang(f"/acts/training.roll_call/{lesson.pk}", {"present": [row.pk for row in there]}).status_code == 200
    with clock.at(moment(one.ends_on, 9)):
        assert wang(f"/acts/training.finish/{one.pk}", {}).status_code == 200
        phone.go("enrolments/").says("已参加", "评价").go(f"act/enrolment.rate/{rows[0].pk}/").send(stars="5", says="老师耐心")
        do(enrolment.rate, viewers[1], rows[1], stars=4)
    told = {
        key: wang(f"/figures/training.public.{key}", node="DISTRICT", period=str(clock.today().year)).json()["value"] for key in ("leaves", "ratings")
    }
    assert told == {"leaves": 1, "ratings": 2}
