"""ACA-1 Model-worker academy: a client from anywhere asks, is fitted in, comes, is taught, evaluates, pays; hosted events stand apart."""

from datetime import timedelta
from decimal import Decimal

from gonghui.commons.activities.models import Activity
from gonghui.commons.money.models import Receipt, Source
from gonghui.commons.places.models import Place
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel import clock
from gonghui.lines.education.academy import words
from gonghui.lines.education.academy.house_words import DORM
from gonghui.lines.education.academy.lesson_words import ROOM
from gonghui.lines.education.academy.models import Booking, Lesson

from .governing import TODAY, standing
from .office import AtDesk, newest
from .phones import Phone

DAY = timedelta(days=1)


def test_a_guest_books_on_the_phone_and_the_class_is_counted_once_it_is_over(cast):
    li, zhou, city = AtDesk(cast, "li"), AtDesk(cast, "zhou"), cast.nodes["city"]
    li.does("places.enter", desk="academies", node=city, kind=words.ACADEMY, name="劳模工匠学院", opened_on=TODAY - DAY, area=52000, seats=50)
    told = {"place": newest(Place).pk, "client": "外省总工会", "since": TODAY.isoformat(), "until": (TODAY + 2 * DAY).isoformat()}
    phone = Phone(cast.accounts["chen"])
    for theme, people in (("工会主席研修班", 40), ("班组长班", 20)):
        phone.go("act/academy.request/").send(theme=theme, people=str(people), **told).says("已提交预订")
    phone.go("my/academy_booking/").says("工会主席研修班", "外省总工会", "已申请")
    first, second = standing(Booking)
    li.does("academy.schedule", first).refused("academy.schedule", "放不下 20 人", second).does("academy.decline", second, why="已排满")
    for name, beds in (("101室", 2), ("102室", 2)):
        li.does(
            "places.enter",
            desk="academy_dorms",
            node=city,
            kind=DORM,
            name=name,
            opened_on=TODAY - DAY,
            part_of=newest(Place, kind=words.ACADEMY),
            seats=beds,
        )
    li.does("academy.name_guests", first, names="赵一 男\n钱二 男\n孙三 女")
    li.refused("academy.name_guests", "看不懂", first, names="李四 不详").does("academy.give_beds", first)
    li.sees("academy_guest", "赵一", "101室", "孙三", "102室").figure("academy.bed_nights", "CITY", TODAY.year, 6)
    li.does(
        "places.enter",
        desk="academy_rooms",
        node=city,
        kind=ROOM,
        name="第一教室",
        opened_on=TODAY - DAY,
        part_of=newest(Place, kind=words.ACADEMY),
        seats=40,
    )
    room = {"booking": first, "room": newest(Place, kind=ROOM)}
    for n in range(4):
        li.does("academy.book_room", **room, on=TODAY + n // 2 * DAY, half=("am", "pm")[n % 2], title=f"第{n + 1}讲")
    li.refused("academy.book_room", "已安排给", **room, on=TODAY, half="am")
    li.does("registers.enter", desk="academy_courses", node=city, kind=words.TEACHER, title="王师傅", since=TODAY)
    for lesson in standing(Lesson)[:2]:
        li.does("academy.set_lesson", lesson, title="工会实务", teacher=newest(RegisterEntry))
    li.reads(first, "课程表", "工会实务", "王师傅").figure("academy.room_half_days", "CITY", TODAY.year, 4)
    li.does("academy.arrive", first, arrived=38).refused("academy.conclude", "还没到", first, stars=5)
    li.figure("academy.classes", "CITY", TODAY, 0)
    with clock.at(TODAY + 3 * DAY):
        li.does("academy.conclude", first, stars=5)
        event = {"kind": words.EVENT, "node": city, "title": "劳模座谈会", "held_on": TODAY, "at_place": "报告厅", "head_count": 200}
        li.does("activities.record", desk="academy_classes", **event)
        li.does("money.declare_source", node=city, code="XY", name="学院收入", since=TODAY)
        fee = {"source": newest(Source), "giver": "外省总工会", "number": "P1", "amount": Decimal(9000), "on": TODAY}
        li.does("money.take_in", node=city, kind=words.FEE, **fee)
        li.refused("academy.settle", "没有入账", first, receipt=newest(Receipt))
        zhou.does("money.book_in", newest(Receipt))
        li.does("academy.quote", first, teacher_half_days=2)
        li.refused("academy.settle", "报价 15520", first, receipt=newest(Receipt))
        fee |= {"number": "P2", "amount": Decimal(15520)}
        li.does("money.take_in", node=city, kind=words.FEE, **fee)
        zhou.does("money.book_in", newest(Receipt))
        li.does("academy.settle", first, receipt=newest(Receipt)).sees("academy_booking", "已结算")
    (held,) = standing(Activity, kind=words.CLASS)
    li.does("activities.describe", held, series=[words.MAIN], edition=1)
    entry = {"kind": words.COURSE, "node": city, "title": "劳模精神专题教材", "since": TODAY}
    li.does("registers.enter", desk="academy_courses", **entry)
    for key, value in (
        ("floor_area", 52000), ("capacity", 50), ("classes", 1), ("classes@with_events", 2), ("attendances", 38), ("attendances@with_events", 238),
        ("class_ordinal", 1), ("courses", 1),
    ):  # fmt: skip
        zhou.figure(f"academy.{key}", "CITY", TODAY, value)
    zhou.figure("academy.bookings", "CITY", TODAY, 1).figure("academy.fees", "CITY", TODAY, 24520)
