"""CON-2 Provincial skills finals: delegations enter within their places, scores are published, appealed, ranked, rewarded."""

from datetime import date, timedelta

from gonghui.commons.activities.models import Activity
from gonghui.commons.parties.models import Team
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.membership.acts import register
from gonghui.lines.production.contests.models import Entry, Item
from tests.people import valid_id

from .office import AtDesk, newest

DAY = timedelta(days=1)


def contestants(cast, count):
    with trusted():
        return [
            do(register, cast.sun, union=cast.unions["union"], name=f"选手{'甲乙丙丁'[n]}", id_no=valid_id(serial=f"{n:03d}")).subject.person
            for n in range(count)
        ]


def test_a_final_from_the_first_entry_to_the_prizes(cast):
    zhou, li, wang, today = AtDesk(cast, "zhou"), AtDesk(cast, "li"), AtDesk(cast, "wang"), date.today()
    people, city = contestants(cast, 4), cast.nodes["city"]
    more = {"kind": "contest_edition", "title": "第二届工匠杯", "tier": "provincial", "quantity": 2, "unit": "届"}
    li.does("registers.enter", desk="contest_register", node=city, since=today - 40 * DAY, **more)
    li.does("activities.plan", desk="contests", kind="skill_contest", node=city, title="工匠杯", held_on=today, at_place="体育馆")
    what = {"contest": newest(Activity), "title": "焊工", "tier": "provincial", "judged": "score", "held_on": today, "per_team": 3}
    li.does("contests.open_item", edition=newest(RegisterEntry), **what).refused("contests.open_item", "已有赛项", **what)
    item = newest(Item)
    for actor, node, name in ((wang, "district", "东湖代表队"), (li, "city", "临江代表队")):
        actor.does("parties.found_team", desk="delegations", node=cast.nodes[node], kind="delegation", name=name, since=today - 30 * DAY)
    first, second = (newest(Team, name=name) for name in ("东湖代表队", "临江代表队"))
    wang.refused("contests.enter", "每队限 3 人", team=first, item=item, persons=people)
    wang.does("contests.enter", team=first, item=item, persons=people[:3])
    li.does("contests.enter", team=second, item=item, persons=people[3:])
    with trusted():
        one, two, three, four = Entry.objects.for_act("journey").order_by("pk")
    wang.refused("contests.check_entry", "同一人", one)
    for entry in (one, two, four):
        zhou.does("contests.check_entry", entry)
    wang.does("contests.withdraw", three, why="受伤")
    li.does("contests.close_entries", item).refused("contests.enter", "", team=second, item=item, persons=people[2:3])
    for entry, score in ((one, "88.50"), (two, "91.00")):
        li.does("contests.score", entry, score=score)
    li.refused("contests.sign_scores", "还有 1 名", item).does("contests.score", four, score="90.25").does("contests.sign_scores", item)
    zhou.does("contests.correct_score", one, score="95.00", why="申诉成立，漏计实操").refused("contests.rank", "申诉期", item)
    with clock.at(clock.now() + timedelta(hours=3)):
        li.refused("contests.rank", "同一人", item)
        zhou.does("contests.rank", item).does("contests.award", [newest(Entry, rank=1)], award="first")
        zhou.does("contests.award_item", item, document="工发〔2026〕9号").reads(item, "工发〔2026〕9号", "第二届工匠杯")
    zhou.reads(one, "95.00", "一等奖")
    for key, value in (("trades", 1), ("teams", 2), ("contestants", 3)):
        zhou.figure(f"contests.{key}", "PROV", today.year, value)
    li.figure("contests.ordinal", "CITY", today.year, 2)
    zhou.figure("contests.ordinal", "PROV", today.year, None)
