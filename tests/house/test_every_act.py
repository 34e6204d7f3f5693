"""
Every declared act, tried in every way people and programs can try it: it succeeds or it refuses, and a
refusal writes nothing.

`pytest --hypothesis-profile=many` tries each act more often.
"""

import json
from collections import Counter
from contextlib import contextmanager
from functools import cache

import pytest
from django.core.files.uploadedfile import UploadedFile
from django.db import connection, models, transaction
from django.test import Client
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st

from gonghui.faces.kit.binding import form_for, run
from gonghui.faces.kit.signin import new_token
from gonghui.kernel.access.models import Account, Grant
from gonghui.kernel.access.roles import MEMBER, ROLES, powers_of
from gonghui.kernel.access.viewer import SYSTEM, Viewer
from gonghui.kernel.clocks import CLOCKS, OFTEN
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.ledger.models import Answer, Event, Link
from gonghui.kernel.marks import Mark
from gonghui.kernel.refusal import Refusal, Refused
from tests import hostile
from tests.cast import FOUNDED
from tests.shares import share
from tests.situations import Ground, Situation, open_states


@pytest.fixture
def ground(cast):
    return Ground(cast)


@contextmanager
def taken_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def standing(subject) -> tuple:
    """What a refusal must leave as it was."""
    counts = ", ".join(f"(SELECT count(*) FROM {model._meta.db_table})" for model in (Event, Link, Answer))
    with connection.cursor() as cursor:
        if subject is None:
            cursor.execute(f"SELECT {counts}")
        else:
            cursor.execute(f"SELECT {counts}, row.* FROM (SELECT 1) one LEFT JOIN {subject._meta.db_table} row ON row.id = %s", [subject.pk])
        return cursor.fetchone()


def refused(call, subject=None) -> Refused:
    """The refusal a call comes to; if the record is named, that nothing was written."""
    before = subject and standing(subject)
    with pytest.raises(Refused) as no:
        call()
    assert subject is None or standing(subject) == before
    assert no.value.text and no.value.code != "clash", "the body does not say what stands in the way"
    return no.value


@pytest.fixture(scope="module")
def tally():
    """What all tries of this file came to; anything but a success or a refusal has failed its test."""
    told = Counter()
    yield told
    ended = f"succeeded {told['succeeded']}, refused {told['refused']}, ended otherwise 0"
    print(f"\nacts {told['acts']}, inputs tried {told['succeeded'] + told['refused']}, {ended}")


@pytest.mark.parametrize("key", ACTS)
def test_an_act_succeeds_once_in_its_states_with_its_power_and_else_refuses(ground, key, tally):
    """One situation an act; each check begins from it anew: two of the four on each database."""
    here = ground.situation(key)
    checks = succeeds_once, succeeds_in_its_states_alone, needs_its_power_within_reach, succeeds_or_refuses_whatever_is_typed
    for check in share(checks, 2, list(ACTS).index(key)):
        with taken_back():
            rewind(here.arguments)
            check(ground, here, tally)
    tally["acts"] += 1


def succeeds_once(ground, here: Situation, tally) -> None:
    """With one key it is done once, however often it is sent."""
    links = Link.objects.count()
    done = here.do("one key")
    assert (done.subjects or marked(here)) and all(row.pk for row in done.subjects) and not done.again
    assert Link.objects.count() > links
    after = standing(here.subject)
    again = here.do("one key")
    assert again.again and [row.pk for row in again.subjects] == [row.pk for row in done.subjects]
    assert standing(here.subject) == after


def marked(situation: Situation) -> bool:
    """Whether a clock has marked what is late, or settled it; it answers with no record."""
    settled = Event.objects.for_act("test").filter(
        noun=situation.subject._meta.label_lower, subject=situation.subject.pk, link__act=situation.act.key
    )
    if situation.act.key in OFTEN:
        return settled.exists()
    return Mark.objects.for_act("test").filter(what=situation.act.key, subject=situation.subject.pk, state="open").count() == 1


