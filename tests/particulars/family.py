"""What the declarations of family cannot say: meetings that take names, entrants who are there."""

from gonghui.commons.enrolment.models import Enrolment
from gonghui.kernel.access.viewer import SYSTEM, Viewer
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.welfare.family.acts import check, enter
from tests.particulars.enrolment import begun, known, offer


def meeting(g, s=None):
    """A published meeting, and somebody known who asks."""
    known(g)
    return offer(g, kind="single_meeting", seats=3)


def there(g, entrant) -> None:
    """The meeting has begun, and this one and badge 3 are there."""
    worker, mine = g.worker, type(entrant).objects.for_act("test").get(pk=entrant.pk)
    for _ in range(2):
        account = g.new_worker()
        known(g, account)
        made = do(enter, Viewer(account), offer=mine.offer, contact="微信", single=True, consent=True).subject
        do(check, SYSTEM, made)
    g.worker = worker
    begun(g, entrant.enrolment)
    by_house("tests.there", lambda ctx: Enrolment.objects.for_act("test").filter(offer=mine.offer).update(state="attended"))


BORN_BY = {"welfare_family.entrant": "family.enter", "welfare_family.pick": "family.choose"}
VALUES = {
    ("family.enter", "offer"): meeting,
    ("family.enter", "single"): lambda g, s: True,
    ("family.enter", "consent"): lambda g, s: True,
    ("family.choose", "badge"): lambda g, s: 3,
}
FIRST = {"family.choose": there}
