"""What people see of honours: their part of the common desks, and courtesies."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.models import Designation, Nomination, Round, Scheme
from gonghui.commons.money.models import PayBatch
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.registers.desk import ACTS as REGISTER_ACTS
from gonghui.commons.registers.desk import detail_with
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.registers.words import AWARD
from gonghui.kernel.desk import Column, Desk, facet

from . import acts, words
from .models import Courtesy, CourtesyUse

GROUP = _("劳动经济")
THEME = Column("topic", _("荣誉类别"), lambda e: dict(words.Theme.choices).get(e.topic, e.topic))

facet(Designation, "honours", *words.TITLES, label=_("荣誉称号"), group=GROUP, empty=_("还没有荣誉称号。"))
facet(Nomination, "honour_nominations", *words.TITLES, label=_("荣誉推荐"), group=GROUP)
facet(Round, "honour_rounds", *words.TITLES, label=_("荣誉评选"), group=GROUP)
facet(Scheme, "honour_schemes", *words.TITLES, label=_("荣誉称号目录"), group=GROUP)
facet(
    RegisterEntry, "honours_received", AWARD, label=_("工会所获荣誉"), group=GROUP, icon="emoji_events", acts=(acts.receive, *REGISTER_ACTS),
    detail=detail_with(THEME), columns=("title", THEME, "issuer", "tier", "node", "since", "state"), empty=_("还没有登记荣誉。"),
)  # fmt: skip
facet(RegisterEntry, "honour_register", words.POOL, words.RULES, words.FUND_RULES, label=_("人才库与评选办法"), group=GROUP)
facet(PayBatch, "honour_rewards", words.REWARD, words.FUND, label=_("荣誉奖励与工匠基金"), group=GROUP)
facet(PlanItem, "craftsman_training", words.TRAINING, label=_("工匠培育计划"), group=GROUP)

Desk(
    noun=Courtesy, label=_("劳模工匠礼遇"), group=GROUP, icon="volunteer_activism",
    columns=("title", "kind", "honour", "tier", "times", "node", "since", "state"), related=("node",),
    detail=("title", "kind", "honour", "tier", "times", "basis", "node", "since", "until", "state"),
    filters=("kind", "state"), search=("title",), acts=(acts.entitle, acts.end_courtesy), empty=_("还没有礼遇项目。"),
)  # fmt: skip

Desk(
    noun=CourtesyUse, label=_("礼遇享受"), group=GROUP, icon="redeem",
    columns=(Column("whom", _("享受人"), lambda u: u.designation.whom), "courtesy", "occasion", "offered_on", "answered_on", "node", "state"),
    related=("designation__person", "designation__team", "designation__unit", "designation__employer", "courtesy", "node"),
    filters=("state", "offered_on"), search=("occasion",), own=True, own_label=_("我的礼遇"), own_columns=("courtesy", "occasion", "offered_on", "answered_on", "state"), personal=True, work=("offered",),
    acts=(acts.offer, acts.use, acts.decline, acts.let_lapse), empty=_("还没有礼遇记录。"),
)  # fmt: skip
