"""Kinds, stages and roles of mediation, and how this line says no."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.cases.words import STAGES, TOPICS, Limits
from gonghui.commons.cases.words import declare as matter
from gonghui.commons.parties.words import TEAM_KINDS
from gonghui.commons.places.words import KINDS as PLACES
from gonghui.commons.registers.words import KINDS as ENTRIES
from gonghui.kernel import config
from gonghui.kernel.refusal import Kind, Refusal

config.declare(
    config.Config("mediation.days", 15, _("调解期限天数"), "《劳动争议调解仲裁法》第十四条", least=1, most=90),
)
TIMES = Limits(reply="mediation.days")
DISPUTE = matter("med.dispute", _("劳动争议调解"), TIMES)
LANE = matter("med.lane", _("联动部门办理"), TIMES, brought=False)
for _slug, _label in (
    ("med.consent", _("双方同意调解")), ("med.agreed", _("达成调解协议")), ("med.failed", _("调解不成")), ("med.confirmed", _("司法确认")),
    ("med.performed", _("协议已履行")), ("med.to_court", _("转仲裁或诉讼")),
):  # fmt: skip
    STAGES.declare(_slug, _label)
AGREED = ("med.agreed", "med.confirmed", "med.performed")
OVER = (*AGREED, "med.failed", "med.to_court")

# Each body does one thing: the eight of one county's model, and arbitration.
ROLES = {
    "union": _("工会统管"), "labour": _("人社主办"), "department": _("部门主抓"), "justice": _("司法援助"), "court": _("法院审判"), "police": _("公安处警"),
    "procurator": _("检察监督"), "mass": _("群团调解"), "arbitration": _("仲裁裁决"),
}  # fmt: skip
for _slug, _label in ROLES.items():
    TOPICS.declare(f"lane.{_slug}", _label)

PARTNER = ENTRIES.declare("med_partner", _("诉调对接合作机关"))  # topic: its role; holder: the body
LINKED = ENTRIES.declare("med_role", _("诉前联动机制成员"))  # the same, in a mechanism of roles
MEDIATOR = ENTRIES.declare("mediator", _("劳动争议调解员"))  # person, certificate as number, term as days
REVIEW = ENTRIES.declare("mediator_review", _("调解员考核"))
DUTY = ENTRIES.declare("med_duty", _("驻院协调员与值班"))
COMMITTEE = TEAM_KINDS.declare("med_committee", _("企业劳动争议调解委员会"))
CENTRE = PLACES.declare("med_centre", _("仲裁院调解中心"))
TRIBUNAL = PLACES.declare("circuit_court", _("工会巡回法庭"))
OFFICE = PLACES.declare("court_office", _("法院工会协调室"))
HEARING = ACTIVITIES.declare("med_hearing", _("调解（开庭）"))
TRAINING = ACTIVITIES.declare("med_training", _("调解员培训"))

CALLED = Refusal("mediation.called", _("“{role}”已在联动办理。"), instead=_("请在该联动事项上跟进。"), field="roles", kind=Kind.CONFLICT)
NO_PARTNER = Refusal(
    "mediation.no_partner", _("还没有登记“{role}”的成员单位。"), instead=_("请先登记诉前联动机制成员。"), field="roles", kind=Kind.CONFLICT
)
