"""What people see of offers and enrolments; a line shows its part by a facet with these columns."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.desk import Annex, Column, Desk

from . import acts, draw_acts, fairness, offer_acts, reads, strikes, words
from .models import Enrolment, Offer

GROUP = _("综合")
LEFT = Column("left", _("余额"), lambda o: o.left)
OFFER_COLUMNS = ("title", "kind", "node", "opens_at", "closes_at", "starts_at", "seats", LEFT, "state")
OFFER_DETAIL = (
    "title", "kind", "node", "plan", "at_place", "audience", "for_node", "least_age", "most_age", "gender", "why_limits", "for_children",
    "needs_health", "holds", "mode", Column("ways", _("名额怎样给"), lambda o: "".join(reads.ways_of(o)[1:])), "commitment", "drawn_at", "opens_at", "closes_at", "starts_at", "ends_at", "seats", LEFT, "waiting", "full_at", "full_hours",
    Column("quotas", _("组织名额"), lambda o: "；".join(f"{q.whose} {q.taken}/{q.seats}" for q in o.quotas.for_act("of an offer in reach").select_related("node"))),
    "state",
)  # fmt: skip
OFFER_ACTS = (
    offer_acts.draft, offer_acts.add_time, offer_acts.publish, offer_acts.give_quota, offer_acts.change_seats, offer_acts.close,
    offer_acts.reopen, draw_acts.draw, offer_acts.put_off_offer, offer_acts.settle_now, offer_acts.call_off,
)  # fmt: skip
OFFER_ANNEXES = (
    Annex("fairness", _("公平性报告：谁得到名额"), fairness.HEADS, lambda offer, viewer: fairness.report(offer), when=lambda o: o.state != words.O.DRAFT),
    Annex(
        "decisions", _("公平性报告：多久答复、答复什么"), (_("答复"), _("次数"), _("用时")), lambda offer, viewer: fairness.decisions(offer),
        when=lambda o: o.state != words.O.DRAFT,
    ),
)  # fmt: skip
ENROLMENT_COLUMNS = ("offer", "name", "number", "asked_at", "phone", "state")
ENROLMENT_DETAIL = (
    "offer", "name", "phone", "number", "channel", "asked_at", "held_until", "struck_on", "appealed_on", "appeal", "upheld_on", "pardoned_on", "stars", "says",
    "state",
)  # fmt: skip
ENROLMENT_ACTS = (
    acts.enrol, acts.enter, acts.confirm, acts.accept, acts.attend, acts.miss, acts.drop, strikes.appeal, strikes.pardon, strikes.uphold, acts.cancel,
    acts.cancel_late, acts.rate,
)  # fmt: skip

Desk(
    noun=Offer, label=_("报名项"), group=GROUP, icon="confirmation_number", columns=OFFER_COLUMNS, detail=OFFER_DETAIL, related=("node",),
    filters=("state", "kind", "starts_on"), search=("title",), order=("-starts_at", "-pk"), work=("draft",), acts=OFFER_ACTS,
    annexes=OFFER_ANNEXES,
    empty=_("还没有报名项。"),
)  # fmt: skip

Desk(
    noun=Enrolment, label=_("报名名单"), group=GROUP, icon="how_to_reg", columns=ENROLMENT_COLUMNS, detail=ENROLMENT_DETAIL,
    related=("offer__node", "node"), filters=("state", "kind", "asked_on", "appealed_on"), search=("^name", "offer__title"), acts=ENROLMENT_ACTS, own=True,
    own_label=_("我的报名"), personal=True,
)  # fmt: skip