@pytest.mark.parametrize("key", CLOCKS)
def test_a_clock_struck_twice_a_day_marks_nothing_anew_and_closes_nothing(ground, key):
    situation = ground.situation(key)
    situation.do()
    noticed = list(Mark.objects.for_act("test").order_by("pk").values())
    situation.do()
    assert marked(situation) and list(Mark.objects.for_act("test").order_by("pk").values()) == noticed


def succeeds_in_its_states_alone(ground, here: Situation, tally) -> None:
    """In every state it is open in it succeeds, in the others it says that the state is wrong."""
    act = here.act
    if not act.by or act.creates or not hasattr(act.noun, "lifecycle"):
        return
    may = open_states(act, here.subject)
    for state in act.noun.lifecycle.states.values:
        with taken_back():
            if state == here.subject.state:
                assert here.do().subject.pk
            elif state in may:
                assert ground.situation(act.key, state).do().subject.pk
            elif put_into(here.subject, state):
                assert refused(here.do, here.subject).code == "wrong_state"


def put_into(row, state: str) -> bool:
    """Put a record into a state; what the database does not take as it stands cannot be in it."""
    try:
        with transaction.atomic():
            by_house("tests.state", lambda ctx: type(row).objects.for_act("test").filter(pk=row.pk).update(state=state))
    except Refused:
        return False
    return True


def needs_its_power_within_reach(ground, here: Situation, tally) -> None:
    """Nobody does it without its power, beyond reach, or on a record that is not there."""
    act = here.act
    if not act.by:
        return
    place = here.account.node or ground.cast.nodes["union"]
    near, far = officers(place), officers(ground.cast.nodes["outside"])
    before = standing(here.subject)
    for role in ROLES:
        if act.power in powers_of(role) or (act.creates and MEMBER in act.by):
            continue  # one's own affair is everybody's, wherever they want it to happen
        stranger = Situation(act, near[role], here.subject, here.arguments)
        assert refused(stranger.do).code in ("no_power", "not_found")
    for role in act.by:
        stranger = Situation(act, far[role], here.subject, here.arguments)
        if act.creates and role == MEMBER:
            continue
        assert refused(stranger.do).code == ("outside_reach" if act.creates else "not_found")
    if not act.creates:
        for pk in (0, -1, 2**31, 2**62, 2**70, True, "1", None):
            lost = Situation(act, here.account, pk, here.arguments)
            assert refused(lost.do).code == "not_found"
    assert standing(here.subject) == before


def officers(node) -> dict[str, Account]:
    """For each role somebody who holds it at one node; the member holds none."""

    def make(ctx):
        accounts = Account.objects.bulk_create([Account(login=f"{role}-{node.pk}", node=node) for role in ROLES])
        posts = [Grant(account=a, role=role, node=node, since=FOUNDED) for role, a in zip(ROLES, accounts, strict=True) if role != MEMBER]
        Grant.objects.bulk_create(posts)
        return dict(zip(ROLES, accounts, strict=True))

    return by_house("tests.officers", make)


def raw(value):
    """An argument as JSON has it."""
    match value:
        case list() | tuple():
            return [raw(v) for v in value]
        case models.Model():
            return value.pk
        case None | bool() | int() | float() | str() | dict() | UploadedFile():
            return value
    return str(value)


