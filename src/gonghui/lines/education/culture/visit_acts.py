"""A troupe on request: asked for, scheduled, performed, rated; or refused with a reason."""

from datetime import date
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.filing import file_held
from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COMING
from gonghui.commons.cases.words import Rating
from gonghui.commons.parties.models import Team
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.evidence.files import DOCUMENT
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.tree.models import Node

from . import visit_words as noes
from . import words
from .visit_models import ShowHour, ShowRequest

HOUR = {"least": 0, "most": 24}
MOST_HEADS = 1_000_000


def _troupes(rows, viewer):
    return rows.for_act("any unit may ask for a troupe").filter(kind__in=(words.TROUPE, words.CLUB), until=None)


@act("culture.ask_show", ShowRequest, label=_("申请送演出"), past=_("已申请，请等待安排"), by=OFFICERS, icon="theater_comedy", main=True)
def ask_show(
    ctx,
    *,
    node: Annotated[Node, P(_("申请单位"))],
    team: Annotated[Team, P(_("文艺团队"), pick=_troupes)],
    title: Annotated[str, P(_("演出名称"), max_length=100)],
    on: Annotated[date, P(_("希望日期"))],
    at_place: Annotated[str, P(_("地点"), max_length=100)],
    expected: Annotated[int, P(_("预计观众"), least=1, most=MOST_HEADS)],
    asks: Annotated[str, P(_("需求说明"), max_length=300, long=True)] = "",
):
    """Ask a troupe to come. Refuses: NO_TROUPE, PAST_DAY, ASKED_TWICE."""
    if team.kind not in (words.TROUPE, words.CLUB) or team.until:
        raise noes.NO_TROUPE(team=team)
    refuse_past(ctx, on)
    refuse_twice(node, team, on)
    return ctx.create(
        ShowRequest, node=node, team=team, title=title, on=on, at_place=at_place, expected=expected, asks=asks, asked_by=ctx.account, asked_on=ctx.day
    )


def refuse_past(ctx, on: date) -> None:
    """Refuses: PAST_DAY."""
    if on < ctx.day:
        raise noes.PAST_DAY(day=on)


def refuse_twice(node: Node, team: Team, on: date, but: int | None = None) -> None:
    """Refuses: ASKED_TWICE where the unit has another request under way for the troupe and the day."""
    twin = ShowRequest.objects.for_act("once a day").filter(node=node, team=team, on=on, state__in=(noes.R.ASKED, noes.R.SCHEDULED))
    if twin.exclude(pk=but).exists():
        raise noes.ASKED_TWICE(team=team)


def keeper(ctx, asked: ShowRequest) -> None:
    """Refuses: NOT_KEEPER unless the viewer reaches the troupe's organisation."""
    if not ctx.viewer.reach(ctx.act.power).covers(asked.team.node.path):
        raise noes.NOT_KEEPER(node=asked.team.node, team=asked.team)


def requester(ctx, asked: ShowRequest) -> None:
    """Refuses: NOT_REQUESTER unless the viewer reaches the unit that asked."""
    if not ctx.viewer.reach(ctx.act.power).covers(asked.node.path):
        raise noes.NOT_REQUESTER(node=asked.node)


@act("culture.schedule_show", ShowRequest, label=_("安排演出"), past=_("已排期"), by=OFFICERS, icon="event_available", main=True)
def schedule_show(
    ctx,
    asked,
    *,
    on: Annotated[date, P(_("演出日期"))],
    begins: Annotated[int, P(_("开始（时）"), **HOUR)],
    ends: Annotated[int, P(_("结束（时）"), **HOUR)],
    at_place: Annotated[str, P(_("地点"), help=_("不改的留空"), max_length=100)] = "",
):
    """
    The troupe's organisation gives it a day and hours, or others than before; a troupe plays once at one hour.

    Refuses: NOT_KEEPER, PAST_DAY, BAD_HOURS, ASKED_TWICE, TROUPE_BUSY.
    """
    keeper(ctx, asked)
    refuse_past(ctx, on)
    if ends <= begins:
        raise noes.BAD_HOURS()
    team = Team.objects.for_act("one troupe, one hour").select_for_update(of=("self",), no_key=True).get(pk=asked.team_id)
    refuse_twice(asked.node, team, on, but=asked.pk)
    asked.taken.all().delete()
    refuse_busy(team, on, begins, ends)
    asked.on, asked.begins, asked.ends, asked.at_place = on, begins, ends, at_place or asked.at_place
    ShowHour.objects.bulk_create([ShowHour(request=asked, team=team, on=on, hour=hour) for hour in range(begins, ends)])
    told = now_("“{title}”定于 {day} {hours} 在{place}演出，由“{team}”承演。")
    tell(ctx, asked.asked_by, told.format(title=asked.title, day=on, hours=asked.hours, place=asked.at_place, team=team))


