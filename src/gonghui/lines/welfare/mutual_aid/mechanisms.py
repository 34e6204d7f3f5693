"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

IN = "mutual_aid.declare_year mutual_aid.list_people money.take_in money.book_in mutual_aid.bring_in"
OUT = "mutual_aid.review mutual_aid.approve mutual_aid.pay"
Mechanism(
    "MUT-1", _("职工医疗互助"), f"{IN} mutual_aid.file mutual_aid.enter mutual_aid.accept mutual_aid.refuse mutual_aid.appeal {OUT}",
    "mutual_aid.participations mutual_aid.income mutual_aid.payouts mutual_aid.beneficiaries",
)  # fmt: skip
Mechanism(
    "MUT-2", _("互助一日捐"), f"{IN} money.allot money.pass_on {OUT} registers.enter",
    "mutual_aid.donation.amount mutual_aid.donation.donors mutual_aid.donation.beneficiaries",
)  # fmt: skip
