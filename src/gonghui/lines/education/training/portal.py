"""Pages for a worker's phone: my timetable, asking leave of one lesson."""

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clock import now
from gonghui.kernel.page import page

from . import leave_acts, reads


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


@page("timetable/<int:pk>/leave/<int:place>/", "ask_leave")
def ask_leave(request, kit, pk, place):
    """Leave of one lesson for one of mine: why, and a button."""
    row = reads.places_of(kit.viewer).filter(pk=place).first()
    lesson = row and reads.lessons_of(reads.places_of(kit.viewer).filter(pk=place)).filter(pk=pk).select_related("sitting", "course_class").first()
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
