"""Claims found in a text: numbers as people write them, what is none, the indicator each speaks of, and the records beside it."""

import csv
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonghui.faces.reading import claims, read
from gonghui.faces.reading.comparing import compared
from gonghui.faces.reading.telling import as_json, as_table
from gonghui.faces.reading.words import ALSO
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.clock import today
from gonghui.kernel.indicators import INDICATORS, figure, find
from gonghui.kernel.periods import Period
from tests.published import ARTICLES, CLAIMS, needed

NAMES = {"000": "000-shaanxi-2023.txt", "002": "002-yanan-five-years.txt", "003": "003-guizhou-five-years.txt"}


@pytest.mark.parametrize(
    "text, value, unit, qualifier",
    [
        ("提供岗位159.96万余个", "1599600", "", "at_least"), ("返还经费10.44亿元", "1044000000", "yuan", "exact"), ("协调资金超亿元", "100000000", "yuan", "at_least"),
        ("有近100万从业人员", "1000000", "", "approx"), ("召开第二十九次联席会议", "29", "ordinal", "exact"), ("等三项议题", "3", "item", "exact"),
        ("参与职工達500餘萬人次", "5000000", "person_time", "at_least"), ("占全省1/3", "33.33", "percent", "approx"), ("比例达90%以上", "90", "percent", "at_least"),
        ("办结率达百分之九十五", "95", "percent", "exact"), ("发放卡1,234张", "1234", "item", "exact"), ("历时一个多月", "1", "month", "at_least"),
        ("和万名优秀职工参与", "10000", "person", "approx"), ("三年攻坚行动", "3", "year", "exact"), ("实现全覆盖", "100", "percent", "full_coverage"),
        ("满足500人以上培训需求", "500", "person", "at_least"), ("8月29日至31日，代表大会召开", "3", "day", "exact"), ("举办首期培训班", "1", "ordinal", "exact"),
        ("被评为全国先进集体", "1", "item", "exact"), ("被评为“甲单位”“乙单位”", "2", "item", "exact"), ("送法律、送文化、送培训、送温暖等活动", "4", "", "at_least"),
        ("审议委员会报告、财务工作报告、经审工作报告", "3", "", "exact"), ("发言13分钟，补助十二万元", "120000", "yuan", "exact"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_was_written(text, value, unit, qualifier):
    last = claims(text)[-1]
    assert (last.value, last.unit, last.qualifier) == (Decimal(value), unit, qualifier)
    assert text[last.start : last.end] == last.text


@pytest.mark.parametrize(
    "text",
    ["", "党的二十大精神", "十四届五次全会", "2024年01月26日17:03", "12351维权服务热线", "“五小”活动", "《八个办法》", "七月流火", "一线职工", "国发(2022)2号文件", "建党100周年",
     "一年一个样、三年大变样", "第一季度", "“1+1+N”机制", "获得感更足", "上午9时开幕", "百千万", "1 提站位", "电话13800138000", "帐号" + "9" * 5000],
)  # fmt: skip
def test_a_date_a_name_or_a_saying_is_no_claim(text):
    assert claims(text) == []


def test_a_line_broken_inside_a_sentence_is_one_sentence():
    assert [c.text for c in claims("建成44个省级高技能人才，\n\n培训基地5个。\n\n下一段有6名职工")] == ["44个", "5个", "6名"]


def test_what_is_told_one_after_the_other_goes_to_what_was_named_so():
    text = "公有制企业职代会、厂务公开建会率分别达96.82%和95.69%。"
    assert [one.key for one in read(text)] == ["democracy.congress_rate.public_pct", "democracy.disclosure_rate.public_pct"]


def test_the_period_is_told_by_the_text_or_given():
    text = (
        "截至2023年底，户外劳动者服务站点5790个。2023年7月25日，举办首期培训班。工会会员321500人。五年来，举办招聘会130场。2024年上半年，招聘会9场。"
    )
    assert [one.period for one in read(text, "5y-to-2024")] == ["asof-2023", "2023-07-25", "5y-to-2024", "5y-to-2024", "2024H1"]
    assert read("工会会员321500人")[0].period == ""


def test_what_is_told_as_a_part_knows_its_whole():
    text = "会员694万人，其中女会员260万人、农民工会员800万人，举办培训30期。其中5期在县里。"
    told = {one.claim.text: one for one in read(text, "2023")}
    assert {text: one.whole and one.whole.text for text, one in told.items()} == {
        "694万人": None, "260万人": "694万人", "800万人": "694万人", "30期": None, "5期": None,
    }  # fmt: skip
    assert [text for text, one in told.items() if one.too_much] == ["800万人"]
    assert json.loads(as_json(told["260万人"], None))["part_of"] == text.index("694")
    assert "其中 800万人" in as_table([(told["800万人"], None)]) and "大于其总数" in as_table([(told["800万人"], None)])


def test_what_nobody_counts_is_unknown():
    assert read("山上有70棵树和9只羊")[0].key is None


def test_three_articles_are_read():
    """At least 0.95 of what is found is a claim, 0.95 of the claims are found, and 0.85 of these are known by their indicator."""
    needed()
    rows = list(csv.DictReader(CLAIMS.open(encoding="utf-8")))
    wanted = found = met = known = 0
    for article, name in NAMES.items():
        left = read((ARTICLES / name).read_text(encoding="utf-8"))
        mine = [row for row in rows if row["article"] == article]
        wanted, found = wanted + len(mine), found + len(left)
        for row in mine:
            same = [one for one in left if one.claim.value == Decimal(row["value"])]
            right = [one for one in same if one.key and one.key.partition("@")[0] == row["indicator_key"]]
            if same:
                left.remove((right or same)[0])
                met, known = met + 1, known + bool(right)
    precision, recall, linked = met / found, met / wanted, known / met
    print(f"\narticles: claims {wanted}, found {found}, precision {precision:.3f}, recall {recall:.3f}, linked {linked:.3f}")
    assert precision >= 0.95 and recall >= 0.95 and linked >= 0.85


def test_what_was_printed_stands_beside_what_the_records_make(cast):
    node, period = cast.nodes["province"], f"asof-{today()}"
    key = read("全省有基层工会1个")[0].key
    here = figure(find(key), node, Period.parse(period), viewer=SYSTEM).value
    assert key.startswith("orgs.total") and here
    text = f"全省有基层工会{here}个。全省有基层工会{here + 1}个。山上有70棵树。"
    rows = compared(read(text, period), node)
    assert [(made.value, made.rows, made.same) if made else None for _one, made in rows] == [(here, here, True), (here, here, False), None]
    told = [json.loads(as_json(one, made)) for one, made in rows]
    assert told[0] | {"start": 0, "end": 0} == {
        "text": f"{here}个", "start": 0, "end": 0, "value": here, "unit": "org", "qualifier": "exact", "period": period,
        "indicator": key, "computed": here, "records": here, "same": True,
    }  # fmt: skip
    assert told[2]["indicator"] is None and "computed" not in told[2]
    table = as_table(rows)
    assert "一致" in table and "不一致" in table and "未识别" in table


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_command_prints_one_object_a_claim(tmp_path, encoding):
    file = tmp_path / "told.txt"
    file.write_bytes("參與職工達500餘萬人次，山上有70棵樹。".encode(encoding))
    env = {**os.environ, "PYTHONPATH": "src", "DJANGO_SETTINGS_MODULE": "gonghui.house.settings"}
    command = [sys.executable, "-m", "gonghui.house.cli", "read", str(file), "--json"]
    lines = subprocess.run(command, cwd=Path(__file__).parents[2], env=env, check=True, capture_output=True, text=True).stdout.splitlines()
    assert [(one["text"], one["value"], one["qualifier"]) for one in map(json.loads, lines)] == [
        ("500餘萬人次", 5000000, "at_least"),
        ("70", 70, "exact"),
    ]


def test_every_word_of_reviews_belongs_to_an_indicator():
    assert set(ALSO) - {key.partition("@")[0] for key in INDICATORS} == set()


def test_a_text_without_end_is_read_too():
    assert len(read("职工" * 30_000 + "工会会员5人")) == 1
    assert len(claims("招聘会3场、" * 3000)) == 3000


@given(
    st.text(
        st.sampled_from("〇零一二两三四五六七八九十百千万亿点余多近超约第首届次人元%/.,，。、“”等和分别 0123456789\n年月日至")
        | st.characters(codec="utf-8"),
        max_size=60,
    )
)
def test_any_text_is_read(text):
    for claim in claims(text):
        assert text[claim.start : claim.end] == claim.text and claim.value >= 0
