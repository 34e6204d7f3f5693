"""
The review as a Word document in the layout of official papers 公文格式.

Layout: GB/T 9704-2012: A4, 37 mm above, 28 mm at the binding, 156 mm by 225 mm of text, 22 lines of 28 characters, page numbers outside.
Every figure is a locked content control that names its indicator and version, so that in Word it cannot be typed over.
"""

import io
import re

from django.utils.translation import gettext as _
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from gonghui.kernel.periods import Period

from . import rules
from .reads import sayings, standing

TITLE, BODY, FIRST, SECOND, FOOT = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
NO_2, NO_3, NO_4 = Pt(22), Pt(16), Pt(14)  # 二号、三号、四号
WIDTHS = (Mm(54), Mm(26), Mm(30), Mm(20), Mm(26))  # 156 mm in all
HEADS = ((re.compile(r"^[一二三四五六七八九十]+、"), FIRST), (re.compile(r"^（[一二三四五六七八九十]+）"), SECOND))


def written(review) -> bytes:
    """The review with its figures, where they come from, who signs and when; a review not yet frozen says so."""
    paper = Document()
    _layout(paper)
    _paragraph(paper, review.title, TITLE, NO_2, align=WD_ALIGN_PARAGRAPH.CENTER)
    _paragraph(paper, "", BODY)
    if review.frozen_on is None:
        _paragraph(paper, _("（征求意见稿，数据尚未定格）"), SECOND, align=WD_ALIGN_PARAGRAPH.CENTER)
    known = standing(review)
    said = sayings(known)
    for line in filter(str.strip, review.text.splitlines()):
        font = next((font for pattern, font in HEADS if pattern.match(line.strip())), BODY)
        _filled(_paragraph(paper, "", font, indent=True), line.strip(), font, known, said)
    for words in (str(review.node), _day(review.frozen_on) if review.frozen_on else ""):
        _paragraph(paper, words, BODY, align=WD_ALIGN_PARAGRAPH.RIGHT)
    _sources(paper, review, known)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _layout(paper) -> None:
    page = paper.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)
    paper.settings.odd_and_even_pages_header_footer = True
    for footer, align in ((page.footer, WD_ALIGN_PARAGRAPH.RIGHT), (page.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)):
        line = footer.paragraphs[0]
        line.alignment = align
        _run(line, "— ", FOOT, NO_4)
        number = _run(line, "", FOOT, NO_4)
        for kind, words in (("begin", None), (None, "PAGE"), ("end", None)):
            part = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                part.set(qn("w:fldCharType"), kind)
            else:
                part.text = words
            number._r.append(part)
        _run(line, " —", FOOT, NO_4)


def _paragraph(paper, words: str, font: str, size=NO_3, *, align=WD_ALIGN_PARAGRAPH.JUSTIFY, indent: bool = False):
    line = paper.add_paragraph()
    line.alignment = align
    form = line.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(32 if size == NO_2 else 28)
    form.space_before = form.space_after = Pt(0)
    if indent:
        form.first_line_indent = size * 2
    if words:
        _run(line, words, font, size)
    return line


def _run(line, words: str, font: str, size=NO_3):
    run = line.add_run(words)
    run.font.name, run.font.size = font, size
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    return run


def _filled(line, words: str, font: str, known: dict, said) -> None:
    """Words as they are, each figure as a control that names what it is."""
    at = 0
    for found in rules.REFERENCE.finditer(words):
        if found.start() > at:
            _run(line, words[at : found.start()], font)
        run = _run(line, said(found[1], found[2] or ""), font)
        one = known.get(found[1])
        _control(run, found[1] if one is None else f"{one.key} v{one.version}", str(one or found[1]))
        at = found.end()
    if words[at:]:
        _run(line, words[at:], font)


def _control(run, tag: str, alias: str) -> None:
    control, about, content = (OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent"))
    for name, value in (("alias", alias[:64]), ("tag", tag[:64]), ("lock", "sdtContentLocked")):
        part = OxmlElement(f"w:{name}")
        part.set(qn("w:val"), value)
        about.append(part)
    run._r.addprevious(control)
    control.append(about)
    control.append(content)
    content.append(run._r)


def _sources(paper, review, known: dict) -> None:
    """Where the figures come from that the words name: indicator, number, period, version of its definition, the day it was frozen."""
    named = [known[key] for key in dict.fromkeys(rules.keys_of(review.text)) if key in known]
    if not named:
        return
    _paragraph(paper, _("附：数据出处"), FIRST).paragraph_format.page_break_before = True
    table = paper.add_table(rows=1, cols=len(WIDTHS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = width
    span = Period.parse(review.period).label
    heads = (_("指标"), _("数"), _("期间"), _("口径版本"), _("定格日期"))
    lines = [(f"{one} {one.key}", one.said, span, str(one.version), str(review.frozen_on or "—")) for one in named]
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # told again on every page
    for row, line in zip([table.rows[0], *(table.add_row() for _line in lines)], [heads, *lines], strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width, words in zip(row.cells, WIDTHS, line, strict=True):
            cell.width = width
            form = cell.paragraphs[0].paragraph_format
            form.line_spacing_rule, form.space_before, form.space_after = WD_LINE_SPACING.SINGLE, Pt(2), Pt(2)
            _run(cell.paragraphs[0], words, FOOT, Pt(10.5))


def _day(day) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
