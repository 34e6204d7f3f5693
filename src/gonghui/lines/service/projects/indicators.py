"""What is counted of service projects."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.words import PUBLIC
from gonghui.kernel.indicators import Distinct, Flow, Ratio

from . import words

PUBLISHED = Q(kind=words.PROJECT, shared=False, state__in=PUBLIC)
OVER = ("done", "evaluated", "reported")

published = Flow("projects.published.total", _("公示服务项目数"), "item", PlanItem, PUBLISHED, dated_by="since",
    meaning=_("已向社会公布的项目；下达到各级的指标不另计"), main=True)  # fmt: skip
categories = Distinct(
    "projects.published.categories", _("公示服务项目类别数"), "item", PlanItem, PUBLISHED & ~Q(category=""), dated_by="since", of="category"
)
done = Flow("projects.done", _("已完成服务项目数"), "item", PlanItem, Q(kind=words.PROJECT, shared=False, state__in=OVER), dated_by="since")
rate = Ratio(
    "projects.done_pct", _("服务项目完成率"), "percent", top=done, bottom=published, main=True, meaning=_("起始日期在期内的公示项目中现已完成的比例")
)
results = Flow(
    "projects.results_published",
    _("已公布结果的服务项目数"),
    "item",
    PlanItem,
    Q(kind=words.PROJECT, shared=False, state="reported"),
    dated_by="since",
)
