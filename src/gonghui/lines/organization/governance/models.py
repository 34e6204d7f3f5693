"""Term 届期, Congress 代表大会, Quota 代表名额, Delegate 代表 and Elected 当选人员."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person
from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Node, Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Term(Record):
    """One term of a node's committee. until: its last day, moved where it was extended; ended_on: the day the next was elected."""

    number = models.SmallIntegerField(_("届次"))
    since = models.DateField(_("起"))
    until = models.DateField(_("届满日期"))
    extended = models.CharField(_("延期批复文号"), max_length=60, blank=True)
    ended_on = models.DateField(_("换届日期"), null=True, blank=True)

    slot_day, named_by = "since", ("node",)

    class Meta:
        verbose_name = verbose_name_plural = _("届期")
        constraints = [
            models.UniqueConstraint(fields=["node"], condition=Q(ended_on=None), name="term_one_stands"),
            models.UniqueConstraint(fields=["node", "number"], name="term_number_once"),
            models.CheckConstraint(condition=Q(until__gt=F("since"), number__gte=1), name="term_days_in_order"),
        ]
        indexes = [models.Index(fields=["slot", "until"], name="term_slot")]

    def __str__(self):
        return str(_("%(node)s第%(number)s届") % {"node": self.node, "number": self.number})


@reslotted
class Congress(Record):
    """
    The congress that elects a term, from the request to the reply on its result.

    outgoing: the number of the term that reports to it. entitled, present, issued, recovered: people and papers counted there.
    """

    number = models.SmallIntegerField(_("届次"))
    outgoing = models.SmallIntegerField(_("报告工作的届次"), null=True, blank=True)
    years = models.SmallIntegerField(_("任期（年）"))
    requested_on = models.DateField(_("请示日期"))
    document = models.CharField(_("批复文号"), max_length=60, blank=True)
    opened_on = models.DateField(_("开幕日期"), null=True, blank=True)
    closed_on = models.DateField(_("闭幕（选举）日期"), null=True, blank=True)
    days = models.SmallIntegerField(_("会期（天）"), null=True, blank=True)
    entitled = models.IntegerField(_("应到人数"), null=True, blank=True)
    present = models.IntegerField(_("实到人数"), null=True, blank=True)
    issued = models.IntegerField(_("发出选票"), null=True, blank=True)
    recovered = models.IntegerField(_("收回选票"), null=True, blank=True)
    filed_on = models.DateField(_("报结果日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.CongressState)

    lifecycle, slot_day, named_by = words.CONGRESS, "requested_on", ("node",)
    scope = Scope(node=("node",), named=True)  # its name stands on what delegates have of their own

    class Meta:
        verbose_name = verbose_name_plural = _("代表大会（换届）")
        constraints = [
            models.CheckConstraint(condition=check_known(words.CONGRESS), name="congress_state_known"),
            models.UniqueConstraint(fields=["node", "number"], name="congress_number_once"),
            models.CheckConstraint(condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")), name="congress_days_in_order"),
            models.CheckConstraint(condition=Q(present=None) | Q(entitled__gte=1, present__lte=F("entitled")), name="congress_present"),
        ]
        indexes = [models.Index(fields=["slot", "opened_on"], name="congress_slot")]

    def __str__(self):
        return str(_("%(node)s第%(number)s次代表大会") % {"node": self.node, "number": self.number})


class Quota(Kept):
    """Seats of a congress for one constituency: a city, an industry, a unit directly below."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="quotas", verbose_name=_("代表大会"))
    unit = models.ForeignKey(Node, models.PROTECT, related_name="+", verbose_name=_("选举单位"))
    members = models.IntegerField(_("会员数"))
    seats = models.SmallIntegerField(_("名额"))

    scope = Scope(node=("congress__node", "unit"))
    seen_as, named_by = ("organization_governance.congress", "congress_id"), ("congress",)

    class Meta:
        verbose_name = verbose_name_plural = _("代表名额")
        constraints = [models.UniqueConstraint(fields=["congress", "unit"], name="congress_quota_once")]

    @property
    def node_id(self):
        return self.congress.node_id


@reslotted
class Delegate(Record):
    """A person chosen by a constituency (`node`) for a congress; credentials are looked at by the congress's node."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="delegates", verbose_name=_("代表大会"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("代表"))
    chosen_on = models.DateField(_("选出日期"))
    state = models.CharField(_("资格"), max_length=12, choices=words.DelegateState)

    lifecycle, slot_day, named_by = words.DELEGATE, "chosen_on", ("person", "congress")
    scope = Scope(node=("node", "congress__node"), owner=("person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("大会代表")
        constraints = [
            models.CheckConstraint(condition=check_known(words.DELEGATE), name="delegate_state_known"),
            models.UniqueConstraint(fields=["congress", "person"], name="delegate_once"),
        ]
        indexes = [models.Index(fields=["slot", "chosen_on"], name="delegate_slot")]

    def __str__(self):
        return str(self.person)


@reslotted
class Elected(Record):
    """Whom a congress elected to what, with how many votes: the roster of the term."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="elected", verbose_name=_("代表大会"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("姓名"))
    post = models.CharField(_("职务"), max_length=10, choices=words.Post)
    yes = models.IntegerField(_("赞成票"))
    on = models.DateField(_("当选日期"))

    slot_day, named_by = "on", ("person", "congress")

    class Meta:
        verbose_name = verbose_name_plural = _("当选人员")
        constraints = [models.UniqueConstraint(fields=["congress", "person", "post"], name="elected_once")]
        indexes = [models.Index(fields=["slot", "on"], name="elected_slot")]

    def __str__(self):
        return f"{self.person}（{self.get_post_display()}）"
