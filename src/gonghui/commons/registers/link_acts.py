"""New versions of an entry, and entries that belong together."""

from datetime import date, timedelta
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.ledger.act import P, act

from .acts import FROM, NOTE, NUMBER, PROOF, UNTIL, keep_proof
from .models import EntryLink, RegisterEntry
from .words import BROKEN_OFF, DAYS, IN_FUTURE, ITSELF, LINKED, OPEN, Bond, EntryState

KEPT = ("node", "kind", "issuer", "tier", "topic", "person", "employer", "team", "holder_node", "holder_name", "quantity", "unit", "plan", "address")
OTHER = Annotated[RegisterEntry, P(_("关联条目"), pick=lambda rows, viewer: rows.within(viewer).filter(state__in=OPEN))]
BOND = Annotated[Bond, P(_("关系"), help=_("本条目是对方的什么"))]


@act("registers.revise", RegisterEntry, label=_("更新版本"), past=_("已更新版本"), by=OFFICERS, icon="update")
def revise(
    ctx, entry, *, since: Annotated[date, P(_("新版日期"))], title: Annotated[str, P(_("新版名称"), help=_("不填即沿用"), max_length=160)] = "",
    number: NUMBER = "", in_force_from: FROM = None, until: UNTIL = None, note: NOTE = "", proof: PROOF = None,
):  # fmt: skip
    """
    A new version takes its place from a day on; the old one ends the day before and stays in the register.

    Standing links go over to the new version. Refuses: IN_FUTURE, DAYS.
    """
    if since > ctx.day:
        raise IN_FUTURE(day=since)
    if since <= entry.since:
        raise DAYS(day=entry.since, field="since")
    if until is not None and until < max(since, in_force_from or since):
        raise DAYS(day=max(since, in_force_from or since))
    entry.until = min(entry.until or since, since - timedelta(days=1))
    entry.state = EntryState.SUPERSEDED
    entry.save()  # first, so that its number is free for the new version
    from_day = in_force_from or (since if entry.in_force_from else None)
    state = EntryState.IN_FORCE if from_day is not None and from_day <= ctx.day else EntryState.REGISTERED
    newer = ctx.create(
        RegisterEntry, **{name: getattr(entry, name) for name in KEPT}, title=title or entry.title, number=number or entry.number, since=since,
        year=since.year, in_force_from=from_day, until=until, registered_on=ctx.day, replaces=entry, version=entry.version + 1, note=note, state=state,
    )  # fmt: skip
    carry_over(ctx, entry, newer, since)
    keep_proof(ctx, newer, proof)
    ctx.on = since


def carry_over(ctx, entry: RegisterEntry, newer: RegisterEntry, since: date) -> None:
    """Let the standing links of the old version end and begin again on the new one."""
    for side in ("entry", "other"):
        for link in (
            EntryLink.objects.for_act("links of a version").select_for_update(of=("self",)).filter(**{side: entry}, until=None).order_by("pk")
        ):
            link.until = max(link.since, since - timedelta(days=1))
            link.save()
            ctx.create(EntryLink, **{"entry": link.entry, "other": link.other, "bond": link.bond, "since": since} | {side: newer})


@act("registers.link", RegisterEntry, label=_("关联条目"), past=_("已关联"), by=OFFICERS, icon="link", when=lambda e: e.state in OPEN)
def link(ctx, entry, *, other: OTHER, bond: BOND, since: Annotated[date, P(_("起"))]):
    """Say what this entry is to another. Refuses: ITSELF, IN_FUTURE, LINKED."""
    if other.pk == entry.pk:
        raise ITSELF()
    if since > ctx.day:
        raise IN_FUTURE(day=since)
    if EntryLink.objects.for_act("one link").filter(entry=entry, other=other, bond=bond, until=None).exists():
        raise LINKED()
    ctx.create(EntryLink, entry=entry, other=other, bond=bond, since=since)


@act("registers.unlink", RegisterEntry, label=_("解除关联"), past=_("已解除关联"), by=OFFICERS, icon="link_off", when=lambda e: e.state in OPEN)
def unlink(ctx, entry, *, other: Annotated[RegisterEntry, P(_("关联条目"))], bond: BOND, on: Annotated[date, P(_("最后一日"))]):
    """End a link with a day; that it was stays known. Refuses: BROKEN_OFF, DAYS."""
    standing = EntryLink.objects.for_act("one link").filter(entry=entry, other=other, bond=bond, until=None).first()
    if standing is None:
        raise BROKEN_OFF()
    if on < standing.since:
        raise DAYS(day=standing.since, field="on")
    standing.until = on
    standing.save()
