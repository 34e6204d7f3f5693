"""OfficialDays 放假调休: what the State Council's notice says of a year, entered before the published calendars know it."""

from datetime import date
from typing import Annotated

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .access.roles import UPPER
from .access.scope import Kept, Scope, once_an_act
from .ledger.act import P, act
from .periods import WorkCalendar
from .refusal import Kind, Refusal
from .tree.models import Node

LONG = Refusal("calendar.days", _("一段放假或上班应在 1 至 40 天之内。"), instead=_("请核对首尾日期。"), field="until")
NOT_THE_TOP = Refusal("calendar.not_the_top", _("放假调休安排由最高一级工会统一录入。"), kind=Kind.FORBIDDEN, field="node")


class OfficialDays(Kept):
    """Days off, or weekend days made up for them, from one to another; a row entered later goes before an earlier one."""

    node = models.ForeignKey(Node, models.PROTECT, related_name="+", verbose_name=_("录入组织"))
    name = models.CharField(_("节日"), max_length=40)
    since = models.DateField(_("首日"))
    until = models.DateField(_("末日"))
    worked = models.BooleanField(_("上班"))
    document = models.CharField(_("文号"), max_length=60, blank=True)

    scope = Scope(node=("node",))

    class Meta:
        verbose_name = verbose_name_plural = _("放假调休")
        constraints = [models.CheckConstraint(condition=Q(until__gte=F("since")), name="official_days_in_order")]

    def __str__(self):
        return f"{self.name} {self.since}—{self.until}"


@once_an_act("kernel.officialdays")
def work_calendar() -> WorkCalendar:
    """The calendar of the house: the published ones, and what has been entered."""
    rows = OfficialDays.objects.for_act("the calendar of the house").order_by("pk")
    return WorkCalendar(tuple(rows.values_list("since", "until", "worked")))


@act("calendar.enter", OfficialDays, label=_("录入放假调休"), past=_("已录入放假调休"), by=UPPER[::-1], icon="calendar_month", main=True)
def enter(
    ctx,
    *,
    node: Annotated[Node, P(_("录入组织"))],
    name: Annotated[str, P(_("节日"), max_length=40)],
    since: Annotated[date, P(_("首日"))],
    until: Annotated[date, P(_("末日"))],
    worked: Annotated[bool, P(_("上班"), help=_("调休上班日请勾选；不勾选为放假"))] = False,
    document: Annotated[str, P(_("文号"), max_length=60)] = "",
):
    """Enter days off or made up, as the yearly notice says them. Refuses: LONG, NOT_THE_TOP: the whole house goes by one calendar."""
    if not 0 <= (until - since).days < 40:
        raise LONG()
    if node.parent_id is not None:
        raise NOT_THE_TOP()
    ctx.on = since
    return ctx.create(OfficialDays, node=node, name=name, since=since, until=until, worked=worked, document=document)
