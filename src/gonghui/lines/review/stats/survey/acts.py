"""A return: opened, filled in, summed, sent, signed, checked, sent back."""

import json
from decimal import Decimal, InvalidOperation
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.ledger.act import WHY, Asked, P, act
from gonghui.kernel.privacy.crypto import sm3
from gonghui.kernel.tree.models import Node

from . import opening, reads, rules, words
from .models import ReturnCell, SurveyForm, YearReturn

FILLING = ("stats.open_return", "stats.fill_return", "stats.submit_return", "stats.sum_up", "stats.sign_return", "stats.report_return")


@act("stats.open_return", YearReturn, label=_("开始填表"), past=_("已取数，请核对填报"), by=OFFICERS, icon="edit_document", main=True)
def open_return(
    ctx,
    *,
    form: Annotated[SurveyForm, P(_("调查表"), pick=lambda rows, viewer: rows.for_act("issued to all below").filter(state="issued"))],
    node: Annotated[Node, P(_("填报单位"))],
    summed: Annotated[bool, P(_("汇总表"), help=_("汇总所辖各单位的报表"))] = False,
):
    """Open one unit's return, or the return of its area. Refuses: FORM_FROZEN, NOT_ASKED, NO_AREA, OPENED_TWICE."""
    if form.state != words.FormState.ISSUED:
        raise words.FORM_FROZEN(form=form)
    if not node.path.startswith(form.node.path) or not (summed or reads.filers(form, node).filter(pk=node.pk).exists()):
        raise words.NOT_ASKED(unit=node)
    if summed and not reads.filers(form, node).exclude(pk=node.pk).exists():
        raise words.NO_AREA(unit=node)
    if YearReturn.objects.for_act("opened once").filter(form=form, node=node, summed=summed).exists():
        raise words.OPENED_TWICE(unit=node)
    [made] = opening.opened(ctx, form, [node], summed=summed)
    return YearReturn.objects.for_act("just opened").select_related("form", "node").get(pk=made)


def asked_cells(filed: YearReturn) -> list[Asked]:
    """What is asked for on a return, with what the records say, last year's number and what the level above has remarked."""
    cells, last, told = reads.cells(filed), reads.year_before(filed), []
    for item in reads.typed(filed.form):
        cell = cells[item.code]
        beside = [
            f"{words.RECORDS}{number(cell.prefilled)}" if item.indicator else "",
            f"{words.LAST}{number(last[item.code])}" if item.code in last else "",
        ]
        beside.append(f"{words.REMARK}{cell.remark}" if cell.remark else "")
        told.append(
            Asked(item.code, f"{item.code} {item.label}（{reads.UNITS[item.unit]}）", number(cell.value, ""), "；".join(filter(None, beside)))
        )
    return told


def number(value: Decimal | None, missing: str = "—") -> str:
    """A number as it is typed: no thousands apart, no empty places."""
    return missing if value is None else f"{value.normalize():f}"


@act("stats.fill_return", YearReturn, label=_("填报"), past=_("已保存"), by=OFFICERS, icon="edit_note", main=True)
def fill_return(
    ctx,
    filed,
    *,
    values: Annotated[dict | None, P(_("单元格"), help=_("没有发生填 0，尚未统计留空"), asks=asked_cells, max_length=20)] = None,
    zeros: Annotated[bool, P(_("其余为零"), help=_("零报：未填的单元格都没有发生"))] = False,
):
    """Put numbers into cells; an empty text empties one, `zeros` says that nothing happened in all that are empty. Refuses: FORM_FROZEN, NO_CELL, NO_NUMBER."""
    still_open(filed)
    cells = reads.cells(filed)
    codes = {item.code for item in reads.typed(filed.form)}
    for code, text in (values or {}).items():
        if code not in codes:
            raise words.NO_CELL(code=code[:8], field="values")
        put(cells[code], typed(code, text))
    if zeros:
        for code in codes:
            if cells[code].value is None:
                put(cells[code], Decimal(0))


