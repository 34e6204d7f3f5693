"""Recuperation of the demonstration, and what the published figures come from."""

from datetime import date, timedelta
from decimal import Decimal

from gonghui.commons.enrolment import offer_acts
from gonghui.commons.parties.models import Person
from gonghui.commons.plans import acts as plans
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.tree.models import Node
from gonghui.lines.welfare.recuperation import acts, words
from gonghui.rehearsal.replay import builders

ONE = timedelta(days=1)
SITES = ("青岛", "北戴河", "省工人疗养院", "省工人疗养院太白分院")


def demo(b) -> None:
    """Batches in each state: settled, back, posted and open, one called off."""
    city = b.cities[0]
    people = b.members(city, 30)
    quota = b.do(plans.propose, "li", at=b.year, node=city, kind=words.QUOTA, title="年度疗休养名额", since=b.year, until=b.today, target=200)
    b.do(plans.approve, "zhou", quota, at=b.year + ONE)
    for n, (done, site) in enumerate(((6, SITES[0]), (5, SITES[2]), (4, SITES[1]), (2, SITES[2]), (1, SITES[0]), (0, SITES[3]))):
        on = b.today - (120 - 30 * n) * ONE if done > 2 else b.today + (40 + n) * ONE
        made = on - 30 * ONE if done > 2 else b.today - 20 * ONE
        told = {
            "title": f"第{n + 1}批劳模工匠疗休养",
            "site": site,
            "since": on,
            "until": on + 4 * ONE,
            "closes_on": on - 20 * ONE,
            "seats": 20,
            "far": site == SITES[1],
        }
        batch = b.do(acts.plan, "li", at=made, node=city, plan=quota, **told)
        if not n:
            b.do(offer_acts.give_quota, "li", batch.offer, at=made, node=b.counties[0], seats=8, release_at=batch.offer.closes_at)
        for person in people[5 * n : 5 * n + 5]:
            b.do(acts.nominate, "li", at=made + ONE, node=city, batch=batch, person=person)
        steps = (
            (acts.post, "li", made + 2 * ONE, {"phone": "0911-12351"}), (acts.lock, "gao", made + 18 * ONE, {}), (acts.depart, "li", on, {}),
            (acts.come_back, "li", on + 5 * ONE, {}), (acts.settle, "gao", on + 9 * ONE, {"cost": Decimal(8800)}),
        )  # fmt: skip
        for act, who, when, more in steps[: done - 1 if done > 2 else done]:
            batch = b.do(act, who, batch, at=min(when, b.today), **more)
        if done == 0:
            b.do(acts.call_off, "li", batch, why="暴雨预警")


def own(b, me) -> None:
    """Nominated for a batch that is still taking names."""
    on = b.today + 50 * ONE
    told = {"title": "一线职工疗休养", "site": SITES[3], "since": on, "until": on + 4 * ONE, "closes_on": b.today + 9 * ONE, "seats": 30}
    batch = b.do(acts.plan, "li", at=b.today - 3 * ONE, node=b.cities[0], **told)
    b.do(acts.nominate, "sun", at=b.today - 2 * ONE, node=b.union.node, batch=batch, person=me)


def travelled(ground, node, people: list[Person], since: date, site: str, *, far: bool = False, until: str = "settled", missing=()) -> None:
    """A batch from its plan to its settling, as far as told."""
    ground.serial += 1
    made = since - 40 * ONE
    with clock.at(made):
        told = {
            "title": f"第{ground.serial}批疗休养",
            "site": site,
            "since": since,
            "until": since + 3 * ONE,
            "closes_on": made + 5 * ONE,
            "seats": len(people),
            "far": far,
        }
        batch = do(acts.plan, ground.officer, node=node, **told).subject
        for person in people:
            do(acts.nominate, ground.officer, node=node, batch=batch, person=person)
        do(acts.post, ground.officer, batch, phone="12351")
    for act, on, who, more in (
        (acts.lock, since - 9 * ONE, SYSTEM, {}), (acts.depart, since, SYSTEM, {}), (acts.come_back, since + 4 * ONE, SYSTEM, {"missing": list(missing)}),
        (acts.settle, since + 4 * ONE, SYSTEM, {"cost": Decimal(400 * len(people))}),
    ):  # fmt: skip
        if act is acts.settle and until != "settled" or act is not acts.lock and until == "locked":
            return
        with clock.at(on):
            do(act, who, batch, **more)


def crew(ground, codes, count: int) -> list[Person]:
    """Members of the register, whose numbers have been seen."""
    frame = builders.members(ground, codes[:1], [date(2018, 5, 1)] * count)
    found = Person.objects.for_act("replay").filter(id_hash__in=[blind("id", number) for number in frame["id_no"]])
    return list(found.order_by("pk"))


def baoji(stage, n) -> None:
    """Five batches of the half-year to four places; those of June and one of July carry the persons that are counted, one of them twice."""
    ground, beside, city = stage.ground, stage.beside, stage.ground.cities[0]
    batches, persons, sites = n("BJ-041") or 5, n("BJ-079") or 12, n("BJ-042") or 4
    if not any(n(claim) for claim in ("BJ-041", "BJ-042", "BJ-079")):
        return
    people, others, strangers = crew(ground, stage.codes, persons), crew(ground, stage.codes, 5), crew(beside, stage.others, 2)
    first = date(2024, 1, 1)
    for i in range(batches):  # the last of them in June, with half of the persons
        last = i == batches - 1
        travelled(ground, city, people[: persons // 2] if last else others[:3], date(2024, 6, 1) if last else first + 30 * i * ONE, SITES[i % sites])
    travelled(ground, city, people[persons // 2 :] + people[: min(1, persons // 2)], date(2024, 7, 31), SITES[0])
    travelled(ground, city, others[3:5], date(2024, 6, 9), "未成行之地", missing=others[3:4] + others[4:5], until="locked")
    travelled(ground, city, others[3:5], date(2023, 12, 20), "上年之地")
    travelled(ground, city, others[3:5], date(2024, 8, 1), "八月之地")
    near = Node.objects.for_act("replay").filter(path__startswith=ground.cities[1].path, code__contains="-U").first()
    travelled(ground, ground.cities[1], crew(ground, [near.code], 1), date(2024, 6, 2), "邻市之地")
    travelled(beside, beside.cities[0], strangers, date(2024, 6, 2), "邻省之地")


REPLAY = {"baoji": baoji}
