"""What people see of the hotline."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.desk import LIST
from gonghui.commons.cases.models import Case
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.desk import Column, Desk, facet

from . import acts, words
from .models import Call

GROUP = _("权益法律")
PHONE = Column("phone_masked", _("来电号码"), lambda c: c.phone_masked)
CASE = Column("case", _("工单"), lambda c: c.case.number if c.case else "")

facet(
    Case, "tickets", words.TICKET, label=_("热线工单"), group=GROUP, icon="support_agent", columns=LIST,
    empty=_("没有工单。来电可当场答复，或登记为工单派单办理。"),
)  # fmt: skip

Desk(
    noun=Call, label=_("热线来电"), group=GROUP, icon="call", columns=("serial", "on", "topic", PHONE, "node", "area", CASE, "state"),
    detail=("serial", "national", "at", PHONE, "topic", "node", "area", "agent", "wait", "talk", "reference", "recording", CASE, "state"),
    related=("node", "area", "agent", "case"), filters=("state", "topic", "on"), search=("=serial", "case__number"), work=("answered", "classified"),
    acts=(acts.answer, acts.miss, acts.classify, acts.answer_at_once, acts.open_ticket, acts.attach), seen_by=(*UPPER, "auditor", "hotline_agent"),
    personal=True, empty=_("还没有来电记录。"),
)  # fmt: skip
