"""Putting a notice up, holding it while an objection is open, putting it up anew, and taking it down at its end."""

from datetime import date
from typing import Annotated

from django.db.models import Q
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from .. import config
from ..access.roles import MEMBER, OFFICERS
from ..clock import today
from ..clocks import after_workdays, clock, mark, overdue
from ..ledger.act import CREATING, WHY, P, act
from ..privacy.crypto import new_salt
from ..privacy.masks import NUMBERS
from ..refusal import Kind, Refusal
from ..tree.models import Node
from .models import Objection, Posting, PostingState
from .outbox import tell

config.declare(
    config.Config("notice.work_days", 5, _("公示工作日"), "handbook", least=1, most=60),
    config.Config("notice.objection_days", 10, _("异议核查工作日"), least=1, most=60),
)

HAS_NUMBER = Refusal(
    "notices.has_number", _("公示内容里有身份证号或手机号。"), because=_("公示不得含个人号码"), instead=_("请删去号码。"), field="text"
)
UP_ALREADY = Refusal("notices.up_already", _("该事项正在公示。"), kind=Kind.CONFLICT)
NOT_UP = Refusal("notices.not_up", _("该公示已经结束。"), instead=_("请向公示单位直接反映。"), field="posting", kind=Kind.CONFLICT)
STILL_OPEN = Refusal("notices.still_open", _("还有 {count} 件异议没有核查完。"), instead=_("请先作出结论。"), kind=Kind.CONFLICT)
UPHELD = Refusal("notices.upheld", _("异议已查实。"), instead=_("请更正后重新公示，或撤下公示。"), kind=Kind.CONFLICT)
NOT_OVER = Refusal("notices.not_over", _("公示到 {day} 才期满。"), instead=_("请期满后再办。"), kind=Kind.CONFLICT)
NOT_POSTED = Refusal("notices.not_posted", _("还没有公示，或公示已撤下。"), instead=_("请先公示。"), kind=Kind.CONFLICT)

TEXT = Annotated[str, P(_("内容"), help=_("姓名、性别、单位、职务、主要事迹；不写身份证号、出生日期、电话、住址"), max_length=20_000, long=True)]
PHONE = Annotated[str, P(_("受理电话"), max_length=30)]


def put_up(ctx, *, node: Node, title: str, text: str, phone: str, days: int | None = None, about=None) -> Posting:
    """
    Put a notice up from today for `days` working days (default `notice.work_days` of the node), about a record if given.

    Refuses: HAS_NUMBER, UP_ALREADY. Today is not counted. Source: handbook contests-honours-innovation 3.
    """
    check_text(text)
    noun, subject = (about._meta.label_lower, about.pk) if about is not None else ("", None)
    if about is not None and Posting.objects.for_act("one notice at a time").filter(noun=noun, subject=subject, state="open").exists():
        raise UP_ALREADY()
    days = days or config.value("notice.work_days", node, ctx.day)
    return ctx.create(
        Posting, node=node, noun=noun, subject=subject, title=title[:100], text=text, phone=phone, days=days, posted_on=ctx.day,
        ends_on=after_workdays(ctx.day, days), token=get_random_string(16), state=PostingState.OPEN,
    )  # fmt: skip


def check_text(text: str) -> None:
    if NUMBERS.search(text):
        raise HAS_NUMBER()


def last_posting(about) -> Posting | None:
    """The newest notice about a record."""
    rows = Posting.objects.for_act("the notice about a record").filter(noun=about._meta.label_lower, subject=about.pk)
    return rows.order_by("-pk").first()


def see_it_over(ctx, about) -> Posting:
    """The notice about a record, whose days are over without an open objection. Refuses: NOT_POSTED, STILL_OPEN, NOT_OVER."""
    posting = last_posting(about)
    if posting is None or posting.state == PostingState.TAKEN_DOWN:
        raise NOT_POSTED()
    waiting = open_objections(posting)
    if posting.held:
        raise STILL_OPEN(count=waiting) if waiting else UPHELD()
    if posting.state == PostingState.OPEN and posting.ends_on >= ctx.day:
        raise NOT_OVER(day=posting.ends_on)
    return posting


def open_objections(posting: Posting) -> int:
    return Objection.objects.for_act("open objections").filter(posting=posting, state="filed").count()


@act("notices.post", Posting, label=_("发布公示"), past=_("已发布公示"), by=OFFICERS, icon="campaign", main=True)
def post(
    ctx,
    *,
    node: Annotated[Node, P(_("公示组织"))],
    title: Annotated[str, P(_("标题"), max_length=100)],
    text: TEXT,
    phone: PHONE,
    days: Annotated[int | None, P(_("公示工作日"), least=1, most=60)] = None,
):
    """Put up a notice of its own, about no record. Refuses: HAS_NUMBER."""
    return put_up(ctx, node=node, title=title, text=text, phone=phone, days=days)


@act("notices.restart", Posting, label=_("更正后重新公示"), past=_("已重新公示"), by=OFFICERS, icon="restart_alt")
def restart(ctx, posting, *, text: TEXT, why: Annotated[str, WHY]):
    """After a change of substance the days begin anew, with the text as it is now. Refuses: HAS_NUMBER, STILL_OPEN."""
    check_text(text)
    if waiting := open_objections(posting):
        raise STILL_OPEN(count=waiting)
    posting.text, posting.posted_on, posting.times, posting.held = text, ctx.day, posting.times + 1, False
    posting.ends_on = after_workdays(ctx.day, posting.days)


