"""Kinds, states and refusals of reviews."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.registers.words import KINDS as REGISTERS
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

ENDORSEMENT = REGISTERS.declare("endorsement", _("领导批示肯定"))
PRESENTATION = REGISTERS.declare("presentation", _("会议经验交流"))
ASSESSMENT = REGISTERS.declare("assessment", _("上级考核结果"))  # year, subject as topic, grade as note
COUNTY_YEAR = "county_year"  # the topic of what was told of the programme that strengthens county unions

GAINED, LOST, ALTERED = _("新计入"), _("不再计入"), _("数有变")


class ReviewState(States):
    BEGUN = "begun", _("待计算")
    COMPUTED = "computed", _("核对中")
    FROZEN = "frozen", _("已定格")
    PUBLISHED = "published", _("已发布")


S = ReviewState
REVIEW = Lifecycle(
    ReviewState,
    Step((), "stats.begin", S.BEGUN),
    Step((S.BEGUN, S.COMPUTED), "stats.compute", S.COMPUTED),
    Step((S.COMPUTED,), "stats.check_line", S.COMPUTED),
    Step((S.COMPUTED,), "stats.write", S.COMPUTED),
    Step((S.COMPUTED,), "stats.freeze", S.FROZEN),
    Step((S.FROZEN,), "stats.publish", S.PUBLISHED),
)

NOT_OVER = Refusal("stats.not_over", _("期间 {period} 到 {end} 才结束。"), instead=_("请在期间结束后定格；平时请看“指标”。"), field="period")
BEGUN_TWICE = Refusal("stats.begun_twice", _("该组织已有 {period} 的综述。"), instead=_("请在原综述上办理。"), field="period", kind=Kind.CONFLICT)
TOO_MANY = Refusal("stats.too_many", _("另加指标合起来超过 {most} 字。"), instead=_("请少加几个，或不沿用那份综述。"), field="more")
NOTHING_ASKED = Refusal("stats.nothing_asked", _("专题综述没有指标。"), instead=_("请在“另加指标”中填写指标编码。"), field="more")
NO_SUCH_LINE = Refusal("stats.no_such_line", _("综述中没有“{line}”的数。"), field="line")
UNCHECKED = Refusal("stats.unchecked", _("尚有 {count} 个条线未核对：{lines}。"), instead=_("请各条线负责人先核对。"), kind=Kind.CONFLICT)
TYPED_NUMBER = Refusal(
    "stats.typed_number", _("文字中的数“{number}”没有引用指标。"), because=_("综述中的数只能引用定格的指标"),
    instead=_("请写成 {{指标编码}}，约数写成 {{指标编码:万}}。"), field="text",
)  # fmt: skip
UNKNOWN_FIGURE = Refusal("stats.unknown_figure", _("综述中没有指标“{key}”。"), instead=_("请先在“另加指标”中加入并重新计算。"), field="text")
NO_BASIS = Refusal(
    "stats.no_basis",
    _("“{label}”没有上年同期的定格数，不能写同比。"),
    instead=_("请先定格上年同期的综述，或不写同比。"),
    field="text",
    kind=Kind.CONFLICT,
)
OTHER_BASIS = Refusal(
    "stats.other_basis", _("“{label}”的口径由第 {before} 版改为第 {now} 版，与上年同期不可比。"), instead=_("请不写同比，或按同一口径更正上年同期的数。"), field="text",
    kind=Kind.CONFLICT,
)  # fmt: skip
NOTHING_BEFORE = Refusal(
    "stats.nothing_before", _("“{label}”上年同期为零或算不出来，不可比。"), instead=_("请不写同比。"), field="text", kind=Kind.CONFLICT
)
NOT_FROZEN = Refusal("stats.not_frozen", _("尚未定格，不需要更正。"), instead=_("请重新计算。"), kind=Kind.CONFLICT)
SAME = Refusal("stats.same", _("按现有记录重算结果相同，无需更正。"), kind=Kind.CONFLICT)
