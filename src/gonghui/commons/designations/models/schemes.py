"""Scheme 评选项目, Round 评选批次 and what is allotted in it, and who may hold a title."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Node, Record
from gonghui.kernel.tree.slots import reslotted

from .. import words


@reslotted
class Scheme(Record):
    """
    A title that may be given: by whom, on which approving document, at which tier, to which sort of holder.

    node: the organisation that gives it, or keeps the entry where the issuer is outside (`outer`).
    holders: the sorts of holder it goes to, joined by commas. every_years: how often it is given. notice_days: working days
    of a posting where it differs from `notice.work_days`. unit_notice: the nominating unit posts as well. needs: the title
    one must hold before. experts: how many scores a review needs.
    opinions: the bodies that must agree, joined by commas. recheck_months: how long it stands before it is looked at again.
    """

    kind = models.CharField(_("类别"), max_length=24)
    name = models.CharField(_("称号"), max_length=80)
    tier = models.CharField(_("级别"), max_length=10, choices=words.Tier)
    issuer = models.CharField(_("授予单位"), max_length=100)
    outer = models.BooleanField(_("由外单位授予"), default=False)
    document = models.CharField(_("批准文号"), max_length=60, blank=True)
    holders = models.CharField(_("授予对象"), max_length=40)
    every_years = models.SmallIntegerField(_("评选周期（年）"), null=True, blank=True)
    notice_days = models.SmallIntegerField(_("公示工作日"), null=True, blank=True)
    unit_notice = models.BooleanField(_("申报单位先公示"), default=False)
    needs = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("须先获得"))
    experts = models.SmallIntegerField(_("评审专家人数"), default=0)
    opinions = models.CharField(_("须征求意见"), max_length=120, blank=True)
    recheck_months = models.SmallIntegerField(_("复核周期（月）"), null=True, blank=True)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=words.SchemeState)

    lifecycle = words.SCHEME
    scope = Scope(node=("node",), named=True)
    slot_day = "since"

    class Meta:
        verbose_name = verbose_name_plural = _("评选项目")
        constraints = [
            models.CheckConstraint(condition=check_known(words.SCHEME), name="scheme_state_known"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="scheme_days_in_order"),
            models.UniqueConstraint(fields=["node", "name", "tier"], condition=Q(state="standing"), name="scheme_once"),
        ]
        indexes = [models.Index(fields=["kind", "tier"], name="scheme_kind")]

    def __str__(self):
        return self.name

    def goes_to(self, holder: str) -> bool:
        return holder in self.holders.split(",")


@reslotted
class Round(Record):
    """One call of a scheme: its batch, days, seats, and the rules it goes by."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="rounds", verbose_name=_("评选项目"))
    kind = models.CharField(_("类别"), max_length=24)
    title = models.CharField(_("名称"), max_length=100)
    batch = models.CharField(_("批次"), max_length=40)
    edition = models.SmallIntegerField(_("届次"), null=True, blank=True)
    rules = models.CharField(_("评选办法（文号、版本）"), max_length=100, blank=True)
    opens_on = models.DateField(_("申报开始"))
    closes_on = models.DateField(_("申报截止"))
    seats = models.IntegerField(_("总名额"), null=True, blank=True)
    finished_on = models.DateField(_("命名日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=words.RoundState)

    lifecycle = words.ROUND
    scope = Scope(node=("node",), named=True)
    slot_day = "opens_on"

    class Meta:
        verbose_name = verbose_name_plural = _("评选批次")
        constraints = [
            models.CheckConstraint(condition=check_known(words.ROUND), name="round_state_known"),
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="round_days_in_order"),
            models.UniqueConstraint(fields=["scheme", "batch"], condition=~Q(state="cancelled"), name="round_once"),
        ]

    def __str__(self):
        return self.title


class Quota(Kept):
    """How many a level may send up in a round."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="quotas")
    node = models.ForeignKey(Node, models.PROTECT, related_name="+")
    seats = models.IntegerField()

    scope = Scope(node=("node",))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "node"], name="seats_once"),
            models.CheckConstraint(condition=Q(seats__gte=0), name="seats_counted"),
        ]


class Share(Kept):
    """What part of a list must, or may at most, be of a sort: `percent` of the seats, compared in whole numbers."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="shares")
    what = models.CharField(max_length=16)
    at_least = models.BooleanField()
    percent = models.SmallIntegerField()

    scope = Scope(node=("round__node",))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "what", "at_least"], name="seat_share_once"),
            models.CheckConstraint(condition=Q(percent__gte=0, percent__lte=100), name="seat_share_percent"),
        ]


class Held(Record):
    """
    Who or what holds, or is to hold, a title: a row of ours, or a name where it is somebody or something we have no row of.

    holder_key: equal where the holder is the same, so that one who holds several is counted once.
    """

    holder = models.CharField(_("对象类型"), max_length=8, choices=words.Holder)
    person = models.ForeignKey("commons_parties.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("个人"))
    team = models.ForeignKey("commons_parties.Team", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("队伍"))
    unit = models.ForeignKey(Node, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("工会组织"))
    employer = models.ForeignKey("commons_parties.Employer", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("用人单位"))
    name = models.CharField(_("姓名（名称）"), max_length=100, blank=True)
    holder_key = models.CharField(max_length=140, editable=False)

    unlogged_fields = ("slot", "holder_key")
    sealed_fields = ("name",)

    class Meta:
        abstract = True

    @property
    def whom(self):
        """The row that holds it, or its name."""
        return self.person or self.team or self.unit or self.employer or self.name

    def save(self, *args, **kwargs):
        self.holder_key = key_of(self.person_id, self.team_id, self.unit_id, self.employer_id, self.node_id, self.name)
        super().save(*args, **kwargs)


def key_of(person, team, unit, employer, node, name: str) -> str:
    """What makes two holders the same: the row, else the name at its organisation."""
    for slug, pk in (("person", person), ("team", team), ("unit", unit), ("employer", employer)):
        if pk:
            return f"{slug}:{pk}"
    return f"name:{node}:{name}"


OURS = Q(person__isnull=False) | Q(team__isnull=False) | Q(unit__isnull=False) | Q(employer__isnull=False)
