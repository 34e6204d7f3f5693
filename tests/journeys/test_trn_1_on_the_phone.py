"""TRN-1 Public-welfare courses, as a worker lives them on the phone: the timetable, leave, a lesson given again, what one thinks of it."""

from datetime import timedelta

from django.test import Client

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.names import code_of
from gonghui.commons.enrolment import acts as enrolment
from gonghui.commons.money.models import PayBatch, Payment
from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.do import do
from gonghui.lines.education.training.models import Certificate, Leave, Lesson
from tests.commons.test_enrolment import worker
from tests.lines.test_training import moment
from tests.lines.test_training_leave import running, set_to

from .conftest import the
from .phones import Phone

DAY = timedelta(days=1)


def test_leave_is_asked_on_the_phone_and_the_lesson_given_again(cast, program):
    set_to(cast, "class.leave_needs_answer", "是")
    with trusted():
        one, lessons, viewers, rows = running(cast, 2, 2)
    phone, wang = Phone(viewers[0].account), program("wang")
    phone.go("timetable/").says("古筝班", "琴房", "请假")
    phone.go(f"timetable/{lessons[0].pk}/leave/?place={rows[0].pk}").says("古筝班").send(why="孩子发烧").says("待批准", "撤回请假")
    phone.go(f"timetable/{lessons[0].pk}/leave/?place={rows[0].pk}").send(409, why="孩子发烧").says("本次课已请过假")
    assert Phone(viewers[1].account).client.get(f"/portal/timetable/{lessons[0].pk}/leave/?place={rows[0].pk}").status_code == 404
    assert wang(f"/acts/training.allow_leave/{the(Leave).pk}", {}).status_code == 200
    phone.go("timetable/").says("已准假")
    phone.go("my/leaves/").says("古筝班", "已准假").go(f"my/leaves/{the(Leave).pk}/").says("孩子发烧")
    with clock.at(lessons[0].sitting.ends_at):
        assert wang(f"/acts/training.roll_call/{lessons[0].pk}", {"present": [rows[1].pk]}).status_code == 200
        when = {"begins_at": moment(one.begins_on + 3 * DAY, 19).isoformat(), "ends_at": moment(one.begins_on + 3 * DAY, 20).isoformat()}
        assert wang(f"/acts/training.make_up/{lessons[0].pk}", {"people": [rows[0].pk], **when}).status_code == 200
        phone.go("timetable/").says("补课", "上过的课")
        Phone(viewers[1].account).go("timetable/").lacks("补课")
    given_again = Lesson.objects.for_act("test").select_related("sitting").get(makes_up=lessons[0])
    for lesson, there in ((lessons[1], rows), (given_again, rows[:1])):
        with clock.at(lesson.sitting.ends_at):
            assert wang(f"/acts/training.roll_call/{lesson.pk}", {"present": [row.pk for row in there]}).status_code == 200
    with clock.at(moment(one.ends_on, 9)):
        assert wang(f"/acts/training.finish/{one.pk}", {}).status_code == 200
        phone.go("enrolments/").says("已参加", "评价").go(f"act/enrolment.rate/{rows[0].pk}/").send(stars="5", says="老师耐心")
        assert wang(f"/acts/training.give_certificates/{one.pk}", {}).status_code == 200
        assert wang(f"/acts/training.give_certificates/{one.pk}", {}).status_code == 409
        do(enrolment.rate, viewers[1], rows[1], stars=4)
    years = {"leaves": clock.today(), "ratings": clock.today(), "certificates": one.ends_on}
    told = {key: wang(f"/figures/training.public.{key}", node="DISTRICT", period=str(day.year)).json()["value"] for key, day in years.items()}
    assert told == {"leaves": 1, "ratings": 2, "certificates": 2}
    given = Certificate.objects.for_act("test").select_related("enrolment").get(enrolment=rows[0])
    phone.go("course-certificates/").says("古筝", given.number, given.enrolment.name)
    anybody, asked = Client(), {"number": given.number, "name": given.enrolment.name}
    shown = anybody.get("/portal/verify/", asked, follow=True)
    assert shown.status_code == 200 and given.number in shown.content.decode() and "修满 20 学时" in shown.content.decode()
    assert b"<svg" in anybody.get(f"{shown.request['PATH_INFO']}qr.svg").content
    assert anybody.get("/portal/verify/", asked | {"name": "别人"}, follow=True).status_code == 404
    assert anybody.get(f"/portal/course-certificates/{given.number}/").status_code == 404


def test_a_worker_scans_the_code_at_the_door_and_the_teacher_calls_the_rest_and_is_due_a_fee(cast, program):
    with trusted():
        unknown, teaches = worker(cast, 9).account, worker(cast, 8).account
        one, (lesson,), viewers, rows = running(cast, 2, 1, teacher=teaches.person)
    wang, teacher, phone = Phone(cast.accounts["wang"]), Phone(teaches), Phone(viewers[0].account)
    with clock.at(lesson.sitting.begins_at):
        wang.go("lessons/").says("古筝班", "琴房")
        teacher.go("lessons/").says("古筝班", "琴房").go(f"lessons/{lesson.pk}/code/").says("开放扫码签到").send().says("已签到 0 人，应到 2 人")
        door = f"/portal/lessons/{lesson.pk}/code.svg"
        assert b"<svg" in teacher.client.get(door).content and phone.client.get(door).status_code == 404
        code = code_of(the(Activity))
        phone.go(f"in/{code}/").says("古筝班", "19:00-20:00").send().says("您已签到", str(rows[0].name))
        stranger = Phone(unknown)
        stranger.go(f"in/{code}/").send(409).says("您和子女都不在", "请核对是不是自己班次的二维码")
        teacher.go(f"lessons/{lesson.pk}/roll/").says("已扫码").send(422, present=["0"]).says("点名")
        teacher.go(f"lessons/{lesson.pk}/roll/").send(present=[rows[1].pk]).says("已点名")
        teacher.go("my/lessons/").says("古筝班").go(f"my/lessons/{lesson.pk}/").lacks("点名")
        teacher.go(f"lessons/{lesson.pk}/code/").says("已点名，到课 2 人")
    with clock.at(lesson.sitting.ends_at + DAY):
        assert "已到课" in phone.go("timetable/").text
        stranger.go(f"in/{code}/").send(409).says("现在不能签到")
        told = {"node": cast.nodes["province"].pk, "code": "KC", "name": "培训经费", "since": one.begins_on.isoformat()}
        source = program("zhou")("/acts/money.declare_source", told).json()["subjects"][0]
        told = {"node": cast.nodes["district"].pk, "kind": "teacher_fee", "title": "课酬", "source": source, "award_year": one.begins_on.year}
        batch = program("wang")("/acts/money.open_batch", told).json()["subjects"][0]
        days = {"since": one.begins_on.isoformat(), "until": one.begins_on.isoformat()}
        assert program("wang")(f"/acts/training.list_fees/{batch}", days).status_code == 200
        assert the(PayBatch).total == 300 and the(Payment).person_id == teaches.person.pk
