"""Asking for aid: checked against the plan year, assessed by one, approved by another, put on a list."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.hands import keep_apart
from gonghui.commons.money.line_acts import BAD_ACCOUNT, fits_account
from gonghui.commons.money.listing import Line, add_lines, payee_key
from gonghui.commons.money.models import PayBatch
from gonghui.commons.parties.models import Person
from gonghui.commons.parties.reads import own_person
from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER, OFFICERS, UPPER
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.privacy.crypto import new_salt
from gonghui.kernel.tree.models import Node

from . import words
from .acts import MONEY, NODE, YEAR
from .models import Claim, Participation, PlanYear
from .words import Event, Fund

EVENT, ON, OFF = (
    Annotated[Event, P(_("事由"))],
    Annotated[date, P(_("入院（发生）日期"))],
    Annotated[date | None, P(_("出院日期"), help=_("未住院的不填"))],
)
COST, OWN = (
    Annotated[Decimal, P(_("医疗总费用（元）"), **MONEY)],
    Annotated[Decimal, P(_("个人负担（元）"), help=_("医保结算单上的个人负担"), **MONEY)],
)
SAYS = Annotated[str, P(_("病情说明"), long=True, max_length=1000)]
BANK, NUMBER = Annotated[str, P(_("开户行"), max_length=60)], Annotated[str, P(_("本人账号"), max_length=32)]
LATE_WHY, PROOF = Annotated[str, P(_("逾期原因"), max_length=200)], Annotated[UploadedFile | None, P(_("结算单、出院小结"), accept=DOCUMENT)]
ANY_NODE = Annotated[Node, P(_("所在工会"), pick=lambda rows, viewer: rows.for_act("whom a worker asks").filter(tree="org", until=None))]
BATCH = P(_("支付批次"), pick=lambda rows, viewer: rows.within(viewer, "money.add").filter(state="listed", kind__in=words.PAID_AS.values()))


def begin(ctx, *, node, year: PlanYear, person: Person, event, on, off=None, cost, own_paid, late_why="", account_no="", proof=None, **more) -> Claim:
    """
    Save a claim on a plan year; relief from the donation asks for no cover.

    Refuses: DAYS, OWN_OVER, BAD_ACCOUNT, NOT_COVERED, WAITING, LATE without a reason, OVERLAP.
    """
    if on > ctx.day or off is not None and not on <= off <= ctx.day:
        raise words.DAYS(field="admitted_on")
    if own_paid > cost:
        raise words.OWN_OVER()
    if account_no and not fits_account(account_no):
        raise BAD_ACCOUNT()
    Person.objects.for_act("one stay one claim").select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    part = None if year.fund == Fund.DONATION else covering(year, person, event, on)
    if (ctx.day - (off or on)).days > year.file_days and not late_why:
        raise words.LATE(days=year.file_days)
    stays = (
        Claim.objects.for_act("one stay one claim")
        .filter(person=person, fund=year.fund, event=event, admitted_on__lte=off or on)
        .exclude(state__in=words.OUT)
    )
    if other := stays.filter(Q(discharged_on__gte=on) | Q(discharged_on=None, admitted_on__gte=on)).first():
        raise words.OVERLAP(day=other.admitted_on)
    claim = ctx.create(
        Claim, node=part.node if part else node, year=year, fund=year.fund, part=part, person=person, event=event, admitted_on=on, discharged_on=off, cost=cost,
        own_paid=own_paid, late_why=late_why, account_no=account_no, salt=new_salt(), filed_on=ctx.day, maker=ctx.account, **more,
    )  # fmt: skip
    if proof:
        keep(ctx, claim, proof, accept=DOCUMENT, field="proof")
    return claim


def covering(year: PlanYear, person: Person, event: str, on: date) -> Participation:
    """The participation that covers a person on a day; whoever was covered until the day before waits no more. Source: handbook B2."""
    mine = Participation.objects.for_act("cover").filter(person=person, fund=year.fund, state="effective").select_related("year", "node")
    part = mine.filter(year=year, since__lte=on, year__until__gte=on).first()
    if part is None:
        raise words.NOT_COVERED(day=on)
    from_day = part.since + timedelta(days=year.wait_days)
    if event in words.WAITED_FOR and on < from_day and not mine.filter(year__until=year.since - timedelta(days=1)).exists():
        raise words.WAITING(day=from_day)
    return part


@act("mutual_aid.file", Claim, label=_("申请互助给付"), past=_("已提交申请"), by=(MEMBER,), icon="healing", main=True)
def file(
    ctx, *, node: ANY_NODE, year: YEAR, event: EVENT, admitted_on: ON, cost: COST, own_paid: OWN, says: SAYS = "", discharged_on: OFF = None, bank: BANK = "",
    account_no: NUMBER = "", late_why: LATE_WHY = "", proof: PROOF = None,
):  # fmt: skip
    """Ask for oneself, on the phone. Refuses: NO_PERSON and what `begin` refuses."""
    person = own_person(ctx.viewer)
    if person is None:
        raise words.NO_PERSON()
    return begin(ctx, node=node, year=year, person=person, event=event, on=admitted_on, off=discharged_on, cost=cost, own_paid=own_paid, says=says, bank=bank,
        account_no=account_no, late_why=late_why, proof=proof)  # fmt: skip


@act("mutual_aid.enter", Claim, label=_("代为申请给付"), past=_("已代为申请"), by=OFFICERS, icon="person_add", main=True)
def enter(
    ctx, *, node: NODE, year: YEAR, person: Annotated[Person, P(_("职工"))], event: EVENT, admitted_on: ON, cost: COST, own_paid: OWN, says: SAYS = "",
    discharged_on: OFF = None, bank: BANK = "", account_no: NUMBER = "", late_why: LATE_WHY = "", proof: PROOF = None,
):  # fmt: skip
    """The union asks for a worker. Refuses what `begin` refuses."""
    return begin(ctx, node=node, year=year, person=person, event=event, on=admitted_on, off=discharged_on, cost=cost, own_paid=own_paid, says=says, bank=bank,
        account_no=account_no, late_why=late_why, proof=proof)  # fmt: skip


@act("mutual_aid.ask_supplement", Claim, label=_("要求补正"), past=_("已告知补正"), by=OFFICERS, icon="edit_note")
def ask_supplement(ctx, claim, *, why: Annotated[str, WHY]):
    """Ask for what is missing, once and for all of it. Refuses: ASKED_ONCE."""
    if claim.asked:
        raise words.ASKED_ONCE()
    claim.asked, claim.answer = True, why[:300]
    tell(ctx, claim.person.account, _("您的互助给付申请需要补充材料。"))


@act("mutual_aid.supplement", Claim, label=_("补充材料"), past=_("已补充"), by=(MEMBER, *OFFICERS), icon="upload_file", main=True)
def supplement(ctx, claim, *, proof: Annotated[UploadedFile, P(_("补充材料"), accept=DOCUMENT)]):
    """Add what was asked for."""
    keep(ctx, claim, proof, accept=DOCUMENT, field="proof")


@act("mutual_aid.accept", Claim, label=_("受理"), past=_("已受理"), by=UPPER, icon="inventory", main=True)
def accept(ctx, claim):
    """The window has looked at the papers."""


@act("mutual_aid.review", Claim, label=_("初审"), past=_("已初审"), by=UPPER, apart_from=(CREATING, "mutual_aid.refuse"), icon="calculate", main=True)
def review(ctx, claim, *, amount: Annotated[Decimal, P(_("给付金额（元）"), **MONEY)]):
    """Assess the sum, anew after an appeal by another than who refused. Refuses: NOT_POSITIVE; OVER_CAP for the person and plan year."""
    if amount <= 0:
        raise words.NOT_POSITIVE()
    claim.amount = amount
    refuse_over(Claim.objects.for_act("caps"), {claim.part_id: amount}, but=[claim.pk])


def refuse_over(claims, wanted: dict, but) -> None:
    """Refuses OVER_CAP where what was approved and what is wanted come to more than the plan year's cap; locks, so that two do not go past each other."""
    parts = Participation.objects.for_act("caps").filter(pk__in=[pk for pk in wanted if pk]).select_for_update(of=("self",)).select_related("year")
    granted = claims.filter(part__in=wanted, state__in=("approved", "listed")).exclude(pk__in=but)
    before = dict(granted.order_by().values_list("part").annotate(sum=Sum("amount")))
    for part in parts.order_by("pk"):
        if (total := before.get(part.pk, 0) + wanted[part.pk]) > part.year.cap:
            raise words.OVER_CAP(total=total, cap=part.year.cap)


