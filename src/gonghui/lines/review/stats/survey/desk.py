"""What people see of forms and returns, and may do with them."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.desk import Annex, Column, Desk, Line, Lines
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.indicators.trace import may_open
from gonghui.kernel.periods import Period

from . import acts, form_acts, reads, rules
from .models import ReturnCell, SurveyForm, YearReturn

GROUP = _("综合")
PERIOD = Column("period", _("期间"), lambda row: Period.parse(getattr(row, "form", row).period).label)


def items_lines(form, viewer) -> list[Line]:
    return [Line((one.code, one.label, reads.UNITS[one.unit], one.indicator, "；".join(one.rules))) for one in reads.items_of(form)]


def cell_lines(filed, viewer) -> list[Line]:
    """Every cell with what the records say, last year's number, and what was said of it; rates follow from their parts."""
    cells, last, told = reads.cells(filed), reads.year_before(filed), []
    numbers = {code: cell.value for code, cell in cells.items()}
    for item in reads.items_of(filed.form):
        cell, unit = cells.get(item.code), reads.UNITS[item.unit]
        if cell is None:
            values = ("—", acts.number(rules.derived(item, numbers.get)), acts.number(rules.derived(item, last.get)), "", "")
        else:
            values = (acts.number(cell.prefilled), acts.number(cell.value), acts.number(last.get(item.code)), cell.why, cell.remark)
        told.append(Line((f"{item.code} {item.label}", unit, *values), cell))
    return told


def fault_lines(filed, viewer) -> list[Line]:
    labels = {item.code: item.label for item in reads.items_of(filed.form)}
    cells = reads.cells(filed)
    told = []
    for one in acts.found(filed):
        settled = _("必须改正") if one.hard else _("已说明") if cells[one.code].why else _("须说明理由")
        told.append(Line((f"{one.code} {labels[one.code]}", str(one.says), settled), cells[one.code]))
    return told


def missing_lines(form, node) -> Lines:
    return Lines(reads.missing(form, node), lambda unit: (unit.code, unit, unit.kind_label))


def behind_lines(cell, viewer) -> Lines | list:
    """The rows behind a cell; such as name people only for whoever may see them."""
    found = reads.behind(cell)
    if found is None or not may_open(viewer, found[0], found[1].model, cell.filed.node):
        return []
    return Lines(found[1].select_related(*found[1].model.named_by).order_by("pk"), lambda row: (row, row.share))


def standing_of(cell) -> str:
    """What the records say today, whoever asks whether an erratum is due."""
    item = reads.item_of(cell)
    if item is None or not item.indicator:
        return ""
    return figure(find(item.indicator), cell.filed.node, Period.parse(cell.filed.form.period), viewer=SYSTEM).said


def name_of(cell) -> str:
    item = reads.item_of(cell)
    return f"{item.code} {item.label}" if item else cell.code


Desk(
    noun=SurveyForm, label=_("统计调查表"), group=GROUP, icon="post_add", related=("node",), filters=("state", "who", "ends_on"), search=("title", "period"),
    columns=("title", "who", "node", PERIOD, "due_on", "state"), order=("-ends_on", "-pk"), work=("issued",),
    detail=("title", "who", "node", PERIOD, "ends_on", "due_on", "state"), acts=(form_acts.issue_form, form_acts.open_returns, form_acts.freeze_form),
    annexes=(
        Annex("items", _("指标项"), (_("代码"), _("指标"), _("计量单位"), _("取数指标"), _("校验")), items_lines),
        Annex("missing", _("尚未报送的单位"), (_("组织编码"), _("单位"), _("类型")), lambda form, viewer: missing_lines(form, form.node)),
    ),
    empty=_("还没有布置报表。年度结束后点“布置报表”。"),
)  # fmt: skip
Desk(
    noun=YearReturn, label=_("统计报表"), group=GROUP, icon="table_chart", related=("form", "node"), filters=("state", "summed", "late", "on"),
    search=("node__name", "node__code", "form__title"), work=("filling", "returned", "summed", "submitted", "signed", "reported"), order=("-on", "-pk"),
    columns=("form", "node", "summed", "sent_on", "late", "state"),
    detail=("form", "node", PERIOD, Column("due", _("报送截止"), lambda r: r.form.due_on), "summed", "below", "sent_on", "late", "signed_on", "seal", "state"),
    acts=(
        acts.open_return, acts.fill_return, acts.sum_up, acts.submit_return, acts.sign_return, acts.report_return, acts.accept_return, acts.send_back_return,
    ),
    annexes=(
        Annex("faults", _("校验结果"), (_("指标"), _("问题"), _("处理")), fault_lines, at_once=True, when=lambda r: r.state not in ("accepted", "frozen")),
        Annex(
            "cells", _("报表内容"), (_("指标"), _("计量单位"), _("系统取数"), _("填报数"), _("上年"), _("说明"), _("退回意见")), cell_lines, at_once=True,
        ),
        Annex(
            "missing", _("尚未报送的单位"), (_("组织编码"), _("单位"), _("类型")), lambda r, viewer: missing_lines(r.form, r.node),
            when=lambda r: r.summed,
        ),
    ),
    empty=_("还没有报表。"),
)  # fmt: skip
Desk(
    noun=ReturnCell, label=_("报表数"), group=GROUP, icon="grid_on", related=("filed__form", "filed__node"), filters=("standing", "on"),
    search=("code", "filed__node__name"), columns=(Column("name", _("指标"), name_of), "filed", "prefilled", "value", "standing"),
    detail=(
        Column("name", _("指标"), name_of), "filed", "prefilled", "value", Column("now", _("按现有记录重算"), standing_of), "why", "remark", "replaces", "standing",
    ),
    annexes=(Annex("rows", _("由哪些记录算出"), (_("记录"), _("计入")), behind_lines, at_once=True, when=lambda cell: cell.prefilled is not None),),
    acts=(form_acts.correct_cell,),
)  # fmt: skip
