"""Fees of teachers 教师课酬: every lesson that was given, once, put on a list of payments."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import ActivityState
from gonghui.commons.money.listing import Line, add_lines, payee_key
from gonghui.commons.money.models import PayBatch, Payment
from gonghui.commons.money.words import STANDING
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.config import valued
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.tree.models import Node

from . import words
from .models import Lesson

NOUN, GIVEN = Lesson._meta.label_lower, (ActivityState.FILED, ActivityState.CHECKED)


@act(
    "training.list_fees", PayBatch, label=_("按课次列入教师课酬"), past=_("已列入"), by=OFFICERS, icon="co_present", main=True,
    when=lambda batch: batch.state == "listed",
)  # fmt: skip
def list_fees(ctx, batch, *, since: Annotated[date, P(_("上课日期起"))], until: Annotated[date, P(_("上课日期止"))]):
    """
    List what is due for the lessons of the list's node and below that were given between two days: `class.lesson_fee` each, a lesson once.

    Refuses: OTHER_LIST, FEE_DAYS, NO_FEES, LATE_FEES, CLOSED. Source: handbook, 'Money' (monthly settlement sheet; the payer withholds the tax).
    """
    if batch.kind != words.FEE:
        raise words.OTHER_LIST()
    if not since <= until <= ctx.day:
        raise words.FEE_DAYS()
    if not (lines := due(batch.node, since, until)):
        raise words.NO_FEES()
    if late := add_lines(ctx, batch, lines):
        raise words.LATE_FEES(count=len(late))


def due(node: Node, since: date, until: date) -> list[Line]:
    """A line for each lesson given at a node or below between two days that has a teacher and a fee and stands on no list."""
    paid = Payment.objects.for_act("a lesson once").filter(cause_noun=NOUN, kind=words.FEE, state__in=STANDING)
    given = Lesson.objects.for_act("what is due").filter(
        course_class__node__path__startswith=node.path, activity__held_on__range=(since, until), activity__state__in=GIVEN
    )
    rows = given.exclude(pk__in=paid.values("cause_id")).select_related("course_class__teacher", "course_class__node", "sitting", "activity")
    fee, lines = valued("class.lesson_fee"), []
    for row in rows.order_by("sitting__begins_at", "pk"):
        one = row.course_class
        name, yuan = one.teacher.name if one.teacher else one.teacher_name, fee(one.node.path, row.activity.held_on)
        if name and yuan:
            key = payee_key(person=one.teacher_id, id_hash=one.teacher and one.teacher.id_hash, name=name, mark=str(one.node_id))
            note = f"{one.title} {timezone.localtime(row.sitting.begins_at):%Y-%m-%d %H:%M}"
            lines.append(Line(name, Decimal(yuan), key, (NOUN, row.pk), one.teacher_id, note=note))
    return lines
