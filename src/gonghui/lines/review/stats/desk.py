"""What people see of reviews and of what others said of the federation's work."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.registers.desk import HOLDER
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.desk import Annex, Column, Desk, Line, Paper, facet
from gonghui.kernel.indicators import INDICATORS, figure
from gonghui.kernel.periods import Period

from . import acts, words
from .models import Bulletin, Snapshot
from .reads import standing, told
from .sealing import Changes

GROUP = _("综合")


def written(review) -> bytes:
    """The review as a Word file; what makes one is loaded when first asked for."""
    from .document import written

    return written(review)


def figures_of(review, viewer) -> list[Line]:
    """The figures of a review, line by line."""
    return [Line((one, one.said, one.key, one.version, one.checked_on or _("待核对")), one) for one in standing(review).values()]


def now_of(snapshot) -> str:
    """What the records say today, for whoever looks whether an erratum is due."""
    if snapshot.key not in INDICATORS:
        return ""
    return figure(INDICATORS[snapshot.key], snapshot.node, Period.parse(snapshot.review.period), viewer=SYSTEM).said


Desk(
    noun=Bulletin, label=_("工作综述"), group=GROUP, icon="summarize", related=("node",), filters=("state", "ends_on"), search=("title", "period"),
    columns=("title", "node", "period", "ends_on", "frozen_on", "published_on", "state"), work=("begun", "computed", "frozen"), order=("-ends_on", "-pk"),
    detail=("title", "node", "period", "more", Column("told", _("文字"), told), "frozen_on", "published_on", "state"),
    acts=(acts.begin, acts.compute, acts.check_line, acts.write, acts.freeze, acts.publish),
    annexes=(Annex("figures", _("数"), (_("指标"), _("数"), _("指标编码"), _("口径版本"), _("核对日期")), figures_of, at_once=True),),
    papers=(Paper("review", _("综述（Word，公文格式）"), written, lambda review: bool(review.text)),), empty=_("还没有综述。期间结束后点“开始综述”。"),
)  # fmt: skip
Desk(
    noun=Snapshot, label=_("定格数"), group=GROUP, icon="ac_unit", related=("review", "node"), filters=("standing", "on"), search=("key", "line"),
    columns=(Column("name", _("指标"), str), "key", "node", "review", Column("said", _("数"), lambda s: s.said), "version", "checked_on", "standing"),
    detail=(
        Column("name", _("指标"), str), "key", "version", "review", "node", Column("said", _("数"), lambda s: s.said), Column("now", _("按现有记录重算"), now_of),
        "computed_at", "checked_on", "replaces", "why", "standing",
    ),
    acts=(acts.correct,),
    annexes=(
        Annex("changes", _("定格以来的变动"), (_("记录"), _("变动"), _("当时计入"), _("现在计入")), Changes, when=lambda s: s.key in INDICATORS and hasattr(s, "sealed")),
    ),
)  # fmt: skip
facet(
    RegisterEntry, "recognition", words.ENDORSEMENT, words.PRESENTATION, label=_("批示肯定和经验交流"), group=GROUP, icon="thumb_up",
    columns=("title", "kind", "issuer", "tier", "topic", "node", "since", "state"),
)  # fmt: skip
facet(
    RegisterEntry,
    "assessments",
    words.ASSESSMENT,
    label=_("上级考核结果"),
    group=GROUP,
    icon="grading",
    columns=("title", "topic", "issuer", HOLDER, "node", "year", "note"),
)
