"""What people see of the finance line."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.desk import BATCH_ACTS, LINE_ACTS, TRANSFER_ACTS
from gonghui.commons.money.models import PayBatch, Payment, Transfer
from gonghui.commons.registers import desk as registers
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.tasks import acts as tasks
from gonghui.commons.tasks.models import Finding, Task, TaskList
from gonghui.kernel.access.roles import SEERS
from gonghui.kernel.desk import Desk

from . import acts, asset_acts, words
from .models import Asset, PayerMonth

GROUP, SEEN_BY = _("财务经审"), (*SEERS, "cashier", "accountant")

Desk(
    noun=PayerMonth, label=_("经费缴纳"), group=GROUP, icon="receipt", columns=("employer", "node", "month", "received", "upward", "voucher", "received_on", "state"),
    detail=("employer", "node", "month", "wages", "received", "upward", "voucher", "received_on", "state"), related=("employer", "node"),
    filters=("state", "month", "received_on"), search=("employer__name", "=voucher"), order=("-month", "-pk"), work=("small",), seen_by=SEEN_BY,
    acts=(acts.receive_dues, acts.classify, acts.rebate, acts.exclude), empty=_("还没有缴纳记录。可逐笔登记，或导入税务代收数据。"),
)  # fmt: skip

Desk(
    noun=Asset, label=_("资产"), group=GROUP, icon="inventory_2", columns=("name", "number", "sort", "node", "value", "since", "state"), related=("node",),
    detail=("name", "number", "sort", "node", "value", "purpose", "at_place", "asked_on", "since", "until", "way_out", "proceeds", "maker", "checker", "state"),
    filters=("state", "sort", "since"), search=("name", "=number"), work=("asked", "approved", "leaving", "released"), seen_by=SEEN_BY,
    acts=(
        asset_acts.ask_asset, asset_acts.approve_asset, asset_acts.refuse_asset, asset_acts.book_asset, asset_acts.ask_disposal,
        asset_acts.approve_disposal, asset_acts.keep_asset, asset_acts.dispose,
    ),
)  # fmt: skip

Desk(
    noun=PayBatch, slug="rebate_batches", kinds=(words.REBATE,), label=_("小额缴费返还批次"), group=GROUP, icon="undo",
    columns=("title", "node", "award_year", "count", "total", "on", "state"), related=("node",), filters=("state", "on"), search=("title",),
    order=("-on", "-pk"), acts=BATCH_ACTS,
)  # fmt: skip

Desk(
    noun=PayBatch, slug="expense_batches", kinds=(words.EXPENSE,), label=_("经费支出"), group=GROUP, icon="shopping_bag",
    columns=("title", "plan", "node", "count", "total", "on", "state"), related=("node", "plan"), filters=("state", "on"), search=("title",),
    order=("-on", "-pk"), acts=BATCH_ACTS,
)  # fmt: skip

Desk(
    noun=Payment, slug="rebates", kinds=(words.REBATE,), label=_("小额缴费返还明细"), group=GROUP, icon="receipt_long",
    columns=("union", "amount", "note", "node", "award_year", "paid_on", "state"), related=("union", "node"), filters=("state", "paid_on"),
    search=("^payee",), acts=LINE_ACTS,
)  # fmt: skip

Desk(
    noun=Transfer, slug="county_support", kinds=(words.COUNTY,), label=_("支持县级工会建设"), group=GROUP, icon="foundation",
    columns=("to", "amount", "used", "purpose", "source", "year", "on", "state"), related=("to", "source", "node"), filters=("state", "on"),
    search=("purpose", "to__name"), acts=TRANSFER_ACTS,
)  # fmt: skip

Desk(
    noun=TaskList, slug="audit_lists", kinds=(words.AUDIT,), label=_("审计整改清单"), group=GROUP, icon="checklist",
    columns=("title", "node", "basis", "on", "state"), related=("node",), filters=("state", "on"), search=("title",), acts=(tasks.open_list, tasks.close_list),
)  # fmt: skip

Desk(
    noun=Finding, slug="audit_findings", kinds=(words.AUDIT,), label=_("审计发现"), group=GROUP, icon="report", columns=("title", "tasks_of", "area", "node", "on"),
    related=("tasks_of", "node"), filters=("on",), search=("title", "area"), acts=(tasks.find,),
)  # fmt: skip

Desk(
    noun=Task, slug="audit_measures", kinds=(words.AUDIT,), label=_("审计整改措施"), group=GROUP, icon="task", work=("set", "assigned", "evidenced"),
    columns=("title", "tasks_of", "node", "due_on", "done_on", "state"), related=("tasks_of", "node"), filters=("state", "due_on"), search=("title",),
    order=("due_on", "-pk"),
    acts=(tasks.set_, tasks.assign, tasks.begin, tasks.report_result, tasks.send_back, tasks.close, tasks.check, tasks.note_outcome, tasks.reopen, tasks.drop),
)  # fmt: skip

Desk(
    noun=RegisterEntry, slug="finance_awards", kinds=(words.AUDIT_AWARD, words.FINANCE_AWARD), label=_("经审与财务考核结果"), group=GROUP, icon="emoji_events",
    columns=("title", "kind", "issuer", "tier", "year", "node", "since", "state"), related=("node",), filters=("kind", "tier", "since"), search=("title", "issuer"),
    order=("-since", "-pk"), acts=registers.ACTS,
)  # fmt: skip
