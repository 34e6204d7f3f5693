"""Proposing, registering, renewing and ending a register entry."""

from datetime import date
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Employer, Person, Team
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.tree.models import Node

from .models import EntryLink, RegisterEntry
from .words import DAYS, IN_FUTURE, KINDS, LOOKS_TWICE, NUMBER_TAKEN, ONE_HOLDER, OPEN, EntryState, Tier

NODE = Annotated[Node, P(_("登记组织"))]
KIND = Annotated[str, P(_("类别"), choices=KINDS.choices)]
TITLE = Annotated[str, P(_("名称"), max_length=160)]
SINCE = Annotated[date, P(_("日期"), help=_("发文、发表、签订或获得之日"))]
NUMBER = Annotated[str, P(_("编号（文号）"), max_length=60)]
ISSUER = Annotated[str, P(_("发出单位"), help=_("颁发、发文、刊发或签约单位"), max_length=100)]
TIER = Annotated[Tier | None, P(_("级别"))]
TOPIC = Annotated[str, P(_("分类"), max_length=40)]
PERSON = Annotated[Person | None, P(_("持有人（人员）"))]
EMPLOYER = Annotated[Employer | None, P(_("持有单位"))]
TEAM = Annotated[Team | None, P(_("持有队伍"))]
HOLDER_NODE = Annotated[Node | None, P(_("持有组织"))]
HOLDER_NAME = Annotated[str, P(_("持有者名称"), help=_("没有登记的人员、单位只写名称"), max_length=100)]
QUANTITY = Annotated[int | None, P(_("数值"), help=_("名次、届次、天数、金额（元）等"), least=0, most=10**15)]
UNIT = Annotated[str, P(_("数值单位"), max_length=12)]
YEAR = Annotated[int | None, P(_("所属年度"), help=_("不填即日期所在年度"), least=1900, most=2200)]
FROM = Annotated[date | None, P(_("生效日期"))]
UNTIL = Annotated[date | None, P(_("终止日期"), help=_("长期有效的不填"))]
PLAN = Annotated[PlanItem | None, P(_("计划项目"))]
ADDRESS = Annotated[str, P(_("网址"), max_length=300)]
NOTE = Annotated[str, P(_("说明"), long=True, max_length=500)]
PROOF = Annotated[UploadedFile | None, P(_("凭证"), accept=DOCUMENT)]
ANOTHER = Annotated[bool, P(_("确为另一条"))]


def new_entry(ctx, *, kind, title, node, since, proof=None, another=False, state=EntryState.REGISTERED, **more) -> RegisterEntry:
    """
    Save an entry; what lines call from their own acts.

    Refuses: IN_FUTURE, DAYS, ONE_HOLDER, NUMBER_TAKEN, and LOOKS_TWICE (same kind, title, holder, node and day) unless `another`.
    """
    until, from_day = more.get("until"), more.get("in_force_from")
    if since > ctx.day:
        raise IN_FUTURE(day=since)
    if until is not None and until < max(since, from_day or since):
        raise DAYS(day=max(since, from_day or since))
    if sum(bool(more.get(name)) for name in ("person", "employer", "team", "holder_node", "holder_name")) > 1:
        raise ONE_HOLDER()
    Node.objects.for_act("one entry once").select_for_update(of=("self",), no_key=True).get(pk=node.pk)
    refuse_number(kind, more.get("issuer", ""), more.get("number", ""))
    if not another:
        held = {name: more.get(name) for name in ("person", "employer", "team", "holder_node")} | {"holder_name": more.get("holder_name", "")}
        twin = RegisterEntry.objects.for_act("one entry once").filter(kind=kind, node=node, title=title, since=since, state__in=OPEN)
        if twin.filter(**held).exists():
            raise LOOKS_TWICE(title=title)
    if state == EntryState.REGISTERED and from_day is not None and from_day <= ctx.day:
        state = EntryState.IN_FORCE
    more["tier"] = more.get("tier") or ""
    entry = ctx.create(
        RegisterEntry, kind=kind, title=title, node=node, since=since, state=state,
        registered_on=None if state == EntryState.PROPOSED else ctx.day, **more | {"year": more.get("year") or since.year},
    )  # fmt: skip
    ctx.on = since
    keep_proof(ctx, entry, proof)
    return entry


def refuse_number(kind: str, issuer: str, number: str) -> None:
    """One number of one issuer stands once in a register. Refuses: NUMBER_TAKEN."""
    known = RegisterEntry.objects.for_act("one number once").filter(kind=kind, issuer=issuer, number=number, state__in=OPEN)
    other = known.first() if number else None
    if other is not None:
        raise NUMBER_TAKEN(issuer=issuer, number=number, title=other.title)


def keep_proof(ctx, entry: RegisterEntry, proof) -> None:
    if proof:
        keep(ctx, entry, proof, accept=DOCUMENT, field="proof")


