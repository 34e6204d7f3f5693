"""What is given to a result: titles it is entered for, awards and patents of others, each an entry of the register with its proof."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.models import Round
from gonghui.commons.designations.nomination_acts import nominate, open_rounds
from gonghui.commons.designations.words import Holder
from gonghui.commons.registers.acts import new_entry
from gonghui.commons.registers.words import KINDS, Tier
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.refusal import Refusal

from .acts import PROOF
from .models import Result
from .words import DONE, OUTSIDE, WORKS, S, Sort

NOT_FOR_WORKS = Refusal("innovation.not_for_works", _("“{round}”不评选成果。"), instead=_("请选择成果类评选。"), field="round")


def works(rows, viewer):
    return open_rounds(rows, viewer).filter(kind__in=WORKS)


@act(
    "innovation.enter", Result, label=_("报送参评"), past=_("已报送，逐级推荐中"), by=OFFICERS, icon="upload", main=True,
    when=lambda result: result.state in DONE or result.kind in (Sort.IDEA, Sort.SKILL),
)  # fmt: skip
def enter(ctx, result, *, round: Annotated[Round, P(_("评选批次"), pick=works)], brief: Annotated[str, P(_("简要介绍"), long=True, max_length=500)]):
    """
    Enter a result for a call of the level above: a nomination that goes up level by level.

    Refuses: NOT_FOR_WORKS and what `designations.nominate` refuses. Ideas and unique skills need not be completed.
    """
    if round.kind not in WORKS:
        raise NOT_FOR_WORKS(round=round)
    nominate.run(ctx, round=round, node=result.node, holder=Holder.WORK, name=result.title, brief=brief)
    result.round, result.entered_on = round, ctx.day


def outside_kinds() -> list[tuple]:
    return [(slug, KINDS.label(slug)) for slug in OUTSIDE]


@act(
    "innovation.note_award", Result, label=_("登记奖项或专利"), past=_("已登记"), by=OFFICERS, icon="military_tech",
    when=lambda result: result.state in (S.ADOPTED, *DONE),
)  # fmt: skip
def note_award(
    ctx,
    result,
    *,
    kind: Annotated[str, P(_("类别"), choices=outside_kinds)],
    title: Annotated[str, P(_("奖项或专利名称"), max_length=160)],
    since: Annotated[date, P(_("日期"), help=_("获奖或提出专利申请之日"))],
    issuer: Annotated[str, P(_("颁发或受理单位"), max_length=100)],
    number: Annotated[str, P(_("编号（申请号）"), max_length=60)] = "",
    tier: Annotated[Tier | None, P(_("级别"))] = None,
    proof: PROOF = None,
):
    """
    List an outside award or a patent with the result that won it; a patent granted later is brought into force in the register.

    Refuses what `registers.new_entry` refuses.
    """
    new_entry(
        ctx, kind=kind, title=title, node=result.node, since=since, issuer=issuer, number=number, tier=tier, holder_name=result.title, proof=proof,
    )  # fmt: skip
