"""Windows, the catalogue of six fixed services and local ones, and the kinds centres give the common records."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.cases.words import TOPICS, Limits
from gonghui.commons.cases.words import declare as matter
from gonghui.commons.designations.words import KINDS as TITLES
from gonghui.commons.places.words import FACILITIES
from gonghui.commons.plans.words import KINDS as PLANS
from gonghui.commons.registers.words import KINDS as ENTRIES
from gonghui.commons.returns.words import KINDS as RETURNS

WINDOWS = tuple(
    (FACILITIES.declare(f"win_{slug}", label), TOPICS.declare(f"window.{slug}", label))[0]
    for slug, label in (
        ("mutual", _("互助保障窗口")), ("hardship", _("困难帮扶窗口")), ("petition", _("信访接待窗口")), ("legal", _("法律援助窗口")),
        ("jobs", _("就业服务窗口")), ("member", _("会员服务窗口")),
    )
)  # fmt: skip
VISIT = matter("window", _("窗口服务"), Limits(assign="", accept="", call_back=""))


def services(*named) -> tuple[str, ...]:
    """Each service is what a centre has, and what it files the volume of."""
    return tuple((FACILITIES.declare(slug, label), RETURNS.declare(slug, label))[0] for slug, label in named)


# The articles name jobs, law and training of the six; the others are default.
FIXED = services(
    ("svc_jobs", _("就业创业服务")), ("svc_law", _("法律维权服务")), ("svc_training", _("技能培训服务")), ("svc_aid", _("困难帮扶服务")),
    ("svc_mutual", _("互助保障服务")), ("svc_culture", _("文体普惠服务")),
)  # fmt: skip
LOCAL = services(
    ("svc_childcare", _("托育托管服务")), ("svc_mind", _("心理关爱服务")), ("svc_health", _("健康体检服务")), ("svc_dating", _("婚恋交友服务")),
    ("svc_new_form", _("新就业形态劳动者服务")),
)  # fmt: skip

PILOT_CENTRE = TITLES.declare("quality_centre", _("提升职工生活品质试点服务中心"))
PILOT_FIRM = TITLES.declare("quality_firm", _("提升职工生活品质试点企业"))
PILOT = PLANS.declare("quality_pilot", _("职工生活品质试点方案"))
HAPPY, COMPLEX = "happy_firm", "harmony_complex"  # titles declared by harmony, which counts all its kinds together
DIMENSION = ENTRIES.declare("happy_dimension", _("幸福企业提升维度"))
SCORE = ENTRIES.declare("happy_score", _("幸福企业自评得分"))  # holder: the firm; topic: the dimension; quantity: the score
LOOK = ACTIVITIES.declare("happy_visit", _("幸福企业实地走访"))
