"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

OUT = "integration.send integration.acknowledge integration.reject integration.mend integration.drop"
Mechanism(
    "INT-1", _("全国工会一张网"), f"integration.queue integration.queue_changes {OUT} registers.enter readings.receive",
    "integration.acknowledged integration.rejected integration.rows_sent integration.platform_audience",
)  # fmt: skip
Mechanism(
    "INT-3", _("民政数据比对"), f"integration.queue {OUT} integration.note_match integration.settle",
    "integration.compared integration.hits integration.hit_pct integration.settled",
)  # fmt: skip
Mechanism(
    "INT-5",
    _("法院平台工会协调员"),
    "registers.enter cases.register cases.assign cases.accept cases.handle cases.reply integration.queue",
    "integration.court_referrals",
)
Mechanism("INT-8", _("公众号推送"), "registers.propose registers.register registers.decline registers.bring_into_force", "integration.pushes")
Mechanism("INT-9", _("媒体计数"), "readings.receive readings.accept readings.set_aside", "culture.broadcast_views contests.broadcast_views")
Mechanism("INT-10", _("工会云维权渠道"), "registers.enter cases.receive cases.admit", "integration.matters_by_app")
