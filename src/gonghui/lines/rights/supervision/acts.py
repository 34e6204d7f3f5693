"""Issuing a letter, an opinion or a proposal, with a number that is never used again."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases import limits
from gonghui.commons.cases.models import Case
from gonghui.commons.cases.steps import step
from gonghui.commons.cases.words import OPEN as UNDER_WAY
from gonghui.commons.cases.words import STAGES, Deed, Limit
from gonghui.commons.registers.acts import new_entry
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.registers.words import IN_FUTURE, OPEN
from gonghui.kernel import config
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.store import hold
from gonghui.kernel.tree.kinds import KINDS
from gonghui.kernel.tree.models import Node

from . import words


def clues(rows, viewer):
    """Matters of supervision within reach that are not over."""
    return rows.within(viewer).filter(kind__in=words.SUBJECTS, state__in=UNDER_WAY)


def next_number(node: Node, kind: str, on: date) -> str:
    """The next number of a union, sort of paper and year: X工劳监提字〔2026〕第001号. Source: handbook 6."""
    hold(f"supervision {node.pk}")
    whose = node.name.removesuffix("总工会").removesuffix("工会")[-30:]
    rows = RegisterEntry.objects.for_act("a serial").filter(kind=kind, node=node, since__year=on.year)
    return f"{whose}工劳监{words.PAPERS[kind][0]}字〔{on.year}〕第{rows.count() + 1:03d}号"


def refuse(case: Case, kind: str, node: Node, on: date) -> None:
    """Refuses: NO_FIRM, FIRM_ENDED, STILL_OPEN, COUNTY, OPINION_FIRST."""
    firm, papers = case.employer, RegisterEntry.objects.for_act("papers of a matter").filter(topic=str(case.pk))
    if firm is None:
        raise words.NO_FIRM()
    if firm.until is not None and firm.until <= on:
        raise words.FIRM_ENDED(firm=firm, day=firm.until)
    if paper := papers.filter(kind=kind, state__in=OPEN).first():
        raise words.STILL_OPEN(number=paper.number)
    if kind == words.PROPOSAL and "federation" not in KINDS[node.kind].tags:
        raise words.COUNTY()
    if kind == words.PROPOSAL and not case.urgent and not papers.filter(kind=words.OPINION).exists():
        raise words.OPINION_FIRST()


@act("supervision.issue", RegisterEntry, label=_("签发监督文书"), past=_("已签发"), by=OFFICERS, icon="drafts", main=True)
def issue(
    ctx, *, node: Annotated[Node, P(_("签发工会"))], case: Annotated[Case, P(_("线索"), pick=clues)],
    kind: Annotated[str, P(_("文书"), choices=lambda: [(slug, words.ENTRIES.label(slug)) for slug in words.PAPERS])],
    says: Annotated[str, P(_("事实、依据和要求"), long=True, max_length=500)], on: Annotated[date, P(_("签发日期"))],
    people: Annotated[int | None, P(_("涉及职工人数"), least=1, most=1_000_000)] = None,
):  # fmt: skip
    """
    Issue a paper of a matter to its employer: numbered, in force from its day; the time to answer begins.

    Refuses: IN_FUTURE, NO_FIRM, FIRM_ENDED, STILL_OPEN, COUNTY (a proposal comes from a county or above), OPINION_FIRST unless it is urgent.
    """
    if on > ctx.day:
        raise IN_FUTURE(day=on, field="on")
    case = Case.objects.for_act("one paper at a time").select_for_update(of=("self",)).get(pk=case.pk)
    refuse(case, kind, node, on)
    _character, stage, days = words.PAPERS[kind]
    paper = new_entry(
        ctx, kind=kind, node=node, title=f"关于“{case.title}”的{words.ENTRIES.label(kind)}"[:160], number=next_number(node, kind, on), issuer=node.name[:100], since=on,
        in_force_from=on, employer=case.employer, topic=str(case.pk), quantity=people or case.people, unit="人", note=says, another=True,
    )  # fmt: skip
    limits.stop(ctx, case, Limit.REPLY)
    limits.start(ctx, case, Limit.REPLY, days=config.value(days, node, ctx.day), since=on)
    case.stage = stage
    case.save()
    step(ctx, case, Deed.STAGE, says=f"{STAGES.label(stage)} {paper.number}")
    return paper
