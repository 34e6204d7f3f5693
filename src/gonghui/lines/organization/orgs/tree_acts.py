"""What changes a union that stands: name, place, coverage, end."""

from datetime import date, timedelta
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Employer
from gonghui.kernel.access.roles import GRASSROOTS, OFFICERS, UPPER
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.tree import growth
from gonghui.kernel.tree.models import Node

from . import hooks, reads, rules, words
from .acts import check_place, stand_up
from .models import Change, Coverage, Site, Union, UnionSegment

ONE_DAY = timedelta(days=1)


def live(union) -> bool:
    return union.state in words.LIVE


@act("orgs.rename", Union, label=_("更名"), past=_("已更名"), by=UPPER, when=live)
def rename(ctx, union, *, name: Annotated[str, P(_("新名称"), max_length=100)], on: Annotated[date, P(_("日期"))]):
    """Give a union another name; the old one stays in its history."""
    ctx.on = on
    Change(node=union.node, what=Change.What.RENAMED, on=on, was=union.node.name, became=name).save()
    growth.rename(growth.locked(union.node_id), name)
    differ_from_register(union, on)


def differ_from_register(union: Union, on: date) -> None:
    """Name or legal representative of a legal person are another from `on`; registered within `org.lp_change_days`."""
    if union.state == words.UnionState.LEGAL_PERSON:
        union.changed_on = union.changed_on or on


@act("orgs.move", Union, label=_("变更隶属"), past=_("已变更隶属"), by=UPPER, when=live, icon="move_down")
def move(ctx, union, *, parent: Annotated[Node, P(_("新上级"))], on: Annotated[date, P(_("生效日期"))]):
    """Hang a union and all below it under another parent from a day on. Refuses: NOT_UNDER and what the tree refuses."""
    node = union.node
    check_place(node.kind, parent)
    if on > ctx.day:
        raise words.IN_FUTURE()
    if on <= union.founded_on:
        raise words.EARLIER(day=union.founded_on)
    ctx.on = on
    was = node.parent.name if node.parent else ""
    growth.move(node, parent, on)
    Change(node=node, what=Change.What.MOVED, on=on, was=was, became=parent.name).save()
    union.slot = growth.locked(node.pk).slot


@act("orgs.begin_dissolving", Union, label=_("启动撤销"), past=_("已启动撤销"), by=UPPER)
def begin_dissolving(ctx, union, *, why: Annotated[str, WHY]):
    """Begin to dissolve: funds are cleared, members moved or retained first. Source: 《工会法》第十三条."""


@act("orgs.dissolve", Union, label=_("撤销"), past=_("已撤销"), by=UPPER, apart_from=("orgs.begin_dissolving",), icon="delete")
def dissolve(ctx, union, *, on: Annotated[date, P(_("撤销日期"))]):
    """End a union; `on` is its last day. Refuses: STILL_MEMBERS, EARLIER, units still below it."""
    close(ctx, union, on)
    Change(node=union.node, what=Change.What.DISSOLVED, on=on, was=union.node.name).save()


def close(ctx, union: Union, on: date) -> None:
    if on < union.founded_on:
        raise words.EARLIER(day=union.founded_on)
    if on > ctx.day:
        raise words.IN_FUTURE()
    for check in hooks.before_dissolving:
        check(ctx, union)
    ctx.on = on
    growth.uproot(union.node, on)
    union.dissolved_on = on
    for row in Coverage.objects.for_act("dissolve").select_for_update(of=("self",)).filter(union=union, until=None).order_by("pk"):
        row.until = max(on, row.since)
        row.save()


@act("orgs.merge", Union, label=_("并入另一工会"), past=_("已并入"), by=UPPER, when=live)
def merge(ctx, union, *, into: Annotated[Union, P(_("并入"))], on: Annotated[date, P(_("日期"))]):
    """Merge a union into another: employers and members pass over on `on`, and the union ends the day before."""
    into = reads.held(into)
    if not live(into) or into.pk == union.pk:
        raise words.NOT_LIVE(union=into)
    pass_over(ctx, union, into, None, on)
    union.state = words.UnionState.DISSOLVED
    close(ctx, union, on - ONE_DAY)
    ctx.on = on
    Change(node=union.node, what=Change.What.MERGED, on=on, was=union.node.name, became=into.node.name).save()


@act("orgs.split", Union, label=_("分立"), past=_("已分立"), by=UPPER, when=live)
def split(
    ctx,
    union,
    *,
    name: Annotated[str, P(_("新工会名称"), max_length=100)],
    kind: Annotated[words.UnionKind, P(_("新工会类型"))],
    employers: Annotated[list[Employer], P(_("分出的用人单位"))],
    on: Annotated[date, P(_("日期"))],
):
    """Found a second union beside this one for some of its employers, whose members pass over. Refuses: NOT_UNDER."""
    parent = union.node.parent
    check_place(kind, parent)
    if on > ctx.day:
        raise words.IN_FUTURE()
    ctx.on = on
    fresh = stand_up(ctx, parent=parent, kind=kind, name=name, on=on)
    pass_over(ctx, union, fresh, employers, on)
    Change(node=union.node, what=Change.What.SPLIT, on=on, was=union.node.name, became=name).save()


