"""What people see of numbers from outside."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.desk import Column, Desk

from . import acts
from .models import Reading

NUMBER = Column("number", _("数"), lambda r: f"{r.number.normalize():,f}", order="number")

Desk(
    noun=Reading, label=_("外部数"), group=_("综合"), icon="query_stats",
    columns=("kind", "about", NUMBER, "source", "measured_on", "node", "state"), related=("node",),
    detail=("kind", "about", NUMBER, "source", "measured_on", "note", "address", "node", "received_on", "brought_by", "state"),
    filters=("state", "kind", "measured_on"), search=("about", "source"), order=("-measured_on", "-pk"), work=("received",),
    acts=(acts.receive, acts.accept, acts.set_aside),
    empty=_("还没有外部数。媒体、部门和平台提供的数在这里登记，与本系统的统计分开列示。"),
)  # fmt: skip
