"""What people see of contests and may do."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.money.models import PayBatch
from gonghui.commons.parties.models import Team
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.readings.models import Reading
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.returns.models import HeadCount
from gonghui.kernel.desk import Column, Desk, facet

from . import acts, entry_acts, words
from .models import Entry, Item

GROUP = _("劳动经济")


def entry_of(name: str, label) -> Column:
    """A register entry an item names; it may stand above the viewer's reach, and its title is no secret."""

    def show(item):
        rows = RegisterEntry.objects.for_act("the register an item names").filter(pk=getattr(item, f"{name}_id"))
        return rows.values_list("title", flat=True).first() or ""

    return Column(name, label, show)


WHO = Column("who", _("选手（参赛对象）"), lambda e: str(e), order="person__name")

Desk(
    noun=Item, label=_("赛项"), group=GROUP, icon="emoji_events",
    columns=("title", "contest", "tier", "held_on", "node", "state"), related=("contest", "node"),
    detail=(
        "title", "contest", "tier", entry_of("category", _("竞赛类别")), entry_of("chain", _("重点产业链")), entry_of("edition", _("赛事届次")),
        "judged", "per_team", "held_on", "signed_at", "document", "node", "state",
    ),
    filters=("state", "tier", "held_on"), search=("title", "contest__title"), order=("-held_on", "-pk"), work=("judging", "signed", "ranked"),
    acts=(acts.open_item, acts.close_entries, acts.sign_scores, acts.rank, acts.award_item, acts.cancel_item),
    empty=_("还没有赛项。先登记竞赛，再设赛项开始报名。"),
)  # fmt: skip

Desk(
    noun=Entry, label=_("参赛"), group=GROUP, icon="how_to_reg",
    columns=(WHO, "item", "team", "node", "score", "rank", "award", "state"), related=("person", "item", "team", "node"),
    detail=(WHO, "item", "team", "node", "entered_on", "area", "income", "cost", "visited_on", "score", "rank", "award", "state"),
    filters=("state", "award", "entered_on"), search=("person__name", "title", "item__title", "team__name"), order=("item", "rank", "pk"), work=("entered",),
    acts=(
        entry_acts.enter, entry_acts.enter_work, entry_acts.check_entry, entry_acts.refuse_entry, entry_acts.withdraw, entry_acts.score,
        entry_acts.measure, entry_acts.correct_score, acts.award,
    ),
    own=True, own_label=_("我的参赛"), personal=True,
)  # fmt: skip

facet(
    Activity, "contests", words.LABOUR, words.SKILL, words.LAUNCH, words.SHOW, label=_("竞赛"), group=GROUP, icon="trophy",
    empty=_("还没有竞赛。先拟定年度竞赛计划，举办后一屏填报。"),
)  # fmt: skip
facet(PlanItem, "contest_plans", words.PLAN, label=_("竞赛计划"), group=GROUP)
facet(HeadCount, "contest_heads", *words.HEADS, label=_("竞赛人次填报"), group=GROUP)
facet(Team, "delegations", words.DELEGATION, label=_("竞赛代表队"), group=GROUP)
facet(RegisterEntry, "contest_register", words.CLASS, words.CHAIN, words.EDITION, words.RESULT, label=_("竞赛目录与外部成绩"), group=GROUP)
facet(Reading, "contest_views", words.VIEWS, label=_("竞赛节目收看"), group=GROUP)
facet(PayBatch, "contest_prizes", words.PRIZE, label=_("竞赛奖金"), group=GROUP)
