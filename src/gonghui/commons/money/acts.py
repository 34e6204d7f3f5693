"""Sources, and lists of payments from their making to the bank and back."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from gonghui.commons.plans.models import PlanItem
from gonghui.kernel import config
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.fields import yuan
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from . import bank_file, journal
from .hands import BOOKERS, CHECKERS, IN_FUTURE, MAKERS, PAYERS, SHORT, fit_source, keep_apart, known_sources
from .listing import Line, add_lines
from .models import PayBatch, Payment, Source
from .settling import settle
from .words import PAID, PAYMENTS, STOCK, Form, PaymentState

CODE_TAKEN = Refusal("money.code_taken", _("资金代码“{code}”已在使用。"), instead=_("请另定代码。"), field="code")
ENDED = Refusal("money.source_ended", _("停用日期早于设立日期。"), field="on")
TITLE_TAKEN = Refusal("money.title_taken", _("本组织已有批次“{title}”。"), instead=_("请另拟名称。"), field="title")
OVER_BUDGET = Refusal(
    "money.over_budget", _("“{plan}”预算还剩 {left} 元，本批 {total} 元。"), because=_("先调整预算，后支出"), instead=_("请先办理预算调整。"),
    kind=Kind.CONFLICT,
)  # fmt: skip
EMPTY = Refusal("money.empty", _("批次里没有付款。"), instead=_("请先列入名单。"), kind=Kind.CONFLICT)
NO_ACCOUNT = Refusal(
    "money.no_account", _("有 {count} 笔没有收款账号。"), instead=_("请补齐账号，或由出纳当面发放后办理“当面发放”。"), kind=Kind.CONFLICT
)
OVER_CASH = Refusal(
    "money.over_cash",
    _("有 {count} 笔超过现金支付限额 {limit} 元。"),
    because=_("超过限额的应转入本人账户"),
    instead=_("请补齐账号后办理“送银行支付”。"),
    kind=Kind.CONFLICT,
)
NO_RESULT = Refusal("money.no_result", _("还有 {count} 笔没有银行结果。"), instead=_("请先导入银行回单。"), kind=Kind.CONFLICT)
MISMATCH = Refusal(
    "money.mismatch", _("对账单金额 {statement} 元，已支付 {paid} 元，相差 {gap} 元。"), instead=_("请逐笔核对后再对账。"), field="statement"
)
NONE_FAILED = Refusal("money.none_failed", _("批次里没有待重付的付款。"), kind=Kind.CONFLICT)

AMOUNT = P(_("金额（元）"), least=0, most=10**10)
SOURCE = P(_("资金来源"), pick=known_sources)
YEAR = P(_("所属年度"), help=_("表彰、补助所属的年度，不是付款的年度"), least=1949, most=2100)


@act("money.declare_source", Source, label=_("设立资金来源"), past=_("已设立"), by=(*UPPER, "accountant"), icon="savings", main=True)
def declare_source(
    ctx,
    *,
    node: Annotated[Node, P(_("组织"), help=_("本级及下级可用"))],
    code: Annotated[str, P(_("资金代码"), max_length=24)],
    name: Annotated[str, P(_("名称"), max_length=100)],
    since: Annotated[date, P(_("设立日期"))],
    ringed: Annotated[bool, P(_("专款专用"), help=_("支出不得超过该项资金的收入，不得挪作他用"))] = False,
):
    """Declare a fund for a node and all below. Refuses: CODE_TAKEN."""
    if Source.objects.for_act("uniqueness").filter(code=code).exists():
        raise CODE_TAKEN(code=code)
    return ctx.create(Source, node=node, code=code, name=name, since=since, ringed=ringed)


@act("money.end_source", Source, label=_("停用"), past=_("已停用"), by=(*UPPER, "accountant"), when=lambda s: s.until is None)
def end_source(ctx, source, *, on: Annotated[date, P(_("最后一日"))]):
    """Let nothing more be listed from it; what was stays. Refuses: ENDED."""
    if on < source.since:
        raise ENDED()
    source.until = on


@act("money.open_batch", PayBatch, label=_("编制支付批次"), past=_("已编制"), by=MAKERS, icon="payments", main=True)
def open_batch(
    ctx,
    *,
    node: Annotated[Node, P(_("支付组织"))],
    kind: Annotated[str, P(_("类别"), choices=PAYMENTS.choices)],
    title: Annotated[str, P(_("名称"), max_length=100)],
    source: Annotated[Source, SOURCE],
    award_year: Annotated[int, YEAR],
    form: Annotated[Form, P(_("形式"))] = Form.CASH,
    plan: Annotated[PlanItem | None, P(_("计划项目"))] = None,
):
    """Open a list of payments of one kind, source, year and form. Refuses: SOURCE_ELSEWHERE, TITLE_TAKEN."""
    return new_batch(ctx, node=node, kind=kind, title=title, source=source, award_year=award_year, form=form, plan=plan)


def new_batch(ctx, *, node, kind: str, title: str, source, award_year: int, form: str = Form.CASH, **more) -> PayBatch:
    """A new, empty list; what lines call from their own acts. Refuses: SOURCE_ELSEWHERE, TITLE_TAKEN."""
    fit_source(source, node, ctx.day)
    if PayBatch.objects.for_act("uniqueness").filter(node=node, title=title).exclude(state="dropped").exists():
        raise TITLE_TAKEN(title=title)
    batch = PayBatch(
        node=node, kind=kind, title=title, source=source, award_year=award_year, form=form, on=ctx.day, state="listed",
        maker=ctx.account or ctx.uploader, **more,
    )  # fmt: skip
    batch.save()
    return batch


def lines_of(batch, *states):
    """The lines of a batch, in these states."""
    rows = Payment.objects.for_act("lines of a batch in hand").filter(batch=batch)
    return rows.filter(state__in=states) if states else rows


def move(ctx, batch, to: PaymentState, *came_from: PaymentState) -> None:
    """Take the lines of a batch that are in these states to another; each move is an event of its line, written with the others."""
    for was in came_from:
        pks = list(lines_of(batch, was).order_by("pk").values_list("pk", flat=True))
        ctx.note_many(Payment, [(pk, batch.node_id, was.value, to.value, {}) for pk in pks])
        lines_of(batch, was).update(state=to)


@act("money.approve", PayBatch, label=_("批准"), past=_("已批准"), by=CHECKERS, icon="check", main=True)
def approve(ctx, batch):
    """Approve a list; not by whoever made it. Refuses: SAME_PERSON, EMPTY, SHORT, OVER_BUDGET."""
    keep_apart(ctx, batch.maker_id)
    if not batch.count:
        raise EMPTY()
    promise(batch.node, batch.source, batch.form, batch.total)
    keep_within(batch)
    batch.checker = ctx.account
    move(ctx, batch, PaymentState.APPROVED, PaymentState.LISTED)


def keep_within(batch) -> None:
    """Of a planned item with a budget no more is approved than it holds; adjusted first 先调整后支出. Refuses: OVER_BUDGET."""
    if batch.plan_id and batch.plan.budget is not None:
        plan = PlanItem.objects.for_act("budgets queue").select_for_update(of=("self",)).get(pk=batch.plan_id)
        spent = sum_of(Payment.objects.for_act("spent of a budget").filter(batch__plan=plan, state__in=(PaymentState.APPROVED, *PAID)))
        left = yuan(plan.budget) - spent
        if batch.total > left:
            raise OVER_BUDGET(plan=plan, left=left, total=batch.total)


def promise(node, source, form: str, amount: Decimal) -> None:
    """Of a special fund no more is promised than is there; two who promise at once queue here. Refuses: SHORT."""
    if source.ringed:
        Source.objects.for_act("promises queue").select_for_update(of=("self",)).get(pk=source.pk)
        free = journal.free(node, source, STOCK[form], form)
        if amount > free:
            raise SHORT(source=source, free=free, amount=amount)


@act("money.return_batch", PayBatch, label=_("退回重编"), past=_("已退回"), by=CHECKERS, icon="undo")
def return_batch(ctx, batch, *, why: Annotated[str, WHY]):
    """Give an approved list back to its maker before anything is paid."""
    batch.checker = None
    move(ctx, batch, PaymentState.LISTED, PaymentState.APPROVED)


@act("money.drop_batch", PayBatch, label=_("作废"), past=_("已作废"), by=MAKERS, icon="delete")
def drop_batch(ctx, batch, *, why: Annotated[str, WHY]):
    """Give a list up; its causes are free again."""
    move(ctx, batch, PaymentState.STRUCK, PaymentState.LISTED)
    batch.count, batch.total = 0, Decimal(0)


def waiting(batch) -> bool:
    """Whether lines of a batch that was sent have no result yet."""
    return lines_of(batch, PaymentState.APPROVED).exists()


@act(
    "money.send",
    PayBatch,
    label=_("送银行支付"),
    past=_("已生成银行文件"),
    by=PAYERS,
    when=lambda b: b.form == Form.CASH,
    icon="account_balance",
    main=True,
)
def send(ctx, batch):
    """Make the bank's file, by a third hand; results come back by table. Refuses: SAME_PERSON, NO_ACCOUNT."""
    keep_apart(ctx, batch.maker_id, batch.checker_id)
    without = lines_of(batch, PaymentState.APPROVED).filter(account_no=b"").count()
    if without:
        raise NO_ACCOUNT(count=without)
    bank_file.keep_file(ctx, batch, lines_of(batch, PaymentState.APPROVED))
    batch.payer, batch.sent_on = ctx.account, ctx.day


