"""REF-5 Policy bundle: a document is proposed, registered by another, in force, revised as a version that is no second document, ended."""

from datetime import date, timedelta

from .by_program import Program


def test_a_document_has_versions_and_counts_once(cast):
    li, wang = Program(cast.accounts["li"]), Program(cast.accounts["wang"])
    today = date.today()
    first = today - timedelta(days=10)
    paper = wang.does(
        "registers.propose",
        node=cast.nodes["district"],
        kind="reform_document",
        title="产业链工人队伍建设措施",
        since=first,
        issuer="区委办",
        number="1号",
    )
    assert li.figure("reform.documents", "CITY", f"{first}..{today}") == 0
    li.does("registers.register", paper)
    li.does("registers.bring_into_force", paper, on=first)
    li.does("registers.revise", paper, since=today, number="2号")
    assert li.figure("reform.documents", "CITY", f"{first}..{today}") == 1
    assert len(li.rows("reform_register")) == 2
