"""What others give to a result: awards and patents, each an entry of the register with its proof."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.registers.acts import new_entry
from gonghui.commons.registers.words import KINDS, Tier
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.ledger.act import P, act

from .acts import PROOF
from .models import Result
from .words import DONE, OUTSIDE, S


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
