"""What is counted of recognition by others, and of reviews themselves."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.indicators import Flow

from . import words
from .models import Bulletin, ReturnCell, Snapshot, YearReturn

HIGH = ("national", "provincial")
LISTED = Q(registered_on__isnull=False) & ~Q(state="superseded")
MINE = {"counts": RegisterEntry, "told_by": "stats"}


def listed(kind: str) -> Q:
    return LISTED & Q(kind=kind)


Flow("recognition.leader_endorsements", _("领导批示肯定次数"), "time", where=listed(words.ENDORSEMENT) & Q(tier__in=HIGH), dated_by="since", **MINE, main=True,
    meaning=_("省级以上领导书面批示，一件一条"))  # fmt: skip
Flow("recognition.experience_exchanges", _("会议经验交流次数"), "time", where=listed(words.PRESENTATION) & Q(tier__in=HIGH), dated_by="since", **MINE, main=True,
    meaning=_("在省级以上会议上作的交流发言"))  # fmt: skip
Flow("recognition.experience_exchanges@county_year", _("县级加强年经验交流次数"), "time", dated_by="since", **MINE,
    where=listed(words.PRESENTATION) & Q(tier="national", topic=words.COUNTY_YEAR), meaning=_("会议经验交流次数的其中数"))  # fmt: skip
Flow("stats.assessments", _("上级考核结果数"), "item", RegisterEntry, listed(words.ASSESSMENT), dated_by="year_on", meaning=_("按所属年度计"))
Flow("stats.reviews", _("已定格综述数"), "item", Bulletin, Q(frozen_on__isnull=False), dated_by="ends_on")
Flow("stats.errata", _("更正数"), "item", Snapshot, Q(replaces__isnull=False), dated_by="on")
Flow(
    "stats.returns",
    _("定格统计报表数"),
    "item",
    YearReturn,
    Q(state="frozen", summed=False),
    dated_by="on",
    meaning=_("各单位自己的报表，不含汇总表"),
)
Flow("stats.returns@late", _("逾期报送统计报表数"), "item", YearReturn, Q(late=True, summed=False), dated_by="on", meaning=_("报送日晚于截止日的"))
Flow("stats.return_errata", _("统计报表更正数"), "item", ReturnCell, Q(replaces__isnull=False, filed__summed=False), dated_by="on")
