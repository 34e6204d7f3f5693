"""What people see of employers, teams, and of who looked at whom."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.desk import Column, Desk
from gonghui.kernel.privacy.purposes import PURPOSES

from . import acts, erasing, merge_acts, register_acts, team_acts
from .models import Consent, Employer, Erasure, Person, Reveal, Team, TeamMember, Verification
from .words import Part

GROUP = _("组织工作")
FIELDS = {"id_no": _("身份证号"), "phone": _("手机号")}
SHOWN = 50  # members named on a team's page


def members_of(team) -> str:
    """Who is in a team now, the one who leads first."""
    rows = team.members.for_act("members of a team in reach").filter(until=None).select_related("person", "unit", "group").order_by("part", "pk")
    return "、".join(f"{m}（{m.get_part_display()}）" if m.part == Part.LEAD else str(m) for m in rows[:SHOWN])


MEMBERS = Column("members", _("成员"), members_of)
TEAM_ACTS = (team_acts.found_team, team_acts.add_member, team_acts.end_team)

Desk(
    noun=Employer, label=_("用人单位"), group=GROUP, icon="apartment",
    columns=("name", "uscc", "node", "workers", "since", "until"), related=("node",),
    detail=("name", "short", "uscc", "node", "division", "industry", "ownership", "workers", "since", "until"),
    filters=("since",), search=("~sought",), order=("-pk",),
    acts=(acts.enter_employer, acts.count_workers, acts.end_employer),
    empty=_("还没有登记用人单位。"),
)  # fmt: skip

Desk(
    noun=Person, label=_("人员"), group=GROUP, icon="badge",
    columns=("name", "gender", Column("id_masked", _("身份证号"), lambda p: p.id_masked), Column("phone_masked", _("手机号"), lambda p: p.phone_masked), "verified_on"),
    detail=("name", "gender", "birth", "id_type", Column("id_masked", _("身份证号"), lambda p: p.id_masked), Column("phone_masked", _("手机号"), lambda p: p.phone_masked), "household", "verified_on"),
    filters=("gender", "verified_on"), search=("^name", "^pinyin", "^initials"),
    acts=(acts.reveal, acts.verify, register_acts.check_register, merge_acts.merge, erasing.erase, erasing.ask_erasure),
    row_label=lambda p: f"{p} {p.id_masked or p.phone_masked}", own=True, own_label=_("我的信息"), personal=True, exported_by=("county_officer", "city_officer", "province_officer"),
)  # fmt: skip

Desk(
    noun=Erasure, label=_("删除请求"), group=GROUP, icon="person_remove", columns=("person", "node", "asked_on", "settled_on", "state"),
    detail=("person", "node", "asked_on", "settled_on", "answer", "state"), related=("person", "node"), filters=("state", "asked_on"), order=("-pk",),
    acts=(erasing.agree_erasure, erasing.refuse_erasure), work=("filed",), own=True, own_label=_("我的删除请求"), personal=True, empty=_("没有删除请求。"),
)  # fmt: skip

Desk(
    noun=Team, label=_("队伍"), group=_("综合"), icon="groups_3", columns=("name", "kind", "node", "since", "until"), related=("node",),
    detail=("name", "kind", MEMBERS, "purpose", "node", "since", "until"), filters=("kind", "since"), search=("name",), acts=TEAM_ACTS,
    empty=_("还没有队伍。"),
)  # fmt: skip

Desk(
    noun=TeamMember, label=_("队伍成员"), group=_("综合"), icon="group",
    columns=(Column("who", _("成员"), str), "team", "part", "node", "since", "until"), related=("team", "person", "unit", "group", "node"),
    filters=("part", "since"), search=("team__name", "^person__name", "^person__initials", "unit__name"),
    acts=(team_acts.lead_team, team_acts.leave_team), own=True, own_label=_("我参加的队伍"), personal=True,
)  # fmt: skip

Desk(
    noun=Verification, label=_("实名核验记录"), group=GROUP, icon="verified_user",
    columns=("person", "source", "result", "on", "node", "account"), related=("person", "node", "account"),
    filters=("result", "source", "on"), search=("^person__name", "^person__pinyin", "^person__initials"), own=True, personal=True,
    exported_by=("county_officer", "city_officer", "province_officer"), empty=_("还没有核验过。"),
)  # fmt: skip

Desk(
    noun=Reveal, label=_("查看记录"), group=_("安全审计"), icon="policy",
    columns=("at", "account", "node", "person", Column("field", _("内容"), lambda r: FIELDS.get(r.field, r.field)), "reason"),
    related=("account", "node", "person"),
    filters=("at",), order=("-at",), seen_by=("audit_admin", "security_admin"), own=True, own_label=_("谁看过我的信息"), personal=True,
)  # fmt: skip

Desk(
    noun=Consent, label=_("同意记录"), group=_("安全审计"), icon="handshake", seen_by=("audit_admin",),
    columns=(
        Column("person", _("本人"), lambda c: c.person), Column("purpose", _("目的"), lambda c: PURPOSES[c.purpose].label if c.purpose in PURPOSES else c.purpose),
        "version", "given_at", "withdrawn_at",
    ),
    related=("person",), filters=("given_at",),
    acts=(acts.withdraw_consent,), own=True, own_label=_("我的同意"), personal=True,
)  # fmt: skip
