"""BAR-1 Offers and collective contracts: offered, answered, drafted, passed, signed, filed, in force by time, published, inspected, renewed."""

from datetime import date, timedelta

from django.test import Client

from gonghui.commons.parties.models import Person
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clocks import strike
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.organization.membership.models import Membership
from gonghui.lines.rights.bargaining.models import Contract

from .innovating import workers
from .office import AtDesk, employer_of, newest

DAY = timedelta(days=1)
TODAY = date.today()
BEGUN = TODAY - 60 * DAY


def offered(cast, sun, **more) -> Contract:
    told = {"node": cast.nodes["union"], "sort": "comp", "reach": "own", "title": "东湖纺织厂集体合同", "on": BEGUN}
    sun.does("bargaining.offer", **told | {"employer": employer_of(cast)} | more)
    return newest(Contract)


def test_a_contract_goes_from_the_offer_to_its_renewal(cast):
    sun, li = AtDesk(cast, "sun"), AtDesk(cast, "li")
    told = {"node": cast.nodes["union"], "sort": "comp", "reach": "own", "title": "无企业", "on": BEGUN}
    sun.refused("bargaining.offer", "请选择企业", **told)
    contract = offered(cast, sun)
    sun.does("bargaining.accept", contract, answer="同意")
    sun.does("bargaining.meet", contract, on=BEGUN + 5 * DAY, minutes="工资增长 5%")
    sun.refused("bargaining.draft", "还没有覆盖单位", contract, terms="工资增长 5%")
    sun.does("bargaining.draft", contract, terms="工资增长 5%", workers=180)
    sun.refused("bargaining.carry", "不能多于", contract, staff=180, present=120, yes=121)
    sun.refused("bargaining.carry", "至少到会 120、同意 90", contract, staff=180, present=119, yes=100)
    sun.refused("bargaining.carry", "至少到会 120、同意 90", contract, staff=180, present=120, yes=89)
    sun.does("bargaining.vote_down", contract, why="加班基数").does("bargaining.draft", contract, terms="工资增长 6%")
    sun.does("bargaining.carry", contract, staff=180, present=120, yes=90)  # half counts here: 半数以上
    sun.refused("bargaining.sign", "不得超过 3 年", contract, on=BEGUN + 10 * DAY, until=BEGUN + 1200 * DAY)
    sun.does("bargaining.sign", contract, on=BEGUN + 10 * DAY, until=BEGUN + 700 * DAY)
    sun.does("bargaining.file", contract, on=BEGUN + 12 * DAY, number="集备0001")
    sun.refused("bargaining.take_effect", "审查期到", contract, on=BEGUN + 20 * DAY)
    li.figure("bargaining.contracts", "CITY", BEGUN.year, 1 if (BEGUN + 10 * DAY).year == BEGUN.year else 0)
    li.figure("bargaining.workers_covered", "CITY", f"asof-{TODAY}", 0)
    with trusted():
        strike("bargaining.due")
    contract = newest(Contract)
    assert (contract.state, contract.since) == ("effective", BEGUN + 28 * DAY)  # day 16 after fifteen days without an objection
    li.figure("bargaining.workers_covered", "CITY", f"asof-{TODAY}", 180).figure(
        "bargaining.contracts@in_force", "OTHER_DISTRICT", f"asof-{TODAY}", 0
    )
    sun.does("bargaining.publish", contract, on=TODAY).does("bargaining.inspect", contract, on=TODAY, performance="全部履行")
    sun.does("bargaining.renew", contract, on=TODAY).refused("bargaining.renew", "已发出过", contract, on=TODAY)
    assert newest(Contract).replaces_id == contract.pk
    li.does("bargaining.end", contract, on=TODAY, why="企业合并").figure("bargaining.contracts@in_force", "CITY", f"asof-{TODAY + DAY}", 0)


def test_workers_of_a_firm_with_its_own_and_a_regional_contract_count_once(cast):
    zhou = AtDesk(cast, "zhou")
    employer = employer_of(cast)
    told = {"signed_on": BEGUN, "since": BEGUN, "until": BEGUN + 300 * DAY}
    zhou.does("bargaining.enter", node=cast.nodes["union"], sort="comp", title="一", employer=employer, workers=200, number="甲1", **told)
    zhou.does("bargaining.enter", node=cast.nodes["union"], sort="wage", title="二", employer=employer, workers=210, number="甲2", **told)
    zhou.refused("bargaining.enter", "已登记", node=cast.nodes["union"], sort="wage", title="三", employer=employer, workers=1, number="甲2", **told)
    zhou.does("bargaining.offer", node=cast.nodes["district"], sort="wage", reach="region", title="区域", on=BEGUN)
    region = newest(Contract)
    zhou.does("bargaining.accept", region, answer="同意").does("bargaining.cover", region, employer=employer, workers=999)
    zhou.refused("bargaining.cover", "已在覆盖单位", region, employer=employer, workers=5).reads(region, "东湖纺织厂（999）")
    told = (("draft", {"terms": "x"}), ("carry", {"staff": 9, "present": 9, "yes": 9}), ("sign", {"on": BEGUN, "until": TODAY + 90 * DAY}),
            ("file", {"on": BEGUN, "number": "区1"}), ("take_effect", {"on": BEGUN + 16 * DAY}))  # fmt: skip
    for step, more in told:
        zhou.does(f"bargaining.{step}", region, **more)
    zhou.figure("bargaining.workers_covered", "CITY", f"asof-{TODAY}", 210).figure("bargaining.workers_covered", "UNION", f"asof-{TODAY}", 210)
    zhou.figure("bargaining.contracts@in_force", "CITY", f"asof-{TODAY}", 3).figure("bargaining.enterprises_covered", "CITY", f"asof-{TODAY}", 1)


def test_silence_after_an_offer_is_marked_and_a_worker_reads_what_covers_them(cast):
    sun, zhou = AtDesk(cast, "sun"), AtDesk(cast, "zhou")
    late, me = offered(cast, sun), workers(cast, 1)[0]
    with trusted():
        strike("bargaining.due")
    sun.reads(late, "集体协商时限")
    AtDesk(cast, "qian").does("membership.approve", newest(Membership, person=me))
    employer = employer_of(cast)
    told = {"signed_on": BEGUN, "since": BEGUN, "until": BEGUN + 300 * DAY, "number": "乙1"}
    zhou.does("bargaining.enter", node=cast.nodes["union"], sort="comp", title="厂集体合同", employer=employer, workers=200, **told)
    by_house("tests.own", lambda ctx: Person.objects.for_act("test").filter(pk=me.pk).update(account=cast.accounts["chen"]) and None)
    for name, found in (("chen", 200), ("zhao", 404)):
        phone = Client()
        phone.force_login(cast.accounts[name], backend="gonghui.faces.kit.signin.AccountBackend")
        assert ("厂集体合同" in phone.get("/portal/contracts/").content.decode()) == (found == 200)
        assert phone.get(f"/portal/contracts/{newest(Contract).pk}/").status_code == found
