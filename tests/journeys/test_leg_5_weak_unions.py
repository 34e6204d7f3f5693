"""LEG-5 Targeted key service: the client can be a union without lawyers, not only a person."""

from datetime import date

from .by_program import Program


def test_a_weak_union_is_a_client_too(cast):
    sun, wang, li = (Program(cast.accounts[name]) for name in ("sun", "wang", "li"))
    case = sun.does(
        "cases.register", node=cast.nodes["union"], kind="aid.mediation", channel="visit", title="协助审查集体合同草案", says="基层工会缺少法律人员", client="union",
        people=260,
    )  # fmt: skip
    wang.does("cases.assign", case, to=cast.nodes["district"], handler=cast.accounts["luo"])
    wang.does("cases.register", node=cast.nodes["district"], kind="aid.advice", channel="visit", title="外卖骑手咨询", says="x", client="new_form")
    year = date.today().year
    assert li.figure("legal_aid.union_clients", "CITY", year) == 1
    assert (li.figure("legal_aid.cases", "CITY", year), li.figure("legal_aid.services", "CITY", year)) == (1, 261)
    assert li.figure("legal_aid.services@advice", "CITY", year) == 1
