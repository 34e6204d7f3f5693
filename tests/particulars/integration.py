"""What the declarations of exchange cannot say."""

from datetime import timedelta

from gonghui.commons.places import acts as places
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.review.integration import acts

DAY = timedelta(days=1)


def changed(ground, subject):
    """A day on which a place was entered."""
    day = clock.today() - (next(ground.numbers) % 300 + 1) * DAY
    with clock.at(day):
        told = {"kind": "station", "name": f"驿站{next(ground.numbers)}", "opened_on": day, "address": "一路"}
        do(places.enter, SYSTEM, node=ground.cast.nodes["union"], **told)
    return day


def compared(ground, subject):
    """A list that has gone out to be compared."""
    told = {"partner": "civil", "title": f"比对{next(ground.numbers)}", "basis": "授权"}
    return do(acts.send, SYSTEM, do(acts.queue, SYSTEM, node=ground.cast.nodes["district"], **told).subject).subject


VALUES = {
    ("integration.queue_changes", "noun"): lambda g, s: "commons_places.place",
    ("integration.queue_changes", "day"): changed,
    ("integration.note_match", "message"): compared,
    ("integration.note_match", "ref"): lambda g, s: f"困{next(g.numbers)}",
    ("integration.note_match", "hit"): lambda g, s: False,
}
LATE = {"integration.unanswered": lambda g: g.situation("integration.acknowledge").subject}
