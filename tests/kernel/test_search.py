"""Words are found as they stand, whatever finds them."""

from datetime import date

import pytest
from django.db import connection

from gonghui.commons.registers import acts as registers
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.ledger.do import do
from gonghui.kernel.search import named, newest, searched

TITLES = ("欠薪事项第12号", "欠薪事项第21号", "ABC 工程", "abc工程", "100%完成", "100_完成", "\\n 工", "工", "工会会员", "会工")
WORDS = ("欠薪", "12", "21号", "abc", "C 工", "工程", "0%", "0_", "%完", "\\n", "工", "会员", "会会", "员会", "没有", "事项 21", "ＡＢ")


@pytest.fixture
def entries(cast):
    for title in TITLES:
        do(registers.enter, cast.sun, node=cast.nodes["union"], kind="article", title=title, since=date(2024, 3, 1))
    return RegisterEntry.objects.for_act("test")


@pytest.mark.parametrize("word", WORDS)
def test_a_marked_lookup_finds_what_the_plain_one_finds(entries, word):
    plain = set(entries.filter(named(word, "title")).values_list("title", flat=True))
    assert plain == {t for t in TITLES if all(part.lower() in t.lower() for part in word.split())}
    assert set(searched(entries, word, ("%title", "%number")).values_list("title", flat=True)) == plain


def test_a_frequent_word_is_found_as_a_rare_one_is(entries, monkeypatch):
    rare = set(searched(entries, "工", ("%title",)))
    monkeypatch.setattr("gonghui.kernel.search.RARE", 1)
    assert set(searched(entries, "工", ("%title",))) == rare and len(rare) == 6


@pytest.mark.parametrize("near", [3000, 4])
def test_the_newest_are_the_same_however_many_rows_are_read_for_them(entries, monkeypatch, near):
    monkeypatch.setattr("gonghui.kernel.search.NEAR", near)
    holding = [row.pk for row in entries.order_by("-pk") if "工" in row.title]
    rows, more = newest(entries, "工", ("%title",), 2)
    assert more and sorted((row.pk for row in rows), reverse=True) == holding[:2]
    rows, more = newest(entries, "欠薪 12", ("%title",), 2)
    assert not more and [row.title for row in rows] == ["欠薪事项第12号"]


def test_the_index_serves(entries):
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    assert ("_title_pairs" if connection.vendor == "postgresql" else "SCAN") in entries.filter(named("欠薪", "%title")).explain()
