"""From the request with its proof to the list of payments and the visit afterwards."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.hands import keep_apart
from gonghui.commons.money.line_acts import BAD_ACCOUNT, fits_account
from gonghui.commons.money.listing import Line, add_lines, payee_key
from gonghui.commons.money.models import PayBatch, Payment
from gonghui.commons.money.words import PAID
from gonghui.commons.parties.models import Person
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel.access.roles import MEMBER, OFFICERS, UPPER
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.privacy.crypto import blind, new_salt
from gonghui.kernel.tree.models import Node

from . import words
from .models import Student

NAME = Annotated[str, P(_("学生姓名"), help=_("求学圆梦的填本人"), max_length=50)]
YEAR = Annotated[int, P(_("年度"), least=1990, most=2100)]
PROOF = P(_("录取（在读）证明"), accept=DOCUMENT)
BANK = Annotated[str, P(_("开户行"), max_length=60)]
ACCOUNT = Annotated[str, P(_("职工本人账号"), help=_("资助款转入职工本人账户"), max_length=32)]
AMOUNT = P(_("资助金额（元）"), least=0, most=100_000)
LISTS = P(_("支付批次"), pick=lambda rows, viewer: rows.within(viewer, "money.add").filter(state="listed", kind__in=words.Aid.values))


def known_as(name: str, worker: str, person: Person | None, node: int) -> str:
    """Who studies: the name under the worker's own number, wherever they ask; else under the worker's name in one union."""
    whose = bytes(person.id_hash).hex() if person and person.id_hash else f"p{person.pk}" if person else f"{worker}@{node}"
    return blind("student", f"{name}|{whose}").hex()[:40]


def begin(ctx, *, node, aid, year, name, worker, person=None, proof=None, **more) -> Student:
    """Save a request. Refuses: OTHER_YEAR, BAD_ACCOUNT, TWICE."""
    if more["account_no"] and not fits_account(more["account_no"]):
        raise BAD_ACCOUNT()
    if not ctx.day.year - 1 <= year <= ctx.day.year:
        raise words.OTHER_YEAR()
    key = known_as(name, worker, person, node.pk)
    other = Student.objects.for_act("once a year").filter(aid=aid, year=year, known_as=key, state__in=words.OPEN).select_related("node").first()
    if other:
        raise words.TWICE(year=year, name=name, node=other.node)
    student = ctx.create(
        Student, node=node, aid=aid, year=year, name=name, known_as=key, worker=worker, person=person, asked_on=ctx.day, maker=ctx.account,
        salt=new_salt(), **more
    )  # fmt: skip
    if proof:
        keep(ctx, student, proof, accept=DOCUMENT, field="proof")
    return student


@act("scholarships.apply", Student, label=_("申请助学"), past=_("已申请"), by=(MEMBER,), icon="school", main=True)
def apply(
    ctx,
    *,
    node: Annotated[Node, P(_("所在工会"), pick=lambda rows, viewer: rows.for_act("whom a worker asks").filter(tree="org", until=None))],
    aid: Annotated[words.Aid, P(_("类别"))],
    year: YEAR,
    name: NAME,
    school: Annotated[str, P(_("学校"), max_length=80)],
    level: Annotated[words.School, P(_("学段"))],
    family: Annotated[words.Family, P(_("家庭类别"))],
    proof: Annotated[UploadedFile, PROOF],
    bank: BANK = "",
    account_no: ACCOUNT = "",
):
    """A worker asks for a child, or for their own study, with the proof of admission. Refuses: NO_PERSON, OTHER_YEAR, TWICE."""
    person = Person.objects.for_act("oneself").filter(account=ctx.account).first() if ctx.account else None
    if person is None:
        raise words.NO_PERSON()
    return begin(
        ctx, node=node, aid=aid, year=year, name=name, worker=person.name, person=person, school=school, level=level, family=family, proof=proof, bank=bank,
        account_no=account_no,
    )  # fmt: skip


@act("scholarships.enter", Student, label=_("代为申报"), past=_("已申报"), by=OFFICERS, icon="person_add", main=True)
def enter(
    ctx,
    *,
    node: Annotated[Node, P(_("所在工会"))],
    aid: Annotated[words.Aid, P(_("类别"))],
    year: YEAR,
    name: NAME,
    worker: Annotated[str, P(_("职工姓名"), max_length=50)],
    school: Annotated[str, P(_("学校"), max_length=80)],
    level: Annotated[words.School, P(_("学段"))],
    family: Annotated[words.Family, P(_("家庭类别"))],
    person: Annotated[Person | None, P(_("职工"), help=_("已登记的职工"))] = None,
    plan: Annotated[PlanItem | None, P(_("助学活动"))] = None,
    bank: BANK = "",
    account_no: ACCOUNT = "",
    proof: Annotated[UploadedFile | None, PROOF] = None,
):
    """The union asks for a worker. Refuses: OTHER_YEAR, TWICE."""
    return begin(
        ctx, node=node, aid=aid, year=year, name=name, worker=person.name if person else worker, person=person, school=school, level=level,
        family=family, plan=plan, proof=proof, bank=bank, account_no=account_no,
    )  # fmt: skip


@act("scholarships.check", Student, label=_("核对档案"), past=_("已核对"), by=OFFICERS, icon="fact_check", main=True)
def check(
    ctx,
    student,
    *,
    family: Annotated[words.Family, P(_("家庭类别"), help=_("以家庭档案为准"))],
    amount: Annotated[Decimal | None, P(_("拟资助金额（元）"), least=0, most=100_000)] = None,
):
    """The union has checked the proof and the family's file. Refuses: NOT_POSITIVE."""
    if amount is not None and amount <= 0:
        raise words.NOT_POSITIVE()
    student.family, student.amount = family, amount