@act("money.all_paid", PayBatch, label=_("全部支付成功"), past=_("已登记全部成功"), by=PAYERS, when=waiting, icon="done_all")
def all_paid(
    ctx,
    batch,
    *,
    on: Annotated[date, P(_("支付日期"))],
    total: Annotated[Decimal, P(_("银行实付合计（元）"), least=0, most=10**12)],
):
    """The bank has told one total for all that waits. Refuses: SAME_PERSON, IN_FUTURE, MISMATCH."""
    keep_apart(ctx, batch.maker_id, batch.checker_id)
    if on > ctx.day or on < batch.sent_on:
        raise IN_FUTURE(day=on)
    lines = lines_of(batch, PaymentState.APPROVED)
    if sum_of(lines) != total:
        raise MISMATCH(statement=total, paid=sum_of(lines), gap=abs(sum_of(lines) - total), field="total")
    settle(ctx, batch, lines, on)


@act("money.hand_over", PayBatch, label=_("当面发放"), past=_("已发放"), by=PAYERS, icon="redeem", main=True)
def hand_over(ctx, batch, *, on: Annotated[date, P(_("发放日期"))]):
    """Goods, or small sums by hand, have been given out by a third hand. Refuses: SAME_PERSON, IN_FUTURE, OVER_CASH."""
    keep_apart(ctx, batch.maker_id, batch.checker_id)
    if on > ctx.day or on < batch.on:
        raise IN_FUTURE(day=on)
    if batch.form == Form.CASH:
        limit = config.value("money.cash_limit", batch.node, on)
        over = lines_of(batch, PaymentState.APPROVED).filter(amount__gt=limit).count()
        if over:
            raise OVER_CASH(count=over, limit=limit)
    batch.payer, batch.sent_on = ctx.account, on
    settle(ctx, batch, lines_of(batch, PaymentState.APPROVED), on)


