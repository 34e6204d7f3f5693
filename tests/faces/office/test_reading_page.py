"""An auditor pastes an article in the office and finds its figures beside those of the records."""

from django.test import Client

from gonghui.kernel.clock import today


def test_printed_figures_stand_beside_the_records_and_open_to_them(cast, client_of):
    auditor = client_of("zhou")
    page = auditor.get("/office/reading/").content.decode()
    assert "读出数字" in page and 'value="PROV"' in page
    count = int(auditor.get("/office/figure/orgs.total@basic/?node=PROV").content.decode().split('class="value">')[1].split()[0].replace(",", ""))
    text = f"截至{today().year}年底，全省有基层工会{count}个。截至{today().year}年底，全省有基层工会{count + 7}个。山上有70棵<b>樹</b>。"
    page = auditor.post("/office/reading/", {"text": text, "node": "PROV", "period": str(today().year)}).content.decode()
    assert "读出 3 个数，认出 2 个" in page and "<td>一致</td>" in page and "<td>不一致</td>" in page and "未识别" in page
    assert f'href="/office/figure/orgs.total@basic/?node=PROV&amp;period=asof-{today().year}"' in page and "<b>樹" not in page


def test_what_cannot_be_read_is_said(cast, client_of):
    auditor = client_of("zhou")
    for told, says in (
        ({"text": "会员5人" * 20_000}, "文字太长"),
        ({"text": "会员5人", "node": "NOPE"}, "没有编码"),
        ({"text": "会员5人", "period": "某年"}, "期间"),
    ):
        answer = auditor.post("/office/reading/", {"node": "PROV", "period": "2024"} | told)
        assert answer.status_code == 422 and says in answer.content.decode()


def test_nobody_reads_beyond_their_reach(cast, client_of):
    county = client_of("sun")
    answer = county.post("/office/reading/", {"text": "工会会员5人", "node": "PROV", "period": "2024"})
    assert answer.status_code == 422 and "您的范围内没有" in answer.content.decode()
    assert Client().get("/office/reading/").status_code == 302
    assert client_of("shen").get("/office/reading/").status_code == 404
