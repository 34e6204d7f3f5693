"""What people see of notices, objections and the calendar of working days."""

from django.utils.translation import gettext_lazy as _

from ..desk import Column, Desk
from ..workdays import OfficialDays, enter
from . import posting
from .models import Objection, Posting

GENERAL = _("综合")

Desk(
    noun=Posting, label=_("公示"), group=GENERAL, icon="campaign",
    columns=("title", "node", "days", "posted_on", "ends_on", "times", "held", "state"),
    detail=("title", "text", "phone", "node", "days", "posted_on", "ends_on", "times", "held", "closed_on", "state"),
    related=("node",), filters=("state", "held", "ends_on"), search=("title",), work=("open",),
    acts=(posting.post, posting.restart, posting.take_down), empty=_("还没有公示。"),
)  # fmt: skip

Desk(
    noun=Objection, label=_("公示异议"), group=GENERAL, icon="report",
    columns=("posting", "node", "filed_on", "settled_on", "state"),
    detail=(
        "posting", "node", Column("name", _("提出人"), lambda o: o.name or _("匿名")), Column("phone", _("联系电话"), lambda o: o.phone or "—"),
        Column("text", _("异议内容"), lambda o: o.text or "—"), "filed_on", "settled_on", "finding", "state",
    ),
    related=("posting", "node"), filters=("state", "filed_on"), search=("~node__sought",), work=("filed",), own=True, own_label=_("我的异议"), personal=True,
    acts=(posting.object_, posting.register_objection, posting.find_unfounded, posting.uphold), empty=_("没有异议。"),
)  # fmt: skip

Desk(
    noun=OfficialDays, label=_("放假调休"), group=GENERAL, icon="calendar_month", columns=("name", "since", "until", "worked", "document", "node"),
    related=("node",), filters=("worked", "since"), search=("name",), order=("-since", "-pk"), acts=(enter,),
    empty=_("已公布年度的放假调休系统自带；新一年的安排公布后在此录入。"),
)  # fmt: skip
