"""Points and rewards of articles: the tariff of the day, one piece in two outlets, two lists at one moment."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from gonghui.commons.money import acts as money
from gonghui.commons.money.models import Payment
from gonghui.commons.registers import acts as registers
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel import clock, settings_acts
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.do import do
from gonghui.kernel.refusal import Refused
from gonghui.lines.education.publicity import acts, words
from tests.at_once import at_once
from tests.refusals import refused

DAY = date(2026, 3, 2)
SPAN = {"since": date(2026, 1, 1), "until": date(2026, 8, 31)}


def article(cast, title: str, outlet: str, on: date, node="district", **more) -> RegisterEntry:
    """Handed in and registered by another."""
    with clock.at(on + timedelta(days=1)):
        entry = do(acts.submit, cast.wang, node=cast.nodes[node], title=title, outlet=words.Outlet(outlet), since=on, author="田野", **more).subject
        return do(registers.register, cast.li, entry).subject


def batch(cast, title: str, node="district", kind=words.REWARD):
    source = do(money.declare_source, cast.zhou, node=cast.nodes["province"], code=title, name="宣传经费", since=date(2020, 1, 1)).subject
    return do(money.open_batch, SYSTEM, node=cast.nodes[node], kind=kind, title=title, source=source, award_year=2026).subject


def sums(*lists) -> list[Decimal]:
    return sorted(Payment.objects.for_act("test").filter(batch__in=lists).values_list("amount", flat=True))


def test_a_tariff_changed_in_mid_year_holds_for_what_appears_from_then_on(cast):
    with clock.at(date(2026, 6, 20)):
        told = {"node": cast.nodes["city"], "what": words.RATES["city", "feature"], "value": "9", "since": date(2026, 7, 1), "why": "办法修订"}
        do(settings_acts.set_value, cast.li, **told)
    before = article(cast, "六月的报道", "city_daily", date(2026, 6, 30), genre=words.Genre.FEATURE)
    after = article(cast, "七月的报道", "city_daily", date(2026, 7, 1), genre=words.Genre.FEATURE)
    assert (before.quantity, after.quantity) == (6, 9)
    with clock.at(date(2026, 9, 1)):
        made = batch(cast, "年度奖励")
        do(acts.reward, cast.li, made, **SPAN)
    assert sums(made) == [Decimal(120), Decimal(180)]


def test_a_piece_in_two_outlets_is_rewarded_once_for_its_best_and_never_again(cast):
    first = article(cast, "暖心驿站", "city_daily", DAY)
    again = article(cast, "暖心驿站", "acftu_net", DAY + timedelta(days=2), first=first)
    lower = article(cast, "暖心驿站（转载）", "county_media", DAY + timedelta(days=3), first=again)
    assert (first.quantity, again.quantity, lower.quantity) == (3, 7, 0)
    with clock.at(date(2026, 9, 1)):
        made, other = batch(cast, "奖励一"), batch(cast, "奖励二")
        do(acts.reward, cast.li, made, **SPAN)
        assert (sums(made), refused(do, acts.reward, cast.li, other, **SPAN)) == ([Decimal(200)], "publicity.nothing_to_reward")
        assert refused(do, acts.reward, cast.li, other, since=DAY, until=DAY - timedelta(days=1)) == "publicity.days"
        assert refused(do, acts.reward, cast.li, batch(cast, "其他", kind="other"), **SPAN) == "publicity.other_list"
    article(cast, "暖心驿站（客户端）", "study_app", date(2026, 3, 20), first=first, genre=words.Genre.FEATURE)
    with clock.at(date(2026, 9, 1)):
        assert refused(do, acts.reward, cast.li, other, **SPAN) == "publicity.nothing_to_reward"


@pytest.mark.django_db(transaction=True)
def test_two_lists_made_at_one_moment_reward_an_article_once(cast):
    for n in range(3):
        article(cast, f"稿件{n}", "city_daily", DAY + timedelta(days=n))
    with clock.at(date(2026, 9, 1)):
        lists = batch(cast, "市级奖励", "city"), batch(cast, "县级奖励")

    def rewarding(made):
        def call():
            with trusted(), clock.at(date(2026, 9, 1)):
                return do(acts.reward, SYSTEM, made, **SPAN)

        return call

    answers = at_once(*(rewarding(made) for made in lists))
    assert sorted(isinstance(answer, Refused) for answer in answers) == [False, True], answers
    assert sums(*lists) == [Decimal(60)] * 3
