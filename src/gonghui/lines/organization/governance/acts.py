"""Terms, and the way from a request to hold a congress to the reply on its result."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.rules import months_later
from gonghui.commons.parties.models import Person
from gonghui.commons.parties.reads import member_paths
from gonghui.kernel import config
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.kinds import slugs
from gonghui.kernel.tree.models import Node

from . import rules, words
from .models import Congress, Delegate, Elected, Quota, Term
from .words import CongressState, DelegateState

NODE = Annotated[Node, P(_("组织"))]
NUMBER = Annotated[int, P(_("届次"), least=1, most=99)]
DOCUMENT = Annotated[str, P(_("批复文号"), max_length=60)]
PEOPLE = Annotated[int, P(_("人数"), least=1, most=100_000)]
PAPERS = Annotated[int, P(_("票数"), least=0, most=100_000)]
TO_CHOOSE = Annotated[
    Congress, P(_("代表大会"), pick=lambda rows, viewer: rows.for_act("constituencies elect upward").filter(state=CongressState.APPROVED))
]


def years_at(node: Node) -> tuple[int, ...]:
    return rules.term_years(node.kind in slugs("basic"))


def standing(node: Node) -> Term | None:
    """The term that stands at a node, locked."""
    return Term.objects.for_act("the term of a node").select_for_update(of=("self",)).filter(node=node, ended_on=None).first()


def refuse_stranger(person: Person, node: Node) -> None:
    """Refuses: NOT_MEMBER, who is no member at or below the node."""
    if not any(path.startswith(node.path) for path in member_paths([person.pk]).get(person.pk, ())):
        raise words.NOT_MEMBER(person=person, unit=node)


@act("governance.enter_term", Term, label=_("登记届期"), past=_("已登记"), by=OFFICERS, icon="event_repeat", main=True)
def enter_term(ctx, *, node: NODE, number: NUMBER, since: Annotated[date, P(_("选举日期"))], until: Annotated[date, P(_("届满日期"))]):
    """List the term that runs, from its papers. Refuses: DAYS, STANDS, YEARS (3 or 5 at the grassroots, 5 above)."""
    if since > ctx.day:
        raise words.DAYS(day=ctx.day, field="since")
    Node.objects.for_act("one term at a time").select_for_update(of=("self",), no_key=True).get(pk=node.pk)
    if Term.objects.for_act("one term a number").filter(node=node, number=number).exists():
        raise words.STANDS(node=node, number=number)
    there = standing(node)
    if there is not None:
        raise words.STANDS(node=node, number=there.number)
    if until not in [rules.last_day(since, years) for years in years_at(node)]:
        raise words.YEARS(node=node, years=" / ".join(map(str, years_at(node))))
    return ctx.create(Term, node=node, number=number, since=since, until=until)


@act(
    "governance.extend", Term, label=_("批准延期换届"), past=_("已延期"), by=UPPER, apart_from=(CREATING,),
    when=lambda t: t.ended_on is None and not t.extended,
)  # fmt: skip
def extend(ctx, term, *, until: Annotated[date, P(_("延至"))], document: DOCUMENT):
    """Let a term run on, once, before it is over. Refuses: OVERDUE, TOO_LONG (`elect.extend_months`)."""
    last = months_later(term.until, config.value("elect.extend_months", term.node, ctx.day))
    if ctx.day > term.until:
        raise words.OVERDUE(day=term.until)
    if not term.until < until <= last:
        raise words.TOO_LONG(day=last)
    term.until, term.extended = until, document


@act("governance.request", Congress, label=_("请示换届"), past=_("已请示"), by=OFFICERS, icon="how_to_vote", main=True)
def request(ctx, *, node: NODE, number: NUMBER, years: Annotated[int, P(_("任期（年）"), choices=[(3, "3"), (5, "5")])]):
    """Ask the union above and the party organisation to hold a congress. Refuses: YEARS, IN_HAND."""
    if years not in years_at(node):
        raise words.YEARS(node=node, years=" / ".join(map(str, years_at(node))), field="years")
    Node.objects.for_act("one congress a number").select_for_update(of=("self",), no_key=True).get(pk=node.pk)
    if Congress.objects.for_act("one congress a number").filter(node=node, number=number).exists():
        raise words.IN_HAND(number=number)
    return ctx.create(Congress, node=node, number=number, years=years, requested_on=ctx.day)


@act("governance.approve", Congress, label=_("批复同意换届"), past=_("已批复"), by=UPPER, apart_from=(CREATING,), icon="check", main=True)
def approve(ctx, congress, *, document: DOCUMENT):
    """The union above, with the party organisation, agrees; from now delegates are chosen."""
    congress.document = document


@act(
    "governance.allot", Congress, label=_("分配代表名额"), past=_("已分配"), by=OFFICERS, when=lambda c: c.state == CongressState.APPROVED, icon="pie_chart",
)  # fmt: skip
def allot(
    ctx, congress, *, units: Annotated[list[Node], P(_("选举单位"), help=_("地方、产业、直属单位"))], seats: Annotated[int, P(_("代表总数"), least=1, most=5000)],
    base: Annotated[int, P(_("每单位基本名额"), least=0, most=100)] = 1,
):  # fmt: skip
    """Seats for constituencies: a base each, the rest by members; doing it again replaces what was. Refuses: NO_QUOTA where the base is more than all."""
    if base * len(units) > seats:
        raise words.NO_QUOTA(unit=units[-1], field="seats")
    for quota in Quota.objects.for_act("allotted anew").filter(congress=congress).order_by("pk"):
        quota.delete()
    period, members = Period.parse(ctx.day.isoformat()), find("membership.members_total")
    weights = [figure(members, unit, period, viewer=SYSTEM).value for unit in units]
    for unit, weight, share in zip(units, weights, rules.shares(weights, seats, base), strict=True):
        ctx.create(Quota, congress=congress, unit=unit, members=weight, seats=share)


@act("governance.choose_delegate", Delegate, label=_("登记代表"), past=_("已登记"), by=OFFICERS, icon="person_add", main=True)
def choose_delegate(ctx, *, node: Annotated[Node, P(_("选举单位"))], congress: TO_CHOOSE, person: Annotated[Person, P(_("代表"))]):
    """A constituency names whom it has elected. Refuses: NO_QUOTA, QUOTA_FULL, NOT_MEMBER, CHOSEN_ALREADY."""
    quota = Quota.objects.for_act("seats of a constituency").select_for_update(of=("self",)).filter(congress=congress, unit=node).first()
    if quota is None:
        raise words.NO_QUOTA(unit=node)
    rows = Delegate.objects.for_act("seats of a constituency").filter(congress=congress).exclude(state=DelegateState.INVALID)
    if rows.filter(node=node).count() >= quota.seats:
        raise words.QUOTA_FULL(unit=node, seats=quota.seats)
    refuse_stranger(person, node)
    if Delegate.objects.for_act("once each").filter(congress=congress, person=person).exists():
        raise words.CHOSEN_ALREADY(person=person)
    return ctx.create(Delegate, node=node, congress=congress, person=person, chosen_on=ctx.day)


def looked_at(ctx, delegates, to: str) -> None:
    """Write the finding on credentials, set-based."""
    rows = list(delegates.values_list("pk", "node_id", "state"))
    Delegate.objects.for_act("credentials").filter(pk__in=[pk for pk, *_rest in rows]).update(state=to)
    ctx.note_many(Delegate, [(pk, node, was, to, {"state": [was, to]}) for pk, node, was in rows])


@act(
    "governance.find_valid", Delegate, label=_("资格有效"), past=_("已审查"), by=UPPER, bulk=True, apart_from=(CREATING,), icon="verified", main=True
)
def find_valid(ctx, delegates):
    """The credentials of these delegates hold."""
    looked_at(ctx, delegates, DelegateState.VALID)


@act("governance.find_invalid", Delegate, label=_("资格无效"), past=_("已审查"), by=UPPER, bulk=True, apart_from=(CREATING,), icon="block")
def find_invalid(ctx, delegates, *, why: Annotated[str, WHY]):
    """The credentials of these delegates do not hold; their seats are free again."""
    looked_at(ctx, delegates, DelegateState.INVALID)


@act("governance.review", Congress, label=_("资格审查报告"), past=_("审查完毕"), by=OFFICERS, icon="fact_check", main=True)
def review(ctx, congress):
    """All credentials have been looked at. Refuses: UNREVIEWED. A union without delegates meets as all its members."""
    count = congress.delegates.for_act("credentials").filter(state=DelegateState.CHOSEN).count()
    if count:
        raise words.UNREVIEWED(count=count)


@act("governance.hold", Congress, label=_("登记大会和选举"), past=_("已登记"), by=OFFICERS, icon="groups", main=True)
def hold(
    ctx, congress, *, opened_on: Annotated[date, P(_("开幕日期"))], closed_on: Annotated[date, P(_("闭幕（选举）日期"))],
    entitled: Annotated[int, P(_("应到人数"), least=1, most=100_000)], present: PEOPLE,
    seats: Annotated[int, P(_("应选委员数"), least=1, most=500)], candidates: Annotated[int, P(_("候选人数"), least=1, most=900)],
    issued: Annotated[int, P(_("发出选票"), least=0, most=100_000)], recovered: Annotated[int, P(_("收回选票"), least=0, most=100_000)],
):  # fmt: skip
    """It met and voted. Refuses: DAYS, NO_QUORUM (two thirds of those entitled), MARGIN (`elect.margin`), BALLOTS (more papers back than out)."""
    if not congress.requested_on <= opened_on <= closed_on <= ctx.day:
        raise words.DAYS(day=congress.requested_on)
    if present > entitled or not rules.quorate(entitled, present):
        raise words.NO_QUORUM(entitled=entitled, present=present)
    least = rules.least_candidates(seats, config.value("elect.margin", congress.node, opened_on))
    if candidates < least:
        raise words.MARGIN(seats=seats, least=least)
    if recovered > issued:
        raise words.BALLOTS()
    term = standing(congress.node)
    congress.outgoing = term.number if term else None
    congress.opened_on, congress.closed_on, congress.days = opened_on, closed_on, (closed_on - opened_on).days + 1
    congress.entitled, congress.present, congress.issued, congress.recovered = entitled, present, issued, recovered
    ctx.on = closed_on


@act(
    "governance.elect", Congress, label=_("登记当选人员"), past=_("已登记"), by=OFFICERS, when=lambda c: c.state == CongressState.HELD, icon="how_to_reg",
)  # fmt: skip
def elect(ctx, congress, *, person: Annotated[Person, P(_("姓名"))], post: Annotated[words.Post, P(_("职务"))], yes: PAPERS):
    """Whom it elected to what. Refuses: NOT_ELECTED (half of those entitled or less), NOT_MEMBER, BALLOTS, ELECTED_ALREADY."""
    if not rules.elected(congress.entitled, yes):
        raise words.NOT_ELECTED(yes=yes, entitled=congress.entitled)
    if yes > congress.recovered:
        raise words.BALLOTS(field="yes")
    refuse_stranger(person, congress.node)
    if congress.elected.for_act("once each").filter(person=person, post=post).exists():
        raise words.ELECTED_ALREADY(person=person, post=post.label)
    ctx.create(Elected, node=congress.node, congress=congress, person=person, post=post, yes=yes, on=congress.closed_on)


@act("governance.file", Congress, label=_("报选举结果"), past=_("已上报"), by=OFFICERS, icon="upload_file", main=True)
def file(ctx, congress):
    """Report the result to the union above, within `elect.report_days`. Refuses: NOBODY."""
    if not congress.elected.for_act("the result").exists():
        raise words.NOBODY()
    congress.filed_on = ctx.day


@act(
    "governance.accept", Congress, label=_("批准选举结果"), past=_("已批准，新一届开始"), by=UPPER, apart_from=("governance.file", "governance.hold"),
    icon="verified", main=True,
)  # fmt: skip
def accept(ctx, congress):
    """The union above agrees: the term that stood is over, the new one counts from the day of the election. Refuses: STANDS."""
    term = standing(congress.node)
    if term is not None and (term.number == congress.number or term.since > congress.closed_on):
        raise words.STANDS(node=congress.node, number=term.number)
    if term is not None:
        term.ended_on = congress.closed_on
        term.save()
    until = rules.last_day(congress.closed_on, congress.years)
    ctx.create(Term, node=congress.node, number=congress.number, since=congress.closed_on, until=until)


@act(
    "governance.repeat", Congress, label=_("责令重新选举"), past=_("已退回"), by=UPPER, apart_from=("governance.file", "governance.hold"), icon="undo"
)
def repeat(ctx, congress, *, why: Annotated[str, WHY]):
    """The procedure was broken: what was elected does not stand, the vote is taken again."""
    for one in congress.elected.for_act("does not stand").order_by("pk"):
        one.delete()
