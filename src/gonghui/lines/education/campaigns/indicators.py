"""What is counted of campaigns: named participations beside filed numbers, and accepted votes; never added."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.ballots.models import Ballot
from gonghui.commons.ballots.words import FROZEN
from gonghui.commons.money.models import Payment
from gonghui.commons.money.words import PAID
from gonghui.commons.returns.counting import HeadCounts
from gonghui.kernel.indicators import Distinct, Flow

from . import coupon_words, words
from .models import Campaign, Coupon, Participation, Redemption, Suggestion

count = Flow("campaigns.count", _("网上工会活动项数"), "item", Campaign, Q(state__in=words.RAN), dated_by="opens_on",
    meaning=_("已上线的网上活动，按开始日期计，一项计一次"), main=True)  # fmt: skip
participations = Flow("campaigns.participations", _("网上活动参与人次"), "person_time", Participation, dated_by="on", personal=True,
    meaning=_("答题、打卡、领取等逐次记录；不含投票"), main=True)  # fmt: skip
filed = HeadCounts("campaigns.participations@filed", _("网上活动参与人次（单位填报）"), "person_time", kinds=(words.HEADS,),
    meaning=_("没有逐次记录的平台由单位填报并审核；与逐次记录的人次不相加"))  # fmt: skip
participants = Distinct("campaigns.participants", _("网上活动参与人数"), "person", Participation, dated_by="on", of="who", personal=True,
    meaning=_("同一活动内一人计一次；不同活动之间不能去重"))  # fmt: skip
votes = Flow("campaigns.votes", _("终选投票次数"), "time", Ballot, Q(kind=words.FINAL, set_aside="", poll__state__in=FROZEN), dated_by="on",
    meaning=_("终选中已计票的有效票；列为不计票的不在内"), main=True)  # fmt: skip
heat_votes = Flow("campaigns.votes@heat", _("初选投票次数"), "time", Ballot, Q(kind=words.HEAT, set_aside="", poll__state__in=FROZEN), dated_by="on")
aside = Flow(
    "campaigns.votes@aside", _("终选不计票数"), "time", Ballot, Q(kind=words.FINAL, poll__state__in=FROZEN) & ~Q(set_aside=""), dated_by="on"
)
won = Flow("campaigns.prizes", _("网上活动中奖份数"), "item", Participation, ~Q(place=None), dated_by="on", personal=True)

claimed = Flow("campaigns.coupons.claimed", _("电子券领取张数"), "item", Coupon, ~Q(state=coupon_words.C.RETURNED), dated_by="on", personal=True,
    meaning=_("按领取日期计；已退回的不在内"))  # fmt: skip
redeemed = Flow("campaigns.coupons.redeemed", _("电子券核销张数"), "item", Redemption, dated_by="on", personal=True,
    meaning=_("商户扫码核销一次计一张，按核销日期计"))  # fmt: skip
lapsed = Flow("campaigns.coupons.lapsed", _("电子券过期张数"), "item", Coupon, Q(state=coupon_words.C.LAPSED), dated_by="valid_until", personal=True,
    meaning=_("到最后使用日仍未使用的，按该日计"))  # fmt: skip
amount = Flow("campaigns.coupons.amount", _("电子券核销金额"), "yuan", Redemption, dated_by="on", adds="value", personal=True)
settled = Flow("campaigns.coupons.settled", _("电子券付给商户金额"), "yuan", Payment, Q(kind=coupon_words.SETTLED, state__in=PAID), dated_by="paid_on",
    adds="amount")  # fmt: skip
suggestions = Flow("campaigns.suggestions", _("征集建议条数"), "item", Suggestion, dated_by="on", personal=True)
adopted = Flow("campaigns.suggestions@adopted", _("采纳建议条数"), "item", Suggestion, Q(state=words.G.ADOPTED), dated_by="settled_on", personal=True,
    meaning=_("按采纳日期计"))  # fmt: skip
