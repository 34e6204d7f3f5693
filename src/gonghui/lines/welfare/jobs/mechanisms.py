"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "JOB-1", _("招聘会"),
    "activities.plan activities.file jobs.post jobs.publish jobs.take_down jobs.apply jobs.note_intent jobs.agree jobs.hire jobs.not_hire jobs.withdraw "
    "jobs.confirm jobs.keep",
    "jobs.fairs jobs.employers@distinct jobs.employers@stands jobs.posts jobs.intents jobs.served jobs.placed",
)  # fmt: skip
Mechanism(
    "JOB-2", _("就业技能培训"), "activities.plan enrolment.draft activities.call_roll activities.close_roll registers.enter money.open_batch money.add",
    "jobs.training.classes jobs.training.attendances jobs.training.certificates jobs.training.certificate_pct jobs.training.amount",
)  # fmt: skip
Mechanism(
    "JOB-3", _("就业服务链条"), "cases.receive cases.admit cases.note_stage cases.note jobs.place jobs.confirm money.add",
    "jobs.served@files jobs.placed jobs.start_up_amount",
)  # fmt: skip
