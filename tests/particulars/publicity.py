"""Publicity: a list of rewards, and a registered article that one may be due for."""

from datetime import timedelta

from gonghui.commons.money.models import PayBatch
from gonghui.commons.registers import acts as registers
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.education.publicity import acts
from gonghui.lines.education.publicity.words import REWARD, Outlet


def registered(ground, batch):
    """An article of the list's own node that another has registered; the list holds its kind."""
    told = {"title": f"稿件{next(ground.numbers)}", "outlet": Outlet.CITY_DAILY, "since": clock.today() - timedelta(days=1), "author": "通讯员"}
    by_house("tests.kind", lambda ctx: PayBatch.objects.for_act("test").filter(pk=batch.pk).update(kind=REWARD))
    do(registers.register, ground.cast.li, do(acts.submit, SYSTEM, node=batch.node, **told).subject)


VALUES = {
    ("publicity.submit", "first"): lambda g, s: None,
    ("publicity.reward", "since"): lambda g, s: clock.today() - timedelta(days=40),
    ("publicity.reward", "until"): lambda g, s: clock.today(),
}
FIRST = {"publicity.reward": registered}
