"""What is counted of publicity."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.models import Payment
from gonghui.commons.money.words import PAID
from gonghui.commons.readings.counting import Readings
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.registers.words import AWARD
from gonghui.kernel.indicators import Flow, Stock

from . import words

LISTED = Q(kind=words.ARTICLE, registered_on__isnull=False) & ~Q(state="superseded")


def in_outlet(slug: str, label) -> Flow:
    """Articles of one outlet."""
    return Flow(
        f"publicity.articles.{slug}", _("%(outlet)s发稿篇数") % {"outlet": label}, "item", RegisterEntry, LISTED & Q(topic=slug), dated_by="since"
    )


articles = Flow("publicity.articles", _("市级以上媒体发稿篇数"), "item", RegisterEntry, LISTED & Q(tier__in=words.CITY_OR_ABOVE), dated_by="since",
    meaning=_("已刊发、经另一人审核登记的稿件；报送未登记的不计"), main=True)  # fmt: skip
by_outlet = [in_outlet(outlet.value, outlet.label) for outlet in words.Outlet]
points = Flow("publicity.points", _("稿件积分"), "point", RegisterEntry, LISTED, dated_by="since", adds="quantity",
    meaning=_("按刊发日的积分标准；同一稿件多次刊发按最高一次计"))  # fmt: skip
correspondents = Stock("publicity.correspondents", _("在册通讯员数"), "person", RegisterEntry, Q(kind=words.CORRESPONDENT, registered_on__isnull=False),
    meaning=_("期末在册、经审核登记的通讯员"), main=True)  # fmt: skip
awards = Flow("publicity.awards", _("新闻宣传荣誉数"), "item", RegisterEntry, Q(kind=AWARD, topic=words.PUBLICITY, registered_on__isnull=False), dated_by="year_on",
    meaning=_("他人授予的荣誉，按所属年度计；不是本级评选"), main=True)  # fmt: skip
REWARDED = Q(kind=words.REWARD, state__in=PAID)
rewards = Flow("publicity.rewards", _("稿件奖励笔数"), "item", Payment, REWARDED, dated_by="paid_on")
reward_amount = Flow("publicity.reward_amount", _("稿件奖励金额"), "yuan", Payment, REWARDED, dated_by="paid_on", adds="amount")
views = Readings(
    "publicity.views", _("稿件与视频阅读（播放）量"), "person_time", kinds=(words.VIEWS,), meaning=_("媒体提供的数，不与本系统的人次相加")
)
