"""What the declarations of the register cannot say."""

from datetime import timedelta

from gonghui.kernel import clock
from tests.particulars import BEFORE

VALUES = {
    ("registers.enter", "address"): lambda g, s: "https://example.org/1",
    ("registers.unlink", "other"): lambda g, s: s.links.for_act("situation").get().other,
}
FIRST = {"registers.unlink": lambda g, s: g.on(s, "registers.link")}
LATE = {"registers.term_ends": lambda g: g.made("registers.enter", in_force_from=clock.today(), until=clock.today() + BEFORE + timedelta(days=10))}
ROWS = {"commons_registers.registerentry": {"holder_name": ""}}  # held by the node that every row fills
