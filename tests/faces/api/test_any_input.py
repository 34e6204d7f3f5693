"""Whatever is sent to any operation, by whoever: an answer that was declared, and never a 500."""

import random
import traceback
from collections import Counter
from functools import cache
from itertools import cycle

import pytest
import schemathesis
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import got_request_exception, request_finished, request_started
from django.db import close_old_connections, models, transaction
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi import checks

from gonghui.faces.kit.signin import new_token
from gonghui.kernel.access.models import Grant
from gonghui.kernel.desk import DESKS
from gonghui.kernel.indicators import INDICATORS
from gonghui.kernel.intake.acts import check
from gonghui.kernel.intake.sheet import SHEETS
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.organization.membership import acts
from tests.cast import FOUNDED
from tests.people import valid_id
from tests.shares import about, share

TRIES = {GenerationMode.POSITIVE: 4, GenerationMode.NEGATIVE: 2}  # an operation, each by another caller
CALLERS = ("chen", "feng", "zhou")  # a worker, the system administrator, the province's officer
HELD = [
    schemathesis.checks.not_a_server_error, checks.status_code_conformance, checks.content_type_conformance, checks.response_schema_conformance,
    checks.response_headers_conformance, checks.negative_data_rejection,
]  # fmt: skip


@cache
def described():
    return schemathesis.openapi.from_wsgi("/api/openapi.json", WSGIHandler())


@pytest.fixture
def one_connection():
    """A request keeps the connection the test's transaction stands on, as with Django's own test client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def world(cast, one_connection):
    """Records to hit, and an officer who holds more posts than anybody should."""
    for name in ("林甲", "林乙"):
        do(acts.register, cast.sun, union=cast.unions["union"], name=name, id_no=valid_id(serial=f"{ord(name[1]) % 900 + 10:03d}"))
    do(check, cast.wang, node=cast.nodes["district"], kind="members", file=SimpleUploadedFile("a.csv", "工会编码,姓名\nUNION,李\n".encode()))
    posts = ("grassroots_chair", "security_admin", "auditor")
    by_house(
        "tests.posts", lambda ctx: [Grant(account=cast.accounts["zhou"], role=r, node=cast.nodes["province"], since=FOUNDED).save() for r in posts]
    )
    return cast


def known(model) -> list[int]:
    return list(model.objects.for_act("ids for input").values_list("pk", flat=True)[:20]) if hasattr(model.objects, "for_act") else []


def aim(case, name: str, dice: random.Random):
    """Half of the time put a record, node or indicator that exists where one is asked for, so that input gets past the door."""
    act = ACTS.get(name)
    noun = act.noun if act else next((d.noun for d in DESKS.values() if name.endswith(f"_{d.slug}")), None)
    if "pk" in case.path_parameters and noun and dice.random() < 0.6:
        case.path_parameters["pk"] = dice.choice(known(noun) or [1])
    if "key" in case.path_parameters and dice.random() < 0.6:
        case.path_parameters["key"] = dice.choice(list(INDICATORS))
    if "kind" in case.path_parameters and dice.random() < 0.6:
        case.path_parameters["kind"] = dice.choice(list(SHEETS))
    if "node" in (case.query or {}) and dice.random() < 0.6:
        case.query |= {"node": "DISTRICT", "period": dice.choice(["2024", "asof-2024-06-30", "2019..2023"])}
    if act and isinstance(case.body, dict):
        for parameter in act.params.values():
            if parameter.name in case.body and issubclass(parameter.type, models.Model) and dice.random() < 0.8:
                found = known(parameter.type) or [1]
                case.body[parameter.name] = [dice.choice(found)] if parameter.many else dice.choice(found)
    return case


@pytest.mark.long
def test_any_input_gets_a_declared_answer(world):
    tokens = {who: new_token(world.accounts[who]) for who in CALLERS}
    broken, wrong, counts, dice = [], [], Counter(), random.Random(1)
    note = lambda sender, **_: broken.append(traceback.format_exc())  # noqa: E731
    got_request_exception.connect(note)
    everything = [result.ok() for result in described().get_all_operations()]
    random.Random(7).shuffle(everything)  # every desk has the same operations in one order: else all that is taken may be alike
    operations = share(everything, about(200, everything))
    callers = cycle(tokens.items())
    for operation in operations:
        for mode in TRIES:
            with transaction.atomic():
                run(operation, mode, callers, dice, counts, wrong)
                transaction.set_rollback(True)
    got_request_exception.disconnect(note)
    statuses = Counter()
    for (_who, status), count in counts.items():
        statuses[status] += count
    fives = sum(count for status, count in statuses.items() if status >= 500)
    print(
        f"\noperations {len(operations)}, accounts {len(tokens)}, requests {statuses.total()}, 500s = {fives}, answers {dict(sorted(statuses.items()))}"
    )
    assert not broken, "\n".join(dict.fromkeys(broken))[:6000]
    assert fives == 0 and not wrong, "\n".join(dict.fromkeys(wrong))[:6000]
    # each of them got through, and had what they sent refused for what it says or for what stands
    assert all(counts[who, 200] > 5 and counts[who, 409] + counts[who, 422] > 5 for who in CALLERS), counts


def run(operation, mode, callers, dice, counts, wrong):
    """A few inputs of one kind to one operation, each sent by the next caller."""
    name = operation.definition.raw["operationId"]

    @settings(
        max_examples=TRIES[mode], derandomize=True, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def send(case):
        case = aim(case, name, dice) if mode is GenerationMode.POSITIVE else case
        who, token = next(callers)
        answer = case.call(headers={"Authorization": f"Bearer {token}"})
        counts[who, answer.status_code] += 1
        try:
            case.validate_response(answer, checks=HELD)
        except FailureGroup as group:
            wrong.extend(f"{name} by {who}: {type(one).__name__} {str(one)[:500]}" for one in group.exceptions)

    send()
