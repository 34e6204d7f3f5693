"""Batch 导入批次 and RowError."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..access.scope import Kept, Scope
from ..evidence.files import path_of
from ..lifecycle import Lifecycle, States, Step, check_known
from ..tree.models import Node


class BatchState(States):
    CHECKED = "checked", _("已校验")
    RUNNING = "running", _("导入中")
    DONE = "done", _("已完成")
    DROPPED = "dropped", _("已作废")


BATCH = Lifecycle(
    BatchState,
    Step((), "intake.check", BatchState.CHECKED),
    Step((BatchState.CHECKED,), "intake.start", BatchState.RUNNING),
    Step((BatchState.CHECKED,), "intake.drop", BatchState.DROPPED),
    Step((BatchState.RUNNING,), "intake.chunk", BatchState.RUNNING),
    Step((BatchState.RUNNING,), "intake.finish", BatchState.DONE),
)


class Batch(Kept):
    """
    One uploaded table. `cursor` is the last row of the file that is settled: a chunk moves it in its
    own transaction, so that a killed run goes on where it stood, without loss or doubles.
    """

    kind = models.CharField(_("表类"), max_length=40)
    node = models.ForeignKey(Node, models.PROTECT, verbose_name=_("组织"), related_name="+")
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, verbose_name=_("经办人"), related_name="+")
    name = models.CharField(_("文件名"), max_length=120)
    file = models.CharField(max_length=64)
    state = models.CharField(_("状态"), max_length=12, choices=BatchState)
    total = models.IntegerField(_("总行数"))
    good = models.IntegerField(_("可导入"))
    bad = models.IntegerField(_("有误"))
    done = models.IntegerField(_("已导入"), default=0)
    cursor = models.IntegerField(default=0)
    at = models.DateTimeField(_("上传时间"))

    lifecycle = BATCH
    scope = Scope(node=("node",), owner=("account",))

    class Meta:
        verbose_name = verbose_name_plural = _("导入批次")
        constraints = [models.CheckConstraint(condition=check_known(BATCH), name="batch_state_known")]

    def __str__(self):
        return self.name

    @property
    def stored(self) -> bool:
        """Whether the uploaded table is still there."""
        return path_of(bytes.fromhex(self.file)).exists()


class RowError(models.Model):
    """Why a row was not taken: its number in the file (the heading is row 1), the column, and the sentence."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="errors")
    row = models.IntegerField(_("行"))
    column = models.CharField(_("列"), max_length=40, blank=True)
    code = models.CharField(max_length=60)
    says = models.CharField(_("原因"), max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = _("行错误")
        indexes = [models.Index(fields=["batch", "row"], name="row_error_row")]
