"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "CAM-1", _("网上活动"), "campaigns.draft campaigns.approve campaigns.launch campaigns.take_part campaigns.close campaigns.report "
    "campaigns.draft_coupons campaigns.release_coupons campaigns.claim campaigns.return_coupon campaigns.appoint_clerk campaigns.redeem campaigns.settle "
    "campaigns.list_settlement",
    "campaigns.count campaigns.participations campaigns.coupons.claimed campaigns.coupons.redeemed campaigns.coupons.lapsed campaigns.coupons.amount "
    "campaigns.coupons.settled",
)  # fmt: skip
Mechanism(
    "CAM-5", _("意见征集"),
    "campaigns.suggest campaigns.sort_suggestion campaigns.answer_suggestion campaigns.adopt_suggestion campaigns.publish_suggestion",
    "campaigns.suggestions campaigns.participations",
)  # fmt: skip
Mechanism(
    "CAM-2",
    _("有奖答题"),
    "campaigns.add_question campaigns.take_part campaigns.draw campaigns.list_prizes",
    "campaigns.participations campaigns.prizes",
)
Mechanism(
    "CAM-3", _("公开投票"), "campaigns.nominate campaigns.accept_candidate campaigns.set_award campaigns.make_poll ballots.cast ballots.set_aside ballots.set_aside_device ballots.count ballots.recount ballots.post campaigns.mark campaigns.award",
    "campaigns.votes",
)  # fmt: skip
