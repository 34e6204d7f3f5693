"""What people see of titles and what leads to them."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.desk import Column, Desk

from . import acts, naming_acts, nomination_acts, scheme_acts, words
from .models import Designation, Nomination, Review, Round, Scheme

GROUP = _("综合")


def labels(slugs: str, choices) -> str:
    """What a list of slugs is called."""
    return "、".join(str(choices(slug).label) for slug in slugs.split(",") if slug in choices.values)


KIND = Column("kind", _("类别"), lambda row: words.KINDS.label(row.kind), order="kind")
HOLDERS = Column("holders", _("授予对象"), lambda s: labels(s.holders, words.Holder))
LABELS = nomination_acts.LABELS
BODIES = Column("opinions", _("须征求意见"), lambda s: labels(s.opinions, words.Body) or "—")
QUOTAS = Column(
    "quotas",
    _("名额分配"),
    lambda r: "、".join(f"{q.node} {q.seats}" for q in r.quotas.for_act("a round in reach").select_related("node").order_by("pk")) or "—",
)
SHARES = Column(
    "shares", _("结构比例"),
    lambda r: "；".join(
        f"{LABELS.get(s.what, s.what)}{_('不少于') if s.at_least else _('不超过')} {s.percent}%" for s in r.shares.for_act("a round in reach").order_by("pk")
    ) or "—",
)  # fmt: skip
STEPS = Column(
    "steps", _("各级意见"),
    lambda n: "；".join(
        f"{r.on} {r.node}{_('推荐') if r.up else _('退回')}：{r.opinion}" for r in n.recommendations.for_act("a nomination in reach").select_related("node").order_by("pk")
    ) or "—",
)  # fmt: skip
ASKED = Column(
    "asked", _("部门意见"),
    lambda n: "；".join(
        f"{o.get_body_display()}{_('同意') if o.agrees else _('不同意')} {o.document}" for o in n.opinions.for_act("a nomination in reach").order_by("pk")
    ) or "—",
)  # fmt: skip
TRAITS = Column("traits", _("其他属性"), lambda n: labels(n.traits, words.Trait) or "—")
WHOM = Column("whom", _("获得者"), lambda row: row.whom)

Desk(
    noun=Scheme, label=_("评选项目"), group=GROUP, icon="workspace_premium",
    columns=("name", KIND, "tier", "issuer", "outer", "document", HOLDERS, "node", "state"), related=("node", "needs"),
    detail=(
        "name", KIND, "tier", "issuer", "outer", "document", HOLDERS, "every_years", "notice_days", "unit_notice", "needs", "experts", BODIES, "recheck_months",
        "node", "since", "until", "state",
    ),
    filters=("tier", "outer", "state"), search=("name", "document"), order=("-pk",),
    acts=(scheme_acts.declare_scheme, scheme_acts.approve_scheme, scheme_acts.end_scheme), empty=_("还没有评选项目。"),
)  # fmt: skip

Desk(
    noun=Round, label=_("评选批次"), group=GROUP, icon="campaign",
    columns=("title", "scheme", "batch", "opens_on", "closes_on", "seats", "state"), related=("scheme", "node"),
    detail=("title", "scheme", "batch", "edition", "rules", "opens_on", "closes_on", "seats", QUOTAS, SHARES, "finished_on", "node", "state"),
    filters=("state", "opens_on"), search=("title", "batch"), work=("called", "closed"),
    acts=(scheme_acts.call, scheme_acts.set_quota, scheme_acts.set_share, scheme_acts.close_round, scheme_acts.finish_round, scheme_acts.cancel_round), empty=_("还没有部署评选。"),
)  # fmt: skip

NOMINATION_ACTS = (
    nomination_acts.nominate, nomination_acts.post_at_unit, nomination_acts.take_opinion, nomination_acts.recommend, nomination_acts.recommend_on, nomination_acts.return_nomination,
    nomination_acts.resubmit, naming_acts.review, naming_acts.post, naming_acts.forward, naming_acts.confer, nomination_acts.reject,
    nomination_acts.take_back,
)  # fmt: skip
TITLE_ACTS = (acts.record, acts.begin_recheck, acts.pass_recheck, acts.let_rectify, acts.withdraw, acts.end, acts.correct)
HOLDER_ROWS = ("person", "team", "unit", "employer", "node")

Desk(
    noun=Nomination, label=_("推荐申报"), group=GROUP, icon="person_add",
    columns=(WHOM, "round", "node", "at", "nominated_on", "score", "state"),
    detail=(
        WHOM, "holder", "round", KIND, "node", "at", "category", TRAITS, "brief", "deeds", "minutes_on", "nominated_on", ASKED, STEPS, "score", "document",
        "designation", "state",
    ),
    related=(*HOLDER_ROWS, "at", "round", "designation"), filters=("holder", "category", "state", "nominated_on"), search=("name", "^person__name"),
    own=True, own_label=_("我的推荐"), personal=True, exported_by=UPPER, acts=NOMINATION_ACTS,
    work=("nominated", "recommended", "returned", "reviewed", "posted", "forwarded"), empty=_("还没有申报。"),
)  # fmt: skip

Desk(
    noun=Review, label=_("专家评审"), group=GROUP, icon="grade",
    columns=(Column("file", _("申报材料"), str), Column("brief", _("简要事迹"), lambda r: r.nomination.brief), "assigned_on", "score", "state"),
    detail=(
        Column("file", _("申报材料"), str), Column("brief", _("简要事迹"), lambda r: r.nomination.brief), Column("deeds", _("主要事迹"), lambda r: r.nomination.deeds),
        "assigned_on", "score", "comment", "state",
    ),
    related=("nomination",), filters=("state", "assigned_on"), order=("state", "-pk"), own=True, own_label=_("我的评审"), personal=True, work=("assigned",),
    acts=(naming_acts.assign_expert, naming_acts.score, naming_acts.recuse), empty=_("没有评审任务。"),
)  # fmt: skip

Desk(
    noun=Designation, label=_("称号"), group=GROUP, icon="military_tech",
    columns=(WHOM, "scheme", "tier", "batch", "awarded_on", "document", "number", "node", "state"),
    detail=(
        WHOM, "holder", "scheme", KIND, "tier", "outer", "batch", "awarded_on", "issuer", "document", "number", "raises", "until", "recheck_due", "ended_on",
        "ended_by", "doubtful", "node", "state",
    ),
    related=(*HOLDER_ROWS, "scheme"), filters=("tier", "holder", "outer", "state", "awarded_on"),
    search=("name", "^person__name", "document", "number"), order=("-awarded_on", "-pk"), own=True, own_label=_("我的荣誉"), personal=True,
    exported_by=UPPER, work=("in_recheck", "rectifying"),
    acts=TITLE_ACTS,
    empty=_("还没有称号。"),
)  # fmt: skip
