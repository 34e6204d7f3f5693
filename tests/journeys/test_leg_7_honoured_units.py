"""LEG-7 National recognition: an award somebody else gave is an entry of its own kind, one a unit."""

from datetime import date

from .by_program import Program


def test_an_award_for_legal_service_counts_in_its_year_and_no_other_award_does(cast):
    wang, li = Program(cast.accounts["wang"]), Program(cast.accounts["li"])
    told = {
        "node": cast.nodes["district"],
        "kind": "award",
        "tier": "national",
        "issuer": "全国总工会、司法部、全国律师协会",
        "since": date(2023, 3, 1),
    }
    wang.does("registers.enter", title="公益法律服务行动突出集体", topic="legal_service", year=2022, **told)
    wang.does("registers.enter", title="其他表扬", topic="other", **told)
    assert (li.figure("legal_aid.honoured_units", "CITY", 2022), li.figure("legal_aid.honoured_units", "CITY", 2023)) == (1, 0)