@act("notices.take_down", Posting, label=_("撤下公示"), past=_("已撤下"), by=OFFICERS)
def take_down(ctx, posting, *, why: Annotated[str, WHY]):
    """Take it down before its end: what it speaks of does not go on."""
    posting.closed_on = ctx.day


def up_now(rows, viewer):
    """Notices anybody may object to just now."""
    return rows.for_act("what is posted is public").filter(state="open")


def file_objection(ctx, posting: Posting, **more) -> Objection:
    """Save an objection and hold the notice. Refuses: NOT_UP, also on the day after its last."""
    posting = Posting.objects.for_act("an objection").select_for_update(of=("self",)).get(pk=posting.pk)
    if posting.state != PostingState.OPEN or (posting.ends_on < ctx.day and not posting.held):
        raise NOT_UP()
    row = ctx.create(Objection, posting=posting, node=posting.node, salt=new_salt(), filed_on=ctx.day, times=posting.times, **more)
    posting.held = True
    posting.save()
    return row


POSTED = Annotated[Posting, P(_("公示"), pick=up_now)]
OBJECTED = Annotated[str, P(_("异议内容"), max_length=2000, long=True)]


@act("notices.object", Objection, label=_("提出异议"), past=_("已提出异议"), by=(MEMBER,), at="posting", icon="report")
def object_(
    ctx,
    *,
    posting: POSTED,
    name: Annotated[str, P(_("真实姓名"), max_length=50)],
    phone: Annotated[str, P(_("联系电话"), max_length=30)],
    text: OBJECTED,
):
    """Object under one's real name; the notice is held until an answer is given. Refuses: NOT_UP."""
    return file_objection(ctx, posting, account=ctx.account, name=name, phone=phone, text=text)


@act("notices.register_objection", Objection, label=_("登记异议"), past=_("已登记异议"), by=OFFICERS, at="posting", icon="report")
def register_objection(
    ctx,
    *,
    posting: Annotated[Posting, P(_("公示"), pick=lambda rows, viewer: rows.within(viewer).filter(state="open"))],
    text: OBJECTED,
    name: Annotated[str, P(_("提出人"), help=_("匿名但线索清楚的可不填"), max_length=50)] = "",
    phone: Annotated[str, P(_("联系电话"), max_length=30)] = "",
):
    """Register one that came by letter, phone or in person. Refuses: NOT_UP."""
    return file_objection(ctx, posting, name=name, phone=phone, text=text)


FINDING = Annotated[str, P(_("核查结论"), max_length=2000, long=True)]


@act("notices.find_unfounded", Objection, label=_("核查不成立"), past=_("已作结论"), by=OFFICERS, apart_from=(CREATING,), icon="check")
def find_unfounded(ctx, objection, *, finding: FINDING):
    """It does not hold: when no other is open the notice runs on, to its day or to today where that has passed."""
    settle(ctx, objection, finding)
    posting = Posting.objects.for_act("an objection settled").select_for_update(of=("self",)).get(pk=objection.posting_id)
    others = posting.objections.for_act("an objection settled").exclude(pk=objection.pk)
    if posting.held and not others.filter(Q(state="filed") | Q(state="upheld", times=posting.times)).exists():
        posting.held, posting.ends_on = False, max(posting.ends_on, ctx.day)
        posting.save()


@act("notices.uphold", Objection, label=_("核查成立"), past=_("已作结论"), by=OFFICERS, apart_from=(CREATING,), icon="gavel")
def uphold(ctx, objection, *, finding: FINDING):
    """It holds: the notice stays held until it is put up anew with what has changed, or taken down."""
    settle(ctx, objection, finding)


def settle(ctx, objection: Objection, finding: str) -> None:
    objection.finding, objection.settled_on = finding, ctx.day
    tell(ctx, objection.account, _("您对“{title}”提出的异议已有核查结论，请在“我的异议”中查看。").format(title=objection.posting.title))


def run_out(on: date):
    """Notices whose last day has passed and that nothing holds."""
    return Posting.objects.for_act("clock").filter(state=PostingState.OPEN, held=False, ends_on__lt=on)


@clock("notices.end_postings", _("公示期满"), when=lambda: run_out(today()).exists())
def end_postings(ctx):
    """Notices whose last day has passed come down by themselves, unless an objection holds them. Set statements."""
    ended = list(run_out(ctx.day).values_list("pk", "node_id"))
    Posting.objects.for_act("clock").filter(pk__in=[pk for pk, _node in ended]).update(state=PostingState.OVER, closed_on=ctx.day)
    ctx.note_many(Posting, [(pk, node, "open", "over", {"closed_on": [None, ctx.day.isoformat()]}) for pk, node in ended])


@clock("notices.objection_waits", _("公示异议待核查"))
def objection_waits(ctx):
    """Objections nobody has answered within `notice.objection_days` working days."""
    rows = Objection.objects.for_act("clock").filter(state="filed")
    mark(ctx, Objection, overdue(rows, "filed_on", config.valued("notice.objection_days"), ctx.day, workdays=True), find_unfounded.power)
