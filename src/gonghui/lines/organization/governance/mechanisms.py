"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

WORK = "tasks.open_list tasks.find tasks.set tasks.assign tasks.report_result tasks.close tasks.check tasks.close_list"
MATTER = "cases.register cases.assign cases.accept cases.handle cases.reply cases.close"
Mechanism(
    "GOV-1", _("代表大会与换届"),
    "governance.enter_term governance.extend governance.request governance.approve governance.allot governance.choose_delegate governance.find_valid "
    "governance.find_invalid governance.review governance.hold governance.elect governance.file governance.accept governance.repeat registers.register",
    "governance.congress.ordinal governance.congress.days governance.congress.delegates governance.congress.reports_adopted "
    "governance.committee.outgoing_ordinal governance.terms_due governance.terms_on_time_pct governance.check.term_overdue",
)  # fmt: skip
Mechanism(
    "GOV-2", _("政府与工会联席会议"), f"registers.propose registers.register activities.record activities.describe registers.enter {WORK}",
    "governance.joint_conference.ordinal governance.joint_conference.topics governance.joint_conference.followup_ordinal "
    "governance.joint_conference.orgs_held governance.joint_conference.coverage_pct",
)  # fmt: skip
Mechanism("GOV-3", _("调研成果转化清单"), f"registers.propose registers.register {WORK} tasks.note_outcome",
    "governance.research.reports governance.research.measures governance.research.policies")  # fmt: skip
Mechanism("GOV-4", _("检视问题整改清单"), WORK, "governance.rectification.problem_areas governance.rectification.measures")
Mechanism("GOV-5", _("对口联系工作组"), f"parties.found_team parties.add_member activities.record {MATTER}",
    "governance.contact_groups governance.contact_counties governance.contact_coverage_pct governance.county_measures")  # fmt: skip
Mechanism("GOV-6", _("领导联系基层和企业"), f"registers.enter activities.record {MATTER}",
    "governance.contact_points governance.contact_visits governance.contact_issues")  # fmt: skip
Mechanism("GOV-7", _("合作协议与区域支持"), f"registers.propose registers.register registers.bring_into_force registers.end activities.record {WORK}",
    "governance.cooperation_agreements governance.exchanges governance.support_measures")  # fmt: skip
Mechanism("GOV-8", _("上级授予的改革试点"), "registers.propose registers.register registers.bring_into_force registers.add_proof registers.end",
    "governance.reform_pilots.categories governance.reform_pilots.units")  # fmt: skip
Mechanism("GOV-9", _("制度文件台账"), "registers.propose registers.register registers.decline registers.bring_into_force registers.revise registers.end",
    "governance.documents governance.documents@in_force")  # fmt: skip
Mechanism("GOV-10", _("目标任务与回头看"), "plans.propose plans.approve plans.begin plans.report plans.finish plans.evaluate",
    "governance.targets governance.targets_done governance.targets_done_pct")  # fmt: skip
Mechanism("GOV-11", _("重大事项请示报告与班子会议"), f"{MATTER} activities.record tasks.open_list tasks.set",
    "governance.major_matters governance.organ_meetings")  # fmt: skip
Mechanism("GOV-12", _("工会自身改革"), WORK, "governance.reform.tasks governance.reform.done")
