"""A troupe that is asked for 送文艺下基层: states of the request, kinds of money, refusals."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.words import PAYMENTS
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

COST = PAYMENTS.declare("show_cost", _("演出经费"), cause="education_culture.showrequest", each=("payee",))


class RequestState(States):
    ASKED = "asked", _("待安排")
    SCHEDULED = "scheduled", _("已排期")
    PERFORMED = "performed", _("已演出")
    REFUSED = "refused", _("未安排")
    CALLED_OFF = "called_off", _("已撤回")


R = RequestState
REQUEST = Lifecycle(
    RequestState,
    Step((), "culture.ask_show", R.ASKED),
    Step((R.ASKED, R.SCHEDULED), "culture.schedule_show", R.SCHEDULED),
    Step((R.SCHEDULED,), "culture.perform_show", R.PERFORMED),
    Step((R.ASKED, R.SCHEDULED), "culture.refuse_show", R.REFUSED),
    Step((R.ASKED, R.SCHEDULED), "culture.call_off_show", R.CALLED_OFF),
)

NO_TROUPE = Refusal("culture.no_troupe", _("“{team}”不是文艺团队，或已经终止。"), instead=_("请选一支文艺团队。"), field="team")
PAST_DAY = Refusal("culture.past_day", _("{day} 已过。"), instead=_("请改选今后的日期。"), field="on")
ASKED_TWICE = Refusal(
    "culture.asked_twice", _("本单位当天已向“{team}”提过申请。"), instead=_("请等待安排，或撤回后重提。"), field="on", kind=Kind.CONFLICT
)
NOT_KEEPER = Refusal("culture.not_keeper", _("由“{node}”安排“{team}”的演出。"), instead=_("请联系该级工会。"), kind=Kind.FORBIDDEN)
NOT_REQUESTER = Refusal("culture.not_requester", _("由提出申请的“{node}”办理。"), kind=Kind.FORBIDDEN)
BAD_HOURS = Refusal("culture.bad_hours", _("结束时间应晚于开始时间。"), instead=_("请核对时间。"), field="ends")
TROUPE_BUSY = Refusal(
    "culture.troupe_busy", _("“{team}”{day} {hours} 已有“{title}”。"), because=_("同一时间只能演一场"), instead=_("请换时间，或另请一队。"), field="begins",
    kind=Kind.CONFLICT,
)  # fmt: skip
