"""Handing in an article that has appeared, what is due for it, and an award for publicity."""

from datetime import date
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.listing import add_lines
from gonghui.commons.money.models import PayBatch
from gonghui.commons.parties.models import Person
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.reads import to_point_to
from gonghui.commons.registers.acts import new_entry
from gonghui.commons.registers.models import EntryLink, RegisterEntry
from gonghui.commons.registers.words import AWARD, OPEN, Bond, EntryState, Tier
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.evidence.files import DOCUMENT
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.tree.models import Node

from . import words
from .points import best_so_far, due, points_by_tariff, root_of


def articles(rows, viewer):
    """Articles in reach that stand: one of them may be an earlier appearance of the same piece."""
    return rows.within(viewer).filter(kind=words.ARTICLE, state__in=OPEN)


@act("publicity.submit", RegisterEntry, label=_("报送稿件"), past=_("已报送，待审核登记"), by=OFFICERS, icon="newspaper", main=True)
def submit(
    ctx,
    *,
    node: Annotated[Node, P(_("报送组织"))],
    title: Annotated[str, P(_("标题"), max_length=160)],
    outlet: Annotated[words.Outlet, P(_("媒体"))],
    since: Annotated[date, P(_("刊发日期"))],
    author: Annotated[str, P(_("作者（署名）"), max_length=100)] = "",
    person: Annotated[Person | None, P(_("作者（通讯员）"))] = None,
    paper: Annotated[str, P(_("媒体全称"), help=_("不填即按所选媒体"), max_length=100)] = "",
    address: Annotated[str, P(_("网址"), max_length=300)] = "",
    genre: Annotated[words.Genre, P(_("体裁"))] = words.Genre.NEWS,
    first: Annotated[RegisterEntry | None, P(_("同一稿件已刊于"), help=_("按最高一次计分，只奖励一次"), pick=articles)] = None,
    plan: Annotated[PlanItem | None, P(_("宣传的计划项目"), pick=to_point_to)] = None,
    proof: Annotated[UploadedFile | None, P(_("样报或截图"), accept=DOCUMENT)] = None,
    another: Annotated[bool, P(_("确为另一篇"))] = False,
):
    """
    Hand in an article of a day in an outlet; somebody else registers it. Refuses what `new_entry` refuses.

    quantity: its points by the tariff of its day; of a piece that has appeared before only what it brings beyond the best so far.
    """
    root = first and root_of(first)
    points = points_by_tariff()(outlet, genre, node.path, since)
    if root:
        points = max(0, points - best_so_far(root))
    entry = new_entry(
        ctx, kind=words.ARTICLE, title=title, node=node, since=since, issuer=paper or str(outlet.label), tier=words.TIERS[outlet],
        topic=outlet.value, unit=genre.value, quantity=points, holder_name=author, person=person, address=address, plan=plan, proof=proof,
        another=another, state=EntryState.PROPOSED,
    )  # fmt: skip
    if root:
        ctx.create(EntryLink, entry=entry, other=root, bond=Bond.RELATED, since=ctx.day)
    return entry


@act(
    "publicity.reward", PayBatch, label=_("按积分列入稿件奖励"), past=_("已列入"), by=OFFICERS, icon="newspaper", main=True,
    when=lambda batch: batch.state == "listed",
)  # fmt: skip
def reward(ctx, batch, *, since: Annotated[date, P(_("刊发日期起"))], until: Annotated[date, P(_("刊发日期止"))]):
    """
    List what is due for the registered articles of the list's node and below that appeared between two days.

    A piece is rewarded once, for its best appearance among those days (default). Refuses: OTHER_LIST, DAYS, NOTHING, LATE, CLOSED.
    """
    if batch.kind != words.REWARD:
        raise words.OTHER_LIST()
    if not since <= until <= ctx.day:
        raise words.DAYS()
    if not (lines := due(batch.node, since, until)):
        raise words.NOTHING()
    if late := add_lines(ctx, batch, lines):
        raise words.LATE(count=len(late))


@act("publicity.enter_award", RegisterEntry, label=_("登记宣传荣誉"), past=_("已登记"), by=OFFICERS, icon="military_tech")
def enter_award(
    ctx,
    *,
    node: Annotated[Node, P(_("登记组织"))],
    title: Annotated[str, P(_("荣誉名称"), help=_("如 优秀通讯员、先进集体"), max_length=160)],
    issuer: Annotated[str, P(_("授予单位"), max_length=100)],
    since: Annotated[date, P(_("获得日期"))],
    tier: Annotated[Tier | None, P(_("级别"))] = None,
    person: Annotated[Person | None, P(_("获得者（人员）"))] = None,
    holder_node: Annotated[Node | None, P(_("获得者（组织）"))] = None,
    year: Annotated[int | None, P(_("所属年度"), help=_("不填即日期所在年度"), least=1900, most=2200)] = None,
    proof: Annotated[UploadedFile | None, P(_("凭证"), accept=DOCUMENT)] = None,
):
    """List what somebody else gave a correspondent or a unit for publicity. Refuses what `new_entry` refuses."""
    return new_entry(
        ctx, kind=AWARD, topic=words.PUBLICITY, title=title, node=node, issuer=issuer, since=since, tier=tier, person=person, holder_node=holder_node,
        year=year, proof=proof,
    )  # fmt: skip
