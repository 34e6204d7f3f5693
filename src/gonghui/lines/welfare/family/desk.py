"""What people see of family. An office sees who has entered, never a contact and never a choice."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.enrolment.desk import ENROLMENT_ACTS
from gonghui.commons.enrolment.models import Enrolment, Offer
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.tasks.models import Finding, Task, TaskList
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.desk import Column, Desk, facet

from . import acts, words
from .models import Entrant

GROUP = _("生活保障")
PAIRS = Column("pairs", _("互选成功"), acts.pairs_of)

Desk(
    noun=Entrant, label=_("联谊参加人"), group=GROUP, icon="favorite", columns=("badge", "person", "offer", "on", "state"), related=("person", "offer"),
    detail=("badge", "person", "offer", "node", "on", "state"), filters=("state", "on"), search=("^person__name",), seen_by=UPPER, exported_by=("province_officer",),
    own=True, own_label=_("我的联谊"), own_columns=("offer", "badge", "state"), own_detail=("offer", "badge", "says", PAIRS, "state"), personal=True, work=("applied",),
    acts=(acts.enter, acts.check, acts.turn_down, acts.choose, acts.withdraw), empty=_("还没有联谊报名。"),
)  # fmt: skip
facet(Offer, "single_offers", words.SEATS, label=_("联谊报名项"), group=GROUP)
facet(Enrolment, "single_seats", words.SEATS, label=_("联谊到场登记"), group=GROUP, acts=ENROLMENT_ACTS[2:])
facet(Activity, "single_meetings", words.MEETING, label=_("单身职工联谊活动"), group=GROUP, icon="celebration")
facet(RegisterEntry, "women_rules", words.RULE, label=_("女职工权益法规政策"), group=GROUP, icon="policy")
facet(TaskList, "women_checks", words.CHECK, label=_("女职工权益检查"), group=GROUP, icon="fact_check")
facet(Finding, "women_findings", words.CHECK, label=_("女职工权益检查发现问题"), group=GROUP)
facet(Task, "women_tasks", words.CHECK, label=_("女职工权益整改"), group=GROUP)
