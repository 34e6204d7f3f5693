"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

STEPS = " ".join(
    f"bargaining.{act}"
    for act in [
        "offer",
        "accept",
        "refuse",
        "meet",
        "draft",
        "cover",
        "carry",
        "vote_down",
        "sign",
        "file",
        "object",
        "take_effect",
        "publish",
        "inspect",
        "renew",
        "end",
        "enter",
    ]
)
Mechanism("BAR-1", _("要约行动和集体合同"), STEPS, "bargaining.contracts bargaining.contracts@in_force bargaining.workers_covered bargaining.offers")
Mechanism("BAR-2", _("能级工资集体协商"), STEPS, "bargaining.skill_contracts.enterprises")
Mechanism(
    "BAR-3", _("平台企业协商协调机制"), "registers.enter registers.bring_into_force registers.end activities.record tasks.open_list tasks.set designations.record ballots.draft",
    "bargaining.mechanism.enterprises bargaining.mechanism.workers bargaining.best_cases bargaining.platform_focus bargaining.meetings",
)  # fmt: skip