@act(
    "mutual_aid.approve",
    Claim,
    label=_("批准"),
    past=_("已批准"),
    by=UPPER,
    bulk=True,
    apart_from=(CREATING, "mutual_aid.review"),
    icon="done_all",
    main=True,
)
def approve(ctx, claims):
    """Approve as assessed, one or many, by another than who assessed. Refuses: SAME_PERSON, HIGHER, OVER_CAP."""
    keep_apart(ctx, *claims.order_by().values_list("maker", flat=True).distinct())
    limit = config.value("mutual.third_review_over", None, ctx.day)
    if ctx.viewer.account_id and claims.filter(amount__gt=limit).exists() and not any(role in UPPER[1:] for role, _path in ctx.viewer.grants):
        raise words.HIGHER(limit=limit)
    refuse_over(Claim.objects.for_act("caps"), dict(claims.order_by().values_list("part").annotate(sum=Sum("amount"))), but=[])
    ctx.note_many(Claim, [(pk, node, "reviewed", "approved", {}) for pk, node in claims.values_list("pk", "node_id")])
    claims.update(state=words.C.APPROVED)


@act("mutual_aid.refuse", Claim, label=_("不予给付"), past=_("已告知不予给付"), by=UPPER, icon="close")
def refuse(ctx, claim, *, why: Annotated[str, WHY]):
    """Turn it down with a reason its owner reads and may appeal against."""
    claim.answer = why[:300]
    tell(ctx, claim.person.account, _("您的互助给付申请未获批准，请查看理由。"))


