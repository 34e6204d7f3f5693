"""What is counted of contests."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity, Attendance
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.money.models import Payment
from gonghui.commons.money.words import PAID
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.words import STANDING
from gonghui.commons.readings.counting import Readings
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.returns.counting import Filers, HeadCounts, doubled
from gonghui.kernel.indicators import Distinct, Flow, Latest, Ratio, Stock
from gonghui.kernel.tree.models import Placement

from . import words
from .models import Entry, Item

BOTH = (("slot", "node"), ("host_slot", "host"))
EITHER = (("slot", "node"), ("item__slot", "item__node"))
HELD = Q(kind__in=words.CONTESTS, state__in=COUNTED)
FINALS = Q(item__tier__in=words.ABOVE_CITY) & ~Q(item__state="cancelled") & ~Q(state__in=words.OUT)
LISTED = Q(registered_on__isnull=False)

planned = Flow("contests.planned", _("计划竞赛项数"), "item", PlanItem, Q(kind=words.PLAN, state__in=STANDING, shared=False), dated_by="since",
    meaning=_("已批准的年度竞赛计划项目；一项可办多场，不与场次相比"))  # fmt: skip
held = Flow("contests.held", _("已开展竞赛场数"), "session", Activity, HELD, nodes=BOTH, dated_by="held_on",
    meaning=_("已举办的劳动竞赛和技能竞赛；主办、承办各看到同一场，上级合计时计一次"), main=True)  # fmt: skip
at_contests = Flow("contests.participations@held", _("竞赛参与人次（按场填报）"), "person_time", Activity, HELD, nodes=BOTH, dated_by="held_on",
    adds="head_count", source="head_count", meaning=_("各场竞赛填报的到场人数之和，不去重"), main=True)  # fmt: skip
filed = HeadCounts("contests.participations@filed", _("竞赛参与人次（单位填报）"), "person_time", kinds=words.HEADS,
    meaning=_("各单位按期填报并审核通过的人次；与按场填报的人次、实名签到互不相加"))  # fmt: skip
labour = HeadCounts("contests.labour.participations", _("劳动竞赛参赛人次"), "person_time", kinds=(words.LABOUR_HEADS,),
    meaning=_("单位填报并审核通过；与技能竞赛人次可能重叠，不得相加"))  # fmt: skip
skill_filed = HeadCounts("contests.skill.participations@filed", _("技能竞赛参赛人次（单位填报）"), "person_time", kinds=(words.SKILL_HEADS,))
skill = Flow("contests.skill.participations@named", _("技能竞赛参赛人次（实名）"), "person_time", Attendance,
    Q(state="present", activity__kind=words.SKILL, activity__state__in=COUNTED), nodes=(("activity__slot", "activity__node"), ("activity__host_slot", "activity__host")),
    dated_by="activity__held_on", personal=True, meaning=_("技能竞赛的实名参赛记录；不与单位填报数相加"))  # fmt: skip
filed_twice = doubled("contests.filed_twice", words.HEADS)
views = Readings("contests.broadcast_views", _("技能竞赛节目收看人次"), "person_time", kinds=(words.VIEWS,),
    meaning=_("媒体方提供的收看次数，按来源和日期登记；不与本系统的人次相加"))  # fmt: skip

enterprises = Filers("contests.enterprises", _("参加竞赛的建会企业数"), "org", Q(node__kind="single", node__until=None), kinds=words.HEADS,
    meaning=_("期内填报参赛人次大于零的单独基层工会"))  # fmt: skip
unionised = Stock("contests.enterprises@all", _("建会企业数"), "org", Placement, Q(node__kind="single"))
coverage = Ratio(
    "contests.enterprise_coverage_pct",
    _("建会企业参赛比例"),
    "percent",
    top=enterprises,
    bottom=unionised,
    main=True,
    meaning=_("期内填报过参赛人次的单独基层工会，除以期末单独基层工会"),
)

trades = Flow("contests.trades", _("省级以上决赛工种数"), "item", Item, Q(tier__in=words.ABOVE_CITY) & ~Q(state="cancelled"), dated_by="held_on")
teams = Distinct("contests.teams", _("省级以上决赛代表队数"), "team", Entry, FINALS, nodes=EITHER, dated_by="item__held_on", of="team")
contestants = Distinct(
    "contests.contestants", _("省级以上决赛选手数"), "person", Entry, FINALS, nodes=EITHER, dated_by="item__held_on", of="person", personal=True
)
champions = Flow("contests.orchard.champions", _("亩均效益冠军果园数"), "place", Entry, Q(item__judged="benefit", state="awarded", award="champion"),
    nodes=EITHER, dated_by="item__held_on", meaning=_("亩均效益竞赛中被授予冠军的参赛对象"))  # fmt: skip
ordinal = Latest("contests.ordinal", _("竞赛届次"), "ordinal", RegisterEntry, LISTED & Q(kind=words.EDITION) & ~Q(tier__in=words.OUTSIDE),
    dated_by="since", shows="quantity", meaning=_("本级主办的竞赛，台账中最近登记的一届"))  # fmt: skip
ordinal_outside = Latest("contests.ordinal@outside", _("外部竞赛届次"), "ordinal", RegisterEntry, LISTED & Q(kind=words.EDITION, tier__in=words.OUTSIDE),
    dated_by="since", shows="quantity", meaning=_("外部主办的竞赛，台账中最近登记的一届"))  # fmt: skip
place = Latest("contests.rank", _("外部竞赛团体名次"), "ordinal", RegisterEntry, LISTED & Q(kind=words.RESULT), dated_by="since", shows="quantity",
    meaning=_("外部主办方公布的名次，凭证登记在台账"))  # fmt: skip
classes = Stock("contests.provincial_classes", _("省级技能竞赛类别数"), "item", RegisterEntry, Q(kind=words.CLASS, tier="provincial"),
    since="in_force_from")  # fmt: skip
chains = Stock("contests.industry_chains", _("重点产业链条数"), "item", RegisterEntry, Q(kind=words.CHAIN), since="in_force_from",
    meaning=_("市里公布的重点产业链目录，由政府部门确定"))  # fmt: skip
rewards = Flow("contests.reward_amount", _("市本级竞赛奖励资金"), "yuan", Payment, Q(kind=words.PRIZE, level="city", state__in=PAID), dated_by="paid_on",
    adds="amount", personal=True, meaning=_("市总工会本级已支付的竞赛奖金，按支付日期；县级支付的不在内"))  # fmt: skip
