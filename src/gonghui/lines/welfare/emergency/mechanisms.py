"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "EME-1", _("救灾"),
    "plans.propose plans.approve registers.enter money.allot money.pass_on money.open_batch money.add money.hand_over money.sign plans.publish_result",
    "emergency.relief.amount emergency.relief.amount@cash emergency.relief.amount@goods emergency.relief.people_struck",
)  # fmt: skip
Mechanism(
    "EME-2", _("疫情应对"), "tasks.open_list tasks.set tasks.report_result tasks.close activities.plan activities.call_roll registers.enter money.add",
    "emergency.measures emergency.medics_trained emergency.medics_sent emergency.care_amount",
)  # fmt: skip
