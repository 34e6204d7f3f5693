"""What a hand-made page works with: forms of acts, doing them, rendering, finding records to choose."""

from django.core.paginator import Paginator
from django.forms.utils import ErrorDict
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import get_random_string

from gonghui.faces.kit.binding import ManyPicker, Picker, choosable, form_for, put_on_fields, run
from gonghui.faces.kit.finding import find, named_rows
from gonghui.kernel.refusal import Kind, Refused

STATUS = {Kind.FORBIDDEN: 403, Kind.CONFLICT: 409, Kind.SIGN_IN: 401, Kind.BUSY: 429}
PAGE = 20


class Kit:
    """One request's helper; a page calls it and knows nothing else of the portal."""

    def __init__(self, request):
        self.request, self.viewer = request, request.viewer

    def render(self, template: str, status: int = 200, **context):
        large = self.request.COOKIES.get("large") == "1"
        return render(self.request, template, {"large": large, "viewer": self.viewer, **context}, status=status)

    def go(self, name: str, *parts):
        return HttpResponseRedirect(reverse(f"portal:{name}", args=parts))

    def form(self, act, initial=None, row=None):
        """The form of an act, on a record where it asks about it: bound when this is a post that is not merely looking something up."""
        posted = self.request.method == "POST"
        form = form_for(act, self.viewer, self.request.POST if posted else None, self.request.FILES if posted else None, initial, row)
        form.key = self.request.POST.get("_key") or get_random_string(24)
        form.act, form.label_suffix = act, ""
        if self.looking_up:
            form._errors = ErrorDict()  # what is not filled in yet is no fault
        for name, field in form.fields.items():
            if isinstance(field, Picker | ManyPicker):
                self._offer(form, name, field, initial or {})
        return form

    def page(self, rows):
        """The page of a list that `?page=` names; beyond the last is the last."""
        return Paginator(rows, PAGE).get_page(self.request.GET.get("page"))

    @property
    def looking_up(self) -> bool:
        return "_find" in self.request.POST

    def done(self, form, subject=None):
        """Do the act; return what it answered, or None with the refusals on their fields."""
        if self.request.method != "POST" or self.looking_up:
            return None
        try:
            return run(form.act, self.viewer, form, subject, key=form.key)
        except Refused as refused:
            if any(r.kind is Kind.MISSING for r in refused.refusals):
                raise Http404 from None
            put_on_fields(form, refused)
            form.status = STATUS.get(refused.refusals[0].kind, 422)
            return None

    def form_page(self, template: str, form, **context):
        """Show a form again with what was typed, under the status its refusal asks for."""
        return self.render(template, getattr(form, "status", 200), form=form, **context)

    def _offer(self, form, name, field, initial) -> None:
        """A picker on a phone: what is chosen, and what a typed word finds."""
        typed = self.request.POST.get(f"{name}_q", "").strip()[:60]
        wanted = self.request.POST.getlist(name) if self.request.method == "POST" else [str(getattr(initial.get(name), "pk", ""))]
        field.picking, field.many, field.typed = True, isinstance(field, ManyPicker), typed
        field.chosen, field.found = offers(form.act, name, self.viewer, wanted, typed)


def offers(act, name: str, viewer, wanted, typed: str) -> tuple[list, list]:
    """What a picker shows: the records chosen already, and others that match the words typed."""
    keys = [int(key) for key in wanted if key.isdecimal() and len(key) < 19]
    rows = choosable(act, act.params[name], viewer)
    chosen = list(named_rows(rows).filter(pk__in=keys)) if keys else []
    return chosen, [row for row in find(act, name, viewer, typed) if row not in chosen] if typed else []
