"""For a worker's phone: what was paid to me, from where and what for, and confirming that it came."""

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.page import page

from . import line_acts
from .words import PAYMENTS


def unsigned(viewer) -> str:
    """How many payments wait for one's confirmation, as one's home page says it."""
    count = line_acts.own_paid(viewer).filter(signed_on=None).count()
    return now_("{count} 笔待确认").format(count=count) if count else ""


@page(
    "payments/",
    "payments",
    label=_("我的款物"),
    mine=True,
    icon="payments",
    who="worker",
    note=unsigned,
    when=lambda viewer: line_acts.own_paid(viewer).exists(),
)
def payments(request, kit):
    """My payments, newest first; one press confirms one of them."""
    rows = line_acts.own_paid(kit.viewer)
    form = kit.form(line_acts.sign)
    if request.method == "POST":
        typed = request.POST.get("payment", "")
        row = rows.filter(pk=int(typed)).first() if typed.isdecimal() and len(typed) < 19 else None
        if row is None:
            raise Http404
        if kit.done(form, row.pk):
            messages.success(request, now_("已确认收到 {amount} 元。").format(amount=row.amount))
            return kit.go("payments")
    shown = kit.page(rows)
    for row in shown:
        row.kind_said = PAYMENTS.label(row.kind)
    return kit.form_page("money/payments.html", form, page=shown)
