"""What people see of plans."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.desk import Desk

from . import acts
from .models import PlanItem

Desk(
    noun=PlanItem, label=_("计划项目"), group=_("综合"), icon="event_note",
    columns=("title", "kind", "node", "since", "until", "target", "state"), related=("node",),
    detail=("title", "kind", "part_of", "node", "since", "until", "target", "state"),
    filters=("state", "since"), search=("title", "kind"), work=("proposed",),
    acts=(acts.propose, acts.approve, acts.publish, acts.begin, acts.finish, acts.evaluate),
)  # fmt: skip
