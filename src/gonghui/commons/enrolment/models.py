"""Offer 报名项, its Sittings and Quotas, and Enrolment 报名."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person
from gonghui.commons.parties.words import Gender
from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.privacy.fields import SealedField
from gonghui.kernel.tree.models import Node, Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Offer(Record):
    """
    Something with a number of seats, open to some, from one moment to another.

    about: what is offered, as noun and number; the same thing again within a year is refused. plan: the round (a term)
    within which a person may have a few. taken, queue: seats in hand and the last number drawn, written by `settle` alone. full_hours: from
    opening to the last seat, begun hours.
    priority: who comes first where places are drawn, keys of `words.PRIORITIES`, commas between. drawn_seats: of a mix, the seats that are
    drawn; the others go in the order of asking. seed: decides draws; its
    checksum is published with the rules, it itself when it has decided.
    """

    kind = models.CharField(_("类别"), max_length=24, choices=words.kinds, default=words.GENERAL)
    title = models.CharField(_("名称"), max_length=100)
    about_noun = models.CharField(max_length=60, blank=True, editable=False)
    about_id = models.BigIntegerField(null=True, editable=False)
    plan = models.ForeignKey("commons_plans.PlanItem", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("期次"))
    at_place = models.CharField(_("地点"), max_length=100, blank=True)
    seats = models.IntegerField(_("名额"))
    waiting = models.IntegerField(_("候补上限"), null=True, blank=True)
    audience = models.CharField(_("面向"), max_length=8, choices=words.Audience, default=words.Audience.MEMBERS)
    for_node = models.ForeignKey(Node, models.PROTECT, verbose_name=_("面向组织"), related_name="+")
    least_age = models.SmallIntegerField(_("年龄下限"), null=True, blank=True)
    most_age = models.SmallIntegerField(_("年龄上限"), null=True, blank=True)
    gender = models.CharField(_("性别要求"), max_length=1, choices=Gender, blank=True)
    why_limits = models.CharField(_("限制理由"), max_length=100, blank=True)
    for_children = models.BooleanField(_("面向会员子女"), default=False)
    needs_health = models.BooleanField(_("须健康声明"), default=False)
    holds = models.BooleanField(_("占位后须确认"), default=False)
    mode = models.CharField(_("名额办法"), max_length=8, choices=words.Mode, default=words.Mode.FIRST)
    priority = models.CharField(_("优先顺序"), max_length=200, blank=True)
    drawn_seats = models.IntegerField(_("其中抽签名额"), default=0)
    seed = SealedField(default=b"", editable=False)
    salt = models.BinaryField(max_length=16, default=b"", editable=False)
    commitment = models.CharField(_("种子校验值"), max_length=64, blank=True, editable=False)
    drawn_at = models.DateTimeField(_("抽签时间"), null=True, blank=True, editable=False)
    opens_at = models.DateTimeField(_("报名开始"))
    closes_at = models.DateTimeField(_("报名截止"))
    starts_at = models.DateTimeField(_("开始时间"))
    ends_at = models.DateTimeField(_("结束时间"))
    opens_on = models.DateField(_("报名日期"), editable=False)
    starts_on = models.DateField(_("开始日期"), editable=False)
    taken = models.IntegerField(_("已占名额"), default=0, editable=False)
    queue = models.IntegerField(default=0, editable=False)
    full_at = models.DateTimeField(_("报满时间"), null=True, blank=True, editable=False)
    full_hours = models.SmallIntegerField(_("报满用时（小时）"), null=True, blank=True, editable=False)
    state = models.CharField(_("状态"), max_length=12, choices=words.OfferState)

    lifecycle = words.OFFER
    scope = Scope(node=("node",), named=True)  # its name stands on what people have of their own
    slot_day = "starts_on"
    unlogged_fields = ("slot", "taken", "queue", "opens_on", "starts_on", "salt")
    sealed_fields = ("seed",)

    class Meta:
        verbose_name = verbose_name_plural = _("报名项")
        constraints = [
            models.CheckConstraint(condition=check_known(words.OFFER), name="offer_state_known"),
            models.CheckConstraint(condition=Q(seats__gte=1, taken__gte=0, taken__lte=F("seats")), name="offer_never_oversold"),
            models.CheckConstraint(
                condition=Q(drawn_seats__gte=0) & (Q(drawn_at__isnull=False) | Q(drawn_seats__lt=F("seats"))), name="offer_some_in_order"
            ),
            models.CheckConstraint(
                condition=Q(opens_at__lte=F("closes_at"), closes_at__lte=F("ends_at"), starts_at__lte=F("ends_at")), name="offer_days_in_order"
            ),
        ]
        indexes = [
            models.Index(fields=["slot", "kind", "starts_on"], name="offer_slot"),
            models.Index(fields=["state", "closes_at"], name="offer_open"),
            models.Index(fields=["about_noun", "about_id"], name="offer_about"),
        ]

    def __str__(self):
        return self.title

    @property
    def left(self) -> int:
        """Seats nobody has, those of quotas among them."""
        return self.seats - self.taken

    @property
    def priorities(self) -> str:
        """The published order as people read it."""
        known = dict(words.priorities())
        return " → ".join(str(known[key]) for key in self.priority.split(",") if key in known)

    @property
    def for_draw(self) -> int:
        """Seats of a mix that wait for the draw."""
        return 0 if self.drawn_at else self.drawn_seats

    def save(self, *args, **kwargs):
        self.opens_on, self.starts_on = timezone.localdate(self.opens_at), timezone.localdate(self.starts_at)
        super().save(*args, **kwargs)


class Sitting(Kept):
    """One time at which those enrolled come together; two at one time clash."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="sittings")
    begins_at = models.DateTimeField(_("开始"))
    ends_at = models.DateTimeField(_("结束"))

    scope = Scope(node=("offer__node",), named=True)  # when it is stands on what people have of their own

    class Meta:
        verbose_name = verbose_name_plural = _("场次时间")
        constraints = [models.CheckConstraint(condition=Q(ends_at__gt=F("begins_at")), name="sitting_in_order")]
        indexes = [models.Index(fields=["offer", "begins_at"], name="sitting_offer")]

    def __str__(self):
        return f"{timezone.localtime(self.begins_at):%m-%d %H:%M}"


