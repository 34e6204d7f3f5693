"""Pages for phones: my timetable, asking leave of one lesson; for teachers and officers the lessons of these days, and the QR at the door."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities import names
from gonghui.kernel.clock import now, today
from gonghui.kernel.page import page
from gonghui.kernel.qr import svg

from . import certificate_portal, leave_acts, lesson_acts, reads, words  # noqa: F401  (more pages are declared by being read)
from .models import CourseClass, Lesson

AROUND = timedelta(days=1)


def to_come(viewer) -> str:
    """How many lessons lie before oneself and one's children."""
    return str(reads.lessons_of(reads.places_of(viewer)).filter(sitting__ends_at__gt=now()).count() or "")


@page("timetable/", "timetable", label=_("我的课表"), mine=True, who="worker", note=to_come)
def timetable(request, kit):
    """The lessons of my classes and my children's: what comes next, with leave; then what has been, and whether one came."""
    hours, at = reads.timetable_of(kit.viewer), now()
    coming = [hour for hour in hours if hour.lesson.sitting.ends_at > at]
    been = [hour for hour in reversed(hours) if hour.lesson.sitting.ends_at <= at]
    return kit.render("training/timetable.html", coming=coming, been=been, now=at, ask=leave_acts.ask_leave, withdraw=leave_acts.withdraw_leave)


@page("timetable/<int:pk>/leave/", "ask_leave")
def ask_leave(request, kit, pk):
    """Leave of one lesson for one of mine: why, and a button. `?place=` names whose, where there are several."""
    places = reads.places_of(kit.viewer).order_by("pk")
    wanted = request.GET.get("place", "")
    row = places.filter(pk=wanted).first() if wanted.isdecimal() and len(wanted) < 19 else None
    lesson = row and reads.lessons_of(places.filter(pk=row.pk)).filter(pk=pk).select_related("sitting", "course_class").first()
    if lesson is None:
        raise Http404
    form = kit.form(leave_acts.ask_leave, {"lesson": lesson, "enrolment": row})
    done = kit.done(form)
    if done:
        messages.success(request, f"{lesson}：{done.subject.get_state_display()}")
        return kit.go("timetable")
    for name in ("lesson", "enrolment"):
        form.fields.pop(name)
    return kit.form_page("training/leave.html", form, lesson=lesson, row=row)


def has_lessons(viewer) -> bool:
    """Whether somebody gives or runs lessons that one may sign in to."""
    return CourseClass.objects.within(viewer, lesson_acts.open_sign_in.power).filter(state=words.C.RUNNING).exists()


@page("lessons/", "lessons", label=_("扫码签到与点名"), who="worker", when=has_lessons)
def lessons(request, kit):
    """Lessons of yesterday, today and tomorrow that I give or my unit runs: to the QR at the door and the roll."""
    rows = _run(kit).filter(sitting__begins_at__date__range=(today() - AROUND, today() + AROUND))
    return kit.render("training/lessons.html", page=kit.page(rows.order_by("sitting__begins_at", "pk")), call=lesson_acts.roll_call)


@page("lessons/<int:pk>/code/", "lesson_code")
def lesson_code(request, kit, pk):
    """The QR that hangs at the door of a lesson and how many have signed in; before it is open, the button that opens it."""
    lesson = _one(kit, pk)
    form = kit.form(lesson_acts.open_sign_in)
    if kit.done(form, lesson.pk):
        return kit.go("lesson_code", lesson.pk)
    count = names.named(lesson.activity) if lesson.activity_id else 0
    return kit.form_page("training/code.html", form, lesson=lesson, count=count, awaited=reads.awaited(lesson).count(), act=lesson_acts.open_sign_in)


@page("lessons/<int:pk>/code.svg", "lesson_code_svg")
def lesson_code_svg(request, kit, pk):
    """The QR itself."""
    lesson = _one(kit, pk)
    if lesson.activity_id is None:
        raise Http404
    address = request.build_absolute_uri(reverse("portal:sign_in", args=[names.code_of(lesson.activity)]))
    return HttpResponse(svg(address), content_type="image/svg+xml")


@page("lessons/<int:pk>/roll/", "lesson_roll")
def lesson_roll(request, kit, pk):
    """The roll of one lesson: everybody who is to come, who has signed in or has leave, and a tick each."""
    lesson = _one(kit, pk)
    form = kit.form(lesson_acts.roll_call)
    if kit.done(form, lesson.pk):
        messages.success(request, f"{lesson}：{lesson_acts.roll_call.past}")
        return kit.go("lessons")
    form.fields.pop("present")
    chosen = {int(pk) for pk in request.POST.getlist("present") if pk.isdecimal()}
    return kit.form_page("training/roll.html", form, lesson=lesson, people=reads.roll_of(lesson), chosen=chosen, act=lesson_acts.roll_call)


def _run(kit):
    """Lessons of running classes that this viewer gives, or whose roll they may call in office."""
    seen = Lesson.objects.within(kit.viewer, lesson_acts.open_sign_in.power).filter(course_class__state=words.C.RUNNING)
    rows = Lesson.objects.for_act("with its activity, which a teacher need not see").filter(pk__in=seen.values("pk"))
    return rows.select_related("course_class__node", "course_class__offer", "sitting", "activity")


def _one(kit, pk: int) -> Lesson:
    lesson = _run(kit).filter(pk=pk).first()
    if lesson is None:
        raise Http404
    return lesson
