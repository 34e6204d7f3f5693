"""The list of the year, for everybody to read."""

from itertools import groupby

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from gonghui.commons.plans import reads
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.words import CATEGORIES, PUBLIC
from gonghui.kernel.clock import today
from gonghui.kernel.page import page

from . import words


def _published():
    rows = PlanItem.objects.for_act("what is published is for everybody").filter(kind=words.PROJECT, shared=False, state__in=PUBLIC)
    return rows.select_related("node")


@page("projects/", "projects", label=_("服务项目清单"), who="worker", open=True)
def projects(request, kit):
    """The projects of a year by class, newest year first."""
    typed = request.GET.get("year", "")
    year = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) == 4 else today().year
    found = kit.page(_published().filter(since__year=year).order_by("category", "node__path", "pk"))
    groups = [(CATEGORIES.label(slug), list(rows)) for slug, rows in groupby(found, key=lambda item: item.category)]
    return kit.render("projects/list.html", page=found, groups=groups, year=year)


@page("projects/<int:pk>/", "project", open=True)
def project(request, kit, pk):
    """One project: plan, done and rate side by side, and how it has gone."""
    item = _published().filter(pk=pk).first()
    if item is None:
        raise Http404
    reports = item.reports.for_act("reports of what is published").order_by("-on", "-pk")[:20]
    return kit.render("projects/one.html", item=item, planned=reads.planned(item), done=reads.told(item, today()), reports=reports)
