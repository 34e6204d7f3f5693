"""INT-1 The national network: changes of a day are queued once, sent, rejected and mended, acknowledged; codes are mapped."""

from datetime import date, timedelta

from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clocks import strike
from gonghui.lines.review.integration.models import ExchangeMessage

from .office import AtDesk, newest

TODAY = date.today()
DAY = timedelta(days=1)


def test_changes_of_a_day_go_out_come_back_and_go_out_again(cast):
    wang = AtDesk(cast, "wang")
    with clock.at(TODAY - DAY):
        told = {"kind": "station", "name": "一号驿站", "opened_on": TODAY - DAY, "address": "一路"}
        AtDesk(cast, "wang").does("places.enter", node=cast.nodes["district"], **told)
    what = {"node": cast.nodes["district"], "partner": "national", "noun": "commons_places.place"}
    wang.refused("integration.queue_changes", "还没过完", day=TODAY, **what)
    wang.refused("integration.queue_changes", "没有", day=TODAY - 2 * DAY, **what)
    wang.does("integration.queue_changes", day=TODAY - DAY, **what).refused("integration.queue_changes", "已在队列", day=TODAY - DAY, **what)
    message = newest(ExchangeMessage)
    assert message.rows == 1
    told = {"kind": "code_map", "title": "驿站类型", "number": "A-12", "issuer": "全国工会编码", "since": TODAY}
    wang.does("registers.enter", desk="code_maps", node=cast.nodes["district"], **told)
    wang.does("integration.send", message).does("integration.reject", message, answer="类型未对照")
    wang.figure("integration.rejected", "DISTRICT", TODAY.year, 1)
    wang.does("integration.mend", message, mended="已对照").does("integration.send", message)
    with clock.at(TODAY + 9 * DAY), trusted():
        strike("integration.unanswered")
    wang.reads(message, "逾期无回执").does("integration.acknowledge", message, answer="入库")
    assert newest(ExchangeMessage).tries == 2
    wang.figure("integration.rows_sent", "DISTRICT", (TODAY - DAY).year, 1).figure("integration.acknowledged", "DISTRICT", TODAY.year, 1)
