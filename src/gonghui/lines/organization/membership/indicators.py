"""What is counted of members."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.enrolment.models import Enrolment, Offer
from gonghui.commons.enrolment.words import SEATED
from gonghui.commons.money.models import Payment
from gonghui.commons.money.words import PAID
from gonghui.commons.tasks.models import Finding, Task
from gonghui.kernel import config
from gonghui.kernel.indicators import Change, Distinct, Flow, Growth, Ratio, Stock
from gonghui.lines.organization.orgs.indicators import workers

from . import checks, words  # noqa: F401  (checks are declared by being read)
from .models import Card, Membership, Spell
from .words import GONE


def counted(day):
    """Retained members are counted apart unless the province's `member.count_retained` of that day says otherwise."""
    return Q() if config.value("member.count_retained", None, day) else Q(retained=False)


total = Stock("membership.members_total", _("工会会员数"), "person", Spell, on_day=counted, personal=True,
    meaning=_("时点在会的会员，一人一次；转接中的计在原工会，保留会籍的另列"), main=True)  # fmt: skip
women = Stock(
    "membership.women", _("女会员数"), "person", Spell, Q(person__gender="2"), on_day=counted, personal=True, meaning=_("工会会员数的其中项")
)
migrants = Stock("membership.migrants", _("农民工会员数"), "person", Spell, Q(person__household="rural"), on_day=counted, personal=True,
    meaning=_("工会会员数的其中项：户籍类型为农村"))  # fmt: skip
retained = Stock("membership.retained", _("保留会籍人数"), "person", Spell, Q(retained=True), personal=True)
net_growth = Change("membership.net_growth", _("会员净增数"), "person", stock=total)
joined = Flow("membership.joined", _("新发展会员数"), "person", Membership, ~Q(since=None) & ~Q(state="merged"), dated_by="since", personal=True,
    meaning=_("期内批准入会；会籍接转不算新发展"), main=True)  # fmt: skip
left = Flow("membership.left", _("退会人数"), "person", Membership, Q(state__in=GONE), dated_by="until", personal=True,
    meaning=_("期内退会、自动退会、开除会籍和亡故"))  # fmt: skip


def verified_by(day):
    """Verified by the day of the figure, not by today."""
    return counted(day) & Q(person__verified_on__lte=day)


realname = Stock(
    "membership.realname_members",
    _("会员实名库信息条数"),
    "person",
    Spell,
    on_day=verified_by,
    personal=True,
    meaning=_("期末已实名核验的在会会员；期后核验的不计"),
)
realname_rate = Ratio(
    "membership.realname_rate", _("会员实名率"), "percent", top=realname, bottom=total, meaning=_("期末已实名核验的会员，除以期末会员")
)
newform = Stock(
    "membership.newform.members",
    _("新就业形态会员数"),
    "person",
    Spell,
    Q(retained=False) & ~Q(new_form=""),
    personal=True,
    main=True,
    meaning=_("时点在会、标明新就业形态类别的会员，保留会籍的不计"),
)
newform_growth = Growth("membership.newform.growth_pct", _("新就业形态会员增幅"), "percent", stock=newform)
cards = Stock("membership.cards_issued", _("会员服务卡发放张数"), "item", Card, personal=True, meaning=_("期末有效的会员服务卡，不是当期发卡数"))
waiting = Stock("membership.waiting", _("待批准的入会申请"), "item", Membership, Q(state="applied"), since="applied_on", until="until", personal=True)


joining_rate = Ratio("membership.joining_rate", _("职工入会率"), "percent", top=total, bottom=workers,
    meaning=_("会员数与建会单位职工数之比"))  # fmt: skip
BOTH = (("slot", "node"), ("host_slot", "host"))
SERVED = Q(kind=words.NEWFORM_SERVICE, state__in=COUNTED)
service_kinds = Distinct(
    "membership.newform.service_kinds", _("面向新业态的送服务种类"), "item", Activity, SERVED & Q(tags__isnull=False), nodes=BOTH, dated_by="held_on",
    of="tags__slug", meaning=_("期间内已办的送服务有几类，每类只计一次"),
)  # fmt: skip
services = Flow("membership.newform.services", _("面向新业态的送服务场次"), "session", Activity, SERVED, nodes=BOTH, dated_by="held_on")
found = Flow("membership.newform.findings", _("新业态权益检查发现问题数"), "item", Finding, Q(kind=words.NEWFORM_CHECK), dated_by="on")
mended = Flow(
    "membership.newform.mended",
    _("新业态权益检查办结数"),
    "item",
    Task,
    Q(kind=words.NEWFORM_CHECK, state__in=("closed", "checked")),
    dated_by="done_on",
)
BENEFIT = Q(kind=words.BENEFIT)
Flow("membership.benefits.offers", _("会员普惠项数"), "item", Offer, BENEFIT & Q(state__in=("open", "closed")), dated_by="starts_on")
Flow("membership.benefits.claims", _("会员普惠领取份数"), "item", Enrolment, BENEFIT & Q(state__in=SEATED), dated_by="asked_on", personal=True)
Flow("membership.benefits.redeemed", _("会员普惠核销份数"), "item", Enrolment, BENEFIT & Q(state="attended"), dated_by="asked_on", personal=True)
Flow(
    "membership.benefits.settled",
    _("会员普惠结算金额"),
    "yuan",
    Payment,
    Q(kind=words.BENEFIT_SETTLED, state__in=PAID),
    dated_by="paid_on",
    adds="amount",
)
