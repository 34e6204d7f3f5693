"""A desk becomes a ModelAdmin: list, filters, search, read-only detail, export, act pages."""

from django.apps.registry import Apps
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.functional import cached_property
from django.utils.translation import gettext as now_
from import_export.admin import ExportMixin
from import_export.formats.base_formats import CSV, XLSX
from unfold.admin import ModelAdmin
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RangeDateFilter
from unfold.dataclasses import UnfoldAction
from unfold.decorators import display
from unfold.enums import ActionVariant

from gonghui.faces.kit.binding import form_for, put_on_fields, run
from gonghui.faces.kit.history import history
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clocks import marks_of
from gonghui.kernel.desk import Column, Desk
from gonghui.kernel.evidence import files
from gonghui.kernel.intake import acts as intake
from gonghui.kernel.intake.models import Batch
from gonghui.kernel.intake.sheet import SHEETS
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.do import no_power
from gonghui.kernel.refusal import Kind, Refused
from gonghui.kernel.search import searched

from .export import ExportForm, resource, show
from .pages import beginnings
from .site import list_url, row_url
from .skin import skin

FEW = 1000
STATUS = {Kind.FORBIDDEN: 403, Kind.CONFLICT: 409, Kind.MISSING: 404}


class Pages(Paginator):
    """
    Counts to a thousand and no further: a full count of a million rows is nobody's need.

    The list was narrowed to the viewer's reach before. Which rows stand on a page, and how many there are, is asked
    without the second wall, whose question to each row costs more than the row; the page itself is read behind it.
    """

    few = FEW

    @cached_property
    def count(self):
        with trusted():
            return self.object_list.order_by().values("pk")[:FEW].count()

    def page(self, number):
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        with trusted():
            keys = list(self.object_list.values_list("pk", flat=True)[start : start + self.per_page])
        return self._get_page(self.object_list.filter(pk__in=keys), number, self)


