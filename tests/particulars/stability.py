"""What the declarations of stability cannot say: a risk is graded before it is given to somebody."""

from gonghui.kernel.ledger.house import by_house


def graded(g, watch) -> None:
    """A risk that has not been graded becomes a task, which needs no grade."""
    if watch.state == "found":
        by_house("tests.watch", lambda ctx: type(watch).objects.for_act("test").filter(pk=watch.pk).update(sort="task"))


VALUES = {
    ("stability.enter", "node"): lambda g, s: g.cast.nodes["city"],
    ("stability.enter", "sort"): lambda g, s: "risk",
    ("stability.handle", "covered"): lambda g, s: 40,
}
FIRST = {"stability.assign": graded}
