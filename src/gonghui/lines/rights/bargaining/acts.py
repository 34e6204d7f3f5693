"""From an offer to a contract that is performed, renewed or ended."""

from datetime import date, timedelta
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.rules import months_later
from gonghui.commons.parties.models import Employer
from gonghui.kernel import config
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.tree.models import Node

from . import words
from .models import Contract, Covered

ON = Annotated[date, P(_("日期"))]
NODE = Annotated[Node, P(_("工会"))]
SORT = Annotated[words.Sort, P(_("类别"))]
REACH = Annotated[words.Reach, P(_("范围"))]
TITLE = Annotated[str, P(_("名称"), max_length=120)]
EMPLOYER = Annotated[Employer | None, P(_("企业"), help=_("区域性、行业性的不填"))]
TERMS = Annotated[str, P(_("主要条款"), help=_("能级工资专项填技能等级工资表"), long=True, max_length=1000)]
HEADS = Annotated[int, P(_("人数"), least=1, most=10**7)]
UNTIL = Annotated[date, P(_("期满日期"))]
NUMBER = Annotated[str, P(_("备案号"), max_length=60)]


def check_day(ctx, on: date, first: date) -> None:
    """Refuses: IN_FUTURE, or a day before `first`."""
    if not first <= on <= ctx.day:
        raise words.IN_FUTURE(first=first, last=ctx.day)


def begin(ctx, *, reach, employer, **more) -> Contract:
    """Save a contract. Refuses: NO_EMPLOYER unless an own contract, and only that, names its enterprise."""
    if (reach == words.Reach.OWN) != (employer is not None):
        raise words.NO_EMPLOYER()
    return ctx.create(Contract, reach=reach, employer=employer, **more)


def put_in(ctx, contract: Contract, employer: Employer, workers: int) -> Covered:
    """An enterprise with its workers, once a contract. Refuses: COVERED."""
    if contract.covered.for_act("covered once").filter(employer=employer).exists():
        raise words.COVERED(employer=employer)
    own = contract.employer_id == employer.pk
    return ctx.create(Covered, node=contract.node, contract=contract, employer=employer, workers=workers, own=own, on=contract.offered_on)


def check_term(contract: Contract, day: date, since: date, until: date) -> None:
    """Refuses: TERM."""
    years = config.value("cb.term_max_years", contract.node, day)
    if not since <= until <= months_later(since, 12 * years):
        raise words.TERM(years=years)


def refuse_number(number: str) -> None:
    """Refuses: NUMBER_TAKEN."""
    if Contract.objects.for_act("one number once").filter(number=number).exists():
        raise words.NUMBER_TAKEN()


@act("bargaining.offer", Contract, label=_("发出要约"), past=_("已发出要约"), by=OFFICERS, icon="outgoing_mail", main=True)
def offer(ctx, *, node: NODE, sort: SORT, reach: REACH, title: TITLE, on: ON, employer: EMPLOYER = None):
    """Ask the other side to bargain. Refuses: NO_EMPLOYER, IN_FUTURE."""
    check_day(ctx, on, date(1995, 1, 1))
    return begin(ctx, node=node, sort=sort, reach=reach, title=title, offered_on=on, employer=employer)


@act("bargaining.accept", Contract, label=_("同意协商"), past=_("已同意协商"), by=OFFICERS, icon="thumb_up", main=True)
def accept(ctx, contract, *, answer: Annotated[str, P(_("答复"), max_length=300)]):
    """The other side has answered in writing."""
    contract.answer = answer


@act("bargaining.refuse", Contract, label=_("拒绝协商"), past=_("已登记拒绝"), by=OFFICERS, icon="thumb_down")
def refuse(ctx, contract, *, why: Annotated[str, WHY]):
    """The other side will not bargain and says why."""
    contract.answer = why[:300]


