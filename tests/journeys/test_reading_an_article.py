"""In a browser: an auditor pastes an article, finds what the records make of it, and opens a figure; the clerk's paper comes as a Word file."""

from datetime import date

import pytest

from .conftest import DESK, PHONE

ARTICLE = """過去一年，全省工會聚焦主責主業。截至{year}年底，全省有基層工會5.51萬個、工會會員693.96萬人，較上年底增加51%。
舉辦招聘會130場，提供24404個崗位，達成就業意向2148人；“金秋助學”幫扶困難職工子女2953人，發放資金672.75萬元。"""


@pytest.mark.browser
def test_an_auditor_reads_an_article(person):
    zhou = person("zhou")
    zhou.go("/office/figures/").press("读文章：把公布的数字与记录核对")
    zhou.page.fill("textarea[name=text]", ARTICLE.format(year=date.today().year - 1))
    zhou.press("读出数字").look("reading-desk")
    zhou.says("读出 8 个数").says("不一致").says("招聘会场数").says("基层工会")
    zhou.page.set_viewport_size(PHONE)
    zhou.look("reading-phone")
    zhou.page.set_viewport_size(DESK)
    zhou.page.get_by_role("link", name="jobs.fairs").first.click()
    zhou.look().says("jobs.fairs")
