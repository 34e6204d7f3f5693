"""Calling in the bodies of the mechanism, each with a lane of its own."""

from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.models import Case, CaseLink
from gonghui.commons.cases.steps import begin_limits, link, open_case
from gonghui.commons.cases.words import AT_DESK, IN_HAND, Bond
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.ledger.act import P, act

from . import words


def disputes(rows, viewer):
    """Disputes within reach that wait or are under way."""
    return rows.within(viewer).filter(kind=words.DISPUTE, state__in=(*AT_DESK, *IN_HAND))


def partner_of(node, role: str) -> RegisterEntry | None:
    """The body of a role in the mechanism of a node, else of the nearest above."""
    path = [int(pk) for pk in node.path.split("/") if pk]
    rows = RegisterEntry.objects.for_act("a body of the mechanism").filter(
        kind=words.LINKED, topic=role, node__in=path, state__in=("registered", "in_force")
    )
    return rows.select_related("employer").order_by("-node__depth", "-pk").first()


@act("mediation.call_in", Case, label=_("启动联动"), past=_("已启动联动"), by=UPPER, at="case", icon="account_tree", main=True)
def call_in(
    ctx, *, case: Annotated[Case, P(_("争议"), pick=disputes)], roles: Annotated[list[str], P(_("联动职能"), choices=list(words.ROLES.items()))]
):
    """Open a lane for each of these roles with the body that has it, beside the dispute. Refuses: CALLED, NO_PARTNER."""
    case = Case.objects.for_act("one lane a role").select_for_update(of=("self",)).get(pk=case.pk)
    known = CaseLink.objects.for_act("one lane a role").filter(case=case, other__kind=words.LANE).values_list("other__topic", flat=True)
    lanes = []
    for role in dict.fromkeys(roles):
        body = partner_of(case.node, role)
        if f"lane.{role}" in known:
            raise words.CALLED(role=words.ROLES[role])
        if body is None:
            raise words.NO_PARTNER(role=words.ROLES[role])
        lane = open_case(
            ctx, kind=words.LANE, node=case.node, title=f"{words.ROLES[role]}：{case.title}"[:100], channel="passed", topic=f"lane.{role}", state="registered",
            outside=str(body.holder)[:100], people=case.people, urgent=case.urgent, another=True,
        )  # fmt: skip
        begin_limits(ctx, lane)
        link(ctx, case, lane, Bond.PASSED)
        lanes.append(lane)
    return lanes
