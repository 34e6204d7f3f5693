"""Kinds rural support gives the common records."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.enrolment.words import KINDS as OFFERS
from gonghui.commons.money.words import PAYMENTS
from gonghui.commons.plans.words import CATEGORIES
from gonghui.commons.plans.words import KINDS as PLANS
from gonghui.commons.registers.words import KINDS as ENTRIES

PROJECT = PLANS.declare("village_project", _("村帮扶项目"))
for _slug, _label in (
    ("road", _("道路与基础设施")), ("machine", _("农机具")), ("planting", _("种植")), ("livestock", _("养殖")), ("heritage", _("旧址修缮")), ("tourism", _("乡村旅游")),
):  # fmt: skip
    CATEGORIES.declare(f"village.{_slug}", _label)
SPENT = PAYMENTS.declare("village_project", _("村帮扶项目支出"), each=("payee", "form"))
VILLAGE = ENTRIES.declare("helped_village", _("结对帮扶村"))  # holder: its union, where it has one; from day to day
COORDINATED = ENTRIES.declare("coordinated_fund", _("协调帮扶资金"))  # issuer: who gave it; quantity: yuan; plan: the project
ROUTE = ENTRIES.declare("travel_route", _("乡村旅游线路"))
STOP = ENTRIES.declare("route_stop", _("线路站点（合作村）"))  # a link of kind member says which route it is on
VOUCHER = OFFERS.declare("route_voucher", _("乡村旅游惠工券"))
