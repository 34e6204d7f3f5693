"""Message 消息."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..access.scope import Kept, Scope
from ..fields import DigestField
from ..privacy.fields import SealedField


class Message(Kept):
    """One message in the outbox. Its text holds no illness, no amount and no number of a person."""

    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+", verbose_name=_("收件人"))
    to_hash = DigestField(null=True, db_index=True)
    to = SealedField(_("手机号"), default=b"")
    salt = models.BinaryField(max_length=16, default=b"")
    channel = models.CharField(_("渠道"), max_length=12, default="inbox")
    text = models.CharField(_("内容"), max_length=500)
    at = models.DateTimeField(_("时间"))
    sent_at = models.DateTimeField(_("发出时间"), null=True)
    read_at = models.DateTimeField(_("阅读时间"), null=True)

    scope = Scope(owner=("account",))
    sealed_fields = ("to", "salt", "to_hash", "text")

    class Meta:
        verbose_name = verbose_name_plural = _("消息")

    def __str__(self):
        return self.text
