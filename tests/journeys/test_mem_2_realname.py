"""MEM-2 Real-name member base: a roster dry-run, duplicates under 15 and 18 digits, declared against verified, at the office desk."""

from datetime import date

import openpyxl
import pytest

from gonghui.kernel.intake.models import Batch
from tests.people import valid_id

from .conftest import settle, the

HEAD = ("工会编码", "姓名", "身份证号", "手机号", "入会日期", "新就业形态类别")


def roster(path, rows):
    """A roster as an officer fills it in."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (HEAD, *rows):
        sheet.append(row)
    book.save(path)
    return path


@pytest.mark.browser
@pytest.mark.sqlite
def test_a_roster_is_judged_row_by_row_and_bad_rows_come_back(person, tmp_path):
    old = valid_id("19650101", serial="123")
    short = old[:6] + old[8:17]
    rows = [
        ("UNION", "张一民", old, "13800000001", "2020-05-01"), ("UNION", "张一民", short, "", "2020-05-01"),
        ("UNION", "李二妹", "", "", "2021-05-01"), ("UNION", "王三", 4.40524188001010014e17, "", "2021-05-01"), ("UNION", "赵四", valid_id("20150101"), "", "2022-05-01"),
    ]  # fmt: skip
    wang, year = person("wang"), date.today().year
    wang.does("intake.check", node="东湖区总工会", kind="members", file=roster(tmp_path / "名册.xlsx", rows)).look("mem-2-dry-run")
    for says in ("已校验，尚未写入", "视为同一人", "科学计数", "16 周岁"):
        wang.says(says)
    wang.figure("membership.members_total", "DISTRICT", year, "0 人")
    wang.does("intake.start", the(Batch)).says("已开始导入")
    settle()
    wang.figure("membership.members_total", "DISTRICT", year, "2 人").figure("membership.realname_members", "DISTRICT", year, "1 人")
    wang.figure("membership.realname_rate", "DISTRICT", year, "50.00 %").look("mem-2-rate")


@pytest.mark.browser
def test_a_grassroots_officer_takes_in_a_roster_of_thousands_and_mends_what_was_wrong(person, tmp_path):
    good = [("UNION", f"林{chr(0x4E00 + n)}", "", "", "2023-03-01") for n in range(2990)]
    bad = [("FAR", "周外人", "", "", "2023-03-01")] * 4 + [("UNION", "周晚来", "", "", "2999-01-01")] * 3 + [("UNION", "", "", "", "2023-03-01")] * 3
    sun, year = person("sun"), date.today().year
    sun.go("/office/kernel/batch/").press("上传表格校验")
    with sun.page.expect_download() as template:
        sun.page.get_by_role("link", name="会员名册").click()
    heads = [cell.value for cell in openpyxl.load_workbook(template.value.path().open("rb")).active[1]]
    assert set(HEAD) <= set(heads)
    sun.does("intake.check", node="东湖纺织厂工会", kind="members", file=roster(tmp_path / "全厂名册.xlsx", good + bad)).look("intake-dry-run")
    batch = the(Batch)
    assert (batch.total, batch.good, batch.bad) == (3000, 2990, 10)
    sun.says("3000").says("2990").says("第 2992 行").says("日期在将来")
    with sun.page.expect_download() as workbook:
        sun.page.get_by_role("link", name="下载有误的行（含原因），改好后再传").click()
    back = list(openpyxl.load_workbook(workbook.value.path().open("rb")).active.iter_rows(values_only=True))
    reason = back[0].index("原因")
    assert len(back) == 11 and all(row[reason] for row in back[1:])
    sun.does("intake.start", batch).says("已开始导入").says("导入中")
    settle()
    sun.opens(batch).says("已完成").says("2990").look("intake-done")
    sun.figure("membership.members_total", "UNION", year, "2,990 人")
    mended = [("UNION", row[1] or "周有名", "", "", "2023-03-01") for row in back[1:]]
    sun.does("intake.check", node="东湖纺织厂工会", kind="members", file=roster(tmp_path / "补传.xlsx", mended)).says("没有有误的行")
    sun.does("intake.start", the(Batch, state="checked"))
    settle()
    sun.figure("membership.members_total", "UNION", year, "3,000 人")
