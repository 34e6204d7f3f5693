"""What people see of courses, classes, booking, lessons, learning online and providers."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.enrolment.models import Enrolment, Offer
from gonghui.commons.money.desk import BATCH_ACTS
from gonghui.commons.money.models import PayBatch
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.desk import Column, Desk, facet

from . import acts, certificate_acts, fee_acts, learn_acts, leave_acts, lesson_acts, reads, words
from .models import Certificate, Course, CourseClass, Learning, Leave, Lesson

GROUP = _("宣传教育")
LEFT = Column("left", _("余额"), lambda c: c.offer.left)
BOOKING = Column("booking", _("报名"), lambda c: c.offer.get_state_display())
TEACHER = Column("teacher", _("教师"), lambda c: c.teacher_name or str(c.teacher or "—"))
WHO = Column("name", _("学员"), lambda v: v.enrolment.name or "—")
NAMED = Column("named", _("补课的人"), lambda n: _names(row.enrolment for row in n.named.for_act("of a lesson in reach").select_related("enrolment")))
ON_LEAVE = Column(
    "leaves",
    _("准假的人"),
    lambda n: _names(v.enrolment for v in n.leaves.for_act("of a lesson in reach").filter(state="allowed").select_related("enrolment")),
)
RATING = Column("rating", _("评价"), lambda c: reads.rating_of(c))


def _names(rows) -> str:
    return "、".join(row.name for row in rows) or "—"


Desk(
    noun=Course, label=_("公益课程"), group=GROUP, icon="menu_book", columns=("title", "topic", "node", "mode", "hours", "state"), related=("node",),
    detail=("title", "topic", "level", "node", "mode", "hours", "units", "least_age", "most_age", "why_limits", "for_children", "since", "state"),
    filters=("state", "mode", "since"), search=("title", "topic"), work=("proposed",), acts=(acts.propose, acts.approve, acts.end_course),
)  # fmt: skip

Desk(
    noun=CourseClass, slug="classes", label=_("公益班次"), group=GROUP, icon="co_present",
    columns=("title", "course", "edition", "begins_on", "at_place", BOOKING, LEFT, "state"), related=("node", "course", "offer", "plan"),
    detail=("title", "course", "plan", "edition", "node", "at_place", TEACHER, "checked_on", "begins_on", "ends_on", "offer", BOOKING, LEFT, RATING, "state"),
    filters=("state", "begins_on"), search=("title", "course__title"), order=("-begins_on", "-pk"), work=("draft", "reviewed"),
    acts=(
        acts.plan_class, lesson_acts.add_lesson, acts.note_check, acts.review, acts.publish, acts.begin, lesson_acts.finish, certificate_acts.give_certificates, acts.postpone, acts.cancel, acts.archive,
    ),
    own=True, own_label=_("我任教的班次"), personal=True,
)  # fmt: skip

Desk(
    noun=Lesson, slug="lessons", label=_("课次"), group=GROUP, icon="event", columns=("course_class", "sitting", "at_place", "makes_up", "activity"),
    detail=("course_class", "sitting", "at_place", "makes_up", NAMED, ON_LEAVE, "activity"),
    related=("course_class__node", "sitting", "activity", "makes_up__course_class", "makes_up__sitting"), search=("course_class__title",),
    order=("-sitting__begins_at", "-pk"), acts=(lesson_acts.open_sign_in, lesson_acts.roll_call, lesson_acts.make_up), own=True, own_label=_("我任教的课次"), personal=True,
)  # fmt: skip

Desk(
    noun=Leave, slug="leaves", label=_("公益培训请假"), group=GROUP, icon="event_busy", columns=(WHO, "lesson", "asked_on", "state"),
    detail=(WHO, "lesson", "why", "asked_on", "state"), related=("node", "enrolment", "lesson__course_class", "lesson__sitting"),
    filters=("state", "asked_on"), search=("lesson__course_class__title",), order=("-asked_on", "-pk"), work=("asked",),
    acts=(leave_acts.ask_leave, leave_acts.allow_leave, leave_acts.refuse_leave, leave_acts.withdraw_leave), own=True, own_label=_("我的请假"),
    personal=True,
)  # fmt: skip

Desk(
    noun=Learning, slug="learning", label=_("线上学习"), group=GROUP, icon="school", columns=("course", "since", "units_done", "score", "certificate", "state"),
    related=("course", "node"), filters=("state", "since"), search=("course__title", "=certificate"), order=("-since", "-pk"),
    acts=(learn_acts.learn, learn_acts.finish_unit, learn_acts.test, learn_acts.certify), own=True, own_label=_("我的线上学习"), personal=True,
)  # fmt: skip

Desk(
    noun=Certificate, slug="certificates", label=_("结业证书"), group=GROUP, icon="workspace_premium", columns=(WHO, "number", "course_class", "given_on"),
    related=("node", "enrolment", "course_class"), filters=("given_on",), search=("=number", "course_class__title"), order=("-given_on", "-pk"), own=True,
    own_label=_("我的结业证书"), personal=True,
)  # fmt: skip

facet(Offer, "bookings", words.COURSE, label=_("公益培训报名项"), group=GROUP)
facet(Enrolment, "trainees", words.COURSE, label=_("公益培训报名"), group=GROUP, own_label=_("我的公益培训"))
facet(PayBatch, "teacher_fees", words.FEE, label=_("教师课酬"), group=GROUP, icon="payments", acts=(*BATCH_ACTS, fee_acts.list_fees))
facet(RegisterEntry, "providers", *words.PROVIDERS, label=_("培训机构"), group=GROUP, icon="apartment")
