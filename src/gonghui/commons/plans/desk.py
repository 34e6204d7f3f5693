"""What people see of plans."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clock import today
from gonghui.kernel.desk import Column, Desk

from . import acts, reads
from .models import PlanItem, PlanReport
from .words import CATEGORIES

KIND = Column("kind", _("类别"), lambda i: i.kind_label, order="kind")
CATEGORY = Column("category", _("分类"), lambda i: CATEGORIES.label(i.category) or "—", order="category")
TARGET = Column("target", _("计划"), reads.planned, order="target")
DONE = Column("done", _("完成与比率"), lambda i: reads.told(i, today()))
BUDGET = Column("budget", _("预算（元）"), lambda i: "—" if i.budget is None else f"{i.budget / 100:,.2f}")
Desk(
    noun=PlanItem, label=_("计划项目"), group=_("综合"), icon="event_note", related=("node",),
    columns=("title", KIND, CATEGORY, "node", "since", "until", TARGET, "state"),
    detail=("title", KIND, CATEGORY, "part_of", "node", "lead", "since", "until", TARGET, DONE, BUDGET, "state"),
    filters=("state", "since"), search=("title", "kind"), work=("proposed",), acts=(
        acts.propose, acts.approve, acts.publish, acts.begin, acts.report, acts.share_out, acts.revise, acts.finish, acts.evaluate,
        acts.publish_result, acts.drop,
    ),
)  # fmt: skip

Desk(
    noun=PlanReport, label=_("计划进展"), group=_("综合"), icon="trending_up", columns=("item", "on", "says", "done", "node"),
    related=("node", "item"), filters=("on",), search=("says", "item__title"), order=("-on", "-pk"),
)  # fmt: skip
