"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

PAY = "money.open_batch money.add money.approve money.send money.hand_over"
Mechanism("AID-1", _("四季帮扶"), "plans.propose plans.approve plans.begin plans.finish", "aid.season_campaigns")
Mechanism("AID-2", _("冬送温暖"), PAY, "aid.warmth.beneficiaries aid.warmth.amount aid.warmth_and_scholarship.amount")
Mechanism("AID-3", _("夏送清凉"), f"activities.record {PAY}", "aid.cool.units aid.cool.beneficiaries aid.cool.amount")
Mechanism(
    "AID-4", _("困难职工建档与解困脱困"),
    "aid.apply aid.enter aid.accept aid.visit aid.send_up aid.ask_check aid.assess aid.give_notice aid.put_in_file aid.grant aid.review aid.lift aid.relapse",
    "aid.relief.households aid.relief.amount aid.relief.target_pct aid.funds.amount aid.households",
)  # fmt: skip
Mechanism("AID-5", _("特殊群体关爱"), "activities.record", "aid.care.actions aid.telemedicine.sessions")
Mechanism("AID-6", _("帮扶窗口与来信来访"), "cases.register cases.assign cases.reply cases.call_back cases.close", "aid.petitions")
