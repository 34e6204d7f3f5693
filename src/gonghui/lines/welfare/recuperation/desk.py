"""What people see of recuperation; who is nominated finds it among one's own enrolments."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.enrolment.desk import ENROLMENT_ACTS, OFFER_ACTS
from gonghui.commons.enrolment.models import Enrolment, Offer
from gonghui.commons.money.models import PayBatch
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel.desk import Column, Desk, facet

from . import acts, words
from .models import Trip

GROUP = _("生活保障")
ROSTER = Column("roster", _("名单"), lambda b: "、".join(row.name for row in acts.roster(b)))

Desk(
    noun=Trip, label=_("疗休养批次"), group=GROUP, icon="luggage", columns=("title", "site", "far", "node", "since", "until", "went", "state"), related=("node",),
    detail=("title", "site", "far", "node", "since", "until", "route", "offer", "plan", ROSTER, "went", "cost", "own", "state"), filters=("state", "far", "since"),
    search=("title", "site"), order=("-since", "-pk"), work=("open", "posted", "locked", "departed", "returned"),
    acts=(acts.plan, acts.post, acts.lock, acts.depart, acts.come_back, acts.settle, acts.call_off), empty=_("还没有疗休养批次。"),
)  # fmt: skip
facet(
    Enrolment, "recuperation_people", words.SEATS, label=_("疗休养人员"), group=GROUP, icon="hiking", acts=(acts.nominate, *ENROLMENT_ACTS[2:]),
    empty=_("还没有推荐人员。"),
)  # fmt: skip
facet(Offer, "recuperation_quotas", words.SEATS, label=_("疗休养名额"), group=GROUP, acts=OFFER_ACTS[2:])
facet(PlanItem, "recuperation_years", words.QUOTA, label=_("疗休养年度名额"), group=GROUP)
facet(PayBatch, "recuperation_costs", words.COST, label=_("疗休养费用"), group=GROUP)
