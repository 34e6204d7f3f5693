"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "REC-1", _("疗休养批次"),
    "plans.propose recuperation.plan enrolment.give_quota recuperation.nominate recuperation.post recuperation.lock recuperation.depart recuperation.come_back "
    "recuperation.settle money.open_batch",
    "recuperation.batches recuperation.participants recuperation.sites",
)  # fmt: skip
