"""What the declarations of filed numbers cannot say."""

from datetime import date, timedelta

VALUES = {
    # a day of its own for each: one number a kind and period
    ("returns.fill", "period"): lambda g, s: (date(1950, 1, 1) + timedelta(days=next(g.numbers))).isoformat(),
}

LATE = {"returns.unchecked": lambda g: g.situation("returns.accept").subject}