class Quota(Kept):
    """Seats kept for those below a node, until they are released to all. priority: for those of them alone whom this key of `words.PRIORITIES` means."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="quotas", verbose_name=_("报名项"))
    node = models.ForeignKey(Node, models.PROTECT, related_name="+", verbose_name=_("组织"))
    priority = models.CharField(_("限于"), max_length=24, choices=words.priorities, blank=True)
    seats = models.IntegerField(_("名额"))
    taken = models.IntegerField(_("已占名额"), default=0, editable=False)
    release_at = models.DateTimeField(_("释放时间"))
    released_at = models.DateTimeField(_("已释放"), null=True, blank=True, editable=False)

    scope = Scope(node=("offer__node", "node"))
    unlogged_fields = ("taken",)

    class Meta:
        verbose_name = verbose_name_plural = _("组织名额")
        constraints = [
            models.UniqueConstraint(fields=["offer", "node", "priority"], name="quota_once"),
            models.CheckConstraint(condition=Q(seats__gte=0, taken__gte=0, taken__lte=F("seats")), name="quota_never_oversold"),
        ]

    def __str__(self):
        return f"{self.offer}·{self.whose}"

    @property
    def left(self) -> int:
        return 0 if self.released_at else self.seats - self.taken

    @property
    def whose(self) -> str:
        """For whom they are, as people read it."""
        return f"{self.node}（{self.get_priority_display()}）" if self.priority else str(self.node)


class Arrival(Kept):
    """Somebody has come to an offer's waiting room 候场, and may enrol when they leave it."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="arrivals", verbose_name=_("报名项"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("参加人"))
    guardian = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("监护人"))
    account = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+", verbose_name=_("本人"))
    at = models.DateTimeField(_("到场时间"))
    quota = models.ForeignKey(Quota, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("组织名额"))

    scope = Scope(node=("offer__node",), owner=("account",))

    class Meta:
        verbose_name = verbose_name_plural = _("候场")
        constraints = [models.UniqueConstraint(fields=["offer", "person"], name="arrival_once")]

    def __str__(self):
        return str(self.offer)