def refuse_busy(team: Team, on: date, begins: int, ends: int) -> None:
    """Refuses: TROUPE_BUSY for another request's hours, or an activity planned with the troupe at that time; the troupe is locked."""
    other = ShowHour.objects.filter(team=team, on=on, hour__gte=begins, hour__lt=ends).select_related("request").order_by("hour").first()
    if other is not None:
        raise noes.TROUPE_BUSY(team=team, day=on, hours=other.request.hours, title=other.request.title)
    mine = (f"{begins:02d}:00", f"{ends:02d}:00")
    for show in Activity.objects.for_act("a troupe's day").filter(team=team, held_on__lte=on, ended_on__gte=on, state__in=COMING).exclude(hours=""):
        since, _to, until = show.hours.partition("-")
        if since < mine[1] and mine[0] < (until or f"{int(since[:2]) + 1:02d}:00"):
            raise noes.TROUPE_BUSY(team=team, day=on, hours=show.hours, title=show.title)


@act("culture.perform_show", ShowRequest, label=_("登记演出"), past=_("已登记演出"), by=OFFICERS, icon="groups", main=True)
def perform_show(
    ctx,
    asked,
    *,
    head_count: Annotated[int, P(_("观众人数"), least=0, most=MOST_HEADS)],
    photo: Annotated[UploadedFile | None, P(_("现场照片"), accept=DOCUMENT)] = None,
    another: Annotated[bool, P(_("确为另一场"))] = False,
):
    """It was played: one filed show of the troupe's organisation at the unit, with its heads. Refuses: what `file_held` refuses."""
    host = asked.node if asked.node_id != asked.team.node_id else None
    asked.activity = file_held(
        ctx, kind=words.SHOW, series=[words.BENEFIT], title=asked.title, node=asked.team.node, host=host, held_on=asked.on, hours=asked.hours,
        at_place=asked.at_place, team=asked.team, expected=asked.expected, head_count=head_count, photo=photo, another=another,
    )  # fmt: skip


@act("culture.refuse_show", ShowRequest, label=_("不予安排"), past=_("已答复"), by=OFFICERS, icon="event_busy")
def refuse_show(ctx, asked, *, why: Annotated[str, WHY]):
    """The troupe's organisation says no and why. Refuses: NOT_KEEPER."""
    keeper(ctx, asked)
    asked.answer = why
    asked.taken.all().delete()
    tell(ctx, asked.asked_by, now_("“{title}”未能安排：{why}").format(title=asked.title, why=why))


@act("culture.call_off_show", ShowRequest, label=_("撤回申请"), past=_("已撤回"), by=OFFICERS, icon="undo")
def call_off_show(ctx, asked, *, why: Annotated[str, WHY]):
    """The unit takes its request back; the troupe's hours are free again. Refuses: NOT_REQUESTER."""
    requester(ctx, asked)
    asked.answer = why
    asked.taken.all().delete()


@act(
    "culture.rate_show", ShowRequest, label=_("评价演出"), past=_("已评价"), by=OFFICERS, icon="star", apart_from=("culture.schedule_show",),
    when=lambda asked: asked.state == noes.R.PERFORMED and asked.stars is None,
)  # fmt: skip
def rate_show(
    ctx, asked, *, stars: Annotated[int, P(_("评价"), choices=Rating.choices)], says: Annotated[str, P(_("评价意见"), max_length=300, long=True)] = ""
):
    """The unit says once what it thought of it; not whoever scheduled it. Refuses: NOT_REQUESTER."""
    requester(ctx, asked)
    asked.stars, asked.says, asked.rated_on = stars, says, ctx.day
