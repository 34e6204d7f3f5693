"""Kinds of study aid, school levels, states, and how this line says no."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.words import PAYMENTS
from gonghui.commons.plans.words import KINDS as PLAN_KINDS
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

STUDENT_NOUN = "welfare_scholarships.student"
AUTUMN = PAYMENTS.declare("study_aid", _("金秋助学"), cause=STUDENT_NOUN)
DREAM = PAYMENTS.declare("study_subsidy", _("求学圆梦补助"), cause=STUDENT_NOUN)
ROUND = PLAN_KINDS.declare("study_round", _("助学活动"))


class Aid(models.TextChoices):
    """Whose study is helped; each is a kind of payment of the same name."""

    CHILD = AUTUMN, _("金秋助学（职工子女）")
    ADULT = DREAM, _("求学圆梦（职工本人）")


class School(models.TextChoices):
    SENIOR = "senior", _("高中（中职）")
    COLLEGE = "college", _("大专")
    BACHELOR = "bachelor", _("本科")
    ABOVE = "above", _("研究生")


class Family(models.TextChoices):
    HARDSHIP = "hardship", _("困难职工家庭")
    MIGRANT = "migrant", _("农民工家庭")
    OTHER = "other", _("其他职工家庭")


class StudentState(States):
    APPLIED = "applied", _("已申请")
    CHECKED = "checked", _("已核对")
    APPROVED = "approved", _("已批准")
    LISTED = "listed", _("已列支")
    FOLLOWED = "followed", _("已回访")
    REFUSED = "refused", _("未批准")
    WITHDRAWN = "withdrawn", _("已撤回")


S = StudentState
OPEN = (S.APPLIED, S.CHECKED, S.APPROVED, S.LISTED, S.FOLLOWED)
STUDENT = Lifecycle(
    StudentState,
    Step((), "scholarships.apply", S.APPLIED),
    Step((), "scholarships.enter", S.APPLIED),
    Step((S.APPLIED,), "scholarships.check", S.CHECKED),
    Step((S.CHECKED,), "scholarships.approve", S.APPROVED),
    Step((S.CHECKED,), "scholarships.approve_many", S.APPROVED),
    Step((S.APPLIED, S.CHECKED), "scholarships.refuse", S.REFUSED),
    Step((S.APPLIED, S.CHECKED), "scholarships.withdraw", S.WITHDRAWN),
    Step((S.APPROVED, S.LISTED), "scholarships.pay", S.LISTED),
    Step((S.LISTED,), "scholarships.follow_up", S.FOLLOWED),
)

TWICE = Refusal(
    "scholarships.twice", _("{year} 年度已有“{name}”的申请（{node}）。"), because=_("一人一年只资助一次"), instead=_("请核对是否重复申报。"),
    field="name", kind=Kind.CONFLICT,
)  # fmt: skip
NO_PERSON = Refusal("scholarships.no_person", _("还没有您的实名信息。"), instead=_("请先办理入会，或请工会代为申报。"), kind=Kind.CONFLICT)
OTHER_YEAR = Refusal("scholarships.other_year", _("申请年度应为今年或去年。"), field="year")
NOT_POSITIVE = Refusal("scholarships.amount", _("资助金额应大于零。"), field="amount")
NO_AMOUNT = Refusal("scholarships.no_amount", _("有 {count} 人没有拟资助金额。"), instead=_("请逐人批准并填写金额。"), kind=Kind.CONFLICT)
OTHER_BATCH = Refusal(
    "scholarships.other_batch", _("批次“{batch}”的类别或年度与申请不同。"), instead=_("请选择同类别、同年度的批次。"), field="batch"
)
NOT_PAID = Refusal("scholarships.not_paid", _("资助款还没有支付。"), instead=_("请在支付后回访。"), kind=Kind.CONFLICT)
LATE = Refusal("scholarships.taken", _("“{names}”已经列支。"), because=_("一人一年只资助一次"), kind=Kind.CONFLICT)
