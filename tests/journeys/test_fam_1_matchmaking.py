"""FAM-1 Matchmaking: entered with consent, looked at, there, chosen by badge; a contact is told only where both have chosen, and no office sees a choice."""

from datetime import date, timedelta

from django.utils import timezone

from gonghui.commons.enrolment.models import Enrolment
from gonghui.commons.parties import erasing
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period
from gonghui.lines.welfare.family.models import Entrant, Pick
from tests.particulars.enrolment import known
from tests.situations import Ground

from .by_program import Program
from .phones import Phone

DAY = timedelta(days=1)


def entered(cast, count: int):
    """A meeting of tomorrow and workers who have entered: their programs and entries."""
    ground, li, start = Ground(cast), Program(cast.accounts["li"]), timezone.now() + DAY
    told = {
        "kind": "single_meeting",
        "title": "缘在工会",
        "seats": 9,
        "audience": "anyone",
        "opens_at": start - 2 * DAY,
        "closes_at": start,
        "starts_at": start,
    }
    offer = li.does(
        "enrolment.draft",
        node=cast.nodes["city"],
        ends_at=start + DAY / 8,
        **{k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in told.items()},
    )
    li.does("enrolment.publish", offer)
    workers, entries = [], []
    for n in range(count):
        account = ground.new_worker()
        known(ground, account)
        workers.append(Program(account))
        ask = {"offer": offer, "contact": f"微信w{n}", "says": "爱读书"}
        if not n:
            assert "只面向单身" in workers[0].refused("family.enter", consent=True, **ask)
            assert "没有同意" in workers[0].refused("family.enter", single=True, **ask)
        entries.append(workers[-1].does("family.enter", single=True, consent=True, **ask))
    return li, workers, entries, start


def test_contacts_are_told_only_where_the_choice_is_mutual(cast):
    li, (one, two, three), entries, start = entered(cast, 3)
    for entry in entries:
        li.does("family.check", entry)
    assert "才能互选" in one.refused("family.choose", entries[0], badge=2)
    with clock.at(start.date() + DAY):
        li = Program(cast.accounts["li"])
        for row in Enrolment.objects.for_act("test").filter(kind="single_meeting"):
            li.does("enrolment.attend", row)
        one.does("family.choose", entries[0], badge=2)
        three.does("family.choose", entries[2], badge=1)
        assert "自己" in one.refused("family.choose", entries[0], badge=1)
        assert "已经选过" in one.refused("family.choose", entries[0], badge=2)
        assert "没有 9 号" in two.refused("family.choose", entries[1], badge=9)
        assert "微信" not in mine(entries[1]) + mine(entries[0])
        two.does("family.choose", entries[1], badge=1)
        assert "微信w0" in mine(entries[1]) and "微信w1" in mine(entries[0])
        assert "微信" not in mine(entries[2])
        office = li.client.get(f"/api/entrant/{entries[0]}").content.decode() + str(li.rows("entrant"))
        assert "微信" not in office
        span = f"{date.today()}..{start.date() + 2 * DAY}"
        # who chose whom no office may see: of one pair it is not told that there is one
        assert [li.figure(f"family.{key}", "CITY", span) for key in ("entrants", "matches")] == [3, None]
        assert figure(find("family.matches"), cast.nodes["city"], Period.parse(span), viewer=SYSTEM).value == 1
        one.does("family.withdraw", entries[0])
        assert "微信w0" not in mine(entries[1])
        li.does(
            "activities.record",
            node=cast.nodes["city"],
            kind="single_meeting",
            title="缘在工会",
            held_on=start.date(),
            at_place="文化宫",
            head_count=3,
        )
        assert li.figure("family.meetings", "CITY", span) == 1
    assert Entrant.objects.for_act("test").get(pk=entries[0]).contact == ""
    with trusted():
        person = Entrant.objects.for_act("test").get(pk=entries[1]).person
        do(ACTS["membership.cancel"], SYSTEM, person.memberships.for_act("test").get())
        do(erasing.erase, SYSTEM, person, why="本人请求")
        assert Entrant.objects.for_act("test").get(pk=entries[1]).contact == ""
        assert set(Pick.objects.for_act("test").values_list("entrant__badge", "other__badge")) == {(3, 1)}


def mine(entry: int) -> str:
    """One's own page of the portal about an entry."""
    account = Entrant.objects.for_act("test").select_related("person__account").get(pk=entry).person.account
    return Phone(account).go(f"my/entrant/{entry}/").text
