"""CON-4 Orchard benefit-per-mu champions: entered, inspected, measured on the spot, computed, ranked, champion."""

from datetime import date, timedelta

from gonghui.commons.activities.models import Activity
from gonghui.kernel import clock
from gonghui.lines.production.contests.models import Entry, Item

from .office import AtDesk, newest


def test_orchards_are_ranked_by_yuan_a_mu_and_the_best_are_champions(cast):
    zhou, li, wang, today = AtDesk(cast, "zhou"), AtDesk(cast, "li"), AtDesk(cast, "wang"), date.today()
    li.does("activities.plan", desk="contests", kind="labour_contest", node=cast.nodes["city"], title="苹果效益竞赛", held_on=today, at_place="塬上")
    li.does("contests.open_item", contest=newest(Activity), title="矮化苹果园", tier="city", judged="benefit", held_on=today)
    item = newest(Item)
    for name in ("河东果园", "河西果园", "塬畔果园"):
        wang.does("contests.enter_work", node=cast.nodes["district"], item=item, title=name)
    wang.refused("contests.enter_work", "已报名", node=cast.nodes["district"], item=item, title="河东果园")
    east, west, edge = (newest(Entry, title=name) for name in ("河东果园", "河西果园", "塬畔果园"))
    for entry in (east, west):
        li.does("contests.check_entry", entry)
    li.does("contests.refuse_entry", edge, why="不在本市").does("contests.close_entries", item)
    li.refused("contests.score", "亩均效益", east, score="99")
    li.does("contests.measure", east, visited_on=today, area="10.00", income="180000.00", cost="60000.00")
    li.does("contests.measure", west, visited_on=today, area="40.00", income="500000.00", cost="100000.00")
    li.reads(east, "12000.00").does("contests.sign_scores", item)
    with clock.at(clock.now() + timedelta(hours=3)):
        zhou.does("contests.rank", item).does("contests.award", [newest(Entry, rank=1)], award="champion")
    zhou.reads(east, "冠军").figure("contests.orchard.champions", "CITY", today.year, 1).figure(
        "contests.orchard.champions", "CITY", today.year - 1, 0
    )
