"""Listing units, building up congress and openness; preparing, holding and closing a session; what delegates propose."""

from datetime import date, timedelta
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.intake_acts import SAYS
from gonghui.commons.cases.models import Case
from gonghui.commons.cases.steps import open_case
from gonghui.commons.cases.words import Channel
from gonghui.commons.parties.models import Employer, Person, Team, TeamMember
from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER, OFFICERS, UPPER
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.tree.models import Node
from gonghui.lines.organization.orgs.models import Coverage

from . import words
from .models import Resolution, Session, Unit

ON = Annotated[date, P(_("日期"))]
HEADS = Annotated[int, P(_("人数"), least=0, most=10**7)]


def refuse_day(ctx, on: date, first: date) -> None:
    """Refuses: BEFORE where a day lies ahead of `first` or in the future."""
    if not first <= on <= ctx.day:
        raise words.BEFORE(first=first, last=ctx.day)


@act("democracy.list_unit", Unit, label=_("列入名单"), past=_("已列入"), by=OFFICERS, icon="playlist_add", main=True)
def list_unit(
    ctx, *, node: Annotated[Node, P(_("工会"))], employer: Annotated[Employer, P(_("企业"))], sort: Annotated[words.Sort, P(_("所有制"))], since: ON
):
    """A unionised enterprise whose congress and openness are counted. Refuses: NO_UNION, LISTED, BEFORE."""
    refuse_day(ctx, since, date(1949, 10, 1))
    Employer.objects.for_act("listed once").select_for_update(of=("self",), no_key=True).get(pk=employer.pk)
    if not Coverage.objects.for_act("unionised").filter(employer=employer, until=None, union__node__path__startswith=node.path).exists():
        raise words.NO_UNION(employer=employer)
    if Unit.objects.for_act("listed once").filter(employer=employer, until=None).exists():
        raise words.LISTED(employer=employer)
    return ctx.create(Unit, node=node, employer=employer, sort=sort, since=since)


@act(
    "democracy.build_congress",
    Unit,
    label=_("建立职代会"),
    past=_("已登记建制"),
    by=OFFICERS,
    when=lambda u: not u.congress_since,
    icon="groups",
    main=True,
)
def build_congress(ctx, unit, *, on: ON):
    """It has had a staff congress since a day. Refuses: BEFORE."""
    refuse_day(ctx, on, date(1949, 10, 1))
    unit.congress_since = on


@act(
    "democracy.open_up",
    Unit,
    label=_("实行厂务公开"),
    past=_("已登记"),
    by=OFFICERS,
    when=lambda u: not u.disclosure_since,
    icon="visibility",
    main=True,
)
def open_up(ctx, unit, *, on: ON):
    """It has disclosed its affairs since a day; what it discloses are entries of the register. Refuses: BEFORE."""
    refuse_day(ctx, on, date(1949, 10, 1))
    unit.disclosure_since = on


@act("democracy.drop_unit", Unit, label=_("移出名单"), past=_("已移出"), by=OFFICERS, when=lambda u: not u.until, icon="stop")
def drop_unit(ctx, unit, *, on: ON, why: Annotated[str, WHY]):
    """It is no more, or has no union any more. Refuses: BEFORE."""
    refuse_day(ctx, on, unit.since)
    unit.until = on


