"""Household files: one person in one file, as many people as the household has, money only where help is money."""

from decimal import Decimal

import pytest

from gonghui.kernel.ledger.do import do
from gonghui.lines.welfare.aid import acts, file_acts
from tests.people import valid_id
from tests.refusals import refused


def a_file(cast, who="chen", name="陈大山", serial="501", size=2):
    told = {"name": name, "id_no": valid_id("19800101", serial=serial), "size": size, "cause": "illness", "says": "患病"}
    return do(acts.apply, getattr(cast, who), node=cast.nodes["union"], agree=True, **told).subject


@pytest.mark.parametrize("number", ["110105194912310021", "11010519491231", "", "１１０１０５", "110105198013010021"])
def test_a_wrong_number_opens_no_file(cast, number):
    told = {"name": "陈大山", "id_no": number, "size": 2, "cause": "illness", "says": "患病", "agree": True}
    assert refused(do, acts.apply, cast.chen, node=cast.nodes["union"], **told).startswith("parties.id_")


def test_nobody_is_in_two_files_and_a_household_has_no_more_people_than_it_says(cast):
    house = a_file(cast)
    other = a_file(cast, name="王小川", serial="502")
    wife = {"relation": "spouse", "name": "李梅", "id_no": valid_id("19820101", serial="503")}
    do(acts.add_member, cast.sun, house, **wife)
    assert refused(do, acts.add_member, cast.sun, other, **wife) == "aid.other_file"
    child = {"relation": "child", "name": "陈小", "id_no": valid_id("20100101", serial="504")}
    assert refused(do, acts.add_member, cast.sun, house, **child) == "aid.too_many"
    do(acts.reject, cast.qian, house, why="收入超过标准")
    do(acts.add_member, cast.sun, other, **wife)  # let go, they may stand in another


def test_help_before_filing_is_only_temporary_and_services_carry_no_money(cast):
    house = a_file(cast)
    told = {"household": house, "year": 2026, "approval": "东工帮1号"}
    assert refused(do, file_acts.grant, cast.wang, sort="living", amount=Decimal(5000), **told) == "aid.not_in_file"
    assert refused(do, file_acts.grant, cast.wang, sort="temporary", **told) == "aid.no_amount"
    do(file_acts.grant, cast.wang, sort="temporary", amount=Decimal(1000), **told)
    assert refused(do, file_acts.grant, cast.wang, sort="temporary", amount=Decimal(1000), **told) == "aid.granted"
