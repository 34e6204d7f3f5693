"""What people see of titles and what leads to them."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.desk import Column, Desk

from . import acts, scheme_acts, words
from .models import Designation, Round, Scheme

GROUP = _("综合")
KIND = Column("kind", _("类别"), lambda row: words.KINDS.label(row.kind), order="kind")
HOLDERS = Column("holders", _("授予对象"), lambda s: "、".join(str(words.Holder(h).label) for h in s.holders.split(",") if h in words.Holder.values))
WHOM = Column("whom", _("获得者"), lambda row: row.whom)

Desk(
    noun=Scheme, label=_("评选项目"), group=GROUP, icon="workspace_premium",
    columns=("name", KIND, "tier", "issuer", "outer", "document", HOLDERS, "node", "state"), related=("node", "needs"),
    detail=(
        "name", KIND, "tier", "issuer", "outer", "document", HOLDERS, "every_years", "notice_days", "unit_notice", "needs", "experts", "recheck_months",
        "node", "since", "until", "state",
    ),
    filters=("tier", "outer", "state"), search=("name", "document"), order=("-pk",),
    acts=(scheme_acts.declare_scheme, scheme_acts.approve_scheme, scheme_acts.end_scheme), empty=_("还没有评选项目。"),
)  # fmt: skip

Desk(
    noun=Round, label=_("评选批次"), group=GROUP, icon="campaign",
    columns=("title", "scheme", "batch", "opens_on", "closes_on", "seats", "state"), related=("scheme", "node"),
    detail=("title", "scheme", "batch", "edition", "rules", "opens_on", "closes_on", "seats", "finished_on", "node", "state"),
    filters=("state", "opens_on"), search=("title", "batch"), work=("called", "closed"),
    acts=(scheme_acts.call, scheme_acts.close_round, scheme_acts.finish_round, scheme_acts.cancel_round), empty=_("还没有部署评选。"),
)  # fmt: skip

Desk(
    noun=Designation, label=_("称号"), group=GROUP, icon="military_tech",
    columns=(WHOM, "scheme", "tier", "batch", "awarded_on", "document", "number", "node", "state"),
    detail=(
        WHOM, "holder", "scheme", KIND, "tier", "outer", "batch", "awarded_on", "issuer", "document", "number", "raises", "until", "recheck_due", "ended_on",
        "ended_by", "doubtful", "node", "state",
    ),
    related=("person", "team", "unit", "employer", "scheme", "node"), filters=("tier", "holder", "outer", "state", "awarded_on"),
    search=("name", "^person__name", "document", "number"), order=("-awarded_on", "-pk"), own=True, own_label=_("我的荣誉"), personal=True,
    exported_by=UPPER, work=("in_recheck", "rectifying"),
    acts=(acts.record, acts.begin_recheck, acts.pass_recheck, acts.let_rectify, acts.withdraw, acts.end, acts.correct),
    empty=_("还没有称号。"),
)  # fmt: skip
