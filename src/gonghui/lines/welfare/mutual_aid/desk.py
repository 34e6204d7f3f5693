"""What people see of mutual aid; the worker sees what they take part in and have asked for."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.models import PayBatch, Receipt, Transfer
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.desk import Desk, facet

from . import acts, claim_acts, words
from .models import Claim, Participation, PlanYear, Roster

GROUP = _("生活保障")
UPWARD = ("county_officer", "city_officer", "province_officer")

Desk(
    noun=PlanYear, label=_("互助计划年度"), group=GROUP, icon="event_note", columns=("name", "fund", "code", "node", "since", "until", "fee"), related=("node",),
    detail=("name", "fund", "code", "node", "since", "until", "fee", "wait_days", "file_days", "cap"), filters=("fund", "since"), search=("name", "code"),
    acts=(acts.declare_year,), empty=_("还没有互助计划。"),
)  # fmt: skip
Desk(
    noun=Roster, label=_("互助参加名单"), group=GROUP, icon="groups", columns=("node", "year", "count", "total", "since", "state"), related=("node", "year", "receipt"),
    detail=("node", "year", "fund", "count", "total", "receipt", "since", "state"), filters=("state", "fund", "since"), search=("node__name",), work=("listed",),
    acts=(acts.list_people, acts.bring_in, acts.drop), empty=_("还没有名单。人数多的用“互助参加名单”表格导入。"),
)  # fmt: skip
Desk(
    noun=Participation, label=_("互助参加人"), group=GROUP, icon="badge", columns=("person", "year", "node", "amount", "since", "state"),
    related=("person", "year", "node", "roster__node", "roster__year"), detail=("person", "year", "node", "roster", "amount", "since", "state"), filters=("state", "fund", "since"),
    search=("^person__name",), own=True, own_label=_("我的职工互助"), own_columns=("year", "amount", "since", "state"), personal=True, exported_by=UPWARD,
)  # fmt: skip
Desk(
    noun=Claim, label=_("互助给付申请"), group=GROUP, icon="healing", columns=("person", "year", "node", "event", "own_paid", "amount", "filed_on", "state"),
    related=("person", "year", "node"), filters=("state", "fund", "event", "filed_on"), search=("^person__name",), work=("filed", "accepted", "reviewed", "approved", "appealed"),
    detail=("person", "year", "node", "event", "admitted_on", "discharged_on", "cost", "own_paid", "filed_on", "late_why", "bank", "amount", "answer", "state"),
    own=True, own_label=_("我的互助给付"), own_columns=("year", "event", "filed_on", "amount", "state"), personal=True, exported_by=UPWARD,
    acts=tuple(getattr(claim_acts, name) for name in ("file", "enter", "ask_supplement", "supplement", "accept", "review", "approve", "refuse", "appeal", "uphold", "pay")),
    empty=_("还没有给付申请。职工可在手机上申请。"),
)  # fmt: skip
facet(PayBatch, "mutual_batches", words.BENEFIT, words.SOLACE, words.RELIEF, label=_("互助给付批次"), group=GROUP)
facet(Receipt, "mutual_income", words.FEE, words.GIFT, label=_("互助金与一日捐收入"), group=GROUP)
facet(Transfer, "donation_transfers", words.UP, words.DOWN, label=_("一日捐上解下拨"), group=GROUP)
facet(RegisterEntry, "mutual_accounts", words.ACCOUNT, label=_("互助资金收支公布"), group=GROUP, icon="fact_check")
