"""Attachment 附件."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..access.scope import Kept, Scope
from ..fields import DigestField


class Attachment(Kept):
    """One file of one record. It stands on disk under its hash; the name is only shown."""

    noun = models.CharField(max_length=60)
    subject = models.BigIntegerField()
    node = models.ForeignKey("kernel.Node", models.PROTECT, verbose_name=_("组织"), related_name="+")
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, verbose_name=_("上传人"), related_name="+")
    name = models.CharField(_("文件名"), max_length=120)
    mime = models.CharField(_("类型"), max_length=80)
    size = models.BigIntegerField(_("大小"))
    sm3 = DigestField()
    at = models.DateTimeField(_("上传时间"))

    scope = Scope(node=("node",), owner=("account",))

    class Meta:
        verbose_name = verbose_name_plural = _("附件")
        indexes = [models.Index(fields=["noun", "subject"], name="attachment_subject")]

    def __str__(self):
        return self.name
