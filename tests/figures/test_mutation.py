"""Of every noun that is counted a record is taken away or altered: exactly the figures change that count it, by what it adds."""

import json

import pytest
from django.db.models import Q, Value

from gonghui.commons.activities.models import Activity
from gonghui.house import examples, indicator_pages
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import today
from gonghui.kernel.indicators import Flow
from gonghui.kernel.ledger.do import do
from gonghui.lines.education.lectures import acts as lectures
from gonghui.lines.education.lectures.words import Series
from gonghui.rehearsal.federation import build
from tests.figures.changing import House, alterations
from tests.figures.trying import DAY, columns, exactly_what_counts_a_record_changes, spans


def differing(made: dict) -> list[str]:
    """Examples of the catalogue that are not what the demonstration says, or of a replay although it has rows."""
    kept = json.loads(indicator_pages.EXAMPLES.read_text())
    printed = {key for key, one in kept.items() if "claim" in one}
    stale = {key for key in printed & made.keys() if not examples.lacking(made[key])}
    return sorted(stale | {key for key in (made.keys() | kept.keys()) - printed if made.get(key) != kept.get(key)})


@pytest.mark.long
@pytest.mark.once
def test_exactly_the_figures_that_count_a_record_change_with_it(db):
    """The other database is asked where it has the demonstration in any case, see `tests.rehearsal`."""
    examples.built(build)
    with clock.at(examples.DAY), trusted():
        exactly_what_counts_a_record_changes(2)
        assert not differing(examples.examples()), "gonghui catalogue --examples"


class Double(Flow):
    """Sums what it does not say of its rows."""

    def share(self):
        return Value(2)


class Timeless(Flow):
    """Counts whatever was held, whenever."""

    def rows(self, period) -> Q:
        return self.condition()


def test_a_wrong_declaration_is_caught(cast, declared):
    held = today() - 30 * DAY
    for place, host in (("city", "district"), ("other_city", "outside")):
        told = {"series": [Series.MODEL_WORKER, Series.CAMPUS], "title": place, "held_on": held, "at_place": "礼堂", "host": cast.nodes[host]}
        with clock.at(held - DAY):
            lecture = do(lectures.plan, SYSTEM, node=cast.nodes[place], **told).subject
    told = {"counts": Activity, "where": Q(kind="lecture"), "dated_by": "held_on"}
    both = {"nodes": (("slot", "node"), ("host_slot", "host"))}
    right = Flow("toy.right", "对", "session", **told, **both)
    wrong = [
        Flow("toy.elsewhere", "按承接地编号，称按主办地", "session", **told, nodes=(("host_slot", "node"),)),
        Flow(
            "toy.twice", "一场按每个系列各计一次", "session", **told | {"where": Q(kind="lecture", tags__slug__in=("model_worker", "campus"))}, **both
        ),
        Double("toy.double", "每场称计二", "session", **told, **both),
        Timeless("toy.timeless", "不论期间", "session", **told, **both),
    ]
    house = House([right, *wrong], spans(), cast.nodes["district"])
    asked = [cast.nodes[name] for name in ("province", "city", "district", "outside")]
    house.check_all(asked)
    for tries in alterations(Activity, [right], columns(Activity, lecture.pk), cast.nodes["far"], columns(Activity, lecture.pk)):
        any(house.check(change, asked) for change in tries)
    assert {fault.split()[0] for fault in house.faults} == {one.key for one in wrong}