@act("bargaining.meet", Contract, label=_("协商会议"), past=_("已登记会议"), by=OFFICERS, icon="forum")
def meet(ctx, contract, *, on: ON, minutes: Annotated[str, P(_("会议纪要"), long=True, max_length=1000)]):
    """They met; what was agreed is in the minutes, which become the terms as they stand. Refuses: IN_FUTURE."""
    check_day(ctx, on, contract.offered_on)
    contract.meetings, contract.terms = contract.meetings + 1, minutes


@act("bargaining.draft", Contract, label=_("形成草案"), past=_("草案已形成"), by=OFFICERS, icon="edit_document", main=True)
def draft(ctx, contract, *, terms: TERMS, workers: Annotated[int | None, P(_("覆盖职工数"), help=_("本企业合同填写"), least=1, most=10**7)] = None):
    """The draft as the staff will vote on it. Refuses: NO_TABLE (skill-level wages), NOBODY (an own contract says how many it covers)."""
    if contract.sort == words.Sort.SKILL and not terms.strip():
        raise words.NO_TABLE()
    contract.terms = terms
    if contract.reach == words.Reach.OWN and not contract.covered.for_act("covered").exists():
        if workers is None:
            raise words.NOBODY(field="workers")
        put_in(ctx, contract, contract.employer, workers)


@act("bargaining.cover", Contract, label=_("列入覆盖单位"), past=_("已列入"), by=OFFICERS, icon="domain_add")
def cover(ctx, contract, *, employer: Annotated[Employer, P(_("覆盖单位"))], workers: HEADS):
    """An enterprise a regional or sector contract covers, or a branch an own one covers too. Refuses: COVERED."""
    put_in(ctx, contract, employer, workers)


