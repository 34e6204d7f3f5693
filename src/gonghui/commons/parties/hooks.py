"""
What lines add when a person is erased, so that commons need not know them.

before_erasing: functions of (ctx, person) that refuse while the data are still needed.
on_erasing: functions of (ctx, person) that blank what a line has written about the person.
"""

before_erasing = []
on_erasing = []
