"""What people see of filed numbers and may do with them."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.desk import Column, Desk

from . import acts
from .models import HeadCount

PERIOD = Column("period", _("期间"), lambda r: f"{r.since} — {r.until}", order="until")

Desk(
    noun=HeadCount, label=_("填报数"), group=_("综合"), icon="edit_note",
    columns=("kind", "node", PERIOD, "number", "submitted_on", "state"), related=("node",),
    detail=("kind", "node", PERIOD, "number", "basis", "own", "explained", "filed_by", "submitted_on", "accepted_by", "state"),
    filters=("state", "kind", "until"), search=("node__name", "node__code", "basis"), order=("-until", "-pk"), work=("submitted", "returned"),
    acts=(acts.fill, acts.submit, acts.amend, acts.accept, acts.accept_alike, acts.send_back),
    empty=_("还没有填报。没有发生的也请填 0。"),
)  # fmt: skip