@act(
    "scholarships.approve", Student, label=_("批准"), past=_("已批准"), by=UPPER, apart_from=(CREATING, "scholarships.check"), icon="check", main=True
)
def approve(ctx, student, *, amount: Annotated[Decimal, AMOUNT]):
    """Approve with a sum; not by whoever entered or checked it. Refuses: NOT_POSITIVE."""
    if amount <= 0:
        raise words.NOT_POSITIVE()
    student.amount = amount


@act(
    "scholarships.approve_many",
    Student,
    label=_("批量批准"),
    past=_("已批准"),
    by=UPPER,
    bulk=True,
    apart_from=(CREATING, "scholarships.check"),
    icon="done_all",
)
def approve_many(ctx, students):
    """Approve as proposed; none of them by whoever entered or uploaded it. Refuses: SAME_PERSON, NO_AMOUNT."""
    keep_apart(ctx, *students.values_list("maker", flat=True).distinct())
    without = students.filter(amount=None).count()
    if without:
        raise words.NO_AMOUNT(count=without)
    ctx.note_many(Student, [(pk, node, "checked", "approved", {}) for pk, node in students.values_list("pk", "node_id")])
    students.update(state=words.StudentState.APPROVED)


@act("scholarships.refuse", Student, label=_("不予批准"), past=_("未批准"), by=UPPER, icon="close")
def refuse(ctx, student, *, why: Annotated[str, WHY]):
    """Turn a request down, with the reason; it may be asked anew."""


@act("scholarships.withdraw", Student, label=_("撤回申请"), past=_("已撤回"), by=(MEMBER, *OFFICERS), icon="undo")
def withdraw(ctx, student):
    """The worker takes the request back before it is approved."""


@act("scholarships.pay", Student, label=_("列入支付批次"), past=_("已列支"), by=OFFICERS, bulk=True, icon="payments", main=True)
def pay(ctx, students, *, batch: Annotated[PayBatch, LISTS]):
    """Put approved students on a list of their kind and year, all in a few statements. Refuses: OTHER_BATCH, LATE, CLOSED."""
    rows = list(students.select_related("person"))
    if any((row.aid, row.year) != (batch.kind, batch.award_year) for row in rows):
        raise words.OTHER_BATCH(batch=batch)
    lines = [
        Line(
            row.person.name if row.person else row.worker, row.amount,
            payee_key(person=row.person_id, id_hash=row.person and row.person.id_hash, name=row.worker),
            (words.STUDENT_NOUN, row.pk), row.person_id, bank=row.bank, account_no=row.account_no or "", note=row.get_aid_display(),
        )
        for row in rows
    ]  # fmt: skip
    late = add_lines(ctx, batch, lines)
    if late:
        raise words.LATE(names="、".join(rows[i].name for i in sorted(late)[:5]))
    ctx.note_many(Student, [(row.pk, row.node_id, row.state, "listed", {"batch_id": [None, batch.pk]}) for row in rows])
    students.update(state=words.StudentState.LISTED)


@act("scholarships.follow_up", Student, label=_("回访"), past=_("已回访"), by=OFFICERS, icon="diversity_1")
def follow_up(
    ctx,
    student,
    *,
    feedback: Annotated[str, P(_("回访情况"), long=True, max_length=300)],
    graduated_on: Annotated[date | None, P(_("毕业日期"))] = None,
):
    """Ask how it went, and whether a worker has graduated. Refuses: NOT_PAID."""
    if not Payment.objects.for_act("paid").filter(cause_noun=words.STUDENT_NOUN, cause_id=student.pk, state__in=PAID).exists():
        raise words.NOT_PAID()
    student.feedback, student.graduated_on = feedback, graduated_on
