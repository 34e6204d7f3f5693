"""What is counted of rural support: what the union paid itself and what others gave are never added."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.models import Payment
from gonghui.commons.money.words import PAID
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.words import STANDING
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.indicators import Flow, Stock

from . import words

SPENT = {"counts": Payment, "dated_by": "paid_on", "adds": "amount"}
OURS = Q(kind=words.SPENT, state__in=PAID)
LISTED = Q(registered_on__isnull=False)

Flow(
    "rural.investment@village", _("村帮扶投入"), "yuan", where=OURS & Q(batch__plan__kind=words.PROJECT), **SPENT,
    nodes=(("batch__plan__slot", "batch__plan__node"),), meaning=_("按项目所在村，不论哪级工会支付"), main=True,
)  # fmt: skip
Flow("rural.investment@payer", _("工会帮扶项目资金"), "yuan", where=OURS, **SPENT, meaning=_("按支付工会，本级及下级合计"))
Flow("rural.investment@provincial", _("省总帮扶项目资金"), "yuan", where=OURS & Q(level="province"), **SPENT, meaning=_("只计省总工会本级支付"))
Flow(
    "rural.coordinated_amount", _("协调帮扶资金"), "yuan", RegisterEntry, Q(kind=words.COORDINATED) & LISTED, dated_by="since", adds="quantity",
    meaning=_("协调外单位投入的资金，不含工会支出，两者从不相加"), main=True,
)  # fmt: skip
Flow("rural.projects", _("村帮扶项目数"), "item", PlanItem, Q(kind=words.PROJECT, shared=False, state__in=STANDING), dated_by="since")
Flow(
    "rural.projects@done",
    _("已完成村帮扶项目数"),
    "item",
    PlanItem,
    Q(kind=words.PROJECT, shared=False, state__in=("done", "evaluated", "reported")),
    dated_by="until",
)
Stock("rural.villages", _("结对帮扶村数"), "place", RegisterEntry, Q(kind=words.VILLAGE) & LISTED)
Flow(
    "rural.travel_routes", _("公布乡村旅游线路数"), "item", RegisterEntry, Q(kind=words.ROUTE, version=1, in_force_from__isnull=False) & LISTED, dated_by="in_force_from",
    meaning=_("期间内首次公布的线路；更新版本不另计"), main=True,
)  # fmt: skip
Stock("rural.travel_routes@standing", _("现有乡村旅游线路数"), "item", RegisterEntry, Q(kind=words.ROUTE) & LISTED, since="in_force_from")
