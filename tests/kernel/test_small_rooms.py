"""Periods, cryptography, masks, configuration."""

from datetime import date

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from gonghui.kernel.periods import Period
from gonghui.kernel.privacy import crypto
from gonghui.kernel.privacy.bulk import seal_rows
from gonghui.kernel.privacy.masks import mask_id, mask_name, mask_phone
from gonghui.kernel.refusal import Refused


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023", "2023-01-01", "2023-12-31"), ("2024H1", "2024-01-01", "2024-06-30"), ("2024H2", "2024-07-01", "2024-12-31"),
        ("2024Q1", "2024-01-01", "2024-03-31"), ("2024-02", "2024-02-01", "2024-02-29"), ("asof-2024-06-30", "2024-06-30", "2024-06-30"),
        ("asof-2023", "2023-12-31", "2023-12-31"), ("2019..2023", "2019-01-01", "2023-12-31"), ("5y-to-2024", "2020-01-01", "2024-12-31"),
        ("5y-to-2024-06-30", "2019-07-01", "2024-06-30"), ("cum-to-2023", "1921-01-01", "2023-12-31"), ("2024-plan", "2024-01-01", "2024-12-31"),
        ("plan-2021", "2021-01-01", "2021-12-31"), ("2021-07..2023-07", "2021-07-01", "2023-07-31"), ("2023-07-20", "2023-07-20", "2023-07-20"),
    ],
)  # fmt: skip
def test_a_period_is_read_as_people_write_it(text, start, end):
    period = Period.parse(text)
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)
    assert period.plan == ("plan" in text)


@pytest.mark.parametrize(
    ("text", "label"),
    [("2026", "2026 年"), ("2026H1", "2026 年上半年"), ("2026H2", "2026 年下半年"), ("2026-03", "2026-03-01 至 2026-03-31"), ("asof-2026-06-30", "截至 2026-06-30")],
)  # fmt: skip
def test_a_period_is_told_in_words(text, label):
    assert Period.parse(text).label == label


@pytest.mark.parametrize("text", ["", "2023-13", "2024H3", "abc", "2024..2023", "0y-to-2024", "99999", "2024-02-30", "asof-"])
def test_a_period_nobody_understands_is_refused(text):
    with pytest.raises(Refused) as no:
        Period.parse(text)
    assert no.value.code == "periods.unknown"


def test_sm3_and_sm4_agree_with_the_standards_vectors():
    assert crypto.sm3(b"abc").hex() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    key = bytes.fromhex("0123456789abcdeffedcba9876543210")
    block = Cipher(algorithms.SM4(key), modes.ECB()).encryptor()
    assert (block.update(key) + block.finalize()).hex() == "681edf34d206965e86b3e94f536e4246"


def test_a_sealed_text_opens_only_with_its_own_salt():
    salt = crypto.new_salt()
    box = crypto.seal("110105194912310021", salt)
    assert crypto.unseal(box, salt) == "110105194912310021" and b"1101" not in box
    with pytest.raises(InvalidTag):
        crypto.unseal(box, crypto.new_salt())
    with pytest.raises(InvalidTag):
        crypto.unseal(box[:-1] + bytes([box[-1] ^ 1]), salt)


def test_many_rows_are_sealed_as_one_is():
    ((salt, box, digest, none, missing),) = seal_rows([("110105194912310021", "")], ("id", "phone"))
    assert crypto.unseal(box, salt) == "110105194912310021" and digest == crypto.blind("id", "110105194912310021")
    assert (none, missing) == (b"", None)


def test_masks_show_what_the_handbook_allows():
    assert mask_id("11010519491231002X") == "110***********002X"
    assert mask_phone("13812345678") == "138****5678" and mask_name("张三丰") == "张**"


def test_a_setting_holds_at_its_node_and_below_between_its_days(cast):
    from gonghui.kernel import config
    from gonghui.kernel.ledger.house import by_house

    def decide(ctx):
        config.Setting(key="member.approve_days", node=cast.nodes["city"], value=7, since=date(2024, 1, 1), until=date(2024, 12, 31)).save()
        config.Setting(key="member.approve_days", node=cast.nodes["district"], value=3, since=date(2024, 6, 1)).save()

    by_house("tests.decide", decide)
    read = lambda node, day: config.value("member.approve_days", cast.nodes[node], day)  # noqa: E731
    assert read("other_district", date(2024, 7, 1)) == 7 and read("union", date(2024, 7, 1)) == 3
    assert read("union", date(2024, 2, 1)) == 7 and read("far", date(2024, 7, 1)) == 15 and read("city", date(2025, 1, 1)) == 15


def test_pinyin_of_the_longest_name_fits_its_column():
    from gonghui.kernel.pinyin import name_pinyin

    assert [len(part) for part in name_pinyin("庄" * 50)] == [200, 50]
