"""Nomination 推荐, what levels and departments say of it, and experts' Reviews 评审."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Node, Record
from gonghui.kernel.tree.slots import reslotted

from .. import words
from .designation import Designation
from .schemes import Held, Round


@reslotted
class Nomination(Held):
    """
    Somebody or something put forward in a round.

    node: who puts it forward. at: whose turn it is - the level it has reached. category: what a person is counted as in
    structure shares, exactly one; traits: what is true besides, joined by commas. minutes_on: the day of the meeting that chose it.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="nominations", verbose_name=_("评选批次"))
    kind = models.CharField(_("类别"), max_length=24)
    at = models.ForeignKey(Node, models.PROTECT, related_name="+", verbose_name=_("现由"))
    category = models.CharField(_("人员类别"), max_length=12, choices=words.Category, blank=True)
    traits = models.CharField(_("其他属性"), max_length=80, blank=True)
    brief = models.CharField(_("简要事迹"), max_length=500)
    deeds = models.TextField(_("主要事迹"), blank=True)
    minutes_on = models.DateField(_("民主推荐日期"), null=True, blank=True)
    nominated_on = models.DateField(_("申报日期"))
    score = models.DecimalField(_("评审得分"), max_digits=5, decimal_places=2, null=True, blank=True)
    document = models.CharField(_("上报（命名）文号"), max_length=60, blank=True)
    designation = models.OneToOneField(Designation, models.PROTECT, null=True, blank=True, related_name="nomination", verbose_name=_("所得称号"))
    state = models.CharField(_("状态"), max_length=12, choices=words.NominationState)

    lifecycle = words.NOMINATION
    scope = Scope(node=("node",), owner=("person__account",))
    slot_day = "nominated_on"
    named_by = ("person", "team", "unit", "employer", "round")

    class Meta:
        verbose_name = verbose_name_plural = _("推荐申报")
        constraints = [
            models.CheckConstraint(condition=check_known(words.NOMINATION), name="nomination_state_known"),
            models.UniqueConstraint(fields=["round", "holder_key"], condition=~Q(state__in=words.OUT), name="nomination_once"),
        ]
        indexes = [models.Index(fields=["round", "state"], name="nomination_round"), models.Index(fields=["slot", "kind"], name="nomination_slot")]

    def __str__(self):
        return f"{self.round}·{self.whom}"


class Recommendation(Kept):
    """What a level said when it sent a nomination up, or back."""

    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="recommendations")
    node = models.ForeignKey(Node, models.PROTECT, related_name="+")
    up = models.BooleanField()
    opinion = models.CharField(max_length=500)
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+")
    on = models.DateField()

    scope = Scope(node=("nomination__node",), owner=("nomination__person__account",))
    sealed_fields = ("opinion",)


class Opinion(Kept):
    """What another department said about a candidate."""

    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="opinions")
    body = models.CharField(max_length=12, choices=words.Body)
    agrees = models.BooleanField()
    document = models.CharField(max_length=60, blank=True)
    on = models.DateField()

    scope = Scope(node=("nomination__node",))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["nomination", "body"], name="dept_opinion_once")]


class Review(Record):
    """One expert's score of one nomination. The expert sees the deeds and no name; `node` is where the round is held."""

    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="reviews", verbose_name=_("推荐申报"))
    expert = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+", verbose_name=_("专家"))
    assigned_on = models.DateField(_("分派日期"))
    score = models.DecimalField(_("得分"), max_digits=5, decimal_places=2, null=True, blank=True)
    comment = models.CharField(_("评语（回避理由）"), max_length=500, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=words.ReviewState)

    lifecycle = words.REVIEW
    scope = Scope(node=("node",), owner=("expert",))
    slot_day = "assigned_on"

    class Meta:
        verbose_name = verbose_name_plural = _("专家评审")
        constraints = [
            models.CheckConstraint(condition=check_known(words.REVIEW), name="expert_review_state"),
            models.CheckConstraint(condition=Q(score=None) | Q(score__gte=0, score__lte=100), name="expert_review_score"),
            models.UniqueConstraint(fields=["nomination", "expert"], name="expert_review_once"),
        ]

    def __str__(self):
        return str(_("申报材料 %d 号")) % self.nomination_id
