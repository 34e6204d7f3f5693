"""Results: one title once a unit, as many authors as the setting says, and a large benefit only with proof and by somebody else."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gonghui.kernel import clock
from gonghui.kernel.ledger.do import do
from gonghui.lines.production.innovation import acts
from tests.journeys.innovating import workers
from tests.refusals import refused

PAPER = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


@pytest.fixture
def people(cast):
    return workers(cast, 11)


def filed(cast, people, title="节电改造", authors=0):
    told = {"kind": acts.Sort.values[0], "title": title, "lead": people[0], "authors": people[1 : 1 + authors]}
    return {"node": cast.nodes["union"], **told}


def test_a_title_stands_once_a_unit_and_ten_sign_at_most(cast, people):
    told = filed(cast, people, authors=10)
    assert refused(do, acts.file, cast.sun, **told) == "innovation.too_many_authors"
    do(acts.file, cast.sun, **told | {"authors": people[1:10]})
    assert refused(do, acts.file, cast.sun, **told | {"authors": []}) == "innovation.title_taken"
    do(acts.file, cast.sun, **told | {"authors": [], "title": "节水改造"})


def test_whoever_is_no_member_has_nowhere_to_hand_an_idea_in(cast):
    assert refused(do, acts.suggest, cast.chen, title="改进照明", says="换灯") == "innovation.no_member"


@pytest.mark.parametrize(
    ("benefit", "proof", "ends"), [("499999.99", False, "ok"), ("500000", False, "innovation.needs_proof"), ("500000", True, "ok")]
)
def test_from_the_threshold_on_a_benefit_needs_proof(cast, people, benefit, proof, ends):
    result = do(acts.file, cast.sun, **filed(cast, people)).subject
    do(acts.adopt, cast.wang, result, reply="同意")
    do(acts.complete, cast.sun, result, on=clock.today(), claimed=Decimal(benefit))
    told = {"benefit": Decimal(benefit)} | ({"proof": SimpleUploadedFile("效益证明.pdf", PAPER, "application/pdf")} if proof else {})
    if ends == "ok":
        do(acts.verify, cast.wang, result, **told)
    else:
        assert refused(do, acts.verify, cast.wang, result, **told) == ends
