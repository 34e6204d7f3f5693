"""What people see of legal aid."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.cases.models import Case
from gonghui.commons.places.models import Place
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.returns.models import HeadCount
from gonghui.kernel.desk import facet

from . import words

facet(
    Case, "legal_aid", *words.FORMS, label=_("法律援助"), group=_("权益法律"), icon="balance", filters=("state", "kind", "client", "level", "opened_on"),
    columns=("number", "kind", "title", "client", "node", "hand", "stage", "claimed", "recovered", "opened_on", "state"),
    empty=_("没有法律援助。职工可在手机上申请，窗口也可登记。"),
)  # fmt: skip

facet(
    RegisterEntry, "legal_pros", words.PROFESSIONAL, words.DUTY, label=_("法律服务人员与值班"), group=_("权益法律"), icon="gavel",
    empty=_("还没有登记律师、协调员。聘期到期会自动提醒。"),
)  # fmt: skip

facet(Place, "legal_stations", words.STATION, words.REMOTE_STATION, label=_("法律援助站"), group=_("权益法律"), icon="home_pin")

facet(
    Activity, "law_events", words.LAW_EVENT, words.FIELD_MEETING, label=_("普法活动"), group=_("权益法律"), icon="campaign",
    empty=_("还没有普法活动。发放资料的份数按期填报。"),
)  # fmt: skip

facet(HeadCount, "law_leaflets", words.LEAFLETS, label=_("普法资料发放"), group=_("权益法律"), icon="menu_book")