@st.composite
def tries(draw, act, here, cast):
    """One way in, one viewer, one record, and arguments of which up to two are spoilt or left out."""
    way = draw(st.sampled_from(["do", "form", "json", "multipart"] if act.by else ["do"]))
    of = hostile.typed if way == "do" else hostile.untyped
    arguments = dict(here.arguments) if way == "do" else {name: raw(value) for name, value in here.arguments.items()}
    names = st.lists(st.sampled_from(list(act.params)), max_size=2, unique=True) if act.params else st.just([])
    for name in draw(names):
        if draw(st.integers(0, 5)):
            arguments[name] = draw(of(act.params[name], cast))
        else:
            arguments.pop(name, None)
    if draw(st.integers(0, 9)) == 9:
        arguments["unheard_of"] = "x"
    good = here.subject.pk if here.subject is not None else None
    subject = draw(st.sampled_from([good, good, good, 1, 2**31, 2**62, 2**70]))
    who = draw(st.sampled_from([here.account] * 4 + [cast.accounts[name] for name in ("zhou", "sun", "zhao", "feng", "chen")]))
    return way, who, subject, arguments


def through(client, way: str, act, account, subject, arguments: dict, token: str):
    """Do the act through one of its doors; a 4xx of the API comes out as its status."""
    rewind(arguments)
    if way in ("form", "multipart"):
        arguments = spread(arguments)
    target = [subject] if act.bulk else None if act.creates else subject
    if way == "do":
        return do(act, Viewer(account) if account else SYSTEM, target, **arguments)
    if way == "form":
        files = {name: value for name, value in arguments.items() if isinstance(value, UploadedFile)}
        data = {name: v if isinstance(v, list) else str(v) for name, v in arguments.items() if v is not None and name not in files}
        return run(act, Viewer(account), form_for(act, Viewer(account), MultiValueDict(lists(data)), files), target)
    path = f"/api/acts/{act.key}" + ("" if act.creates or act.bulk else f"/{subject}")
    headers = {"Authorization": f"Bearer {token}"}
    if way == "json":
        arguments = {name: value for name, value in arguments.items() if not isinstance(value, UploadedFile)}
        body = json.dumps(arguments | ({"subjects": target} if act.bulk else {}))
        answer = client.post(path, body, content_type="application/json", headers=headers)
    else:
        data = {name: v if isinstance(v, UploadedFile) else lists({name: v})[name] for name, v in arguments.items() if v is not None}
        answer = client.post(path, data | ({"subjects": target} if act.bulk else {}), headers=headers)
    if answer.status_code in (200, 201):
        return answer
    assert 400 <= answer.status_code < 500, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json", (path, answer.status_code, answer.content[:200])
    problem = answer.json()
    assert problem["title"] and problem["status"] == answer.status_code
    assert problem["type"] != "urn:gonghui:refusal:clash"
    raise Refused(Refusal(problem["type"], problem["title"]))


def lists(data: dict) -> dict:
    """Values as a form sends them: texts, and only such as can be sent."""
    return {name: [str(one).encode(errors="replace").decode() for one in (v if isinstance(v, list) else [v])] for name, v in data.items()}


def spread(arguments: dict) -> dict:
    """Texts by name as a form sends them, each under a name of its own."""
    told = {}
    for name, value in arguments.items():
        told |= {f"{name}.{one}": text for one, text in value.items()} if isinstance(value, dict) else {name: value}
    return told


def rewind(arguments: dict) -> None:
    for value in arguments.values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, UploadedFile):
                one.seek(0)


def succeeds_or_refuses_whatever_is_typed(ground, here: Situation, tally) -> None:
    """A few inputs through every door, up to two arguments spoilt or left out."""
    act = here.act
    token_of = cache(new_token)
    count, client = Counter(), Client()

    @given(tries(act, here, ground.cast))
    def attempt(one):
        way, who, subject, arguments = one
        token = token_of(who) if way in ("json", "multipart") else ""  # made before what is taken back
        with taken_back():
            before = standing(here.subject)
            try:
                through(client, way, act, who, subject, arguments, token)
                count[way, "succeeded"] += 1
            except Refused as no:
                count[way, "refused"] += 1
                assert no.text and no.code != "clash"
                assert standing(here.subject) == before

    attempt()
    assert count.total(), "nothing was tried"
    for (_way, ended), n in count.items():
        tally[ended] += n
