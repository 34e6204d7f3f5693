"""Message 消息, Posting 公示, Objection 异议."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..access.scope import Kept, Scope
from ..fields import DigestField
from ..lifecycle import Lifecycle, States, Step, check_known
from ..privacy.fields import SealedField
from ..tree.models import Record
from ..tree.slots import reslotted


class Message(Kept):
    """
    One message in the outbox. Its text holds no illness, no amount and no number of a person.

    try_at: when it is tried next. failed_at: when it was given up. fault: what the channel said last, without address or text.
    """

    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+", verbose_name=_("收件人"))
    to_hash = DigestField(null=True, db_index=True)
    to = SealedField(_("手机号或邮箱"), default=b"")
    salt = models.BinaryField(max_length=16, default=b"")
    channel = models.CharField(_("渠道"), max_length=12, default="inbox")
    text = models.CharField(_("内容"), max_length=500)
    at = models.DateTimeField(_("时间"))
    sent_at = models.DateTimeField(_("发出时间"), null=True)
    tries = models.SmallIntegerField(_("已试次数"), default=0)
    try_at = models.DateTimeField(_("下次发送"), null=True)
    failed_at = models.DateTimeField(_("未送达时间"), null=True)
    fault = models.CharField(_("未送达原因"), max_length=60, blank=True)
    read_at = models.DateTimeField(_("阅读时间"), null=True)

    scope = Scope(owner=("account",))
    sealed_fields = ("to", "salt", "to_hash", "text")

    class Meta:
        verbose_name = verbose_name_plural = _("消息")
        indexes = [
            models.Index(fields=["id"], name="message_waits", condition=Q(sent_at=None, failed_at=None)),
            models.Index(fields=["failed_at"], name="message_failed", condition=Q(failed_at__isnull=False)),
        ]

    def __str__(self):
        return self.text


class PostingState(States):
    OPEN = "open", _("公示中")
    OVER = "over", _("公示期满")
    TAKEN_DOWN = "taken_down", _("已撤下")


POSTING = Lifecycle(
    PostingState,
    Step((), "notices.post", PostingState.OPEN),
    Step((PostingState.OPEN,), "notices.restart", PostingState.OPEN),
    Step((PostingState.OPEN,), "notices.take_down", PostingState.TAKEN_DOWN),
)  # a clock ends it


@reslotted
class Posting(Record):
    """
    A public notice 公示: what is to be decided, for so many working days, on a page anybody reads.

    noun, subject: the record it speaks of, if any. posted_on: the day it went up (anew, after a change); that day is not
    counted. ends_on: the last day, inside. times: how often it went up. held: an objection is open or was upheld, and nothing moves on. The text names no number, birthday or address of a person.
    """

    noun = models.CharField(max_length=60, blank=True, editable=False)
    subject = models.BigIntegerField(_("记录"), null=True, editable=False)
    title = models.CharField(_("标题"), max_length=100)
    text = models.TextField(_("内容"))
    phone = models.CharField(_("受理电话"), max_length=30)
    days = models.SmallIntegerField(_("公示工作日"))
    posted_on = models.DateField(_("公示开始"))
    ends_on = models.DateField(_("公示截止"))
    times = models.SmallIntegerField(_("第几次公示"), default=1)
    held = models.BooleanField(_("异议核查中"), default=False)
    closed_on = models.DateField(_("结束日期"), null=True, blank=True)
    token = models.CharField(max_length=24, unique=True, editable=False)
    state = models.CharField(_("状态"), max_length=10, choices=PostingState)

    lifecycle = POSTING
    scope = Scope(node=("node",), named=True)
    slot_day = "posted_on"

    class Meta:
        verbose_name = verbose_name_plural = _("公示")
        constraints = [
            models.CheckConstraint(condition=check_known(POSTING), name="posting_state_known"),
            models.CheckConstraint(condition=Q(days__gte=1), name="posting_days"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("posted_on")), name="posting_days_in_order"),
            models.UniqueConstraint(fields=["noun", "subject"], condition=Q(state="open"), name="posting_one_up"),
        ]
        indexes = [models.Index(fields=["state", "ends_on"], name="posting_ends"), models.Index(fields=["noun", "subject"], name="posting_subject")]

    def __str__(self):
        return self.title


class ObjectionState(States):
    FILED = "filed", _("核查中")
    UNFOUNDED = "unfounded", _("不成立")
    UPHELD = "upheld", _("成立")


OBJECTION = Lifecycle(
    ObjectionState,
    Step((), "notices.object", ObjectionState.FILED),
    Step((), "notices.register_objection", ObjectionState.FILED),
    Step((ObjectionState.FILED,), "notices.find_unfounded", ObjectionState.UNFOUNDED, clock="notice.objection_days"),
    Step((ObjectionState.FILED,), "notices.uphold", ObjectionState.UPHELD),
)


class Objection(Record):
    """What somebody holds against what is posted; until it is answered nothing moves on. An anonymous one has no name."""

    posting = models.ForeignKey(Posting, models.PROTECT, related_name="objections", verbose_name=_("公示"))
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("提出人账号"))
    name = SealedField(_("提出人"), default=b"")
    phone = SealedField(_("联系电话"), default=b"")
    text = SealedField(_("异议内容"), default=b"")
    salt = models.BinaryField(max_length=16)
    times = models.SmallIntegerField(_("第几次公示"))
    filed_on = models.DateField(_("提出日期"))
    settled_on = models.DateField(_("答复日期"), null=True, blank=True)
    finding = models.TextField(_("核查结论"), blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=ObjectionState)

    lifecycle = OBJECTION
    scope = Scope(node=("node",), owner=("account",))
    slot_day = "filed_on"
    sealed_fields = ("name", "phone", "text", "salt", "finding")
    named_by = ("posting",)

    class Meta:
        verbose_name = verbose_name_plural = _("公示异议")
        constraints = [models.CheckConstraint(condition=check_known(OBJECTION), name="objection_state_known")]

    def __str__(self):
        return f"{self.posting} {self.filed_on}"
