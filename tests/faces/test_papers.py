"""The review as a Word file: its figures are bound to what was frozen, its layout is that of official papers, another period rewrites it."""

import io
import re
from datetime import date
from decimal import Decimal

import pytest
from docx import Document
from docx.oxml.ns import qn

from gonghui.kernel.access.wall import trusted
from gonghui.kernel.indicators import INDICATORS
from gonghui.kernel.indicators.frozen import grown
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.review.stats.models import Bulletin, Snapshot
from gonghui.lines.review.stats.reads import basis, comparable
from tests.journeys.office import AtDesk, newest

YEAR = date.today().year - 1
TEXT = "一、总体情况\n全年宣讲{lectures.sessions}，会员{membership.members_total:万}。\n（一）其他\n2023年没有指标的数字不能写。"


@pytest.fixture
def frozen(cast):
    """A review of the last year, frozen, and who made it."""
    zhou, li = AtDesk(cast, "zhou"), AtDesk(cast, "li")
    told = {"kind": "lecture", "title": "宣讲", "held_on": date(YEAR, 5, 4), "at_place": "礼堂", "head_count": 30}
    zhou.does("activities.record", node=cast.nodes["district"], **told)
    review = begun(zhou, cast, str(YEAR), "临江综述")
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
    assert words(paper)[:6] == ["临江综述", "", "一、总体情况", "全年宣讲1场，会员0人。", "（一）其他", "2023年没有指标的数字不能写。"]
    assert controls(paper) == [("lectures.sessions v1", "sdtContentLocked", "1场"), ("membership.members_total v1", "sdtContentLocked", "0人")]
    assert [cell.text for cell in paper.tables[0].rows[1].cells] == ["职工宣讲场次 lectures.sessions", "1场", f"{YEAR} 年", "1", str(date.today())]
    assert "（征求意见稿，数据尚未定格）" in words(draft) and "（征求意见稿，数据尚未定格）" not in words(paper)


def test_the_layout_is_that_of_official_papers(frozen):
    paper = paper_of(frozen[1], frozen[2])
    page = paper.sections[0]
    assert [round(length.mm) for length in (page.page_width, page.page_height, page.top_margin, page.left_margin)] == [210, 297, 37, 28]
    faces = [line.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) for line in paper.paragraphs[:6] if line.runs]
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
    many = " ".join(key for key in INDICATORS if key not in review.more)[:1990].rpartition(" ")[0]
    zhou.refused("stats.begin", "另加指标合起来超过", node=cast.nodes["city"], period=f"{YEAR}H2", title="下半年综述", like=review, more=many)
    zhou.does("stats.compute", half)
    assert [told[2] for told in controls(paper_of(li, half))] == ["2场", "0人"] and half.more.split() == review.more.split()


def test_only_like_is_compared_with_like(frozen, cast):
    zhou, li, review, _draft = frozen
    said = "宣讲同比{lectures.sessions:同比}。"
    half = begun(zhou, cast, f"{YEAR}H1")
    li.refused("stats.write", "没有上年同期的定格数", half, text=said)
    earlier = begun(zhou, cast, str(YEAR - 1))
    li.does("stats.check_line", earlier, line="all").does("stats.freeze", earlier)
    first = newest(Snapshot, review=earlier, key="lectures.sessions")
    zhou.does("stats.begin", node=cast.nodes["city"], period=f"{YEAR - 1}-01-01..{YEAR}-12-31", title="两年综述", like=review)
    both = newest(Bulletin)
    zhou.does("stats.compute", both)
    now = newest(Snapshot, review=review, key="lectures.sessions")
    with trusted():
        assert basis(now) == first and basis(first) is None
    li.refused("stats.write", "没有上年同期的定格数", both, text=said)
    assert not comparable(now, first) and comparable(now, Snapshot(version=1, value=4))
    assert not comparable(now, Snapshot(version=2, value=4)) and not comparable(now, None)


def test_growth_is_told_and_what_was_counted_otherwise_is_refused(cast):
    zhou, li = AtDesk(cast, "zhou"), AtDesk(cast, "li")
    for year, held in ((YEAR - 1, 4), (YEAR, 5)):
        for n in range(held):
            told = {"kind": "lecture", "title": f"宣讲{n}", "held_on": date(year, 5, 4 + n), "at_place": "礼堂", "head_count": 30}
            zhou.does("activities.record", node=cast.nodes["district"], **told)
    earlier = begun(zhou, cast, str(YEAR - 1))
    li.does("stats.check_line", earlier, line="all")
    review = begun(zhou, cast, str(YEAR))
    said = "宣讲{lectures.sessions}，同比{lectures.sessions:同比}。"
    li.refused("stats.write", "没有上年同期的定格数", review, text=said)
    li.does("stats.freeze", earlier).does("stats.write", review, text=said).reads(review, "宣讲5场，同比增长25%。")
    li.refused("stats.write", "上年同期为零", review, text="会员同比{membership.members_total:同比}")
    with trusted():
        by_house("tests.version", lambda ctx: Snapshot.objects.for_act("test").filter(review=earlier).update(version=9))
    li.refused("stats.write", "口径由第 9 版改为第 1 版", review, text=said)
    li.does("stats.check_line", review, line="all").refused("stats.freeze", "口径由第 9 版改为第 1 版", review)


@pytest.mark.parametrize(
    "now, before, percent, told",
    [(5, 4, False, "增长25%"), (3, 4, False, "下降25%"), (4, 4, False, "持平"), ("90.5", "88", True, "提高2.5个百分点"), (1, 3, False, "下降66.7%"), (300, 100, False, "增长200%")],
)  # fmt: skip
def test_more_and_less_are_told(now, before, percent, told):
    assert grown(Decimal(now), Decimal(before), percent) == told


def begun(who, cast, period: str, title: str = "综述"):
    """A review of a period, computed."""
    who.does("stats.begin", node=cast.nodes["city"], period=period, title=title, more="lectures.sessions membership.members_total")
    review = newest(Bulletin)
    who.does("stats.compute", review)
    return review


def test_who_may_not_see_a_review_gets_no_paper(frozen, cast):
    review = frozen[2]
    for name in ("sun", "chen"):
        someone = AtDesk(cast, name)
        assert someone.client.get(f"/office/paper/review_stats/bulletin/{review.pk}/review.docx").status_code in (302, 403, 404)
        assert someone.program.get(f"/api/bulletin/{review.pk}/review").status_code == 404
    program = frozen[1].program
    assert program.get(f"/api/bulletin/{review.pk}/nothing").status_code == 404
    assert program.get(f"/api/bulletin/{review.pk}/review")["Content-Type"].endswith("wordprocessingml.document")
