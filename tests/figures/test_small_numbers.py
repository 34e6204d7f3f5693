"""Small numbers of people: whoever may not see the people is told none below the threshold, and no difference that tells of one."""

from datetime import date
from decimal import Decimal

from gonghui.commons.enrolment.models import Enrolment
from gonghui.kernel.indicators import figure, find, small
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.periods import Period
from tests.journeys.test_fam_1_matchmaking import entered

KEY = "family.entrants"


def attended(cast, count: int) -> None:
    entered(cast, count)
    by_house("tests.attended", lambda ctx: Enrolment.objects.for_act("test").update(state="attended"))


def told(viewer, node, period: str, key: str = KEY):
    made = figure(find(key), node, Period.parse(period), viewer=viewer)
    return made.value, made.step


def test_few_are_not_told_and_more_are_told_in_steps_to_whoever_may_not_see_them(cast):
    city, year = cast.nodes["city"], f"{date.today().year}..{date.today().year + 1}"
    assert told(cast.wu, city, year) == (0, 0)
    attended(cast, 3)
    assert told(cast.li, city, year) == (3, 0) and told(cast.wu, city, year) == (None, 5)
    attended(cast, 5)
    assert told(cast.li, city, year) == (8, 0) and told(cast.wu, city, year) == (10, 5)


def test_the_page_and_the_program_say_that_a_number_is_protected(cast, client):
    attended(cast, 3)
    client.force_login(cast.accounts["wu"], backend="gonghui.faces.kit.signin.AccountBackend")
    page = client.get(f"/office/figure/{KEY}/", {"node": "CITY", "period": f"{date.today().year}..{date.today().year + 1}"}).content.decode()
    assert "人数较少（不足 5）" in page and "不是零" in page and "3 人" not in page


class Rows:
    """What a sum is protected by: how many rows stand behind it, and the largest of them."""

    def __init__(self, *amounts):
        self.amounts = amounts

    def aggregate(self, n, most):
        return {"n": len(self.amounts), "most": max(self.amounts)}


def test_a_sum_is_told_in_steps_no_smaller_than_its_largest_part():
    paid = find("aid.warmth.amount")
    many = Rows(*[Decimal(500)] * 6, Decimal(3000))
    assert small.rounded(paid, many, Decimal(6000), 5) == (10000, 10000)
    assert small.rounded(paid, Rows(Decimal(500), Decimal(600)), Decimal(1100), 5) == (None, 5)
    # of two sums that differ by one person's part both are told alike
    assert small.rounded(paid, Rows(*many.amounts, Decimal(900)), Decimal(6900), 5) == (10000, 10000)
