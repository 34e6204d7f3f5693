"""Poll 投票, Option 选项, Elector 投票人, Turnout 领票, Ballot 选票 and its Choices."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person
from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.fields import DigestField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Node, Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Poll(Record):
    """
    One vote. least, most: options a ballot names. each_day: ballots a voter has a day; 0: one in all.

    accepted, aside, digest: the frozen result; digest is the checksum of every ballot at the count.
    """

    kind = models.CharField(_("类别"), max_length=24, choices=words.kinds, default=words.GENERAL)
    title = models.CharField(_("名称"), max_length=100)
    about_noun = models.CharField(max_length=60, blank=True, editable=False)
    about_id = models.BigIntegerField(null=True, editable=False)
    secrecy = models.CharField(_("记名方式"), max_length=6, choices=words.Secrecy, default=words.Secrecy.SECRET)
    electorate = models.CharField(_("投票人"), max_length=8, choices=words.Electorate, default=words.Electorate.MEMBERS)
    for_node = models.ForeignKey(Node, models.PROTECT, verbose_name=_("面向组织"), related_name="+")
    least = models.SmallIntegerField(_("最少选几项"), default=1)
    most = models.SmallIntegerField(_("最多选几项"), default=1)
    each_day = models.SmallIntegerField(_("每人每日票数"), default=0)
    opens_at = models.DateTimeField(_("投票开始"))
    closes_at = models.DateTimeField(_("投票截止"))
    opens_on = models.DateField(_("开始日期"), editable=False)
    accepted = models.BigIntegerField(_("有效票"), null=True, blank=True)
    aside = models.BigIntegerField(_("不计票"), null=True, blank=True)
    digest = DigestField(null=True, editable=False)
    counted_on = models.DateField(_("计票日期"), null=True, blank=True)
    recounted_on = models.DateField(_("复核日期"), null=True, blank=True)
    posted_on = models.DateField(_("公布日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.PollState)

    lifecycle = words.POLL
    scope = Scope(node=("node",), named=True)  # its name stands on what people have of their own
    slot_day = "opens_on"
    unlogged_fields = ("slot", "opens_on")

    class Meta:
        verbose_name = verbose_name_plural = _("投票")
        constraints = [
            models.CheckConstraint(condition=check_known(words.POLL), name="poll_state_known"),
            models.CheckConstraint(condition=Q(opens_at__lte=F("closes_at")), name="poll_days_in_order"),
            models.CheckConstraint(condition=Q(least__gte=1, least__lte=F("most"), each_day__gte=0), name="poll_limits"),
        ]
        indexes = [models.Index(fields=["slot", "kind", "opens_on"], name="poll_slot"), models.Index(fields=["state", "closes_at"], name="poll_open")]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        self.opens_on = timezone.localdate(self.opens_at)
        super().save(*args, **kwargs)


class Option(Kept):
    """What one may vote for. votes is written once, by the count."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="options", verbose_name=_("投票"))
    number = models.SmallIntegerField(_("序号"))
    title = models.CharField(_("选项"), max_length=100)
    about_noun = models.CharField(max_length=60, blank=True, editable=False)
    about_id = models.BigIntegerField(null=True, editable=False)
    votes = models.BigIntegerField(_("得票"), null=True, blank=True)

    scope = Scope(node=("poll__node",))

    class Meta:
        verbose_name = verbose_name_plural = _("选项")
        constraints = [
            models.UniqueConstraint(fields=["poll", "number"], name="option_number_once"),
            models.UniqueConstraint(fields=["poll", "title"], name="option_title_once"),
        ]

    def __str__(self):
        return self.title


class Elector(Kept):
    """A person on the list of those who may vote."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="electors")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    scope = Scope(node=("poll__node",), owner=("person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("投票人")
        constraints = [models.UniqueConstraint(fields=["poll", "person"], name="elector_once")]


class Turnout(Record):
    """
    Somebody has voted: that, on which day, not how. No ballot can be found from it where the vote is secret.

    turn: which of a voter's ballots it is; one each, by constraint. voter: keyed hash of who it was.
    """

    kind = models.CharField(_("类别"), max_length=24, choices=words.kinds)
    poll = models.ForeignKey(Poll, models.PROTECT, related_name="turnout", verbose_name=_("投票"))
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("投票人"))
    voter = DigestField(editable=False)
    turn = models.IntegerField(_("次序"), editable=False)
    on = models.DateField(_("日期"))

    slot_day = "on"
    scope = Scope(node=("node",), owner=("account",))
    sealed_fields = ("voter",)

    class Meta:
        verbose_name = verbose_name_plural = _("领票记录")
        constraints = [models.UniqueConstraint(fields=["poll", "voter", "turn"], name="turnout_once")]
        indexes = [models.Index(fields=["slot", "kind", "on"], name="turnout_slot"), models.Index(fields=["account"], name="turnout_account")]

    def __str__(self):
        return str(self.poll)


@reslotted
class Ballot(Record):
    """
    One ballot. Its number is drawn by lot and it bears a day, not a moment, so that order tells nobody whose it is.

    content: numbers of its options, as cast. receipt: checksum of the code its voter was told. account: only where named.
    device: keyed hash, in this poll alone, of the number the voter's browser was given; it stands on no turnout.
    """

    kind = models.CharField(_("类别"), max_length=24, choices=words.kinds)
    poll = models.ForeignKey(Poll, models.PROTECT, related_name="ballots", verbose_name=_("投票"))
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("投票人"))
    on = models.DateField(_("日期"))
    content = models.CharField(max_length=200, editable=False)
    receipt = DigestField(unique=True, editable=False)
    device = DigestField(null=True, editable=False)
    set_aside = models.CharField(_("不计票原因"), max_length=12, choices=words.Aside, blank=True)

    slot_day = "on"
    unlogged_fields = ("slot", "content", "receipt", "device")

    class Meta:
        verbose_name = verbose_name_plural = _("选票")
        indexes = [
            models.Index(fields=["slot", "kind", "on"], name="ballot_slot", include=["set_aside"]),
            models.Index(fields=["poll", "set_aside"], name="ballot_poll"),
            models.Index(fields=["poll", "device", "on"], name="ballot_device", condition=~Q(device=None)),
        ]

    def __str__(self):
        return f"{self.poll} {bytes(self.receipt).hex()[:8]}"


class Choice(Kept):
    """One option named on one ballot: the first of two ways a result is counted."""

    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="choices")
    option = models.ForeignKey(Option, models.PROTECT, related_name="+")

    scope = Scope(node=("ballot__node",))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ballot", "option"], name="choice_once")]
        indexes = [models.Index(fields=["option"], name="choice_option")]
