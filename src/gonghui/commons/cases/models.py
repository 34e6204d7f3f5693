"""Case 事项, its Steps, Clocks, Amounts and Links."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.fields import DigestField, MoneyField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.privacy.fields import SealedField
from gonghui.kernel.privacy.masks import mask_name, mask_phone
from gonghui.kernel.tree.models import Node, Record
from gonghui.kernel.tree.slots import reslotted

from . import words

WITH_CASE = Scope(node=("case__node", "case__hand"), owner=("case__account", "case__handler"))


@reslotted
class Case(Record):
    """
    One matter. `node` took it in and answers for it; `hand` has it now, wherever in the tree; `handler` is somebody it
    was given to by name.

    account: who brought it, where they signed in. outside: a body beyond the federation that has it. people: how many it
    concerns. says, answer and the caller are sealed; erasing the caller destroys the salt. claimed, recovered: sums of
    its amounts.
    """

    number = models.CharField(_("编号"), max_length=60, unique=True, null=True, blank=True)
    kind = models.CharField(_("类别"), max_length=24, choices=words.kind_choices)
    topic = models.CharField(_("事由"), max_length=24, choices=words.topic_choices, blank=True)
    title = models.CharField(_("标题"), max_length=100)
    says = SealedField(_("内容"), default=b"")
    answer = SealedField(_("答复"), default=b"")
    channel = models.CharField(_("首次渠道"), max_length=8, choices=words.Channel)
    client = models.CharField(_("服务对象"), max_length=10, choices=words.Client, default=words.Client.WORKER)
    weight = models.CharField(_("难易"), max_length=10, choices=words.Weight, default=words.Weight.GENERAL)
    people = models.IntegerField(_("涉及人数"), default=1)
    urgent = models.BooleanField(_("紧急"), default=False)
    confidential = models.BooleanField(_("要求保密"), default=False)
    caller = SealedField(_("反映人"), default=b"")
    phone = SealedField(_("联系电话"), default=b"")
    phone_hash = DigestField(null=True, db_index=True, editable=False)
    salt = models.BinaryField(max_length=16, default=b"")
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("提出人账号"))
    involved = models.CharField(_("被反映单位"), max_length=100, blank=True)
    employer = models.ForeignKey("commons_parties.Employer", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("用人单位"))
    hand = models.ForeignKey(Node, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("现办单位"))
    hand_slot = models.BigIntegerField(default=0, editable=False)
    handler = models.ForeignKey("kernel.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("承办人"))
    outside = models.CharField(_("外部承办单位"), max_length=100, blank=True)
    opened_on = models.DateField(_("受理日期"))
    closed_on = models.DateField(_("办结日期"), null=True, blank=True)
    stage = models.CharField(_("阶段"), max_length=24, choices=words.stage_choices, blank=True)
    at_once = models.BooleanField(_("当场答复"), default=False)
    returned = models.BooleanField(_("退回过"), default=False)
    asked_days = models.SmallIntegerField(_("申请延期天数"), null=True, blank=True)
    tries = models.SmallIntegerField(_("回访未接通次数"), default=0)
    rounds = models.SmallIntegerField(_("重新办理次数"), default=0)
    rating = models.SmallIntegerField(_("评价"), choices=words.Rating, null=True, blank=True)
    resolved = models.BooleanField(_("已解决"), null=True, blank=True)
    level = models.SmallIntegerField(_("督办"), choices=words.Level, default=words.Level.NONE)
    claimed = MoneyField(_("主张金额"), default=0)
    recovered = MoneyField(_("追回金额"), default=0)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("并入"))
    plan = models.ForeignKey("commons_plans.PlanItem", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("计划项目"))
    state = models.CharField(_("状态"), max_length=12, choices=words.CaseState)

    lifecycle = words.CASE
    scope = Scope(node=("node", "hand"), owner=("account", "handler"))
    slots = (("slot", "node"), ("hand_slot", "hand"))
    slot_day = "opened_on"
    named_by = ("node", "hand")
    sealed_fields = ("says", "answer", "caller", "phone", "phone_hash", "salt")
    unlogged_fields = ("slot", "hand_slot")

    class Meta:
        verbose_name = verbose_name_plural = _("事项")
        constraints = [
            models.CheckConstraint(condition=check_known(words.CASE), name="case_state_known"),
            models.CheckConstraint(condition=Q(people__gte=1), name="case_people"),
            models.CheckConstraint(condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")), name="case_days_in_order"),
            models.CheckConstraint(condition=Q(merged_into=None) | Q(state="merged"), name="case_merged_somewhere"),
            models.CheckConstraint(condition=Q(rating=None) | Q(rating__range=(1, 5)), name="case_rating"),
        ]
        indexes = [
            models.Index(fields=["slot", "kind", "opened_on"], name="case_slot"),
            models.Index(fields=["hand_slot", "kind", "opened_on"], name="case_hand_slot"),
            models.Index(fields=["node", "state"], name="case_node_state"),
            models.Index(fields=["hand", "state"], name="case_hand_state"),
        ]

    def __str__(self):
        return f"{self.number or self.pk} {self.title}"

    @property
    def collective(self) -> bool:
        """Ten people or more with one claim. Source: Labour Dispute Mediation and Arbitration Law art 7."""
        return self.people >= 10

    @property
    def caller_masked(self) -> str:
        """What a list may show of the caller."""
        if self.confidential:
            return str(_("（保密）"))
        return " ".join(filter(None, (mask_name(self.caller or ""), mask_phone(self.phone or ""))))

    @property
    def withheld(self) -> set[int]:
        """Accounts whose names the history of this record does not tell."""
        return {self.account_id} if self.confidential and self.account_id else set()


class CaseStep(Kept):
    """One thing that happened to a matter: somebody came by a channel, it moved, something was done or said."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="steps", verbose_name=_("事项"))
    deed = models.CharField(_("事由"), max_length=10, choices=words.Deed)
    channel = models.CharField(_("渠道"), max_length=8, choices=words.Channel, blank=True)
    to = models.ForeignKey(Node, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("转至"))
    says = SealedField(_("内容"), default=b"")
    on = models.DateField(_("日期"))
    at = models.DateTimeField(_("时间"))
    went_to = models.CharField(_("状态"), max_length=12, choices=words.CaseState, blank=True)

    scope = WITH_CASE
    sealed_fields = ("says",)

    class Meta:
        verbose_name = verbose_name_plural = _("办理经过")
        indexes = [models.Index(fields=["deed", "on"], name="case_step_deed")]

    def __str__(self):
        return f"{self.on} {self.get_deed_display()}"

    @property
    def salt(self) -> bytes:
        """The seal of the matter: who is erased there is erased here."""
        return self.case.salt


