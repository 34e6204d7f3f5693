"""What is counted of service centres: windows and services are kinds, not pieces; volumes are filed."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.cases.models import Case
from gonghui.commons.designations.models import Designation
from gonghui.commons.designations.reads import titles
from gonghui.commons.places.models import Facility, Place, signed
from gonghui.commons.places.words import CENTRE
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.returns.counting import HeadCounts
from gonghui.kernel.indicators import Flow, Mean, Stock

from . import words

EQUIPPED = {"counts": Facility, "nodes": (("place__slot", "place__node"),), "of": "slug"}
Stock("service_centres.centres", _("职工服务中心数"), "place", Place, since="opened_on", until="", on_day=lambda day: signed(CENTRE, day))
Stock(
    "service_centres.windows",
    _("服务窗口种类"),
    "item",
    where=Q(slug__in=words.WINDOWS),
    **EQUIPPED,
    main=True,
    meaning=_("期末各中心设有的窗口种类，同一种类只计一次"),
)
Stock("service_centres.services@fixed", _("固定服务种类"), "item", where=Q(slug__in=words.FIXED, place__kind=CENTRE), **EQUIPPED)
Stock("service_centres.services@local", _("自选服务种类"), "item", where=Q(slug__in=words.LOCAL, place__kind=CENTRE), **EQUIPPED)
HeadCounts(
    "service_centres.volume",
    _("服务中心服务量"),
    "person_time",
    kinds=(*words.FIXED, *words.LOCAL),
    main=True,
    meaning=_("各中心按期填报并审核通过的人次"),
)
for _slug in (*words.FIXED, *words.LOCAL):
    HeadCounts(f"service_centres.volume@{_slug}", words.FACILITIES.label(_slug), "person_time", kinds=(_slug,))

VISITS = {"counts": Case, "nodes": (("slot", "node"), ("hand_slot", "hand")), "dated_by": "opened_on"}
Flow("service_centres.numbers_taken", _("窗口取号数"), "item", where=Q(kind=words.VISIT) & ~Q(state="merged"), **VISITS)
Flow("service_centres.visits_served", _("窗口办理件数"), "item", where=Q(kind=words.VISIT, state="closed"), **VISITS)
RATED = Q(kind=words.VISIT, rating__isnull=False)
rated = Flow("service_centres.visits_rated", _("窗口服务评价数"), "item", where=RATED, **VISITS)
stars = Flow("service_centres.rating_sum", _("窗口服务评分合计"), "item", where=RATED, **VISITS, adds="rating")
Mean("service_centres.rating", _("窗口服务平均评分"), "item", top=stars, bottom=rated, meaning=_("期内窗口办理中已评价的平均分，五分为满"))

NAMED = {"counts": Designation, "dated_by": "awarded_on"}
for _tier, _told, _where in (("national", _("全国"), "national"), ("province", _("省级"), "provincial")):
    Flow(
        f"service_centres.pilots.{_where}_centres",
        _("%(tier)s生活品质试点服务中心数") % {"tier": _told},
        "org",
        where=titles(words.PILOT_CENTRE, tiers=(_tier,)),
        **NAMED,
    )
    Flow(
        f"service_centres.pilots.{_where}_enterprises",
        _("%(tier)s生活品质试点企业数") % {"tier": _told},
        "org",
        where=titles(words.PILOT_FIRM, tiers=(_tier,)),
        **NAMED,
    )
LISTED = {"counts": RegisterEntry, "where": Q(kind=words.DIMENSION, registered_on__isnull=False)}
Stock("service_centres.upgrade_dimensions", _("幸福企业提升维度数"), "item", **LISTED)
Flow("service_centres.happy_enterprises", _("命名幸福企业数"), "org", where=titles(words.HAPPY), **NAMED)
Flow("service_centres.happy_visits", _("幸福企业走访次数"), "session", Activity, Q(kind=words.LOOK, state__in=COUNTED), dated_by="held_on")
Flow("service_centres.complexes", _("命名综合服务体数"), "org", where=titles(words.COMPLEX), **NAMED)
