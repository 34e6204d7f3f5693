"""What all acts on a matter share: telling a step, whose desk it is on, opening one."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.access.roles import powers_of
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.privacy.crypto import blind, new_salt
from gonghui.kernel.privacy.masks import NUMBERS
from gonghui.kernel.refusal import NOT_FOUND, Kind, Refusal

from . import hooks, limits
from .models import Case, CaseLink, CaseStep
from .words import Deed, Limit

NUMBER_IN_TEXT = Refusal(
    "cases.number_in_text", _("文字里有身份证号或手机号。"), because=_("流转文字多人可见"), instead=_("请写入“联系电话”，或去掉号码。")
)
CALLER_IN_TEXT = Refusal("cases.caller_in_text", _("反映人要求保密，文字里不能出现其姓名。"), instead=_("请改写后再办。"), field="says")
OTHER_DESK = Refusal(
    "cases.other_desk", _("此步由“{node}”办理。"), because=_("谁登记谁回访，谁承办谁答复"), instead=_("请联系该单位。"), kind=Kind.FORBIDDEN
)
IN_FUTURE = Refusal("cases.in_future", _("日期 {day} 还没到。"), instead=_("请核对日期。"), field="on")
REPEATED = Refusal(
    "cases.repeated",
    _("同一电话 {days} 日内已反映过“{case}”。"),
    because=_("重复来电记一次联系，不另立事项"),
    instead=_("请在原事项登记联系；如确为另一件事，请勾选“确为另一件事”。"),
    field="another",
    kind=Kind.CONFLICT,
)


def step(ctx, case: Case, deed: str, *, says: str = "", channel: str = "", to=None, went_to: str = "") -> CaseStep:
    """Write one step of the matter."""
    return ctx.create(CaseStep, case=case, deed=deed, says=says, channel=channel, to=to, went_to=went_to, on=ctx.day, at=ctx.at)


def open_case(ctx, *, kind, node, title, says="", channel, phone="", opened_on: date | None = None, another=False, **more) -> Case:
    """
    Save a new matter, with its first contact; what lines call from their own acts.

    Refuses: NUMBER_IN_TEXT in the title, IN_FUTURE, REPEATED (same phone within `case.repeat_days`) unless `another`.
    """
    refuse_numbers(title, "title")
    if opened_on and opened_on > ctx.day:
        raise IN_FUTURE(day=opened_on, field="opened_on")
    digest = blind("phone", phone) if phone else None
    if digest and not another and (known := repeated(node, digest, ctx.day)):
        raise REPEATED(days=known[1], case=known[0].number)
    case = ctx.create(
        Case, kind=kind, node=node, title=title, says=says, channel=channel, phone=phone, phone_hash=digest, salt=new_salt(),
        opened_on=opened_on or ctx.day, **more,
    )  # fmt: skip
    case.number = f"{node.code}-{case.opened_on:%Y%m%d}-{case.pk}"
    case.save()
    ctx.on = case.opened_on
    step(ctx, case, Deed.CONTACT, channel=channel, went_to=case.state)
    return case


def repeated(node, digest: bytes, day: date):
    """The last matter of a caller who came within `case.repeat_days`, and that number of days; None if there is none."""
    days = config.value("case.repeat_days", node, day)
    rows = Case.objects.for_act("a repeated call is no new matter").filter(phone_hash=digest, opened_on__gt=day - timedelta(days=days))
    found = rows.exclude(state__in=("merged", "refused")).order_by("-pk").first()
    return (found, days) if found else None


def begin_limits(ctx, case: Case) -> None:
    """The times that run from registration: to give it to somebody, and to answer."""
    limits.start(ctx, case, Limit.ASSIGN)
    limits.start(ctx, case, Limit.REPLY)


def refuse_numbers(text: str, field: str = "says") -> None:
    """Refuses: NUMBER_IN_TEXT."""
    if NUMBERS.search(text or ""):
        raise NUMBER_IN_TEXT(field=field)


def refuse_caller(case: Case, text: str) -> None:
    """Refuses a text that others read and that names a confidential caller, or holds a number."""
    refuse_numbers(text)
    name = (case.caller or "").strip()
    if case.confidential and len(name) > 1 and name in (text or ""):
        raise CALLER_IN_TEXT()


def refuse_accused(case: Case, node) -> None:
    """Ask the lines that know who belongs to whom whether a matter may go to `node`."""
    for ask in hooks.before_assigning:
        ask(case, node)


def at_desk(ctx, case: Case, node=None) -> None:
    """
    Refuses OTHER_DESK unless the viewer's post covers `node` (by default where the matter was taken in).

    Who has it by name may act wherever it lies; a lawyer to whom it was not given does not find it.
    """
    if case.handler_id and case.handler_id == ctx.viewer.account_id:
        return
    posts = [path for role, path in ctx.viewer.grants if role != "lawyer" and ctx.act.power in powers_of(role)]
    where = node or case.node
    if ctx.viewer.reach(ctx.act.power).everything or any(where.path.startswith(path) for path in posts):
        return
    raise OTHER_DESK(node=where) if posts else NOT_FOUND()


def in_hand(ctx, case: Case) -> None:
    """Refuses OTHER_DESK unless the matter is in the viewer's hand, or at a desk above that hand."""
    at_desk(ctx, case, case.hand or case.node)


def own(ctx, case: Case) -> None:
    """One's own matter only; anybody else's is not found."""
    if case.account_id is None or case.account_id != ctx.viewer.account_id:
        raise NOT_FOUND()


def inform(ctx, case: Case, text: str) -> None:
    """Tell whoever brought the matter, without saying what it is."""
    if case.account_id:
        tell(ctx, case.account, text.format(number=case.number))


def link(ctx, case: Case, other: Case, bond: str) -> CaseLink:
    step(ctx, case, Deed.LINKED)
    step(ctx, other, Deed.LINKED)
    return ctx.create(CaseLink, case=case, other=other, bond=bond, on=ctx.day)
