"""Handing an idea in from the phone."""

from django.contrib import messages
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.reads import member_paths, own_person
from gonghui.kernel.page import page

from . import acts


def is_member(viewer) -> bool:
    person = own_person(viewer)
    return person is not None and bool(member_paths([person.pk]))


@page("ideas/", "ideas", label=_("我有金点子"), icon="lightbulb", who="worker", when=is_member, does=acts.suggest)
def ideas(request, kit):
    """What it is about and what one proposes; the answer comes to one's own list."""
    form = kit.form(acts.suggest)
    done = kit.done(form)
    if done:
        messages.success(request, str(acts.suggest.past))
        return kit.go("my_record", "result", done.subject.pk)
    return kit.form_page("portal/act.html", form, act=acts.suggest, row=None, back="/portal/")
