"""What is counted of collective bargaining: contracts by the day they were signed, what they cover by the day they have force."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.designations.models import Designation
from gonghui.commons.designations.reads import titles
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.indicators import Distinct, Flow, Stock

from . import words
from .models import Contract, Covered

FILED = Q(number__isnull=False)
FORCE = {"since": "contract__since", "until": "contract__until"}


def in_force(day) -> Q:
    """Rows of contracts that have force on a day."""
    return Q(contract__since__lte=day, contract__until__gte=day)


def once(day) -> Q:
    """An enterprise's one row: that of its own contract before a regional one, of several the latest."""
    others = Covered.objects.for_act("each worker once").filter(in_force(day), employer=OuterRef("employer"))
    return ~Q(Exists(others.filter(Q(own__gt=OuterRef("own")) | Q(own=OuterRef("own"), pk__gt=OuterRef("pk")))))


Flow("bargaining.contracts", _("签订集体合同份数"), "item", Contract, FILED, dated_by="signed_on", main=True, meaning=_("已报送审查的，按签订日期"))
Stock(
    "bargaining.contracts@in_force",
    _("有效集体合同份数"),
    "item",
    Contract,
    FILED & Q(since__isnull=False),
    meaning=_("期末在有效期内、已报送审查的集体合同"),
)
Stock(
    "bargaining.workers_covered", _("集体合同覆盖职工数"), "person", Covered, **FORCE, adds="workers", on_day=once, main=True, source="head_count",
    meaning=_("期末有效合同，同一企业有几份合同的只计一次，先计本企业合同"),
)  # fmt: skip
Stock("bargaining.enterprises_covered", _("集体合同覆盖企业数"), "org", Covered, **FORCE, of="employer")
Flow("bargaining.offers", _("发出协商要约份数"), "item", Contract, dated_by="offered_on")
Distinct(
    "bargaining.skill_contracts.enterprises", _("能级集体合同企业数"), "org", Covered, Q(contract__sort=words.Sort.SKILL, contract__number__isnull=False),
    dated_by="contract__signed_on", of="employer",
)  # fmt: skip
RUNS = {"counts": RegisterEntry, "where": Q(kind=words.MECHANISM, in_force_from__isnull=False), "since": "in_force_from"}
Stock("bargaining.mechanism.enterprises", _("新业态协商协调机制企业数"), "org", **RUNS, of="employer")
Stock("bargaining.mechanism.workers", _("协商协调机制覆盖职工"), "person", **RUNS, adds="quantity", source="head_count")
Flow("bargaining.best_cases", _("全省十佳集体协商案例数"), "item", Designation, titles(words.BEST_CASE, tiers=("province",)), dated_by="awarded_on")
Distinct(
    "bargaining.platform_focus",
    _("重点头部平台企业数"),
    "org",
    RegisterEntry,
    Q(kind=words.FOCUS, registered_on__isnull=False),
    dated_by="since",
    of="employer",
)
Flow("bargaining.meetings", _("协商协调会议场次"), "session", Activity, Q(kind=words.MEETING, state__in=COUNTED), dated_by="held_on",
    nodes=(("slot", "node"), ("host_slot", "host")))  # fmt: skip
