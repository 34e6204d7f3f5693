"""Model workers help firms: whom a session visits, and the benefit of a problem solved."""

from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.cases.models import Case
from gonghui.commons.parties.models import Person, Team
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.refusal import Kind, Refusal

from .acts import MOST, PROOF, TITLE, new_result
from .models import Result, Visit
from .words import CREW, HELP, OUTREACH, Sort

NO_SESSION = Refusal("innovation.no_session", _("请选择已举办的助企活动。"), instead=_("请先填报该场活动。"), field="activity")
NO_CREW = Refusal("innovation.no_crew", _("请选择班组。"), field="crew")
NO_PROBLEM = Refusal("innovation.no_problem", _("请选择企业技术难题。"), field="matter")
VISITED = Refusal("innovation.visited", _("这个难题已登记过走访。"), field="matter", kind=Kind.CONFLICT)
TOLD_TWICE = Refusal("innovation.benefit_told", _("这个难题的效益已申报。"), because=_("同一效益只计一次"), kind=Kind.CONFLICT)


def sessions(rows, viewer):
    return rows.within(viewer).filter(kind=OUTREACH, state__in=COUNTED)


@act("innovation.note_visit", Visit, label=_("登记走访"), past=_("已登记走访"), by=OFFICERS, at="activity", icon="engineering", main=True)
def note_visit(
    ctx,
    *,
    activity: Annotated[Activity, P(_("助企活动"), pick=sessions)],
    crew: Annotated[Team, P(_("走进班组"), pick=lambda rows, viewer: rows.for_act("crews of any firm").filter(kind=CREW, until=None))],
    helper: Annotated[Person | None, P(_("劳模工匠"))] = None,
    matter: Annotated[Case | None, P(_("难题"), pick=lambda rows, viewer: rows.within(viewer).filter(kind=HELP))] = None,
):
    """Note whom a session visited, who helped, and about which problem. Refuses: NO_SESSION, NO_CREW, NO_PROBLEM, VISITED."""
    if activity.kind != OUTREACH or activity.state not in COUNTED:
        raise NO_SESSION()
    if crew.kind != CREW:
        raise NO_CREW()
    if matter is not None and matter.kind != HELP:
        raise NO_PROBLEM()
    if matter is not None and Visit.objects.for_act("one problem once").filter(matter=matter).exists():
        raise VISITED()
    ctx.on = activity.held_on
    return ctx.create(Visit, node=activity.node, activity=activity, crew=crew, helper=helper, matter=matter, on=activity.held_on)


@act(
    "innovation.declare_solution", Case, label=_("申报解难效益"), past=_("已申报，请核定效益"), by=OFFICERS, icon="savings",
    when=lambda case: case.kind == HELP and case.state == "closed" and case.resolved is True,
)  # fmt: skip
def declare_solution(
    ctx,
    case,
    *,
    title: TITLE,
    lead: Annotated[Person, P(_("解决难题的劳模工匠"))],
    claimed: Annotated[Decimal, P(_("申报年效益（元）"), help=_("只计第一年"), least=0, most=MOST)],
    proof: PROOF = None,
):
    """Declare what a problem solved is worth; verified by another hand. Refuses: TOLD_TWICE and what `new_result` refuses."""
    if Result.objects.for_act("one benefit once").filter(matter=case).exists():
        raise TOLD_TWICE()
    new_result(ctx, node=case.node, kind=Sort.SOLUTION, title=title, lead=lead, matter=case, claimed=claimed, finished_on=case.closed_on, proof=proof)
