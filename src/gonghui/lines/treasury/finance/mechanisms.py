"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

PAY = "money.approve money.send money.all_paid money.reconcile money.reissue"
Mechanism(
    "FIN-1",
    _("小额缴费全额返还"),
    f"finance.receive_dues finance.classify finance.rebate {PAY}",
    "finance.dues_rebate.amount finance.dues_rebate.households",
)
Mechanism(
    "FIN-2", _("支持县级工会建设"), "money.allot money.approve_transfer money.pass_on money.confirm_transfer money.report_use",
    "finance.county_support.amount finance.county_support.used_pct",
)  # fmt: skip
Mechanism(
    "FIN-3",
    _("基层工会预算与支出"),
    "plans.propose plans.approve plans.publish money.open_batch money.add money.hand_over plans.publish_result",
    "finance.expenses.amount",
)
Mechanism("FIN-4", _("项目与奖励支付"), f"money.open_batch money.add {PAY}", "finance.paid.amount finance.paid.amount@award_year finance.paid.count")
Mechanism(
    "FIN-5", _("审计与整改"), "tasks.open_list tasks.find tasks.set tasks.report_result tasks.close tasks.check tasks.note_outcome registers.enter",
    "finance.audit.findings finance.audit.rectified_pct finance.audit_awards.consecutive_years finance.assessment_awards",
)  # fmt: skip
Mechanism(
    "FIN-6", _("资产配置与处置"), "finance.ask_asset finance.approve_asset finance.book_asset finance.ask_disposal finance.approve_disposal finance.dispose",
    "finance.assets.value finance.assets.disposals",
)  # fmt: skip
