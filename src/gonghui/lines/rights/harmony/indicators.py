"""What is counted of harmonious labour relations; tiers are told apart and never added."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.designations.models import Designation
from gonghui.commons.designations.reads import standing, titles
from gonghui.commons.places.models import Place
from gonghui.kernel.indicators import Flow, Stock

from . import words

NAMED = {"counts": Designation, "dated_by": "awarded_on"}

Flow(
    "harmony.national_enterprises",
    _("全国劳动关系和谐示范企业数"),
    "org",
    where=titles(words.FIRM, tiers=("national",)),
    **NAMED,
    main=True,
    meaning=_("按命名日期；后来撤销的当时也计，误登的不计"),
)
Flow(
    "harmony.provincial_units", _("省级和谐幸福类单位数"), "org", where=titles(*words.UNITS, tiers=("province",)), **NAMED, main=True,
    meaning=_("和谐企业、综合服务体、幸福企业三类合计；分类另计"),
)  # fmt: skip
for _kind, _label in ((words.FIRM, _("省级和谐企业数")), (words.COMPLEX, _("省级综合服务体数")), (words.HAPPY, _("省级幸福企业数"))):
    Flow(f"harmony.provincial_units@{_kind}", _label, "org", where=titles(_kind, tiers=("province",)), **NAMED)
Stock(
    "harmony.units_standing", _("现有和谐幸福类单位数"), "org", Designation, titles(*words.UNITS), since="awarded_on", until="", of="holder_key",
    on_day=standing, meaning=_("各级命名且仍有效；有几级称号的只计一次"),
)  # fmt: skip
Flow("harmony.public_service_sites", _("全国劳动关系公共服务样板站点数"), "place", where=titles(words.MODEL_SITE, tiers=("national",)), **NAMED)
Stock("harmony.sites", _("劳动关系公共服务站点数"), "place", Place, Q(kind=words.SITE), since="opened_on", until="closed_on")
Flow(
    "harmony.site_services", _("站点服务人次"), "person_time", Activity, Q(kind=words.SERVED, state__in=COUNTED), dated_by="held_on", adds="head_count",
    nodes=(("slot", "node"), ("host_slot", "host")), source="head_count",
)  # fmt: skip
