"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

WAY = "scholarships.enter scholarships.check scholarships.approve scholarships.pay scholarships.follow_up"
Mechanism("SCH-1", _("金秋助学"), f"scholarships.apply {WAY}", "scholarships.children scholarships.amount")
Mechanism("SCH-2", _("求学圆梦"), WAY, "scholarships.adult.persons scholarships.adult.amount")
