"""Honours: a courtesy that fits the title it is offered for."""

from datetime import timedelta

from gonghui.commons.designations import words
from gonghui.kernel import clock

VALUES = {
    ("honours.receive", "since"): lambda g, s: clock.today() - timedelta(days=1),
    ("honours.end_courtesy", "on"): lambda g, s: clock.today(),
    ("honours.offer", "courtesy"): lambda g, s: g.made("honours.entitle"),
    ("honours.offer", "designation"): lambda g, s: g.made(
        "designations.record", scheme=g.made("designations.declare_scheme", outer=True, kind=kind_of(g)), name=g.person()["name"]
    ),
}


def kind_of(g) -> str:
    """The kind the situation of `honours.entitle` takes: the first there is."""
    return words.kinds()[0][0]
