"""CAM-5 Suggestion collection: suggested on the phone, sorted, answered or adopted with a reply, published without a name, counted."""

from gonghui.kernel.clock import today
from gonghui.kernel.ledger.do import do
from gonghui.lines.education.campaigns import suggest_acts
from gonghui.lines.education.campaigns.models import Suggestion
from tests.commons.test_enrolment import codes, worker
from tests.lines.test_campaigns import live, take_part

from .office import AtDesk, newest
from .phones import Phone


def test_a_suggestion_is_sorted_adopted_with_a_reply_and_published_without_a_name(cast):
    wang, li, asked = AtDesk(cast, "wang"), AtDesk(cast, "li"), live(cast, "suggest", each_day=2)
    one = worker(cast, 1)
    phone = Phone(one.account).go("campaigns/").says("意见征集").go(f"campaigns/{asked.pk}/").says("我的建议")
    phone.send(422, says="请致电13912345678").says("请去掉号码").send(says="食堂夜班供应热餐").says("答复后会通知您")
    phone.send(409, says="食堂夜班供应热餐").says("您已提过").send(says="多开电工班").says("每人每日限 2 次")
    Phone(worker(cast, 2, "far").account).go(f"campaigns/{asked.pk}/suggest/").says("您目前不在其中")
    first = newest(Suggestion, says="食堂夜班供应热餐")
    wang.refused("campaigns.adopt_suggestion", "已收到", first, reply="好").does("campaigns.sort_suggestion", first, topic="食堂宿舍")
    wang.does("campaigns.adopt_suggestion", first, reply="下月起夜班供热餐。").refused("campaigns.publish_suggestion", "不能是同一人", first)
    phone.go("mine/").says("已采纳：下月起夜班供热餐。").go("my/suggestion/").says("食堂夜班供应热餐", "已采纳")
    phone.go(f"campaigns/{asked.pk}/suggest/").lacks("下月起夜班供热餐")
    li.does("campaigns.publish_suggestion", first)
    Phone(worker(cast, 3).account).go(f"campaigns/{asked.pk}/suggest/").says("食堂宿舍 · 已采纳", "下月起夜班供热餐。").lacks(
        one.account.name, "多开电工班"
    )
    for key, value in (("suggestions", 2), ("suggestions@adopted", 1), ("participations", 2)):
        wang.figure(f"campaigns.{key}", "DISTRICT", today().year, value)


def test_what_is_answered_is_not_adopted_and_a_collection_takes_nothing_but_suggestions(cast):
    asked, viewer = live(cast, "suggest"), worker(cast, 1)
    assert codes(lambda: take_part(viewer, asked)) == ["campaigns.by_suggesting"]
    assert codes(lambda: do(suggest_acts.suggest, viewer, campaign=live(cast), says="建议")) == ["campaigns.not_collecting"]
    one = do(suggest_acts.suggest, viewer, campaign=asked, says="延长图书室开放").subject
    assert codes(lambda: do(suggest_acts.suggest, viewer, campaign=asked, says="另一条")) == ["campaigns.no_more_today"]
    do(suggest_acts.sort_suggestion, cast.wang, one, topic="文体")
    done = do(suggest_acts.answer_suggestion, cast.wang, one, reply="人手不足，明年再议。").subject
    assert (done.state, done.settled_on) == ("answered", today())
    assert codes(lambda: do(suggest_acts.adopt_suggestion, cast.wang, one, reply="好")) == ["wrong_state"]
