"""The review as a Word file: its figures are bound to what was frozen, its layout is that of official papers, another period rewrites it."""

import io
import re
from datetime import date

import pytest
from docx import Document
from docx.oxml.ns import qn

from gonghui.lines.review.stats.models import Bulletin, Snapshot
from tests.journeys.office import AtDesk, newest

YEAR = date.today().year - 1
TEXT = "一、总体情况\n全年宣讲{lectures.sessions}，会员{membership.members_total:万}。\n（一）其他\n2023年没有指标的数字不能写。"


@pytest.fixture
def frozen(cast):
    """A review of the last year, frozen, and who made it."""
    zhou, li = AtDesk(cast, "zhou"), AtDesk(cast, "li")
    told = {"kind": "lecture", "title": "宣讲", "held_on": date(YEAR, 5, 4), "at_place": "礼堂", "head_count": 30}
    zhou.does("activities.record", node=cast.nodes["district"], **told)
    zhou.does("stats.begin", node=cast.nodes["city"], period=str(YEAR), title="临江综述", more="lectures.sessions membership.members_total")
    review = newest(Bulletin)
    zhou.does("stats.compute", review)
    li.does("stats.write", review, text=TEXT).does("stats.check_line", review, line="all")
    draft = paper_of(li, review)
    li.does("stats.freeze", review)
    return zhou, li, review, draft


def paper_of(who, review):
    page = who.client.get(f"/office/review_stats/bulletin/{review.pk}/change/").content.decode()
    link = re.search(r'href="(/office/paper/[^"]+\.docx)"', page)[1]
    answer = who.client.get(link)
    assert answer.status_code == 200 and answer["Content-Type"].endswith("wordprocessingml.document")
    return Document(io.BytesIO(answer.content))


def words(paper) -> list[str]:
    return ["".join(t.text or "" for t in line._p.iter(qn("w:t"))) for line in paper.paragraphs]


def controls(paper) -> list[tuple[str, str, str]]:
    """(tag, lock, words) of every control."""
    found = paper.element.body.iter(qn("w:sdt"))
    value = lambda one, name: one.find(f"{qn('w:sdtPr')}/{qn(name)}").get(qn("w:val"))  # noqa: E731
    return [(value(one, "w:tag"), value(one, "w:lock"), "".join(t.text for t in one.iter(qn("w:t")))) for one in found]


def test_every_figure_of_the_paper_is_bound_to_what_was_frozen(frozen):
    _zhou, li, review, draft = frozen
    paper = paper_of(li, review)
    assert words(paper)[:5] == ["临江综述", "一、总体情况", "全年宣讲1场，会员0人。", "（一）其他", "2023年没有指标的数字不能写。"]
    assert controls(paper) == [("lectures.sessions v1", "sdtContentLocked", "1场"), ("membership.members_total v1", "sdtContentLocked", "0人")]
    assert [cell.text for cell in paper.tables[0].rows[1].cells] == ["职工宣讲场次 lectures.sessions", "1场", str(YEAR), "1", str(date.today())]
    assert "（征求意见稿，数据尚未定格）" in words(draft) and "（征求意见稿，数据尚未定格）" not in words(paper)


def test_the_layout_is_that_of_official_papers(frozen):
    paper = paper_of(frozen[1], frozen[2])
    page = paper.sections[0]
    assert [round(length.mm) for length in (page.page_width, page.page_height, page.top_margin, page.left_margin)] == [210, 297, 37, 28]
    faces = [line.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) for line in paper.paragraphs[:5] if line.runs]
    assert faces == ["方正小标宋简体", "黑体", "仿宋_GB2312", "楷体_GB2312", "仿宋_GB2312"]
    assert "PAGE" in paper.sections[0].footer._element.xml and paper.settings.odd_and_even_pages_header_footer


def test_an_erratum_rewrites_the_paper_and_another_period_takes_its_words(frozen, cast):
    zhou, li, review, _draft = frozen
    told = {"kind": "lecture", "title": "补报", "held_on": date(YEAR, 6, 4), "at_place": "礼堂", "head_count": 30}
    zhou.does("activities.record", node=cast.nodes["district"], **told)
    assert controls(paper_of(li, review))[0][2] == "1场"
    zhou.does("stats.correct", newest(Snapshot, key="lectures.sessions"), why="东湖区补报一场")
    assert controls(paper_of(li, review))[0][2] == "2场"
    zhou.does("stats.begin", node=cast.nodes["city"], period=f"{YEAR}H1", title="上半年综述", like=review)
    half = newest(Bulletin)
    zhou.does("stats.compute", half)
    assert [told[2] for told in controls(paper_of(li, half))] == ["2场", "0人"] and half.more.split() == review.more.split()


def test_who_may_not_see_a_review_gets_no_paper(frozen, cast):
    review = frozen[2]
    for name in ("sun", "chen"):
        someone = AtDesk(cast, name)
        assert someone.client.get(f"/office/paper/review_stats/bulletin/{review.pk}/review.docx").status_code in (302, 403, 404)
        assert someone.program.get(f"/api/bulletin/{review.pk}/review").status_code == 404
    program = frozen[1].program
    assert program.get(f"/api/bulletin/{review.pk}/nothing").status_code == 404
    assert program.get(f"/api/bulletin/{review.pk}/review")["Content-Type"].endswith("wordprocessingml.document")
