"""Node 组织 and Placement: where it hung from when until when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..access.scope import Kept, Scope
from ..fields import PathField, SoughtField
from .kinds import KINDS


class Node(Kept):
    """An organisation at its place today. `path` and `slot` are rewritten when it moves."""

    code = models.CharField(_("组织编码"), max_length=32, unique=True)
    name = models.CharField(_("名称"), max_length=100)
    sought = SoughtField("name", "code")
    tree = models.CharField(_("树"), max_length=8, default="org")
    kind = models.CharField(_("类型"), max_length=24)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children", verbose_name=_("上级组织"))
    path = PathField(_("路径"), max_length=160, unique=True)
    depth = models.SmallIntegerField(_("层级"))
    slot = models.BigIntegerField()
    slot_end = models.BigIntegerField()
    slot_next = models.BigIntegerField()
    since = models.DateField(_("成立日期"))
    until = models.DateField(_("终止日期"), null=True, blank=True)

    scope = Scope(node=("",), named=True)
    unlogged_fields = ("slot_next", "sought")

    class Meta:
        verbose_name = verbose_name_plural = _("组织")
        indexes = [
            models.Index(fields=["parent", "name"], name="node_level"),
            models.Index(fields=["slot"], name="node_slot"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(slot__lt=F("slot_end")), name="node_slot_open"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="node_days_in_order"),
        ]

    def __str__(self):
        return self.name

    @property
    def node_id(self):
        """A node happens at itself."""
        return self.pk

    @property
    def kind_label(self):
        return KINDS[self.kind].label if self.kind in KINDS else self.kind

    def covers(self, other: "Node") -> bool:
        """Tell whether `other` is this node or below it today."""
        return other.path.startswith(self.path)


class Placement(Kept):
    """Where a node stood, from one day to another; an open one has no last day."""

    node = models.ForeignKey(Node, models.PROTECT, related_name="placements", verbose_name=_("组织"))
    parent = models.ForeignKey(Node, models.PROTECT, null=True, related_name="+", verbose_name=_("上级组织"))
    path = PathField(max_length=160)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True)
    slot = models.BigIntegerField()
    slot_end = models.BigIntegerField()

    scope = Scope(node=("node",))
    seen_as, named_by = ("kernel.node", "node_id"), ("node",)

    class Meta:
        verbose_name = verbose_name_plural = _("隶属关系")
        indexes = [
            models.Index(fields=["slot", "since", "until"], name="placement_slot"),
            models.Index(fields=["parent", "since"], name="placement_level"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["node"], condition=Q(until=None), name="placement_one_open"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="placement_days_in_order"),
        ]

    def __str__(self):
        return self.node.name


class Reslotting(Kept):
    """Rows still standing on the slots of a place their unit has left; figures under it say so."""

    node = models.ForeignKey(Node, models.PROTECT)
    low = models.BigIntegerField()
    high = models.BigIntegerField()
    shift = models.BigIntegerField()
    on = models.DateField()
    done_at = models.DateTimeField(null=True)

    scope = Scope(node=("node",))

    class Meta:
        indexes = [models.Index(fields=["low"], name="reslotting_open", condition=Q(done_at=None))]


class Record(Kept):
    """
    Anything that happens at a node on a day.

    `slot` is the node's slot on the record's own day, so that a subtree as it was is one range.
    """

    node = models.ForeignKey(Node, models.PROTECT, verbose_name=_("组织"), related_name="+")
    slot = models.BigIntegerField(default=0, editable=False)

    scope = Scope(node=("node",))
    unlogged_fields = ("slot",)
    slots = (("slot", "node"),)
    slot_day: str | None = None  # the date column that decides the slot; None: the slot of today

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        from .slots import slot_on

        before = self.__dict__.get("_before", {})  # what stands where it stood has its slot; a move of the tree brings it along
        day = getattr(self, self.slot_day) if self.slot_day else None
        for column, node in self.slots:
            place = getattr(self, f"{node}_id")
            stays = before.get(f"{node}_id") == place and before.get(self.slot_day) == day
            if place is not None and not stays:
                setattr(self, column, slot_on(getattr(self, node), day))
        super().save(*args, **kwargs)
