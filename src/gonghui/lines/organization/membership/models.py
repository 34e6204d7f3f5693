"""Membership 会籍, Spell, Transfer 接转, Card 会员卡, Correction 更正请求."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.privacy.crypto import new_salt
from gonghui.kernel.privacy.fields import SealedField
from gonghui.kernel.tree.models import Node, Record
from gonghui.kernel.tree.slots import reslotted
from gonghui.lines.organization.orgs.models import Union

from . import words


class Membership(Record):
    """
    A person's membership; `node` is the node of the union it stands at now.

    since: the day it was approved, kept through every transfer. One open one a person, by constraint.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships", verbose_name=_("姓名"))
    union = models.ForeignKey(Union, models.PROTECT, related_name="memberships", verbose_name=_("工会"))
    number = models.CharField(_("会员号"), max_length=16, blank=True)
    state = models.CharField(_("会籍状态"), max_length=16, choices=words.MembershipState)
    applied_on = models.DateField(_("申请日期"))
    since = models.DateField(_("入会日期"), null=True, blank=True)
    until = models.DateField(_("终止日期"), null=True, blank=True)
    employment = models.CharField(_("就业形态"), max_length=12, choices=words.Employment, blank=True)
    new_form = models.CharField(_("新就业形态类别"), max_length=12, choices=words.NewForm, blank=True)
    employer = models.ForeignKey("commons_parties.Employer", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("工作单位"))
    channel = models.CharField(_("渠道"), max_length=12, default="portal")

    lifecycle = words.MEMBERSHIP
    scope = Scope(node=("node",), owner=("person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("会籍")
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(state__in=words.OPEN), name="membership_one_open"),
            models.CheckConstraint(condition=check_known(words.MEMBERSHIP), name="membership_state_known"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="membership_days_in_order"),
        ]
        indexes = [
            models.Index(fields=["node", "state"], name="membership_node_state"),
            models.Index(fields=["number"], name="membership_number", condition=~Q(number="")),
        ]

    def __str__(self):
        return str(self.person)

    @property
    def live(self) -> bool:
        return self.state in words.LIVE


@reslotted
class Spell(Record):
    """
    From which day to which a member stood at a union; cut whenever the union gets a new slot.

    A stock on a day is the spells live that day. retained and new_form are as they were then: a change
    of either cuts the spell too.
    """

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="spells", verbose_name=_("会籍"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("姓名"))
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)
    retained = models.BooleanField(_("保留会籍"), default=False)
    new_form = models.CharField(_("新就业形态类别"), max_length=12, blank=True)

    slot_day = "since"
    scope = Scope(node=("node",), owner=("person__account",))
    seen_as, named_by = ("organization_membership.membership", "membership_id"), ("person",)

    class Meta:
        verbose_name = verbose_name_plural = _("在会时段")
        constraints = [
            models.UniqueConstraint(fields=["membership"], condition=Q(until=None), name="spell_one_open"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="spell_days_in_order"),
        ]
        indexes = [models.Index(fields=["slot", "since", "until"], name="spell_slot", include=["retained", "new_form"])]

    def __str__(self):
        return str(self.person)

    @classmethod
    def reslot(cls, job, limit: int) -> int:
        """Cut up to `limit` spells that run across `job.on` and shift those that begin on or after it."""
        from datetime import timedelta

        rows = cls.objects.for_act("reslot").filter(slot__gte=job.low, slot__lt=job.high)
        later = list(rows.filter(since__gte=job.on).values_list("pk", flat=True)[:limit])
        moved = cls.objects.for_act("reslot").filter(pk__in=later).update(slot=F("slot") + job.shift)
        running = rows.filter(Q(until=None) | Q(until__gte=job.on), since__lt=job.on)
        picked = list(running.values_list("pk", "membership_id")[: limit - moved])
        # whoever ends a membership now has locked it first: a spell is cut as it stands then
        of = Membership.objects.for_act("reslot").filter(pk__in=[membership for _pk, membership in picked])
        list(of.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
        across = list(running.filter(pk__in=[pk for pk, _membership in picked]))
        cls.objects.for_act("reslot").filter(pk__in=[s.pk for s in across]).update(until=job.on - timedelta(days=1))
        cls.objects.for_act("reslot").bulk_create(
            [
                cls(
                    membership_id=s.membership_id, person_id=s.person_id, node_id=s.node_id, slot=s.slot + job.shift, since=job.on,
                    until=s.until, retained=s.retained, new_form=s.new_form,
                )
                for s in across
            ],
            batch_size=500,
        )  # fmt: skip
        return moved + len(across)


Person.scope.through.append((Membership, "person"))


class Transfer(Record):
    """A request to pass to another union; `node` is the union that is to receive."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="transfers", verbose_name=_("会员"))
    origin = models.ForeignKey(Union, models.PROTECT, related_name="+", verbose_name=_("转出工会"))
    to = models.ForeignKey(Union, models.PROTECT, related_name="+", verbose_name=_("转入工会"))
    origin_node = models.ForeignKey(Node, models.PROTECT, related_name="+")
    asked_on = models.DateField(_("申请日期"))
    settled_on = models.DateField(_("办结日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.TransferState)

    lifecycle = words.TRANSFER
    scope = Scope(node=("node", "origin_node"), owner=("membership__person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("会籍接转")
        constraints = [
            models.UniqueConstraint(fields=["membership"], condition=Q(state="asked"), name="transfer_one_asked"),
            models.CheckConstraint(condition=check_known(words.TRANSFER), name="transfer_state_known"),
        ]

    def __str__(self):
        return str(self.membership)


class Card(Record):
    """A member service card; at most one that is not cancelled."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="cards", verbose_name=_("会员"))
    number = models.CharField(_("卡号"), max_length=20, unique=True)
    asked_on = models.DateField(_("申请日期"))
    since = models.DateField(_("发卡日期"), null=True, blank=True)
    until = models.DateField(_("失效日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.CardState)

    lifecycle = words.CARD
    slot_day = "asked_on"
    scope = Scope(node=("node",), owner=("membership__person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("会员服务卡")
        constraints = [
            models.UniqueConstraint(fields=["membership"], condition=~Q(state="cancelled"), name="card_one"),
            models.CheckConstraint(condition=check_known(words.CARD), name="card_state_known"),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="card_slot")]

    def __str__(self):
        return self.number


class Correction(Record):
    """A member asks for a mistake in their data to be put right; what they write is sealed, for it names what is wrong."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="corrections", verbose_name=_("会员"))
    says = SealedField(_("请求内容"), default=b"")
    salt = models.BinaryField(max_length=16, default=new_salt)
    asked_on = models.DateField(_("提出日期"))
    settled_on = models.DateField(_("办结日期"), null=True, blank=True)
    answer = SealedField(_("答复"), default=b"")
    state = models.CharField(_("状态"), max_length=12, choices=words.RequestState)

    lifecycle = words.REQUEST
    scope = Scope(node=("node",), owner=("membership__person__account",))
    sealed_fields = ("says", "answer", "salt")

    class Meta:
        verbose_name = verbose_name_plural = _("信息更正请求")
        constraints = [models.CheckConstraint(condition=check_known(words.REQUEST), name="correction_state_known")]

    def __str__(self):
        return str(self.membership)
