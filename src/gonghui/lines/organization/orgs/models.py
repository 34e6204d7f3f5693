"""Union 工会, Coverage 涵盖单位, Founding 建会, and the list of sites that should have a union."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Employer
from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Node, Record

from . import words


class Union(Record):
    """
    What a node of the org tree is as a union: one to one with the node.

    uscc: the union's own credit code (81...), never the employer's. verified_on: the day on which a
    real-name record of the organisation was confirmed. changed_on: since when the name or the chair of a
    legal person is another than the one registered.
    """

    node = models.OneToOneField(Node, models.PROTECT, related_name="union", verbose_name=_("组织"))
    state = models.CharField(_("状态"), max_length=16, choices=words.UnionState, default=words.UnionState.ESTABLISHED)
    uscc = models.CharField(_("工会统一社会信用代码"), max_length=18, null=True, blank=True, unique=True)
    founded_on = models.DateField(_("成立日期"))
    dissolved_on = models.DateField(_("撤销日期"), null=True, blank=True)
    chair = models.CharField(_("主席"), max_length=50, blank=True)
    term_until = models.DateField(_("委员会届满日期"), null=True, blank=True)
    certificate = models.CharField(_("法人证书号"), max_length=40, blank=True)
    valid_until = models.DateField(_("法人证书有效期至"), null=True, blank=True)
    changed_on = models.DateField(_("法人登记事项变动日期"), null=True, blank=True)
    verified_on = models.DateField(_("实名核验日期"), null=True, blank=True)
    joining_code = models.CharField(_("入会码"), max_length=12, unique=True)

    lifecycle = words.UNION
    slot_day = "founded_on"
    scope = Scope(node=("node",), named=True)
    named_by = ("node",)
    # a worker knows the name of the firm, not of its union
    found_by = ("~coverage__employer__sought",)

    class Meta:
        verbose_name = verbose_name_plural = _("工会")
        constraints = [
            models.CheckConstraint(condition=check_known(words.UNION), name="union_state_known"),
            models.CheckConstraint(condition=Q(dissolved_on=None) | Q(dissolved_on__gte=F("founded_on")), name="union_days_in_order"),
        ]

    def __str__(self):
        return self.node.name

    @property
    def live(self) -> bool:
        return self.state in words.LIVE


class UnionSegment(Record):
    """A focus segment a union belongs to, from one day to another."""

    union = models.ForeignKey(Union, models.PROTECT, related_name="segments")
    segment = models.CharField(_("重点领域"), max_length=16, choices=words.Segment)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)

    slot_day = "since"

    class Meta:
        verbose_name = verbose_name_plural = _("重点领域")
        constraints = [models.UniqueConstraint(fields=["union", "segment"], condition=Q(until=None), name="segment_once")]
        indexes = [models.Index(fields=["segment", "slot"], name="segment_slot")]


class Coverage(Record):
    """That a union covers an employer, from one day to another."""

    union = models.ForeignKey(Union, models.PROTECT, related_name="coverage", verbose_name=_("工会"))
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="coverage", verbose_name=_("用人单位"))
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)

    slot_day = "since"

    class Meta:
        verbose_name = verbose_name_plural = _("涵盖单位")
        constraints = [
            models.UniqueConstraint(fields=["union", "employer"], condition=Q(until=None), name="coverage_once"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="coverage_days_in_order"),
        ]
        indexes = [models.Index(fields=["employer", "since"], name="coverage_employer")]

    def __str__(self):
        return f"{self.union}—{self.employer}"


Employer.scope.through.append((Coverage, "employer"))


class Founding(Record):
    """An application to found a union. It stands at the level above, whose hand it is in."""

    kind = models.CharField(_("工会类型"), max_length=16, choices=words.UnionKind)
    name = models.CharField(_("工会名称"), max_length=100)
    employers = models.ManyToManyField(Employer, related_name="+", verbose_name=_("用人单位"))
    applicant = models.CharField(_("申请人"), max_length=50)
    members = models.IntegerField(_("拟发展会员数"))
    submitted_on = models.DateField(_("申请日期"))
    approved_on = models.DateField(_("筹备批复日期"), null=True, blank=True)
    document = models.CharField(_("批复文号"), max_length=40, blank=True)
    elected_on = models.DateField(_("选举日期"), null=True, blank=True)
    chair = models.CharField(_("当选主席"), max_length=50, blank=True)
    filed_on = models.DateField(_("报选举结果日期"), null=True, blank=True)
    founded_on = models.DateField(_("成立日期"), null=True, blank=True)
    union = models.OneToOneField(Union, models.PROTECT, null=True, blank=True, related_name="founding", verbose_name=_("工会"))
    state = models.CharField(_("状态"), max_length=16, choices=words.FoundingState)

    lifecycle = words.FOUNDING
    slot_day = "submitted_on"

    class Meta:
        verbose_name = verbose_name_plural = _("建会申请")
        constraints = [
            models.CheckConstraint(condition=check_known(words.FOUNDING), name="founding_state_known"),
            models.CheckConstraint(condition=Q(members__gt=0), name="founding_members"),
        ]
        indexes = [models.Index(fields=["slot", "founded_on"], name="founding_slot")]

    def __str__(self):
        return self.name


class Site(Record):
    """A place on the list of those that should have a union (a resettlement site); the dated denominator."""

    name = models.CharField(_("安置点名称"), max_length=100)
    since = models.DateField(_("列入日期"))
    until = models.DateField(_("移出日期"), null=True, blank=True)
    union = models.ForeignKey(Union, models.PROTECT, null=True, blank=True, related_name="sites", verbose_name=_("工会"))
    covered_on = models.DateField(_("建会日期"), null=True, blank=True)

    slot_day = "since"

    class Meta:
        verbose_name = verbose_name_plural = _("安置点")
        constraints = [
            models.CheckConstraint(condition=Q(union=None, covered_on=None) | Q(union__isnull=False, covered_on__isnull=False), name="site_covered")
        ]
        indexes = [models.Index(fields=["slot", "since"], name="site_slot")]

    def __str__(self):
        return self.name


class Change(Kept):
    """A line in a union's history: founded, renamed, moved, merged, split, dissolved."""

    class What(models.TextChoices):
        FOUNDED = "founded", _("成立")
        RENAMED = "renamed", _("更名")
        MOVED = "moved", _("变更隶属")
        MERGED = "merged", _("合并")
        SPLIT = "split", _("分立")
        DISSOLVED = "dissolved", _("撤销")

    node = models.ForeignKey(Node, models.PROTECT, related_name="changes", verbose_name=_("组织"))
    what = models.CharField(_("事项"), max_length=10, choices=What)
    on = models.DateField(_("日期"))
    was = models.CharField(_("原"), max_length=100, blank=True)
    became = models.CharField(_("现"), max_length=100, blank=True)

    scope = Scope(node=("node",))

    class Meta:
        verbose_name = verbose_name_plural = _("沿革")
        indexes = [models.Index(fields=["node", "on"], name="change_node")]

    def __str__(self):
        return f"{self.get_what_display()} {self.on}"
