"""Real-name checks 实名制核查: rows that ought not to be, each one SQL statement over everything below a node."""

from django.db.models import Count, Exists, OuterRef, Q, Subquery, Sum
from django.db.models.lookups import GreaterThan
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Verification
from gonghui.kernel import config
from gonghui.kernel.indicators import Stock
from gonghui.kernel.tree.models import Placement
from gonghui.lines.organization.orgs.indicators import kinds
from gonghui.lines.organization.orgs.models import Coverage

from .models import Spell


def standing(model, day):
    """Rows of `model` that stand on a day, for a subquery."""
    return model.objects.for_act("check").filter(Q(until=None) | Q(until__gte=day), since__lte=day)


def members_at(day):
    """Spells at the node of the placement outside."""
    return standing(Spell, day).filter(node=OuterRef("node"))


def covered_at(day):
    return standing(Coverage, day).filter(node=OuterRef("node"))


def nobody(day):
    return ~Exists(members_at(day))


def above_head_count(day):
    """More members than all its employers together declare; an employer that declares nothing leaves it open."""
    members = members_at(day).filter(retained=False).order_by().values("node").annotate(n=Count("pk")).values("n")
    workers = covered_at(day).order_by().values("node").annotate(n=Sum("employer__workers")).values("n")
    undeclared = covered_at(day).filter(employer__workers=None)
    return Q(GreaterThan(Subquery(members), Subquery(workers))) & ~Exists(undeclared)


def chair_is_no_member(day):
    return ~Q(node__union__chair="") & ~Exists(members_at(day).filter(retained=False, person__name=OuterRef("node__union__chair")))


def shared_phone(day):
    most = config.value("member.phone_shared_max", None, day)
    phones = standing(Spell, day).exclude(person__phone_hash=None).order_by().values("person__phone_hash")
    return Q(person__phone_hash__in=phones.annotate(n=Count("person", distinct=True)).filter(n__gt=most).values("person__phone_hash"))


def others(day, **same):
    """Another person's spell that is alike in `same`."""
    alike = {column: OuterRef(column) for column in same.values()}
    return Exists(standing(Spell, day).filter(~Q(person=OuterRef("person")), **alike))


def same_name_and_phone(day):
    return ~Q(person__phone_hash=None) & others(day, name="person__name", phone="person__phone_hash")


def same_name_and_birth(day):
    return ~Q(person__birth=None) & others(day, name="person__name", birth="person__birth", node="node")


def register_differs(day):
    """The latest check of the person, by whomever, did not agree; asked from the few that differ."""
    told = Verification.objects.for_act("check").filter(on__lte=day)
    later = told.filter(Q(on__gt=OuterRef("on")) | Q(on=OuterRef("on"), pk__gt=OuterRef("pk")), person=OuterRef("person"))
    return Q(person__in=told.filter(~Exists(later), result__in=["differs", "unknown"]).values("person"))


def unverified(day):
    return Q(retained=False) & (Q(person__verified_on=None) | Q(person__verified_on__gt=day))


def form_unconfirmed(day):
    """The flag of a new form of employment is confirmed every year; confirming begins a spell. Source: MEM-4."""
    return ~Q(new_form="") & Q(since__lt=day.replace(year=day.year - 1, day=min(day.day, 28)))


def _unions(key, label, on_day, meaning=""):
    return Stock(f"membership.check.{key}", label, "org", Placement, kinds("basic"), on_day=on_day, check=True, meaning=meaning)


def _people(key, label, on_day, meaning=""):
    return Stock(f"membership.check.{key}", label, "person", Spell, on_day=on_day, check=True, personal=True, meaning=meaning)


_unions("no_members", _("没有会员的基层工会"), nobody)
_unions("above_head_count", _("会员多于职工的基层工会"), above_head_count, _("在会会员超过涵盖单位申报的职工人数；有单位未申报的不计"))
_unions("chair_not_member", _("主席不是会员的基层工会"), chair_is_no_member)
_people("unverified", _("未实名核验的会员"), unverified)
_people("register_differs", _("实名比对不一致的会员"), register_differs, _("最近一次核验结果为不一致或查无此人"))
_people("shared_phone", _("一号多人的会员"), shared_phone, _("同一手机号登记的会员超过参数“同一手机号最多登记人数”"))
_people("same_name_phone", _("疑似重复：同名同手机号"), same_name_and_phone, _("确为一人的，在“人员”中合并"))
_people("same_name_birth", _("疑似重复：同会同名同生日"), same_name_and_birth, _("确为一人的，在“人员”中合并"))
_people("form_unconfirmed", _("新就业形态类别满一年未复核"), form_unconfirmed)
