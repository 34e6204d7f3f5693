"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "TRN-1", _("公益培训班"),
    "training.propose training.approve training.plan_class training.note_check training.publish training.begin training.ask_leave training.open_sign_in training.roll_call training.make_up "
    "training.finish training.give_certificates training.list_fees enrolment.rate",
    "training.public.terms training.public.projects training.public.courses training.public.classes training.public.attendances "
    "training.public.term_ordinal training.public.leaves training.public.certificates training.public.rating",
)  # fmt: skip
Mechanism(
    "TRN-2", _("在线抢课"), "enrolment.enrol enrolment.confirm enrolment.accept enrolment.cancel enrolment.give_quota",
    "training.public.rush_applicants training.public.sellout_hours",
)  # fmt: skip
Mechanism(
    "TRN-3", _("人才培训网络"), "registers.enter registers.end",
    "training.network.colleges training.network.worldskills_bases training.network.national_bases training.network.provincial_bases",
)  # fmt: skip
Mechanism(
    "TRN-4",
    _("线上学习"),
    "training.learn training.finish_unit training.test training.certify",
    "training.online.certificates training.online.learners",
)
