"""Learning online: begin, unit by unit, test, certificate."""

from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.enrolment.offer_acts import RUNNERS
from gonghui.commons.parties.reads import own_person
from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER
from gonghui.kernel.ledger.act import P, act

from . import rules, words
from .models import Course, Learning


def online(rows, viewer):
    """Courses anybody may learn online."""
    return rows.for_act("courses online are for everybody").filter(state=words.CourseState.APPROVED, mode=words.Mode.ONLINE)


@act("training.learn", Learning, label=_("开始学习"), past=_("已开始学习"), by=(MEMBER,), at="course", icon="school", main=True)
def learn(ctx, *, course: Annotated[Course, P(_("线上课程"), pick=online)]):
    """Begin a course online. Refuses: NOT_KNOWN, NOT_ONLINE, NOT_APPROVED, LEARNS when begun this year already."""
    person = own_person(ctx.viewer)
    if person is None:
        raise words.NOT_KNOWN()
    if course.mode != words.Mode.ONLINE:
        raise words.NOT_ONLINE()
    if course.state != words.CourseState.APPROVED:
        raise words.NOT_APPROVED(course=course)
    if Learning.objects.for_act("once a year").filter(course=course, person=person, year=ctx.day.year).exists():
        raise words.LEARNS()
    return ctx.create(Learning, node=course.node, course=course, person=person, since=ctx.day, year=ctx.day.year)


@act("training.finish_unit", Learning, label=_("学完一单元"), past=_("已记录进度"), by=(MEMBER,), icon="check", main=True)
def finish_unit(ctx, learning):
    """Note that the next unit has been learnt. Refuses: ALL_UNITS."""
    if learning.units_done >= learning.course.units:
        raise words.ALL_UNITS()
    learning.units_done += 1


@act("training.test", Learning, label=_("登记测验成绩"), past=_("已登记成绩"), by=RUNNERS, icon="quiz", main=True)
def test(ctx, learning, *, score: Annotated[int, P(_("测验分"), least=0, most=100)]):
    """Note the score of the test; it may be taken again. Refuses: UNITS_LEFT."""
    left = learning.course.units - learning.units_done
    if left > 0:
        raise words.UNITS_LEFT(count=left)
    learning.score = score


@act("training.certify", Learning, label=_("发放证书"), past=_("已发证"), by=RUNNERS, icon="workspace_premium", main=True)
def certify(ctx, learning):
    """Give the certificate. Refuses: FAILED below `class.pass_score`."""
    least = config.value("class.pass_score", learning.node, ctx.day)
    if learning.score is None or learning.score < least:
        raise words.FAILED(score=learning.score or 0, least=least)
    learning.certificate, learning.certified_on = rules.certificate_number(learning.year, learning.course_id, learning.pk), ctx.day
