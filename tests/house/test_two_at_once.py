"""
Two hands at once on everything: every act twice on one record, with one key and with two, and pairs of acts whose records hang
together. One wins and the other is told, or both are fine; what must hold still holds.
"""

import json
from functools import partial

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import connection

from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.chain import BIRTHS
from gonghui.kernel.ledger.models import Event, Link
from gonghui.kernel.refusal import Refused
from tests.at_once import at_once, violations
from tests.house.skews import PAIRS
from tests.shares import about, share
from tests.situations import Ground, Situation

pytestmark = pytest.mark.django_db(transaction=True)
PARTS = 3  # they stand at the end of a run, where no process should wait for another


@pytest.fixture
def ground(cast):
    return Ground(cast)


def copied(situation: Situation) -> Situation:
    """The same situation for another hand: a file is read by one only."""
    arguments = dict(situation.arguments)
    for name, value in arguments.items():
        if isinstance(value, UploadedFile):
            value.seek(0)
            arguments[name] = SimpleUploadedFile(value.name, value.read(), value.content_type)
            value.seek(0)
    return Situation(situation.act, situation.account, situation.subject, arguments)


def told(answer) -> str:
    """How a call ended: 'done', or the code of its refusal; anything else is a fault."""
    if isinstance(answer, Refused):
        return answer.code
    if isinstance(answer, BaseException):
        return f"FAULT {answer!r}"
    return "done"


def links_of(key: str) -> int:
    return Link.objects.filter(act=key).exclude(chain=BIRTHS).count()


def in_turn(*calls) -> list:
    answers = []
    for call in calls:
        try:
            answers.append(call())
        except Refused as no:
            answers.append(no)
    return answers


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_every_act_twice_at_once_comes_to_what_it_comes_to_in_turn(ground, part):
    """First with one key, then with two. Every act where two may write at once; where they queue anyway, some."""
    wrong, keys = [], (list(ACTS) if connection.vendor == "postgresql" else share(ACTS, about(60, ACTS)))[part::PARTS]
    for key in keys:
        first, links = ground.situation(key), links_of(key)
        wrong += doubles(key, both(first, key, key), links_of(key) - links)
        wanted = sorted(["done", *map(told, in_turn(copied(first).do))])
        second = ground.situation(key)  # made after: a clock would have noticed it too
        links = links_of(key)
        got = sorted(map(told, both(second, f"{key} 1", f"{key} 2")))
        if "clash" in wanted:
            wrong.append(f"{key}: done again, its body does not say what stands in the way")
        if got != wanted and not gone_meanwhile(got, wanted):
            wrong.append(f"{key}: in turn {wanted}, at once {got}")
        if links_of(key) - links != got.count("done"):
            wrong.append(f"{key}: {got} but another number of links")
        if second.subject is not None and got == ["done", "done"]:
            wrong += lost_updates(key, second.subject)
    broken = violations()
    print(
        f"acts {len(ACTS)}, tried at once {len(keys)} with one key and with two, doubles and outcomes unlike in turn {len(wrong)}, violations {len(broken)}"
    )
    assert not wrong, wrong
    assert not broken, broken


def both(situation: Situation, *keys: str) -> list:
    """What two hands are answered that do a situation together, each with a key."""
    return at_once(*(partial(hand.do, key) for hand, key in zip((situation, copied(situation)), keys, strict=True)))


def doubles(key: str, answers: list, links: int) -> list[str]:
    """What is wrong with the answers to one key sent twice: one change is made, and both are told of it."""
    if [told(a) for a in answers] != ["done", "done"]:
        return [f"{key}: {[told(a) for a in answers]} for one key"]
    wrong = [f"{key}: two changes"] if links != 1 else []
    if sorted(a.again for a in answers) != [False, True] or [r.pk for r in answers[0].subjects] != [r.pk for r in answers[1].subjects]:
        wrong.append(f"{key}: two answers")
    return wrong


def gone_meanwhile(got: list[str], wanted: list[str]) -> bool:
    """Whether the first took the record out of the second's reach: in turn it is not found, at once the body says why not."""
    others = [end for end in got if end != "done"]
    return wanted == ["done", "not_found"] and len(others) == 1 and not others[0].startswith(("FAULT", "clash", "busy"))


def lost_updates(key: str, subject) -> list[str]:
    """Fields whose second change did not begin where the first had ended."""
    noun = subject._meta.label_lower
    told = Event.objects.for_act("test").filter(noun=noun, subject=subject.pk, link__act=key).order_by("link_id")
    first, second = ([{}] * 2 + [json.loads(changes) for changes in told.values_list("changes", flat=True)])[-2:]
    return [f"{key}: {field} lost" for field in first.keys() & second.keys() if first[field][1] != second[field][0]]


def test_pairs_of_acts_on_records_that_hang_together_leave_nothing_askew(ground):
    faults, outcomes = [], {}
    for name, pair in PAIRS.items():
        for _time in range(3):
            calls = pair(ground)
            ended = [told(answer) for answer in at_once(*calls)]
            outcomes.setdefault(name, []).append(ended)
            if any(end.startswith("FAULT") or end in ("clash", "busy") for end in ended) or "done" not in ended:
                faults.append(f"{name}: {ended}")
            broken = violations(chains=False)
            if broken:
                faults.append(f"{name} {ended}: {broken}")
    faults += violations()
    for name, ended in outcomes.items():
        print(f"{name}: {ended}")
    print(f"pairs {len(PAIRS)}, runs {3 * len(PAIRS)}, violations {len(faults)}")
    assert not faults, faults
