"""Certificates of classes 结业证书: given to all who completed, once each."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.enrolment.models import Enrolment
from gonghui.commons.enrolment.offer_acts import RUNNERS
from gonghui.commons.enrolment.settle import owner_of
from gonghui.commons.enrolment.words import E
from gonghui.kernel.ledger.act import act
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.tree.slots import slot_on

from . import rules, words
from .models import Certificate, CourseClass
from .words import C


@act(
    "training.give_certificates", CourseClass, label=_("发放结业证书"), past=_("已发证并通知"), by=RUNNERS, icon="workspace_premium",
    when=lambda c: c.state in (C.FINISHED, C.ARCHIVED),
)  # fmt: skip
def give_certificates(ctx, one):
    """Give everybody who completed the class a numbered certificate, and tell them; nobody else, and nobody twice. Refuses: NOBODY_TO_CERTIFY."""
    has = Certificate.objects.for_act("once each").filter(enrolment=OuterRef("pk"))
    rows = Enrolment.objects.for_act("who completed").filter(~Exists(has), offer=one.offer_id, state=E.ATTENDED)
    places = list(rows.select_related("person__account", "guardian__account").order_by("pk"))
    if not places:
        raise words.NOBODY_TO_CERTIFY()
    number, slot = rules.class_certificate_number, slot_on(one.node, ctx.day)
    made = Certificate.objects.for_act("give").bulk_create(
        Certificate(node=one.node, slot=slot, course_class=one, enrolment=row, number=number(ctx.day.year, one.pk, row.pk), given_on=ctx.day)
        for row in places
    )
    ctx.note_many(
        Certificate, [(row.pk, one.node_id, "", "", {"enrolment_id": [None, row.enrolment_id], "number": [None, row.number]}) for row in made]
    )
    for row, given in zip(places, made, strict=True):
        tell(ctx, owner_of(row), now_("“{title}”结业证书已发，编号 {number}，见“我的结业证书”。").format(title=one, number=given.number))
