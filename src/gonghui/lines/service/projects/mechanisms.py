"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "PRJ-1", _("服务项目公示清单"),
    "plans.propose plans.approve plans.publish plans.share_out plans.begin plans.report plans.finish plans.evaluate plans.publish_result plans.drop",
    "projects.published.total projects.published.categories projects.done projects.done_pct projects.results_published",
)  # fmt: skip