def typed(code: str, text: str) -> Decimal | None:
    """A number somebody typed, with up to two places; nothing where the text is empty. Refuses: NO_NUMBER."""
    plain = text.strip().replace(",", "").replace("，", "")
    if not plain:
        return None
    try:
        value = Decimal(plain) if plain.lstrip("-").replace(".", "", 1).isdecimal() else None
    except InvalidOperation:
        value = None
    if value is None or value != value.quantize(Decimal("0.01")) or abs(value) >= rules.MOST:
        raise words.NO_NUMBER(code=code, text=text[:20], field="values")
    return value


def put(cell: ReturnCell, value: Decimal | None) -> bool:
    """A number into a cell; what explained another number goes. Tells whether it was another."""
    if other := cell.value != value:
        cell.value, cell.why = value, ""
        cell.save()
    return other


def still_open(filed: YearReturn) -> None:
    """Refuses: FORM_FROZEN."""
    if filed.form.state != words.FormState.ISSUED:
        raise words.FORM_FROZEN(form=filed.form)


@act("stats.sum_up", YearReturn, label=_("汇总"), past=_("已汇总"), by=UPPER, when=lambda r: r.summed, icon="functions", main=True)
def sum_up(ctx, filed):
    """Take the sums of the accepted returns right below, and what the records say, anew. Refuses: FORM_FROZEN, NOTHING_BELOW."""
    still_open(filed)
    filed.below = reads.lower(filed).count()
    if not filed.below:
        raise words.NOTHING_BELOW()
    sums, spans = reads.sums_below(filed), reads.spans(filed.form, [filed.node_id], whole=True)
    says = reads.recorded(filed.form, spans, filed.node).get(filed.node_id, {})
    indicators = {item.code for item in reads.typed(filed.form) if item.indicator}
    for code, cell in reads.cells(filed).items():
        cell.prefilled = says.get(code, Decimal(0)) if code in indicators else None
        if not put(cell, sums.get(code)):
            cell.save()


def asked_whys(filed: YearReturn) -> list[Asked]:
    """A sentence for every cell that is out of the way and not yet explained."""
    told: dict[str, list] = {}
    cells = reads.cells(filed)
    for fault in found(filed):
        if not fault.hard and not cells[fault.code].why:
            told.setdefault(fault.code, []).append(str(fault.says))
    labels = {item.code: item.label for item in reads.items_of(filed.form)}
    return [Asked(code, f"{code} {labels[code]}", "", f"{number(cells[code].value)}：{'；'.join(says)}") for code, says in told.items()]


WHYS = Annotated[dict | None, P(_("理由"), help=_("只有偏离较大的单元格要写"), asks=asked_whys, max_length=200)]


def found(filed: YearReturn) -> list[rules.Fault]:
    return reads.faults(filed, config.value("stat.jump_pct", filed.node, filed.on))


def complete(filed: YearReturn, whys: dict) -> None:
    """Every cell is right or explained. Refuses: HARD, NO_CELL, NEEDS_REASON."""
    cells, told = reads.cells(filed), found(filed)
    hard = [fault for fault in told if fault.hard]
    if hard:
        raise words.HARD(count=len(hard), first="；".join(f"{one.code} {one.says}" for one in hard[:3]))
    for code, why in whys.items():
        if code not in cells:
            raise words.NO_CELL(code=code[:8], field="whys")
        if why.strip():
            cells[code].why = why.strip()
            cells[code].save()
    left = list(dict.fromkeys(fault.code for fault in told if not cells[fault.code].why))
    if left:
        raise words.NEEDS_REASON(codes="、".join(left[:10]))


@act("stats.submit_return", YearReturn, label=_("报送"), past=_("已报送"), by=OFFICERS, when=lambda r: not r.summed, icon="send", main=True)
def submit_return(ctx, filed, *, whys: WHYS = None):
    """A unit's own return goes up: hard errors keep it, soft ones need a sentence. Refuses: FORM_FROZEN, HARD, NEEDS_REASON."""
    still_open(filed)
    complete(filed, whys or {})
    filed.sent_on, filed.late = ctx.day, ctx.day > filed.form.due_on


