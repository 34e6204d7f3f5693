"""What people see of exchange with others."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.models import Case
from gonghui.commons.readings.models import Reading
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.desk import Desk, facet

from . import acts, words
from .models import ExchangeMessage, MatchRow

GROUP = _("综合")

Desk(
    noun=ExchangeMessage, label=_("对接消息"), group=GROUP, icon="sync_alt", related=("node",), filters=("state", "partner", "day"), search=("title",),
    columns=("title", "partner", "node", "day", "rows", "tries", "sent_on", "answered_on", "state"), work=("queued", "sent", "rejected"),
    detail=("title", "partner", "noun", "node", "day", "rows", "basis", "tries", "sent_on", "answered_on", "answer", "mended", "state"),
    acts=(acts.queue, acts.queue_changes, acts.send, acts.acknowledge, acts.reject, acts.mend, acts.drop),
)  # fmt: skip
Desk(
    noun=MatchRow, label=_("民政数据比对"), group=GROUP, icon="compare_arrows", columns=("ref", "message", "node", "hit", "differs", "settled_on", "outcome"),
    related=("message", "node"), filters=("hit", "on", "settled_on"), search=("ref",), acts=(acts.note_match, acts.settle),
)  # fmt: skip
facet(RegisterEntry, "code_maps", words.CODE_MAP, words.CHANNEL, words.COORDINATOR, label=_("编码对照和对接渠道"), group=GROUP, icon="swap_horiz")
facet(
    RegisterEntry,
    "account_pushes",
    words.PUSH,
    label=_("公众号推送"),
    group=GROUP,
    icon="send_to_mobile",
    columns=("title", "address", "node", "since", "in_force_from", "state"),
)
facet(Case, "court_referrals", words.REFERRAL, label=_("法院平台转入"), group=GROUP, icon="gavel")
facet(Reading, "platform_audiences", words.AUDIENCE, label=_("平台惠及职工"), group=GROUP, icon="groups")
