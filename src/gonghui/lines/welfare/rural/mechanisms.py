"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "RUR-1", _("驻村帮扶"), "plans.propose plans.approve plans.begin plans.report plans.finish plans.evaluate money.open_batch money.add registers.enter",
    "rural.investment@village rural.investment@payer rural.investment@provincial rural.coordinated_amount rural.projects rural.villages",
)  # fmt: skip
Mechanism(
    "RUR-2", _("乡村旅游线路"),
    "registers.propose registers.register registers.bring_into_force registers.link registers.revise registers.end enrolment.draft enrolment.publish",
    "rural.travel_routes rural.travel_routes@standing",
)  # fmt: skip
