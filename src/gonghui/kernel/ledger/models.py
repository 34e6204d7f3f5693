"""Chain, Link, Event 操作记录, and the answers kept for repeated requests."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..access.scope import Scope, ScopedManager
from ..fields import DigestField


class Chain(models.Model):
    """One hash chain a noun and county; its row is locked while an act appends."""

    stream = models.CharField(max_length=80, primary_key=True)
    seq = models.BigIntegerField(default=0)
    head = DigestField(default=bytes(32))


class Link(models.Model):
    """One transaction: who, when, which act, why; its hash covers its events and the link before."""

    chain = models.ForeignKey(Chain, models.PROTECT)
    seq = models.BigIntegerField()
    act = models.CharField(_("办理事项"), max_length=60)
    actor = models.ForeignKey("kernel.Account", models.PROTECT, null=True, verbose_name=_("办理人"), related_name="+")
    at = models.DateTimeField(_("时间"))
    why = models.TextField(_("理由"), blank=True)
    rows = models.IntegerField()
    prev = DigestField()
    hash = DigestField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "seq"], name="link_once")]


class Event(models.Model):
    """One changed record. `changes` is JSON {field: [before, after]}, sealed fields as keyed hashes."""

    link = models.ForeignKey(Link, models.PROTECT, related_name="events")
    n = models.IntegerField()
    noun = models.CharField(_("记录类型"), max_length=60)
    subject = models.BigIntegerField(_("记录"))
    node = models.ForeignKey("kernel.Node", models.PROTECT, null=True, verbose_name=_("组织"), related_name="+")
    on = models.DateField(_("日期"))
    came_from = models.CharField(_("原状态"), max_length=24, blank=True)
    went_to = models.CharField(_("新状态"), max_length=24, blank=True)
    changes = models.TextField(_("变更"))

    scope = Scope(node=("node",))
    objects = ScopedManager()

    class Meta:
        verbose_name = verbose_name_plural = _("操作记录")
        indexes = [models.Index(fields=["noun", "subject"], name="event_subject")]
        constraints = [models.UniqueConstraint(fields=["link", "n"], name="event_once")]

    def __str__(self):
        return f"{self.noun} {self.subject}"


class Answer(models.Model):
    """What an idempotency key was answered with; the same key gets the same answer."""

    account = models.ForeignKey("kernel.Account", models.CASCADE, null=True)
    key = models.CharField(max_length=64)
    act = models.CharField(max_length=60)
    digest = DigestField()
    subjects = models.JSONField(default=list)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "key"], name="answer_once"),
            models.UniqueConstraint(fields=["key"], condition=models.Q(account=None), name="answer_once_of_the_house"),
        ]
