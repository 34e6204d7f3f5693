"""What people see of the academy."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.desk import Annex, Column, Desk, Lines, facet

from . import acts, house_acts, lesson_acts, words
from .house_words import DORM
from .lesson_words import ROOM
from .models import BedNight, Booking, Guest, Lesson, Milestone, Project

GROUP = _("宣传教育")


def steps_of(project) -> str:
    """The milestones of a project with their days."""
    rows = Milestone.objects.for_act("of a project in reach").filter(project=project).order_by("due_on", "pk")
    return "；".join(f"{one.title} {one.due_on}{' ✓' if one.reached_on else ''}" for one in rows)


def timetable(booking, viewer):
    """The half days of a booking, as they come."""
    rows = (
        Lesson.objects.within(viewer).filter(booking=booking, state="booked").select_related("room", "teacher").order_by("on", "half", "room__name")
    )
    return Lines(rows, lambda one: (one.on, one.get_half_display(), one.room, one.title, one.teacher or "", one.people))


Desk(
    noun=Booking, slug="academy_booking", label=_("学院培训预订"), group=GROUP, icon="event_seat", columns=("client", "theme", "place", "people", "since", "until", "state"),
    detail=("client", "theme", "place", "node", "people", "since", "until", "arrived", "stars", "held", "quoted", "receipt", "state"), related=("place", "node"),
    filters=("state", "since"), search=("client", "theme"), work=("requested", "concluded"), own=True, own_label=_("我的培训预订"),
    own_columns=("theme", "client", "place", "people", "since", "until", "state"),
    acts=(acts.request, acts.schedule, acts.decline, acts.cancel, acts.arrive, acts.conclude, acts.settle,
        house_acts.name_guests, house_acts.give_beds, house_acts.free_beds, house_acts.quote),
    annexes=(Annex("timetable", _("课程表"), (_("日期"), _("时段"), _("教室"), _("课程"), _("教师"), _("人数")), timetable, at_once=True),), empty=_("还没有预订。委托单位可在手机上申请。"),
)  # fmt: skip
Desk(
    noun=Project, label=_("建设项目"), group=GROUP, icon="construction", columns=("name", "node", "land", "investment", "planned_on", "opened_on", "state"),
    detail=(
        "name", "node", "place", "land", "investment", "brand_years", "planned_on", "started_on", Column("steps", _("节点"), steps_of), "accepted_on", "opened_on",
        "build_years", "reached", "state",
    ),
    related=("node",), filters=("state", "planned_on"), search=("name",), work=("started",), slug="capital_project",
    acts=(acts.plan_project, acts.start_project, acts.accept_project, acts.open_project, acts.review_target, acts.drop_project), empty=_("还没有建设项目。"),
)  # fmt: skip
Desk(
    noun=Milestone, label=_("建设节点"), group=GROUP, icon="flag", columns=("project", "title", "due_on", "reached_on", "node"), related=("project", "node"),
    filters=("due_on",), search=("title", "project__name"), order=("due_on", "pk"), acts=(acts.set_milestone, acts.reach),
)  # fmt: skip
Desk(
    noun=Guest, label=_("学院学员"), group=GROUP, icon="badge", slug="academy_guest", columns=("name", "sex", "booking", "room", "bed", "since"),
    related=("booking", "room", "node"), filters=("sex", "since"), search=("name",), order=("-since", "pk"),
)  # fmt: skip
Desk(
    noun=BedNight, label=_("学院床位安排"), group=GROUP, icon="bed", slug="academy_bed_night", columns=("night", "room", "bed", "guest"),
    related=("guest", "room", "node"), filters=("night",), order=("-night", "pk"),
)  # fmt: skip
Desk(
    noun=Lesson, label=_("学院课程表"), group=GROUP, icon="calendar_view_week", slug="academy_lesson",
    columns=("on", "half", "room", "title", "teacher", "booking", "people", "state"), related=("booking", "room", "teacher", "node"),
    filters=("state", "on", "half"), search=("title", "room__name", "teacher__title"), order=("-on", "half", "pk"),
    acts=(lesson_acts.book_room, lesson_acts.set_lesson, lesson_acts.free_room), empty=_("还没有安排教室。"),
)  # fmt: skip
facet("commons_places.place", "academy_rooms", ROOM, label=_("学院教室"), group=GROUP, icon="meeting_room")
facet("commons_places.place", "academy_dorms", DORM, label=_("学院宿舍房间"), group=GROUP, icon="hotel")
facet("commons_places.place", "academies", words.ACADEMY, label=_("学院"), group=GROUP, icon="school")
facet(
    "commons_activities.activity",
    "academy_classes",
    words.CLASS,
    words.EVENT,
    label=_("学院培训班和承办活动"),
    group=GROUP,
    icon="cast_for_education",
)
facet(
    "commons_registers.registerentry", "academy_courses", words.COURSE, words.TEACHER, label=_("学院课程、教材和师资"), group=GROUP, icon="menu_book"
)
facet("commons_money.payment", "capital_payments", words.CAPITAL, label=_("建设项目支付"), group=GROUP)
