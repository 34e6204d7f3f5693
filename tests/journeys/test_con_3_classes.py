"""CON-3 Contest classes one and two: a register of classes with their rules; an item says of which class it is."""

from datetime import date

from gonghui.commons.activities.models import Activity
from gonghui.commons.registers.models import RegisterEntry
from gonghui.lines.production.contests.models import Item

from .office import AtDesk, newest

BEGAN = date(2021, 3, 1)


def test_two_classes_are_registered_brought_into_force_renewed_and_named_by_items(cast):
    zhou, year = AtDesk(cast, "zhou"), date.today().year
    for title in ("一类竞赛（跨行业）", "二类竞赛（单一行业）"):
        what = {
            "kind": "contest_class",
            "title": title,
            "since": BEGAN,
            "tier": "provincial",
            "issuer": "省总工会",
            "number": f"办法〔2021〕{title[0]}号",
        }
        zhou.does("registers.enter", desk="contest_register", node=cast.nodes["province"], **what)
    zhou.figure("contests.provincial_classes", "PROV", year, 0)
    first, second = (newest(RegisterEntry, title__startswith=start) for start in ("一类", "二类"))
    for entry in (first, second):
        zhou.does("registers.bring_into_force", entry, on=BEGAN)
    zhou.figure("contests.provincial_classes", "PROV", year, 2).figure("contests.provincial_classes", "PROV", "asof-2020", 0)
    zhou.does("registers.revise", second, since=date(2023, 3, 1), number="办法〔2023〕二号")
    zhou.figure("contests.provincial_classes", "PROV", year, 2).sees("contest_register", "办法〔2023〕二号", "一类竞赛（跨行业）")
    zhou.does("activities.plan", desk="contests", kind="skill_contest", node=cast.nodes["province"], title="省赛", held_on=BEGAN, at_place="馆")
    what = {"contest": newest(Activity), "tier": "provincial", "judged": "score", "held_on": BEGAN}
    zhou.does("contests.open_item", title="焊工", category=first, **what).reads(newest(Item), "一类竞赛（跨行业）")
    zhou.refused("contests.open_item", "", title="钳工", category=second, **what)  # the old version is not to be chosen any more
    li = AtDesk(cast, "li")
    li.does("activities.plan", desk="contests", kind="skill_contest", node=cast.nodes["city"], title="市赛", held_on=BEGAN, at_place="厅")
    what |= {"contest": newest(Activity), "tier": "city"}
    li.does("contests.open_item", title="焊工", category=first, **what).reads(
        newest(Item), "一类竞赛（跨行业）"
    )  # the province's class serves the city
