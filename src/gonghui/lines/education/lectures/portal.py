"""Filing a lecture from the phone: one screen, under a minute."""

from django.contrib import messages
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.kernel.clock import today
from gonghui.kernel.page import page
from gonghui.kernel.tree.models import Node

from . import acts, words

REMEMBERED = ("at_place", "series", "venue")


@page("lectures/", "lectures", label=_("填报宣讲"), who="officer")
def lectures(request, kit):
    """The form, with what was filled in last time, and the last lectures filed."""
    own = Node.objects.for_act("own node").filter(path__in=kit.viewer.paths).order_by("path").first()
    form = kit.form(acts.file, {"node": own, "held_on": today(), **request.session.get("lecture", {})})
    form.fields["photo"].widget.attrs["capture"] = "environment"
    done = kit.done(form)
    if done:
        request.session["lecture"] = {name: _plain(form.cleaned_data[name]) for name in REMEMBERED}
        messages.success(request, now_("已填报：{title}").format(title=done.subject))
        return kit.go("lectures")
    if "activities.looks_twice" not in {e.code for errors in form.errors.as_data().values() for e in errors}:
        form.fields.pop("another", None)
    last = Activity.objects.within(kit.viewer).filter(kind=words.LECTURE).select_related("node").order_by("-pk")[:5]
    return kit.form_page("lectures/file.html", form, last=last)


def _plain(value):
    return [str(v) for v in value] if isinstance(value, list) else str(value or "")
