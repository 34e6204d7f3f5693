"""What people see of the register."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.desk import Column, Desk

from . import acts, link_acts
from .models import EntryLink, RegisterEntry

HOLDER = Column("holder", _("持有者"), lambda e: e.holder or "")
ACTS = (
    acts.enter, acts.propose, acts.register, acts.decline, acts.bring_into_force, link_acts.revise, acts.end, acts.add_proof, link_acts.link,
    link_acts.unlink,
)  # fmt: skip


def links_of(entry) -> str:
    """The standing links of an entry, either way, in one line."""
    rows = EntryLink.objects.for_act("links of an entry in reach").filter(until=None).select_related("entry", "other")
    told = [f"{one.get_bond_display()}：{one.other}" for one in rows.filter(entry=entry).order_by("pk")[:20]]
    return "；".join(told + [f"{one.entry}（{one.get_bond_display()}）" for one in rows.filter(other=entry).order_by("pk")[:20]])


DETAIL = (
    "title", "kind", "number", "issuer", "tier", "topic", HOLDER, "quantity", "unit", "node", "since", "year", "in_force_from", "until",
    "registered_on", "version", "replaces", Column("links", _("关联条目"), links_of), "plan", "address", "note", "state",
)  # fmt: skip


def detail_with(topic: Column) -> tuple:
    """What is told of an entry, its topic in the words of a line."""
    return tuple(topic if one == "topic" else one for one in DETAIL)


Desk(
    noun=RegisterEntry, label=_("台账"), group=_("综合"), icon="list_alt",
    columns=("title", "kind", "number", "issuer", "tier", HOLDER, "node", "since", "until", "state"),
    related=("node", "person", "employer", "team", "holder_node"),
    detail=DETAIL,
    filters=("kind", "state", "tier", "since"), search=("%title", "%number", "%issuer", "%holder_name"), order=("-since", "-pk"), work=("proposed",),
    acts=ACTS, own=True, own_label=_("我的台账"), empty=_("还没有台账。点“登记台账”逐条登记，或用表格导入。"),
)  # fmt: skip