@act("mutual_aid.appeal", Claim, label=_("申诉"), past=_("已申诉"), by=(MEMBER, *OFFICERS), icon="gavel")
def appeal(ctx, claim, *, why: Annotated[str, WHY]):
    """Ask the level above to look again."""


@act("mutual_aid.uphold", Claim, label=_("维持原决定"), past=_("已维持"), by=UPPER, apart_from=("mutual_aid.refuse",), icon="block")
def uphold(ctx, claim, *, why: Annotated[str, WHY]):
    """The appeal does not hold; by another than who refused, and final."""
    claim.answer = why[:300]


@act("mutual_aid.pay", Claim, label=_("列入支付批次"), past=_("已列支"), by=OFFICERS, bulk=True, icon="payments", main=True)
def pay(ctx, claims, *, batch: Annotated[PayBatch, BATCH]):
    """Put approved claims on a list of their kind, in a few statements. Refuses: OTHER_BATCH, TAKEN, CLOSED."""
    rows = list(claims.select_related("person"))
    if any(words.PAID_AS[row.fund] != batch.kind for row in rows):
        raise words.OTHER_BATCH(batch=batch)
    lines = [
        Line(row.person.name, row.amount, payee_key(person=row.person_id, id_hash=row.person.id_hash), (words.CLAIM_NOUN, row.pk), row.person_id,
            bank=row.bank, account_no=row.account_no or "", note=row.get_fund_display())
        for row in rows
    ]  # fmt: skip
    if late := add_lines(ctx, batch, lines):
        raise words.TAKEN(names="、".join(rows[i].person.name for i in sorted(late)[:5]))
    ctx.note_many(Claim, [(row.pk, row.node_id, row.state, "listed", {"batch_id": [None, batch.pk]}) for row in rows])
    claims.update(state=words.C.LISTED)
