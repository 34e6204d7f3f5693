"""What is counted of campaigns: named participations beside filed numbers, and accepted votes; never added."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.ballots.models import Ballot
from gonghui.commons.ballots.words import FROZEN
from gonghui.commons.returns.counting import HeadCounts
from gonghui.kernel.indicators import Distinct, Flow

from . import words
from .models import Campaign, Participation

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
