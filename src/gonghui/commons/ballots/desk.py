"""What people see of polls; how a ballot was cast is on no desk."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.desk import Annex, Column, Desk, Line

from . import acts, reads
from .models import Ballot, Poll, Turnout

GROUP = _("综合")
OPTIONS = Column(
    "options", _("选项"), lambda p: "；".join(f"{o.number}. {o.title}" + ("" if o.votes is None else f" {o.votes}") for o in reads.options_of(p))
)
POLL_COLUMNS = ("title", "kind", "node", "opens_at", "closes_at", "accepted", "state")
POLL_DETAIL = (
    "title", "kind", "node", "secrecy", "electorate", "for_node", "least", "most", "each_day", "opens_at", "closes_at", OPTIONS, "accepted",
    "aside", "counted_on", "recounted_on", "posted_on", "state",
)  # fmt: skip
POLL_ACTS = (
    acts.draft, acts.add_option, acts.list_voters, acts.open_poll, acts.close, acts.set_aside_device, acts.count, acts.recount, acts.post,
)  # fmt: skip
SHOWN = 100  # devices told


def devices(poll, viewer):
    """The devices that have cast most on a day."""
    return [Line((bytes(device).hex()[:12], day, n, aside)) for device, day, n, aside in reads.busiest(poll)[:SHOWN]]


def minutes(poll, viewer):
    """The minutes in which most people voted."""
    return [Line((f"{minute.astimezone():%Y-%m-%d %H:%M}", n)) for minute, n in reads.bursts(poll)[:SHOWN]]


Desk(
    noun=Poll, label=_("投票"), group=GROUP, icon="how_to_vote", columns=POLL_COLUMNS, detail=POLL_DETAIL, related=("node",),
    filters=("state", "kind", "opens_on"), search=("title",), order=("-opens_at", "-pk"), work=("draft", "closed", "counted"), acts=POLL_ACTS,
    annexes=(Annex("devices", _("同一设备票数"), (_("设备摘要"), _("日期"), _("票数"), _("其中不计票")), devices), Annex("minutes", _("投票最集中的分钟"), (_("时间"), _("领票次数")), minutes)), empty=_("还没有投票。"),
)  # fmt: skip

Desk(
    noun=Turnout, label=_("领票记录"), group=GROUP, icon="fact_check", columns=("poll", "node", "on"), related=("poll", "node"), filters=("kind", "on"),
    search=("poll__title",), acts=(acts.cast,), own=True, own_label=_("我的投票"),
)  # fmt: skip

Desk(
    noun=Ballot, label=_("选票"), group=GROUP, icon="ballot", columns=(Column("code", _("回执摘要"), lambda b: bytes(b.receipt).hex()[:8]), "poll", "on", "set_aside"),
    related=("poll",), filters=("kind", "set_aside", "on"), search=("poll__title",), acts=(acts.set_aside, acts.set_aside_many, acts.restore),
)  # fmt: skip
