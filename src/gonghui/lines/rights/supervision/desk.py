"""What people see of supervision."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.models import Case
from gonghui.commons.registers.desk import ACTS, HOLDER, detail_with
from gonghui.kernel.desk import Column, facet

from . import acts, words

GROUP, ENTRY = _("权益法律"), "commons_registers.registerentry"


def matter_of(entry) -> str:
    """The matter a paper belongs to, by number."""
    return Case.objects.for_act("the matter of a paper").filter(pk=entry.topic or 0).values_list("number", flat=True).first() or ""


MATTER = Column("topic", _("线索编号"), matter_of)
facet(
    Case, "clues", *words.SUBJECTS, label=_("劳动法律监督线索"), group=GROUP, icon="policy", filters=("state", "kind", "topic", "stage", "level", "opened_on"),
    columns=("number", "kind", "title", "employer", "people", "claimed", "recovered", "stage", "level", "opened_on", "state"),
    empty=_("没有线索。工单、巡查、媒体发现的都可登记；签发文书请到“一函两书”。"),
)  # fmt: skip
facet(
    ENTRY, "sup_papers", *words.PAPERS, label=_("一函两书"), group=GROUP, icon="drafts", acts=(acts.issue, *(one for one in ACTS if not one.creates)),
    columns=("number", "kind", HOLDER, "node", "since", "quantity", "until", "state"), detail=detail_with(MATTER), filters=("kind", "state", "since", "until"),
    empty=_("还没有文书。点“签发监督文书”；收到答复后办理“终止”，写明答复和整改情况。"),
)  # fmt: skip
facet(ENTRY, "supervisors", words.SUPERVISOR, label=_("劳动法律监督员"), group=GROUP, icon="badge")
facet("commons_parties.team", "sup_committees", words.COMMITTEE, label=_("劳动法律监督委员会"), group=GROUP, icon="groups")
facet("commons_activities.activity", "sup_checks", words.CHECK, label=_("劳动法律监督检查"), group=GROUP, icon="fact_check")
