"""Contests: planned and held, entered by name, judged, appealed, ranked, rewarded; plan and result, names and head counts kept apart."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from gonghui.commons.activities.models import Activity
from gonghui.commons.parties.team_acts import found_team
from gonghui.kernel import clock
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.periods import Period
from gonghui.kernel.refusal import Refused
from gonghui.lines.organization.membership.acts import register
from gonghui.lines.production.contests import acts, entry_acts, rules
from gonghui.lines.production.contests.models import Entry
from tests.people import valid_id

FINAL = date(2024, 6, 20)


@pytest.fixture
def contest(cast):
    def make(ctx):
        row = Activity(node=cast.nodes["city"], kind="skill_contest", title="工匠杯", held_on=FINAL, ended_on=FINAL, state="held")
        row.save()
        return row

    with clock.at(FINAL - timedelta(days=30)):
        yield by_house("test", make)


def item(cast, contest, title="焊工", **more):
    what = {"tier": "provincial", "judged": "score", "held_on": FINAL} | more
    return do(acts.open_item, cast.li, contest=contest, title=title, **what).subject


def people(cast, count, first=0):
    made = []
    for n in range(first, first + count):
        made.append(
            do(register, cast.sun, union=cast.unions["union"], name=f"选手{chr(0x4E00 + n)}", id_no=valid_id(serial=f"{n:03d}")).subject.person
        )
    return made


def team(cast, name="东湖代表队", node="district"):
    return do(found_team, cast.wang, node=cast.nodes[node], kind="delegation", name=name, since=FINAL - timedelta(days=40)).subject


def entered(cast, contest, count=3, **more):
    one = item(cast, contest, **more)
    return one, do(entry_acts.enter, cast.wang, team=team(cast), item=one, persons=people(cast, count)).subjects


def scored(cast, contest, scores):
    one, entries = entered(cast, contest, len(scores))
    for entry in entries:
        do(entry_acts.check_entry, cast.li, entry)
    do(acts.close_entries, cast.li, one)
    for entry, score in zip(entries, scores, strict=True):
        do(entry_acts.score, cast.li, entry.pk, score=Decimal(score))
    return one, entries


def refuses(call) -> str:
    with pytest.raises(Refused) as no:
        call()
    return no.value.code


def told(cast, key, node="province", period="2024"):
    return figure(find(key), cast.nodes[node], Period.parse(period), viewer=cast.zhou).value


def test_a_delegation_enters_no_more_than_its_places_and_nobody_twice(cast, contest):
    one, entries = entered(cast, contest, 2, per_team=3)
    mine = entries[0].team
    assert refuses(lambda: do(entry_acts.enter, cast.wang, team=mine, item=one, persons=people(cast, 2, 10))) == "contests.too_many"
    assert refuses(lambda: do(entry_acts.enter, cast.wang, team=mine, item=one, persons=[entries[0].person])) == "contests.entered_already"
    other = item(cast, contest, title="钳工")
    assert refuses(lambda: do(entry_acts.enter, cast.wang, team=mine, item=other, persons=[entries[0].person])) == "contests.other_item"
    assert refuses(lambda: do(entry_acts.enter, cast.wang, team=mine, item=other, persons=[])) == "contests.nobody"
    do(entry_acts.withdraw, cast.wang, entries[0], why="受伤")
    assert do(entry_acts.enter, cast.wang, team=mine, item=other, persons=[entries[0].person]).subjects
    do(acts.close_entries, cast.li, one)
    assert refuses(lambda: do(entry_acts.enter, cast.wang, team=mine, item=one, persons=people(cast, 1, 20))) == "contests.closed"


def test_scores_are_published_appealed_ranked_and_rewarded_in_this_order(cast, contest):
    one, entries = scored(cast, contest, ["88.50", "91.00", "91.00", "70.25"])
    assert refuses(lambda: do(acts.rank, cast.zhou, one)) == "wrong_state"
    with clock.at(datetime(2024, 6, 20, 9, tzinfo=clock.now().tzinfo)):
        do(acts.sign_scores, cast.li, one)
        assert refuses(lambda: do(entry_acts.score, cast.li, entries[0].pk, score=Decimal(100))) == "contests.not_judging"
        do(entry_acts.correct_score, cast.zhou, entries[3].pk, score=Decimal("92.00"), why="漏计理论成绩")
    with clock.at(datetime(2024, 6, 20, 10, tzinfo=clock.now().tzinfo)):
        assert refuses(lambda: do(acts.rank, cast.zhou, one)) == "contests.appeals"
    with clock.at(FINAL + timedelta(days=1)):
        assert refuses(lambda: do(acts.rank, cast.li, one)) == "same_person"
        do(acts.rank, cast.zhou, one)
        ranked = list(Entry.objects.for_act("test").order_by("pk").values_list("rank", flat=True))
        assert ranked == [4, 2, 2, 1]
        do(acts.award, cast.zhou, Entry.objects.for_act("test").filter(rank=1), award="champion")
        do(acts.award_item, cast.zhou, one, document="工发〔2024〕9号")
        assert refuses(lambda: do(entry_acts.correct_score, cast.zhou, entries[0].pk, score=Decimal(1), why="再更正")) == "contests.not_signed"
    assert Entry.objects.for_act("test").get(award="champion").pk == entries[3].pk
    assert (told(cast, "contests.trades"), told(cast, "contests.teams"), told(cast, "contests.contestants")) == (1, 1, 4)


def test_nobody_is_left_without_a_score_when_scores_are_published(cast, contest):
    one, entries = entered(cast, contest, 2)
    do(entry_acts.check_entry, cast.li, entries[0])
    do(acts.close_entries, cast.li, one)
    do(entry_acts.score, cast.li, entries[0].pk, score=Decimal(80))
    assert refuses(lambda: do(acts.sign_scores, cast.li, one)) == "contests.no_scores"
    do(entry_acts.refuse_entry, cast.li, entries[1], why="材料不全")
    assert do(acts.sign_scores, cast.li, one).subject.state == "signed"


def test_an_orchard_is_ranked_by_its_benefit_a_mu_not_by_what_it_sold(cast, contest):
    one = item(cast, contest, title="矮化苹果园", judged="benefit")
    orchards = {"大园": (100, 900_000, 300_000), "小园": (5, 60_000, 10_000), "亏园": (4, 10_000, 12_000)}
    for name in orchards:
        entry = do(entry_acts.enter_work, cast.wang, node=cast.nodes["district"], item=one, title=name).subject
        assert refuses(lambda entry=entry: do(entry_acts.score, cast.li, entry, score=Decimal(1))) == "wrong_state"
        do(entry_acts.check_entry, cast.li, entry)
    do(acts.close_entries, cast.li, one)
    for entry in Entry.objects.for_act("test").order_by("pk"):
        area, income, cost = (Decimal(n) for n in orchards[entry.title])
        assert refuses(lambda entry=entry: do(entry_acts.score, cast.li, entry, score=Decimal(1))) == "contests.not_measured"
        do(entry_acts.measure, cast.li, entry, visited_on=FINAL, area=area, income=income, cost=cost)
    do(acts.sign_scores, cast.li, one)
    with clock.at(FINAL + timedelta(days=2)):
        do(acts.rank, cast.zhou, one)
        do(acts.award, cast.zhou, Entry.objects.for_act("test").filter(rank=1), award="champion")
    rows = Entry.objects.for_act("test").order_by("rank").values_list("title", "score", "rank")
    assert list(rows) == [("小园", Decimal("10000"), 1), ("大园", Decimal("6000"), 2), ("亏园", Decimal("-500"), 3)]
    assert (told(cast, "contests.orchard.champions"), told(cast, "contests.orchard.champions", period="2023")) == (1, 0)


def test_equal_scores_share_a_rank_and_the_next_is_left_out():
    assert rules.ranks([Decimal(3), Decimal(5), Decimal(5), Decimal(1)]) == [3, 1, 1, 4] and rules.ranks([]) == []


def test_a_contestant_sees_their_own_entry_and_a_neighbour_nothing(cast, contest):
    _one, entries = entered(cast, contest, 1)
    person = entries[0].person
    person.account = cast.accounts["chen"]
    by_house("test", lambda ctx: person.save())
    assert [e.pk for e in Entry.objects.within(cast.chen)] == [entries[0].pk]
    assert not Entry.objects.within(cast.zhao).exists() and Entry.objects.within(cast.wang).exists()
