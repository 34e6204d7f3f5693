"""STT-1 Yearly statistics: a form is issued, filled in from the records, checked, summed level by level, signed, frozen, and corrected by erratum only."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gonghui.kernel.access.models import Account, Grant
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.review.stats.models import ReturnCell, SurveyForm, YearReturn
from gonghui.lines.review.stats.survey import acts, form_acts, reads

from .office import AtDesk, newest

YEAR = date.today().year - 1


@pytest.fixture
def issued(cast):
    """The form of grassroots unions for last year, opened for all of them: 周 at the province, 李 the city, 王 the district, 孙 the union."""
    zhou, li, wang, sun = (AtDesk(cast, name) for name in ("zhou", "li", "wang", "sun"))
    zhou.does("stats.issue_form", node=cast.nodes["province"], who="basic", period=str(YEAR), due_on=date(YEAR + 1, 12, 31))
    zhou.does("stats.open_returns", newest(SurveyForm))
    return zhou, li, wang, sun


def of(cast, name: str, summed: bool = False) -> YearReturn:
    return newest(YearReturn, node=cast.nodes[name], summed=summed)


def cell(cast, name: str, code: str, summed: bool = False) -> ReturnCell:
    return newest(ReturnCell, filed=of(cast, name, summed), code=code, standing=True)


def test_the_records_fill_in_what_they_say_and_a_zero_is_typed(cast, issued):
    _zhou, _li, _wang, sun = issued
    mine = of(cast, "union")
    assert (cell(cast, "union", "A09").prefilled, cell(cast, "union", "A09").value) == (300, 300)
    assert (cell(cast, "union", "H03").prefilled, cell(cast, "union", "H03").value) == (0, None)
    sun.reads(mine, "A09 单位职工数", "未填；没有发生请填 0", "A10 职工入会率").refused("stats.submit_return", "处错误须先改正", mine)
    sun.refused("stats.fill_return", "“约300”不是数", mine, values={"A01": "约300"}).refused(
        "stats.fill_return", "没有可填的", mine, values={"A10": "5"}
    )
    sun.does("stats.fill_return", mine, values={"A02": "5"}, zeros=True).refused("stats.submit_return", "A02 应 ≤ A01（0）", mine)
    sun.does("stats.fill_return", mine, values={"A02": "0", "E01": "10", "E02": "4"}).refused("stats.submit_return", "E01、E02 须写明理由", mine)
    sun.does("stats.submit_return", mine, whys={"E01": "调解委员会纸质台账", "E02": "同上"}).reads(mine, "调解委员会纸质台账", "40", "待审核")


def test_only_the_level_above_checks_and_marks_the_cells_that_are_wrong(cast, issued):
    zhou, li, wang, sun = issued
    mine = of(cast, "union")
    sun.does("stats.fill_return", mine, values={}, zeros=True).does("stats.submit_return", mine)
    sun.refused("stats.accept_return", "没有“审核通过”的权限", mine)
    wang.refused("stats.send_back_return", "没有指出哪些单元格", mine, why="请核对", remarks={"A09": ""})
    wang.does("stats.send_back_return", mine, why="请核对", remarks={"A09": "职工数应为310"})
    page = sun.client.get(f"/office/review_stats/yearreturn/{mine.pk}/act/stats.fill_return/").content.decode()
    assert "退回意见：职工数应为310" in page and 'name="values.A09"' in page
    sun.does("stats.fill_return", mine, values={"A09": "310"}).does("stats.submit_return", mine, whys={"A09": "年末新招10人"})
    wang.does("stats.accept_return", mine)
    beside = of(cast, "beside")
    wang.does("stats.fill_return", beside, values={}, zeros=True).does("stats.submit_return", beside)
    wang.refused("stats.accept_return", "同一人", beside)
    li.does("stats.accept_return", beside)


def accepted(cast, people) -> None:
    """Everything the four unions have to say is in, and accepted."""
    zhou, li, _wang, sun = people
    for who, above, name in ((sun, li, "union"), (zhou, li, "beside"), (zhou, li, "above_beside"), (AtDesk(cast, "zhao"), zhou, "far")):
        mine = of(cast, name)
        who.does("stats.fill_return", mine, values={"K01": "3", "K02": "90"}, zeros=True)
        who.does("stats.submit_return", mine, whys={"K01": "纸质登记", "K02": "纸质登记"})
        above.does("stats.accept_return", mine)


def summed(cast, who, signer, place: str) -> YearReturn:
    who.does("stats.open_return", form=newest(SurveyForm), node=cast.nodes[place], summed=True).does("stats.sum_up", of(cast, place, True))
    signer.does("stats.sign_return", of(cast, place, True), whys=dict.fromkeys(("K01", "K02"), "纸质登记"))
    return of(cast, place, True)


def test_sums_go_up_level_by_level_are_signed_frozen_and_corrected_by_erratum(cast, issued, bai):
    zhou, li, wang, sun = issued
    zhou.refused("stats.freeze_form", "尚未签章", newest(SurveyForm))
    accepted(cast, issued)
    zhao = AtDesk(cast, "zhao")
    for place, maker, signer, above in (
        ("district", wang, li, zhou),
        ("other_district", li, zhou, bai),
        ("outside", zhao, zhou, bai),
        ("city", li, zhou, bai),
    ):
        area = summed(cast, maker, signer, place)
        signer.does("stats.report_return", area)
        above.does("stats.accept_return", area)
    assert (of(cast, "district", True).below, cell(cast, "district", "A09", True).value, cell(cast, "city", "K01", True).value) == (2, 300, 9)
    wang.refused("stats.send_back_return", "应由上一级", of(cast, "district", True), why="改", remarks={"K01": "改"})
    li.refused("stats.send_back_return", "已经签章", of(cast, "union"), why="改", remarks={"K01": "改"})
    root = summed(cast, zhou, bai, "province")
    assert cell(cast, "province", "K02", True).value == 360
    zhou.refused("stats.report_return", "直接定格", root).does("stats.freeze_form", newest(SurveyForm))
    assert of(cast, "union").state == of(cast, "province", True).state == "frozen"
    with trusted():
        assert acts.digest(of(cast, "province", True)) == of(cast, "province", True).seal
    sun.refused("stats.fill_return", "当前状态", of(cast, "union"), values={"K01": "5"})
    first = cell(cast, "union", "K01")
    wang.refused("stats.correct_cell", "布置单位更正", first, value=Decimal(5), why="漏报")
    zhou.does("stats.correct_cell", first, value=Decimal(5), why="漏报两场").refused(
        "stats.correct_cell", "相同", cell(cast, "union", "K01"), value=Decimal(5), why="再"
    )
    assert [cell(cast, place, "K01", True).value for place in ("district", "city", "province")] == [8, 11, 14]
    assert cell(cast, "union", "K01").replaces_id == first.pk and not newest(ReturnCell, pk=first.pk).standing


@pytest.fixture
def bai(cast) -> AtDesk:
    """A second officer of the province."""

    def make(ctx):
        account = Account(login="bai", name="白", node=cast.nodes["province"])
        account.set_unusable_password()
        account.save()
        Grant(account=account, role="province_officer", node=cast.nodes["province"], since=date(2020, 1, 1)).save()
        return account

    cast.accounts["bai"] = by_house("tests.bai", make)
    return AtDesk(cast, "bai")


def test_who_is_missing_is_named_and_an_area_without_an_accepted_return_sums_nothing(cast, issued):
    zhou, li, wang, sun = issued
    form = newest(SurveyForm)
    wang.does("stats.open_return", form=form, node=cast.nodes["district"], summed=True).refused(
        "stats.sum_up", "还没有审核通过", of(cast, "district", True)
    )
    page = wang.client.get(f"/office/annex/review_stats/yearreturn/{of(cast, 'district', True).pk}/missing/").content.decode()
    assert "东湖纺织厂工会" in page and "东湖机械厂工会" in page and "西岭水泥厂工会" not in page
    with trusted():
        assert [node.code for node in reads.missing(form, cast.nodes["province"])] == ["UNION", "BESIDE", "ABOVE_BESIDE", "FAR"]
    told = zhou.program.get(f"/api/surveyform/{form.pk}/missing", {"limit": 3}).json()
    assert [item["cells"][0] for item in told["items"]] == ["UNION", "BESIDE", "ABOVE_BESIDE"] and told["next"] == 3
    sun.refused("stats.open_return", "已经有这张表", form=form, node=cast.nodes["union"]).refused(
        "stats.open_return", "没有下级", form=form, node=cast.nodes["union"], summed=True
    )
    wang.refused("stats.open_return", "不填这张表", form=form, node=cast.nodes["district"])


def test_opening_for_a_province_takes_as_many_statements_as_for_a_district(cast):
    zhou, asked = AtDesk(cast, "zhou"), []
    for place in ("district", "province"):
        zhou.does("stats.issue_form", node=cast.nodes[place], who="basic", period=str(YEAR), due_on=date(YEAR + 1, 12, 31))
        form = newest(SurveyForm)
        with CaptureQueriesContext(connection) as queries:
            do(form_acts.open_returns, cast.zhou, form)
        with trusted():
            asked.append((len(queries), form.returns.for_act("test").count(), ReturnCell.objects.for_act("test").filter(filed__form=form).count()))
    (few, two, cells), (many, four, more) = asked
    assert (two, four) == (2, 4) and more == 2 * cells and many <= few + 1  # one more of the ledger
