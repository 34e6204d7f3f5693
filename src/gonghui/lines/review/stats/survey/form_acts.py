"""Forms: issued, opened for every unit, frozen; errata of what is frozen."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.evidence.files import SHEET, check, keep
from gonghui.kernel.intake.reading import read
from gonghui.kernel.intake.sheet import SheetColumn
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.models import Node

from . import opening, reads, rules, words
from .models import ReturnCell, SurveyForm, YearReturn

COLUMNS = (
    SheetColumn("code", _("代码"), required=True), SheetColumn("label", _("指标"), required=True), SheetColumn("unit", _("计量单位"), required=True),
    SheetColumn("indicator", _("取数指标")), SheetColumn("top", _("分子")), SheetColumn("bottom", _("分母")), SheetColumn("rules", _("校验")),
)  # fmt: skip


@act("stats.issue_form", SurveyForm, label=_("布置报表"), past=_("已布置"), by=UPPER, icon="post_add", main=True)
def issue_form(
    ctx,
    *,
    node: Annotated[Node, P(_("布置单位"))],
    who: Annotated[str, P(_("填报单位"), choices=words.Who.choices)],
    period: Annotated[str, P(_("期间"), help=_("如 2024、2024H1、2023-10-01..2024-09-30"), max_length=40)],
    due_on: Annotated[date, P(_("报送截止"))],
    table: Annotated[
        UploadedFile | None,
        P(_("报表定义"), help=_("不传则用本系统自带的指标项；列：代码、指标、计量单位、取数指标、分子、分母、校验"), accept=SHEET),
    ] = None,
):
    """
    Issue a form for a period that is over: the cells the house comes with, or those of a table.

    Refuses: NOT_A_SPAN, NOT_OVER, DUE_EARLY, ISSUED_TWICE, BAD_TABLE with the codes that are wrong.
    """
    span = Period.parse(period)
    if span.plan or span.start >= span.end or (span.end - span.start).days > 366:
        raise words.NOT_A_SPAN(text=period)
    if span.end >= ctx.day:
        raise words.NOT_OVER(period=span.label, end=span.end)
    if due_on <= span.end:
        raise words.DUE_EARLY(due=due_on, end=span.end)
    label = words.Who(who).label
    if SurveyForm.objects.for_act("issued once").filter(node=node, who=who, period=str(span)).exists():
        raise words.ISSUED_TWICE(period=span.label, label=label)
    items = defined(table, who)
    told = {"who": who, "period": str(span), "ends_on": span.end, "due_on": due_on, "title": f"{span.label}{label}"}
    form = ctx.create(SurveyForm, node=node, items=[rules.as_json(item) for item in items], **told)
    if table:
        keep(ctx, form, table, accept=SHEET, field="table")
    return form


def defined(table: UploadedFile | None, who: str) -> list[rules.Item]:
    """The cells of a definition. Refuses: BAD_TABLE, and what a table refuses."""
    rows = read(*check(table, SHEET, "table"), SimpleNamespace(columns=COLUMNS)).to_dicts() if table else reads.template(who)
    items, wrong = rules.parsed(rows)
    wrong += [item.code for item in items if item.unit not in reads.UNITS or (item.indicator and not reads.fills(item.indicator))]
    if wrong:
        raise words.BAD_TABLE(codes="、".join(code[:8] for code in wrong[:10]))
    return items


@act("stats.open_returns", SurveyForm, label=_("开表"), past=_("已开表并取数"), by=UPPER, icon="library_add", main=True)
def open_returns(ctx, form):
    """Open the form for every unit that has to file and has not opened it, filled in from the records. Set statements."""
    there = YearReturn.objects.for_act("opened already").filter(form=form, summed=False).values("node")
    opening.opened(ctx, form, list(reads.filers(form, form.node).exclude(pk__in=there)), summed=False)


@act("stats.freeze_form", SurveyForm, label=_("定格"), past=_("已定格"), by=UPPER, icon="ac_unit", main=True)
def freeze_form(ctx, form):
    """No number of it changes any more but by an erratum: all that was accepted, and what the issuer has signed. Refuses: NOT_SIGNED."""
    rows = YearReturn.objects.for_act("frozen with its form").filter(form=form)
    top = rows.filter(node=form.node_id, summed=True, state=words.S.SIGNED)
    if not top.exists():
        raise words.NOT_SIGNED(unit=form.node)
    taken = list((rows.filter(state=words.S.ACCEPTED) | top).select_for_update(of=("self",)).order_by("pk").values_list("pk", "node_id", "state"))
    YearReturn.objects.for_act("locked above").filter(pk__among=[pk for pk, _node, _state in taken]).update(state=words.S.FROZEN)
    ctx.note_many(YearReturn, ((pk, node, state, words.S.FROZEN, {}) for pk, node, state in taken))


@act("stats.correct_cell", ReturnCell, label=_("更正"), past=_("已更正"), by=UPPER, when=lambda cell: cell.standing, icon="rule")
def correct_cell(ctx, cell, *, value: Annotated[Decimal, P(_("更正为"), least=0)], why: Annotated[str, WHY]):
    """
    An erratum by whoever issued the form: the number beside the one it replaces, and so in every sum above.

    Refuses: NOT_FROZEN, NOT_ISSUER, UNCHANGED.
    """
    filed = cell.filed
    if filed.state != words.S.FROZEN:
        raise words.NOT_FROZEN()
    if not ctx.viewer.reach(ctx.act.power).covers(filed.form.node.path):
        raise words.NOT_ISSUER(unit=filed.form.node)
    if value == cell.value:
        raise words.UNCHANGED()
    more = value - (cell.value or 0)
    replaced(ctx, cell, value, why)
    for above in reads.all_above(filed):
        upper = reads.cells(above)[cell.code]
        replaced(ctx, upper, (upper.value or 0) + more, why)


def replaced(ctx, cell: ReturnCell, value: Decimal, why: str) -> None:
    """A new version of a cell; the old one stays."""
    cell.standing = False
    cell.save()
    told = {"filed": cell.filed, "node": cell.filed.node, "on": cell.on, "code": cell.code, "prefilled": cell.prefilled}
    ctx.create(ReturnCell, value=value, why=why[:200], replaces=cell, **told)
