"""What people see of collective bargaining."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.designations.models import Designation
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.tasks.models import TaskList
from gonghui.kernel.desk import Column, Desk, facet

from . import acts, words
from .models import Contract, Covered

GROUP = _("权益法律")


def units_of(contract) -> str:
    """Enterprises a contract covers, with their workers."""
    rows = contract.covered.for_act("covered by a contract in reach").select_related("employer").order_by("pk")
    return "、".join(str(one) for one in rows[:50])


Desk(
    noun=Contract, label=_("集体合同"), group=GROUP, icon="contract", related=("node", "employer"), filters=("state", "sort", "reach", "signed_on", "until"),
    search=("title", "number", "employer__name"), order=("-offered_on", "-pk"), work=("offered", "talking", "drafted", "passed", "signed", "filed", "effective"),
    columns=("title", "sort", "reach", "node", "number", "signed_on", "since", "until", "state"),
    detail=(
        "title", "sort", "reach", "employer", "node", "offered_on", "answer", "meetings", "terms", Column("units", _("覆盖单位"), units_of), "staff", "present",
        "yes", "signed_on", "filed_on", "number", "since", "until", "published_on", "inspected_on", "performance", "replaces", "state",
    ),
    acts=(
        acts.offer, acts.enter, acts.accept, acts.refuse, acts.meet, acts.draft, acts.cover, acts.carry, acts.vote_down, acts.sign, acts.file, acts.object_,
        acts.take_effect, acts.publish, acts.inspect, acts.renew, acts.end,
    ),
    empty=_("还没有集体合同。点“发出要约”开始；已签订的可补录。"),
)  # fmt: skip
Desk(
    noun=Covered, label=_("合同覆盖单位"), group=GROUP, icon="domain", columns=("employer", "workers", "contract", "node", "own"), filters=("own",),
    related=("employer", "contract", "node"), search=("employer__name",),
)  # fmt: skip
facet(RegisterEntry, "consult_mechanisms", words.MECHANISM, words.FOCUS, label=_("平台企业协商协调机制"), group=GROUP, icon="hub",
    columns=("title", "kind", "employer", "quantity", "node", "in_force_from", "until", "state"))  # fmt: skip
facet(Activity, "consult_meetings", words.MEETING, words.GUIDANCE, label=_("协商会议和指导"), group=GROUP, icon="forum")
facet(Designation, "bargain_cases", words.BEST_CASE, label=_("十佳集体协商案例"), group=GROUP, icon="workspace_premium")
facet(TaskList, "consult_items", words.AGREED, label=_("协商议定事项"), group=GROUP, icon="checklist")
