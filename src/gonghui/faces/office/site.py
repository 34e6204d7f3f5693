"""The office site: who may enter, its sidebar, its own pages."""

from functools import cache, lru_cache

from csp.decorators import csp_update
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from unfold.forms import AuthenticationForm
from unfold.sites import UnfoldAdminSite

from gonghui.faces.kit.binding import choosable
from gonghui.faces.kit.factor import factor
from gonghui.faces.kit.middleware import lacks_factor
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.desk import DESKS, FACETS, desk_of
from gonghui.kernel.indicators import INDICATORS
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.search import searched

PAGE = 20
ACTIVE = "bg-base-100 font-semibold text-primary-600 dark:bg-white/[.06] dark:text-primary-500 active"
# Alpine, which the library's pages are driven by, evaluates attributes; its widgets set inline styles.
LIBRARY_NEEDS = {"script-src": ["'unsafe-eval'", "'unsafe-inline'"], "style-src": ["'unsafe-inline'"]}


class OfficeLogin(AuthenticationForm):
    """Name and password of an account that holds a grant; `is_staff` is unknown here."""

    def confirm_login_allowed(self, user):
        if not user.is_active:
            raise self.get_invalid_login_error()


class OfficeSite(UnfoldAdminSite):
    """The office."""

    login_form = OfficeLogin
    index_template = "office/index.html"
    index_title = _("首页")
    enable_nav_sidebar = True
    empty_value_display = "—"

    def has_permission(self, request):
        """A post, and the second factor where the setting asks for it (GB/T 22239-2019, 8.1.4.1)."""
        return request.user.is_active and request.viewer.in_office

    def admin_view(self, view, cacheable=False):
        return csp_update(LIBRARY_NEEDS)(super().admin_view(view, cacheable))

    @method_decorator(csp_update(LIBRARY_NEEDS))
    def login(self, request, extra_context=None):
        if lacks_factor(request) and Viewer(request.user).in_office:
            return HttpResponseRedirect(reverse("office:factor"))
        return super().login(request, extra_context)

    def get_urls(self):
        from . import figures, found, pages, reading
        from .adapter import generate

        if not self._registry:  # now that somebody is served; the worker and the commands do without
            for desk in (*DESKS.values(), *FACETS.values()):
                generate(self, desk)

        own = [
            path("factor/", factor, name="factor"),
            path("pick/<str:key>/<str:name>/", self.admin_view(self.pick), name="pick"),
            path("figure/<str:key>/", self.admin_view(figures.figure_page), name="figure"),
            path("figure/<str:key>/rows.csv", self.admin_view(figures.figure_rows), name="figure_rows"),
            path("figures/own/", self.admin_view(figures.own_figures), name="own_figures"),
            path("figures/<slug:line>/", self.admin_view(figures.line_figures), name="line_figures"),
            path("figures/", self.admin_view(figures.figures), name="figures"),
            path("reading/", self.admin_view(reading.reading), name="reading"),
            path("checks/", self.admin_view(figures.checks), name="checks"),
            path("found/", self.admin_view(found.found), name="found"),
            path("tree/", self.admin_view(pages.tree), name="tree"),
            path("tree/<int:pk>/", self.admin_view(pages.level), name="level"),
            path("file/<int:pk>/", self.admin_view(pages.download), name="file"),
            path("paper/<slug:app>/<slug:model>/<int:pk>/<slug:name>.docx", self.admin_view(pages.paper), name="paper"),
            path("annex/<slug:app>/<slug:model>/<int:pk>/<slug:name>/", self.admin_view(pages.annex), name="annex"),
            path("template/<str:kind>.xlsx", self.admin_view(pages.template), name="template"),
            path("batch/<int:pk>/bad.xlsx", self.admin_view(pages.bad_rows), name="bad_rows"),
        ]
        return own + super().get_urls()

    def pick(self, request, key, name):
        """What a picker offers for the words typed so far: only what may be chosen."""
        act = ACTS.get(key)
        if act is None or name not in act.params or not request.viewer.may(act.power):
            raise Http404
        parameter = act.params[name]
        desk = DESKS.get(parameter.type._meta.label_lower)
        fields = (desk.search if desk else ()) or ("name",)
        rows = searched(choosable(act, parameter, request.viewer), request.GET.get("term", ""), fields)
        page = request.GET.get("page", "1")
        number = max(int(page) if page.isdecimal() and len(page) < 10 else 1, 1)
        found = list(rows.order_by("pk")[(number - 1) * PAGE : number * PAGE + 1])
        label = desk.row_label if desk and desk.row_label else str
        results = [{"id": str(row.pk), "text": label(row)} for row in found[:PAGE]]
        return JsonResponse({"results": results, "pagination": {"more": len(found) > PAGE}})

    def get_app_list(self, request, app_label=None):
        """Only of the one asked for: the sidebar stands for the list of all, which every page would make in vain."""
        return super().get_app_list(request, app_label) if app_label else []

    def get_sidebar_list(self, request):
        """Groups of links to the desks this viewer sees, after the pages everybody has; a link is drawn once a process."""
        from .home import in_order

        viewer, groups = request.viewer, {}
        first = [
            drawn(now_("首页"), "home", reverse("office:index"), request.path == reverse("office:index")),
            self._link(request, now_("查找"), "search", reverse("office:found")),
            self._link(request, now_("组织树"), "lan", reverse("office:tree")),
            self._link(request, now_("活动日历"), "calendar_month", reverse("portal:calendar")),
        ]
        if any(viewer.holds(one.power) for one in INDICATORS.values()):
            first.append(self._link(request, now_("指标"), "monitoring", reverse("office:figures")))
            first.append(self._link(request, now_("驾驶舱"), "dashboard", reverse("cockpit:home")))
        if any(viewer.holds(one.power) for one in INDICATORS.values() if one.check):
            first.append(self._link(request, now_("实名制核查"), "rule", reverse("office:checks")))
        for desk in (*DESKS.values(), *FACETS.values()):
            if viewer.holds(desk.see):
                groups.setdefault(str(desk.group), []).append(self._link(request, str(desk.label), desk.icon, list_url(desk)))
        return [{"links": first}] + [
            {"title": title, "links": links, "open": any(ACTIVE in link for link in links)} for title, links in in_order(groups).items()
        ]

    def _link(self, request, title, icon, link):
        return drawn(title, icon, link, request.path.startswith(link))

    def index(self, request, extra_context=None):
        from .home import doors, has_figures, waiting

        viewer = request.viewer
        shown = [(desk, list_url(desk)) for desk in DESKS.values() if viewer.holds(desk.see)]
        return super().index(
            request, {"desks": shown, **waiting(viewer), "doors": doors(viewer), "figures": has_figures(viewer), **(extra_context or {})}
        )


@lru_cache(4096)
def drawn(title: str, icon: str, link: str, active: bool) -> str:
    """A link of the sidebar."""
    return render_to_string("office/link.html", {"title": title, "icon": icon, "link": link, "active": active and ACTIVE})


def list_url(desk) -> str:
    return _list_url(address(desk))


@cache
def _list_url(address: str) -> str:
    return reverse(f"office:{address}_changelist")


def row_url(row) -> str:
    return reverse(f"office:{address(desk_of(row))}_change", args=[row.pk])


def address(desk) -> str:
    """How the office names the pages of a desk: a facet by its slug, a whole one by its noun."""
    return f"{desk.noun._meta.app_label}_{desk.slug if desk.kinds else desk.noun._meta.model_name}"


site = OfficeSite(name="office")
