"""What is counted of legal aid: consultations, cases and people are three things; recovered is what really came in."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.cases.models import Case, CaseAmount
from gonghui.commons.places.models import Place
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.registers.words import AWARD
from gonghui.commons.returns.models import HeadCount
from gonghui.kernel.indicators import Distinct, Flow, Stock

from . import words

HANDS = (("slot", "node"), ("hand_slot", "hand"))
SERVED = ~Q(state__in=("received", "supplement", "refused", "merged", "ended"))
CASES = SERVED & Q(kind__in=(words.DRAFTING, words.MEDIATION, words.REPRESENTATION))


def people(key: str, label, kinds, **more) -> Flow:
    """Persons served, counted once a service."""
    return Flow(key, label, "person_time", Case, SERVED & Q(kind__in=kinds), nodes=HANDS, dated_by="opened_on", adds="people", **more)


services = people("legal_aid.services", _("法律服务人次"), words.FORMS, main=True, meaning=_("咨询、调解、代书、代理所涉人数之和，一次服务计一次"))
advice = people("legal_aid.services@advice", _("法律咨询人次"), (words.ADVICE,))
disputes = people("legal_aid.services@disputes", _("争议调解人次"), (words.MEDIATION,))
aided = people("legal_aid.services@aid", _("代书代理人次"), (words.DRAFTING, words.REPRESENTATION))
cases = Flow(
    "legal_aid.cases", _("法律援助案件数"), "item", Case, CASES, nodes=HANDS, dated_by="opened_on", meaning=_("咨询不计；集体案件计一件"), main=True
)
clients = Flow(
    "legal_aid.union_clients",
    _("援助基层工会件数"),
    "item",
    Case,
    SERVED & Q(kind__in=words.FORMS, client="union"),
    nodes=HANDS,
    dated_by="opened_on",
)
service_types = Distinct("legal_aid.service_types", _("法律援助方式种类"), "item", Case, CASES, nodes=HANDS, dated_by="opened_on", of="kind")
claimed = Flow(
    "legal_aid.claimed_amount", _("主张金额"), "yuan", CaseAmount, Q(sort="claimed", case__kind__in=words.FORMS), dated_by="on", adds="amount"
)
recovered = Flow(
    "legal_aid.recovered_amount", _("挽回经济损失金额"), "yuan", CaseAmount, Q(sort="recovered", case__kind__in=words.FORMS), dated_by="on", adds="amount",
    meaning=_("按实际到账日期；裁决未到账的不计"),
    main=True,
)  # fmt: skip
team_members = Stock(
    "legal_aid.team_members", _("法律服务专业人员数"), "person", RegisterEntry, Q(kind=words.PROFESSIONAL, registered_on__isnull=False), personal=True,
    meaning=_("聘期内的律师、劳动关系协调员、法律顾问"),
)  # fmt: skip
honoured_units = Flow(
    "legal_aid.honoured_units", _("公益法律服务获表扬集体数"), "org", RegisterEntry,
    Q(kind=AWARD, topic=words.LEGAL_SERVICE, registered_on__isnull=False), dated_by="year_on",
)  # fmt: skip
OPEN_PLACE = {"since": "opened_on", "until": "closed_on"}
stations = Stock("legal_aid.stations", _("法律援助站数"), "place", Place, Q(kind=words.STATION), **OPEN_PLACE)
remote_stations = Stock("legal_aid.remote_stations", _("驻外维权工作站数"), "place", Place, Q(kind=words.REMOTE_STATION), **OPEN_PLACE)
BOTH = (("slot", "node"), ("host_slot", "host"))
publicity_events = Flow(
    "legal_aid.publicity_events", _("普法活动场次"), "session", Activity, Q(kind=words.LAW_EVENT, state__in=COUNTED), nodes=BOTH, dated_by="held_on"
)
field_meetings = Flow(
    "legal_aid.field_meetings",
    _("维权工作现场会场次"),
    "session",
    Activity,
    Q(kind=words.FIELD_MEETING, state__in=COUNTED),
    nodes=BOTH,
    dated_by="held_on",
)
leaflets = Flow(
    "legal_aid.leaflets", _("发放普法宣传资料份数"), "item", HeadCount, Q(kind=words.LEAFLETS, state="accepted"), dated_by="until", adds="number",
    source="head_count",
)  # fmt: skip
