"""Supervision: numbers that run on, papers that may not go out. Bad input of the handbook, rights, section 11."""

from datetime import timedelta

import pytest

from gonghui.commons.cases import intake_acts
from gonghui.commons.parties.models import Employer
from gonghui.commons.registers import acts as registers
from gonghui.kernel import clock
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.refusal import Refused
from gonghui.lines.rights.supervision import acts, words

DAY = timedelta(days=1)


def clue(cast, **told):
    firm = Employer.objects.for_act("test").get(name="东湖纺织厂")
    usual = {
        "node": cast.nodes["union"],
        "kind": words.CLUE,
        "channel": "visit",
        "title": "未付加班费",
        "says": "x",
        "employer": firm,
        "another": True,
    }
    return do(intake_acts.register, cast.wang, **usual | told).subject


def issue(cast, who="wang", **told):
    usual = {"node": cast.nodes["district"], "kind": words.LETTER, "says": "请整改", "on": clock.today()}
    return do(acts.issue, getattr(cast, who), **usual | told).subject


def refused(cast, *args, **told) -> str:
    with pytest.raises(Refused) as no:
        issue(cast, *args, **told)
    return no.value.refusals[0].code


def test_numbers_run_on_by_union_sort_and_year_and_are_never_used_again(cast):
    year = clock.today().year
    first = issue(cast, case=clue(cast))
    do(registers.end, cast.wang, first, on=clock.today(), why="误发")
    second, book = issue(cast, case=clue(cast)), issue(cast, case=clue(cast), kind=words.OPINION)
    theirs = issue(cast, "sun", node=cast.nodes["union"], case=clue(cast))
    assert [one.number.partition("工劳监")[2] for one in (first, second, book, theirs)] == [
        f"提字〔{year}〕第001号", f"提字〔{year}〕第002号", f"意字〔{year}〕第001号", f"提字〔{year}〕第001号",
    ]  # fmt: skip
    with clock.at(clock.today() - 400 * DAY):
        earlier = issue(cast, case=clue(cast))
    assert earlier.number.endswith(f"〔{(clock.today() - 400 * DAY).year}〕第001号")


def test_no_paper_goes_to_nobody_to_who_has_ended_or_twice(cast):
    one = clue(cast)
    assert refused(cast, case=clue(cast, employer=None)) == "supervision.no_firm"
    assert refused(cast, case=one, on=clock.today() + DAY) == "registers.in_future"
    issue(cast, case=one)
    assert refused(cast, case=one) == "supervision.still_open"
    by_house("test.ended", lambda ctx: Employer.objects.for_act("test").filter(name="东湖纺织厂").update(until=clock.today() - DAY))
    assert refused(cast, case=clue(cast)) == "supervision.firm_ended"


def test_a_proposal_comes_from_a_county_after_an_opinion_or_at_once_where_it_is_urgent(cast):
    one, urgent = clue(cast), clue(cast, urgent=True)
    told = {"kind": words.PROPOSAL}
    assert refused(cast, "sun", node=cast.nodes["union"], case=one, **told) == "supervision.county"
    assert refused(cast, case=one, **told) == "supervision.opinion_first"
    issue(cast, case=one, kind=words.OPINION)
    assert issue(cast, case=one, **told).number and issue(cast, case=urgent, **told).number
