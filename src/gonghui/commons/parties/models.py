"""Person 自然人, Employer 用人单位, Team 队伍, and what is kept about a person's data."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.fields import DigestField, PathField, SoughtField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.privacy.fields import SealedField
from gonghui.kernel.privacy.masks import Masked
from gonghui.kernel.privacy.purposes import PURPOSES
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


class Person(Masked, Kept):
    """
    One natural person, one row, anywhere in the federation.

    Numbers are sealed under the row's own salt; `id_hash` finds equal numbers (18 digits, so that the
    15-digit form of the same person is found too). Erasing destroys the salt. No node: a person is
    seen through a membership within reach, or as oneself.
    """

    name = PathField(_("姓名"), max_length=50)
    pinyin = PathField(max_length=200, blank=True)
    initials = PathField(max_length=50, blank=True)
    id_type = models.CharField(_("证件类型"), max_length=10, choices=words.IdType, default=words.IdType.NONE)
    id_no = SealedField(_("身份证号"), default=b"")
    id_hash = DigestField(null=True, unique=True, editable=False)
    phone = SealedField(_("手机号"), default=b"")
    phone_hash = DigestField(null=True, db_index=True, editable=False)
    gender = models.CharField(_("性别"), max_length=1, choices=words.Gender, default=words.Gender.UNKNOWN)
    birth = models.DateField(_("出生日期"), null=True, blank=True)
    household = models.CharField(_("户籍类型"), max_length=5, choices=words.Household, blank=True)
    salt = models.BinaryField(max_length=16)
    verified_on = models.DateField(_("实名核验日期"), null=True, blank=True)
    account = models.OneToOneField("kernel.Account", models.PROTECT, null=True, related_name="person")
    erased_on = models.DateField(_("注销日期"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="+", verbose_name=_("已并入"), db_index=False
    )

    scope = Scope(owner=("account",))
    sealed_fields = ("id_no", "id_hash", "phone", "phone_hash", "salt", "name", "birth")
    unlogged_fields = ("pinyin", "initials")

    class Meta:
        verbose_name = verbose_name_plural = _("自然人")
        indexes = [
            *(models.Index(fields=[f], name=f"person_{f}") for f in ("name", "pinyin", "initials")),
            # of those alone that are merged: without statistics SQLite would look for all others by a whole index instead of for the few asked for
            models.Index(fields=["merged_into"], name="person_merged", condition=~Q(merged_into=None)),
        ]

    def __str__(self):
        return self.name or str(_("（已注销）"))


class Verification(Kept):
    """One check of a person's identity: by whom or what, when, with which result; `node` is where the person then stood."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="verifications", verbose_name=_("本人"))
    source = models.CharField(_("方式"), max_length=10, choices=words.Source)
    result = models.CharField(_("结果"), max_length=8, choices=words.Result)
    on = models.DateField(_("日期"))
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, related_name="+", verbose_name=_("办理人"))
    node = models.ForeignKey("kernel.Node", models.PROTECT, null=True, related_name="+", verbose_name=_("组织"))

    scope = Scope(node=("node",), owner=("person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("实名核验")

    def __str__(self):
        return f"{self.get_source_display()} {self.on} {self.get_result_display()}"


class Consent(Kept):
    """A consent to one purpose in one version of its notice; withdrawing ends what comes after, not what was."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="consents")
    purpose = models.CharField(_("目的"), max_length=24)
    version = models.SmallIntegerField(_("告知书版本"))
    channel = models.CharField(_("渠道"), max_length=12)
    given_at = models.DateTimeField(_("同意时间"))
    withdrawn_at = models.DateTimeField(_("撤回时间"), null=True, blank=True)

    scope = Scope(owner=("person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("同意记录")
        constraints = [models.UniqueConstraint(fields=["person", "purpose"], condition=Q(withdrawn_at=None), name="consent_one_standing")]

    def __str__(self):
        return str(PURPOSES[self.purpose].label) if self.purpose in PURPOSES else self.purpose


class Reveal(Kept):
    """One look at one sealed value: who, when, what for. The person sees the list."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="reveals", verbose_name=_("本人"))
    account = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+", verbose_name=_("查看人"))
    node = models.ForeignKey("kernel.Node", models.PROTECT, related_name="+", verbose_name=_("查看人所在组织"))
    field = models.CharField(_("内容"), max_length=12)
    reason = models.CharField(_("用途"), max_length=200)
    at = models.DateTimeField(_("时间"))

    scope = Scope(node=("node",), owner=("person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("查看记录")
        indexes = [models.Index(fields=["account", "at"], name="reveal_daily")]

    def __str__(self):
        return f"{self.at:%Y-%m-%d} {self.reason}"


class Erasure(Record):
    """A person asks for their data to be erased; `node` is the organisation that answers."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="erasures", verbose_name=_("本人"))
    asked_on = models.DateField(_("提出日期"))
    settled_on = models.DateField(_("办结日期"), null=True, blank=True)
    answer = models.CharField(_("答复"), max_length=300, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.Request)

    lifecycle = words.ERASURE
    scope = Scope(node=("node",), owner=("person__account",))
    sealed_fields = ("answer",)

    class Meta:
        verbose_name = verbose_name_plural = _("删除请求")
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(state="filed"), name="erasure_one_filed"),
            models.CheckConstraint(condition=check_known(words.ERASURE), name="erasure_state_known"),
        ]

    def __str__(self):
        return str(self.person)


class Employer(Kept):
    """One employer, one row, by its credit code. `node` is the organisation that entered it."""

    uscc = models.CharField(_("统一社会信用代码"), max_length=18, null=True, unique=True)
    name = models.CharField(_("名称"), max_length=100)
    short = models.CharField(_("简称"), max_length=50, blank=True)
    sought = SoughtField("name", "short", "uscc")
    node = models.ForeignKey("kernel.Node", models.PROTECT, related_name="+", verbose_name=_("登记组织"))
    division = models.CharField(_("行政区划"), max_length=6, blank=True)
    industry = models.CharField(_("行业"), max_length=5, blank=True)
    ownership = models.CharField(_("经济类型"), max_length=3, blank=True)
    workers = models.IntegerField(_("职工人数"), null=True, blank=True)
    since = models.DateField(_("登记日期"))
    until = models.DateField(_("终止日期"), null=True, blank=True)

    scope = Scope(node=("node",), named=True)
    unlogged_fields = ("sought",)

    class Meta:
        verbose_name = verbose_name_plural = _("用人单位")
        constraints = [
            models.CheckConstraint(condition=Q(workers=None) | Q(workers__gte=0), name="employer_workers"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="employer_days_in_order"),
        ]
        indexes = [models.Index(fields=["name"], name="employer_name")]

    def __str__(self):
        return self.name


@reslotted
class Team(Record):
    """A named group at a node, from one day to another; a line says its kind. purpose: what it is there for."""

    kind = models.CharField(_("类别"), max_length=24, choices=words.team_kinds)
    name = models.CharField(_("名称"), max_length=100)
    purpose = models.CharField(_("任务"), max_length=200, blank=True)
    since = models.DateField(_("成立日期"))
    until = models.DateField(_("终止日期"), null=True, blank=True)

    scope = Scope(node=("node",), named=True)
    slot_day = "since"

    class Meta:
        verbose_name = verbose_name_plural = _("队伍")
        constraints = [
            models.UniqueConstraint(fields=["node", "kind", "name"], condition=Q(until=None), name="team_once"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="team_days_in_order"),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="team_slot")]

    def __str__(self):
        return self.name


@reslotted
class TeamMember(Record):
    """A person, a unit or another team (a studio of an alliance) in a team, from one day to another; `node` is the team's. Nobody is in twice."""

    team = models.ForeignKey(Team, models.PROTECT, related_name="members", verbose_name=_("队伍"))
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="teams", verbose_name=_("人员"))
    unit = models.ForeignKey("kernel.Node", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("成员单位"))
    group = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="member_of", verbose_name=_("成员队伍"))
    part = models.CharField(_("身份"), max_length=8, choices=words.Part, default=words.Part.MEMBER)
    since = models.DateField(_("加入日期"))
    until = models.DateField(_("退出日期"), null=True, blank=True)

    slot_day = "since"
    scope = Scope(node=("node",), owner=("person__account",))
    named_by = ("person", "unit", "group")

    class Meta:
        verbose_name = verbose_name_plural = _("队伍成员")
        constraints = [
            models.UniqueConstraint(fields=["team", "person"], condition=Q(until=None, person__isnull=False), name="team_member_person_once"),
            models.UniqueConstraint(fields=["team", "unit"], condition=Q(until=None, unit__isnull=False), name="team_member_unit_once"),
            models.UniqueConstraint(fields=["team", "group"], condition=Q(until=None, group__isnull=False), name="team_member_group_once"),
            models.UniqueConstraint(fields=["team"], condition=Q(until=None, part="lead"), name="team_member_one_leads"),
            models.CheckConstraint(
                condition=Q(person__isnull=False, unit=None, group=None) | Q(person=None, unit__isnull=False, group=None)
                | Q(person=None, unit=None, group__isnull=False),
                name="team_member_is_one",
            ),
            models.CheckConstraint(condition=Q(group=None) | ~Q(group=F("team")), name="team_member_not_itself"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="team_member_days_in_order"),
        ]  # fmt: skip
        indexes = [models.Index(fields=["slot", "since"], name="team_member_slot")]

    def __str__(self):
        return str(self.person or self.unit or self.group or _("（不在可见范围）"))
