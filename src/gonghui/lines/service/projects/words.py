"""The kind of plan a service project is, and the classes of the published list."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.plans.words import CATEGORIES
from gonghui.commons.plans.words import KINDS as PLANS

PROJECT = PLANS.declare("project", _("服务项目"))
CLASSES = tuple(
    CATEGORIES.declare(f"project.{slug}", label)
    for slug, label in (
        ("welfare", _("公益服务")), ("hardship", _("困难帮扶")), ("talent", _("人才与创新")), ("culture", _("文化体育")),
        ("courses", _("公益课程")), ("reform", _("工会改革")), ("other", _("其他项目")),
    )
)  # fmt: skip