class DeskAdmin(ExportMixin, ModelAdmin):
    """What every desk's admin does; `generate` adds what is the desk's own."""

    desk: Desk
    paginator = Pages
    export_form_class, export_template_name = ExportForm, "office/export.html"
    list_filter_submit = True
    list_per_page = 25
    show_full_result_count = False
    compressed_fields = True
    change_form_template, change_list_template = "office/detail.html", "office/list.html"

    # permission is reach, never Django's table
    def has_module_permission(self, request):
        return request.viewer.holds(self.desk.see)

    def has_view_permission(self, request, obj=None):
        return request.viewer.may(self.desk.see) if obj is None else self.get_queryset(request).filter(pk=obj.pk).exists()

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_export_permission(self, request):
        return request.viewer.holds(self.desk.export)

    def get_queryset(self, request):
        return self.desk.rows(request.viewer)

    def get_valid_export_item_pks(self, request):
        return self.get_queryset(request).values_list("pk", flat=True)

    @cached_property
    def _resource(self):
        return resource(self.desk)  # made when it is first asked for: those of all desks take half a second

    def get_export_resource_classes(self, request):
        return [self._resource]

    def get_export_queryset(self, request):
        if not self.has_export_permission(request):
            raise PermissionDenied
        return super().get_export_queryset(request)

    def get_export_context_data(self, **kwargs):
        return super().get_export_context_data(**kwargs) | {"trail": self._trail()}

    def get_export_formats(self):
        return [XLSX, CSV]

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        raise Http404

    def history_view(self, request, object_id, extra_context=None):
        raise Http404

    def log_addition(self, *args):
        """The ledger keeps what Django's log would."""

    def get_search_results(self, request, queryset, search_term):
        return (searched(queryset, search_term, self.desk.search) if search_term.strip() else queryset), False

    def lookup_allowed(self, lookup, value, request=None):
        stem = lookup.split("__")[0]
        return any(stem in (name, f"{name}_from", f"{name}_to") for name in self.desk.filters)

    # acts
    def _action(self, act):
        view = lambda request, object_id=None: self.act_view(request, object_id, act=act)  # noqa: E731
        view.__name__, view.attrs = act.key, None
        name = f"{self.opts.app_label}_{self.opts.model_name}_{act.key}"
        variant = ActionVariant.PRIMARY if act.main else ActionVariant.DEFAULT
        return UnfoldAction(action_name=name, method=view, description=act.label, path=f"act/{act.key}", icon=act.icon, variant=variant)

    def get_unfold_action(self, name):
        return self._action(ACTS[name])

    def _get_actions_navigation(self, provided_actions, allowed_actions, object_id=None):
        """The main acts come first; the header shows two and keeps the rest under one button."""
        told = super()._get_actions_navigation(provided_actions, allowed_actions, object_id)
        return sorted(told, key=lambda item: item["variant"] is not ActionVariant.PRIMARY)

    def get_actions_list(self, request):
        return [self._action(act) for act in self.desk.creating(request.viewer) if request.viewer.holds(act.power)]

    def get_actions_detail(self, request, object_id):
        row = self.get_object(request, object_id)
        return [self._action(act) for act in self.desk.acts_for(request.viewer, row) if not act.bulk] if row else []

    def get_actions(self, request):
        acts = [a for a in self.desk.acts if a.bulk and request.viewer.holds(a.power)]
        return {a.key: (self._bulk(a), a.key, a.label) for a in acts}

    def _bulk(self, act):
        return lambda admin, request, rows: self.act_view(request, act=act, chosen=list(rows.values_list("pk", flat=True)))

    def act_view(self, request, object_id=None, *, act, chosen=None):
        """The page of an act: its form, or with everything right, the act itself."""
        back, subject, row = list_url(self.desk), chosen, None
        if object_id is not None:
            row = self.get_object(request, object_id)
            if row is None:
                raise Http404
            back, subject = row_url(row), row.pk
        sent = request.method == "POST" and (chosen is None or "apply" in request.POST)
        may = request.viewer.may(act.power)
        form = skin(form_for(act, request.viewer, request.POST if sent else None, request.FILES if sent else None, self._initial(request), row), act)
        self._of_facet(form, act)
        status, said = (200, {}) if may else (403, {"refused": no_power(act).text})
        if sent and may:
            try:
                done = run(act, request.viewer, form, subject, key=request.POST.get("_key", ""))
                if not done.said:
                    messages.success(request, self._told(act, done))
                    lost = object_id is not None and not self._sees(request, done.subject)  # merged, or passed out of reach
                    made = act.creates and self._sees(request, done.subject)
                    return HttpResponseRedirect(row_url(done.subject) if made else list_url(self.desk) if lost else back)
                said = done.said
            except Refused as refused:
                if any(r.kind is Kind.MISSING for r in refused.refusals):
                    raise Http404 from None
                put_on_fields(form, refused)
                status = STATUS.get(refused.refusals[0].kind, 422)
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request), "title": act.label, "form": form, "act": act, "opts": self.opts, "said": said,
            "media": self.media + form.media, "back": back, "trail": self._trail(row), "key": request.POST.get("_key") or get_random_string(24), "chosen": chosen,
            "across": request.POST.get("select_across", "0"), "selected": request.POST.getlist("_selected_action"),
            "templates": [(s.kind, s.label) for s in SHEETS.values() if request.viewer.holds(s.power)] if act is intake.check else (),
        }  # fmt: skip
        return TemplateResponse(request, "office/act.html", context, status=status)

    def _trail(self, row=None) -> list[tuple]:
        """Where a page stands: the desk, and the record if it is about one."""
        return [(self.desk.label, list_url(self.desk)), *([(row, row_url(row))] if row is not None else [])]

    def _initial(self, request):
        """The viewer's own node and today, where a form asks for them."""
        own = request.user.node_id
        return {"node": own, "on": timezone.localdate(), "held_on": timezone.localdate(), "since": timezone.localdate()}

    def _of_facet(self, form, act) -> None:
        """What begins on a facet is of its kinds; a single one need not be asked for."""
        if self.desk.kinds and act.creates and act.noun is self.desk.noun and "kind" in form.fields:
            kind = form.fields["kind"]
            kind.choices, kind.initial = [c for c in kind.choices if c[0] in self.desk.kinds], self.desk.kinds[0]
            if len(self.desk.kinds) == 1:
                kind.widget = kind.hidden_widget()

    def _told(self, act, done) -> str:
        return f"{act.past}：{done.subject if len(done.subjects) == 1 else now_('共 %d 件') % len(done.subjects)}"

    def _sees(self, request, row) -> bool:
        return row is not None and type(row) is self.desk.noun and self.get_queryset(request).filter(pk=row.pk).exists()

    # pages
    def change_view(self, request, object_id, form_url="", extra_context=None):
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        extra = {"attachments": files.of(row), "events": history(row), "marks": marks_of(row), "papers": self.desk.papers_of(row), "title": str(row)}
        extra["annexes"] = beginnings(self.desk, row, request.viewer)
        extra |= {"subtitle": None, "row": row, "trail": self._trail()}
        extra["batch_errors"] = row.errors.order_by("row", "pk")[:50] if isinstance(row, Batch) else None
        return super().change_view(request, object_id, form_url, {**extra, **(extra_context or {})})

    def changelist_view(self, request, extra_context=None):
        if any("\0" in value for value in request.GET.values()):
            raise Http404  # no database text holds it
        extra = {"title": self.desk.label, "desk": self.desk}
        return super().changelist_view(request, {**extra, **(extra_context or {})})


