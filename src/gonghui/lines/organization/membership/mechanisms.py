"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "MEM-1", _("入会、接转与退会"),
    "membership.apply membership.register membership.approve membership.reject membership.start_transfer membership.accept_transfer membership.leave",
    "membership.members_total membership.net_growth membership.joined membership.left",
)  # fmt: skip
Mechanism("MEM-2", _("会员实名库"), "parties.verify parties.merge parties.check_register", "membership.realname_members membership.realname_rate")
Mechanism("MEM-3", _("会员服务卡"), "membership.request_card membership.issue_card membership.report_lost", "membership.cards_issued")
Mechanism("MEM-4", _("新就业形态劳动者"), "membership.change_form", "membership.newform.members membership.newform.growth_pct")
Mechanism(
    "MEM-5", _("面向新业态的成套服务"), "activities.record tasks.open_list tasks.find tasks.set tasks.report_result tasks.close tasks.check",
    "membership.newform.service_kinds membership.newform.services membership.newform.findings membership.newform.mended",
)  # fmt: skip
Mechanism(
    "MEM-6", _("互联网加会员普惠"),
    "registers.enter plans.propose enrolment.draft enrolment.publish enrolment.enrol enrolment.attend money.open_batch money.add",
    "campaigns.participations membership.benefits.offers membership.benefits.claims membership.benefits.redeemed membership.benefits.settled",
)  # fmt: skip
