"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

UP = "designations.call designations.nominate designations.recommend designations.recommend_on designations.review"
DOWN = "designations.post designations.confer designations.withdraw"
Mechanism("HON-1", _("劳动模范和先进工作者"), f"{UP} designations.take_opinion {DOWN}", "honours.labour_models honours.holders")
Mechanism(
    "HON-2", _("五一劳动奖、工人先锋号、五一巾帼标兵"), f"{UP} designations.forward designations.confer designations.reject",
    "honours.may_day_awards honours.pioneer_teams honours.women_pacesetters honours.may_day_and_pioneer honours.may_day_and_pioneer@provincial "
    "honours.may_day_awards@forwarded honours.pioneer_teams@forwarded",
)  # fmt: skip
Mechanism(
    "HON-3", _("工匠阶梯与人才库"), "designations.declare_scheme designations.record registers.enter",
    "honours.craftsmen.provincial honours.craftsmen.national honours.craftsmen.quality honours.craftsmen.sector honours.craftsmen.city "
    "honours.craftsmen.all_levels honours.craftsmen.persons",
)  # fmt: skip
Mechanism(
    "HON-4", _("大国工匠培育工程"), "designations.forward designations.confer plans.propose designations.begin_recheck designations.pass_recheck designations.end",
    "honours.national_craftsman_programme",
)  # fmt: skip
Mechanism("HON-5", _("工匠基金"), "money.declare_source money.open_batch money.add money.approve money.hand_over", "honours.craftsman_fund_amount")
Mechanism(
    "HON-6", _("最美职工选树"), f"{UP} designations.finish_round designations.cancel_round {DOWN}",
    "honours.most_beautiful_workers honours.most_beautiful_rounds",
)  # fmt: skip
Mechanism("HON-7", _("星级站长"), f"designations.set_quota {UP} {DOWN}", "places.station_masters")
Mechanism("HON-8", _("工会所获荣誉"), "honours.receive registers.add_proof", "honours.org_received")
Mechanism(
    "HON-9", _("优秀技工和项目奖励"), "designations.record money.open_batch money.add money.approve money.send money.all_paid money.reconcile",
    "honours.rewarded_workers_projects honours.rewarded_workers_projects@persons honours.rewarded_workers_projects@projects "
    "honours.rewarded_workers_projects@award_year honours.reward_amount honours.reward_amount@workers honours.reward_amount@award_year",
)  # fmt: skip
Mechanism(
    "HON-10", _("劳模工匠礼遇"), "honours.entitle honours.offer honours.use honours.decline honours.let_lapse", "honours.courtesies_used"
)  # fmt: skip
Mechanism("HON-11", _("评选表彰办法修订"), "registers.enter registers.revise designations.call", "honours.award_rules")
