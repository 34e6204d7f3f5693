"""What people see of places, changed days and inspections."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import SEERS
from gonghui.kernel.clock import today
from gonghui.kernel.desk import Column, Desk

from . import acts, inspect_acts, more_acts, reads
from .models import Facility, Place
from .rules import said
from .visit_models import Inspection, OpeningException

GROUP = _("服务阵地")
SIGNS = Column("signs", _("牌子"), lambda p: "、".join(one.get_kind_display() for one in reads.signs_of(p, today())))
HOURS = Column("hours", _("开放时间"), reads.hours_said)
FACILITIES = Column(
    "facilities", _("设施（功能）"),
    lambda p: "、".join(f.get_slug_display() for f in Facility.objects.for_act("of a place in reach").filter(place=p, until=None).order_by("slug")),
)  # fmt: skip
POINT = Column("point", _("坐标"), lambda p: "" if p.latitude is None else f"{p.latitude:.6f},{p.longitude:.6f}")
DETAIL = (
    "name", "code", "kind", SIGNS, "part_of", "node", "host", "keeper", "address", POINT, "division", "phone", HOURS, FACILITIES, "area", "seats", "smart", "built",
    "plan", "planned_on", "built_on", "supported_on", "opened_on", "closed_on", "state",
)  # fmt: skip
ACTS = (
    acts.enter, acts.plan, acts.build, acts.accept, acts.open_, acts.describe, more_acts.set_hours, more_acts.equip, more_acts.assign_keeper,
    more_acts.free_keeper, more_acts.propose_days, inspect_acts.self_check, inspect_acts.inspect, more_acts.hang_sign, more_acts.take_sign, acts.support,
    acts.renovate, acts.close,
)  # fmt: skip

Desk(
    noun=Place, label=_("阵地台账"), group=GROUP, icon="location_on",
    columns=("name", "kind", "node", "address", "opened_on", "state"), related=("node",), detail=DETAIL,
    exports=("code", "name", "kind", "node", "address", POINT, "division", "phone", "area", "seats", "opened_on", "closed_on", "state"),
    filters=("kind", "state", "smart", "opened_on"), search=("name", "address", "code"), work=("planned", "built", "accepted"), acts=ACTS,
    seen_by=(*SEERS, "keeper"), exported_by=SEERS, own=True, own_label=_("我管理的阵地"), empty=_("还没有登记阵地。"),
)  # fmt: skip

Desk(
    noun=OpeningException, label=_("开放安排"), group=GROUP, icon="event_available",
    columns=("place", "since", "until", Column("hours", _("开放时间"), lambda x: _("关闭") if x.closed else f"{said(x.opens)}-{said(x.closes)}"), "reason", "duty", "state"),
    detail=("place", "node", "since", "until", Column("hours", _("开放时间"), lambda x: _("关闭") if x.closed else f"{said(x.opens)}-{said(x.closes)}"), "reason", "duty", "supplies", "state"),
    related=("place",), filters=("state", "since"), search=("place__name", "reason"), work=("proposed",),
    acts=(more_acts.publish_days, more_acts.confirm_duty, more_acts.cancel_days), seen_by=(*SEERS, "keeper"), exported_by=SEERS, own=True,
    own_label=_("我的开放安排"), empty=_("没有开放安排。节假日照常开放的，在阵地上办理“提出开放安排”。"),
)  # fmt: skip

Desk(
    noun=Inspection, label=_("阵地检查"), group=GROUP, icon="fact_check",
    columns=("place", "kind", "on", "inspector", "ordered_on", "rectified_on", "state"), related=("place", "inspector"),
    detail=("place", "node", "kind", "on", "inspector", "beside", "findings", "ordered_on", "measures", "rectified_on", "state"),
    filters=("kind", "state", "on"), search=("place__name",), work=("drawn", "rectify", "rectified"),
    acts=(
        inspect_acts.draw, inspect_acts.pass_inspection, inspect_acts.order_rectification, inspect_acts.report_rectified, inspect_acts.confirm_rectified,
        inspect_acts.refuse_rectified,
    ),
    seen_by=(*SEERS, "keeper"), exported_by=SEERS, own=True, own_label=_("我的整改"), empty=_("还没有检查。点“抽查抽样”开始。"),
)  # fmt: skip
