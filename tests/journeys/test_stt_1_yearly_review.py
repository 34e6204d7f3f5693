"""STT-1 Yearly review: a period that is over is computed, checked by its lines, told in words, frozen, published, corrected by erratum only."""

from datetime import date

from gonghui.lines.review.stats.models import Bulletin, Snapshot

from .office import AtDesk, newest

YEAR = date.today().year - 1


def test_a_year_is_computed_checked_frozen_published_and_put_right(cast):

    zhou, li = AtDesk(cast, "zhou"), AtDesk(cast, "li")
    zhou.refused("stats.begin", "才结束", node=cast.nodes["city"], period=str(YEAR + 1), title="今年")
    zhou.does("stats.begin", node=cast.nodes["city"], period=str(YEAR), title="临江综述", more="lectures.sessions")
    zhou.refused("stats.begin", "已有", node=cast.nodes["city"], period=str(YEAR), title="又一份")
    review = newest(Bulletin)
    zhou.does("stats.compute", review)
    zhou.refused("stats.check_line", "不能是同一人", review, line="all")
    li.does("stats.check_line", review, line="lectures").refused("stats.freeze", "尚有", review)
    li.refused("stats.write", "没有引用指标", review, text="全年宣讲 3 场")
    li.refused("stats.write", "没有指标", review, text="全年宣讲 {nobody.knows}")
    li.does("stats.write", review, text="2023年全年宣讲{lectures.sessions}，第15次代表大会。")
    li.does("stats.check_line", review, line="all").does("stats.freeze", review).does("stats.publish", review)
    li.reads(review, "全年宣讲0场")
    li.figure("stats.reviews", "CITY", YEAR, 1).figure("stats.reviews", "OTHER_DISTRICT", YEAR, 0)
    frozen = newest(Snapshot, key="lectures.sessions")
    zhou.refused("stats.correct", "结果相同", frozen, why="核对")
    told = {"kind": "lecture", "title": "补报的宣讲", "held_on": date(YEAR, 5, 4), "at_place": "礼堂", "head_count": 30}
    zhou.does("activities.record", node=cast.nodes["district"], **told)
    li.reads(review, "全年宣讲0场").reads(frozen, "按现有记录重算")
    zhou.does("stats.correct", frozen, why="东湖区补报一场")
    assert (newest(Snapshot).value, newest(Snapshot).replaces_id) == (1, frozen.pk)
    li.reads(review, "全年宣讲1场").figure("stats.errata", "CITY", YEAR, 1)