@act("bargaining.carry", Contract, label=_("职代会通过"), past=_("已通过"), by=OFFICERS, icon="how_to_vote", main=True)
def carry(
    ctx, contract, *, staff: Annotated[int, P(_("全体职工（代表）"), least=1, most=10**7)], present: Annotated[int, P(_("到会"), least=1, most=10**7)],
    yes: Annotated[int, P(_("同意"), least=0, most=10**7)],
):  # fmt: skip
    """
    The congress passed it: two thirds came, half or more of all agreed (半数以上 includes the half). Refuses: MORE_THAN_ALL, NOT_PASSED.

    Source: Collective Contract Rules art 36; Civil Code art 1259.
    """
    if not yes <= present <= staff:
        raise words.MORE_THAN_ALL()
    if present * 3 < staff * 2 or yes * 2 < staff:
        raise words.NOT_PASSED(present=-(-staff * 2 // 3), yes=-(-staff // 2))
    contract.staff, contract.present, contract.yes = staff, present, yes


@act("bargaining.vote_down", Contract, label=_("未通过"), past=_("已退回协商"), by=OFFICERS, icon="replay")
def vote_down(ctx, contract, *, why: Annotated[str, WHY]):
    """The congress did not pass it; they talk again."""


@act("bargaining.sign", Contract, label=_("签订"), past=_("已签订"), by=OFFICERS, icon="draw", main=True)
def sign(ctx, contract, *, on: ON, until: UNTIL):
    """Both chiefs signed. Refuses: IN_FUTURE, TERM, NOBODY."""
    check_day(ctx, on, contract.offered_on)
    check_term(contract, ctx.day, on, until)
    if not contract.covered.for_act("covered").exists():
        raise words.NOBODY()
    contract.signed_on, contract.until, ctx.on = on, until, on


@act("bargaining.file", Contract, label=_("报送审查"), past=_("已报送"), by=OFFICERS, icon="upload_file", main=True)
def file(ctx, contract, *, on: ON, number: NUMBER):
    """The labour authority has it, under its number. Refuses: IN_FUTURE, NUMBER_TAKEN."""
    check_day(ctx, on, contract.signed_on)
    refuse_number(number)
    contract.filed_on, contract.number = on, number


@act("bargaining.object", Contract, label=_("审查有异议"), past=_("已退回协商"), by=OFFICERS, icon="report")
def object_(ctx, contract, *, why: Annotated[str, WHY]):
    """The authority objects; they talk again, vote again, file again."""
    contract.number = contract.filed_on = contract.signed_on = None


@act("bargaining.take_effect", Contract, label=_("生效"), past=_("已生效"), by=OFFICERS, icon="verified", main=True)
def take_effect(ctx, contract, *, on: ON):
    """It has force. Refuses: UNDER_REVIEW before `cb.review_days` are over, IN_FUTURE. Source: Labour Contract Law art 54."""
    last = contract.filed_on + timedelta(days=config.value("cb.review_days", contract.node, contract.filed_on))
    if on <= last:
        raise words.UNDER_REVIEW(day=last)
    check_day(ctx, on, last)
    check_term(contract, ctx.day, on, contract.until)
    contract.since, ctx.on = on, on


@act("bargaining.enter", Contract, label=_("补录合同"), past=_("已补录"), by=UPPER, icon="playlist_add")
def enter(
    ctx, *, node: NODE, sort: SORT, title: TITLE, employer: Annotated[Employer, P(_("企业"))], workers: HEADS, signed_on: Annotated[date, P(_("签订日期"))],
    number: NUMBER, since: Annotated[date, P(_("生效日期"))], until: UNTIL,
):  # fmt: skip
    """An enterprise's contract that was concluded before the house knew of it. Refuses: IN_FUTURE, NUMBER_TAKEN, TERM."""
    check_day(ctx, since, signed_on)
    refuse_number(number)
    told = {"sort": sort, "title": title, "offered_on": signed_on, "signed_on": signed_on, "filed_on": signed_on, "number": number, "since": since}
    contract = begin(ctx, node=node, reach=words.Reach.OWN, employer=employer, until=until, **told)
    check_term(contract, ctx.day, since, until)
    put_in(ctx, contract, employer, workers)
    return contract


@act("bargaining.publish", Contract, label=_("向职工公布"), past=_("已公布"), by=OFFICERS, icon="campaign", main=True)
def publish(ctx, contract, *, on: ON):
    """All staff have been told. Refuses: IN_FUTURE."""
    check_day(ctx, on, contract.since)
    contract.published_on = on


@act("bargaining.inspect", Contract, label=_("履约检查"), past=_("已登记检查"), by=OFFICERS, icon="fact_check")
def inspect(ctx, contract, *, on: ON, performance: Annotated[str, P(_("履约情况"), help=_("履行、部分履行、未履行的条款"), max_length=300)]):
    """How it is kept, at least once a year. Refuses: IN_FUTURE."""
    check_day(ctx, on, contract.since)
    contract.inspected_on, contract.performance = on, performance


@act("bargaining.renew", Contract, label=_("续签要约"), past=_("已发出续签要约"), by=OFFICERS, icon="autorenew")
def renew(ctx, contract, *, on: ON):
    """An offer that follows this contract, which stands until its own term ends. Refuses: IN_FUTURE, RENEWED."""
    check_day(ctx, on, contract.since)
    if Contract.objects.for_act("renewed once").filter(replaces=contract).exists():
        raise words.RENEWED()
    told = {"node": contract.node, "sort": contract.sort, "reach": contract.reach, "employer": contract.employer, "title": contract.title}
    ctx.create(Contract, offered_on=on, replaces=contract, state=words.ContractState.OFFERED, **told)


@act("bargaining.end", Contract, label=_("提前终止"), past=_("已终止"), by=OFFICERS, apart_from=(CREATING,), icon="stop")
def end(ctx, contract, *, on: ON, why: Annotated[str, WHY]):
    """It ends before its term. Refuses: IN_FUTURE."""
    check_day(ctx, on, contract.since)
    contract.until = min(on, contract.until)