class CaseClock(Kept):
    """
    One time that runs on a matter. An interruption or a second round begins a new row.

    raw_on: the last day as counted; due_on: moved to a working day. From warn_on it is yellow, from late_on red, from
    later_on in the hand of the level above. next_on: the day it changes next.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="clocks", verbose_name=_("事项"))
    what = models.CharField(_("时限"), max_length=10, choices=words.Limit)
    days = models.SmallIntegerField(_("天数"))
    workdays = models.BooleanField(_("工作日"), default=True)
    since = models.DateField(_("起算日"))
    raw_on = models.DateField(_("原期限"))
    due_on = models.DateField(_("期限"))
    warn_on = models.DateField(_("黄灯日"))
    late_on = models.DateField(_("红灯日"))
    later_on = models.DateField(_("上级督办日"))
    next_on = models.DateField(null=True, editable=False)
    extended = models.SmallIntegerField(_("延期天数"), default=0)
    level = models.SmallIntegerField(_("督办"), choices=words.Level, default=words.Level.NONE)
    done_on = models.DateField(_("完成日期"), null=True, blank=True)

    scope = WITH_CASE
    unlogged_fields = ("next_on", "level")  # what time does stands in the mark

    class Meta:
        verbose_name = verbose_name_plural = _("办理时限")
        constraints = [
            models.UniqueConstraint(fields=["case", "what"], condition=Q(done_on=None), name="case_clock_one_runs"),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("since"), raw_on__lte=F("due_on"), late_on__gt=F("due_on"), later_on__gte=F("late_on")),
                name="case_clock_days",
            ),
        ]
        indexes = [models.Index(fields=["what", "next_on"], condition=Q(done_on=None), name="case_clock_next")]

    def __str__(self):
        return f"{self.get_what_display()} {self.due_on}"


@reslotted
class CaseAmount(Record):
    """Money of a matter on a day: what was claimed, what was awarded, what really came in, with its proof."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="amounts", verbose_name=_("事项"))
    sort = models.CharField(_("金额类型"), max_length=10, choices=words.Sum)
    amount = MoneyField(_("金额"))
    on = models.DateField(_("日期"))
    note = models.CharField(_("说明"), max_length=200, blank=True)

    scope = Scope(node=("node", "case__hand"), owner=("case__account", "case__handler"))
    slot_day = "on"

    class Meta:
        verbose_name = verbose_name_plural = _("涉案金额")
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="case_amount_positive")]
        indexes = [models.Index(fields=["slot", "sort", "on"], name="case_amount_slot")]

    def __str__(self):
        return f"{self.get_sort_display()} {self.on}"


class CaseLink(Kept):
    """Two matters that hang together; the clocks of both go on."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="links", verbose_name=_("事项"))
    other = models.ForeignKey(Case, models.PROTECT, related_name="+", verbose_name=_("关联事项"))
    bond = models.CharField(_("关系"), max_length=8, choices=words.Bond)
    on = models.DateField(_("日期"))

    scope = WITH_CASE

    class Meta:
        verbose_name = verbose_name_plural = _("关联事项")
        constraints = [
            models.UniqueConstraint(fields=["case", "other"], name="case_link_once"),
            models.CheckConstraint(condition=~Q(case=F("other")), name="case_link_two"),
        ]

    def __str__(self):
        return f"{self.case} — {self.other}"