@act("democracy.plan_session", Session, label=_("筹备职代会"), past=_("已登记筹备"), by=OFFICERS, at="unit", icon="event", main=True)
def plan_session(
    ctx, *, unit: Annotated[Unit, P(_("单位"))], year: Annotated[int, P(_("年度"), least=1950, most=2200)],
    term: Annotated[int, P(_("第几届"), least=1, most=99)], number: Annotated[int, P(_("第几次会议"), least=1, most=99)],
    staff: Annotated[int, P(_("职工人数"), least=1, most=10**7)], delegates: Annotated[int, P(_("代表人数"), help=_("开职工大会的填 0"), least=0, most=10**6)],
    female: Annotated[int, P(_("其中女代表"), least=0, most=10**6)] = 0, managers: Annotated[int, P(_("其中中高层管理人员"), least=0, most=10**6)] = 0,
):  # fmt: skip
    """Prepare a session with its delegates. Refuses: TOO_FEW, TOO_MANY_MANAGERS, MORE_THAN_ALL, PLANNED. Source: Enterprise Democratic Management Rules art 8, 9."""
    values = {key: config.value(f"wc.{key}", unit.node, ctx.day) for key in ("ratio", "min", "meeting_below", "manager_max")}
    least = max(values["min"], -(-staff * values["ratio"] // 100))
    if delegates < least and not (delegates == 0 and staff < values["meeting_below"]):
        raise words.TOO_FEW(staff=staff, least=least)
    if delegates > staff or max(female, managers) > delegates:
        raise words.MORE_THAN_ALL(all=staff if delegates > staff else delegates, field="delegates" if delegates > staff else "female")
    if managers * 100 > delegates * values["manager_max"]:
        raise words.TOO_MANY_MANAGERS(most=values["manager_max"])
    if unit.sessions.for_act("a session once").filter(term=term, number=number).exclude(state="cancelled").exists():
        raise words.PLANNED(term=term, number=number)
    return ctx.create(Session, node=unit.node, unit=unit, year=year, term=term, number=number, staff=staff, delegates=delegates, female=female)


@act("democracy.send_material", Session, label=_("送达会议材料"), past=_("已登记送达"), by=OFFICERS, icon="outgoing_mail", main=True)
def send_material(ctx, session, *, on: ON):
    """Agenda and papers went to the delegates. Refuses: BEFORE."""
    refuse_day(ctx, on, date(session.year - 1, 1, 1))
    session.material_on = on


@act("democracy.hold", Session, label=_("召开会议"), past=_("已登记召开"), by=OFFICERS, icon="how_to_vote", main=True)
def hold(ctx, session, *, on: ON, present: HEADS):
    """It was held. Refuses: BEFORE, SHORT_NOTICE, MORE_THAN_ALL, NO_QUORUM (two thirds). Source: the same rules, art 18."""
    refuse_day(ctx, on, session.material_on)
    days = config.value("wc.material_days", session.node, on)
    if on - session.material_on < timedelta(days=days):
        raise words.SHORT_NOTICE(days=days)
    if present > session.whole:
        raise words.MORE_THAN_ALL(all=session.whole)
    if present * 3 < session.whole * 2:
        raise words.NO_QUORUM(least=-(-session.whole * 2 // 3))
    session.held_on, session.present, ctx.on = on, present, on


@act("democracy.resolve", Session, label=_("登记表决"), past=_("已登记表决"), by=OFFICERS, icon="fact_check", main=True)
def resolve(
    ctx, session, *, title: Annotated[str, P(_("议题"), max_length=160)], yes: Annotated[int, P(_("同意"), least=0, most=10**7)],
    no: Annotated[int, P(_("反对"), least=0, most=10**7)] = 0, secret: Annotated[bool, P(_("无记名投票"))] = False,
):  # fmt: skip
    """A vote; passed by more than half of all delegates. Refuses: MORE_THAN_ALL where votes exceed those present."""
    if yes + no > session.present:
        raise words.MORE_THAN_ALL(all=session.present, field="yes")
    told = {"title": title, "secret": secret, "yes": yes, "no": no, "passed": yes * 2 > session.whole, "on": session.held_on}
    ctx.create(Resolution, node=session.node, session=session, **told)


@act("democracy.publish", Session, label=_("公布决议"), past=_("已公布"), by=OFFICERS, icon="campaign", main=True)
def publish(ctx, session, *, on: ON):
    """What was resolved is told to all staff. Refuses: BEFORE."""
    refuse_day(ctx, on, session.held_on)
    session.published_on = on


@act("democracy.file", Session, label=_("报上级工会"), past=_("已报上级"), by=OFFICERS, icon="upload_file", main=True)
def file(ctx, session):
    """The level above has the papers."""


@act("democracy.evaluate", Session, label=_("质量评估"), past=_("已评估"), by=UPPER, apart_from=(CREATING, "democracy.file"), icon="grade", main=True)
def evaluate(ctx, session, *, satisfied_pct: Annotated[int, P(_("代表满意率（%）"), least=0, most=100)]):
    """The level above asks the delegates how good it was."""
    session.satisfied_pct = satisfied_pct


@act("democracy.cancel", Session, label=_("取消会议"), past=_("已取消"), by=OFFICERS, icon="event_busy")
def cancel(ctx, session, *, why: Annotated[str, WHY]):
    """It will not be held; it stays visible and counts nowhere."""


@act(
    "democracy.carry_out",
    Resolution,
    label=_("决议已落实"),
    past=_("已登记落实"),
    by=OFFICERS,
    when=lambda r: r.passed and not r.done_on,
    icon="task_alt",
    main=True,
)
def carry_out(ctx, resolution, *, on: ON):
    """What was passed has been carried out. Refuses: BEFORE."""
    refuse_day(ctx, on, resolution.on)
    resolution.done_on = on


def own_delegations(rows, viewer):
    """Delegations a viewer sits in."""
    mine = TeamMember.objects.for_act("one's own delegation").filter(person__account=viewer.account_id, until=None, team__kind=words.DELEGATES)
    return rows.for_act("one's own delegation").filter(pk__in=mine.values("team"))


def fellow_delegates(rows, viewer):
    """Persons who sit in a delegation with the viewer."""
    fellows = TeamMember.objects.for_act("fellow delegates").filter(team__in=own_delegations(Team.objects, viewer).values("pk"), until=None)
    return rows.for_act("fellow delegates").filter(pk__in=fellows.values("person")).exclude(account=viewer.account_id)


@act("democracy.propose", Case, label=_("提交职工代表提案"), past=_("提案已提交"), by=(MEMBER,), at="team", icon="post_add")
def propose(
    ctx, *, team: Annotated[Team, P(_("代表团"), pick=own_delegations)], title: Annotated[str, P(_("案由"), max_length=100)], says: SAYS,
    seconders: Annotated[list[Person], P(_("附议人"), pick=fellow_delegates)] = (),
):  # fmt: skip
    """A delegate proposes, others second; the union files it or not. Refuses: NOT_DELEGATE, FEW_SECONDERS, NUMBER_IN_TEXT."""
    if not own_delegations(Team.objects, ctx.viewer).filter(pk=team.pk).exists():
        raise words.NOT_DELEGATE()
    least = config.value("proposal.seconders", team.node, ctx.day)
    if len(set(seconders)) < least:
        raise words.FEW_SECONDERS(least=least)
    return open_case(
        ctx, kind=words.PROPOSAL, node=team.node, title=title, says=f"{says}\n\n附议：{'、'.join(str(one) for one in seconders)}", channel=Channel.APP,
        people=len(set(seconders)) + 1, account=ctx.account, another=True,
    )  # fmt: skip