@act(
    "stats.sign_return",
    YearReturn,
    label=_("签章"),
    past=_("已签章"),
    by=UPPER,
    apart_from=("stats.sum_up", "stats.fill_return"),
    icon="approval",
    main=True,
)
def sign_return(ctx, filed, *, whys: WHYS = None):
    """The head signs what the area reports; the seal is the digest of its cells. Refuses: FORM_FROZEN, HARD, NEEDS_REASON, SAME_PERSON."""
    still_open(filed)
    complete(filed, whys or {})
    filed.signed_on, filed.seal = ctx.day, digest(filed)


def digest(filed: YearReturn) -> str:
    """SM3 over form, period, unit and every cell that stands."""
    cells = {code: [number(one.value), one.why] for code, one in sorted(reads.cells(filed).items())}
    told = {"form": filed.form.who, "period": filed.form.period, "unit": filed.node.code, "cells": cells}
    return sm3(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hex()


@act("stats.report_return", YearReturn, label=_("上报"), past=_("已上报"), by=UPPER, icon="upload", main=True)
def report_return(ctx, filed):
    """A signed return goes to the level above. Refuses: FORM_FROZEN, TOP for whoever issued the form."""
    still_open(filed)
    if filed.node_id == filed.form.node_id:
        raise words.TOP()
    filed.sent_on, filed.late = ctx.day, ctx.day > filed.form.due_on


def from_above(ctx, filed: YearReturn) -> None:
    """Refuses: SAME_LEVEL for whoever reaches no further than the unit itself; at the top there is nobody above."""
    parent = filed.node.parent
    if filed.node_id != filed.form.node_id and parent is not None and not ctx.viewer.reach(ctx.act.power).covers(parent.path):
        raise words.SAME_LEVEL()


@act("stats.accept_return", YearReturn, label=_("审核通过"), past=_("已通过"), by=UPPER, apart_from=FILLING, icon="fact_check", main=True)
def accept_return(ctx, filed):
    """The level above has checked it; from now on it is in the sums. Refuses: FORM_FROZEN, SAME_LEVEL, SAME_PERSON."""
    still_open(filed)
    from_above(ctx, filed)


def asked_remarks(filed: YearReturn) -> list[Asked]:
    """A remark for whichever cell is wrong."""
    cells = reads.cells(filed)
    return [Asked(item.code, f"{item.code} {item.label}", "", number(cells[item.code].value)) for item in reads.typed(filed.form)]


@act("stats.send_back_return", YearReturn, label=_("退回"), past=_("已退回"), by=UPPER, icon="undo")
def send_back_return(
    ctx,
    filed,
    *,
    why: Annotated[str, WHY],
    remarks: Annotated[dict, P(_("问题单元格"), help=_("在有问题的旁边写意见"), asks=asked_remarks, max_length=200)],
):
    """Back to the unit with the cells marked; it is in no sum until it comes anew. Refuses: FORM_FROZEN, SAME_LEVEL, NO_CELL, NO_CELL_MARKED, SIGNED_ABOVE."""
    still_open(filed)
    from_above(ctx, filed)
    cells = reads.cells(filed)
    for code in remarks:
        if code not in cells:
            raise words.NO_CELL(code=code[:8], field="remarks")
    if not any(text.strip() for text in remarks.values()):
        raise words.NO_CELL_MARKED()
    above = reads.all_above(filed)[:1]
    if above and above[0].state in (words.S.SIGNED, *words.SENT, *words.DONE):
        raise words.SIGNED_ABOVE(unit=above[0].node)
    for code, cell in cells.items():
        cell.remark = remarks.get(code, "").strip()
        cell.save()
    filed.signed_on, filed.seal = None, ""