@reslotted
class Enrolment(Record):
    """
    One person asks for one seat; `node` is the organiser's. A child is entered by a guardian who is a member.

    number: in which order they asked. drawn: in which order they were drawn, where lots decide; group: among whom, 0 first.
    round, turn: of the places a person may have in one round, the how manyth this is: one each, by constraint. quota: the quota they may draw on; on_quota: their seat is one of it.
    holder: whose it is, the guardian's of a child, else the person's. held_until: when a held or offered seat goes to the next. struck_on: a strike; forgiven when pardoned.
    name, phone: as the roster prints them; the numbers themselves stay with the person.
    """

    kind = models.CharField(_("类别"), max_length=24, choices=words.kinds)
    offer = models.ForeignKey(Offer, models.PROTECT, related_name="enrolments", verbose_name=_("报名项"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="enrolments", verbose_name=_("参加人"))
    guardian = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("监护人"))
    holder = models.ForeignKey(Person, models.PROTECT, null=True, editable=False, related_name="+")
    name = models.CharField(_("姓名"), max_length=50)
    phone = models.CharField(_("手机号"), max_length=20, blank=True)
    channel = models.CharField(_("渠道"), max_length=8, choices=words.Channel, default=words.Channel.PORTAL)
    asked_at = models.DateTimeField(_("报名时间"))
    asked_on = models.DateField(_("报名日期"))
    number = models.IntegerField(_("序号"))
    drawn = models.IntegerField(_("抽签次序"), null=True, blank=True, editable=False)
    group = models.SmallIntegerField(_("优先档次"), null=True, blank=True, editable=False)
    round = models.ForeignKey("commons_plans.PlanItem", models.PROTECT, null=True, editable=False, related_name="+")
    turn = models.SmallIntegerField(default=0, editable=False)
    quota = models.ForeignKey(Quota, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("组织名额"))
    on_quota = models.BooleanField(default=False, editable=False)
    given = models.CharField(_("名额由来"), max_length=5, choices=words.Given, blank=True, default="", db_default="", editable=False)
    held_until = models.DateTimeField(_("保留至"), null=True, blank=True)
    struck_on = models.DateField(_("爽约日期"), null=True, blank=True)
    appealed_on = models.DateField(_("申诉日期"), null=True, blank=True)
    appeal = models.CharField(_("申诉理由"), max_length=200, blank=True, default="", db_default="")
    upheld_on = models.DateField(_("维持爽约日期"), null=True, blank=True)
    pardoned_on = models.DateField(_("撤销爽约日期"), null=True, blank=True)
    stars = models.SmallIntegerField(_("评分"), null=True, blank=True)
    says = models.CharField(_("评价"), max_length=200, blank=True)
    state = models.CharField(_("状态"), max_length=16, choices=words.EnrolmentState)

    lifecycle = words.ENROLMENT
    slot_day = "asked_on"
    scope = Scope(node=("node",), owner=("holder__account",))
    sealed_fields = ("name", "phone", "appeal")

    class Meta:
        verbose_name = verbose_name_plural = _("报名")
        constraints = [
            models.UniqueConstraint(fields=["offer", "person"], condition=Q(state__in=words.LIVE), name="enrolment_one_live"),
            models.UniqueConstraint(fields=["offer", "number"], name="enrolment_number_once"),
            models.UniqueConstraint(
                fields=["person", "round", "turn"], condition=Q(state__in=words.LIVE, round__isnull=False), name="enrolment_turn_once"
            ),
            models.CheckConstraint(condition=check_known(words.ENROLMENT), name="enrolment_state_known"),
            models.CheckConstraint(condition=Q(stars=None) | Q(stars__gte=1, stars__lte=5), name="enrolment_stars"),
        ]
        indexes = [
            models.Index(fields=["slot", "kind", "asked_on"], name="enrolment_slot"),
            models.Index(fields=["offer", "state", "number"], name="enrolment_queue"),
            models.Index(fields=["person", "struck_on"], name="enrolment_strikes"),
            models.Index(fields=["appealed_on"], name="enrolment_appeals", condition=Q(appealed_on__isnull=False, upheld_on=None, pardoned_on=None)),
            models.Index(fields=["held_until"], name="enrolment_held", condition=Q(state__in=(words.E.HELD, words.E.OFFERED))),
        ]

    def __str__(self):
        return f"{self.name}·{self.offer}" if self.name else str(self.offer)

    def save(self, *args, **kwargs):
        self.holder_id = self.guardian_id or self.person_id
        super().save(*args, **kwargs)
