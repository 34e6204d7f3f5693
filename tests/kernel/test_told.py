"""What an indicator counts, in words: every one of them, with the kinds and states of its declaration."""

import re

from gonghui.kernel.indicators import INDICATORS
from gonghui.kernel.indicators.told import definition


def test_every_indicator_says_what_it_counts(db):
    for key, one in INDICATORS.items():
        told = definition(one)
        assert re.search("计数|合计|取其|取最大|之比|增减|增长", told) and told.rstrip("。") not in (str(one.label), str(one.meaning)), key


def test_a_definition_follows_its_declaration(db):
    assert definition(INDICATORS["culture.sports"]) == "期内（按日期）的活动，限：状态：已举办、已填报、已审核 且 类别：体育健身；逐条计数。"
    assert definition(INDICATORS["emergency.relief.amount"]).endswith("状态：已支付、已签收、已对账；金额合计。")
    assert "relief_worker" not in definition(INDICATORS["emergency.relief.amount"])
