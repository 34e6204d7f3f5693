"""What people see of democratic management."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.models import Case
from gonghui.commons.designations.models import Designation
from gonghui.commons.parties.models import Team
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.desk import DESKS, Column, Desk, facet

from . import acts, words
from .models import Resolution, Session, Unit

GROUP = _("权益法律")


def votes_of(session) -> str:
    """What a session resolved, with its votes."""
    rows = session.resolutions.for_act("resolutions of a session in reach").order_by("pk")[:50]
    return "；".join(f"{one}（{one.yes}:{one.no}，{_('通过') if one.passed else _('未通过')}）" for one in rows)


Desk(
    noun=Unit, label=_("民主管理单位"), group=GROUP, icon="domain", related=("employer", "node"), filters=("sort", "since"), search=("employer__name",),
    columns=("employer", "sort", "node", "since", "congress_since", "disclosure_since", "until"), empty=_("还没有名单。已建工会的企业逐家列入，建制率由此计算。"),
    acts=(acts.list_unit, acts.build_congress, acts.open_up, acts.drop_unit),
)  # fmt: skip
Desk(
    noun=Session, label=_("职代会"), group=GROUP, icon="groups", related=("unit__employer", "node"), filters=("state", "held_on"), search=("unit__employer__name",),
    columns=(Column("name", _("会议"), str), "node", "year", "delegates", "held_on", "present", "state"), work=("planned", "noticed", "held", "published", "filed"),
    detail=(
        Column("name", _("会议"), str), "node", "year", "staff", "delegates", "female", "material_on", "held_on", "present", Column("votes", _("决议"), votes_of),
        "published_on", "satisfied_pct", "state",
    ),
    acts=(acts.plan_session, acts.send_material, acts.hold, acts.resolve, acts.publish, acts.file, acts.evaluate, acts.cancel),
)  # fmt: skip
Desk(
    noun=Resolution, label=_("职代会决议"), group=GROUP, icon="gavel", columns=("title", "session", "yes", "no", "passed", "on", "done_on"),
    related=("session__unit__employer",), filters=("passed", "on"), search=("title",), acts=(acts.carry_out,),
)  # fmt: skip
facet(
    Case, "proposals", words.PROPOSAL, label=_("职工代表提案"), group=GROUP, icon="post_add", acts=(*DESKS[Case._meta.label_lower].acts, acts.propose),
    empty=_("还没有提案。代表在手机上提交，工会立案、交办、答复，提案人评价。"),
)  # fmt: skip
facet(Team, "congress_delegations", words.DELEGATES, label=_("职工代表团"), group=GROUP, icon="diversity_3")
facet(RegisterEntry, "disclosures", words.DISCLOSURE, label=_("厂务公开事项"), group=GROUP, icon="visibility")
facet(Designation, "democracy_titles", words.MODEL_UNIT, label=_("厂务公开先进示范单位"), group=GROUP, icon="military_tech")