@act("registers.enter", RegisterEntry, label=_("登记台账"), past=_("已登记"), by=OFFICERS, icon="playlist_add", main=True)
def enter(
    ctx, *, node: NODE, kind: KIND, title: TITLE, since: SINCE, issuer: ISSUER = "", number: NUMBER = "", tier: TIER = None, topic: TOPIC = "",
    person: PERSON = None, employer: EMPLOYER = None, team: TEAM = None, holder_node: HOLDER_NODE = None, holder_name: HOLDER_NAME = "",
    quantity: QUANTITY = None, unit: UNIT = "", year: YEAR = None, in_force_from: FROM = None, until: UNTIL = None, plan: PLAN = None,
    address: ADDRESS = "", note: NOTE = "", proof: PROOF = None, another: ANOTHER = False,
):  # fmt: skip
    """List something dated, with whoever issued and holds it; in force at once where a day of force is given. Refuses what `new_entry` refuses."""
    return new_entry(
        ctx, kind=kind, title=title, node=node, since=since, issuer=issuer, number=number, tier=tier, topic=topic, person=person, employer=employer,
        team=team, holder_node=holder_node, holder_name=holder_name, quantity=quantity, unit=unit, year=year, in_force_from=in_force_from,
        until=until, plan=plan, address=address, note=note, proof=proof, another=another,
    )  # fmt: skip


@act("registers.propose", RegisterEntry, label=_("提出登记"), past=_("已提出，待审核登记"), by=OFFICERS, icon="post_add")
def propose(
    ctx, *, node: NODE, kind: KIND, title: TITLE, since: SINCE, issuer: ISSUER = "", number: NUMBER = "", tier: TIER = None, topic: TOPIC = "",
    person: PERSON = None, employer: EMPLOYER = None, team: TEAM = None, holder_node: HOLDER_NODE = None, holder_name: HOLDER_NAME = "",
    quantity: QUANTITY = None, unit: UNIT = "", year: YEAR = None, until: UNTIL = None, plan: PLAN = None, address: ADDRESS = "",
    note: NOTE = "", proof: PROOF = None, another: ANOTHER = False,
):  # fmt: skip
    """Propose an entry that somebody else looks at before it counts. Refuses what `new_entry` refuses."""
    return new_entry(
        ctx, kind=kind, title=title, node=node, since=since, issuer=issuer, number=number, tier=tier, topic=topic, person=person, employer=employer,
        team=team, holder_node=holder_node, holder_name=holder_name, quantity=quantity, unit=unit, year=year, until=until, plan=plan,
        address=address, note=note, proof=proof, another=another, state=EntryState.PROPOSED,
    )  # fmt: skip


@act("registers.register", RegisterEntry, label=_("审核登记"), past=_("已登记"), by=OFFICERS, apart_from=(CREATING,), icon="check", main=True)
def register(ctx, entry):
    """Take a proposed entry into the register; not by whoever proposed it."""
    entry.registered_on = ctx.day


@act("registers.decline", RegisterEntry, label=_("不予登记"), past=_("未予登记"), by=OFFICERS, apart_from=(CREATING,), icon="close")
def decline(ctx, entry, *, why: Annotated[str, WHY]):
    """Turn a proposed entry down; it stays visible and counts nowhere."""


@act("registers.bring_into_force", RegisterEntry, label=_("生效"), past=_("已生效"), by=OFFICERS, icon="play_arrow", main=True)
def bring_into_force(ctx, entry, *, on: Annotated[date, P(_("生效日期"))], until: UNTIL = None):
    """It has force from a day on, perhaps until another. Refuses: IN_FUTURE, DAYS."""
    if on > ctx.day:
        raise IN_FUTURE(day=on, field="on")
    last = until or entry.until
    if on < entry.since or (last is not None and last < on):
        raise DAYS(day=entry.since if on < entry.since else on, field="on")
    entry.in_force_from, entry.until, ctx.on = on, last, on


@act("registers.end", RegisterEntry, label=_("终止"), past=_("已终止"), by=OFFICERS, icon="stop")
def end(ctx, entry, *, on: Annotated[date, P(_("最后一日"))], why: Annotated[str, WHY]):
    """It ends with a day, and its links with it; it stays in the register. Refuses: IN_FUTURE, DAYS."""
    if on > ctx.day:
        raise IN_FUTURE(day=on, field="on")
    first = max(entry.since, entry.in_force_from or entry.since)
    if on < first:
        raise DAYS(day=first, field="on")
    entry.until, ctx.on = on, on
    for link in EntryLink.objects.for_act("links of what ends").filter(Q(entry=entry) | Q(other=entry), until=None).order_by("pk"):
        link.until = max(on, link.since)
        link.save()


@act("registers.add_proof", RegisterEntry, label=_("补充凭证"), past=_("已补充凭证"), by=OFFICERS, icon="attach_file", when=lambda e: e.state in OPEN)
def add_proof(ctx, entry, *, proof: Annotated[UploadedFile, P(_("凭证"), accept=DOCUMENT)]):
    """Add a proof that came later."""
    keep_proof(ctx, entry, proof)
