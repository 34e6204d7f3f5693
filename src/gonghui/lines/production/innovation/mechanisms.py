"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "INN-1", _("职工科技节"), "innovation.file innovation.enter designations.call designations.recommend designations.confer activities.record",
    "innovation.festival.ordinal innovation.results_named innovation.methods_named innovation.ideas_named innovation.special_skills_named "
    "innovation.inventors_named innovation.mentors_named innovation.projects_submitted innovation.participants",
)  # fmt: skip
Mechanism("INN-2", _("五小成果"), "innovation.file innovation.enter designations.record", "innovation.five_small_named innovation.five_small_types")
Mechanism("INN-3", _("职工创新金奖"), "designations.call innovation.enter", "innovation.gold_award.ordinal innovation.projects_submitted")
Mechanism(
    "INN-4", _("外部奖项和专利"), "innovation.note_award registers.bring_into_force",
    "innovation.national_awards innovation.patent_awards innovation.international_awards innovation.patents_applied innovation.patents_granted",
)  # fmt: skip
Mechanism(
    "INN-5", _("金点子"), "innovation.suggest innovation.sort innovation.adopt innovation.decline", "innovation.suggestions innovation.adoption_pct"
)
Mechanism(
    "INN-6", _("劳模工匠助企行"), "cases.register innovation.note_visit innovation.declare_solution innovation.verify",
    "innovation.helpers innovation.outreach_sessions innovation.outreach_units innovation.outreach_teams innovation.problems_solved "
    "innovation.economic_benefit",
)  # fmt: skip
Mechanism(
    "INN-7", _("企业创新小组"), "parties.found_team innovation.file innovation.adopt innovation.complete innovation.verify",
    "innovation.groups innovation.projects_completed innovation.patents_applied innovation.economic_benefit",
)  # fmt: skip
Mechanism("INN-8", _("参加全国交流大会"), "activities.record readings.receive", "innovation.national_fair.ordinal innovation.national_fair.days")
Mechanism(
    "INN-9", _("科学技术奖推荐资格"), "designations.declare_scheme designations.call innovation.enter designations.forward", "innovation.science_prize_nominations"
)  # fmt: skip
