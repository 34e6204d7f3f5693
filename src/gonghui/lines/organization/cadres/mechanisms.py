"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "CAD-1", _("干部培训"),
    "activities.plan activities.approve activities.announce activities.hold activities.call_roll activities.close_roll activities.record registers.enter",
    "cadres.training.classes cadres.training.attendances cadres.training.attendances@roster cadres.training.hours",
)  # fmt: skip
Mechanism("CAD-2", _("干部蹲点驻村进车间"), "cadres.select cadres.post cadres.write_diary cadres.end_secondment cadres.appraise cases.register",
    "cadres.secondments cadres.diary_entries cadres.posting_problems")  # fmt: skip
Mechanism("CAD-3", _("选任与双重管理"), "cadres.propose cadres.consent cadres.object cadres.appoint cadres.leave_post",
    "cadres.in_post cadres.full_time cadres.appointed")  # fmt: skip
Mechanism("CAD-4", _("社会化工会工作者"), "plans.propose cadres.propose cadres.appoint cadres.note_month cadres.assess cadres.leave_post money.add",
    "cadres.hired cadres.hire_subsidies")  # fmt: skip
Mechanism("CAD-5", _("青年干部理论学习"), "activities.record registers.enter", "cadres.youth.sessions")
