"""Kinds, states, tiers and refusals of register entries."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.kinds import Kinds
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

KINDS = Kinds()
AWARD = KINDS.declare("award", _("外部荣誉"))
DOCUMENT = KINDS.declare("document", _("制度文件"))
AGREEMENT = KINDS.declare("agreement", _("合作协议"))
PARTNER = KINDS.declare("partner", _("合作单位"))


def kind_choices():
    """What the model names, so that a new kind needs no migration."""
    return KINDS.choices()


class EntryState(States):
    PROPOSED = "proposed", _("拟登记")
    REGISTERED = "registered", _("已登记")
    IN_FORCE = "in_force", _("有效")
    SUPERSEDED = "superseded", _("已更新")
    ENDED = "ended", _("已终止")


E = EntryState
OPEN = (E.PROPOSED, E.REGISTERED, E.IN_FORCE)
ENTRY = Lifecycle(
    EntryState,
    Step((), "registers.propose", E.PROPOSED),
    Step((), "registers.enter", E.REGISTERED),
    Step((E.PROPOSED,), "registers.register", E.REGISTERED),
    Step((E.PROPOSED,), "registers.decline", E.ENDED),
    Step((E.REGISTERED,), "registers.bring_into_force", E.IN_FORCE),
    Step((E.REGISTERED, E.IN_FORCE), "registers.revise", E.SUPERSEDED),
    Step((E.REGISTERED, E.IN_FORCE), "registers.end", E.ENDED),
)


class Tier(models.TextChoices):
    """How high whoever issued or gave it stands."""

    WORLD = "world", _("国际")
    NATIONAL = "national", _("全国")
    REGIONAL = "regional", _("跨省")
    PROVINCIAL = "provincial", _("省级")
    CITY = "city", _("市级")
    COUNTY = "county", _("县级")
    LOCAL = "local", _("基层")


class Bond(models.TextChoices):
    """What one entry is to the other."""

    MEMBER = "member", _("成员")
    CATEGORY = "category", _("所属类别")
    BASIS = "basis", _("依据")
    RESULT = "result", _("成果")
    RELATED = "related", _("相关")


config.declare(config.Config("registers.term_ahead_days", 30, _("台账到期提醒天数"), least=1, most=365))

IN_FUTURE = Refusal("registers.in_future", _("日期 {day} 还没到。"), instead=_("请填写已经发生的日期。"), field="since")
DAYS = Refusal("registers.days", _("终止日期早于起始日期 {day}。"), instead=_("请核对日期。"), field="until")
ONE_HOLDER = Refusal("registers.one_holder", _("持有人只能填一种：人员、单位、队伍、组织或名称。"), instead=_("请只保留一项。"), field="holder_name")
NUMBER_TAKEN = Refusal(
    "registers.number_taken",
    _("“{issuer}”的编号“{number}”已登记为“{title}”。"),
    instead=_("如为新版本，请在原条目上办理“更新版本”。"),
    field="number",
    kind=Kind.CONFLICT,
)
LOOKS_TWICE = Refusal(
    "registers.looks_twice",
    _("同一组织、同一天已登记过“{title}”。"),
    instead=_("如确为另一条，请勾选“确为另一条”后再提交。"),
    field="another",
    kind=Kind.CONFLICT,
)
ITSELF = Refusal("registers.itself", _("条目不能关联自己。"), field="other")
LINKED = Refusal("registers.linked", _("两个条目已有这种关联。"), field="other", kind=Kind.CONFLICT)
BROKEN_OFF = Refusal("registers.broken_off", _("这一关联已经解除。"), kind=Kind.CONFLICT)