@act("money.reconcile", PayBatch, label=_("对账"), past=_("已对账"), by=BOOKERS, icon="balance", main=True)
def reconcile(
    ctx, batch, *, statement: Annotated[Decimal, P(_("对账单合计（元）"), help=_("银行对账单或签领单上本批的实付合计"), least=0, most=10**12)]
):
    """Close a batch against the bank's own total, not by whoever paid. Refuses: SAME_PERSON, NO_RESULT, MISMATCH."""
    keep_apart(ctx, batch.payer_id)
    waiting = lines_of(batch, PaymentState.APPROVED).count()
    if waiting:
        raise NO_RESULT(count=waiting)
    paid = sum_of(lines_of(batch, *PAID))
    if paid != statement:
        raise MISMATCH(statement=statement, paid=paid, gap=abs(paid - statement))
    move(ctx, batch, PaymentState.RECONCILED, PaymentState.PAID, PaymentState.RECEIVED)


def sum_of(rows) -> Decimal:
    """What rows with an amount come to."""
    return rows.aggregate(sum=Sum("amount"))["sum"] or Decimal("0.00")


@act("money.reissue", PayBatch, label=_("失败重付"), past=_("已编制重付批次"), by=MAKERS, at="batch", icon="replay")
def reissue(ctx, *, batch: Annotated[PayBatch, P(_("原批次"))], title: Annotated[str, P(_("名称"), max_length=100)]):
    """List the failed payments of a batch anew, for the same causes. Refuses: NONE_FAILED, TITLE_TAKEN; leaves out what was paid elsewhere."""
    failed = list(lines_of(batch, PaymentState.FAILED).order_by("pk"))
    if not failed:
        raise NONE_FAILED()
    again = new_batch(
        ctx, node=batch.node, kind=batch.kind, title=title, source=batch.source, award_year=batch.award_year, form=batch.form, plan=batch.plan,
        reissues=batch,
    )  # fmt: skip
    lines = [
        Line(f.payee, f.amount, f.once, (f.cause_noun, f.cause_id), f.person_id, f.employer_id, f.union_id, f.bank, f.account_no or "", f.note, f.pk)
        for f in failed
    ]
    if len(add_lines(ctx, again, lines)) == len(lines):
        raise NONE_FAILED()
    again.refresh_from_db()
    return again
