"""What is counted of stability; its own records are counted for those alone who may see them."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.indicators import Flow

from . import words
from .models import Watch

FEW = {"counts": Watch, "personal": True, "seen_by": words.RESTRICTED}
RISK, ROUND = Q(sort="risk"), Q(sort__in=("screening", "analysis"), state__in=("closed", "checked"))

Flow("stability.assessment_excellent", _("政治安全考核优秀等次"), "item", RegisterEntry,
    Q(kind=words.GRADE, topic=words.EXCELLENT, registered_on__isnull=False), dated_by="year_on", main=True, meaning=_("上级考核结果，按所属年度计"))  # fmt: skip
Flow("stability.risks", _("登记风险数"), "item", where=RISK, dated_by="set_on", main=True, **FEW, meaning=_("期内登记的风险，销号与否都计"))
Flow("stability.risks_closed", _("销号风险数"), "item", where=RISK & Q(closed_on__isnull=False), dated_by="closed_on", **FEW)
Flow("stability.screenings", _("专项排查与动态分析轮次"), "item", where=ROUND, dated_by="set_on", **FEW)
Flow("stability.screened", _("排查与分析覆盖人次"), "person_time", where=ROUND, dated_by="set_on", adds="covered", **FEW)
