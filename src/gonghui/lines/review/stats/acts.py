"""From the end of a period to what is told of it."""

from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.indicators import INDICATORS, figure, find
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.slots import one_tree

from . import reads, rules, words
from .models import Bulletin, SealedRows, Snapshot
from .sealing import seal

PERIOD = Annotated[str, P(_("期间"), help=_("如 2024、2024H1、5y-to-2024"), max_length=40)]
MOST = 2000  # characters of further figures
MORE = Annotated[str, P(_("另加指标"), help=_("各条线主要指标之外的，用空格分开"), max_length=MOST)]
LIKE = Annotated[Bulletin | None, P(_("沿用文字"), help=_("照这份综述的文字，数换成本期的"))]


def wanted(ctx, review: Bulletin) -> list:
    """The indicators of a review: the main ones of every line, but of a special one, and those asked for, as far as the viewer may see them. Refuses an unknown key."""
    asked = [find(key) for key in review.more.split()]
    main = [] if review.special else [one for one in INDICATORS.values() if one.main and not one.check]
    return [one for one in dict.fromkeys([i.key for i in [*main, *asked]]) if ctx.viewer.reach(INDICATORS[one].power).covers(review.node.path)]


def computed(ctx, review: Bulletin, key: str, **more) -> Snapshot:
    """A snapshot of an indicator as the records stand now, with the rows it was counted from."""
    told = find(key)
    value = figure(told, review.node, Period.parse(review.period), viewer=ctx.viewer).value
    made = ctx.create(Snapshot, node=review.node, review=review, key=key, line=told.line, version=told.version, value=value, on=review.ends_on,
        computed_at=ctx.at, **more)  # fmt: skip
    seal(ctx, made)
    return made


@act("stats.begin", Bulletin, label=_("开始综述"), past=_("已开始"), by=UPPER, icon="summarize", main=True)
def begin(
    ctx,
    *,
    node: Annotated[Node, P(_("组织"))],
    period: PERIOD,
    title: Annotated[str, P(_("标题"), max_length=120)],
    more: MORE = "",
    like: LIKE = None,
    special: Annotated[bool, P(_("专题"), help=_("只算另加的指标"))] = False,
):
    """
    Begin to tell a period that is over; `like` gives its words and further figures, which are then of the new period.

    Refuses: TOO_MANY, NOTHING_ASKED of a special one, NOT_OVER, BEGUN_TWICE, an unknown period or indicator.
    """
    more = " ".join(dict.fromkeys([*more.split(), *(like.more.split() if like else ())]))
    if len(more) > MOST:
        raise words.TOO_MANY(most=MOST)
    if special and not more:
        raise words.NOTHING_ASKED()
    span = Period.parse(period)
    if span.end >= ctx.day:
        raise words.NOT_OVER(period=span.label, end=span.end)
    for key in more.split():
        find(key)
    if not special and Bulletin.objects.for_act("told once").filter(node=node, period=str(span), special=False).exists():
        raise words.BEGUN_TWICE(period=span.label)
    return ctx.create(
        Bulletin, node=node, period=str(span), ends_on=span.end, title=title, more=more, special=special, text=like.text if like else "",
    )  # fmt: skip


@act("stats.compute", Bulletin, label=_("计算"), past=_("已计算，待各条线核对"), by=UPPER, icon="calculate", main=True)
def compute(ctx, review):
    """Take every figure anew from the records; what was checked before is checked again."""
    for kept in SealedRows.objects.for_act("computed anew").filter(snapshot__review=review).defer("rows"):
        kept.delete()
    for old in review.snapshots.for_act("computed anew"):
        old.delete()
    with one_tree():
        for key in wanted(ctx, review):
            computed(ctx, review, key)


@act("stats.check_line", Bulletin, label=_("条线核对"), past=_("已核对"), by=UPPER, apart_from=("stats.compute",), icon="fact_check", main=True)
def check_line(ctx, review, *, line: Annotated[str, P(_("条线"), help=_("条线编码；全部核对填 all"), max_length=24)]):
    """The owner of a line has compared its figures with the rows behind them. Refuses: NO_SUCH_LINE."""
    rows = review.snapshots.for_act("checked by its line").order_by("pk")
    mine = list(rows if line == "all" else rows.filter(line=line))
    if not mine:
        raise words.NO_SUCH_LINE(line=line)
    for one in mine:
        one.checked_on = ctx.day
        one.save()


@act("stats.write", Bulletin, label=_("撰写文字"), past=_("已保存"), by=UPPER, icon="edit_note")
def write(
    ctx,
    review,
    *,
    text: Annotated[
        str, P(_("文字"), help=_("数字写成 {指标编码}，约数写成 {指标编码:万}，比上年同期写成 {指标编码:同比}"), long=True, max_length=8000)
    ],
):
    """The words; every number in them is a reference to a figure of the review. Refuses: TYPED_NUMBER, and as `bound`."""
    number = rules.typed_number(text)
    if number:
        raise words.TYPED_NUMBER(number=number)
    bound(review, text)
    review.text = text


def bound(review: Bulletin, text: str) -> None:
    """Every figure of a text is one of the review, and only like is compared with like. Refuses: UNKNOWN_FIGURE, NO_BASIS, OTHER_BASIS, NOTHING_BEFORE."""
    known = reads.standing(review)
    for key in rules.keys_of(text):
        if key not in known:
            raise words.UNKNOWN_FIGURE(key=key)
    for one in map(known.get, rules.compared_in(text)):
        if no := reads.unlike(one, reads.basis(one)):
            raise no


@act("stats.freeze", Bulletin, label=_("签署定格"), past=_("已定格"), by=UPPER, apart_from=("stats.compute",), icon="ac_unit", main=True)
def freeze(ctx, review):
    """Signed: from now on no figure of it changes. Refuses: UNCHECKED, and as `bound`."""
    left = review.snapshots.for_act("unchecked").filter(checked_on=None).values_list("line", flat=True).distinct()
    lines = sorted(left)
    if lines:
        raise words.UNCHECKED(count=len(lines), lines="、".join(lines[:6]))
    bound(review, review.text)
    review.frozen_on = ctx.day


@act("stats.publish", Bulletin, label=_("发布"), past=_("已发布"), by=UPPER, icon="campaign", main=True)
def publish(ctx, review):
    """Told to everybody within reach."""
    review.published_on = ctx.day


@act("stats.correct", Snapshot, label=_("更正"), past=_("已更正"), by=UPPER, when=lambda s: s.standing, icon="rule")
def correct(ctx, snapshot, *, why: Annotated[str, WHY]):
    """An erratum: the figure as the records stand now, beside the one it replaces. Refuses: NOT_FROZEN, SAME."""
    review = snapshot.review
    if review.frozen_on is None:
        raise words.NOT_FROZEN()
    snapshot.standing = False
    snapshot.save()
    new = computed(ctx, review, snapshot.key, replaces=snapshot, why=why, checked_on=ctx.day)
    if new.value == snapshot.value:
        raise words.SAME()
