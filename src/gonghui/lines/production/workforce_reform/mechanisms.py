"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

LIST = "registers.propose registers.register registers.bring_into_force"
Mechanism(
    "REF-1", _("产改协调小组办公室"), "registers.enter tasks.open_list tasks.set tasks.assign tasks.report_result tasks.close tasks.check",
    "reform.documents reform.tasks_done",
)  # fmt: skip
Mechanism(
    "REF-2", _("产改评估"), "returns.fill returns.submit activities.record returns.send_back returns.amend returns.accept tasks.find", "reform.score"
)
Mechanism("REF-3", _("产改企业库"), f"{LIST} returns.fill registers.end", "reform.enterprises_listed reform.skilled")
Mechanism(
    "REF-4", _("产改示范、试点与案例"),
    "designations.declare_scheme designations.call designations.nominate designations.recommend designations.review designations.forward designations.record "
    "tasks.open_list activities.record registers.enter",
    "reform.model_counties reform.pilot_enterprises reform.special_actions reform.cases reform.meetings",
)  # fmt: skip
Mechanism("REF-5", _("产改政策文件"), f"{LIST} registers.revise registers.end", "reform.documents")
