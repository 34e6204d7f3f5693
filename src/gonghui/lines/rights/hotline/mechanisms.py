"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "HOT-1", _("12351 统一热线"), "hotline.answer hotline.miss hotline.classify hotline.answer_at_once hotline.open_ticket",
    "hotline.calls hotline.legal_consultations hotline.missed_pct",
)  # fmt: skip
Mechanism(
    "HOT-2", _("工单接诉即办与督办"),
    "cases.assign cases.accept cases.send_back cases.handle cases.reply cases.call_back cases.close cases.reopen cases.ask_extension cases.extend cases.urge",
    "hotline.completion_pct hotline.on_time_pct hotline.satisfaction_pct hotline.first_contact_pct",
)  # fmt: skip
Mechanism(
    "HOT-3", _("热线、云端、中心一件事"), "cases.receive cases.register cases.note_contact hotline.attach cases.merge cases.link", "hotline.tickets"
)