def pass_over(ctx, union: Union, into: Union, employers, on: date) -> None:
    """Coverage ends at one union and begins at the other; lines that hang on it follow."""
    rows = Coverage.objects.for_act("pass over").select_for_update(of=("self",)).filter(union=union, until=None).order_by("pk")
    if employers is not None:
        rows = rows.filter(employer__in=employers)
    for row in list(rows):
        row.until = max(on - ONE_DAY, row.since)
        row.save()
        Coverage(node=into.node, union=into, employer_id=row.employer_id, since=on).save()
    for follow in hooks.on_passing:
        follow(ctx, union, into, employers, on)


@act("orgs.cover", Union, label=_("增加涵盖单位"), past=_("已增加涵盖单位"), by=OFFICERS, when=live)
def cover(ctx, union, *, employer: Annotated[Employer, P(_("用人单位"))], since: Annotated[date, P(_("起"))]):
    """Let a joint or league union cover one more employer. Refuses: COVERED_ALREADY, HAS_UNION, TOO_MANY_TO_SHARE."""
    reads.hold_employers([employer])
    if Coverage.objects.for_act("uniqueness").filter(union=union, employer=employer, until=None).exists():
        raise words.COVERED_ALREADY()
    other = reads.live_union_of(employer)
    if other and union.node.kind in ("single", "joint") and other.node.kind in ("single", "joint"):
        raise words.HAS_UNION(employer=employer.name, union=other, field="employer")
    if union.node.kind == "joint" and not rules.may_share_committee(employer.workers or 0):
        raise words.TOO_MANY_TO_SHARE(employer=employer.name, members=employer.workers, field="employer")
    Coverage(node=union.node, union=union, employer=employer, since=since).save()


@act("orgs.uncover", Coverage, label=_("移出涵盖名单"), past=_("已移出"), by=OFFICERS, when=lambda c: c.until is None)
def uncover(ctx, coverage, *, on: Annotated[date, P(_("最后一日"))]):
    """End the coverage of an employer; `on` is its last day."""
    coverage.until = max(on, coverage.since)


@act("orgs.mark_segment", Union, label=_("标记重点领域"), past=_("已标记"), by=OFFICERS, when=live)
def mark_segment(ctx, union, *, segment: Annotated[words.Segment, P(_("重点领域"))], since: Annotated[date, P(_("起"))]):
    """Note that a union belongs to a focus segment. Refuses: SEGMENT_KNOWN."""
    if UnionSegment.objects.for_act("uniqueness").filter(union=union, segment=segment, until=None).exists():
        raise words.SEGMENT_KNOWN()
    UnionSegment(node=union.node, union=union, segment=segment, since=since).save()


@act("orgs.verify", Union, label=_("核验组织实名"), past=_("已核验"), by=UPPER, when=lambda u: live(u) and u.verified_on is None, icon="verified")
def verify(ctx, union, *, on: Annotated[date, P(_("核验日期"))]):
    """The record of the organisation has been compared with its papers and its node."""
    union.verified_on = on


@act("orgs.declare_chair", Union, label=_("登记主席"), past=_("已登记主席"), by=GRASSROOTS + UPPER, when=live)
def declare_chair(
    ctx, union, *, chair: Annotated[str, P(_("主席"), max_length=50)], term_until: Annotated[date | None, P(_("委员会届满日期"))] = None
):
    """Note who chairs and until when the committee is elected; elections themselves are filed with their minutes."""
    if chair != union.chair:
        differ_from_register(union, ctx.day)
    union.chair, union.term_until = chair, term_until or union.term_until


@act("orgs.list_site", Site, label=_("列入安置点"), past=_("已列入"), by=UPPER, icon="add_location", main=True)
def list_site(
    ctx, *, node: Annotated[Node, P(_("组织"))], name: Annotated[str, P(_("安置点名称"), max_length=100)], since: Annotated[date, P(_("列入日期"))]
):
    """Put a resettlement site on the list of those that should have a union."""
    return ctx.create(Site, node=node, name=name, since=since)


@act("orgs.cover_site", Site, label=_("登记建会"), past=_("已登记建会"), by=UPPER, when=lambda s: s.union_id is None and s.until is None)
def cover_site(ctx, site, *, union: Annotated[Union, P(_("工会"))], on: Annotated[date, P(_("建会日期"))]):
    """Link the union that now stands at the site."""
    if not live(union):
        raise words.NOT_LIVE(union=union)
    site.union, site.covered_on = union, max(on, union.founded_on)
