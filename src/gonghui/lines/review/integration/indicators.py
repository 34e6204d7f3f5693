"""What is counted of exchange with others."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.models import Case
from gonghui.commons.readings.counting import Readings
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.indicators import Flow, Ratio

from . import words
from .models import ExchangeMessage, MatchRow

HANDS = (("slot", "node"), ("hand_slot", "hand"))
TAKEN = ~Q(state__in=("received", "supplement", "refused", "merged", "ended"))

Flow(
    "integration.acknowledged",
    _("已回执对接消息数"),
    "item",
    ExchangeMessage,
    Q(state="acked"),
    dated_by="answered_on",
    main=True,
    meaning=_("对方已回执的消息，按回执日期"),
)
Flow("integration.rejected", _("被退回对接消息数"), "item", ExchangeMessage, Q(state="rejected"), dated_by="answered_on")
Flow(
    "integration.rows_sent",
    _("已同步记录条数"),
    "item",
    ExchangeMessage,
    Q(state="acked", partner=words.Partner.NATIONAL),
    dated_by="day",
    adds="rows",
)
_compared = Flow("integration.compared", _("比对档案数"), "item", MatchRow, dated_by="on")
_hits = Flow("integration.hits", _("比对一致档案数"), "item", MatchRow, Q(hit=True), dated_by="on")
Ratio("integration.hit_pct", _("比对一致率"), "percent", top=_hits, bottom=_compared, meaning=_("期内比对的档案中与对方一致的比例"))
Flow("integration.settled", _("已核实差异数"), "item", MatchRow, Q(settled_on__isnull=False), dated_by="settled_on")
Flow("integration.court_referrals", _("法院平台转入件数"), "item", Case, TAKEN & Q(kind=words.REFERRAL), nodes=HANDS, dated_by="opened_on")
Flow(
    "integration.matters_by_app",
    _("手机端和小程序反映件数"),
    "item",
    Case,
    TAKEN & Q(channel__in=("app", "mini")),
    nodes=HANDS,
    dated_by="opened_on",
    main=True,
    meaning=_("经手机端或小程序提出并已受理的事项"),
)
Flow("integration.pushes", _("公众号推送次数"), "time", RegisterEntry, Q(kind=words.PUSH, in_force_from__isnull=False), dated_by="in_force_from")
Readings("integration.platform_audience", _("数字平台惠及职工数"), "person", kinds=(words.AUDIENCE,), meaning=_("平台方提供的数，不与会员数相加"))