def _column(desk: Desk, column):
    """A method of the admin for a computed column or a state; plain fields need none."""
    if isinstance(column, Column):
        return display(description=column.label, ordering=column.order or None)(lambda self, row: show(column, row))
    if column == "state":
        states = desk.noun._meta.get_field("state")
        colours = {label: "success" if value in ("active", "established", "filed", "checked", "done") else "info" for value, label in states.choices}
        return display(description=states.verbose_name, ordering="state", label=colours)(lambda self, row: row.get_state_display())
    field = desk.noun._meta.get_field(column)
    if isinstance(field, models.DateField) or field.is_relation:
        plain = Column(column, field.verbose_name, lambda row: getattr(row, column))
        return display(description=field.verbose_name, ordering=None if field.is_relation else column)(lambda self, row: show(plain, row))
    return None


def _names(desk: Desk, columns, methods: dict) -> list[str]:
    names = []
    for column in columns:
        name = column.name if isinstance(column, Column) else column
        method = _column(desk, column)
        if method:
            methods[f"col_{name}"] = method
        names.append(f"col_{name}" if method else name)
    return names


def _filter(desk: Desk, name: str):
    field = desk.noun._meta.get_field(name)
    if field.choices:
        return (name, ChoicesDropdownFilter)
    return (name, RangeDateFilter) if isinstance(field, models.DateField) else name


def admin_model(desk: Desk):
    """What the admin is registered for: the noun, or for a facet a stand-in of its name that no other app knows."""
    if not desk.kinds:
        return desk.noun
    said = {"proxy": True, "app_label": desk.noun._meta.app_label, "apps": Apps(), "verbose_name": desk.label, "verbose_name_plural": desk.label}
    return type(desk.slug, (desk.noun,), {"__module__": __name__, "Meta": type("Meta", (), said)})


def generate(site, desk: Desk) -> None:
    """Register the admin of a desk."""
    parts: dict = {"desk": desk, "search_fields": desk.search, "list_select_related": desk.related or False, "list_display_links": None}
    parts["list_display"] = _names(desk, desk.columns, parts)
    detail = _names(desk, desk.detail, parts)
    parts["fieldsets"] = [(None, {"fields": detail})]
    parts["readonly_fields"] = detail
    parts["list_filter"] = [_filter(desk, name) for name in desk.filters]
    parts["actions_list"] = [act.key for act in desk.acts if act.creates]
    parts["actions_detail"] = [act.key for act in desk.acts if not act.creates and not act.bulk]
    parts["list_display_links"] = parts["list_display"][:1]
    site.register(admin_model(desk), type(f"{desk.slug}Admin", (DeskAdmin,), parts))
